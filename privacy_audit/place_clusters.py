"""Puts points that lie together on the map into spots, in one pass over a grid of some hundred metres."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from privacy_audit.model import Coordinates

T = TypeVar("T")

_DEGREE: Final = 111_320.0  # metres from one parallel to the next
_CELL: Final = 120.0  # metres: wider than what a satellite errs, narrower than a village
_REACH: Final = 150.0  # metres from the middle of a spot to its farthest point


def metres(one: Coordinates, other: Coordinates) -> float:
    """Near enough for distances within a county."""
    middle = math.radians((one.latitude + other.latitude) / 2)
    north = (one.latitude - other.latitude) * _DEGREE
    east = ((one.longitude - other.longitude + 180) % 360 - 180) * _DEGREE * math.cos(middle)
    return math.hypot(north, east)


def spots(items: Iterable[T], where: Callable[[T], Coordinates]) -> list[tuple[Coordinates, Sequence[T]]]:
    """The middle of each spot and what lies in it, the fullest first. Each item is in one spot."""
    cells: dict[tuple[int, int], list[T]] = defaultdict(list)
    for item in items:
        cells[_cell(where(item))].append(item)
    found = []
    for cell in sorted(cells, key=lambda each: -len(cells[each])):
        inside = cells.pop(cell, None)
        if inside:
            middle = _middle([where(item) for item in inside])
            gathered = [*inside, *_near(cells, cell, middle, where)]
            found.append((_middle([where(item) for item in gathered]), gathered))
    return sorted(found, key=lambda spot: -len(spot[1]))


def _near(
    cells: dict[tuple[int, int], list[T]], cell: tuple[int, int], middle: Coordinates, where: Callable[[T], Coordinates]
) -> list[T]:
    """Takes out of the cells around what is within reach: a front door may lie where four cells meet."""
    taken: list[T] = []
    for around in _around(cell, middle):
        left: list[T] = []
        for item in cells.get(around, ()):
            (taken if metres(where(item), middle) <= _REACH else left).append(item)
        if left:
            cells[around] = left
        else:
            cells.pop(around, None)
    return taken


def _around(cell: tuple[int, int], middle: Coordinates) -> set[tuple[int, int]]:
    rows = range(cell[0] - 1, cell[0] + 2)
    columns = {row: _column(row, middle.longitude) for row in rows}
    return {(row, columns[row] + step) for row in rows for step in (-1, 0, 1)} - {cell}


def _cell(point: Coordinates) -> tuple[int, int]:
    row = math.floor(point.latitude * _DEGREE / _CELL)
    return row, _column(row, point.longitude)


def _column(row: int, longitude: float) -> int:
    """Cells are as wide as they are high, in Cornwall as in Shetland."""
    wide = math.cos(math.radians(min(89.0, abs(row * _CELL / _DEGREE))))
    return math.floor(longitude * _DEGREE * wide / _CELL)


def _middle(points: Sequence[Coordinates]) -> Coordinates:
    count = len(points)
    return Coordinates(sum(p.latitude for p in points) / count, sum(p.longitude for p in points) / count)
