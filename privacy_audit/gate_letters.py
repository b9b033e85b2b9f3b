"""How texts are written for the search of literals: two forms of the same bytes, in which letters stand for classes.

In the plain form all letters are small, every digit is 0, and whatever is neither stands as a blank, so that a blank is
the edge of a word. The exact form keeps everything but the digits. Each byte keeps its place.
"""

import re
from functools import lru_cache
from typing import NamedTuple

EDGE_SIGN = "\x00"
DIGIT_SIGN = "\x01"  # any digit
_EXACTLY = 0xE000  # letters that must be written as they are stand here, out of the way of all others
_BLANK = ord(" ")
_CURLY = (("\u2019", "'"), ("\u201c", '"'), ("\u201d", '"'))  # so common that they are straightened for all texts
_LETTER = re.compile(r"[^\W\d_]")  # not one of those that are marked
_UNMARKED = {_EXACTLY + byte: chr(byte) for byte in range(0x80)} | {ord(curly): straight for curly, straight in _CURLY}
_UNMARKED |= {ord(EDGE_SIGN): "", ord(DIGIT_SIGN): "0"}


def _plain_byte(byte: int) -> int:
    letter = chr(byte)
    if not letter.isascii() or not (letter.isalnum() or letter == "_"):
        return _BLANK
    return ord("0") if letter.isdigit() else ord(letter.lower())


_PLAIN = bytes(map(_plain_byte, range(256)))
_EXACT = bytes(ord("0") if chr(byte) in "123456789" else byte for byte in range(256))


class Literal(NamedTuple):
    """A stretch of letters as it stands in one of the forms."""

    exact: bool
    spelling: bytes


def straightened(text: bytes) -> bytes:
    for curly, straight in _CURLY:
        text = text.replace(curly.encode(), straight.encode())
    return text


def plain_form(text: bytes) -> bytes:
    """Of a straightened text."""
    return text.translate(_PLAIN)


def exact_form(text: bytes) -> bytes:
    """Of a straightened text."""
    return text.translate(_EXACT)


def exactly(letters: str) -> str:
    """Marks letters that must be written as they are."""
    return "".join(chr(_EXACTLY + ord(char)) if char.isascii() and char.isalpha() else char for char in letters)


@lru_cache(maxsize=1 << 16)
def literal(word: str) -> Literal:
    """The literal that must be there where a word is; the exact form serves words without a letter of any case."""
    spelling = word.translate(_UNMARKED).encode()
    if not _LETTER.search(word):
        return Literal(exact=True, spelling=exact_form(spelling))
    inside = word.strip(
        EDGE_SIGN
    )  # at an end an edge is a blank; inside a word a sign that is one stands there already
    before = b" " if word[0] == EDGE_SIGN and _is_letter(inside[0]) else b""
    after = b" " if word[-1] == EDGE_SIGN and _is_letter(inside[-1]) else b""
    return Literal(exact=False, spelling=before + plain_form(spelling) + after)


def _is_letter(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == "_")
