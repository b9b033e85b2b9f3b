"""The file of a pack: a manifest, the data files that it vouches for, and an Ed25519 signature (RFC 8032) over it."""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from privacy_audit.errors import AuditError

FORMAT: Final = "privacy-audit.pack/1"
MOST: Final = 1_000_000  # bytes of a pack
_CONTEXT: Final = FORMAT.encode() + b"\x00"  # a signature for anything else is none for a pack
_KEY, _SIGNATURE = 32, 64  # bytes
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{1,39}")
_FILE: Final = re.compile(r"(?:guidance|remedies)/[a-z0-9_]{1,40}\.toml")
_FILES: Final = 40
_LAST_VERSION: Final = 999_999
_LONGEST_LINE: Final = 120
_FRESH_COPY: Final = "Ask whoever gave it to you for a fresh copy; what you have stays in use."


class PackError(AuditError):
    """A pack is not taken. The sentence says why and what to do next."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whose key it is, as the user knows them, and the key itself: 32 bytes."""

    name: str
    key: bytes


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack whose signature and prints are right; its data has not been looked into yet."""

    name: str
    title: str
    publisher: str  # what the pack says of itself
    version: int
    issued: date
    expires: date | None
    files: Mapping[str, str]
    key: bytes

    def is_stale(self, today: date) -> bool:
        return self.expires is not None and today > self.expires


def read_pack(data: bytes) -> PackFile:
    """Checks form, prints and signature. Whether its key is to be trusted is another question. Raises PackError."""
    tree = _tree(data)
    manifest = _table(tree, "manifest")
    key, signature = _decoded(tree, "key", _KEY), _decoded(tree, "signature", _SIGNATURE)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _CONTEXT + _canonical(manifest))
    except InvalidSignature:
        raise PackError(
            f"The signature of this pack does not fit: it was changed after it was made. {_FRESH_COPY}"
        ) from None
    return _pack(manifest, _files(manifest, _table(tree, "files")), key)


def unsigned(manifest: Mapping[str, object], files: Mapping[str, str]) -> bytes:
    """A pack to be signed. `manifest` has name, title, publisher, version, issued, and perhaps expires."""
    listed = {name: {"sha256": _print(text), "size": len(text.encode("utf-8"))} for name, text in sorted(files.items())}
    tree = {"format": FORMAT, "manifest": {**manifest, "files": listed}, "files": dict(sorted(files.items()))}
    _pack(_table(tree, "manifest"), _files(_table(tree, "manifest"), _table(tree, "files")), b"")
    return _written(tree)


def signed(data: bytes, key: Ed25519PrivateKey) -> bytes:
    """The same pack with a signature of this key. Raises PackError for what is no pack."""
    tree = _tree(data)
    signature = key.sign(_CONTEXT + _canonical(_table(tree, "manifest")))
    tree["key"] = base64.b64encode(key.public_key().public_bytes_raw()).decode("ascii")
    tree["signature"] = base64.b64encode(signature).decode("ascii")
    made = _written(tree)
    read_pack(made)
    return made


def fingerprint(key: bytes) -> str:
    """A key in a form that two people can read to each other: "3F2A 91C0 …", 32 hexadecimal digits."""
    digits = hashlib.sha256(_CONTEXT + key).hexdigest()[:32].upper()
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))


def _tree(data: bytes) -> dict[str, Any]:
    if len(data) > MOST:
        raise PackError(f"This file is too large to be a pack. {_FRESH_COPY}")
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        tree = None
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise PackError("This file is no pack of guidance. Choose a file that ends in .pack.")
    return tree


def _pack(manifest: Mapping[str, Any], files: Mapping[str, str], key: bytes) -> PackFile:
    name, version = manifest.get("name"), manifest.get("version")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise PackError(f"The pack has no name of small letters, digits and hyphens. {_FRESH_COPY}")
    if not isinstance(version, int) or isinstance(version, bool) or not 0 < version <= _LAST_VERSION:
        raise PackError(f"The pack does not say which version it is. {_FRESH_COPY}")
    issued = _day(manifest, "issued")
    if issued is None:
        raise PackError(f"The pack does not say when it was made. {_FRESH_COPY}")
    title, publisher = (_line(manifest, word) for word in ("title", "publisher"))
    return PackFile(name, title, publisher, version, issued, _day(manifest, "expires"), files, key)


def _files(manifest: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, str]:
    listed = _table(manifest, "files")
    if set(listed) != set(given) or not 0 < len(given) <= _FILES:
        raise PackError(f"The pack does not hold the files that it lists. {_FRESH_COPY}")
    for name, text in given.items():
        about = listed[name]
        fits = isinstance(text, str) and isinstance(about, dict) and about.get("sha256") == _print(text)
        if not _FILE.fullmatch(name) or not fits:
            raise PackError(f"A file in the pack is not the one that it vouches for. {_FRESH_COPY}")
    return dict(given)


def _table(tree: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = tree.get(key)
    if not isinstance(value, dict):
        raise PackError(f"A part of the pack is missing. {_FRESH_COPY}")
    return value


def _decoded(tree: Mapping[str, Any], key: str, size: int) -> bytes:
    value = tree.get(key)
    try:
        data = base64.b64decode(value, validate=True) if isinstance(value, str) else b""
    except (binascii.Error, ValueError):
        data = b""
    if len(data) != size:
        raise PackError(f"The pack is not signed, so nobody vouches for it. {_FRESH_COPY}")
    return data


def _line(manifest: Mapping[str, Any], key: str) -> str:
    value = manifest.get(key)
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_LINE or not value.isprintable():
        raise PackError(f"The pack does not say what it is or whose. {_FRESH_COPY}")
    return value.strip()


def _day(manifest: Mapping[str, Any], key: str) -> date | None:
    value = manifest.get(key)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise PackError(f"A date in the pack is none. {_FRESH_COPY}") from None


def _print(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _canonical(manifest: Mapping[str, Any]) -> bytes:
    return json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _written(tree: Mapping[str, Any]) -> bytes:
    return (json.dumps(tree, ensure_ascii=True, indent=1) + "\n").encode("ascii")
