"""The questions around a reading: how far messages are read, what the user tells of themselves, is there a case?"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.library import Library
from privacy_audit.official_accounts import load_official_checklist
from privacy_audit.options import MessageScope, SecondLook
from privacy_audit.own_facts import Answer, OwnFacts
from ui.look import Look
from ui.pages.evidence_question import EvidenceQuestionPage
from ui.pages.messages_question import MessagesQuestionPage
from ui.pages.own_facts import OwnFactsPage
from ui.session import Session
from ui.widgets.account_kinds import Account


class Questions(QObject):
    """Holds three pages. The answers go into the session; where they lead comes as signals."""

    page_wanted = Signal(str)
    begun = Signal()  # all questions before a reading are answered
    facts_told = Signal(bool)  # whether anything that a reading depends on has changed
    case_answered = Signal(str)  # the page that it was asked from; empty for the findings

    def __init__(
        self,
        look: Look,
        session: Session,
        library: Callable[[], Library],
        page: Callable[[str], QWidget],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look, self._session, self._library, self._page = look, session, library, page
        self._asked_from = ""
        self.makers: dict[str, Callable[[], QWidget]] = {
            "messages": self._messages,
            "facts": self._facts,
            "evidence": self._evidence,
        }

    def start(self) -> None:
        """The questions that come before anything is read, each once."""
        if self._session.scope is None:
            self.page_wanted.emit("messages")
        elif not self._session.facts_asked:
            self.ask_facts()
        else:
            self.begun.emit()

    def ask_facts(self) -> None:
        self._page("facts")
        self._facts_page.show_facts(self._session.facts, self._accounts())
        self.page_wanted.emit("facts")

    def ask_about_case(self, asked_from: str = "") -> None:
        self._asked_from = asked_from
        self._page("evidence")
        self._evidence_page.show_answer(self._session.facts.under_investigation)
        self.page_wanted.emit("evidence")

    # --- the pages ----------------------------------------------------------------------------------------------------

    def _messages(self) -> QWidget:
        page = MessagesQuestionPage(self._look)
        page.answered.connect(self._messages_answered)
        page.went_back.connect(self._show_welcome)
        return page

    def _facts(self) -> QWidget:
        page = self._facts_page = OwnFactsPage(self._look, self._library().guidance, load_official_checklist())
        page.given.connect(self._facts_given)
        page.skipped.connect(self._facts_skipped)
        return page

    def _evidence(self) -> QWidget:
        page = self._evidence_page = EvidenceQuestionPage(self._look)
        page.answered.connect(self._case_answered)
        return page

    # --- the answers --------------------------------------------------------------------------------------------------

    def _show_welcome(self) -> None:
        self.page_wanted.emit("welcome")

    def _messages_answered(self, scope: MessageScope, second_look: SecondLook) -> None:
        self._session.scope, self._session.second_look = scope, second_look
        self.start()

    def _accounts(self) -> tuple[Account, ...]:
        """One for each name that the downloads are held in."""
        exports = self._session.result.exports if self._session.result else ()
        return tuple(
            dict.fromkeys(Account(export.platform, name) for export in exports for name in export.account_names[:1])
        )

    def _facts_given(self, facts: OwnFacts) -> None:
        told = replace(facts, guidance=()) != replace(self._session.facts, guidance=())
        self._session.facts = facts
        self._session.facts_asked = True
        self.facts_told.emit(told)

    def _facts_skipped(self) -> None:
        self._session.facts_asked = True
        self.facts_told.emit(False)

    def _case_answered(self, answer: Answer) -> None:
        self._session.answer(answer)
        self.case_answered.emit(self._asked_from)
