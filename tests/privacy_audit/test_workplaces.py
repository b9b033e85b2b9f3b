"""Places of work as people write them: a name, an address, and a point on the map where they have one."""

import pytest

from privacy_audit.model import Coordinates
from privacy_audit.workplaces import Workplace, workplaces

ROWS = [
    ("Ludbridge police station", "Ludbridge police station", None),
    ("Ludbridge police station, 52.3671, -2.7182", "Ludbridge police station", Coordinates(52.3671, -2.7182)),
    ("Fire station (52.3671 -2.7182)", "Fire station", Coordinates(52.3671, -2.7182)),
    ("HQ @ 51.50, 0.12", "HQ", Coordinates(51.50, 0.12)),
    ("52.3671,-2.7182", "", Coordinates(52.3671, -2.7182)),
    ("12 High Street, 3 14", "12 High Street, 3 14", None),
    ("Depot 99.9999, 200.0000", "Depot 99.9999, 200.0000", None),
]


@pytest.mark.parametrize(("told", "words", "point"), ROWS)
def test_a_place_of_work_is_read_as_written(told: str, words: str, point: Coordinates | None) -> None:
    assert workplaces((told,)) == (Workplace(words, point),)


def test_empty_texts_are_no_places() -> None:
    assert workplaces(("", "  ")) == ()
