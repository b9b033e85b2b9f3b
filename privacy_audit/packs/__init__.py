"""Signed packs of guidance and steps, as data: how one is made, checked, trusted, used and put away again."""

from privacy_audit.packs.pack_file import PackError, PackFile, Publisher, fingerprint, read_pack, signed, unsigned
from privacy_audit.packs.pack_rules import Contents, contents_of
from privacy_audit.packs.shelf import PackShelf, UnknownKeyError

__all__ = [
    "Contents",
    "PackError",
    "PackFile",
    "PackShelf",
    "Publisher",
    "UnknownKeyError",
    "contents_of",
    "fingerprint",
    "read_pack",
    "signed",
    "unsigned",
]
