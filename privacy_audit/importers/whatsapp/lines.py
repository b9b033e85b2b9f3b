"""Cuts the text of a chat into its messages: where a line has a date and a time before it, a new one begins."""

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from typing import BinaryIO, NamedTuple

from privacy_audit.text import decode_text

_BLOCK = 4 << 20
_LONGEST_MESSAGE = 64 << 20  # bytes; a longer one is cut through
_LONGEST_HEADING = 120  # bytes
_MARKS = "\u200e\u200f\ufeff\u202a\u202c\u202d"
_NOTICE = ": \u200e"
_LONGEST_NAME = 120
NO_DATE = ("", "", "")
_PLAIN = {**dict.fromkeys(map(ord, _MARKS)), 0x202F: " ", 0xA0: " "}


@cache
def heading() -> re.Pattern[str]:
    """Date, time, half of the day, in brackets or before a dash; groups: three numbers of the date, the time."""
    blank = r"[ \u202f\u00a0]"
    return re.compile(
        rf"^[{_MARKS}]*+\[?(?P<a>\d{{1,4}})(?P<mark>[./-]){blank}?(?P<b>\d{{1,2}})(?P=mark){blank}?(?P<c>\d{{1,4}})"
        rf"\.?[,\u060c]?(?:{blank}[^\W\d_]{{2,6}})?{blank}"
        rf"(?P<time>(?:[^\W\d_]{{1,4}}{blank}?)?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?"
        rf"(?:{blank}?[^\W\d_]{{1,5}}\.?(?:{blank}?[^\W\d_]{{1,2}}\.?)?)?)"
        rf"(?:\]{blank}?|{blank}[-\u2013]{blank}|:{blank})",
        re.MULTILINE,
    )


class Line(NamedTuple):
    """One heading with all that stands below it. `body` still holds who wrote it. A tuple, since there are many."""

    number: int  # of the line in the file, from 1
    date: tuple[str, str, str]
    time: str
    body: str

    def __repr__(self) -> str:
        return f"<Line {self.number}>"


def lines(stream: BinaryIO) -> Iterator[Line]:
    """The messages of a chat, a few megabytes in memory at a time; what no heading stands over comes with NO_DATE."""
    number = 1
    for piece in _pieces(stream):
        start = 0
        head: re.Match[str] | None = None
        for following in heading().finditer(piece):
            body = piece[start : following.start()]
            if head is not None or body.strip():
                yield _line(number, head, body)
            number += body.count("\n")
            head, start = following, following.end()
        body = piece[start:]
        if head is not None or body.strip():
            yield _line(number, head, body)
        number += body.count("\n")


def _line(number: int, head: re.Match[str] | None, body: str) -> Line:
    date, time = ((head["a"], head["b"], head["c"]), head["time"]) if head is not None else (NO_DATE, "")
    return Line(number, date, time, body.strip("\n"))


def _pieces(stream: BinaryIO) -> Iterator[str]:
    """Text in pieces that begin with a heading, but for the first."""
    rest, looked_at = b"", 0
    while block := stream.read(_BLOCK):
        rest += block
        cut = _last_heading(rest, looked_at)
        if not cut and len(rest) > _LONGEST_MESSAGE:
            cut = len(rest)
        if cut:
            yield _text(rest[:cut])
            rest = rest[cut:]
        looked_at = max(len(rest) - _LONGEST_HEADING, 0)
    if rest:
        yield _text(rest)


@cache
def _beginnings() -> re.Pattern[bytes]:
    """Where a line begins as a heading may."""
    return re.compile(rb"\n(?=(?:\xe2\x80[\x8e\x8f\xaa])?\[?\d)")


def _last_heading(data: bytes, start: int) -> int:
    """Where the last heading begins, as bytes; 0 when there is none but the first, and for UTF-16, read whole."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return 0
    for found in reversed([match.end() for match in _beginnings().finditer(data, start)]):
        if heading().match(data[found : found + _LONGEST_HEADING].decode("utf-8", "replace")):
            return found
    return 0


def _text(data: bytes) -> str:
    return decode_text(data).text.replace("\r\n", "\n").replace("\r", "\n")


def name_and_words(body: str, known: Container[str] = ()) -> tuple[str, str] | None:
    """Who wrote a message, and what; None where no name stands before the words.

    Behind the name of a `known` writer the blank may be missing.
    """
    first = body.partition("\n")[0]
    at = first.find(": ")
    nearest = first.find(":")
    if at < 0 and nearest == len(first) - 1:
        at = nearest
    if nearest > 0 and (nearest != at or first.find(_NOTICE) > at):
        known_one = bare(first[:nearest]) in known
        at = nearest if known_one else max(at, first.find(_NOTICE))  # a group's name may hold a colon, too
    if not 0 < at <= _LONGEST_NAME:
        return None
    name = _name(first[:at])
    return (name, body[at + 1 :].removeprefix(" ")) if name else None


@lru_cache(maxsize=4096)
def _name(before: str) -> str:
    return "" if _is_cut_title(before) else bare(before)


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """A name without the marks for the direction of writing, and without the tilde before a stranger's own name."""
    return name.translate(_PLAIN).strip().removeprefix("~").strip()


def without_marks(text: str) -> str:
    """Words without the marks for the direction of writing."""
    return text.translate(_PLAIN)


def _is_cut_title(before: str) -> bool:
    """Whether the colon stands inside the quoted title of a group: 'Sam changed the subject to “Walk: Sunday”'."""
    pairs = (("\u201c", "\u201d"), ("\u00ab", "\u00bb"), ("\u201e", "\u201c"))
    return before.count('"') % 2 == 1 or any(before.count(one) > before.count(other) for one, other in pairs)
