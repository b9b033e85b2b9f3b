"""Wraps the data key under a key of the key store or of a passphrase, bound to the slot that it is for."""

import secrets
import unicodedata
from dataclasses import dataclass
from typing import Final

KEY_SIZE: Final = 32
SALT_SIZE: Final = 16
_NONCE: Final = 12
WRAPPED_SIZE: Final = _NONCE + KEY_SIZE + 16  # of a wrapped key, its seal included


class NotTheKeyError(Exception):
    """This key does not open that wrapping; the caller knows what that means."""


@dataclass(frozen=True, slots=True)
class Cost:
    """How hard a passphrase is to guess: Argon2id's memory in KiB, passes and lanes."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def sane(self) -> bool:
        """A file that asks for more is damaged, or made to bring the computer down."""
        return (
            8 * self.lanes <= self.memory <= 1 << 20
            and 1 <= self.passes <= 16  # noqa: PLR2004 - a ceiling
            and 1 <= self.lanes <= 16  # noqa: PLR2004 - a ceiling
        )


DEFAULT_COST: Final = Cost()


def key_from(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The same letters give the same key, however the keyboard put accents together."""
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - the window opens before it is needed

    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return hash_secret_raw(secret, salt, cost.passes, cost.memory, cost.lanes, KEY_SIZE, Type.ID)


def wrap(under: bytes, key: bytes, bound_to: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(under).encrypt(nonce, key, bound_to)


def unwrap(under: bytes, wrapped: bytes, bound_to: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    try:
        return AESGCM(under).decrypt(wrapped[:_NONCE], wrapped[_NONCE:], bound_to)
    except (InvalidTag, ValueError):
        raise NotTheKeyError from None
