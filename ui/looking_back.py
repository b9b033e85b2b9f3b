"""Reads an earlier download beside the findings and compares the two; nothing of it is kept."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from privacy_audit.comparing import Comparison, compare, made_on
from privacy_audit.events import Crashed, HolderFound, Progressed, Stage
from privacy_audit.holders import DIFFERENT_PEOPLE
from privacy_audit.not_told import still_waits
from privacy_audit.options import MessageScope
from privacy_audit.result import AuditResult
from ui.comparison import check_titles, memory_of
from ui.jobs import AuditJob
from ui.look import Look
from ui.pages.before_after import BeforeAfterPage
from ui.readings import Begin, Order
from ui.session import Session


class LookingBack(QObject):
    """Holds the page for one window."""

    def __init__(self, look: Look, session: Session, begin: Begin, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._begin = session, begin
        self._job: AuditJob | None = None
        self._known = False  # it has been said whose the earlier download is
        self._seen: AuditResult | None = None
        self.remembered: Callable[[], Comparison | None] = lambda: None  # with what was kept, if anything was
        self.page = BeforeAfterPage(look)
        self.page.earlier_chosen.connect(self._read)
        self.page.cancelled.connect(self._cancel)

    def refresh(self) -> None:
        """Before the page is shown: another result makes an old comparison void."""
        if self._seen is not self._session.result:
            self.close()
            self._seen = self._session.result
            kept = self.remembered()
            self.page.show_comparison(kept, check_titles() if kept is not None else {})
            self.page.say("")

    def close(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.close()
        self.page.show_reading(on=False)

    def _read(self, paths: tuple[Path, ...]) -> None:
        if set(paths) & set(self._session.paths):
            self.page.say(self.tr("That is the download whose findings you are looking at. Choose an earlier one."))
            return
        now = self._session.result
        if now is not None and still_waits(now):
            self.page.say(self.tr("The second look at this download still goes on. Compare the two once it has ended."))
            return
        self.close()
        self.page.show_comparison(None, {})
        order = Order(
            paths, self._session.facts, self._session.scope or MessageScope.ALL, second_look=self._session.second_look
        )
        job = AuditJob(partial(self._begin, order), self)
        job.holder_found.connect(self._holder_found)
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        job.refused.connect(self._over)
        job.stopped.connect(self._stopped)
        job.crashed.connect(self._crashed)
        self._job, self._known = job, False
        self.page.show_reading(on=True)
        job.start()

    def _holder_found(self, holder: HolderFound) -> None:
        if self._job is None:
            return
        if self._session.knows(holder.names):
            self._known = True
            self._job.confirm_owner(mine=True)
        elif holder.names:
            self._over(DIFFERENT_PEOPLE)

    def _progressed(self, progress: Progressed) -> None:
        """A download that names nobody: what leads to a home stays held back, and so cannot be told."""
        if progress.stage is Stage.JOINING and not self._known and self._job is not None:
            self._known = True
            self._job.confirm_owner(mine=False)

    def _finished(self, earlier: AuditResult) -> None:
        self.close()
        now = self._session.result
        if now is None:
            return
        scope = self._session.scope or MessageScope.ALL
        days = made_on(earlier), made_on(now)
        if days[0] > days[1]:
            self._over(self.tr("That download is the newer one. Read it first, then compare it with this one."))
            return
        before, after = (memory_of(one, scope, day) for one, day in zip((earlier, now), days, strict=True))
        self.page.say("")
        self.page.show_comparison(compare((before,), after), check_titles())

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _stopped(self) -> None:
        self._over(self.tr("Stopped. Nothing of the earlier download is kept. You can choose again."))

    def _crashed(self, crash: Crashed) -> None:
        text = self.tr(
            "Something in this program went wrong, and nothing was changed. If you can, tell its makers this line, "
            "which holds nothing of yours: {kind} in {place}."
        )
        self._over(text.format(kind=crash.kind, place=crash.place))

    def _over(self, sentence: str) -> None:
        self.close()
        self.page.say(sentence)
