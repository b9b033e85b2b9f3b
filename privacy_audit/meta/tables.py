"""Opens a JSON file of lists: finds the list under its root key of any year and decodes its rows, typed, in pieces.

A file that the strict decoder refuses goes through the tolerant one, row by row: what is odd becomes a problem.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Generic, TypeVar, cast

import msgspec

from privacy_audit.archive import Member
from privacy_audit.decoding import decode, decode_values
from privacy_audit.errors import ExportError
from privacy_audit.importing import ReadProblem
from privacy_audit.meta.roots import Bytes, list_in, path_of, same_root, value_in
from privacy_audit.meta.scene import Found, Position, Scene
from privacy_audit.meta.slices import NoCutError, root_key, slices
from privacy_audit.model import Source

Row = TypeVar("Row", bound=msgspec.Struct)

REFUSALS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_LONG = 16 << 20  # bytes of a file from which it is not held whole
_WHOLE = 8 << 20  # bytes of a list that are decoded at once; larger ones go piece by piece
_PIECE = 5_000  # rows

_NOT_THE_LIST = "The list that this file should hold is not there, so it was left out. Everything else is read."
NOTHING_IN_IT = "This entry is empty or in a form that we do not know. Look at it in the export itself."
_NO_ENTRY = "This entry is damaged and could not be read. Look at it in the export itself."


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """Some rows of one list, and where each stands in it."""

    rows: Sequence[Row]
    numbers: Sequence[int]
    place: Position

    def beyond(self, done: int) -> "Table[Row]":
        """Without the rows that were told already."""
        if not done:
            return self
        kept = [index for index, number in enumerate(self.numbers) if number >= done]
        return Table([self.rows[index] for index in kept], [self.numbers[index] for index in kept], self.place)


@dataclass(frozen=True, slots=True)
class Repeated:
    """Made of a row that tells nothing new: a picture that another file told already, a form left empty."""


def each(
    scene: Scene, member: Member, shape: type[Row], root: str, make: Callable[[Source, Row], Iterable[Found | Repeated]]
) -> Iterator[Found]:
    """What `make` makes of every row. A row that gives nothing is a problem: none is dropped in silence."""
    for table in tables(scene, member, shape, root):
        if isinstance(table, ReadProblem):
            yield table
            continue
        for number, row in zip(table.numbers, table.rows, strict=True):
            source = table.place.at(number)
            made = False
            for item in make(source, row):
                made = True
                if not isinstance(item, Repeated):
                    yield item
            if not made:
                yield ReadProblem(source, NOTHING_IN_IT)


def tables(scene: Scene, member: Member, shape: type[Row], root: str) -> Iterator[Table[Row] | ReadProblem]:
    """The rows of the list at `root`: key names without their year's ending, joined by slashes; "" is a bare list.

    A name that ends in "?" may be missing.
    """
    done = 0
    if member.size > _LONG:
        sliced = _Sliced(scene, member)
        yield from sliced.tables(shape, root)
        if sliced.complete:
            return
        done = sliced.done
    for table in _whole(scene, member, shape, root):
        yield table if isinstance(table, ReadProblem) else table.beyond(done)


@dataclass(slots=True)
class _Sliced:
    """Reads a very long list a few thousand rows at a time. Where that cannot go on, `done` says how far it came."""

    scene: Scene
    member: Member
    done: int = 0
    complete: bool = False

    def tables(self, shape: type[Row], root: str) -> Iterator[Table[Row] | ReadProblem]:
        try:
            key = root_key(self.scene.archive.head(self.member))
            if key is None or "/" in root or not (key == root or same_root(key, root)):
                return
            place = self.scene.position(self.member, f"/{key}" if key else "")
            with self.scene.archive.stream(self.member) as stream:
                for piece in slices(stream):
                    yield from self._rows(piece, place, shape)
            self.complete = True
        except NoCutError:
            return
        except ExportError as error:
            self.complete = True
            yield ReadProblem(self.scene.source(self.member), error.sentence)

    def _rows(self, piece: bytes, place: Position, shape: type[Row]) -> Iterator[Table[Row] | ReadProblem]:
        for some in _whole_or_pieces(piece, shape):
            start, self.done = self.done, self.done + len(some)
            yield from _table(some, start, place, shape)


def _whole(scene: Scene, member: Member, shape: type[Row], root: str) -> Iterator[Table[Row] | ReadProblem]:
    try:
        data = scene.archive.read(member)
    except ExportError as error:
        yield ReadProblem(scene.source(member), error.sentence)
        return
    data = data.removeprefix(b"\xef\xbb\xbf")
    path = path_of(root)
    try:
        found = list_in(data, path, shape.__struct_fields__)
        pieces = None if found is None else _whole_or_pieces(found[0], shape)
    except REFUSALS:
        found = pieces = None
    if found is None or pieces is None:
        yield from _from_damaged(data, path, scene.position(member), shape)
        return
    start, place = 0, scene.position(member, found[1])
    for piece in pieces:
        yield from _table(piece, start, place, shape)
        start += len(piece)


def untyped(scene: Scene, member: Member) -> tuple[object, tuple[ReadProblem, ...]]:
    """All that a small file holds, for those that each year words anew; strings are still mojibake."""
    source = scene.source(member)
    try:
        data = scene.archive.read(member)
    except ExportError as error:
        return None, (ReadProblem(source, error.sentence),)
    decoded = decode_values(data, source)
    return decoded.value, decoded.problems


def _whole_or_pieces(raw: Bytes, shape: type[Row]) -> Iterable[Sequence[Row] | Sequence[msgspec.Raw]]:
    """Rows at once where the file is of usual size and sound; otherwise undecoded views into it, some at a time."""
    if memoryview(raw).nbytes <= _WHOLE:
        try:
            return [_decoder(shape).decode(raw)]
        except REFUSALS:
            return [_raw_list().decode(raw)]
    rows = _raw_list().decode(raw)
    return (rows[start : start + _PIECE] for start in range(0, len(rows), _PIECE))


def _table(
    piece: Sequence[Row] | Sequence[msgspec.Raw], start: int, place: Position, shape: type[Row]
) -> Iterator[Table[Row] | ReadProblem]:
    if not piece or not isinstance(piece[0], msgspec.Raw):
        yield Table(cast(Sequence[Row], piece), range(start, start + len(piece)), place)
        return
    raws = cast(Sequence[msgspec.Raw], piece)
    try:
        rows = _decoder(shape).decode(b"[" + b",".join(raws) + b"]")
    except REFUSALS:
        yield from _row_by_row(map(bytes, raws), start, place, shape)
    else:
        yield Table(rows, range(start, start + len(rows)), place)


def _row_by_row(
    raws: Iterable[bytes], start: int, place: Position, shape: type[Row]
) -> Iterator[Table[Row] | ReadProblem]:
    """Keeps what is sound of each row; the rest of it becomes problems."""
    rows: list[Row] = []
    numbers: list[int] = []
    for number, raw in enumerate(raws, start):
        source = place.at(number)
        decoded = decode(raw, shape, source)
        if decoded.value is None:
            yield ReadProblem(source, _NO_ENTRY)
            continue
        yield from decoded.problems
        rows.append(decoded.value)
        numbers.append(number)
    yield Table(rows, numbers, place)


def _from_damaged(
    data: bytes, path: tuple[str, ...], place: Position, shape: type[Row]
) -> Iterator[Table[Row] | ReadProblem]:
    """What can still be had from a file that is no whole JSON: cut off, or with letters that JSON forbids."""
    decoded = decode_values(data, place.at())
    yield from decoded.problems
    value, prefix = value_in(decoded.value, path)
    if isinstance(value, list):
        yield from _row_by_row(map(msgspec.json.encode, value), 0, replace(place, prefix=prefix), shape)
    elif not decoded.problems:
        yield ReadProblem(place.at(), _NOT_THE_LIST)


@cache
def _decoder(shape: type[Row]) -> "msgspec.json.Decoder[list[Row]]":
    return msgspec.json.Decoder(list[shape])  # type: ignore[valid-type]  # the type is a value here


@cache
def _raw_list() -> "msgspec.json.Decoder[list[msgspec.Raw]]":
    return msgspec.json.Decoder(list[msgspec.Raw])
