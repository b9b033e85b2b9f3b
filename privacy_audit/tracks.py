"""Where and when a recorded track starts and ends: GPX, TCX and FIT files, packed with gzip or not."""

import re
import struct
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

from privacy_audit.model import Coordinates, Moment
from privacy_audit.text import moment_from_text
from privacy_audit.xml_stream import XmlNode, xml_node

TRACK_ENDINGS = (".gpx", ".tcx", ".fit", ".gpx.gz", ".tcx.gz", ".fit.gz")

_LIMIT = 64 << 20  # bytes of one unpacked track; a day of riding has three million
_ATTEMPTS = 5_000  # points without a place that are looked at, as before a watch has found its satellites
_POINT_SIZE = 1 << 14  # bytes of one point
_SLASH = ord("/")
_GZIP = b"\x1f\x8b"
_POLE, _DATE_LINE = 90.0, 180.0
_FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_FIT_MARK = b".FIT"
_FIT_RECORD = 20  # the global number of messages with a point of the track
_LATITUDE, _LONGITUDE, _TIME = 0, 1, 253  # numbers of their fields
_NO_POSITION = 0x7FFFFFFF
_DEGREES = 180 / 2**31
_POINTS = re.compile(rb"<(?:[\w.-]{1,40}:)?(trkpt|rtept|wpt|Trackpoint)(?=[\s>/])")


@dataclass(frozen=True, slots=True, repr=False)
class TrackPoint:
    coordinates: Coordinates
    when: Moment | None = None


def coordinates_of(latitude: float | None, longitude: float | None) -> Coordinates | None:
    """Degrees that can be; 0 north 0 east stands for nothing in every export."""
    if latitude is None or longitude is None or not (latitude or longitude):
        return None
    if abs(latitude) <= _POLE and abs(longitude) <= _DATE_LINE:
        return Coordinates(latitude, longitude)
    return None


def track_ends(data: bytes) -> tuple[TrackPoint, TrackPoint] | None:
    """The first and the last point of a track; None when the file holds none, as after an hour on the treadmill."""
    data = _unpacked(data)
    return _fit_ends(data) if data[8:12] == _FIT_MARK else _xml_ends(data)


def is_track(data: bytes) -> bool:
    """Whether it has the form of a track, with points or without."""
    data = _unpacked(data)
    return data[8:12] == _FIT_MARK or re.search(rb"<(?:gpx|TrainingCenterDatabase)\b", data[:4096]) is not None


def _unpacked(data: bytes) -> bytes:
    """What gzip packed; of a file that breaks off, what stood before that."""
    if not data.startswith(_GZIP):
        return data
    inflater = zlib.decompressobj(wbits=31)
    try:
        return inflater.decompress(data, _LIMIT)
    except zlib.error:
        return b""


def _xml_ends(data: bytes) -> tuple[TrackPoint, TrackPoint] | None:
    """Only the first and the last point with a place are parsed: a track has thousands."""
    if b"lat=" not in data and b"LatitudeDegrees" not in data:
        return None
    starts = (found.start() for found in _POINTS.finditer(data))
    first = next(filter(None, (_xml_point(data, start) for start in islice(starts, _ATTEMPTS))), None)
    if first is None:
        return None
    ends = deque((found.start() for found in _POINTS.finditer(data)), maxlen=_ATTEMPTS)
    last = next(filter(None, (_xml_point(data, start) for start in reversed(ends))), None)
    return first, last or first


def _xml_point(data: bytes, start: int) -> TrackPoint | None:
    bracket = data.find(b">", start, start + _POINT_SIZE) + 1
    tag = data[start + 1 : bracket - 1].split(maxsplit=1)[:1]
    if not bracket or not tag:
        return None
    closing = b"</" + tag[0] + b">"
    end = data.find(closing, bracket, start + _POINT_SIZE)
    cut = data[start : end + len(closing)] if end >= 0 and data[bracket - 2] != _SLASH else data[start:bracket]
    node = xml_node(cut.decode("utf-8", "replace"))
    return None if node is None else _point_of(node)


def _point_of(node: XmlNode) -> TrackPoint | None:
    where = coordinates_of(
        _number(node.attr("lat") or node.text("Position", "LatitudeDegrees")),
        _number(node.attr("lon") or node.text("Position", "LongitudeDegrees")),
    )
    when = moment_from_text(node.text("time") or node.text("Time"))
    return None if where is None else TrackPoint(where, when)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _fit_ends(data: bytes) -> tuple[TrackPoint, TrackPoint] | None:
    first = last = None
    for latitude, longitude, seconds in _fit_points(data):
        last = (latitude, longitude, seconds)
        first = first or last
    if first is None or last is None:
        return None
    return _fit_point(*first), _fit_point(*last)


def _fit_point(latitude: int, longitude: int, seconds: int | None) -> TrackPoint:
    when = None if seconds is None else Moment(_FIT_EPOCH + timedelta(seconds=seconds))
    return TrackPoint(Coordinates(latitude * _DEGREES, longitude * _DEGREES), when)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the data messages of one local number are laid out."""

    size: int
    little: bool
    is_record: bool
    places: dict[int, int]  # field number -> where it stands


def _fit_points(data: bytes) -> Iterator[tuple[int, int, int | None]]:
    """All points of a FIT file that have a place. Damage ends it; the messages before that have been read."""
    layouts: dict[int, _Layout] = {}
    place = data[0]
    end = min(len(data), place + struct.unpack_from("<I", data, 4)[0])
    while place < end:
        header = data[place]
        place += 1
        is_definition = not header & 0x80 and bool(header & 0x40)
        if is_definition:
            layout = _fit_layout(data, place, developer=bool(header & 0x20))
            if layout is None:
                return
            layouts[header & 0x0F], place = layout
            continue
        known = layouts.get((header >> 5) & 0x03 if header & 0x80 else header & 0x0F)
        if known is None or place + known.size > end:
            return
        if known.is_record:
            point = _fit_values(data, place, known)
            if point is not None:
                yield point
        place += known.size


def _fit_layout(data: bytes, place: int, *, developer: bool) -> tuple[_Layout, int] | None:
    """A definition message, and where it ends: for each field its number, its size and its type."""
    if place + 5 > len(data):
        return None
    little = data[place + 1] == 0
    number = int.from_bytes(data[place + 2 : place + 4], "little" if little else "big")
    fields, start = data[place + 4], place + 5
    end = start + 3 * fields
    if end + developer > len(data):
        return None
    size, places = 0, {}
    for at in range(start, end, 3):
        if data[at + 1] == 4:  # noqa: PLR2004 - bytes of a position and of a time
            places[data[at]] = size
        size += data[at + 1]
    if developer:
        own = data[end]
        size += sum(data[at + 1] for at in range(end + 1, min(end + 1 + 3 * own, len(data) - 1), 3))
        end += 1 + 3 * own
    is_record = number == _FIT_RECORD and _LATITUDE in places and _LONGITUDE in places
    return _Layout(size, little, is_record, places), end


def _fit_values(data: bytes, place: int, layout: _Layout) -> tuple[int, int, int | None] | None:
    mark = "<" if layout.little else ">"
    (latitude,) = struct.unpack_from(mark + "i", data, place + layout.places[_LATITUDE])
    (longitude,) = struct.unpack_from(mark + "i", data, place + layout.places[_LONGITUDE])
    if _NO_POSITION in (latitude, longitude) or abs(latitude) > 1 << 30 or not (latitude or longitude):
        return None
    seconds = None
    if _TIME in layout.places:
        (seconds,) = struct.unpack_from(mark + "I", data, place + layout.places[_TIME])
    return latitude, longitude, seconds
