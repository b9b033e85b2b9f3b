"""Records as rows by another hand tell them: by the names and fields of the model, with a few short words of ours."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any

from privacy_audit import model
from privacy_audit.model import Coordinates, Moment, PartialDate, Passage, PassageKind, Record, Source, Voice
from privacy_audit.own_facts import OwnFacts

_METRES_A_DEGREE = 111_000
_GOLDEN = 0.618
_EVERY_RECORD = {
    name: kind for name, kind in vars(model).items() if isinstance(kind, type) and issubclass(kind, Record)
}
_POINT = "at"  # our short word for coordinates, in degrees north and east
_OURS = frozenset({"type", "importer", "times", "every_days", "spread", _POINT})


def records(told: Mapping[str, Any]) -> Iterator[Record]:
    """One record, or as many as `times` says, each `every_days` later and up to `spread` metres away."""
    kind = _EVERY_RECORD[told["type"]]
    known = {one.name: one.type for one in fields(kind)}
    given = {key: _value(known[key], value) for key, value in told.items() if key not in _OURS}
    for number in range(told.get("times", 1)):
        later = timedelta(days=told.get("every_days", 0) * number)
        moved = {key: _later(value, later) for key, value in given.items()}
        if _POINT in told:
            moved["coordinates"] = _near(told[_POINT], told.get("spread", 0), number)
        yield kind(Source(told.get("importer", "made-up"), "records.json", f"/{number}"), **moved)


def passages(told: Mapping[str, Any]) -> Iterator[Passage]:
    """One passage, the owner's own post where nothing else is told, or several, each `every_days` later."""
    kind, voice = PassageKind(told.get("kind", "post")), Voice[told.get("voice", "OWNER")]
    for number in range(told.get("times", 1)):
        when = Moment(told["when"] + timedelta(days=told.get("every_days", 0) * number))
        source = Source(told.get("importer", "made-up"), "posts.json", f"/{number}")
        yield Passage(told["text"], kind, voice, source, author=told.get("author", ""), when=when)


def facts(told: Mapping[str, Any]) -> OwnFacts:
    return OwnFacts(**{key: _tuples(value) for key, value in told.items()})


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _value(known: Any, value: Any) -> Any:
    """A value of TOML as the field has it: enums by value, moments with their zone known or not."""
    if isinstance(value, datetime):
        return Moment(value) if value.tzinfo else Moment(value.replace(tzinfo=model.UTC), zone_known=False)
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    if isinstance(value, list):
        return tuple(value)
    if isinstance(known, type) and issubclass(known, Enum):
        return known(value)
    return value


def _later(value: Any, later: timedelta) -> Any:
    return replace(value, at=value.at + later) if isinstance(value, Moment) else value


def _near(point: tuple[float, float], spread: float, number: int) -> Coordinates:
    """Within `spread` metres of the point: the repeats lie scattered, in the same places in every run."""
    away = spread * ((number * _GOLDEN) % 1) / _METRES_A_DEGREE
    turn = 2 * math.pi * _GOLDEN * number
    return Coordinates(point[0] + away * math.cos(turn), point[1] + away * math.sin(turn))
