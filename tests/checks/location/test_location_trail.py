"""Where places lead: own places of work, stations by list and by name, holidays, parkrun, and who can see it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from checks.location.location_trail import CHECK
from privacy_audit.checking import Context, Gathered, Sighting
from privacy_audit.findings import Confidence
from privacy_audit.fire_stations import load_fire_stations
from privacy_audit.model import Audience, Coordinates, Moment, Place, PlaceKind, Record, Source
from privacy_audit.own_facts import OwnFacts

MOOR = Coordinates(50.601, -3.95)
AWAY = Coordinates(50.651, -3.81)


def _times(  # noqa: PLR0913, PLR0917 - a table's columns
    kind: PlaceKind,
    point: Coordinates | None,
    first: str,
    times: int,
    every: float = 1,
    hours: float = 0,
    name: str = "",
    audience: Audience = Audience.UNKNOWN,
) -> list[Record]:
    start = datetime.fromisoformat(first).replace(tzinfo=UTC)
    moments = [start + timedelta(days=every * n) for n in range(times)]
    return [
        Place(
            Source("made-up", "records.json", f"/{kind.value}/{first}/{n}"),
            kind,
            name,
            "",
            point,
            Moment(moment, zone_known=False),
            Moment(moment + timedelta(hours=hours), zone_known=False) if hours else None,
            audience=audience,
        )
        for n, moment in enumerate(moments)
    ]


def _told(records: Sequence[Record], facts: OwnFacts | None = None) -> list[Sighting]:
    assert CHECK.on_whole is not None
    return list(CHECK.on_whole(Gathered(records, {}), Context(facts or OwnFacts())))


def _themes(records: Sequence[Record], facts: OwnFacts | None = None) -> list[str]:
    return [sighting.theme for sighting in _told(records, facts)]


def test_the_own_place_of_work_is_sure() -> None:
    facts = OwnFacts(places_of_work=("Ludbridge station, 50.6012, -3.9501",))
    (sighting,) = _told(_times(PlaceKind.ROUTE, MOOR, "2024-01-08T18:00", 2, 3), facts)
    assert (sighting.theme, sighting.confidence) == ("work", Confidence.SURE)


def test_the_own_place_of_work_by_its_name() -> None:
    facts = OwnFacts(places_of_work=("Mill Lane depot",))
    records = _times(PlaceKind.CHECK_IN, None, "2024-01-08T18:00", 2, 9, name="The Mill Lane Depot, Ludbridge")
    assert _themes(records, facts) == ["work"]
    assert _themes(records) == []


def test_a_fire_station_on_the_list_is_told_and_one_visit_is_not() -> None:
    station = load_fire_stations()[200].point
    assert _themes(_times(PlaceKind.HISTORY, station, "2024-01-08T18:00", 3, 5)) == ["work"]
    assert _themes(_times(PlaceKind.HISTORY, station, "2024-01-08T18:00", 1)) == []


def test_a_police_station_by_its_name() -> None:
    records = _times(PlaceKind.HISTORY, MOOR, "2024-01-08T07:00", 4, 3, name="Ludbridge Police Station")
    assert _themes(records) == ["work"]


def test_nights_by_days_and_work_by_night() -> None:
    home = _times(PlaceKind.HISTORY, MOOR, "2024-01-08T21:00", 30, 2, hours=10)
    work = _times(PlaceKind.HISTORY, AWAY, "2024-01-09T18:45", 10, 4, hours=11)
    found = _told(home + work)
    assert [(one.theme, one.confidence) for one in found] == [
        ("home", Confidence.LIKELY),
        ("work", Confidence.POSSIBLE),
    ]


def test_a_fortnight_away_beside_a_home_is_no_home() -> None:
    home = _times(PlaceKind.HISTORY, MOOR, "2024-01-08T21:00", 60, 2, hours=10)
    away = _times(PlaceKind.HISTORY, AWAY, "2024-07-08T22:00", 13, 1, hours=9)
    assert _themes(home + away) == ["home"]


def test_parkrun_is_a_routine_and_no_front_door() -> None:
    runs = _times(PlaceKind.ROUTE, AWAY, "2024-01-06T09:00", 20, 7)
    doors = _times(PlaceKind.ROUTE, MOOR, "2024-01-02T07:00", 30, 3)
    assert sorted(_themes(runs + doors)) == ["home", "routine"]


def test_a_club_track_now_and_then_is_left_alone_beside_a_door() -> None:
    doors = _times(PlaceKind.ROUTE, MOOR, "2024-01-02T07:00", 60, 3)
    now_and_then = _times(PlaceKind.ROUTE, AWAY, "2024-01-04T10:00", 6, 23)
    assert _themes(doors + now_and_then) == ["home"]


def test_the_widest_audience_counts() -> None:
    friends = _times(PlaceKind.ROUTE, MOOR, "2024-01-02T07:00", 9, 3, audience=Audience.FRIENDS)
    alone = _times(PlaceKind.ROUTE, MOOR, "2024-05-02T07:00", 9, 3, audience=Audience.ONLY_ME)
    assert [one.audience for one in _told(alone)] == [Audience.ONLY_ME]
    assert [one.audience for one in _told(alone + friends)] == [Audience.FRIENDS]


def test_evidence_is_capped_and_shows_no_more_than_the_street() -> None:
    (sighting,) = _told(_times(PlaceKind.ROUTE, Coordinates(50.601234, -3.951234), "2020-01-02T07:00", 900, 1.4))
    assert len(sighting.evidence) == 50
    assert {item.quote.reveal() for item in sighting.evidence} == {"50.601, -3.951"}
    assert "50.6" not in sighting.reason


def test_platforms_are_told_apart() -> None:
    assert CHECK.withheld_unless_owner
    here = _times(PlaceKind.ROUTE, MOOR, "2024-01-02T07:00", 4, 3)
    there = [
        Place(Source("elsewhere", "a.json", f"/{n}"), PlaceKind.ROUTE, coordinates=MOOR, when=record.when)
        for n, record in enumerate(here)
        if isinstance(record, Place)
    ]
    assert _themes(here + there) == []
