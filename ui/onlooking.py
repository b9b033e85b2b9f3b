"""Keeps the page of how the user looks to others up to date with the result, the decisions and the answers given."""

from PySide6.QtCore import QObject, Signal

from privacy_audit.onlookers import looks
from privacy_audit.result import AuditResult
from ui.look import Look
from ui.pages.stranger import StrangerPage
from ui.session import Session


class Onlooking(QObject):
    """Holds the page for one window."""

    finding_wanted = Signal(str)

    def __init__(self, look: Look, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: AuditResult | None = None
        self.page = StrangerPage(look)
        self.page.finding_wanted.connect(self.finding_wanted)
        self.page.said.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """After a result has come, a decision has changed, or the user has said who can see an account."""
        result = self._session.result
        if result is None:
            self.page.show_nothing()
            return
        if result is not self._shown:
            self._shown = result
            self.page.forget_answers()
        decisions = self._session.decisions.all
        sorted_out = {finding for finding, decision in decisions.items() if decision.sorted_out}
        self.page.show_looks(looks(result.findings, sorted_out, self.page.reach), sum(result.withheld.values()))
