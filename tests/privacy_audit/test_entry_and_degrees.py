"""Entries are asked by bare names; degrees are found in every way that exports write them."""

import pytest

from privacy_audit.degrees import degrees, degrees_in, without_degrees
from privacy_audit.entry import Entry, bare
from privacy_audit.model import Coordinates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latitude, Longitude: 51.5, -0.12", Coordinates(51.5, -0.12)),
        ("lat 51.507 ± 20 meters, long -0.128 ± 20 meters", Coordinates(51.507, -0.128)),
        ("51.507 ± 14.5, -0.128 ± 14.5", Coordinates(51.507, -0.128)),
        ("Latitude, Longitude: 0.0, 0.0", None),
        ("151.5, -0.12", None),
        ("on the 12.5, or so", None),
    ],
)
def test_degrees(text: str, expected: Coordinates | None) -> None:
    assert degrees_in(text) == expected


def test_what_stands_beside_degrees() -> None:
    assert without_degrees("Latitude, Longitude: 51.5, -0.12") == ""
    assert degrees(None, 1.0) is None
    assert degrees(91.0, 1.0) is None


def test_names_of_entries() -> None:
    assert bare("Date & Time") == bare("date_time") == "datetime"
    entry = Entry.of({"E-Mail": "a@example.com", "Age": 40, "Gone": "N/A", "Listed": [1], "Yes": True})
    assert entry.values == {"email": "a@example.com", "age": "40"}
    assert entry.first("mail", "email") == "a@example.com"
    day = Entry.of({"Born": "14 March 1987"}).date("born")
    assert day is not None and day.day == 14
