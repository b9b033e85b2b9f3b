"""Joins the findings page to the decisions, the guidance and the steps, which wait for the evidence question."""

from datetime import date, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from privacy_audit.decisions import Decision, DecisionKind
from privacy_audit.library import Library
from privacy_audit.own_facts import Answer
from ui.links import open_link
from ui.look import Look
from ui.models.detail import detail_of
from ui.models.findings import FindingsModel
from ui.pages.findings import FindingsPage
from ui.session import Session
from ui.widgets.decision_bar import decision_from
from ui.wording import Bucket, date_words


class Review(QObject):
    """Holds the findings' model and page for one window."""

    question_wanted = Signal()
    changed = Signal()  # a result has come, or a decision has changed

    def __init__(
        self,
        look: Look,
        session: Session,
        library: Library,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._session, self._library = look, session, library
        self._copied = ""
        self.model = FindingsModel(self)
        self.page = FindingsPage(look, self.model)
        page = self.page
        page.finding_opened.connect(self._open)
        page.fix_wanted.connect(self._fix)
        page.question_wanted.connect(self.question_wanted)
        page.link_wanted.connect(self._follow)
        page.copied.connect(self._copy)
        page.decided.connect(self._decide)
        page.reopened.connect(self._reopen)
        page.undone.connect(self._undo)

    def refresh(self) -> None:
        """What the page says about keeping is said anew."""
        self._changed()

    def use(self, library: Library) -> None:
        """Other guidance or other steps: what is on show follows, where the user is."""
        self._library = library
        result = self._session.result
        current = self.page.current
        self.model.replace(result.findings if result else (), self._session.decisions.all)
        if current:
            self.page.open_finding(current)
        self._changed()

    def show_result(self) -> None:
        result = self._session.result
        self.model.replace(result.findings if result else (), self._session.decisions.all)
        self.page.show_undo("")
        self._changed()
        self.page.open_first()
        if not self.model.rowCount():
            self.page.show_detail(None)

    def show_more(self) -> None:
        """The second look is over: what it changed comes in, and the open finding stays open."""
        result, current = self._session.result, self.page.current
        self.model.replace(result.findings if result else (), self._session.decisions.all)
        self._changed()
        self.page.open_finding(current)
        if not self.page.current:
            self.page.open_first()

    def tally(self) -> tuple[int, int]:
        """How many are sorted, of how many."""
        counts = self.model.counts()
        return counts[Bucket.SORTED], sum(counts.values())

    def answered(self) -> None:
        """The evidence question has a new answer: the open finding shows its steps in the new order."""
        self._open(self.page.current)

    def _open(self, finding: str) -> None:
        row = self.model.row(finding)
        if row is None:
            self.page.show_detail(None)
            return
        self.page.show_detail(detail_of(row, self._library.guidance, self._library.remedies, self._session.facts))

    def _fix(self) -> None:
        if self._session.facts.under_investigation is Answer.NOT_ASKED:
            self.question_wanted.emit()

    def _decide(self, finding: str, kind: DecisionKind, days: int, reason: str) -> None:
        following = self.page.following()
        decision = decision_from(kind, days, reason, _today())
        self._set(finding, decision)
        if decision.sorted_out and following:
            self.page.open_finding(following)
        self.page.show_undo(self._happened(finding, decision))

    def _reopen(self, finding: str) -> None:
        self._session.decisions.reopen(finding)
        self._follow_decision(finding)
        self.page.show_undo("")

    def _undo(self) -> None:
        history = self._session.decisions.history
        if not history or self.model.row(history[-1].finding) is None:
            return  # the last step was on another download: what is not on show is not changed
        finding = self._session.decisions.undo()
        if finding is not None:
            self._follow_decision(finding)
            self.page.open_finding(finding)
            self.page.show_undo("")
            self.page.list.setFocus()

    def _set(self, finding: str, decision: Decision) -> None:
        self._session.decisions.decide(finding, decision)
        self._follow_decision(finding)

    def _follow_decision(self, finding: str) -> None:
        self.model.decide(finding, self._session.decisions.of(finding))
        self._changed()
        if self.page.current == finding:
            self._open(finding)

    def _happened(self, finding: str, decision: Decision) -> str:
        row = self.model.row(finding)
        title = row.finding.title if row else ""
        match decision.kind:
            case DecisionKind.DONE:
                return self.tr("Marked as done: {title}").format(title=title)
            case DecisionKind.NOT_A_PROBLEM:
                return self.tr("Marked as not a problem: {title}").format(title=title)
            case DecisionKind.REMIND:
                day = date_words(decision.remind_on) if decision.remind_on else ""
                text = (
                    self.tr("We remind you from {day} on, when you open this: {title}")
                    if self._session.keeps
                    else self.tr("We remind you from {day} on, while this window is open: {title}")
                )
                return text.format(day=day, title=title)

    def _changed(self) -> None:
        self.page.refresh()
        self.page.show_summary(self._summary() if self._session.result is not None else "")
        self.changed.emit()

    def _summary(self) -> str:
        counts = self.model.counts()
        left = sum(count for bucket, count in counts.items() if bucket is not Bucket.SORTED)
        due = sum(self.model.row(finding) is not None for finding in self._session.decisions.due(_today()))
        if due:
            text = self.tr("You wanted to be reminded of {count} of these by now. {left} are to be looked at. {kept}")
            return text.format(count=due, left=left, kept=self._kept())
        if left:
            text = self.tr("{left} things to look at, about {minutes} minutes in all. You can stop at any time. {kept}")
            return text.format(left=left, minutes=self._minutes(), kept=self._kept())
        if self.model.rowCount():
            return self.tr("All sorted. Think about what becomes of the download itself, too.")
        return self._kept()

    def _kept(self) -> str:
        session = self._session
        if session.from_vault:
            return self.tr(
                "This is what was kept. What concerns your own words about work, or other people, is not: read the "
                "download again to see it."
            )
        if session.keeps and not session.made_up:
            return self.tr("What you decide is kept on this computer, encrypted.")
        return self.tr("Nothing is saved: closing this window forgets it.")

    def _minutes(self) -> int:
        """Each remedy once: one visit to a settings page often sorts several findings."""
        wanted = set()
        result = self._session.result
        for finding in result.findings if result else ():
            decision = self._session.decisions.of(finding.id)
            if decision is None or not decision.sorted_out:
                wanted.add(finding.remedy)
        return sum(remedy.minutes for remedy in self._library.remedies if remedy.id in wanted)

    def _follow(self, address: str) -> None:
        open_link(self._look, address, self.page)

    def _copy(self, text: str) -> None:
        self._copied = text
        QGuiApplication.clipboard().setText(text)

    def clear_copied(self) -> None:
        """Takes what was copied here off the clipboard, and leaves anything else there alone."""
        if self._copied and QGuiApplication.clipboard().text() == self._copied:
            QGuiApplication.clipboard().clear()


def _today() -> date:
    return datetime.now().astimezone().date()
