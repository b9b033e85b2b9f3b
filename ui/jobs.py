"""Slow work beside the window: an audit in its process, and short errands in a thread; both report by signals."""

import threading
from collections.abc import Callable
from contextlib import suppress
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
    ResultSoFar,
    SetAside,
    Stopped,
    VoicesFound,
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
    voices_found = Signal(object)
    set_aside = Signal(object)
    so_far = Signal(object)
    finished = Signal(object)
    refused = Signal(str)
    stopped = Signal()
    crashed = Signal(object)

    def __init__(self, begin: Callable[[], Running], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin = begin
        self._process: Running | None = None
        self._brought: list[Running] = []
        self._bringing: threading.Thread | None = None
        self._waiting: list[Callable[[Running], None]] = []  # said before there was a process to hear it
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        return self._process is not None or self._bringing is not None

    def start(self) -> None:
        """Loads what the audit needs and starts its process, both beside the window: they take a blink too long."""
        self._bringing = threading.Thread(target=self._bring, name="starting")
        self._bringing.start()
        self._timer.start()

    def cancel(self) -> None:
        """Asks the audit to stop; `stopped` follows."""
        self._say(lambda process: process.cancel())

    def confirm_owner(self, *, mine: bool) -> None:
        self._say(lambda process: process.confirm_owner(mine=mine))

    def close(self, after: Callable[[], None] = lambda: None) -> None:
        """Says nothing more and ends the audit: cancel, wait, go; `after` comes when it has ended.

        A worker that is deep in its work hears it late, so the waiting is done beside the window. The thread is no
        daemon: the program itself ends only when the worker has.
        """
        self._timer.stop()
        process, self._process = self._process, None
        bringing, self._bringing = self._bringing, None
        if process is not None and process.ended:
            process.close()
            after()
        elif process is not None or bringing is not None:
            threading.Thread(target=self._end, args=(process, bringing, after), name="ending").start()
        else:
            after()

    def _bring(self) -> None:
        """Runs in a thread of its own; when it ends with nothing brought, the process could not be started."""
        with suppress(OSError):
            self._brought.append(self._begin())

    def _end(self, process: Running | None, bringing: threading.Thread | None, after: Callable[[], None]) -> None:
        """Runs in a thread of its own."""
        if bringing is not None:
            bringing.join()
        for one in (process, *self._brought):
            if one is not None:
                one.close()
        after()

    def _say(self, words: Callable[[Running], None]) -> None:
        if self._process is not None:
            words(self._process)
        else:
            self._waiting.append(words)

    def _started(self) -> Running | None:
        if self._process is None and self._bringing is not None and not self._bringing.is_alive():
            self._bringing = None
            if not self._brought:
                self.close()
                self.refused.emit(
                    self.tr("Reading could not be started: the computer may be short of memory. Close other programs.")
                )
                return None
            self._process = self._brought.pop()
            for words in self._waiting:
                words(self._process)
            self._waiting.clear()
        return self._process

    def _look(self) -> None:
        process = self._started()
        if process is None:
            return
        events = process.poll()
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
            case VoicesFound():
                self.voices_found.emit(event)
            case SetAside():
                self.set_aside.emit(event)
            case ExportRead() | FindingsFound():
                pass  # the result has them all; nothing is shown before it is known whose they are
            case ResultSoFar():
                self.so_far.emit(event.result)
            case Finished() | Refused() | Stopped() | Crashed():
                self._tell_end(event)

    def _tell_end(self, event: Finished | Refused | Stopped | Crashed) -> None:
        match event:
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
