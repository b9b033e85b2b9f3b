"""Skype's own marks in messages: quotations, editing, smileys and places; and its names for people."""

import html
import re
from functools import cache

from privacy_audit.model import Coordinates

_MICRO = 1_000_000  # places are told in millionths of a degree
_LONGEST_PLACE = 4_000  # letters
_MOST_NESTED = 20  # quotations in quotations


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(r"^\d+:")


def plain_name(identity: str) -> str:
    """A Skype name without the number of its kind: "8:live:sam" is "live:sam"."""
    return _kind().sub("", identity)


@cache
def _quotes() -> re.Pattern[str]:
    """A quotation that holds no other; atomic, so linear."""
    return re.compile(r"<quote\b[^>]*+>(?>(?:[^<]++|<(?!/?quote\b))*)</quote>", re.IGNORECASE)


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r"<(?:br\s*/?|/p|/div|/li|/tr)>", re.IGNORECASE)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"</?[A-Za-z_][^<>]*+>")


@cache
def _location() -> re.Pattern[str]:
    return re.compile(
        r'<location\b[^<>]*?latitude="(?P<north>-?\d{1,9})"[^<>]*?longitude="(?P<east>-?\d{1,10})"(?P<more>[^<>]*)'
    )


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r'\baddress="([^"]{0,300})"')


def words_in(content: str) -> str:
    """The writer's own words of a message; quotations are the words of others."""
    if "<" in content:
        for _ in range(_MOST_NESTED):
            content, count = _quotes().subn(" ", content)
            if not count:
                break
        content = _marks().sub("", _breaks().sub("\n", content)).strip()
    return html.unescape(content) if "&" in content else content


def place_in(content: str) -> tuple[Coordinates, str] | None:
    """The place that a message shares, and its address."""
    found = _location().search(content[:_LONGEST_PLACE])
    if found is None:
        return None
    north, east = int(found["north"]) / _MICRO, int(found["east"]) / _MICRO
    if abs(north) > 90 or abs(east) > 180:  # noqa: PLR2004 - of the globe
        return None
    address = _address().search(found["more"]) or _address().search(found[0])
    return Coordinates(north, east), html.unescape(address[1]) if address else ""
