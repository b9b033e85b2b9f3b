"""What a place is called: home, work, or the station of a service."""

import re
from typing import Final

_HOME: Final = re.compile(
    r"(?:my |our |the |mum and dad'?s )?(?:home|house|flat|gaff|cwtch)(?: sweet home)?",
    re.IGNORECASE,
)
_HIDDEN: Final = re.compile(r"(?:hidden area|privacy zone)s?", re.IGNORECASE)
_WORK: Final = re.compile(r"(?:my |the )?(?:work|workplace|office|nick|station)", re.IGNORECASE)
_STATION: Final = re.compile(
    r"\b(?:police|fire|custody) (?:and rescue )?(?:station|suite|office|hq|headquarters|house|post)\b|\bconstabulary\b"
    r"|\bpolice (?:and|&) fire\b|\bfire (?:and|&) rescue\b|\bfire brigade\b|\bheddlu\b|\bgorsaf (?:dân|heddlu)\b"
    r"|\bcustody (?:suite|centre)\b|\b(?:police|fire service) (?:college|training)\b|\b[a-z ]+ police$",
    re.IGNORECASE,
)
_NO_STATION: Final = re.compile(
    r"\b(?:old|former|museum|theatre|arts? centre|bar|pub|hotel|caf[eé]|restaurant|nightclub|the old)\b", re.IGNORECASE
)


def called_home(name: str) -> bool:
    return _HOME.fullmatch(name.strip(" .!")) is not None


def called_hidden(name: str) -> bool:
    """An area that a running site leaves off its maps: its own download tells where it is."""
    return _HIDDEN.fullmatch(name.strip()) is not None


def called_work(name: str) -> bool:
    return _WORK.fullmatch(name.strip(" .!")) is not None


def called_station(name: str) -> bool:
    """Whether the name is that of a station, and not of a bar in an old one."""
    return _STATION.search(name) is not None and _NO_STATION.search(name) is None
