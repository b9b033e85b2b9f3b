"""Joins the pages' signals to the work: the way from the welcome through reading to the findings."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from privacy_audit import __version__
from privacy_audit.guidance import Guidance, load_guidance
from privacy_audit.how_to import load_advice, load_how_to
from privacy_audit.official_accounts import load_official_checklist
from privacy_audit.options import MessageScope, SecondLook
from privacy_audit.own_facts import Answer, OwnFacts
from privacy_audit.result import AuditResult
from ui.beyond import Beyond
from ui.links import open_link
from ui.look import Look
from ui.main_window import MainWindow
from ui.outside import Outside
from ui.pages.about import AboutPage
from ui.pages.evidence_question import EvidenceQuestionPage
from ui.pages.get_download import GetDownloadPage
from ui.pages.messages_question import MessagesQuestionPage
from ui.pages.own_facts import OwnFactsPage
from ui.pages.settings import SettingsPage
from ui.pages.welcome import WelcomePage
from ui.reading_walk import ReadingWalk
from ui.readings import Begin, Readings
from ui.result_walk import ABOUT_A_RESULT, ResultWalk
from ui.review import Review
from ui.session import Session
from ui.widgets.account_kinds import Account

_SOON_MS = 300


class Walk(QObject):
    """One window's way. Pages are made when they are first wanted, so that the window is there at once."""

    def __init__(self, window: MainWindow, look: Look, session: Session, begin: Begin) -> None:
        super().__init__(window)
        self.window, self.look, self.session = window, look, session
        self.readings = Readings(session, begin, self)
        into = self._into = ReadingWalk(look, self.readings, self.page, self)
        into.page_wanted.connect(self.show)
        into.help_wanted.connect(self._show_help)
        into.started.connect(self._reading_started)
        into.finished.connect(self._finished)
        into.ended.connect(self._reading_ended)
        self.results = results = ResultWalk(
            look, session, self.readings, begin=begin, guidance=self._guidance, page=self.page, parent=self
        )
        into.amended.connect(results.show_more)
        results.page_wanted.connect(self.show)
        results.question_wanted.connect(self._ask_evidence)
        results.close_wanted.connect(window.close)
        self._guidance_read: Guidance | None = None
        self._asked_from = ""  # the page that the evidence question leads back to, where it is not the findings
        self._outside: Outside | None = None
        self._makers: dict[str, Callable[[], QWidget]] = {
            "welcome": self._welcome,
            "messages": self._messages,
            "facts": self._facts,
            "download": self._download,
            "choose": self._into.choose,
            "reading": self._into.reading,
            "whose": self._into.whose,
            "which_writer": self._into.which_writer,
            "beyond": self._beyond,
            "evidence": self._evidence,
            "internet": self._internet,
            "settings": self._settings,
            "about": self._about,
            **self.results.makers,
        }
        window.page_wanted.connect(self._wanted)
        window.leaving.connect(self.leave)
        window.closing.connect(self.close)
        self._open_menu()

    # --- pages ------------------------------------------------------------------------------------------------------

    def page(self, key: str) -> QWidget:
        if not self.window.has(key):
            self.window.add(key, self._makers[key]())
        return self.window.page(key)

    def show(self, key: str) -> None:
        self.page(key)
        self.window.show_page(key)

    @property
    def review(self) -> Review:
        return self.results.review

    def _welcome(self) -> QWidget:
        page = WelcomePage(self.look)
        page.started.connect(self._start)
        page.demo_wanted.connect(self.run_demo)
        page.help_wanted.connect(self._show_help)
        return page

    def _messages(self) -> QWidget:
        page = MessagesQuestionPage(self.look)
        page.answered.connect(self._messages_answered)
        page.went_back.connect(self._show_welcome)
        return page

    def _facts(self) -> QWidget:
        page = OwnFactsPage(self.look, self._guidance(), load_official_checklist())
        page.given.connect(self._facts_given)
        page.skipped.connect(self._facts_done)
        return page

    def _download(self) -> QWidget:
        page = GetDownloadPage(self.look, load_how_to(), load_advice())
        page.link_wanted.connect(self._follow)
        page.have_it.connect(self._start)
        return page

    def _beyond(self) -> QWidget:
        self._beyond_accounts = Beyond(self.look, self.session, self)
        self._beyond_accounts.question_wanted.connect(self._ask_evidence_beyond)
        return self._beyond_accounts.page

    def _evidence(self) -> QWidget:
        page = self._evidence_page = EvidenceQuestionPage(self.look)
        page.answered.connect(self._evidence_answered)
        return page

    def _internet(self) -> QWidget:
        self._outside = Outside(self.look, parent=self)
        return self._outside.page

    def _settings(self) -> QWidget:
        page = SettingsPage(self.look)
        page.single_keys_changed.connect(self._set_single_keys)
        page.motion_changed.connect(self._set_motion)
        return page

    def _about(self) -> QWidget:
        return AboutPage(self.look, __version__)

    # --- moving about -----------------------------------------------------------------------------------------------

    def _wanted(self, key: str) -> None:
        match key:
            case "choose":
                self._start()
            case "evidence":
                self._ask_evidence()
            case "beyond":
                self._show_beyond()
            case "facts":
                self._ask_facts()
            case "finish" | "report" | "before":
                self.results.show(key)
            case _:
                self.show(key)

    def _show_welcome(self) -> None:
        self.show("welcome")

    def _show_beyond(self) -> None:
        self.page("beyond")
        self._beyond_accounts.refresh()
        self.show("beyond")

    def _show_help(self) -> None:
        self.show("download")

    def _start(self) -> None:
        """The questions that come before anything is read, each once; then the choice."""
        if self.session.scope is None:
            self.show("messages")
        elif not self.session.facts_asked:
            self._ask_facts()
        else:
            self._into.go(self.session.scope)

    def _messages_answered(self, scope: MessageScope, second_look: SecondLook) -> None:
        self.session.scope, self.session.second_look = scope, second_look
        self._start()

    def _ask_facts(self) -> None:
        page = self.page("facts")
        if isinstance(page, OwnFactsPage):
            page.show_facts(self.session.facts, self._accounts())
        self.show("facts")

    def _accounts(self) -> tuple[Account, ...]:
        """One for each name that the downloads are held in."""
        exports = self.session.result.exports if self.session.result else ()
        return tuple(
            dict.fromkeys(Account(export.platform, name) for export in exports for name in export.account_names[:1])
        )

    def _facts_given(self, facts: OwnFacts) -> None:
        told = replace(facts, guidance=()) != replace(self.session.facts, guidance=())
        self.session.facts = facts
        if told and self.session.result is not None and not self.session.made_up:
            self.readings.read_again()
        else:
            self._facts_done()

    def _facts_done(self) -> None:
        self.session.facts_asked = True
        if self.session.result is not None:
            self.review.answered()
            self.show("findings")
        else:
            self._start()

    def _ask_evidence_beyond(self) -> None:
        self._ask_evidence()
        self._asked_from = "beyond"

    def _ask_evidence(self) -> None:
        self._asked_from = ""
        self.page("evidence")
        self._evidence_page.show_answer(self.session.facts.under_investigation)
        self.show("evidence")

    def _evidence_answered(self, answer: Answer) -> None:
        self.session.answer(answer)
        if self._asked_from:
            self.review.answered()
            self._wanted(self._asked_from)
            return
        if self.session.result is None:
            self._start()
            return
        self.review.answered()
        self.show("findings")

    def _follow(self, address: str) -> None:
        open_link(self.look, address, self.window)

    def _set_single_keys(self, on: bool) -> None:
        self.look.single_keys = on
        self.review.page.set_single_keys(on)

    def _set_motion(self, on: bool) -> None:
        self.look.motion = on
        self._into.show_motion(on)

    def _open_menu(self) -> None:
        for key in ABOUT_A_RESULT:
            self.window.menu.enable(key, self.session.result is not None)

    def _guidance(self) -> Guidance:
        if self._guidance_read is None:
            self._guidance_read = load_guidance()
        return self._guidance_read

    # --- reading ----------------------------------------------------------------------------------------------------

    def run_demo(self) -> None:
        self.readings.read_made_up()

    def _reading_started(self) -> None:
        QTimer.singleShot(_SOON_MS, self._prepare)
        if self.results.begun:
            self.review.page.second_look.over()
        self._open_menu()
        self.window.show_banner(shown=self.session.made_up)

    def _reading_ended(self) -> None:
        self._open_menu()
        self.window.show_banner(shown=False)

    def _prepare(self) -> None:
        """While the worker reads, the page for its result is made ready."""
        self.page("findings")

    def _finished(self, result: AuditResult, aside: tuple[str, ...]) -> None:
        self.results.show_result(result, aside)
        self._open_menu()
        self.show("findings")

    def close(self) -> None:
        """Cancel, wait, go: nothing outlives the window."""
        self.readings.close()
        self.results.close()
        if self._outside is not None:
            self._outside.close()

    def leave(self) -> None:
        """Quick exit: the window is hidden already."""
        self.close()
        self.session.start_over()
        if self.results.begun:
            self.review.clear_copied()
        QGuiApplication.quit()
