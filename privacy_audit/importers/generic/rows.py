"""Takes JSON, tables, pages and address books of unknown shape apart into rows of names and texts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from privacy_audit.archive import Member
from privacy_audit.contents import Visit
from privacy_audit.csv_table import Line, read_table
from privacy_audit.decoding import decode_values
from privacy_audit.degrees import degrees, degrees_in
from privacy_audit.html_tables import CUT_OFF, page_tables
from privacy_audit.importing import ReadProblem
from privacy_audit.key_meanings import meaning_of, section_of
from privacy_audit.leaf import Leaf
from privacy_audit.model import Coordinates, Moment, Source
from privacy_audit.text import decode_text, moment_from_number, moment_from_text, unescape

_HEADER_WITHIN = 30  # lines
_HEAD = 65_536
_ALIKE = 3  # objects of one shape under different keys are a list


@dataclass(frozen=True, repr=False)
class Row:
    """One object or line: its texts by what their names mean. `alone`: not one of several of its kind."""

    source: Source
    names: tuple[str, ...]  # of the file, the list, the object, from outside in
    values: tuple[tuple[str, str], ...]
    alone: bool = False
    has_more: bool = False  # other rows stand inside it

    @cached_property
    def kind(self) -> str:
        """Of what kind it is by what it stands in; the innermost name that tells counts."""
        return next(filter(None, (section_of(name) for name in reversed(self.names))), "")

    @cached_property
    def said(self) -> Mapping[str, tuple[str, ...]]:
        said: dict[str, tuple[str, ...]] = {}
        for name, text in self.values:
            if meaning := meaning_of(name):
                said[meaning] = (*said.get(meaning, ()), text)
        return said

    def first(self, *meanings: str) -> str:
        return next((self.said[meaning][0] for meaning in meanings if meaning in self.said), "")

    @property
    def person(self) -> str:
        """A name that may be in two parts."""
        parts = {name.casefold(): text for name, text in self.values if meaning_of(name) == "name"}
        given = next((text for name, text in parts.items() if "first" in name or "given" in name), "")
        family = next((text for name, text in parts.items() if name.find("last") >= 0 or "sur" in name), "")
        return " ".join((given, family)) if given and family else self.first("name", "title")

    @cached_property
    def when(self) -> Moment | None:
        moments = (moment_from_text(text) or moment_from_number(text) for text in self.said.get("when", ()))
        return next(filter(None, moments), None)

    @cached_property
    def where(self) -> Coordinates | None:
        found = degrees(_number(self.first("latitude")), _number(self.first("longitude")))
        return found or next(filter(None, map(degrees_in, self.said.get("place", ()))), None)


def _number(text: str) -> float | None:
    return Leaf(text).number()


Rows = Iterator[Row | ReadProblem]


def json_rows(visit: Visit, member: Member) -> Rows:
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    for flat in _flattened(decoded.value, _place(member)):
        yield Row(visit.source(member, flat.pointer), flat.names, flat.values, flat.alone, flat.has_more)


def page_rows(visit: Visit, member: Member) -> Rows:
    """Tables; in pages without any, lines of a name and a value."""
    with visit.archive.stream(member) as stream:
        for table in page_tables(stream):
            names = (*_place(member), table.heading)
            for flat in _flattened(table.value, names):
                source = visit.source(member, f"record {table.number}{flat.pointer}")
                yield Row(source, flat.names, flat.values, flat.alone, flat.has_more)
            if table.cut_off:
                yield visit.problem(member, f"record {table.number}", CUT_OFF)


def table_rows(visit: Visit, member: Member) -> Rows:
    header = _header(visit, member)
    if header is None:
        return
    with visit.archive.stream(member) as stream:
        table = read_table(stream, header, visit.source(member))
        if isinstance(table, ReadProblem):
            yield table
            return
        first = list(islice(table.rows, 2))
        for line in chain(first, table.rows):
            if isinstance(line, ReadProblem):
                yield line
                continue
            cells = zip(table.columns, line.cells, strict=False)
            values = tuple((name, text.strip()) for name, text in cells if text.strip())
            yield Row(visit.source(member, f"line {line.number}"), _place(member), values, alone=_count(first) == 1)


def _count(lines: Sequence[Line | ReadProblem]) -> int:
    return sum(isinstance(line, Line) for line in lines)


def _header(visit: Visit, member: Member) -> tuple[str, ...] | None:
    """The names in the first line that has some with a meaning."""
    lines = decode_text(visit.archive.head(member, _HEAD)).text.splitlines()[:_HEADER_WITHIN]
    for line in lines:
        for mark in (",", ";", "\t"):
            cells = [cell.strip().strip('"') for cell in line.split(mark)]
            known = tuple(cell for cell in cells if meaning_of(cell))
            if known and len(cells) > 1:
                return known
    return None


def _place(member: Member) -> tuple[str, ...]:
    """The file's own name, and its folder's where that tells more than a wrapper does."""
    *folders, name = member.path.split("/")
    folder = folders[-1] if folders and section_of(folders[-1]) not in {"", "profile"} else ""
    return (folder, name.rpartition(".")[0] or name)


class _Flat(NamedTuple):
    names: tuple[str, ...]
    pointer: str
    values: tuple[tuple[str, str], ...]
    alone: bool
    has_more: bool = False


class _Part(NamedTuple):
    """Something still to be taken apart, and what the objects around it say of all that is in them."""

    value: object
    names: tuple[str, ...]
    pointer: str
    alone: bool = True
    around: tuple[tuple[str, str], ...] = ()


def _flattened(value: object, names: tuple[str, ...]) -> Iterator[_Flat]:
    """Each object with its texts; small objects inside go with the one around them. Without recursion."""
    todo = [_Part(value, names, "")]
    while todo:
        part = todo.pop()
        if isinstance(part.value, dict):
            own, inner = _parted(part.value)
            if own:
                yield _Flat(part.names, part.pointer, (*own, *part.around), part.alone, bool(inner))
            alone = not _are_alike([one for _key, one in inner])
            around = (*part.around, *(said for said in own if meaning_of(said[0]) == "thread"))
            for key, one in reversed(inner):
                todo.append(_Part(one, (*part.names, key), f"{part.pointer}/{key}", alone, around))
        elif isinstance(part.value, list):
            texts = tuple((part.names[-1], text) for text in map(_text, part.value) if text)
            if texts:
                yield _Flat(part.names, part.pointer, (*texts, *part.around), part.alone)
            todo.extend(_elements(part, part.value))


def _elements(part: _Part, items: list[object]) -> Iterator[_Part]:
    """What stands in a list, the last one first."""
    for number in range(len(items) - 1, -1, -1):
        if isinstance(items[number], dict | list):
            yield _Part(items[number], part.names, f"{part.pointer}/{number}", len(items) == 1, part.around)


def _parted(item: dict[str, object]) -> tuple[tuple[tuple[str, str], ...], list[tuple[str, object]]]:
    """The texts of an object, and what in it has a shape of its own."""
    own: list[tuple[str, str]] = []
    inner: list[tuple[str, object]] = []
    plain = any(_text(part) for part in item.values())
    for key, part in item.items():
        texts = _texts(part)
        if text := _text(part):
            own.append((key, text))
        elif texts is not None and isinstance(part, list):
            own += [(key, one) for one in texts]
        elif texts is not None and isinstance(part, dict) and plain:
            own += [(f"{key} {name}", one) for name, one in zip(part, map(_text, part.values()), strict=True) if one]
        elif isinstance(part, dict | list) and part:
            inner.append((key, part))
    return tuple(own), inner


def _texts(part: object) -> list[str] | None:
    """The texts of a list or object that holds nothing else."""
    inner = list(part.values()) if isinstance(part, dict) else part
    if not isinstance(inner, list) or any(isinstance(one, dict | list) for one in inner):
        return None
    return [text for text in map(_text, inner) if text]


def _text(part: object) -> str:
    if isinstance(part, str):
        return unescape(part).strip()
    return "" if isinstance(part, bool) or not isinstance(part, int | float) else str(part)


def _are_alike(parts: Sequence[object]) -> bool:
    shapes = {frozenset(part) for part in parts if isinstance(part, dict)}
    return len(parts) >= _ALIKE and len(shapes) == 1
