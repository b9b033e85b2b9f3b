"""Fire stations in England, and which of them lies near a point on the map."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from privacy_audit.errors import DataError
from privacy_audit.model import Coordinates
from privacy_audit.place_clusters import metres

_CELL: Final = 0.02  # degrees: more than a kilometre each way in England


@dataclass(frozen=True, slots=True)
class FireStation:
    """By its service's id and its own name; the head of fire_stations.csv tells where they were read, and when."""

    service: str
    name: str
    point: Coordinates


def load_fire_stations() -> tuple[FireStation, ...]:
    text = (files("privacy_audit") / "fire_stations.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    try:
        return tuple(
            FireStation(row["service"], row["name"], Coordinates(float(row["north"]), float(row["east"])))
            for row in rows
        )
    except (KeyError, ValueError, TypeError, csv.Error) as error:
        raise DataError("A list that belongs to this program is damaged. Please install the program again.") from error


def station_near(point: Coordinates, within: float) -> FireStation | None:
    """The nearest one that is no farther than so many metres; at most a kilometre is looked at."""
    row, column = _cell(point)
    around = [(row + north, column + east) for north in (-1, 0, 1) for east in (-1, 0, 1)]
    known = [station for cell in around for station in _by_cell().get(cell, ())]
    nearest = min(known, key=lambda station: metres(point, station.point), default=None)
    return nearest if nearest and metres(point, nearest.point) <= within else None


def _cell(point: Coordinates) -> tuple[int, int]:
    return int(point.latitude // _CELL), int(point.longitude // _CELL)


@lru_cache(maxsize=1)
def _by_cell() -> dict[tuple[int, int], list[FireStation]]:
    found: dict[tuple[int, int], list[FireStation]] = {}
    for station in load_fire_stations():
        found.setdefault(_cell(station.point), []).append(station)
    return found
