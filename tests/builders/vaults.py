"""Vaults for tests: a key store in memory, one that misbehaves, and a folder of its own."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from keyring.errors import KeyringError

from privacy_audit.vault import Vault, VaultFolder, make, open_vault
from privacy_audit.vault.key_store import KeyStore

PASSPHRASE = "four quiet words here"  # noqa: S105 - of invented vaults


@dataclass
class Drawer:
    """A back end of the key store that holds its keys in memory. `refuses` and `slow` make it misbehave."""

    held: dict[tuple[str, str], str] = field(default_factory=dict)
    refuses: bool = False
    forgetful: bool = False
    slow: float = 0.0

    def get_password(self, service: str, username: str, /) -> str | None:
        self._think()
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self._think()
        if not self.forgetful:
            self.held[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        self._think()
        del self.held[service, username]

    def _think(self) -> None:
        time.sleep(self.slow)
        if self.refuses:
            raise KeyringError("locked")


def key_store(drawer: Drawer | None = None, patience: float = 5.0) -> KeyStore:
    return KeyStore(drawer or Drawer(), "a drawer", patience)


def fresh(path: Path, store: KeyStore | None = None) -> tuple[Vault, KeyStore]:
    store = store or key_store()
    return make(VaultFolder(path), store=store), store


def again(vault: Vault, store: KeyStore) -> Vault:
    """Closed and opened once more, as after a new start."""
    vault.close()
    return open_vault(vault.folder, store=store)


def bytes_under(*folders: Path) -> Iterator[tuple[str, bytes]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path.name, path.read_bytes()
