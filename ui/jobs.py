"""Slow work beside the window: an audit in its process, and short errands in a thread; both report by signals."""

import threading
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from privacy_audit.events import (
    Crashed,
    Event,
    ExportRead,
    FindingsFound,
    Finished,
    HolderFound,
    Progressed,
    Refused,
    SetAside,
    Stopped,
)

_EVERY_MS = 40


class Running(Protocol):
    """What a job needs of an audit's process."""

    ended: bool

    def poll(self, timeout: float = 0.0) -> tuple[Event, ...]: ...
    def cancel(self) -> None: ...
    def confirm_owner(self, *, mine: bool) -> None: ...
    def close(self) -> None: ...


class AuditJob(QObject):
    """Looks for the audit's events on a timer and turns each into a signal. `start` is called once per job."""

    progressed = Signal(object)
    holder_found = Signal(object)
    set_aside = Signal(object)
    finished = Signal(object)
    refused = Signal(str)
    stopped = Signal()
    crashed = Signal(object)

    def __init__(self, begin: Callable[[], Running], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin = begin
        self._process: Running | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        self._process = self._begin()
        self._timer.start()

    def cancel(self) -> None:
        """Asks the audit to stop; `stopped` follows."""
        if self._process is not None:
            self._process.cancel()

    def confirm_owner(self, *, mine: bool) -> None:
        if self._process is not None:
            self._process.confirm_owner(mine=mine)

    def close(self, after: Callable[[], None] = lambda: None) -> None:
        """Says nothing more and ends the audit: cancel, wait, go; `after` comes when it has ended.

        A worker that is deep in its work hears it late, so the waiting is done beside the window. The thread is no
        daemon: the program itself ends only when the worker has.
        """
        self._timer.stop()
        process, self._process = self._process, None
        if process is None:
            after()
        elif process.ended:
            process.close()
            after()
        else:
            threading.Thread(target=_end, args=(process, after), name="ending").start()

    def _look(self) -> None:
        if self._process is None:
            return
        events = self._process.poll()
        # only the newest progress matters; everything else is told in order
        newest = max((place for place, event in enumerate(events) if isinstance(event, Progressed)), default=-1)
        for place, event in enumerate(events):
            if not isinstance(event, Progressed) or place == newest:
                self._tell(event)

    def _tell(self, event: Event) -> None:
        match event:
            case Progressed():
                self.progressed.emit(event)
            case HolderFound():
                self.holder_found.emit(event)
            case SetAside():
                self.set_aside.emit(event)
            case ExportRead() | FindingsFound():
                pass  # the result has them all; nothing is shown before it is known whose they are
            case Finished():
                self.close()
                self.finished.emit(event.result)
            case Refused():
                self.close()
                self.refused.emit(event.sentence)
            case Stopped():
                self.close()
                self.stopped.emit()
            case Crashed():
                self.close()
                self.crashed.emit(event)


def _end(process: Running, after: Callable[[], None]) -> None:
    process.close()
    after()


class Errand(QObject):
    """A short piece of work in a thread; `done` carries what it returned, on the window's own thread."""

    done = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._answer: list[object] = []
        self._thread = threading.Thread(target=self._run, name="errand", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        self._thread.start()
        self._timer.start()

    def close(self) -> None:
        self._timer.stop()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        self._answer.append(self._work())

    def _look(self) -> None:
        if self._thread.is_alive():
            return
        self.close()
        self.done.emit(self._answer[0] if self._answer else None)
