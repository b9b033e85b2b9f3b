"""One reading at a time: starts the audit, hears whose download it is, and ends in a result, a sentence or nothing."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from privacy_audit.events import Crashed, HolderFound, Progressed, SetAside, Stage, VoicesFound
from privacy_audit.not_told import nothing_waits
from privacy_audit.options import MessageScope, SecondLook
from privacy_audit.own_facts import OwnFacts
from privacy_audit.result import AuditResult
from ui.jobs import AuditJob, Errand, Running
from ui.session import Session


@dataclass(frozen=True, slots=True, repr=False)
class Order:
    """What one reading is to read, and how far."""

    paths: tuple[Path, ...]
    facts: OwnFacts
    scope: MessageScope
    may_fetch: bool = False  # files that lie only in a cloud may be fetched
    second_look: SecondLook = SecondLook.NONE


Begin = Callable[[Order], Running]


class Readings(QObject):
    """`asked` carries (platform, names, whether an owner was named before); answer it with `mine` or `not_mine`."""

    started = Signal()
    progressed = Signal(object)
    asked = Signal(str, object, bool)
    voices_asked = Signal(str, object, str)  # platform, writers, the likely one; answer with `wrote_as` or `go_on`
    finished = Signal(object)
    second_look = Signal(int, int)  # texts looked at, and how many there are, after `finished`
    amended = Signal(object)  # the result with what the second look changed; the last word
    set_aside = Signal(object)  # sentences on what was chosen beside a download
    ended = Signal(str)  # why there is no result, in a sentence

    def __init__(self, session: Session, begin: Begin, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._begin = session, begin
        self._job: AuditJob | None = None
        self._errand: Errand | None = None
        self._folder: Path | None = None
        self._names: tuple[str, ...] = ()
        self._voices: VoicesFound | None = None
        self._settled = False  # whose it is has been said, or need not be asked
        self.asking = False
        self._looking_again = False

    @property
    def running(self) -> bool:
        """Whether there is nothing to show yet; the second look goes on beside what is shown."""
        return not self._looking_again and (self._job is not None or self._errand is not None)

    @property
    def at_work(self) -> bool:
        """Whether anything is being read, the second look included."""
        return self._job is not None or self._errand is not None

    def end_second_look(self) -> None:
        if self._looking_again and self._job is not None:
            self._job.cancel()

    def read_again(self) -> None:
        """The same choice once more, with what the user has told since; decisions stay, and so does whose it is."""
        self.close()
        self._session.result = None
        self._run(self._order(self._session.paths, may_fetch=False))
        self._settled = True
        if self._job is not None:
            self._job.confirm_owner(mine=True)

    def read(self, paths: tuple[Path, ...], *, may_fetch: bool = False) -> None:
        """Reads the user's own choice; what an earlier reading found is let go."""
        self.close()
        self._session.start_over()
        self._session.paths = paths
        self._run(self._order(paths, may_fetch=may_fetch))

    def read_made_up(self) -> None:
        """Builds the made-up officer's download in a private folder and reads it; the folder goes at the end."""
        self.close()
        self._session.begin_made_up()
        self._folder = Path(tempfile.mkdtemp(prefix="privacy-audit-"))
        self._errand = Errand(self._build_made_up, self)
        self._errand.done.connect(self._made_up_built)
        self.started.emit()
        self._errand.start()

    def cancel(self) -> None:
        if self._job is not None and not self.asking:
            self._job.cancel()
        else:
            self.close()
            self._session.start_over()
            self.ended.emit(self.tr("Stopped. Nothing that was read is kept. You can choose again."))

    def mine(self) -> None:
        """The user says that the download is theirs, perhaps under another name."""
        self.asking, self._settled = False, True
        self._session.owns(self._names)
        if self._job is not None:
            self._job.confirm_owner(mine=True)

    def not_mine(self) -> None:
        """Somebody else's: closed, and nothing kept."""
        self.close()
        self._session.start_over()
        self.ended.emit(
            self.tr("Closed, since it is not yours. Nothing that was read from it is kept. You can choose another.")
        )

    def close(self) -> None:
        """Ends whatever runs: cancel, wait, go."""
        job, self._job = self._job, None
        errand, self._errand = self._errand, None
        folder, self._folder = self._folder, None
        if errand is not None:
            errand.close()
        self.asking = self._settled = self._looking_again = False
        self._names = ()
        self._voices = None
        if job is not None:
            job.close(partial(_remove, folder))
        else:
            _remove(folder)

    def _order(self, paths: tuple[Path, ...], *, may_fetch: bool) -> Order:
        session = self._session
        return Order(paths, session.facts, session.scope or MessageScope.NONE, may_fetch, session.second_look)

    def _run(self, order: Order) -> None:
        job = AuditJob(lambda: self._begin(order), self)
        job.progressed.connect(self._progressed)
        job.holder_found.connect(self._holder_found)
        job.voices_found.connect(self._voices_found)
        job.set_aside.connect(self._set_aside)
        job.so_far.connect(self._so_far)
        job.finished.connect(self._finished)
        job.refused.connect(self._refused)
        job.stopped.connect(self._stopped)
        job.crashed.connect(self._crashed)
        self._job = job
        self.started.emit()
        job.start()

    def _build_made_up(self) -> object:
        from privacy_audit.demo import OWN_NAMES, build  # noqa: PLC0415 - hundreds of phrases that only this needs

        folder = self._folder
        return None if folder is None else (build(folder, "before"), OWN_NAMES)

    def _made_up_built(self, answer: object) -> None:
        self._errand = None
        if not isinstance(answer, tuple):
            self._over(self.tr("The made-up officer could not be made. Please check that the disk is not full."))
            return
        path, names = answer
        self._session.facts = OwnFacts(names=tuple(names))
        self._run(Order((path,), self._session.facts, MessageScope.ALL, second_look=self._session.second_look))

    def _progressed(self, progress: Progressed) -> None:
        if self._looking_again:
            self.second_look.emit(progress.done, progress.total)
            return
        self.progressed.emit(progress)
        if progress.stage is Stage.JOINING and not self._settled and not self.asking:
            self._ask("", ())  # nothing in it says whose it is

    def _holder_found(self, holder: HolderFound) -> None:
        if self._settled or self.asking:
            return
        if self._session.knows(holder.names):
            self._settled = True
            if self._job is not None:
                self._job.confirm_owner(mine=True)
            return
        self._ask(holder.platform, holder.names)

    def _ask(self, platform: str, names: tuple[str, ...]) -> None:
        self.asking, self._names = True, names
        self.asked.emit(platform, names, self._session.owner_named and bool(names))

    def _set_aside(self, aside: SetAside) -> None:
        self.set_aside.emit(aside.sentences)

    def wrote_as(self, name: str) -> None:
        """One of the writers is the user: read again, knowing whose words are whose."""
        self._session.owns((name,))
        self.read_again()

    def go_on(self) -> None:
        """None of the writers, or not known: the result stands as it is."""
        self.finished.emit(self._session.result)

    def _voices_found(self, voices: VoicesFound) -> None:
        if self._voices is None and not self._session.wrote(voices.names):
            self._voices = voices

    def _so_far(self, result: AuditResult) -> None:
        """What the rules found is shown while the second look goes on; whose words are whose is asked before it."""
        if self._voices is not None:
            self._finished(result)
            return
        self._looking_again = True
        self._session.result = result
        self.finished.emit(result)

    def _finished(self, result: AuditResult) -> None:
        if self._looking_again:
            self.close()
            self._session.result = result
            self.amended.emit(result)
            return
        voices = self._voices
        self.close()
        self._session.result = result
        if voices is None:
            self.finished.emit(result)
        else:
            self.voices_asked.emit(voices.platform, voices.names, voices.likely)

    def _refused(self, sentence: str) -> None:
        self._over(sentence)

    def _stopped(self) -> None:
        self._over(self.tr("Stopped. Nothing that was read is kept. You can choose again."))

    def _crashed(self, crash: Crashed) -> None:
        text = self.tr(
            "Something in this program went wrong, and nothing was changed. If you can, tell its makers this line, "
            "which holds nothing of yours: {kind} in {place}."
        )
        self._over(text.format(kind=crash.kind, place=crash.place))

    def _over(self, sentence: str) -> None:
        if self._looking_again and self._session.result is not None:
            self._finished(nothing_waits(self._session.result, stopped=False))
            return
        self.close()
        self._session.start_over()
        self.ended.emit(sentence)


def _remove(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
