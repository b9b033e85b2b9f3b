"""Readers of one table of an export: what is made of each row, which is asked by the names of its columns."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Reader, Visit
from privacy_audit.csv_table import Line, read_table, same_column
from privacy_audit.importing import ReadProblem
from privacy_audit.model import Moment, PartialDate, Source
from privacy_audit.text import moment_from_text, partial_date_from_text

NOTHING_IN_IT = "This row is empty or in a form that we do not know. Look at it in the download itself."


@dataclass(frozen=True, slots=True, repr=False)
class Cells:
    """One row. Columns go by any of their names over the years; the first that is filled in counts."""

    source: Source
    line: Line
    places: Mapping[str, tuple[int, ...]]

    def text(self, *names: str) -> str:
        return next((text for name in names for text in self.all(name)), "")

    def all(self, name: str) -> tuple[str, ...]:
        """What is filled in under a name that several columns may have."""
        texts = (self.line.cell(place) for place in self.places.get(same_column(name), ()))
        return tuple(text for text in texts if text)

    def moment(self, *names: str) -> Moment | None:
        return moment_from_text(self.text(*names))

    def date(self, *names: str) -> PartialDate | None:
        return partial_date_from_text(self.text(*names))

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.line.cells)


Make = Callable[[Visit, Cells], Iterable[Found]]


def sheet(known: Iterable[str], make: Make) -> Reader:
    """A reader of a table whose header holds one of the `known` columns. A row that gives nothing is a problem."""
    columns = tuple(known)

    def read(visit: Visit, member: Member) -> Iterator[Found]:
        with visit.archive.stream(member) as stream:
            table = read_table(stream, columns, visit.source(member))
            if isinstance(table, ReadProblem):
                yield table
                return
            places: dict[str, tuple[int, ...]] = {}
            for place, name in enumerate(table.columns):
                places[same_column(name)] = (*places.get(same_column(name), ()), place)
            for row in table.rows:
                if isinstance(row, Line):
                    yield from _made(visit, Cells(visit.source(member, f"line {row.number}"), row, places), make)
                else:
                    yield row

    return read


def _made(visit: Visit, cells: Cells, make: Make) -> Iterator[Found]:
    nothing = True
    for item in make(visit, cells):
        nothing = False
        yield item
    if nothing and not cells.is_blank:
        yield ReadProblem(cells.source, NOTHING_IN_IT)
