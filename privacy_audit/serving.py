"""The worker's side: takes one request from the pipe, runs the audit and sends its events back in batches."""

import gc
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from privacy_audit import __version__, pipe
from privacy_audit.engine import audit
from privacy_audit.errors import AuditError, Cancelled
from privacy_audit.events import Crashed, Event, Progressed, Refused, SetAside, Stage, Stopped
from privacy_audit.intake import gather
from privacy_audit.options import AuditOptions
from privacy_audit.own_process import close_to_others, taken_over
from privacy_audit.worker import AuditRequest

_EVERY = 0.05  # seconds between two words on progress
_TOO_BIG = (
    "There was not enough memory to read this download. Please close other programs, or choose fewer files at a time."
)
_NOTHING = "None of what you chose is a download that this program knows. Please choose the ZIP file or its folder."


def main() -> None:
    """Serves one request over the standard streams, which are silent from then on."""
    seldom_collected()
    inbox, outbox = taken_over()
    close_to_others()
    request = cast("AuditRequest", pipe.receive(inbox))
    with suppress(OSError):  # nobody listens any more: the program has gone
        _Serving(request, inbox, outbox).run()


def seldom_collected() -> None:
    """Records come by the million and form no circles: looking for those after every 700 cost a tenth of the time."""
    gc.set_threshold(50_000, 20, 20)


class _Serving:
    def __init__(self, request: AuditRequest, inbox: BinaryIO, outbox: BinaryIO) -> None:
        self._request = request
        self._inbox = inbox
        self._outbox = outbox
        self._stop = threading.Event()
        self._answered = threading.Event()
        self._mine = False
        self._waiting: list[Event] = []
        self._sent = 0.0

    def run(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()
        for event in self._events():
            self._waiting.append(event)
            if not isinstance(event, Progressed) or time.monotonic() - self._sent >= _EVERY:
                self._send()
        self._send()

    def _send(self) -> None:
        pipe.send(self._outbox, self._waiting)
        self._waiting, self._sent = [], time.monotonic()

    def _listen(self) -> None:
        """Runs in a thread of its own: what the program says while the audit goes on."""
        while True:
            try:
                said = pipe.receive(self._inbox)
            except (EOFError, OSError, ValueError):
                said = "stop"
            if said == "stop":
                self._stop.set()
                self._answered.set()
                return
            self._mine = said == "mine"
            self._answered.set()

    def _events(self) -> Iterator[Event]:
        """An audit's events; whatever goes wrong becomes the last of them."""
        try:
            yield from self._audit()
        except Cancelled:
            yield Stopped()
        except AuditError as error:
            yield Refused(error.sentence)
        except MemoryError:
            yield Refused(_TOO_BIG)
        except Exception as error:  # noqa: BLE001 - the one place: a bug of ours must reach the user as a calm word
            yield Crashed(type(error).__name__, _place(error))

    def _audit(self) -> Iterator[Event]:
        request = self._request
        catalogue = request.catalogue()
        yield Progressed(Stage.OPENING, 0, 0, 0, {}, 0)
        intake = gather(
            request.paths,
            catalogue.importers,
            may_fetch=lambda _path: request.may_fetch,
            stop=self._stop.is_set,
        )
        aside = tuple(other.sentence for other in intake.not_exports)
        if not intake.exports:
            raise AuditError(" ".join(aside[:3]) or _NOTHING)
        if aside:
            yield SetAside(aside)
        options = AuditOptions(
            request.facts, request.message_scope, self._stop.is_set, self._owner, request.second_look
        )
        yield from audit(intake.exports, catalogue.checks, options)

    def _owner(self) -> bool:
        if self._request.ask_owner:
            self._send()
            self._answered.wait()
        return self._mine


def _place(error: BaseException) -> str:
    """Where in our code, without a word of data: versions, module and line."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "site-packages" not in frame.filename]
    where = f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "unknown"
    return f"{where} (Privacy Audit {__version__})"
