"""Makes a vault, opens one, and goes back to the copy of a damaged one; nothing that was kept is lost."""

import contextlib
import secrets
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from privacy_audit.vault.errors import (
    KeyLostError,
    KeyStoreError,
    VaultDamagedError,
    VaultError,
    VaultInUseError,
    WrongPassphraseError,
)
from privacy_audit.vault.folder import VaultFolder, copy_whole, in_place, settle
from privacy_audit.vault.instance import FolderLock
from privacy_audit.vault.key_file import (
    KeyFile,
    SlotKind,
    key_store_slot,
    new_key_file,
    open_with_passphrase,
    open_with_store_key,
    passphrase_slot,
    read_key_file,
    write_key_file,
)
from privacy_audit.vault.key_store import KeyStore
from privacy_audit.vault.own import Own
from privacy_audit.vault.pages import Pages
from privacy_audit.vault.schema import NEWEST
from privacy_audit.vault.vault import Hold, Vault
from privacy_audit.vault.wordless import Wordless
from privacy_audit.vault.wrapping import KEY_SIZE, NotTheKeyError


def is_there(folder: VaultFolder) -> bool:
    """The file of keys is written last when a vault is made: without it nothing was kept."""
    return folder.key_file.is_file()


def ways_in(folder: VaultFolder) -> frozenset[SlotKind]:
    return frozenset(slot.kind for slot in read_key_file(folder.key_file).slots)


def make(
    folder: VaultFolder,
    *,
    passphrase: str = "",
    store: KeyStore | None = None,
    conduct: Callable[[], Iterable[str]] = tuple,
) -> Vault:
    """A new vault that opens with the passphrase, the key store, or either."""
    folder.make()
    with _locked(folder) as lock:
        if is_there(folder):
            raise VaultInUseError  # another window made one a moment ago
        for path in (folder.database, *folder.beside_database, folder.copy):
            _put_aside(path)
        key, keys = secrets.token_bytes(KEY_SIZE), new_key_file()
        if store is not None:
            keys = keys.having(key_store_slot(store.new_key(keys.vault), key))
        if passphrase:
            keys = keys.having(passphrase_slot(passphrase, key))
        pages = Pages(folder.database, key, new=True)
        with _closed_if_it_fails(pages):
            pages.bring_up_to_date()
            Own(pages).fingerprint_key = secrets.token_bytes(KEY_SIZE)
            write_key_file(folder.key_file, keys)
            return Vault(Hold(folder, lock, keys, key), pages, Wordless(conduct))


def open_vault(
    folder: VaultFolder,
    *,
    passphrase: str = "",
    store: KeyStore | None = None,
    conduct: Callable[[], Iterable[str]] = tuple,
) -> Vault:
    """Raises a VaultError with the sentence for what is wrong; each leaves the files as they were."""
    with _locked(folder) as lock:
        keys = read_key_file(folder.key_file)
        key = _data_key(keys, passphrase, store)
        if not folder.database.is_file():
            raise VaultDamagedError
        pages = Pages(folder.database, key)
        with _closed_if_it_fails(pages):
            if 0 < pages.version < NEWEST:
                pages.settle()
                copy_whole(folder.database, folder.copy)
            pages.bring_up_to_date()
            return Vault(Hold(folder, lock, keys, key), pages, Wordless(conduct))


def has_copy(folder: VaultFolder) -> bool:
    return folder.copy.is_file()


def use_copy(folder: VaultFolder) -> None:
    """Puts the copy in the place of the damaged file, which is kept aside."""
    with _locked(folder) as lock:
        if not has_copy(folder):
            raise VaultDamagedError
        for path in (folder.database, *folder.beside_database):
            _put_aside(path)
        copy_whole(folder.copy, folder.database)
        lock.free()


def start_afresh(folder: VaultFolder) -> None:
    """Sets everything aside, so that a new vault can be made. Only clearing removes what was set aside."""
    with _locked(folder) as lock:
        for path in (folder.key_file, folder.database, *folder.beside_database, folder.copy):
            _put_aside(path)
        lock.free()


def _data_key(keys: KeyFile, passphrase: str, store: KeyStore | None) -> bytes:
    slot = keys.slot(SlotKind.PASSPHRASE if passphrase else SlotKind.KEY_STORE)
    if slot is None:
        raise WrongPassphraseError if passphrase else KeyStoreError
    try:
        if passphrase:
            return open_with_passphrase(slot, passphrase)
        if store is None:
            raise KeyStoreError
        return open_with_store_key(slot, store.key(keys.vault))
    except NotTheKeyError:
        raise (WrongPassphraseError if passphrase else KeyLostError) from None


@contextlib.contextmanager
def _locked(folder: VaultFolder) -> Iterator[FolderLock]:
    """Whoever gets the vault keeps the lock; a failure frees it."""
    lock = FolderLock(folder.lock)
    try:
        yield lock
    except BaseException:
        lock.free()
        raise


@contextlib.contextmanager
def _closed_if_it_fails(pages: Pages) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(VaultError):
            pages.close()
        raise


def _put_aside(path: Path) -> None:
    """Nothing is deleted here: what cannot be opened today may be tomorrow, with an older key file from a backup."""
    with in_place():
        if path.exists():
            path.replace(path.with_name(f"{path.name}.aside-{secrets.token_hex(4)}"))
            settle(path.parent)
