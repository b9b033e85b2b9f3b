"""Where the vault lies: a folder of this computer alone, closed to others; and how its small files are written."""

import contextlib
import os
import secrets
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from privacy_audit.vault.errors import VaultPlaceError

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class VaultFolder:
    """The folder and the names of what lies in it."""

    path: Path

    @property
    def key_file(self) -> Path:
        return self.path / "vault.key"

    @property
    def database(self) -> Path:
        return self.path / "vault.db"

    @property
    def beside_database(self) -> tuple[Path, ...]:
        """What the database library may leave beside its file."""
        return tuple(self.path / f"vault.db{end}" for end in ("-wal", "-shm", "-journal"))

    @property
    def copy(self) -> Path:
        """The database as it was when it was last closed."""
        return self.path / "vault.copy"

    @property
    def lock(self) -> Path:
        return self.path / "vault.lock"

    def make(self) -> None:
        with in_place():
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.name == "posix":
                self.path.chmod(0o700)


def data_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Windows: the local part of the profile, which does not roam. Elsewhere the system's own place for such data."""
    env = os.environ if environment is None else environment
    home = Path(env.get("USERPROFILE" if sys.platform == "win32" else "HOME") or Path.home())
    if sys.platform == "win32":
        return Path(env.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Privacy Audit"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Privacy Audit"
    chosen = Path(env.get("XDG_DATA_HOME") or "")  # the standard says that a relative one is to be ignored
    return (chosen if chosen.is_absolute() else home / ".local" / "share") / "privacy-audit"


def write_whole(path: Path, data: bytes) -> None:
    """A new file first, then a rename: after a crash there is the old one or the new one, each whole."""
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    with in_place(), _gone_if_unfinished(new):
        with os.fdopen(os.open(new, _NEW, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
        settle(path.parent)


def copy_whole(source: Path, target: Path) -> None:
    """The same for a file that may be large."""
    new = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    with in_place(), _gone_if_unfinished(new):
        with source.open("rb") as old, os.fdopen(os.open(new, _NEW, 0o600), "wb") as file:
            shutil.copyfileobj(old, file, _CHUNK)
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
        settle(target.parent)


def settle(folder: Path) -> None:
    """Makes a rename last through a loss of power, where the system knows how."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def in_place() -> Iterator[None]:
    """Turns what the system says about a place into our sentence."""
    try:
        yield
    except OSError:
        raise VaultPlaceError from None


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@contextlib.contextmanager
def _gone_if_unfinished(new: Path) -> Iterator[None]:
    try:
        yield
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        raise
