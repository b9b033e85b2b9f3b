"""What times at one place tell: nights, turns of work, one day of the week, ways that begin or end there."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cached_property
from statistics import median
from typing import Final

from privacy_audit.model import Coordinates, Photo, Place, PlaceKind
from privacy_audit.tracks import coordinates_of
from privacy_audit.uk_time import wall_clock

_NIGHT_FROM, _NIGHT_TO = 23, 5  # by the clock on the wall
_SMALL_HOURS: Final = (0, 5)
_A_NIGHT: Final = timedelta(hours=3)
_TURN: Final = (timedelta(hours=4), timedelta(hours=14))
_TURN_STARTS: Final = (5, 20)  # from five in the morning to eight in the evening
_ALIKE: Final = 0.75
_ABOUT: Final = 2.0  # hours around the usual one


class Sort(Enum):
    """What a record says of being somewhere."""

    STAY = "stay"  # history: a phone was there for a while, or passed
    WAY = "way"  # a way began or ended
    TOLD = "told"  # a check-in or a tag: somebody said so
    PICTURE = "picture"


_SORTS: Final = {
    PlaceKind.HISTORY: Sort.STAY,
    PlaceKind.ROUTE: Sort.WAY,
    PlaceKind.CHECK_IN: Sort.TOLD,
    PlaceKind.TAGGED: Sort.TOLD,
}


@dataclass(frozen=True, slots=True, repr=False)
class Visit:
    """One time at a place. Times are those of the clock on the wall."""

    record: Place | Photo
    sort: Sort
    start: datetime
    end: datetime | None
    point: Coordinates | None
    name: str

    def __repr__(self) -> str:
        return f"<Visit {self.sort.value}>"

    @property
    def length(self) -> timedelta:
        return self.end - self.start if self.end and self.end > self.start else timedelta()

    @property
    def nights(self) -> Iterable[date]:
        """The evenings whose night was spent here, at least for some hours; a point alone counts in the small hours."""
        if not self.length:
            if self.sort is Sort.STAY and _SMALL_HOURS[0] <= self.start.hour < _SMALL_HOURS[1]:
                yield self.start.date() - timedelta(days=1)
            return
        if self.length > timedelta(days=60):
            return  # a phone that lay in a drawer
        evening = self.start.date() - timedelta(days=1)
        while self.end is not None and evening <= self.end.date():
            first = datetime.combine(evening, datetime.min.time()) + timedelta(hours=_NIGHT_FROM)
            last = first + timedelta(hours=24 - _NIGHT_FROM + _NIGHT_TO)
            if min(self.end, last) - max(self.start, first) >= _A_NIGHT:
                yield evening
            evening += timedelta(days=1)

    @property
    def is_turn(self) -> bool:
        """As long as a turn of work, and begun when such turns begin."""
        return _TURN[0] <= self.length <= _TURN[1] and _TURN_STARTS[0] <= self.start.hour < _TURN_STARTS[1]


@dataclass(frozen=True, repr=False)
class Spot:
    """All visits to one place."""

    visits: Sequence[Visit]
    point: Coordinates | None = None

    def __repr__(self) -> str:
        return f"<Spot {len(self.visits)}>"

    @cached_property
    def sorts(self) -> frozenset[Sort]:
        return frozenset(visit.sort for visit in self.visits)

    @cached_property
    def days(self) -> frozenset[date]:
        return frozenset(visit.start.date() for visit in self.visits)

    @cached_property
    def span(self) -> timedelta:
        return max(self.days) - min(self.days)

    def days_of(self, sort: Sort) -> frozenset[date]:
        return frozenset(visit.start.date() for visit in self.visits if visit.sort is sort)

    @cached_property
    def nights(self) -> frozenset[date]:
        return frozenset(night for visit in self.visits for night in visit.nights)

    @cached_property
    def turns(self) -> frozenset[date]:
        """Days with a stay as long as a turn of work by day: an evening and a night at home are as long."""
        return frozenset(visit.start.date() for visit in self.visits if visit.is_turn and not any(visit.nights))

    @cached_property
    def night_turns(self) -> frozenset[date]:
        return frozenset(visit.start.date() for visit in self.visits if visit.is_turn and any(visit.nights))

    def has_a_day(self, weeks: int) -> bool:
        """The same day of the week at about the same hour, in so many weeks."""
        per_day = {visit.start.date(): visit.start for visit in self.visits}
        if len(per_day) < weeks:
            return False
        weekday, times = Counter(day.weekday() for day in per_day).most_common(1)[0]
        if times < weeks or times < _ALIKE * len(per_day):
            return False
        hours = [start.hour + start.minute / 60 for day, start in per_day.items() if day.weekday() == weekday]
        usual = median(hours)
        return sum(abs(hour - usual) <= _ABOUT for hour in hours) >= _ALIKE * len(hours)


def visit_of(record: Place | Photo) -> Visit | None:
    """None where it tells no time, or neither place nor name."""
    moment = record.taken if isinstance(record, Photo) else record.when
    sort = Sort.PICTURE if isinstance(record, Photo) else _SORTS.get(record.kind)
    if moment is None or sort is None:
        return None
    told = record.coordinates
    point = coordinates_of(told.latitude, told.longitude) if told else None
    name = record.name.strip() if isinstance(record, Place) else ""
    if point is None and (not name or sort is not Sort.TOLD):
        return None
    until = record.until if isinstance(record, Place) else None
    return Visit(record, sort, wall_clock(moment), wall_clock(until) if until else None, point, name)
