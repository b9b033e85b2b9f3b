"""Reads lists that stand deep in one giant JSON file (chats, each with its messages) with one piece of it in memory.

The file is walked by its brackets. Where a wanted list begins, its records come in pieces of about a megabyte, with
the keys that stood before the list in its object: a chat's name comes with each piece of its messages.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import BinaryIO, NamedTuple, TypeVar

import msgspec

from privacy_audit.decoding import DEPTH_LIMIT, decode
from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source

T = TypeVar("T", bound=msgspec.Struct)

_BLOCK = 1 << 20
_RECORD_LIMIT = 16 << 20  # bytes; no record of an export is larger
_HEAD_LIMIT = 8 << 20  # bytes before a list, in its object, that are kept
_OPENING = b"[{"
_DEEP = 8  # no wanted list stands deeper

BREAKS_OFF = "This file breaks off or is damaged; what stood before that was read. Ask for the export again."
_TOO_LARGE = "This file holds a record too large to be read; what stood before it was read."
_ODD_RECORD = "This record does not have the form it should have and was left out."


class Piece(NamedTuple):
    """Whole records of one list. `path` has keys, and "*" for a place in a list; `which` numbers the lists found.

    `head` is the object that the list stands in, up to the list; `number` is the first record's place in the list. A
    wanted object is a piece with itself as the only record.
    """

    path: tuple[str, ...]
    which: int
    head: bytes
    number: int
    data: bytes

    def __repr__(self) -> str:
        return f"<Piece {self.which}>"


def pieces(stream: BinaryIO, wanted: Callable[[tuple[str, ...]], bool]) -> Iterator[Piece | str]:
    """The wanted lists and objects of a file; a sentence at the end when the file cannot be read further."""
    walk = _Walk(stream, wanted)
    while walk.more():
        yield from walk.step()
    if walk.depth or walk.complaint or not walk.began:
        yield walk.complaint or BREAKS_OFF


def records(piece: Piece, shape: type[T], source: Source) -> Iterator[tuple[int, T] | ReadProblem]:
    """The records of a piece with their places in the list; one that cannot be had is a problem."""
    try:
        yield from enumerate(msgspec.json.decode(piece.data, type=list[shape]), piece.number)  # type: ignore[valid-type]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        for number, raw in enumerate(_one_by_one(piece.data), piece.number):
            at = replace(source, pointer=f"{source.pointer}/{number}")
            decoded = decode(_escapes().sub(rb"\1\\u00\2", raw), shape, at)
            yield from decoded.problems[:1]
            if decoded.value is not None:
                yield number, decoded.value
            elif not decoded.problems:
                yield ReadProblem(at, _ODD_RECORD)


@cache
def _escapes() -> re.Pattern[bytes]:
    r"""Control letters as some programs write them, \x1F, which is no JSON."""
    return re.compile(rb"(?<!\\)((?:\\\\)*)\\x([0-9A-Fa-f]{2})")


@cache
def _bracket() -> re.Pattern[bytes]:
    """Up to and with the next bracket outside of strings; atomic, so that its time is linear."""
    return re.compile(rb'(?>(?:[^][{}"]++|"(?>(?:[^"\\]++|\\.)*)")*)[][{}]', re.DOTALL)


def _one_by_one(data: bytes) -> Iterator[bytes]:
    depth, start = 0, 1
    for found in _bracket().finditer(data):
        depth += 1 if data[found.end() - 1] in b"[{" else -1
        if depth == 1 and data[found.end() - 1] in b"]}":
            yield data[start : found.end()].strip(b", \r\n\t")
            start = found.end()


class _Level(NamedTuple):
    """An object or list that is open: where it begins in the buffer (-1: no longer there)."""

    is_list: bool
    start: int


@dataclass(slots=True, repr=False)
class _Walk:
    stream: BinaryIO
    wanted: Callable[[tuple[str, ...]], bool]
    complaint: str = ""
    began: bool = False
    which: int = -1
    _buffer: bytes = b""
    _place: int = 0
    _levels: list[_Level] = field(default_factory=list)
    _path: list[str] = field(default_factory=list)  # one shorter than the levels: the outermost has no key
    _ended: bool = False

    @property
    def depth(self) -> int:
        return len(self._levels)

    def more(self) -> bool:
        if self.complaint or self._ended:
            return False
        block = self.stream.read(_BLOCK)
        self._ended = not block
        self._forget()
        self._buffer += block
        if len(self._buffer) - self._place > _RECORD_LIMIT:  # one text, longer than any
            self.complaint = _TOO_LARGE
        return bool(block) and not self.complaint

    def _forget(self) -> None:
        """Lets go of what was walked over, but for the heads of objects that are open."""
        starts = [level.start for level in self._levels if level.start >= 0]
        cut = min(starts, default=self._place)
        if self._place - cut > _HEAD_LIMIT:
            cut = self._place
        self._buffer = self._buffer[cut:]
        self._place -= cut
        self._levels = [level._replace(start=max(level.start - cut, -1)) for level in self._levels]

    def step(self) -> Iterator[Piece | str]:
        """Walks on to the end of the buffer, or reads a wanted list to its end."""
        while (found := _bracket().match(self._buffer, self._place)) is not None:
            self.began = True
            bracket = self._buffer[found.end() - 1]
            if bracket in b"]}":
                self._close()
                self._place = found.end()
                continue
            key = self._key(found.start(), found.end() - 1)
            path = (*self._path, key) if self._levels else ()
            if len(path) <= _DEEP and self.wanted(path):
                yield from self._records(path, found, is_list=bracket == ord("["))
                if self.complaint:
                    return
                continue
            if len(self._levels) > DEPTH_LIMIT:
                self.complaint = _TOO_LARGE
                return
            if self._levels:
                self._path.append(key)
            self._levels.append(_Level(bracket == ord("["), found.end() - 1))
            self._place = found.end()

    def _close(self) -> None:
        if self._levels:
            self._levels.pop()
        if self._path:
            self._path.pop()

    def _key(self, start: int, end: int) -> str:
        if not self._levels or self._levels[-1].is_list:
            return "*"
        before = self._buffer[start:end].rstrip(b" \t\r\n:")
        return before[before.rfind(b'"', 0, -1) + 1 : -1].decode("utf-8", "replace")

    def _head(self, end: int) -> bytes:
        """The keys of the object that is open, up to the key that stands before `end`."""
        level = self._levels[-1] if self._levels else _Level(is_list=True, start=-1)
        if level.is_list or level.start < 0:
            return b"{}"
        before = self._buffer[level.start + 1 : end].rstrip(b" \t\r\n:")
        return b"{" + before[: max(before.rfind(b'"', 0, -1), 0)].strip(b", \t\r\n") + b"}"

    def _records(self, path: tuple[str, ...], found: re.Match[bytes], *, is_list: bool) -> Iterator[Piece]:
        self.which += 1
        head = self._head(found.end() - 1)
        start = found.end() if is_list else found.end() - 1
        self._cut(start)
        number = 0
        if not is_list:
            yield from self._whole(path, head)
            return
        for data, count in self._cuts():
            yield Piece(path, self.which, head, number, b"[" + data + b"]")
            number += count

    def _whole(self, path: tuple[str, ...], head: bytes) -> Iterator[Piece]:
        """One object, which stands at the beginning of the buffer."""
        for data, count in self._cuts(depth=0):
            if count:
                yield Piece(path, self.which, head, 0, b"[" + data + b"]")

    def _cut(self, at: int) -> None:
        self._buffer, self._place = self._buffer[at:], 0
        self._levels = [level._replace(start=-1) for level in self._levels]

    def _cuts(self, depth: int = 1) -> Iterator[tuple[bytes, int]]:
        """Runs of whole records, and how many; the last, perhaps empty, when the list (or one object) is closed."""
        bottom, place, cut, count = depth, 0, 0, 0
        while True:
            place, depth, found, more = self._looked_on(place, depth, bottom)
            cut, count = found or cut, count + more
            if depth == 0 and (place or not bottom):
                end = place - 1 if bottom else place
                yield self._buffer[:end].strip(b", \r\n\t"), count
                self._cut(place)
                return
            if depth > DEPTH_LIMIT or len(self._buffer) - cut > _RECORD_LIMIT:
                self.complaint = _TOO_LARGE
                return
            if cut:
                yield self._buffer[:cut].strip(b", \r\n\t"), count
                self._cut(cut)
                place, cut, count = place - cut, 0, 0
            block = self.stream.read(_BLOCK)
            if not block:
                self.complaint = BREAKS_OFF
                return
            self._buffer += block

    def _looked_on(self, place: int, depth: int, bottom: int) -> tuple[int, int, int, int]:
        """How far the brackets go: place and depth there, where the last whole record ends (0: none), and how many."""
        cut = count = 0
        # not finditer: it would go on inside a text that the end of the buffer cuts through
        buffer, following = self._buffer, _bracket().match
        while (found := following(buffer, place)) is not None:
            place = found.end()
            if buffer[place - 1] in _OPENING:
                depth += 1
                if depth > DEPTH_LIMIT:
                    break
                continue
            depth -= 1
            if depth == bottom:
                cut, count = place, count + 1
            if depth == 0:
                break
        return place, depth, cut, count
