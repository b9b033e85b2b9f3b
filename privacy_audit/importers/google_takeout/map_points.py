"""Points on the map in every spelling that Google has: whole numbers, degree signs, geo: addresses, links."""

import re
from functools import cache
from urllib.parse import unquote

from privacy_audit.leaf import Leaf
from privacy_audit.model import Coordinates
from privacy_audit.tracks import coordinates_of

E7 = 1e7
_WRAP = 2**32  # some years wrote negative numbers as 32 bits without a sign
_MOST = 1_800_000_000  # no coordinate is larger
_LATITUDES = ("latitudeE7", "latE7", "latitude", "lat")
_LONGITUDES = ("longitudeE7", "lngE7", "longitude", "lng")


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(r"(-?\d{1,3}(?:\.\d{1,20})?)\s*°?\s*,\s*(-?\d{1,3}(?:\.\d{1,20})?)")


def unwrapped(value: float) -> float:
    return value - _WRAP if value > _MOST else value


def point_of_text(text: str) -> Coordinates | None:
    """The first pair of numbers: "52.36°, -2.71°", "geo:52.36,-2.71", a link with "center=52.36,-2.71"."""
    found = _pair().search(unquote(text[:2000]))
    return coordinates_of(float(found[1]), float(found[2])) if found else None


def point_of(leaf: Leaf) -> Coordinates | None:
    """Of a text, or of an object with the two numbers."""
    if isinstance(leaf.value, str):
        return point_of_text(leaf.value)
    if isinstance(leaf.at("latLng").value, str):
        return point_of_text(leaf.text("latLng"))
    for north, east in zip(_LATITUDES, _LONGITUDES, strict=True):
        latitude, longitude = leaf.number(north), leaf.number(east)
        if latitude is not None and longitude is not None:
            if north.endswith("E7"):
                latitude, longitude = unwrapped(latitude) / E7, unwrapped(longitude) / E7
            return coordinates_of(latitude, longitude)
    return None
