"""Joins the points of a phone's way into stays: millions of points become the places where somebody was."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from privacy_audit.importers.google_takeout.map_points import E7, unwrapped
from privacy_audit.model import Audience, Coordinates, Moment, Place, PlaceKind, Source
from privacy_audit.text import moment_from_number, moment_from_text
from privacy_audit.tracks import coordinates_of

_NORTH, _EAST = 20_000.0, 30_000.0  # ten-millionths of a degree: some 200 m in Britain
_LONG = timedelta(minutes=5)  # a stay, not a red light

RawTime = Moment | str | int | None


@dataclass(slots=True)
class Stays:
    """Points come in order. A place at which somebody only passes is told the first time, a stay every time."""

    seen: set[int] = field(default_factory=set)
    _north: float = 0.0
    _east: float = 0.0
    _first: RawTime = None
    _last: RawTime = None
    _source: Source | None = None

    def take(self, latitude: float, longitude: float, when: RawTime, source: Source) -> Iterator[Place]:
        """A point in ten-millionths of a degree."""
        if latitude > E7 * 180 or longitude > E7 * 180:
            latitude, longitude = unwrapped(latitude), unwrapped(longitude)
        if (
            self._source is not None
            and -_NORTH < latitude - self._north < _NORTH
            and -_EAST < longitude - self._east < _EAST
        ):
            self._last = when
            return
        yield from self.rest()
        self._north, self._east, self._first, self._last, self._source = latitude, longitude, when, when, source

    def take_degrees(self, point: Coordinates, when: Moment | None, source: Source) -> Iterator[Place]:
        yield from self.take(point.latitude * E7, point.longitude * E7, when, source)

    def rest(self) -> Iterator[Place]:
        """The stay that is still open."""
        source, self._source = self._source, None
        point = coordinates_of(self._north / E7, self._east / E7)
        if source is None or point is None:
            return
        cell = int(self._north // _NORTH) * 1_000_000 + int(self._east // _EAST)
        first, last = _moment(self._first), _moment(self._last)
        is_long = first is not None and last is not None and last.at - first.at >= _LONG
        if is_long or cell not in self.seen:
            self.seen.add(cell)
            until = last if last != first else None
            yield Place(
                source, PlaceKind.HISTORY, coordinates=point, when=first, until=until, audience=Audience.ONLY_ME
            )


def _moment(when: RawTime) -> Moment | None:
    if when is None or isinstance(when, Moment):
        return when
    return (moment_from_text(when) if isinstance(when, str) else None) or moment_from_number(when)
