"""The clock on the wall: summer and winter, the hours of the change, and times whose zone nobody knows."""

from datetime import UTC, datetime

import pytest

from privacy_audit.model import Moment
from privacy_audit.uk_time import wall_clock

ROWS = [
    ("2024-01-15T12:00", "2024-01-15T12:00"),
    ("2024-07-15T23:30", "2024-07-16T00:30"),
    ("2024-03-31T00:59", "2024-03-31T00:59"),
    ("2024-03-31T01:00", "2024-03-31T02:00"),
    ("2024-10-27T00:59", "2024-10-27T01:59"),
    ("2024-10-27T01:00", "2024-10-27T01:00"),
    ("2015-10-25T01:00", "2015-10-25T01:00"),
]


@pytest.mark.parametrize(("utc", "shown"), ROWS)
def test_the_clock_goes_by_british_summer_time(utc: str, shown: str) -> None:
    at = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert wall_clock(Moment(at)) == datetime.fromisoformat(shown)


def test_a_wall_clock_time_stays_as_it_is() -> None:
    at = datetime(2024, 7, 15, 12, tzinfo=UTC)
    assert wall_clock(Moment(at, zone_known=False)) == datetime(2024, 7, 15, 12)  # noqa: DTZ001 - the wall's
