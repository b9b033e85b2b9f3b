"""Clears everything that this program keeps on the computer, the keys first, and says what is gone and what is not."""

import contextlib
import os
import re
import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Final

from privacy_audit.vault.errors import KeyStoreError, VaultError
from privacy_audit.vault.folder import VaultFolder, data_folder
from privacy_audit.vault.key_file import SlotKind, read_key_file
from privacy_audit.vault.key_store import KeyStore

_OURS_IN_TEMP: Final = re.compile(r"privacy-audit-[a-z0-9_]{8}")


class Trace(Enum):
    """A kind of thing that the program may have left here."""

    STORE_KEY = "the key in the computer's key store"
    KEYS = "the file of keys"
    VAULT = "what you kept, with its copy and what was set aside"
    REST = "settings, caches, logs and crash notes"
    TEMPORARY = "temporary files"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was there and is gone, and what could not be removed. What was never there is in neither."""

    at: datetime
    gone: tuple[Trace, ...]
    left: tuple[Trace, ...]

    @property
    def clean(self) -> bool:
        return not self.left


def our_folders(environment: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """Every folder that this program may write to by itself: data, caches, settings and logs."""
    env = os.environ if environment is None else environment
    data = data_folder(env)
    if sys.platform == "win32":
        return (data,)
    if sys.platform == "darwin":
        library = data.parents[1]
        return (data, library / "Caches" / data.name, library / "Logs" / data.name)
    home = Path(env.get("HOME") or Path.home())
    standard = (("XDG_CACHE_HOME", ".cache"), ("XDG_CONFIG_HOME", ".config"), ("XDG_STATE_HOME", ".local/state"))
    chosen = (Path(env.get(name) or "") for name, _usual in standard)
    usual = (home / where for _name, where in standard)
    return (
        data,
        *((one if one.is_absolute() else other) / data.name for one, other in zip(chosen, usual, strict=True)),
    )


def clear_everything(
    store: KeyStore | None, folders: tuple[Path, ...] | None = None, temp: Path | None = None
) -> Receipt:
    """The vault must be closed. Whatever cannot be removed does not keep the rest from going."""
    data, *others = folders or our_folders()
    vault = VaultFolder(data)
    steps: tuple[tuple[Trace, Callable[[], bool]], ...] = (
        (Trace.STORE_KEY, lambda: _forget_keys(vault, store)),
        (Trace.KEYS, lambda: _each(_overwrite, _key_files(vault))),
        (Trace.VAULT, lambda: _each(_unlink, _vault_files(vault))),
        (Trace.REST, lambda: _each(_remove_tree, (data, *others))),
        (Trace.TEMPORARY, lambda: _each(_remove_tree, _temporary(temp))),
    )
    gone, left = [], []
    for trace, step in steps:
        try:
            if step():
                gone.append(trace)
        except (OSError, KeyStoreError):
            left.append(trace)
    return Receipt(datetime.now(UTC), tuple(gone), tuple(left))


def _each(remove: Callable[[Path], bool], paths: Iterable[Path]) -> bool:
    """Tries every one before it says that one could not be removed."""
    gone, refused = False, 0
    for path in paths:
        try:
            gone = remove(path) or gone
        except OSError:
            refused += 1
    if refused:
        raise PermissionError
    return gone


def _forget_keys(vault: VaultFolder, store: KeyStore | None) -> bool:
    """Key files that were set aside have keys of their own."""
    gone = False
    for path in _key_files(vault):
        try:
            keys = read_key_file(path)
        except VaultError:
            continue  # damaged: nobody can say any more what it was called in the key store
        if keys.slot(SlotKind.KEY_STORE) is None:
            continue
        if store is None:
            raise KeyStoreError
        gone = store.forget(keys.vault) or gone
    return gone


def _key_files(vault: VaultFolder) -> list[Path]:
    return sorted(vault.path.glob("vault.key*"))


def _vault_files(vault: VaultFolder) -> list[Path]:
    return sorted(path for path in vault.path.glob("vault.*") if path != vault.lock)


def _overwrite(path: Path) -> bool:
    """On a disk with platters this is the end of it; a solid-state disk may keep the old block, and we say so."""
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(max(path.stat().st_size, 1)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    return True


def _unlink(path: Path) -> bool:
    path.unlink()
    return True


def _remove_tree(folder: Path) -> bool:
    if folder.is_symlink():
        folder.unlink()
        return True
    if not folder.exists():
        return False
    held = any(path.is_file() and path.name != "vault.lock" for path in folder.rglob("*"))
    shutil.rmtree(folder)
    return held


def _temporary(temp: Path | None) -> Iterator[Path]:
    """The made-up officer's folders that a crash left behind, if they are this user's."""
    place = temp or Path(tempfile.gettempdir())
    with contextlib.suppress(OSError):
        for path in place.iterdir():
            mine = os.name != "posix" or path.lstat().st_uid == os.getuid()
            if mine and _OURS_IN_TEMP.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
                yield path
