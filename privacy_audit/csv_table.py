"""Reads the tables of exports: finds the header row and gives row by row, whatever the platform or Excel made of it."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source
from privacy_audit.text import decode_text

_FIELD_LIMIT = 1 << 20  # letters; a longer cell is an unclosed quotation mark
_ROW_LINES = 5_000  # lines in one row; more is an unclosed quotation mark too
_LINES_TO_TELL = {2: 12, 3: 4}  # columns -> lines in a row from which on they may be rows that it swallowed
_MANY_LINES, _MOST = 10, 0.8  # from so many lines on a few may look different
_PREAMBLE = 60  # rows before the header that are looked through

_UNCLOSED = "A quotation mark in this row is never closed; the row was left out and reading went on below it."
_NO_HEADER = "The row with the column names was not found, so this table was left out. The rest of the export is read."


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Column names as the file has them (they may repeat), and the rows: line number and cells, or a problem."""

    columns: tuple[str, ...]
    rows: Iterator["Line | ReadProblem"]

    def place(self, *names: str) -> int | None:
        """Where the first of these columns stands; case, blanks and underscores do not count."""
        plain = [same_column(column) for column in self.columns]
        return next((plain.index(same_column(name)) for name in names if same_column(name) in plain), None)


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """One row of a table; `number` is the physical line on which it ends."""

    number: int
    cells: list[str]

    def cell(self, place: int | None) -> str:
        """The cell without its outer blanks, "" where the row is short or the table has no such column."""
        return self.cells[place].strip() if place is not None and place < len(self.cells) else ""


def read_table(data: bytes | BinaryIO, known: Iterable[str], source: Source) -> Table | ReadProblem:
    """Opens a table whose header row holds at least one of the `known` columns; rows before it are passed over."""
    wanted = {same_column(name) for name in known}
    lines = _Lines(_text_lines(data))
    for delimiter in (",", ";", "\t"):
        for row in lines.peek(_PREAMBLE):
            header = next(csv.reader([row], delimiter=delimiter), [])
            names = {same_column(name) for name in header}
            if (len(header) > 1 or len(wanted) == 1) and names & wanted:
                lines.skip_to(row)
                rows = _rows(lines, delimiter, source)
                columns = next(rows, None)
                if isinstance(columns, Line):
                    return Table(tuple(name.strip() for name in columns.cells), rows)
    return ReadProblem(source, _NO_HEADER)


def same_column(name: str) -> str:
    """One spelling of a column's name: exports swap blanks and underscores, and change case."""
    return name.strip().lower().replace("_", " ").replace("-", " ")


class _Lines:
    """Lines that can be looked at beforehand and given back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._ahead: list[str] = []  # in reverse
        self.number = 0

    def peek(self, count: int) -> Sequence[str]:
        while len(self._ahead) < count:
            line = next(self._lines, None)
            if line is None:
                break
            self._ahead.insert(0, line)
        return list(reversed(self._ahead))[:count]

    def skip_to(self, line: str) -> None:
        while self._ahead and self._ahead[-1] is not line:
            self._ahead.pop()
            self.number += 1

    def give_back(self, lines: Sequence[str]) -> None:
        self._ahead.extend(reversed(lines))
        self.number -= len(lines)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._ahead.pop() if self._ahead else next(self._lines)
        self.number += 1
        return line


class _RowTooLongError(Exception):
    """One row has taken in more lines than any row has."""


def _rows(lines: _Lines, delimiter: str, source: Source) -> Iterator[Line | ReadProblem]:
    """Rows until the end. Where a quotation mark is never closed, its line is left out and the next ones are read."""
    taken: list[str] = []
    width = 0  # of the first row, which names the columns

    def feed() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            if len(taken) > _ROW_LINES:
                raise _RowTooLongError
            yield line

    while True:
        csv.field_size_limit(_FIELD_LIMIT)
        reader = csv.reader(feed(), delimiter=delimiter)
        try:
            for cells in reader:
                if len(taken) > 1 and (_ran_away(taken) or _swallowed(width, taken, delimiter)):
                    break
                taken.clear()
                width = width or len(cells)
                if cells:
                    yield Line(lines.number, cells)
            else:
                return
        except (csv.Error, _RowTooLongError):
            pass
        if not taken:
            return
        lines.give_back(taken[1:])
        yield ReadProblem(Source(source.importer, source.member, f"line {lines.number}"), _UNCLOSED)
        taken.clear()


def _ran_away(taken: Sequence[str]) -> bool:
    """A row that swallowed the rest of the file: the last line came in, and the mark was still open."""
    return sum(line.count('"') for line in taken) % 2 == 1


def _swallowed(width: int, taken: Sequence[str], delimiter: str) -> bool:
    """A row between two lost marks: the lines in it are rows themselves, each with as many cells as the table has.

    A text of several lines seldom has that many commas in each of them; with few columns it takes more lines to tell.
    """
    if width < 2 or len(taken) < _LINES_TO_TELL.get(width, 2):  # noqa: PLR2004 - a table of one column
        return False
    rows = sum(_is_row(line, width, delimiter) for line in taken)
    return rows >= len(taken) * (_MOST if len(taken) >= _MANY_LINES else 1)


def _is_row(line: str, width: int, delimiter: str) -> bool:
    return line.count(delimiter) == width - 1 or len(next(csv.reader([line], delimiter=delimiter), ())) == width


def _text_lines(data: bytes | BinaryIO) -> Iterator[str]:
    if isinstance(data, bytes):
        text: Iterable[str] = io.StringIO(decode_text(data).text, newline="")
    else:
        text = io.TextIOWrapper(data, encoding="utf-8-sig", errors="replace", newline="")
    return (line.replace("\x00", "") if "\x00" in line else line for line in text)
