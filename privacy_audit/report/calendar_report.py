"""Reminders as a calendar file (iCalendar, RFC 5545) that tells whoever sees the calendar nothing."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

_SUMMARY: Final = "A reminder that you set"  # calendars are shared and copied to clouds
_NOTE: Final = "You asked for this day."
_FOLD: Final = 75  # octets of a line, by the RFC


def as_calendar(days: Iterable[date], now: datetime) -> str:
    """One all-day entry a day, however many reminders fall on it. `now` is aware."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Reminders//EN", "CALSCALE:GREGORIAN"]
    for day in sorted(set(days)):
        lines += _entry(day, now)
    return "".join(f"{part}\r\n" for line in (*lines, "END:VCALENDAR") for part in folded(line))


def _entry(day: date, now: datetime) -> tuple[str, ...]:
    return (
        "BEGIN:VEVENT",
        f"UID:{day:%Y%m%d}-{now:%Y%m%d%H%M%S}@reminders.invalid",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_SUMMARY}",
        f"DESCRIPTION:{_NOTE}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def folded(line: str) -> Iterator[str]:
    """A long line in parts of at most 75 octets, each after the first led by a blank; no letter is cut."""
    part, size = "", 0
    for char in line:
        width = len(char.encode("utf-8"))
        if size + width > _FOLD:
            yield part
            part, size = " ", 1
        part, size = part + char, size + width
    yield part
