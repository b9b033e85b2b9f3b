"""The list of fire stations: whole, within England, of services that we know, and found by a point near by."""

import pytest

from privacy_audit.fire_stations import load_fire_stations, station_near
from privacy_audit.lexicon import load_services
from privacy_audit.model import Coordinates
from privacy_audit.place_clusters import metres
from privacy_audit.place_names import called_hidden, called_home, called_station, called_work


def test_every_station_is_of_a_known_service_and_lies_in_england() -> None:
    stations = load_fire_stations()
    services = {service.id for service in load_services()}
    assert len(stations) > 1300
    assert {station.service for station in stations} <= services
    assert all(49.8 < s.point.latitude < 55.9 and -6.5 < s.point.longitude < 1.8 for s in stations)


def test_stations_of_one_service_lie_together() -> None:
    """A slip of a digit in a source puts a station into the sea or another county."""
    of_essex = [station.point for station in load_fire_stations() if station.service == "fire-essex"]
    assert max(metres(one, other) for one in of_essex for other in of_essex) < 110_000


def test_the_nearest_station_is_found_across_the_grid() -> None:
    for station in load_fire_stations()[::90]:
        near = Coordinates(station.point.latitude + 0.0005, station.point.longitude - 0.0005)
        found = station_near(near, 120)
        assert found is not None and metres(found.point, near) <= metres(station.point, near)


def test_open_moor_has_none() -> None:
    assert station_near(Coordinates(50.581, -3.92), 500) is None


@pytest.mark.parametrize("name", ["Home", "our house", "Home Sweet Home!", "My flat"])
def test_names_of_a_home(name: str) -> None:
    assert called_home(name)


@pytest.mark.parametrize("name", ["Home Bargains", "The Coach House", "House of Fraser", "Homebase", ""])
def test_names_that_only_sound_like_home(name: str) -> None:
    assert not called_home(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ludbridge Police Station",
        "Fire Station, Ludbridge",
        "Ludbridge Fire & Rescue",
        "North Custody Suite",
        "Kent Police",
    ],
)
def test_names_of_stations(name: str) -> None:
    assert called_station(name)


@pytest.mark.parametrize(
    "name",
    ["The Old Fire Station Theatre", "Ludbridge Railway Station", "Police Museum", "Fire Station Bar", "Firefly"],
)
def test_names_that_only_sound_like_stations(name: str) -> None:
    assert not called_station(name)


def test_names_of_work() -> None:
    assert called_hidden("Hidden area") and not called_hidden("The Hidden Bar")
    assert called_work("Work") and called_work("the nick") and not called_work("Workhouse Museum")
