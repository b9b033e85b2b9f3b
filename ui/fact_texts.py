"""Own facts as people write them into one line: several names, several places, a day, spans of days."""

import re
from datetime import date
from typing import Final

from privacy_audit.date_texts import partial_date_from_text

_TO: Final = re.compile(r"\s+(?:to|until|till|-)\s+|\s*[\u2013\u2014]\s*", re.IGNORECASE)


def several(text: str, between: str = ",") -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(between) if part.strip())


def day(text: str) -> date | None:
    partial = partial_date_from_text(text.strip())
    return partial.as_date() if partial else None


def spans(text: str) -> tuple[tuple[date, date], ...] | None:
    """Pairs of first and last day; one day alone is its own last. None where any of it is no such thing."""
    found: list[tuple[date, date]] = []
    for part in several(text, ";"):
        days = [day(each) for each in _TO.split(part)]
        first, last = days[0], days[-1]
        if first is None or last is None or len(days) > 2 or last < first:  # noqa: PLR2004 - a first and a last day
            return None
        found.append((first, last))
    return tuple(found)
