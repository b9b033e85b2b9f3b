"""Keyed fingerprints: the same exposure has the same id in a later export, and the id tells nobody what it is."""

import hashlib

from privacy_audit.folding import fold
from privacy_audit.importing import Holder

_SIZE = 12  # bytes: far more than the findings of one person can collide in


def holder_key(holder: Holder) -> bytes:
    """A key from the account itself, for as long as no vault holds a better one."""
    name = holder.names[0] if holder.names else next(iter(holder.handles), "")
    return hashlib.blake2b(_joined(holder.account_id or plain_item(name))).digest()


def finding_id(key: bytes, check: str, platform: str, theme: str, item: str) -> str:
    """`item`, in its plain form, makes an exposure this one (a person, a place); empty for a whole theme."""
    material = _joined(check, platform, theme, item)
    return hashlib.blake2b(material, key=key, digest_size=_SIZE).hexdigest()


def plain_item(text: str) -> str:
    """What an item is known by: case, spacing and odd letters do not make it another one."""
    return " ".join(fold(text).text.casefold().split())


def _joined(*parts: str) -> bytes:
    return "\x1f".join(parts).encode("utf-8", "replace")
