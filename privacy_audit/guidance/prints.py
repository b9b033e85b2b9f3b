"""Prints of the guidance documents: proof that a quote stands in its document, without shipping the document."""

import hashlib
import re
from importlib import resources

WINDOW = 8  # words; a quote of fewer words proves nothing


def words_of(text: str) -> list[str]:
    """The words of a document, without case, marks of layout or the shape of its quotation marks."""
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("\u2019", "'"))


def windows(text: str) -> list[str]:
    """A short hash of each run of eight words, in order."""
    words = words_of(text)
    return [_hash(words[start : start + WINDOW]) for start in range(len(words) - WINDOW + 1)]


def load_prints(document: str) -> frozenset[str]:
    """The shipped prints of one document, named as in its pack."""
    name = document.removesuffix(".txt") + ".prints"
    return frozenset((resources.files("privacy_audit.guidance") / "documents" / name).read_text("ascii").split())


def stands_in(quote: str, prints: frozenset[str]) -> bool:
    """Whether every run of eight words of the quote is in the document."""
    found = windows(quote)
    return bool(found) and all(window in prints for window in found)


def _hash(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]
