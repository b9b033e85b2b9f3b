"""Places where the user works, as they told them: words for each, and a point on the map where they gave one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from privacy_audit.model import Coordinates
from privacy_audit.tracks import coordinates_of

# "Ludbridge police station, 52.3671 -2.7182": degrees with at least two decimals, so that no house number is one
_POINT: Final = re.compile(r"[\s,(@]*(-?\d{1,2}\.\d{2,})\s*[,;\s]\s*(-?\d{1,3}\.\d{2,})\s*\)?\s*$")


@dataclass(frozen=True, slots=True, repr=False)
class Workplace:
    """One place of work. `words` is its name or address, "" where only the point was given."""

    words: str
    point: Coordinates | None = None

    def __repr__(self) -> str:
        return "<Workplace>"


def workplaces(told: Iterable[str]) -> tuple[Workplace, ...]:
    """What the user told, one text a place."""
    return tuple(_workplace(text) for text in told if text.strip())


def _workplace(text: str) -> Workplace:
    match = _POINT.search(text)
    point = coordinates_of(float(match[1]), float(match[2])) if match else None
    if match is None or point is None:
        return Workplace(text.strip())
    return Workplace(text[: match.start()].strip(), point)
