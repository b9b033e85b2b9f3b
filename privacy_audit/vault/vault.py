"""An open vault: its parts, its ways in, and how it is closed."""

import secrets
from dataclasses import dataclass
from typing import Final

from privacy_audit.vault.audits import Audits
from privacy_audit.vault.decided import KeptDecisions
from privacy_audit.vault.errors import VaultDamagedError, VaultPlaceError
from privacy_audit.vault.folder import VaultFolder, copy_whole
from privacy_audit.vault.instance import FolderLock
from privacy_audit.vault.key_file import (
    KeyFile,
    SlotKind,
    key_store_slot,
    passphrase_slot,
    write_key_file,
)
from privacy_audit.vault.key_store import KeyStore
from privacy_audit.vault.own import Own
from privacy_audit.vault.pages import Pages
from privacy_audit.vault.people import People
from privacy_audit.vault.photos import Photos
from privacy_audit.vault.wordless import Wordless
from privacy_audit.vault.wrapping import KEY_SIZE, WRAPPED_SIZE, NotTheKeyError, unwrap, wrap

_SITTING: Final = b"privacy-audit sitting"


@dataclass(frozen=True, slots=True, repr=False)
class Hold:
    """What an opening has in hand: the folder, locked, and the key."""

    folder: VaultFolder
    lock: FolderLock
    keys: KeyFile
    key: bytes


class Vault:
    """Made by `opening`. One owner, one program at a time."""

    def __init__(self, hold: Hold, pages: Pages, wordless: Wordless) -> None:
        self.folder = hold.folder
        self._lock, self._keys, self._key, self._pages = hold.lock, hold.keys, hold.key, pages
        self.wordless = wordless
        self.own = Own(pages)
        fingerprint_key = self.own.fingerprint_key
        self.audits = Audits(pages, wordless)
        self.decisions = KeptDecisions(pages)
        self.people = People(pages, fingerprint_key)
        self.photos = Photos(pages, fingerprint_key)

    def __repr__(self) -> str:
        return "<Vault>"

    # --- ways in: each is a new wrapping of the same key, so no page is written anew ----------------------------------

    @property
    def ways(self) -> frozenset[SlotKind]:
        return frozenset(slot.kind for slot in self._keys.slots)

    def use_passphrase(self, passphrase: str) -> None:
        """From now on this passphrase opens it, and no earlier one."""
        self._write(self._keys.having(passphrase_slot(passphrase, self._key)))

    def use_key_store(self, store: KeyStore) -> None:
        """From now on the key store opens it, with a new key."""
        self._write(self._keys.having(key_store_slot(store.new_key(self._keys.vault), self._key)))

    def give_up(self, way: SlotKind, store: KeyStore | None = None) -> None:
        """Takes one of two ways away; the last one stays."""
        fewer = self._keys.without(way)
        if not fewer.slots:
            return
        self._write(fewer)
        if way is SlotKind.KEY_STORE and store is not None:
            store.forget(self._keys.vault)

    def _write(self, keys: KeyFile) -> None:
        write_key_file(self.folder.key_file, keys)
        self._keys = keys

    # --- the sitting, while the vault is locked -----------------------------------------------------------------------

    def seal(self, sitting: bytes) -> bytes:
        """What stays in memory behind the lock can be read with this vault open again, and not before."""
        once = secrets.token_bytes(KEY_SIZE)
        return wrap(self._key, once, _SITTING) + wrap(once, sitting, _SITTING)

    def unseal(self, sealed: bytes) -> bytes | None:
        """None when it was sealed by another vault."""
        try:
            once = unwrap(self._key, sealed[:WRAPPED_SIZE], _SITTING)
            return unwrap(once, sealed[WRAPPED_SIZE:], _SITTING)
        except NotTheKeyError:
            return None

    # --- the end ------------------------------------------------------------------------------------------------------

    def close(self, *, at_once: bool = False) -> None:
        """Closes it, with a copy for a bad day; `at_once` leaves the copy as it was. Closing twice does no harm."""
        pages, self._key = self._pages, b""
        try:
            if pages.changed and not at_once:
                pages.settle()
                if pages.is_sound():
                    copy_whole(self.folder.database, self.folder.copy)
        except (VaultPlaceError, VaultDamagedError):
            pass  # there is no room for a copy, or nothing worth one: what was kept is where it was
        finally:
            pages.close()
            self._lock.free()
