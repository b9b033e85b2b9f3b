"""Holds the vault for one window: makes it, opens it, locks it with the sitting sealed, and clears everything."""

import threading
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from privacy_audit.comparing import Comparison
from privacy_audit.result import AuditResult
from privacy_audit.vault import (
    KeyStoreError,
    SlotKind,
    Vault,
    VaultError,
    VaultFolder,
    is_there,
    make,
    open_vault,
    ways_in,
)
from privacy_audit.vault.audits import Expiry, KeptAudit
from privacy_audit.vault.clearing import Receipt, clear_everything, our_folders
from privacy_audit.vault.key_store import KeyStore, find_key_store
from privacy_audit.vault.own import Setting
from ui.following import Following
from ui.jobs import Errand
from ui.session import Session
from ui.sitting import Place, bring_back, packed_sitting

if TYPE_CHECKING:
    from privacy_audit.packs import Publisher
    from privacy_audit.vault.kept_packs import KeptPacks

AFTER_MINUTES = 10


class State(Enum):
    """How things stand between this window and the vault."""

    NOTHING = "nothing is kept"
    LOCKED = "locked"
    OPEN = "open"


def conduct_checks() -> frozenset[str]:
    """The checks whose words are never kept."""
    from checks.catalogue import catalogue  # noqa: PLC0415 - the window is there before the checks are

    return frozenset(check.id for check in catalogue().checks if check.conduct)


class Keeping(QObject):
    """Nothing of it touches the disk before the user has chosen to keep something."""

    made = Signal()
    came_back = Signal(object, object)  # Place, Expiry: the sitting, or what was kept, is in the session again
    locked = Signal()
    cleared = Signal(object)  # a Receipt
    refused = Signal(object)  # a VaultError: it stays as it is
    told = Signal(str)  # a sentence on what could not be written

    def __init__(
        self,
        session: Session,
        folder: VaultFolder,
        find_store: Callable[[], KeyStore | None] = find_key_store,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self.folder, self.find_store = session, folder, find_store
        self.vault: Vault | None = None
        self.following: Following | None = None
        self._errand: Errand | None = None
        self._sealed: bytes | None = None
        self._packs: KeptPacks | None = None
        self._ledger = ""  # what left this computer while nothing was kept
        self._left: tuple[int | None, tuple[Path, ...]] = (None, ())

    # --- how things stand ---------------------------------------------------------------------------------------------

    @property
    def state(self) -> State:
        if self.vault is not None:
            return State.OPEN
        return State.LOCKED if is_there(self.folder) else State.NOTHING

    @property
    def sitting(self) -> bool:
        """Whether somebody was at work when it was locked."""
        return self._sealed is not None

    @property
    def ways(self) -> frozenset[SlotKind]:
        """How it opens; none when its file of keys cannot be read."""
        try:
            return self.vault.ways if self.vault is not None else ways_in(self.folder)
        except VaultError:
            return frozenset()

    @property
    def settings(self) -> dict[str, Setting]:
        return self.vault.own.settings if self.vault is not None else {}

    # --- making and opening, beside the window ------------------------------------------------------------------------

    def make(self, passphrase: str = "") -> None:
        """With the computer's key store where no passphrase is given; `made` or `refused` follows."""
        self._run(partial(self._make, passphrase), self._made)

    def open(self, passphrase: str = "") -> None:
        """`came_back` or `refused` follows."""
        self._run(partial(self._open, passphrase), self._opened)

    def change(self, work: Callable[[Vault], None], done: Callable[[], None]) -> None:
        """A change of the ways in, which may have to ask the key store; `done` or `refused` follows."""
        vault = self.vault
        if vault is not None:
            self._run(partial(_with_vault, work, vault), lambda _vault: done())

    def _make(self, passphrase: str) -> Vault:
        store = None if passphrase else self.store()
        return make(self.folder, passphrase=passphrase, store=store, conduct=conduct_checks)

    def _open(self, passphrase: str) -> Vault:
        store = None if passphrase else self.store()
        return open_vault(self.folder, passphrase=passphrase, store=store, conduct=conduct_checks)

    def store(self) -> KeyStore:
        store = self.find_store()
        if store is None:
            raise KeyStoreError
        return store

    def _run(self, work: Callable[[], Vault], then: Callable[[Vault], None]) -> None:
        if self._errand is not None:
            return  # one at a time: the system may be asking the user something
        self._errand = Errand(partial(_attempt, work), self)
        self._errand.done.connect(partial(self._answered, then))
        self._errand.start()

    def _answered(self, then: Callable[[Vault], None], answer: object) -> None:
        self._errand = None
        if isinstance(answer, Vault):
            then(answer)
        elif isinstance(answer, VaultError):
            self.refused.emit(answer)
        else:
            self.refused.emit(KeyStoreError())

    def _made(self, vault: Vault) -> None:
        self._hold(vault).take_over()
        if self._packs is not None:
            self.keep_packs(self._packs.publishers, self._packs.packs)
        if self._ledger:
            self.keep_ledger(self._ledger)
        self.made.emit()

    def _opened(self, vault: Vault) -> None:
        following = self._hold(vault)
        sealed, self._sealed = self._sealed, None
        raw = vault.unseal(sealed) if sealed is not None else None
        try:
            expiry = following.bring_back()
        except VaultError as error:  # a page that is damaged is found out when it is read
            self.shut()
            self.refused.emit(error)
            return
        place = bring_back(self._session, raw) if raw is not None else None
        if place is not None and not self._session.from_vault:
            following.go_on(*self._left)
        self.came_back.emit(place or Place(), expiry)

    def _hold(self, vault: Vault) -> Following:
        self.vault = vault
        self.following = Following(self._session, vault, self.told.emit)
        # loaded now, so that nobody waits for them later
        threading.Thread(target=conduct_checks, name="checks", daemon=True).start()
        return self.following

    # --- following the sitting ----------------------------------------------------------------------------------------

    def keep_facts(self) -> None:
        if self.following is not None:
            self.following.keep_facts()

    def keep_result(self, result: AuditResult, made: date) -> None:
        if self.following is not None:
            self.following.keep_result(result, made)

    def keep_settings(self, settings: dict[str, Setting]) -> None:
        if self.following is not None:
            self.following.keep_settings(settings)

    def keep_packs(self, publishers: "tuple[Publisher, ...]", packs: tuple[bytes, ...]) -> None:
        """The user's own guidance as it is now; remembered, in case a vault is made later."""
        from privacy_audit.vault.kept_packs import KeptPacks  # noqa: PLC0415 - few have any, and it loads signatures

        self._packs = KeptPacks(publishers, packs)
        if self.following is not None:
            self.following.keep_packs(self._packs)

    @property
    def packs(self) -> "KeptPacks | None":
        return self.vault.own.packs if self.vault is not None else self._packs

    def keep_ledger(self, text: str) -> None:
        """What left this computer, before it does; remembered, in case a vault is made later."""
        self._ledger = text
        if self.following is not None:
            self.following.keep_ledger(text)

    @property
    def ledger(self) -> str:
        return self.vault.own.ledger if self.vault is not None else self._ledger

    def compared(self, result: AuditResult, made: date) -> Comparison | None:
        return self.following.compared(result, made) if self.following is not None else None

    @property
    def audits(self) -> tuple[KeptAudit, ...]:
        return self.vault.audits.all() if self.vault is not None else ()

    # --- the end ------------------------------------------------------------------------------------------------------

    def lock(self, place: Place) -> None:
        """The sitting stays in memory, sealed under the vault's key; nothing of it can be read until it is opened."""
        if self.vault is None or self.following is None:
            return
        if self._session.made_up:
            self._session.start_over()
        self._sealed = self.vault.seal(packed_sitting(self._session, place))
        self._left = self.following.place
        self.shut()
        self._session.put_away()
        self.locked.emit()

    def shut(self, *, at_once: bool = False) -> None:
        """Closes the vault; what is in the session is the caller's to let go."""
        vault, self.vault, self.following = self.vault, None, None
        self._session.stop_keeping()
        if vault is not None:
            try:
                vault.close(at_once=at_once)
            except VaultError as error:
                self.told.emit(error.sentence)

    def show_audit(self, audit: int) -> None:
        """What is kept of an audit comes on show; `came_back` follows."""
        if self.following is not None:
            self._session.start_over()
            self.following.bring_up(audit)
            self.came_back.emit(Place("findings"), Expiry())

    def clear(self) -> None:
        """Everything goes: the vault, its keys, and what is in memory; `cleared` follows."""
        self.shut(at_once=True)
        self._sealed = None
        self._session.put_away()
        self._errand = Errand(self._clear, self)
        self._errand.done.connect(self._cleared)
        self._errand.start()

    def _clear(self) -> Receipt:
        """Beside the window: the key store may take its time. It is asked only where a file of keys is."""
        asked = any(self.folder.path.glob(f"{self.folder.key_file.name}*"))
        return clear_everything(self.find_store() if asked else None, (self.folder.path, *our_folders()[1:]))

    def _cleared(self, receipt: object) -> None:
        self._errand = None
        self.cleared.emit(receipt)


def _attempt(work: Callable[[], Vault]) -> Vault | VaultError:
    try:
        return work()
    except VaultError as error:
        return error


def _with_vault(work: Callable[[Vault], None], vault: Vault) -> Vault:
    work(vault)
    return vault
