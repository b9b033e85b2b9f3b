"""Python's collector of circles runs on the window's own thread alone: a widget that ends on another one crashes Qt."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5_000


class Collector(QObject):
    """Takes collecting over from whatever thread happens to make an object, for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        gc.collect()
