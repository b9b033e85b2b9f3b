"""Joins the page on what lies beyond the accounts to the evidence question, the browser and the clipboard."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from privacy_audit.beyond import load_beyond
from ui.links import open_link
from ui.look import Look
from ui.pages.beyond import BeyondPage
from ui.session import Session


class Beyond(QObject):
    """Holds the page for one window."""

    question_wanted = Signal()

    def __init__(self, look: Look, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self.page = BeyondPage(look, load_beyond())
        self.page.question_wanted.connect(self.question_wanted)
        self.page.link_wanted.connect(self._follow)
        self.page.copied.connect(self._copy)
        self.refresh()

    def refresh(self) -> None:
        """The steps follow the answer to the evidence question."""
        self.page.show_answer(self._session.facts.under_investigation)

    def _follow(self, address: str) -> None:
        open_link(self._look, address, self.page)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
