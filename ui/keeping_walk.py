"""Joins the pages on keeping, locking and clearing to the vault and to the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.comparing import Comparison, made_on
from privacy_audit.locations import synced_by
from privacy_audit.own_facts import Answer
from privacy_audit.vault import VaultError
from privacy_audit.vault.audits import Expiry
from privacy_audit.vault.clearing import Receipt
from ui.idle import Idle
from ui.jobs import Errand
from ui.keeping import AFTER_MINUTES, Keeping, State
from ui.kept_care import KeptCare
from ui.kept_settings import minutes_of, settings_of, use_settings
from ui.look import Look
from ui.pages.clear import ClearPage
from ui.pages.keep import KeepPage
from ui.pages.kept import IDLE_MINUTES
from ui.session import Session
from ui.sitting import Place
from ui.unlocking import Unlocking


class KeepingWalk(QObject):
    """What it asks of the window comes as signals. `busy` and `place` are answered by the walk."""

    page_wanted = Signal(str)
    question_wanted = Signal(str)  # the page that it is asked from
    close_wanted = Signal()
    emptied = Signal()  # locked or cleared: no page may show anything of the sitting any more
    came_back = Signal(object)  # a Place
    changed = Signal()  # what the window says about keeping is to be said anew

    def __init__(
        self, look: Look, session: Session, keeping: Keeping, page: Callable[[str], QWidget], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look, self._session, self.keeping, self._page = look, session, keeping, page
        self.busy: Callable[[], bool] = lambda: False  # something runs that the lock must not cut off
        self.place: Callable[[], Place] = Place
        self.answered = False  # the question whether to keep anything
        self.passed = False  # what is kept stays locked while the user looks at something else
        self._minutes = AFTER_MINUTES
        self._closing = False
        self._looking: Errand | None = None
        self._idle = Idle(self._quiet, self)
        self.care = KeptCare(look, keeping, page, self)
        self.unlocking = Unlocking(look, keeping, page, self)
        self._join()

    def _join(self) -> None:
        keeping, care, unlocking = self.keeping, self.care, self.unlocking
        keeping.made.connect(self._made)
        keeping.came_back.connect(self._came_back)
        keeping.locked.connect(self._locked)
        keeping.cleared.connect(self._cleared)
        keeping.refused.connect(self._refused)
        keeping.told.connect(self._told)
        for part in (care, unlocking):
            part.page_wanted.connect(self.page_wanted)
            part.clear_wanted.connect(self.go_clear)
        care.lock_wanted.connect(self.lock)
        care.minutes_chosen.connect(self._set_minutes)
        unlocking.passed_by.connect(self._pass_by)
        unlocking.started_afresh.connect(self._started_afresh)
        self._look.changed.connect(self.keep_settings)

    # --- the pages, each made when it is first wanted -----------------------------------------------------------------

    def keep(self) -> QWidget:
        page = self._keep_page = KeepPage(self._look)
        page.store_chosen.connect(self._make_with_store)
        page.passphrase_chosen.connect(self._make)
        page.nothing_chosen.connect(self._nothing)
        return page

    def clear(self) -> QWidget:
        page = self._clear_page = ClearPage(self._look)
        page.confirmed.connect(self._clear)
        page.went_back.connect(self.go)
        page.left.connect(self.close_wanted)
        page.offer.question_wanted.connect(self._ask_about_case)
        page.offer.moved.connect(self.moved)
        return page

    # --- the way ------------------------------------------------------------------------------------------------------

    @property
    def behind_lock(self) -> bool:
        """Whether the locked page stands before everything else."""
        return not self.passed and self.keeping.state is State.LOCKED

    def start(self) -> bool:
        """When the window opens: what was kept is opened, or asked for. Says whether there is anything."""
        if self.keeping.state is not State.LOCKED:
            return False
        self.unlocking.start()
        return True

    def go(self) -> None:
        """To the page that fits how things stand."""
        match self.keeping.state:
            case State.NOTHING:
                self._ask(closing=False)
            case State.LOCKED:
                self.passed = False
                self.changed.emit()
                self.unlocking.show()
            case State.OPEN:
                self._show_kept()

    def go_clear(self) -> None:
        self._page("clear")
        may_go = self._session.facts.under_investigation is Answer.NO
        self._clear_page.ask(self._session.paths, may_go=may_go, made_up=self._session.made_up)
        self.page_wanted.emit("clear")

    def _ask_about_case(self) -> None:
        self.question_wanted.emit("clear")

    @property
    def may_offer(self) -> bool:
        """Whether to ask, beside what was found, if it is to be kept."""
        own = self._session.result is not None and not self._session.made_up
        return own and not self.answered and self.keeping.state is State.NOTHING

    @property
    def words(self) -> str:
        """How things stand, for the side of the window."""
        match self.keeping.state:
            case State.OPEN:
                return self.tr("Kept on this computer, encrypted. Closing the window locks it.")
            case State.LOCKED if not self.passed:
                return self.tr("Locked.")
            case _:
                return self.tr("In memory only. Closing the window forgets it.")

    def keep_result(self) -> None:
        """A download has been read to its end: what was found in it, and whose it is."""
        result = self._session.result
        if result is not None:
            self.keeping.keep_facts()
            self.keeping.keep_result(result, made_on(result))

    def compared(self) -> Comparison | None:
        """What became of what the last kept audit found; None when there is nothing to compare with."""
        result = self._session.result
        return self.keeping.compared(result, made_on(result)) if result is not None else None

    def may_close(self) -> bool:
        """Asks once before an hour's sorting is forgotten; whoever has answered is not asked again."""
        sorted_some = bool(self._session.own_decisions.all)
        if self.answered or not sorted_some or self.keeping.state is not State.NOTHING or self._session.made_up:
            return True
        self._ask(closing=True)
        return False

    def forget(self) -> None:
        """The user closes the window knowing that it forgets."""
        self.answered = True

    def moved(self, gone: tuple[Path, ...]) -> None:
        """Files that are in the bin are no longer chosen."""
        self._session.paths = tuple(path for path in self._session.paths if path not in gone)

    def lock(self) -> None:
        self._idle.stop()
        self.keeping.lock(self.place())

    def end(self, *, at_once: bool = False) -> None:
        self._idle.stop()
        self.keeping.shut(at_once=at_once)

    # --- settings -----------------------------------------------------------------------------------------------------

    def keep_settings(self) -> None:
        self.keeping.keep_settings(settings_of(self._look, self._minutes))

    def _set_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self._idle.start(minutes)
        self.keep_settings()

    # --- keeping ------------------------------------------------------------------------------------------------------

    def _ask(self, *, closing: bool) -> None:
        self._closing = closing
        self._page("keep")
        self._keep_page.ask(closing=closing, synced=synced_by(self.keeping.folder.path) or "")
        self.page_wanted.emit("keep")
        self._looking = Errand(self.keeping.find_store, self)
        self._looking.done.connect(self._looked)
        self._looking.start()

    def _looked(self, store: object) -> None:
        self._looking = None
        self._keep_page.show_store(there=store is not None)

    def _make_with_store(self) -> None:
        self._make("")

    def _make(self, passphrase: str) -> None:
        self._keep_page.show_busy(on=True)
        self.keeping.make(passphrase)

    def _made(self) -> None:
        self.answered = True
        self.keep_settings()
        self._idle.start(self._minutes)
        self.changed.emit()
        if self._closing:
            self.close_wanted.emit()
        else:
            self._show_kept(self.tr("It is kept from now on. What you decide is written as you go."))

    def _nothing(self) -> None:
        self.answered = True
        self.changed.emit()
        if self._closing:
            self.close_wanted.emit()
        else:
            self.page_wanted.emit("findings" if self._session.result is not None else "welcome")

    def _show_kept(self, sentence: str = "") -> None:
        self.care.minutes = self._minutes
        self.care.show(sentence)

    def _refused(self, error: VaultError) -> None:
        match self.keeping.state:
            case State.OPEN:
                self._show_kept(error.sentence)
            case State.LOCKED:
                self.unlocking.refuse(error)
            case State.NOTHING:
                self._page("keep")
                self._keep_page.refuse(error.sentence)

    def _told(self, sentence: str) -> None:
        if self.keeping.state is State.OPEN:
            self._show_kept(sentence)

    # --- opening, locking and clearing --------------------------------------------------------------------------------

    def _came_back(self, place: Place, expiry: Expiry) -> None:
        self.care.expiry, self.passed, self.answered = expiry, False, True
        settings = self.keeping.settings
        self._minutes = minutes_of(settings, IDLE_MINUTES, self._minutes)
        use_settings(self._look, settings)
        self._idle.start(self._minutes)
        self.changed.emit()
        self.came_back.emit(place)

    def _pass_by(self) -> None:
        self.passed = True
        self.changed.emit()
        self.page_wanted.emit("welcome")

    def _started_afresh(self) -> None:
        self.changed.emit()
        self.page_wanted.emit("welcome")

    def _quiet(self) -> None:
        if self.busy():
            self._idle.start(self._minutes)
        else:
            self.lock()

    def _locked(self) -> None:
        self.emptied.emit()
        self.changed.emit()
        self.unlocking.show()

    def _clear(self) -> None:
        self._idle.stop()
        self.answered = True
        self.keeping.clear()
        self.emptied.emit()
        self._page("clear")
        self._clear_page.show_busy()
        self.page_wanted.emit("clear")

    def _cleared(self, receipt: Receipt) -> None:
        self._page("clear")
        self._clear_page.show_receipt(receipt)
        self.changed.emit()
