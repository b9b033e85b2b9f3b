"""What the user chose to keep, encrypted page by page: findings, decisions, own facts, people, photos and settings."""

from privacy_audit.vault.errors import (
    KeyLostError,
    KeyStoreError,
    VaultDamagedError,
    VaultError,
    VaultInUseError,
    VaultPlaceError,
    VaultTooNewError,
    WrongPassphraseError,
)
from privacy_audit.vault.folder import VaultFolder, data_folder
from privacy_audit.vault.key_file import SlotKind
from privacy_audit.vault.opening import is_there, make, open_vault, use_copy, ways_in
from privacy_audit.vault.vault import Vault

__all__ = [
    "KeyLostError",
    "KeyStoreError",
    "SlotKind",
    "Vault",
    "VaultDamagedError",
    "VaultError",
    "VaultFolder",
    "VaultInUseError",
    "VaultPlaceError",
    "VaultTooNewError",
    "WrongPassphraseError",
    "data_folder",
    "is_there",
    "make",
    "open_vault",
    "use_copy",
    "ways_in",
]
