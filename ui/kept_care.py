"""Joins the page on what is kept to the vault: its audits, its ways in, and when it locks by itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.vault import SlotKind, Vault, VaultError
from privacy_audit.vault.audits import Expiry
from ui.keeping import Keeping
from ui.look import Look
from ui.pages.kept import KeptPage


class KeptCare(QObject):
    """Holds the page for one window."""

    page_wanted = Signal(str)
    lock_wanted = Signal()
    clear_wanted = Signal()
    minutes_chosen = Signal(int)

    def __init__(
        self, look: Look, keeping: Keeping, page: Callable[[str], QWidget], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._keeping, self._page = look, keeping, page
        self.minutes = 0
        self.expiry = Expiry()
        self.waiting = ""  # a sentence for when the page is next seen

    def make(self) -> QWidget:
        page = self._kept = KeptPage(self._look)
        page.lock_wanted.connect(self.lock_wanted)
        page.clear_wanted.connect(self.clear_wanted)
        page.minutes_chosen.connect(self.minutes_chosen)
        page.passphrase_chosen.connect(self._new_passphrase)
        page.store_wanted.connect(self._store_too)
        page.seen.connect(self._keeping.show_audit)
        page.held.connect(self._hold)
        page.removed.connect(self._remove)
        return page

    def show(self, sentence: str = "") -> None:
        self._page("kept")
        self._kept.show_state(self._keeping.ways, self._keeping.audits, self.minutes)
        waiting, self.waiting = self.waiting, ""
        self._kept.say(sentence or waiting or self._expired())
        self.page_wanted.emit("kept")

    def _expired(self) -> str:
        expiry, self.expiry = self.expiry, Expiry()
        if expiry.removed and expiry.going:
            text = self.tr("{gone} audits went after their twelve months, and {going} more go next: see below.")
            return text.format(gone=expiry.removed, going=expiry.going)
        if expiry.removed:
            return self.tr("{gone} audits went after their twelve months.").format(gone=expiry.removed)
        if expiry.going:
            return self.tr("The twelve months of {going} audits are over: see below.").format(going=expiry.going)
        return ""

    def _new_passphrase(self, words: str) -> None:
        self._keeping.change(lambda vault: vault.use_passphrase(words), self._words_set)

    def _words_set(self) -> None:
        self.show(self.tr("From now on this passphrase opens it, and no earlier one."))

    def _store_too(self, on: bool) -> None:
        self._keeping.change(self._with_store if on else self._without_store, self._store_set)

    def _store_set(self) -> None:
        self.show(self.tr("Done. How it opens from now on is said above."))

    def _with_store(self, vault: Vault) -> None:
        vault.use_key_store(self._keeping.store())

    def _without_store(self, vault: Vault) -> None:
        vault.give_up(SlotKind.KEY_STORE, self._keeping.store())

    def _hold(self, audit: int, on: bool) -> None:
        self._change(lambda vault: vault.audits.hold(audit, on=on))

    def _remove(self, audit: int) -> None:
        self._change(lambda vault: vault.audits.remove(audit))

    def _change(self, work: Callable[[Vault], None]) -> None:
        vault = self._keeping.vault
        if vault is None:
            return
        try:
            work(vault)
        except VaultError as error:
            self.show(error.sentence)
        else:
            self.show()
