"""Exact matches with what the user told us: own names, places and dates as people write them. A match makes sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from privacy_audit.checking import Sighting
from privacy_audit.findings import Confidence
from privacy_audit.model import Passage

_MONTHS = (
    "jan(?:uary)?",
    "feb(?:ruary)?",
    "mar(?:ch)?",
    "apr(?:il)?",
    "may",
    "june?",
    "july?",
    "aug(?:ust)?",
    "sept?(?:ember)?",
    "oct(?:ober)?",
    "nov(?:ember)?",
    "dec(?:ember)?",
)


def found(passage: Passage, pattern: re.Pattern[str] | None) -> tuple[int, int] | None:
    """Where the passage holds it, as a span of its plain form."""
    match = pattern.search(passage.plain) if pattern else None
    return match.span() if match else None


@lru_cache(maxsize=64)
def any_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern for whole words, whatever their case and however wide their gaps; None when there are none."""
    parts = [r"\s*".join(map(re.escape, word.split())) for word in words if word.strip()]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE) if parts else None


@lru_cache(maxsize=8)
def day_of(day: date) -> re.Pattern[str]:
    """A pattern for day and month in words or figures, with or without the year."""
    return re.compile(rf"(?<!\d)(?:{_in_words(day)}|{_in_figures(day, '(?:19|20)?[0-9]{2}')})(?!\d)", re.IGNORECASE)


@lru_cache(maxsize=8)
def date_of(day: date) -> re.Pattern[str]:
    """A pattern for the whole date with its year."""
    year = rf"'?(?:{day.year}|{day.year % 100:02})"
    iso = rf"{day.year}-{day.month:02}-{day.day:02}"
    words = rf"(?:{_in_words(day)})[,\s]*(?:of )?{year}|{year}[,\s]+(?:on )?(?:the )?(?:{_in_words(day)})"
    return re.compile(rf"(?<!\d)(?:{iso}|{words}|{_in_figures(day, year)})(?!\d)", re.IGNORECASE)


def _in_words(day: date) -> str:
    month = _MONTHS[day.month - 1]
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    return rf"{number}(?: of)?[\s.,-]*{month}\b|{month}\s+(?:the )?{number}"


def _in_figures(day: date, year: str) -> str:
    return rf"0?{day.day}\s?[/.\-\s]\s?0?{day.month}\s?[/.\-\s]\s?{year}"


def confirmed(
    sightings: Iterable[Sighting], passage: Passage, pattern: re.Pattern[str] | None, reason: str
) -> Iterator[Sighting]:
    """The sightings, made sure where the passage holds an own fact."""
    sure = found(passage, pattern) is not None
    for sighting in sightings:
        yield replace(sighting, confidence=Confidence.SURE, reason=reason) if sure else sighting
