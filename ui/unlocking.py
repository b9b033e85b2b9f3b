"""Joins the locked page to the vault: opening it, passing it by, and the ways out when it is damaged."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.vault import KeyLostError, SlotKind, VaultDamagedError, VaultError
from privacy_audit.vault.opening import has_copy, start_afresh, use_copy
from ui.keeping import Keeping, State
from ui.look import Look
from ui.pages.locked import LockedPage


class Unlocking(QObject):
    """Holds the page for one window."""

    page_wanted = Signal(str)
    clear_wanted = Signal()
    passed_by = Signal()  # what is kept stays locked while the user looks at something else
    started_afresh = Signal()

    def __init__(
        self, look: Look, keeping: Keeping, page: Callable[[str], QWidget], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._keeping, self._page = look, keeping, page

    def make(self) -> QWidget:
        page = self._locked = LockedPage(self._look)
        page.opened_by_store.connect(self._open_by_store)
        page.opened_by_passphrase.connect(self._open)
        page.passed_by.connect(self.passed_by)
        page.copy_wanted.connect(self._use_copy)
        page.afresh_wanted.connect(self._start_afresh)
        page.clear_wanted.connect(self.clear_wanted)
        return page

    def start(self) -> None:
        """When the window opens: the key store is asked at once, a passphrase is waited for."""
        self.show()
        if self._keeping.ways == {SlotKind.KEY_STORE}:
            self._open_by_store()

    def show(self) -> None:
        self._page("locked")
        ways = self._keeping.ways
        self._locked.ask(
            by_words=SlotKind.PASSPHRASE in ways, by_store=SlotKind.KEY_STORE in ways, sitting=self._keeping.sitting
        )
        self.page_wanted.emit("locked")
        if not ways:
            self.refuse(VaultDamagedError())

    def refuse(self, error: VaultError) -> None:
        self._page("locked")
        damaged = isinstance(error, VaultDamagedError)
        for_good = damaged or isinstance(error, KeyLostError)
        self._locked.refuse(error.sentence, for_good=for_good, has_copy=damaged and has_copy(self._keeping.folder))

    def _open_by_store(self) -> None:
        self._open("")

    def _open(self, passphrase: str) -> None:
        self._locked.show_busy(on=True)
        self._keeping.open(passphrase)

    def _use_copy(self) -> None:
        self._rescue(partial(use_copy, self._keeping.folder))

    def _start_afresh(self) -> None:
        self._rescue(partial(start_afresh, self._keeping.folder))

    def _rescue(self, work: Callable[[], None]) -> None:
        try:
            work()
        except VaultError as error:
            self.refuse(error)
            return
        if self._keeping.state is State.LOCKED:
            self.show()
        else:
            self.started_afresh.emit()
