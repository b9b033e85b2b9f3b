"""Notices when nobody has touched keyboard or mouse for a while, or the computer has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

_LOOK_MS = 5_000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class Idle(QObject):
    """Calls `lock` once when it has been quiet for so many minutes; `start` begins anew. Nought means never."""

    def __init__(self, lock: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = lock
        self.minutes = 0
        self._touched = self._asleep_since = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        self.stop()
        self.minutes = minutes
        application = QCoreApplication.instance()
        if minutes and application is not None:
            self._note()
            application.installEventFilter(self)
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _TOUCHES:
            self._note()
        return False

    def look(self) -> None:
        """By two clocks: the one stands still while the computer sleeps, the other can be set."""
        quiet = time.monotonic() - self._touched
        away = abs(time.time() - self._asleep_since)
        if max(quiet, away) >= self.minutes * 60:
            self.stop()
            self._lock()

    def _note(self) -> None:
        self._touched, self._asleep_since = time.monotonic(), time.time()
