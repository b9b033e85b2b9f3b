"""Reads a long JSON list record by record from a stream, however large the file, with one piece of it in memory.

Records are found by their brackets in linear time and decoded typed in pieces of about a megabyte. What stands before
the list (a byte order mark, `window.YTD.tweets.part0 = `, other keys) is passed over; what follows it is not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import BinaryIO, Generic, TypeVar

import msgspec

from privacy_audit.decoding import DEPTH_LIMIT, decode
from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source

T = TypeVar("T", bound=msgspec.Struct)

_BLOCK = 1 << 20
_FLAT = rb'[^][{}"]++|"(?>(?:[^"\\]++|\\.)*)"'  # what holds no brackets: texts, and what stands between them
_RECORD_LIMIT = 16 << 20  # bytes; no record of an export is larger
_HEAD_LIMIT = 64 << 20  # how far into the file the list may begin

_NO_LIST = (
    "The list that this file should hold was not found, so the file was left out. The rest of the export is read."
)
_BREAKS_OFF = "This file breaks off or is damaged; what stood before that was read. Ask for the export again."
_TOO_LARGE = "This file holds a record too large to be read; what stood before it was read."
_ODD_RECORD = "This record does not have the form it should have and was left out."


@dataclass(frozen=True, slots=True, repr=False)
class Row(Generic[T]):
    """One record, and its number in the list from 0."""

    number: int
    value: T


def rows(
    stream: BinaryIO, shape: type[T], source: Source, key: str = "", *, optional: bool = False
) -> Iterator[Row[T] | ReadProblem]:
    """The records of the list at `key` of the outermost object, or of the outermost list when `key` is empty.

    An `optional` list is looked for in the whole file, and it is no problem when the file has none.
    """
    decoder = _decoder(shape)
    number = 0
    for piece in _pieces(stream, key, optional=optional):
        if piece is _NO_LIST and optional:
            return
        if isinstance(piece, str):
            yield ReadProblem(replace(source, pointer=f"{source.pointer}/{number}" if number else ""), piece)
            return
        try:
            values = decoder.decode(piece)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            for item in _one_by_one(piece, shape, source, number):
                yield item
                number = item.number + 1 if isinstance(item, Row) else number + 1
            continue
        for value in values:
            yield Row(number, value)
            number += 1


def _one_by_one(piece: bytes, shape: type[T], source: Source, number: int) -> Iterator[Row[T] | ReadProblem]:
    """Keeps what is sound of each record of a piece."""
    for raw in _records(piece):
        at = replace(source, pointer=f"{source.pointer}/{number}")
        decoded = decode(raw, shape, at)
        if decoded.value is None:
            yield ReadProblem(at, _ODD_RECORD)
        else:
            yield Row(number, decoded.value)
        number += 1


def _records(piece: bytes) -> Iterator[bytes]:
    """The records of one piece, cut at their brackets."""
    depth, start = 0, 1
    for found in _bracket().finditer(piece):
        depth += 1 if piece[found.end() - 1] in b"[{" else -1
        if depth == 1 and piece[found.end() - 1] in b"]}":
            yield piece[start : found.end()].strip(b", \r\n\t")
            start = found.end()


def _pieces(stream: BinaryIO, key: str, *, optional: bool) -> Iterator[bytes | str]:
    """Whole records as JSON lists of about a block each; a sentence when the file cannot be read further."""
    buffer = _to_list(stream, key, None if optional else _HEAD_LIMIT)
    if buffer is None:
        yield _NO_LIST
        return
    seen = _Seen()
    while True:
        seen.look(buffer)
        if seen.depth == 0:
            rest = buffer[: seen.place - 1].strip(b", \r\n\t")
            if rest:
                yield b"[" + rest + b"]"
            return
        if seen.depth > DEPTH_LIMIT or len(buffer) - seen.cut > _RECORD_LIMIT:
            yield _TOO_LARGE
            return
        if seen.cut:
            yield b"[" + buffer[: seen.cut] + b"]"
            buffer, seen = buffer[seen.cut :].lstrip(b", \r\n\t"), _Seen()
        block = stream.read(_BLOCK)
        if not block:
            yield _BREAKS_OFF
            return
        buffer += block


@dataclass(slots=True)
class _Seen:
    """How far a buffer was looked at: the depth there, and where the last whole record ends."""

    depth: int = 1
    place: int = 0
    cut: int = 0

    def look(self, buffer: bytes) -> None:
        """Goes on to the end of the buffer, of the list, or of what may be nested.

        Matches, not searches: what follows a text that the buffer's end cuts through may stand inside that text.
        """
        outer, inner = _bracket(), _bracket_of_record()
        while found := (outer if self.depth <= 1 else inner).match(buffer, self.place):
            self.place = found.end()
            if buffer[self.place - 1] in b"[{":
                self.depth += 1
                if self.depth > DEPTH_LIMIT:
                    return
            else:
                self.depth -= 1
                if self.depth == 1:
                    self.cut = self.place
                elif self.depth == 0:
                    return


def _to_list(stream: BinaryIO, key: str, limit: int | None) -> bytes | None:
    """What follows the opening bracket of the wanted list, as far as it has been read."""
    opening = re.compile(rb'"' + re.escape(key.encode()) + rb'"\s*:\s*\[' if key else rb"\[")
    head, seen = b"", 0
    while limit is None or seen < limit:
        block = stream.read(_BLOCK)
        if not block:
            return None
        seen += len(block)
        head += block
        found = opening.search(head)
        if found is not None:
            return head[found.end() :]
        head = head[-len(key) - 64 :]  # the key may lie across the border of two blocks
    return None


@cache
def _bracket() -> re.Pattern[bytes]:
    """Up to and with the next bracket outside of strings; atomic, so that its time is linear."""
    return re.compile(rb"(?>(?:" + _FLAT + rb")*)[][{}]", re.DOTALL)


@cache
def _bracket_of_record() -> re.Pattern[bytes]:
    """The same inside a record, in one leap over what is nested in it up to four deep."""
    inside = _FLAT
    for _ in range(4):
        inside = _FLAT + rb"|\{(?>(?:" + inside + rb")*)\}|\[(?>(?:" + inside + rb")*)\]"
    return re.compile(rb"(?>(?:" + inside + rb")*)[][{}]", re.DOTALL)


@cache
def _decoder(shape: type[T]) -> "msgspec.json.Decoder[list[T]]":
    return msgspec.json.Decoder(list[shape])  # type: ignore[valid-type]  # the type is a value here
