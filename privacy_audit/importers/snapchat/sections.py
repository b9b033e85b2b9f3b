"""The sections of a Snapchat file, alike whether JSON (a list under a key) or HTML (a table under a heading)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import decode_values
from privacy_audit.entry import Entry
from privacy_audit.html_tables import CUT_OFF, page_tables
from privacy_audit.importing import ReadProblem
from privacy_audit.leaf import Leaf
from privacy_audit.model import Moment, Source
from privacy_audit.text import moment_from_text

ODD = "This entry is empty or in a form that we do not know. Look at it in the download itself."


@dataclass(frozen=True, slots=True, repr=False)
class Section:
    """A named part of a file. `plain` is "" where an export left the name out, as some do."""

    member: Member
    name: str
    at: str
    value: Leaf

    @property
    def plain(self) -> str:
        return " ".join(self.name.casefold().split())

    def source(self, visit: Visit, number: int | None = None) -> Source:
        return visit.source(self.member, self.at if number is None else f"{self.at}/{number}")


Handler = Callable[[Visit, Section], Iterator[Found]]
Make = Callable[[Visit, Source, Entry], Iterable[Found]]


def json_sections(visit: Visit, member: Member) -> Iterator[Section | ReadProblem]:
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    leaf = Leaf(decoded.value)
    if isinstance(decoded.value, list):
        yield Section(member, "", "", leaf)
    for name, value in leaf.items():
        yield Section(member, name, f"/{name}", value)


def html_sections(visit: Visit, member: Member) -> Iterator[Section | ReadProblem]:
    """Tables by the heading above them; a table without one has no name."""
    with visit.archive.stream(member) as stream:
        for table in page_tables(stream):
            yield Section(member, table.heading, f"record {table.number}", Leaf(table.value))
            if table.cut_off:
                yield visit.problem(member, f"record {table.number}", CUT_OFF)


def each(make: Make) -> Handler:
    """What is made of each entry of a list. One that is filled in and gives nothing is a problem."""

    def handle(visit: Visit, section: Section) -> Iterator[Found]:
        leaves = section.value.leaves()
        for number, leaf in enumerate(leaves):
            alone = isinstance(section.value.value, dict)
            source = section.source(visit, None if alone else number)
            made = list(make(visit, source, Entry.of(leaf.value)))
            yield from made
            if not made and not leaf.is_blank:
                yield ReadProblem(source, ODD)

    return handle


def in_utc(text: str) -> Moment | None:
    """All of Snapchat's times are in UTC, also where it does not say so."""
    moment = moment_from_text(text)
    return None if moment is None else Moment(moment.at)
