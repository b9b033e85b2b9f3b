"""The file of slots: the vault's one data key, wrapped once for the key store and once for a passphrase, or for one."""

import os
import secrets
import stat
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Final

import msgspec

from privacy_audit.vault.errors import VaultDamagedError, VaultPlaceError, VaultTooNewError
from privacy_audit.vault.folder import write_whole
from privacy_audit.vault.wrapping import DEFAULT_COST, SALT_SIZE, Cost, key_from, unwrap, wrap

_FORMAT: Final = 1
_LARGEST: Final = 16 * 1024


class SlotKind(Enum):
    """What opens a slot."""

    KEY_STORE = "key store"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way in


@dataclass(frozen=True, slots=True, repr=False)
class Slot:
    """The data key, wrapped. `salt` and `cost` are those of a passphrase; the key store's slot has neither."""

    kind: SlotKind
    id: str
    wrapped: bytes
    salt: bytes = b""
    cost: Cost = DEFAULT_COST

    @property
    def bound_to(self) -> bytes:
        """What the wrapping is tied to: a slot that was swapped or made cheaper does not open."""
        cost = f"{self.cost.memory}.{self.cost.passes}.{self.cost.lanes}"
        return "\x1f".join(("privacy-audit vault", self.kind.value, self.id, self.salt.hex(), cost)).encode()


@dataclass(frozen=True, slots=True, repr=False)
class KeyFile:
    """All ways in. `vault` is a random name: the key store keeps its key under it."""

    format: int
    vault: str
    slots: tuple[Slot, ...] = ()

    def slot(self, kind: SlotKind) -> Slot | None:
        return next((slot for slot in self.slots if slot.kind is kind), None)

    def having(self, slot: Slot) -> "KeyFile":
        """With this slot in place of another of its kind."""
        return replace(self.without(slot.kind), slots=(*self.without(slot.kind).slots, slot))

    def without(self, kind: SlotKind) -> "KeyFile":
        return replace(self, slots=tuple(slot for slot in self.slots if slot.kind is not kind))


def new_key_file() -> KeyFile:
    return KeyFile(_FORMAT, secrets.token_hex(8))


def passphrase_slot(passphrase: str, key: bytes, cost: Cost | None = None) -> Slot:
    empty = Slot(SlotKind.PASSPHRASE, secrets.token_hex(8), b"", secrets.token_bytes(SALT_SIZE), cost or DEFAULT_COST)
    return replace(empty, wrapped=wrap(key_from(passphrase, empty.salt, empty.cost), key, empty.bound_to))


def key_store_slot(store_key: bytes, key: bytes) -> Slot:
    empty = Slot(SlotKind.KEY_STORE, secrets.token_hex(8), b"")
    return replace(empty, wrapped=wrap(store_key, key, empty.bound_to))


def open_with_passphrase(slot: Slot, passphrase: str) -> bytes:
    """The data key. Raises NotTheKeyError when the passphrase is another."""
    return unwrap(key_from(passphrase, slot.salt, slot.cost), slot.wrapped, slot.bound_to)


def open_with_store_key(slot: Slot, store_key: bytes) -> bytes:
    """The data key. Raises NotTheKeyError when the key is another."""
    return unwrap(store_key, slot.wrapped, slot.bound_to)


def read_key_file(path: Path) -> KeyFile:
    """Reads the slots. A file that is larger or dearer than any of ours is not believed."""
    raw = _bytes(path)
    try:
        told = msgspec.json.decode(raw, type=_FormatOnly)
        if told.format > _FORMAT:
            raise VaultTooNewError
        read = msgspec.json.decode(raw, type=KeyFile)
    except (msgspec.DecodeError, ValueError):
        raise VaultDamagedError from None
    if not read.slots or not read.vault.isalnum() or not all(slot.cost.sane for slot in read.slots):
        raise VaultDamagedError
    return read


def write_key_file(path: Path, keys: KeyFile) -> None:
    write_whole(path, msgspec.json.encode(keys))


@dataclass(frozen=True, slots=True)
class _FormatOnly:
    format: int


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise VaultDamagedError
            raw = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise VaultDamagedError from None
    except OSError:
        raise VaultPlaceError from None
    if len(raw) > _LARGEST:
        raise VaultDamagedError
    return raw
