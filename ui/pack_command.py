"""`privacy-audit pack key|build|sign|verify`: how a force publishes its own guidance as a signed file."""

import argparse
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from checks.catalogue import catalogue
from privacy_audit.errors import UsageError
from privacy_audit.guidance import load_guidance
from privacy_audit.packs import PackFile, contents_of, fingerprint, read_pack, signed, unsigned
from privacy_audit.private_files import write_private
from ui.terminal import say, write

_MANIFEST: Final = "pack.toml"
_UNREADABLE: Final = "There is nothing to read there. Check the names that you gave."


def make_key(options: argparse.Namespace) -> int:
    """A new private key in a file for its owner alone; its fingerprint is what others compare."""
    if options.file.exists():
        raise UsageError("There is a file of that name already, and a key must not be written over. Choose another.")
    key = Ed25519PrivateKey.generate()
    kind = serialization.PrivateFormat.PKCS8
    write_private(options.file, key.private_bytes(serialization.Encoding.PEM, kind, serialization.NoEncryption()))
    say("Keep this file where only those who publish for you can read it. Publish this fingerprint, on paper too:")
    write(f"{fingerprint(key.public_key().public_bytes_raw())}\n")
    return 0


def build(options: argparse.Namespace) -> int:
    """One file from a folder that holds pack.toml, guidance/*.toml and remedies/*.toml."""
    manifest = _toml(options.folder / _MANIFEST)
    files = {
        f"{name}/{path.name}": _text(path)
        for name in ("guidance", "remedies")
        for path in sorted((options.folder / name).glob("*.toml"))
    }
    manifest = {key: value.isoformat() if isinstance(value, date) else value for key, value in manifest.items()}
    data = unsigned(manifest, files)
    write_private(options.out, data)
    say(f"{len(files)} files are in the pack. It is not signed yet: privacy-audit pack sign is next.")
    return 0


def sign(options: argparse.Namespace) -> int:
    data = signed(_bytes(options.file), _key(options.key))
    _looked_into(read_pack(data))
    write_private(options.file, data)
    write(_about(read_pack(data)))
    return 0


def verify(options: argparse.Namespace) -> int:
    """Says who signed it and what it holds, and refuses what the window would refuse."""
    pack = read_pack(_bytes(options.file))
    _looked_into(pack)
    write(_about(pack))
    if pack.is_stale(datetime.now().astimezone().date()):
        say("Its day is past: look for a newer one. It can still be used.")
    return 0


def _looked_into(pack: PackFile) -> None:
    contents_of(pack, load_guidance(), frozenset(check.id for check in catalogue().checks))


def _about(pack: PackFile) -> str:
    return (
        f"{pack.title}, version {pack.version}, made on {pack.issued.isoformat()}\n"
        f"It says that it comes from: {pack.publisher}\n"
        f"Fingerprint of the key that signed it: {fingerprint(pack.key)}\n"
        f"Files: {', '.join(sorted(pack.files))}\n"
    )


def _key(path: Path) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(_bytes(path), None)
    except (ValueError, TypeError):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError("This file holds no key for packs. Make one with privacy-audit pack key.")
    return key


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError:
        raise UsageError(f"The file {_MANIFEST} cannot be read as TOML. Mend it and try again.") from None


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError("A file of the pack is not UTF-8 text. Save it as UTF-8 and try again.") from None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise UsageError(_UNREADABLE) from None
