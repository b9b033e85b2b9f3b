"""Joins the pages about a result: what was found, how it fits together, what was not read, reports and the end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.comparing import Comparison
from privacy_audit.library import Library
from privacy_audit.own_facts import Answer
from privacy_audit.result import AuditResult
from ui.joining import Joining
from ui.look import Look
from ui.onlooking import Onlooking
from ui.pages.finish import FinishPage
from ui.pages.not_looked import NotLookedPage
from ui.readings import Begin, Readings
from ui.review import Review
from ui.session import Session

if TYPE_CHECKING:
    from ui.looking_back import LookingBack
    from ui.reviewing_people import ReviewingPeople
    from ui.saving import Saving

ABOUT_A_RESULT = ("findings", "people", "dossier", "stranger", "before", "unseen", "report", "finish")


class ResultWalk(QObject):
    """Its pages wait for a result. `forget` lets all of them go, with everything that they show."""

    page_wanted = Signal(str)
    question_wanted = Signal(str)  # the page that it is asked from; empty for the findings
    keep_wanted = Signal()
    keep_refused = Signal()
    moved = Signal(object)  # files of the download that are in the bin now
    close_wanted = Signal()

    def __init__(  # noqa: PLR0913 - what a window has at hand
        self,
        look: Look,
        session: Session,
        readings: Readings,
        *,
        begin: Begin,
        library: Callable[[], Library],
        page: Callable[[str], QWidget],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look, self._session, self._readings, self._begin = look, session, readings, begin
        self._library, self._page = library, page
        self._review: Review | None = None
        self._saving: Saving | None = None
        self._looking_back: LookingBack | None = None
        self._reviewing: ReviewingPeople | None = None
        self._parts: list[QObject] = []
        self.compared: Callable[[], Comparison | None] = lambda: None  # with what a vault remembers
        self.makers: dict[str, Callable[[], QWidget]] = {
            "findings": self._findings,
            "people": self._people,
            "dossier": self._dossier,
            "stranger": self._stranger,
            "before": self._before,
            "unseen": self._unseen,
            "report": self._report,
            "finish": self._finish,
        }

    @property
    def review(self) -> Review:
        if self._review is None:
            review = self._review = Review(self._look, self._session, self._library(), parent=self)
            review.question_wanted.connect(self._ask_from_findings)
            review.page.keep_strip.wanted.connect(self.keep_wanted)
            review.page.keep_strip.refused.connect(self.keep_refused)
            review.page.looks_wanted.connect(self._show_looks)
            strip = review.page.second_look
            self._readings.second_look.connect(strip.show_progress)
            strip.ended.connect(self._readings.end_second_look)
        return self._review

    @property
    def begun(self) -> bool:
        """Whether the list of findings has been made."""
        return self._review is not None

    # --- the pages ----------------------------------------------------------------------------------------------------

    def _findings(self) -> QWidget:
        self.review.page.set_single_keys(self._look.single_keys)
        return self.review.page

    def _people(self) -> QWidget:
        from ui.reviewing_people import ReviewingPeople  # noqa: PLC0415 - few pages are wanted in the first second

        people = self._reviewing = ReviewingPeople(self._look, self._session, self._library, self)
        people.question_wanted.connect(self._ask_from_people)
        people.left.connect(self._show_findings)
        return people.page

    def _dossier(self) -> QWidget:
        joining = Joining(self._look, self._session, self._library().remedies, self)
        joining.finding_wanted.connect(self.show_finding)
        self.review.changed.connect(joining.refresh)
        self._parts.append(joining)
        return joining.page

    def _stranger(self) -> QWidget:
        onlooking = Onlooking(self._look, self._session, self)
        onlooking.finding_wanted.connect(self.show_finding)
        self.review.changed.connect(onlooking.refresh)
        self._parts.append(onlooking)
        return onlooking.page

    def _unseen(self) -> QWidget:
        page = self._unseen_page = NotLookedPage(self._look)
        return page

    def _report(self) -> QWidget:
        from ui.saving import Saving  # noqa: PLC0415 - the checks are loaded when they are asked about

        self._saving = Saving(self._look, self._session, self._library, self)
        return self._saving.page

    def _before(self) -> QWidget:
        from ui.looking_back import LookingBack  # noqa: PLC0415 - as above

        back = self._looking_back = LookingBack(self._look, self._session, self._begin, self)
        back.remembered = self.compared
        return back.page

    def _finish(self) -> QWidget:
        page = self._finish_page = FinishPage(self._look)
        page.question_wanted.connect(self._ask_from_finish)
        page.left.connect(self.close_wanted)
        page.keep_wanted.connect(self.keep_wanted)
        page.offer.moved.connect(self.moved)
        return page

    # --- the way ------------------------------------------------------------------------------------------------------

    def show(self, key: str) -> None:
        """Brings one of the pages up to date, then up."""
        self._page(key)
        match key:
            case "finish":
                self._refresh_finish()
            case "report" if self._saving is not None:
                self._saving.refresh()
            case "before" if self._looking_back is not None:
                self._looking_back.refresh()
            case "people" if self._reviewing is not None:
                self._reviewing.refresh()
            case _:
                pass
        self.page_wanted.emit(key)

    def show_result(self, result: AuditResult, aside: tuple[str, ...]) -> None:
        self._page("unseen")
        self._unseen_page.show_result(result, aside)
        self.review.show_result()

    def use_library(self) -> None:
        """Other guidance or other steps are in use."""
        if self._review is not None:
            self._review.use(self._library())

    def show_more(self, result: AuditResult, aside: tuple[str, ...]) -> None:
        """The second look is over: what it changed comes in where the user is."""
        self._unseen_page.show_result(result, aside)
        self.review.page.second_look.over()
        self.review.show_more()

    def show_finding(self, finding: str) -> None:
        self.page_wanted.emit("findings")
        self.review.page.bring_up(finding)

    def forget(self) -> None:
        """The pages go; each is made anew when it is wanted again. What was copied from them goes too."""
        self.close()
        if self._review is not None:
            self._review.clear_copied()
        if self._reviewing is not None:
            self._reviewing.clear_copied()
        for part in (self._review, self._saving, self._looking_back, self._reviewing, *self._parts):
            if part is not None:
                part.deleteLater()
        self._review = self._saving = self._looking_back = self._reviewing = None
        self._parts.clear()

    def close(self) -> None:
        if self._looking_back is not None:
            self._looking_back.close()

    def _ask_from_findings(self) -> None:
        self.question_wanted.emit("")

    def _ask_from_people(self) -> None:
        self.question_wanted.emit("people")

    def _show_findings(self) -> None:
        self.page_wanted.emit("findings")

    def _ask_from_finish(self) -> None:
        self.question_wanted.emit("finish")

    def _show_looks(self) -> None:
        self.page_wanted.emit("stranger")

    def _refresh_finish(self) -> None:
        done, total = self.review.tally()
        may_go = self._session.facts.under_investigation is Answer.NO
        session = self._session
        self._finish_page.show_state(done, total, keeps=session.keeps, made_up=session.made_up)
        self._finish_page.show_files(session.paths, may_go=may_go, made_up=session.made_up)
