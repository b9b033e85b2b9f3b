"""Keeps the page of the joined picture up to date with the result and the decisions."""

from PySide6.QtCore import QObject, Signal

from privacy_audit.dossier import WITHHELD, piece_together
from privacy_audit.remedies import Remedies
from privacy_audit.result import Ownership
from ui.look import Look
from ui.models.dossier import picture_of
from ui.pages.dossier import DossierPage
from ui.session import Session


class Joining(QObject):
    """Holds the page for one window."""

    finding_wanted = Signal(str)

    def __init__(self, look: Look, session: Session, remedies: Remedies, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._remedies = session, remedies
        self.page = DossierPage(look)
        self.page.finding_wanted.connect(self.finding_wanted)
        self.refresh()

    def refresh(self) -> None:
        """After a result has come, or a decision has changed."""
        result = self._session.result
        if result is None:
            return
        if result.owner is Ownership.UNCONFIRMED:
            self.page.show_held_back(result.withheld.get(WITHHELD, 0))
            return
        decisions = self._session.decisions.all
        sorted_out = {finding for finding, decision in decisions.items() if decision.sorted_out}
        dossier = piece_together(result.findings, self._remedies.minutes, sorted_out)
        self.page.show_picture(picture_of(dossier, result.findings, self._remedies))
