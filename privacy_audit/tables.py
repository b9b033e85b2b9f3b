"""The door to tables (CSV): finds the header under a preamble, keeps namesake columns apart, survives lost quotes."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Literal

from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source
from privacy_audit.text import decode_text

_HEADER_WITHIN = 40  # lines
_DELIMITERS = ",;\t|"
_FIELD_LIMIT = 16 << 20
# A text in a cell may run over many lines; beyond this a quote was lost and would swallow the rest of the table.
_MOST_LINES = 2_000
_MOST_LOST = 50  # lost quotes in one table, after which quotes are no longer trusted
_SNIFF = 64 << 10

_NO_HEADER = "This table has not the columns that it should have. Ask for the export again."
_LOST_QUOTE = "This line of the table has a quotation mark too many; it was read as it stands."


class Row:
    """One row: cells by column name, "" where the row is short. `line` is the line it starts on, from 1."""

    __slots__ = ("_columns", "cells", "line")

    def __init__(self, line: int, cells: list[str], columns: Mapping[str, tuple[int, ...]]) -> None:
        self.line = line
        self.cells = cells
        self._columns = columns

    def get(self, *names: str) -> str:
        """The first cell of these columns that holds anything, tidied at its ends."""
        for name in names:
            for index in self._columns.get(name.casefold(), ()):
                if index < len(self.cells) and (value := self.cells[index].strip()):
                    return value
        return ""

    def all(self, name: str) -> tuple[str, ...]:
        """The cells of every column of this name; some tables have several."""
        indexes = self._columns.get(name.casefold(), ())
        return tuple(self.cells[index] for index in indexes if index < len(self.cells) and self.cells[index].strip())

    def is_empty(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Header:
    line: int
    delimiter: str
    names: tuple[str, ...]


def csv_rows(data: bytes | BinaryIO, source: Source, *, needs: Collection[str] = ()) -> Iterator[Row | ReadProblem]:
    """The rows below the header: the first line that has all columns of `needs`, else the first line with words.

    A table without its header is one problem. Problems carry their line ("line 41"), rows their number.
    """
    lines = _Lines(data)
    header = _header(lines, needs)
    if header is None:
        if lines.head or needs:
            yield ReadProblem(source, _NO_HEADER)
        return
    columns: dict[str, tuple[int, ...]] = {}
    for index, name in enumerate(header.names):
        key = name.strip().casefold()
        columns[key] = (*columns.get(key, ()), index)
    yield from _rows(lines, header, columns, source)


def columns_of(data: bytes, *, needs: Collection[str] = ()) -> tuple[str, ...]:
    """The names of the columns, for recognising an export by a few bytes."""
    header = _header(_Lines(data), needs)
    return header.names if header else ()


class _Lines:
    """The lines of a file, decoded, without NULs; a few at its head can be looked at before they are taken."""

    def __init__(self, data: bytes | BinaryIO) -> None:
        text: io.TextIOBase
        if isinstance(data, bytes):
            text = io.StringIO(decode_text(data).text, newline="")
            self._stream: Iterator[str] = iter(text)
        else:
            first = data.read(_SNIFF)
            self._stream = _decoded_lines(first, data)
        self.head: list[str] = []
        for line in self._stream:
            self.head.append(line)
            if len(self.head) >= _HEADER_WITHIN:
                break
        self.waiting: list[str] = []  # read, and to be read again
        self.recent: list[str] = []  # of the record that is being read
        self.stopped = False

    def start_after(self, line: int) -> None:
        self.waiting = self.head[line:]
        self.waiting.reverse()

    def __iter__(self) -> Iterator[str]:
        """Hands lines to the reader until one record holds more than any real one."""
        recent = self.recent
        self.stopped = False
        while True:
            line = self.waiting.pop() if self.waiting else next(self._stream, "")
            if not line:
                return
            if len(recent) >= _MOST_LINES:
                self.waiting.append(line)
                self.stopped = True
                return
            recent.append(line)
            yield line.replace("\x00", "") if "\x00" in line else line


def _decoded_lines(first: bytes, rest: BinaryIO) -> Iterator[str]:
    encoding = decode_text(first[: first.rfind(b"\n") + 1] or first).encoding
    wrapped = io.TextIOWrapper(_Joined(first, rest), encoding, "replace", newline="")
    for line in wrapped:
        yield line.lstrip("\ufeff") if line.startswith("\ufeff") else line


class _Joined(io.RawIOBase, BinaryIO):
    """The bytes that were looked at, and the stream behind them."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._first = first
        self._rest = rest

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        if self._first:
            cut = len(self._first) if size is None or size < 0 else size
            out, self._first = self._first[:cut], self._first[cut:]
            return out
        return self._rest.read(-1 if size is None else size)

    def read1(self, size: int = -1, /) -> bytes:
        return self.read(size)


def _header(lines: _Lines, needs: Collection[str]) -> Header | None:
    wanted = {name.casefold() for name in needs}
    for number, line in enumerate(lines.head):
        for delimiter in sorted(_DELIMITERS, key=line.count, reverse=True):
            names = next(csv.reader([line.strip("\r\n")], delimiter=delimiter), [])
            present = {name.strip().casefold() for name in names}
            if wanted <= present if wanted else any(present):
                return Header(number, delimiter, tuple(names))
            if not wanted:
                break
    return None


def _rows(
    lines: _Lines, header: Header, columns: Mapping[str, tuple[int, ...]], source: Source
) -> Iterator[Row | ReadProblem]:
    csv.field_size_limit(_FIELD_LIMIT)
    lines.start_after(header.line + 1)
    number = header.line + 2
    lost = 0
    while True:
        quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if lost < _MOST_LOST else csv.QUOTE_NONE
        recent = lines.recent
        try:
            for cells in csv.reader(iter(lines), delimiter=header.delimiter, quoting=quoting):
                taken = len(recent)
                if taken > 1 and (lines.stopped or _is_unclosed(recent)) and quoting == csv.QUOTE_MINIMAL:
                    break
                recent.clear()
                if cells:
                    yield Row(number, cells, columns)
                number += taken
            else:
                if not recent:
                    return
        except csv.Error:
            pass  # a cell beyond all bounds
        lost += 1
        yield ReadProblem(Source(source.importer, source.member, f"line {number}"), _LOST_QUOTE)
        yield from _as_it_stands(lines, header, columns, number)
        number += 1


def _is_unclosed(recent: Sequence[str]) -> bool:
    """Only asked of records over several lines: an odd number of quotes means that the file ended inside one."""
    return sum(line.count('"') for line in recent) % 2 == 1


def _as_it_stands(lines: _Lines, header: Header, columns: Mapping[str, tuple[int, ...]], number: int) -> Iterator[Row]:
    """The first line of a record with a lost quote, its quotes taken as letters; the lines behind it come again."""
    first, *behind = lines.recent or [""]
    lines.waiting.extend(reversed(behind))
    lines.recent.clear()
    for cells in csv.reader([first], delimiter=header.delimiter, quoting=csv.QUOTE_NONE):
        yield Row(number, [cell.strip('"') for cell in cells], columns)
