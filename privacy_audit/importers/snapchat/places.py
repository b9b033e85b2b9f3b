"""Where a Snapchat download says that its owner was: towns, degrees, home and work as Snapchat infers them."""

from collections.abc import Iterator

from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import walk_texts
from privacy_audit.degrees import degrees_in, without_degrees
from privacy_audit.entry import Entry
from privacy_audit.importers.snapchat.sections import ODD, Section, each, in_utc
from privacy_audit.importing import ReadProblem
from privacy_audit.leaf import Leaf
from privacy_audit.model import Coordinates, Moment, Place, PlaceKind, Source


def usual(visit: Visit, section: Section) -> Iterator[Found]:
    """Home, school and work: each under a name of its own."""
    if not isinstance(section.value.value, dict):
        yield from points(visit, section)
        return
    for name, leaf in section.value.items():
        source = visit.source(section.member, f"{section.at}/{name}")
        place = _place(source, leaf, PlaceKind.PRIMARY)
        if place is not None:
            yield Place(source, PlaceKind.PRIMARY, name, place.name, place.coordinates, place.when)


def points(visit: Visit, section: Section) -> Iterator[Found]:
    """Each entry is a text, a pair of time and degrees, or an object; an object may hold lists of such."""
    value = section.value
    if isinstance(value.value, dict) and any(isinstance(leaf.value, list) for _name, leaf in value.items()):
        for name, leaf in value.items():
            yield from points(visit, Section(section.member, name, f"{section.at}/{name}", leaf))
        return
    for number, leaf in enumerate(value.leaves()):
        source = section.source(visit, number)
        place = _place(source, leaf, PlaceKind.HISTORY)
        if place is not None:
            yield place
        elif not leaf.is_blank and leaf.value:
            yield ReadProblem(source, ODD)


def _place(source: Source, leaf: Leaf, kind: PlaceKind) -> Place | None:
    where: Coordinates | None = None
    at: Moment | None = None
    names = []
    for _pointer, text in walk_texts(leaf.value):
        moment = in_utc(text) if at is None and ":" in text else None
        found = degrees_in(text)
        where = where or found
        at = at or moment
        rest = without_degrees(text) if found else text.strip()
        if rest and moment is None:
            names.append(rest)
    if where is None and not names:
        return None
    return Place(source, kind, ", ".join(dict.fromkeys(names)), "", where, at)


def _tag(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
    name, address = entry.first("place", "placename", "name"), entry.first("placelocation", "location", "address")
    if name or address:
        kind = PlaceKind.CHECK_IN
        yield Place(source, kind, name, address, degrees_in(address), in_utc(entry.first("date", "time")))


tags = each(_tag)
