"""What visits to one place tell: nights, turns of work by day and by night, one day of the week."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from privacy_audit.model import Coordinates, Moment, Photo, Place, PlaceKind, Source
from privacy_audit.visits import Spot, Visit, visit_of

SOURCE = Source("made-up", "records.json")
HERE = Coordinates(50.6, -3.9)


def _visit(start: str, hours: float = 0, kind: PlaceKind = PlaceKind.HISTORY) -> Visit:
    at = datetime.fromisoformat(start).replace(tzinfo=UTC)
    until = Moment(at + timedelta(hours=hours), zone_known=False) if hours else None
    visit = visit_of(Place(SOURCE, kind, "", "", HERE, Moment(at, zone_known=False), until))
    assert visit is not None
    return visit


NIGHTS = [
    ("2024-01-10T21:00", 10, ["2024-01-10"]),
    ("2024-01-11T00:30", 6, ["2024-01-10"]),
    ("2024-01-10T18:00", 37, ["2024-01-10", "2024-01-11"]),
    ("2024-01-10T20:00", 4, []),
    ("2024-01-10T08:00", 9, []),
    ("2024-01-11T02:10", 0, ["2024-01-10"]),
    ("2024-01-11T12:00", 0, []),
    ("2024-01-10T12:00", 24 * 90, []),
]


@pytest.mark.parametrize(("start", "hours", "evenings"), NIGHTS)
def test_a_night_is_told_by_its_evening(start: str, hours: float, evenings: list[str]) -> None:
    assert [night.isoformat() for night in _visit(start, hours).nights] == evenings


def test_a_run_in_the_small_hours_is_no_night() -> None:
    assert list(_visit("2024-01-11T02:10", kind=PlaceKind.ROUTE).nights) == []


def test_turns_by_day_and_by_night_are_told_apart() -> None:
    spot = Spot([_visit("2024-01-10T06:45", 8.5), _visit("2024-01-11T18:45", 12), _visit("2024-01-12T12:00", 1)])
    assert [day.day for day in spot.turns] == [10]
    assert [day.day for day in spot.night_turns] == [11]


def _every(days: int, times: int, start: str = "2024-01-09T18:00", wander: Sequence[float] = (0,)) -> Spot:
    first = datetime.fromisoformat(start)
    return Spot(
        [
            _visit(
                (first + timedelta(days=days * n, hours=wander[n % len(wander)])).isoformat(), kind=PlaceKind.CHECK_IN
            )
            for n in range(times)
        ]
    )


@pytest.mark.parametrize(
    ("spot", "weekly"),
    [
        (_every(7, 8), True),
        (_every(14, 7, wander=(0, 0.5, -0.5)), True),
        (_every(7, 5), False),
        (_every(1, 40), False),
        (_every(5, 20), False),
        (_every(7, 8, wander=(0, 5, -5, 9)), False),
    ],
)
def test_one_day_of_the_week_at_one_hour_is_a_routine(spot: Spot, weekly: bool) -> None:
    assert spot.has_a_day(6) is weekly


NOTHING = [
    Place(SOURCE, PlaceKind.HISTORY, "Town", when=Moment(datetime(2024, 1, 1, tzinfo=UTC))),
    Place(SOURCE, PlaceKind.HISTORY, coordinates=HERE),
    Place(SOURCE, PlaceKind.CHECK_IN, coordinates=Coordinates(0, 0), when=Moment(datetime(2024, 1, 1, tzinfo=UTC))),
    Place(SOURCE, PlaceKind.CHECK_IN, coordinates=Coordinates(500, 9), when=Moment(datetime(2024, 1, 1, tzinfo=UTC))),
    Place(SOURCE, PlaceKind.SAVED, "Bridge", coordinates=HERE, when=Moment(datetime(2024, 1, 1, tzinfo=UTC))),
    Photo(SOURCE, "a.jpg", coordinates=HERE),
    Photo(SOURCE, "a.jpg", taken=Moment(datetime(2024, 1, 1, tzinfo=UTC))),
]


@pytest.mark.parametrize("record", NOTHING)
def test_without_time_and_place_there_was_no_visit(record: Place | Photo) -> None:
    assert visit_of(record) is None


def test_a_check_in_by_name_is_one() -> None:
    visit = visit_of(Place(SOURCE, PlaceKind.CHECK_IN, "St Brannoc's", when=Moment(datetime(2024, 1, 1, tzinfo=UTC))))
    assert visit is not None and visit.point is None and repr(visit) == "<Visit told>"
