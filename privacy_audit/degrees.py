"""Finds degrees north and east in what exports write: two numbers, or a text that holds them."""

import re
from functools import cache

from privacy_audit.model import Coordinates

_POLE, _DATE_LINE = 90, 180


@cache
def _pair() -> re.Pattern[str]:
    """ "51.5, -0.12", "lat 51.5 ± 20 meters, long -0.12 ± 20 meters" """
    number = r"(-?\d{1,3}\.\d{1,20})\s?°?"
    return re.compile(number + r"(?:\s?±\s?[\d.]{1,12}(?:\s?[a-z]{1,8})?)?\s?,\s?(?:lon\w{0,10}[^\w-]{0,3})?" + number)


def degrees(latitude: float | None, longitude: float | None) -> Coordinates | None:
    """None for what lies on no globe, and for 0, 0, which platforms write for a place that is not known."""
    if latitude is None or longitude is None or not (latitude or longitude):
        return None
    if abs(latitude) <= _POLE and abs(longitude) <= _DATE_LINE:
        return Coordinates(latitude, longitude)
    return None


def degrees_in(text: str) -> Coordinates | None:
    found = _pair().search(text)
    return degrees(float(found[1]), float(found[2])) if found else None


def without_degrees(text: str) -> str:
    """What a text says beside its degrees, "" where that is only what they are called."""
    rest = _pair().sub("", text).strip(" ,:±")
    return "" if rest.casefold() in {"latitude, longitude", "latitude", "lat"} else rest
