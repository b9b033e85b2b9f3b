"""Points become spots: what lies together stays together wherever the grid is cut, and each point is in one spot."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.model import Coordinates
from privacy_audit.place_clusters import metres, spots

_METRE = 1 / 111_320


def _moved(point: Coordinates, north: float, east: float) -> Coordinates:
    wide = math.cos(math.radians(point.latitude))
    return Coordinates(point.latitude + north * _METRE, point.longitude + east * _METRE / wide)


POINTS = st.builds(Coordinates, st.floats(-89, 89), st.floats(-180, 180))


@settings(max_examples=80, deadline=None)
@given(POINTS, st.lists(st.tuples(st.floats(-25, 25), st.floats(-25, 25)), min_size=2, max_size=12))
def test_one_door_is_one_spot_wherever_it_lies(door: Coordinates, steps: list[tuple[float, float]]) -> None:
    around = [_moved(door, *step) for step in steps]
    inside = [point for point in around if abs(point.longitude) < 180]
    assert len(spots(inside, lambda point: point)) <= 1


@settings(max_examples=50, deadline=None)
@given(st.lists(POINTS, max_size=40))
def test_each_point_is_in_one_spot(points: list[Coordinates]) -> None:
    found = spots(list(enumerate(points)), lambda item: item[1])
    assert sorted(number for _middle, inside in found for number, _point in inside) == list(range(len(points)))


def test_places_a_street_apart_are_two() -> None:
    here = Coordinates(52.0, -1.0)
    found = spots([here, here, _moved(here, 0, 400)], lambda point: point)
    assert [len(inside) for _middle, inside in found] == [2, 1]


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        (Coordinates(51.5, 0.0), Coordinates(51.5, 0.01), 693),
        (Coordinates(60.0, 0.0), Coordinates(60.0, 0.01), 557),
        (Coordinates(51.5, 0.0), Coordinates(51.51, 0.0), 1113),
        (Coordinates(0.0, 179.999), Coordinates(0.0, -179.999), 223),
    ],
)
def test_distances_are_those_on_the_ground(one: Coordinates, other: Coordinates, far: float) -> None:
    assert metres(one, other) == pytest.approx(far, abs=2)


def test_a_hundred_thousand_points_are_quick_and_linear() -> None:
    """A grid that looked at all pairs would take hours."""
    points = [
        Coordinates(50 + (n * 7919 % 100_003) / 50_000, -3 + (n * 104_729 % 99_991) / 50_000) for n in range(100_000)
    ]
    assert sum(len(inside) for _middle, inside in spots(points, lambda point: point)) == len(points)
