"""Joins the pages' signals to the work: the way from the welcome through reading to the findings."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from privacy_audit import __version__
from privacy_audit.how_to import load_advice, load_how_to
from privacy_audit.library import Library
from privacy_audit.options import MessageScope
from privacy_audit.result import AuditResult
from privacy_audit.workplace import is_managed
from ui.beyond import Beyond
from ui.guiding import Guiding
from ui.keeping import Keeping
from ui.keeping_walk import KeepingWalk
from ui.links import open_link
from ui.look import Look
from ui.main_window import MainWindow
from ui.pages.about import AboutPage
from ui.pages.get_download import GetDownloadPage
from ui.pages.settings import SettingsPage
from ui.pages.welcome import WelcomePage
from ui.questions import Questions
from ui.reading_walk import ReadingWalk
from ui.readings import Begin, Readings
from ui.result_walk import ABOUT_A_RESULT, ResultWalk
from ui.review import Review
from ui.session import Session
from ui.sitting import Place

if TYPE_CHECKING:
    from ui.outside import Outside

_SOON_MS = 300
_BESIDE_RESULTS = ("welcome", "choose", "facts", "evidence", "keep", "settings", "about", "beyond", "download")


class Walk(QObject):
    """One window's way. Pages are made when they are first wanted, so that the window is there at once."""

    def __init__(self, window: MainWindow, look: Look, session: Session, begin: Begin, keeping: Keeping) -> None:
        super().__init__(window)
        self.window, self.look, self.session = window, look, session
        self.readings = Readings(session, begin, self)
        into = self._into = ReadingWalk(look, self.readings, self.page, self)
        into.page_wanted.connect(self.show)
        into.help_wanted.connect(self._show_help)
        into.started.connect(self._reading_started)
        into.finished.connect(self._finished)
        into.ended.connect(self._reading_ended)
        questions = self.questions = Questions(look, session, self._in_use, self.page, self)
        questions.page_wanted.connect(self.show)
        questions.begun.connect(self._choose)
        questions.facts_told.connect(self._facts_told)
        questions.case_answered.connect(self._case_answered)
        self.results = results = ResultWalk(
            look, session, self.readings, begin=begin, library=self._in_use, page=self.page, parent=self
        )
        into.amended.connect(self._amended)
        results.page_wanted.connect(self.show)
        results.question_wanted.connect(self.questions.ask_about_case)
        results.close_wanted.connect(self._leave_knowing)
        self.keep = KeepingWalk(look, session, keeping, self.page, self)
        self._join_keeping()
        guiding = self.guiding = Guiding(look, self)
        guiding.changed.connect(self._guided)
        guiding.kept.connect(keeping.keep_packs)
        guiding.facts_wanted.connect(self.questions.ask_facts)
        self._outside: Outside | None = None
        self._makers: dict[str, Callable[[], QWidget]] = {
            "welcome": self._welcome,
            "download": self._download,
            "choose": self._into.choose,
            "reading": self._into.reading,
            "whose": self._into.whose,
            "which_writer": self._into.which_writer,
            "beyond": self._beyond,
            "guidance": self._guidance,
            "internet": self._internet,
            "settings": self._settings,
            "about": self._about,
            **self.questions.makers,
            **self.results.makers,
            "keep": self.keep.keep,
            "kept": self.keep.care.make,
            "locked": self.keep.unlocking.make,
            "clear": self.keep.clear,
        }
        window.may_close = self.keep.may_close
        window.page_wanted.connect(self._wanted)
        window.leaving.connect(self.leave)
        window.closing.connect(self.close)
        self._open_menu()
        self._say_kept()

    def _join_keeping(self) -> None:
        keep, results = self.keep, self.results
        keep.page_wanted.connect(self.show)
        keep.question_wanted.connect(self.questions.ask_about_case)
        keep.close_wanted.connect(self.window.close)
        keep.emptied.connect(self._empty)
        keep.came_back.connect(self._came_back)
        keep.changed.connect(self._say_kept)
        keep.busy, keep.place = self._at_work, self._place
        results.keep_wanted.connect(keep.go)
        results.keep_refused.connect(keep.forget)
        results.moved.connect(keep.moved)
        results.compared = keep.compared

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
        page = WelcomePage(self.look, managed=is_managed())
        page.started.connect(self.questions.start)
        page.demo_wanted.connect(self.run_demo)
        page.help_wanted.connect(self._show_help)
        return page

    def _download(self) -> QWidget:
        page = GetDownloadPage(self.look, load_how_to(), load_advice())
        page.link_wanted.connect(self._follow)
        page.have_it.connect(self.questions.start)
        return page

    def _beyond(self) -> QWidget:
        self._beyond_accounts = Beyond(self.look, self.session, self)
        self._beyond_accounts.question_wanted.connect(self._ask_beyond)
        return self._beyond_accounts.page

    def _guidance(self) -> QWidget:
        return self.guiding.page

    def _internet(self) -> QWidget:
        from ui.outside import Outside, new_gateway  # noqa: PLC0415 - it can speak to a network

        keeping = self.keep.keeping
        self._outside = Outside(self.look, lambda: new_gateway(keeping.ledger, keeping.keep_ledger), self)
        return self._outside.page

    def _settings(self) -> QWidget:
        page = SettingsPage(self.look)
        page.single_keys_changed.connect(self._set_single_keys)
        page.motion_changed.connect(self._set_motion)
        page.keep_wanted.connect(self.keep.go)
        page.say_kept(keeps=self.session.keeps)
        return page

    def _about(self) -> QWidget:
        return AboutPage(self.look, __version__)

    # --- moving about -----------------------------------------------------------------------------------------------

    def _wanted(self, key: str) -> None:
        if self.keep.behind_lock and key != "about":
            key = "keep"
        match key:
            case "keep":
                self.keep.go()
            case "clear":
                self.keep.go_clear()
            case "choose":
                self.questions.start()
            case "evidence":
                self.questions.ask_about_case()
            case "beyond":
                self._show_beyond()
            case "facts":
                self.questions.ask_facts()
            case "finish" | "report" | "before" | "people":
                self.results.show(key)
            case _:
                self.show(key)

    def _show_beyond(self) -> None:
        self.page("beyond")
        self._beyond_accounts.refresh()
        self.show("beyond")

    def _show_help(self) -> None:
        self.show("download")

    def _choose(self) -> None:
        self._into.go(self.session.scope or MessageScope.NONE)

    def _facts_told(self, told: bool) -> None:
        self.keep.keeping.keep_facts()
        if told and self.session.paths and self.session.result is not None and not self.session.made_up:
            self.readings.read_again()
        else:
            self._go_on()

    def _case_answered(self, asked_from: str) -> None:
        if asked_from:
            self.review.answered()
            self._wanted(asked_from)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Back to the findings, or on to the first reading."""
        if self.session.result is not None:
            self.review.answered()
            self.show("findings")
        else:
            self.questions.start()

    def _ask_beyond(self) -> None:
        self.questions.ask_about_case("beyond")

    def _follow(self, address: str) -> None:
        open_link(self.look, address, self.window)

    def _set_single_keys(self, on: bool) -> None:
        self.look.single_keys = on
        self.keep.keep_settings()
        self.review.page.set_single_keys(on)

    def _set_motion(self, on: bool) -> None:
        self.look.motion = on
        self.keep.keep_settings()
        self._into.show_motion(on)

    def _open_menu(self) -> None:
        for key in ABOUT_A_RESULT:
            self.window.menu.enable(key, self.session.result is not None)

    def _in_use(self) -> Library:
        return self.guiding.library

    def _guided(self) -> None:
        """Other guidance: the findings are cited anew, and the page of own facts offers the new sets."""
        if self.session.result is not None:
            self.session.result = self.guiding.applied(self.session.result, self.session.facts)
        self.results.use_library()
        self.window.drop("facts")

    # --- reading ----------------------------------------------------------------------------------------------------

    def begin(self, *, made_up: bool) -> None:
        """The first thing on the screen: what was kept, the made-up officer, or the welcome."""
        if made_up:
            self.keep.passed = True
            QTimer.singleShot(0, self.run_demo)
        else:
            self.keep.start()

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
        if self.readings.running:
            self.page("findings")

    def _finished(self, result: AuditResult, aside: tuple[str, ...]) -> None:
        result = self.session.result = self.guiding.applied(result, self.session.facts)
        self.keep.keep_result()
        self.results.show_result(result, aside)
        self.review.page.keep_strip.setVisible(self.keep.may_offer)
        self._open_menu()
        self.show("findings")

    def _amended(self, result: AuditResult, aside: tuple[str, ...]) -> None:
        """The second look is over: what it changed comes in where the user is."""
        result = self.session.result = self.guiding.applied(result, self.session.facts)
        self.keep.keep_result()
        self.results.show_more(result, aside)

    # --- keeping and locking ------------------------------------------------------------------------------------------

    def _at_work(self) -> bool:
        return self.readings.at_work

    def _place(self) -> Place:
        return Place(self.window.current, self.review.page.current if self.results.begun else "")

    def _empty(self) -> None:
        """No page shows anything of the sitting any more."""
        self.readings.close()
        self.results.forget()
        self.guiding.drop_page()
        if self._outside is not None:
            self._outside.close()
            self._outside = None
        self.window.drop_pages()
        self.window.show_banner(shown=False)
        self._open_menu()

    def _came_back(self, place: Place) -> None:
        """What was kept is in the session: its pages are made anew, and the user is where they were."""
        self._empty()
        packs = self.keep.keeping.packs
        if packs is not None:
            self.keep.care.waiting = "\n".join(self.guiding.restore(packs.publishers, packs.packs))
        result = self.session.result
        if result is None:
            self._wanted(place.page if place.page in _BESIDE_RESULTS else "welcome")
            return
        self.results.show_result(result, ())
        page = "keep" if place.page == "kept" else place.page
        self._wanted(page if page in (*_BESIDE_RESULTS, *ABOUT_A_RESULT) else "findings")
        self.review.page.open_finding(place.finding)

    def _say_kept(self) -> None:
        self.window.menu.say_kept(self.keep.words)
        if self.results.begun:
            self.review.refresh()
            self.review.page.keep_strip.setVisible(self.keep.may_offer)
        page = self.window.page("settings") if self.window.has("settings") else None
        if isinstance(page, SettingsPage):
            page.say_kept(keeps=self.session.keeps)

    def _leave_knowing(self) -> None:
        self.keep.forget()
        self.window.close()

    def close(self) -> None:
        """Cancel, wait, go: nothing outlives the window."""
        self.keep.end()
        self.readings.close()
        self.results.close()
        if self._outside is not None:
            self._outside.close()

    def leave(self) -> None:
        """Quick exit: the window is hidden already."""
        self.keep.end(at_once=True)
        self.close()
        self.session.start_over()
        if self.results.begun:
            self.review.clear_copied()
        QGuiApplication.quit()
