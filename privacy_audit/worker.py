"""Runs an audit in a process of its own: the window stays quick, and a file that breaks the reader breaks only that.

The worker is this program started anew, with an empty environment and two pipes. It is asked to stop by a message; when
it ends by itself, for whatever reason, that becomes an event like any other.
"""

import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from privacy_audit import pipe
from privacy_audit.checking import Check
from privacy_audit.events import Crashed, Event, Finished, Refused, Stopped
from privacy_audit.importing import Importer
from privacy_audit.opinion.asking import FLAG
from privacy_audit.options import MessageScope, SecondLook
from privacy_audit.own_facts import OwnFacts
from privacy_audit.own_process import begin

WORKER_FLAG = "--privacy-audit-worker"
_PATIENCE = 2.0  # seconds between asking a worker to stop and ending it
_ENDED = "Reading stopped before it was done. Please try again; if it stops again, try with fewer files at a time."

Last = Finished | Refused | Stopped | Crashed


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All importers and checks of the program, from their explicit lists."""

    importers: tuple[Importer, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True, repr=False)
class AuditRequest:
    """What to audit and how. `catalogue` is a function of a module, so that the worker can import it by its name."""

    paths: tuple[Path, ...]
    catalogue: Callable[[], Catalogue]
    facts: OwnFacts = field(default_factory=OwnFacts)
    message_scope: MessageScope = MessageScope.ALL
    ask_owner: bool = False  # the worker waits for `confirm_owner` before it puts the result together
    may_fetch: bool = False  # files that lie in the cloud may be fetched
    second_look: SecondLook = SecondLook.NONE

    def __repr__(self) -> str:
        return "<AuditRequest>"


class AuditProcess:
    """One audit in its own process. `poll` gives what came; after the last event (`ended`) there is nothing more."""

    def __init__(self, request: AuditRequest) -> None:
        self.ended = False
        self._waiting: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._cancelled = False
        self._process = begin(WORKER_FLAG, "privacy_audit.serving")
        self._tell(request)
        self._reader = threading.Thread(target=self._read, name="audit-events", daemon=True)
        self._reader.start()

    def poll(self, timeout: float = 0.0) -> tuple[Event, ...]:
        """The events that have come, in order; waits up to `timeout` seconds for the first."""
        events: list[Event] = []
        until = time.monotonic() + timeout
        while not self.ended:
            try:
                wait = 0.0 if events else max(0.0, until - time.monotonic())
                event = self._waiting.get(timeout=wait) if wait else self._waiting.get_nowait()
            except queue.Empty:
                break
            events.append(self._last_word() if event is None else event)
            self.ended = isinstance(events[-1], Last)
        return tuple(events)

    def events(self) -> Iterator[Event]:
        """All events to the last, waiting for each."""
        while not self.ended:
            yield from self.poll(1.0)

    def cancel(self) -> None:
        """Asks the worker to stop; the last event then is Stopped."""
        self._cancelled = True
        self._tell("stop")

    def confirm_owner(self, *, mine: bool) -> None:
        """The user's answer to "is this you?"; it may come at any time while the audit runs."""
        self._tell("mine" if mine else "not mine")

    def close(self) -> None:
        """Ends the worker if it still runs. Nothing is left behind."""
        if self._process.poll() is None:
            self.cancel()
        _close(self._process.stdin)
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        _close(self._process.stdout)
        self.ended = True

    def __enter__(self) -> "AuditProcess":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _tell(self, value: object) -> None:
        try:
            pipe.send(cast("BinaryIO", self._process.stdin), value)
        except (OSError, ValueError):
            return  # the worker has gone: the reader tells how

    def _read(self) -> None:
        """Runs in a thread of its own until the worker closes the pipe."""
        stream = cast("BinaryIO", self._process.stdout)
        while True:
            try:
                events = pipe.receive_guarded(stream)
            except (EOFError, OSError, ValueError, pipe.ParcelError):
                self._waiting.put(None)
                return
            for event in cast("Sequence[Event]", events):
                self._waiting.put(event)

    def _last_word(self) -> Last:
        """The worker has gone without one."""
        return Stopped() if self._cancelled else Refused(_ENDED)


def serve_when_asked(arguments: Sequence[str]) -> bool:
    """The first thing that the built program does: true when it was started as a worker and has done its work."""
    if list(arguments) == [WORKER_FLAG]:
        from privacy_audit.serving import main  # noqa: PLC0415 - the window must not load the engine
    elif list(arguments) == [FLAG]:
        from privacy_audit.opinion.serving import main  # noqa: PLC0415 - nor the model
    else:
        return False
    main()
    return True


def _close(stream: object) -> None:
    try:
        cast("BinaryIO", stream).close()
    except OSError:
        return  # what was still to be written has nobody to read it
