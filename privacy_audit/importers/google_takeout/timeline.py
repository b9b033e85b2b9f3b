"""Where the phone was: Records, Semantic Location History, and the Timeline that phones keep since 2024."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import msgspec

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.importers.google_takeout.map_points import point_of
from privacy_audit.importers.google_takeout.stays import Stays
from privacy_audit.importing import ReadProblem
from privacy_audit.json_stream import Row, rows
from privacy_audit.leaf import Leaf
from privacy_audit.model import Audience, Coordinates, Moment, Place, PlaceKind, Source
from privacy_audit.text import moment_from_number, moment_from_text

_ALONE = Audience.ONLY_ME  # a Timeline is shown to nobody else
_ODD = "This entry is not in a form that we know. Look at it in the download itself."
_CALLED = {"home": "Home", "inferred_home": "Home", "type_home": "Home"} | {
    "work": "Work", "inferred_work": "Work", "type_work": "Work",
}  # fmt: skip
_NAMELESS = frozenset({"unknown", "type_unknown", "searched_address", "type_searched_address", "aliased_location"})


class RecordPoint(msgspec.Struct, gc=False, rename="camel"):
    latitude_e7: int | float | None = msgspec.field(default=None, name="latitudeE7")
    longitude_e7: int | float | None = msgspec.field(default=None, name="longitudeE7")
    timestamp: str | None = None
    timestamp_ms: str | int | None = None


class Segment(msgspec.Struct, gc=False, rename="camel"):
    """Of the phone's Timeline; iPhones write the same with other points and numbers as texts."""

    start_time: str | None = None
    end_time: str | None = None
    visit: Any = None
    activity: Any = None
    timeline_path: Any = None
    timeline_memory: Any = None


class TimelineObject(msgspec.Struct, gc=False, rename="camel"):
    place_visit: Any = None
    activity_segment: Any = None


class Signal(msgspec.Struct, gc=False, rename="camel"):
    position: Any = None
    raw_signal: Any = None
    place_aggregates: Any = None


class Frequent(msgspec.Struct, gc=False, rename="camel"):
    place_location: Any = None
    label: str | None = None


def records(visit: Visit, member: Member) -> Iterator[Found]:
    """Records.json: a point every few minutes for years."""
    stays = Stays()
    with visit.archive.stream(member) as stream:
        for row in rows(stream, RecordPoint, visit.source(member, "/locations"), "locations"):
            if not isinstance(row, Row):
                yield row
                continue
            value = row.value
            if value.latitude_e7 is None or value.longitude_e7 is None:
                continue  # a point that only says how the phone was moved
            yield from stays.take(
                value.latitude_e7,
                value.longitude_e7,
                value.timestamp or value.timestamp_ms,
                visit.source(member, f"/locations/{row.number}"),
            )
    yield from stays.rest()


def semantic(visit: Visit, member: Member) -> Iterator[Found]:
    """A file a month: visits with the place's name and address, and the ways between them."""
    named = _Named()
    with visit.archive.stream(member) as stream:
        for row in rows(stream, TimelineObject, visit.source(member, "/timelineObjects"), "timelineObjects"):
            if not isinstance(row, Row):
                yield row
                continue
            source = visit.source(member, f"/timelineObjects/{row.number}")
            if row.value.place_visit is not None:
                made = _place_visit(source, Leaf(row.value.place_visit), named)
            else:
                made = _way(source, Leaf(row.value.activity_segment))
            yield from _or_problem(made, source)


def _place_visit(source: Source, leaf: Leaf, named: "_Named") -> Iterator[Found]:
    location = leaf.at("location")
    if point_of(location) is None:  # some visits have only guesses
        location = next(iter(leaf.leaves("otherCandidateLocations")), location)
    start, end = _span(leaf.at("duration"))
    called = _called(location.text("semanticType"))
    name, address = location.text("name") or called, location.text("address")
    yield from named.visited(
        called, Place(source, PlaceKind.HISTORY, name, address, point_of(location), start, end, audience=_ALONE)
    )


def _way(source: Source, leaf: Leaf) -> Iterator[Found]:
    start, end = _span(leaf.at("duration"))
    points = point_of(leaf.at("startLocation")), point_of(leaf.at("endLocation"))
    yield from _ends(source, leaf.text("activityType"), points, (start, end))


def _ends(
    source: Source,
    kind: str,
    points: tuple[Coordinates | None, Coordinates | None],
    times: tuple[Moment | None, Moment | None],
) -> Iterator[Found]:
    """Where a way began and where it ended; its times where the places are not told."""
    name = kind.replace("_", " ").casefold()
    for point, when in zip(points, times, strict=True):
        if point is not None:
            yield Place(source, PlaceKind.ROUTE, name, coordinates=point, when=when, audience=_ALONE)
    if points == (None, None) and times[0] is not None:
        yield Place(source, PlaceKind.ROUTE, name, when=times[0], until=times[1], audience=_ALONE)


def _span(leaf: Leaf) -> tuple[Moment | None, Moment | None]:
    """Times as ISO text, as milliseconds or as seconds, under two names."""
    return _time(leaf, "startTimestamp"), _time(leaf, "endTimestamp")


def _time(leaf: Leaf, name: str) -> Moment | None:
    return (
        leaf.moment(name) or moment_from_number(leaf.at(f"{name}Ms").value) or moment_from_number(leaf.at(name).value)
    )


def on_phone(visit: Visit, member: Member) -> Iterator[Found]:
    """Timeline.json of Android (lists under keys) and location-history.json of the iPhone (one bare list)."""
    android = _begins_with_brace(visit, member)
    key = "semanticSegments" if android else ""
    named, stays = _Named(), Stays()
    with visit.archive.stream(member) as stream:
        where = visit.source(member, f"/{key}" if key else "")
        for row in rows(stream, Segment, where, key, optional=android):
            if isinstance(row, Row):
                source = visit.source(member, f"{where.pointer}/{row.number}")
                if _says_nothing(row.value):
                    yield ReadProblem(source, _ODD)
                yield from _segment(source, row.value, named, stays)
            else:
                yield row
    if android:
        yield from _signals(visit, member, stays, "rawSignals")
        yield from _frequent(visit, member, named)
    yield from stays.rest()


def _begins_with_brace(visit: Visit, member: Member) -> bool:
    return visit.archive.head(member, 64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _segment(source: Source, segment: Segment, named: "_Named", stays: Stays) -> Iterator[Found]:
    start, end = moment_from_text(segment.start_time or ""), moment_from_text(segment.end_time or "")
    if segment.visit is not None:
        leaf = Leaf(segment.visit).at("topCandidate")
        called, point = _called(leaf.text("semanticType")), point_of(leaf.at("placeLocation"))
        yield from named.visited(
            called, Place(source, PlaceKind.HISTORY, called, "", point, start, end, audience=_ALONE)
        )
    elif segment.activity is not None:
        leaf = Leaf(segment.activity)
        points = point_of(leaf.at("start")), point_of(leaf.at("end"))
        yield from _ends(source, leaf.text("topCandidate", "type"), points, (start, end))
    elif segment.timeline_path is not None:
        for step in Leaf(segment.timeline_path).leaves():
            point = point_of(step.at("point"))
            if point is not None:
                yield from stays.take_degrees(point, _step_time(step, start), source)
    elif segment.timeline_memory is not None:  # a journey that the phone made a memory of
        yield Place(source, PlaceKind.HISTORY, when=start, until=end, audience=_ALONE)


def _says_nothing(segment: Segment) -> bool:
    """Neither a visit nor a way nor its points nor even a time: something that we do not know."""
    parts = (segment.visit, segment.activity, segment.timeline_path, segment.timeline_memory)
    return all(part is None for part in parts) or (segment.start_time is None and not any(parts))


def _step_time(step: Leaf, start: Moment | None) -> Moment | None:
    """A time of its own, or minutes after the start of the path."""
    minutes = step.number("durationMinutesOffsetFromStartTime")
    if minutes is not None and start is not None and abs(minutes) < 1e6:  # noqa: PLR2004 - two years
        return Moment(start.at + timedelta(minutes=minutes), start.zone_known)
    return step.moment("time") or start


def _signals(visit: Visit, member: Member, stays: Stays, key: str) -> Iterator[Found]:
    with visit.archive.stream(member) as stream:
        for row in rows(stream, Signal, visit.source(member, f"/{key}"), key, optional=True):
            if not isinstance(row, Row):
                yield row
                continue
            raw = Leaf(row.value.raw_signal).at("signal", "position")
            leaf = Leaf(row.value.position) if row.value.position is not None else raw
            point = point_of(leaf.at("LatLng")) or point_of(leaf.at("latLng")) or point_of(leaf.at("point"))
            if point is not None:
                source = visit.source(member, f"/{key}/{row.number}")
                yield from stays.take_degrees(point, leaf.moment("timestamp"), source)


def edits(visit: Visit, member: Member) -> Iterator[Found]:
    stays = Stays()
    yield from _signals(visit, member, stays, "timelineEdits")
    yield from stays.rest()


def _frequent(visit: Visit, member: Member, named: "_Named") -> Iterator[Found]:
    with visit.archive.stream(member) as stream:
        source = visit.source(member, "/userLocationProfile/frequentPlaces")
        for row in rows(stream, Frequent, source, "frequentPlaces", optional=True):
            if not isinstance(row, Row):
                yield row
                continue
            point = point_of(Leaf(row.value.place_location))
            at = Source(source.importer, source.member, f"{source.pointer}/{row.number}")
            called = _called(row.value.label or "")
            if point is not None:
                yield from named.primary(at, called or "A place you are often at", "", point)


def _called(semantic_type: str) -> str:
    plain = semantic_type.casefold()
    return _CALLED.get(plain, "" if plain in _NAMELESS else semantic_type)


@dataclass(slots=True)
class _Named:
    """Visits; where Google calls a place home or work, that place is told once by itself too."""

    told: set[tuple[str, float, float]] = field(default_factory=set)

    def visited(self, called: str, place: Place) -> Iterator[Found]:
        if called in {"Home", "Work"}:
            yield from self.primary(place.source, called, place.address, place.coordinates)
        if place.coordinates is not None or place.name or place.address or place.when is not None:
            yield place

    def primary(self, source: Source, called: str, address: str, point: Coordinates | None) -> Iterator[Found]:
        about = (called, round(point.latitude, 3), round(point.longitude, 3)) if point else (called + address, 0.0, 0.0)
        if about not in self.told:
            self.told.add(about)
            yield Place(source, PlaceKind.PRIMARY, called, address, point)


def _or_problem(made: Iterator[Found], source: Source) -> Iterator[Found]:
    """What was made of an entry; an entry of which nothing was made is a problem."""
    nothing = True
    for item in made:
        nothing = False
        yield item
    if nothing:
        yield ReadProblem(source, _ODD)
