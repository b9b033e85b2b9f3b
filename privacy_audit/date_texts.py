"""Reads dates as exports write them for people: many orders, many languages, twelve and twenty-four hours."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from functools import cache, lru_cache
from importlib.resources import files

from privacy_audit.model import Moment, PartialDate

_LONGEST = 100
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_CENTURY_TURN = 70  # 69 is 2069, 70 is 1970, as in POSIX
_NOON = 12
_ISO_LENGTH = 10  # of "2020-09-13"

_MORNING = frozenset({"am", "öö", "πμ", "fm", "ap", "vorm", "de", "dop", "rano"})
_AFTERNOON = frozenset({"pm", "ös", "μμ", "em", "ip", "nachm", "du", "odp"})
# Only zones that mean one offset wherever they are written by a platform.
_ZONES: Mapping[str, int] = {"utc": 0, "gmt": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "est": -300, "edt": -240}
_ZONES_US: Mapping[str, int] = {"cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420}


@cache
def _months() -> Mapping[str, int]:
    table: dict[str, int] = {}
    text = files("privacy_audit.spelling").joinpath("months.toml").read_text("utf-8")
    for names in tomllib.loads(text)["months"].values():
        for number, forms in enumerate(names, 1):
            for form in forms.split():
                table.setdefault(form, number)
    return table


@cache
def _clock() -> re.Pattern[str]:
    """Hours and minutes, with what may follow: seconds, a fraction, half of the day."""
    return re.compile(
        r"(?<![\d:.])(?P<hour>\d{1,2})(?::|(?<=\d)h|\.(?=\d\d(?:[\s.,]|$))(?!\d\d\.\d))(?P<minute>\d\d)"
        r"(?:[:.](?P<second>\d\d)(?:[.,]\d{1,9})?)?(?!\d)"
        r"(?:\s?(?P<half>[ap]\.?\s?m\b\.?|öö|ös|π\.?μ\.?|μ\.?μ\.?|vorm\.?|nachm\.?|fm\b|em\b|ip\b))?"
    )


@cache
def _leading_half() -> re.Pattern[str]:
    return re.compile(r"\b(?P<half>[ap]m|öö|ös|de\.|du\.|fm|em)\s?(?=\d{1,2}[:.]\d\d)")


@cache
def _hour_alone() -> re.Pattern[str]:
    return re.compile(r"(?<![\d:./-])(?P<hour>\d{1,2})\s?(?P<half>[ap]\.?\s?m\b\.?)")


@cache
def _offset() -> re.Pattern[str]:
    return re.compile(r"(?:(?:utc|gmt)\s?)?(?<!\d)(?P<sign>[+\u2212-])(?P<hours>\d\d?):?(?P<minutes>\d\d)?(?=[\s)]|$)")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\d+|[^\W\d_]+")


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)")


def moment_from_text(raw_text: str, *, day_first: bool = True) -> Moment | None:
    """The point in time that a text names; None when it names none. `zone_known` only where the text tells a zone.

    `day_first` decides where numbers alone leave it open (03/04/2020); see `day_first_of` for a whole file.
    """
    if not raw_text or len(raw_text) > _LONGEST:
        return None
    text = raw_text.strip().casefold()
    iso = _iso(text)
    if iso is not None:
        return iso
    clock, rest = _split_clock(" ".join(text.split()))
    if clock is None:
        return None
    offset, rest = _split_zone(rest)
    day = _date_in(rest, day_first)
    if day is None or not (day.year and day.month and day.day):
        return None
    hour, minute, second = clock
    zone = UTC if offset is None else timezone(timedelta(minutes=offset))
    return Moment(datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone), offset is not None)


def _iso(text: str) -> Moment | None:
    if len(text) < _ISO_LENGTH or text[4] != "-" or not text[:4].isdecimal():
        return None
    for suffix in (" utc", " gmt"):
        if text.endswith(suffix):
            text = text.removesuffix(suffix) + "z"
    try:
        at = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        return None
    return Moment(at.replace(tzinfo=UTC), zone_known=False) if at.tzinfo is None else Moment(at)


def _split_clock(text: str) -> tuple[tuple[int, int, int] | None, str]:
    """The time of day and the text without it; midnight when there is none, None when it is impossible."""
    found = _clock().search(text) or _hour_alone().search(text)
    if found is None:
        return (0, 0, 0), text
    parts = found.groupdict()
    hour, minute, second = int(parts["hour"]), int(parts.get("minute") or 0), int(parts.get("second") or 0)
    before, after = text[: found.start()], text[found.end() :]
    half = parts.get("half") or ""
    if not half:
        leading = _leading_half().search(text, 0, found.end())
        if leading is not None:
            half, before = leading["half"], before[: leading.start()]
    half = half.replace(".", "").replace(" ", "")
    if half in _AFTERNOON and hour < _NOON:
        hour += 12
    elif half in _MORNING and hour == _NOON:
        hour = 0
    if hour > 23 or minute > 59 or second > 60:  # noqa: PLR2004 - the clock's own numbers
        return None, text
    return (hour, minute, min(second, 59)), f"{before} | {after}"


def _split_zone(text: str) -> tuple[int | None, str]:
    """Minutes east of Greenwich where the text behind the time tells them, and the text without them."""
    before, bar, after = text.rpartition("|")
    if not bar:
        return None, text
    found = _offset().search(after)
    if found is not None:
        minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
        if minutes < 24 * 60:
            return (minutes if found["sign"] == "+" else -minutes), before + after[: found.start()] + after[
                found.end() :
            ]
    for word in _words().findall(after):
        offset = _ZONES.get(word, _ZONES_US.get(word))
        if offset is not None:
            return offset, before + after.replace(word, " ")
    return None, before + after


@lru_cache(maxsize=4096)
def _date_in(text: str, day_first: bool) -> PartialDate | None:
    """The date among the words; cached because thousands of messages share a day."""
    numeric = _numeric().search(text)
    if numeric is not None:
        return _numeric_date(numeric[1], numeric[2], numeric[3], numeric[4], day_first)
    words = _words().findall(text)
    months = [index for index, word in enumerate(words) if word in _months()]
    if not months:
        return None
    at = months[-1]  # "mar. 14 mars": a weekday may look like a month, and stands first
    numbers = [(index, word) for index, word in enumerate(words) if word.isdecimal()]
    years = [word for _, word in numbers if len(word) == 4]  # noqa: PLR2004 - digits of a year
    days = sorted((abs(index - at), word) for index, word in numbers if len(word) <= 2)  # noqa: PLR2004
    year = int(years[0]) if years else _short_year(days)
    return partial_date(year, _months()[words[at]], int(days[0][1]) if days else None)


def _short_year(days: list[tuple[int, str]]) -> int | None:
    """A year of two digits, as in "14-Mar-20"."""
    return _full_year(days[1][1]) if len(days) > 1 else None


def _full_year(digits: str) -> int:
    number = int(digits)
    return number if len(digits) > 2 else number + (1900 if number >= _CENTURY_TURN else 2000)  # noqa: PLR2004


def _numeric_date(first: str, mark: str, second: str, third: str, day_first: bool) -> PartialDate | None:
    if len(first) == 4:  # noqa: PLR2004 - digits of a year
        return partial_date(int(first), int(second), int(third))
    day, month, year = int(first), int(second), _full_year(third)
    if month > 12 or (day <= 12 and not day_first and mark != "."):  # noqa: PLR2004 - months of a year
        day, month = month, day
    return partial_date(year, month, day)


def partial_date(year: object = None, month: object = None, day: object = None) -> PartialDate | None:
    """A date from parts of which any may be missing, zero or nonsense; None when nothing sound is left."""
    y = _within(year, _FIRST_YEAR, _LAST_YEAR)
    m = _within(month, 1, 12)
    d = _within(day, 1, 31) if m else None
    if m and d:
        try:
            datetime(y or 2000, m, d, tzinfo=UTC)
        except ValueError:
            return PartialDate(y, m, None)
    return PartialDate(y, m, d) if y or m else None


def _within(value: object, low: int, high: int) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 5:  # noqa: PLR2004
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high else None


def partial_date_from_text(raw_text: str, *, day_first: bool = True) -> PartialDate | None:
    """A date of which parts may be missing: "14 March 1987", "Mar 2019", "2019-03", "1987", "14 March"."""
    if not raw_text or len(raw_text) > _LONGEST:
        return None
    text = " ".join(raw_text.strip().casefold().split())
    timed = ":" in text or _hour_alone().search(text) is not None
    clock, rest = _split_clock(text) if timed else ((0, 0, 0), text)
    found = _date_in(rest, day_first) if clock is not None else None
    if found is not None:
        return found
    words = _words().findall(text)
    if len(words) == 1 and len(text) == 4:  # noqa: PLR2004 - a year alone
        return partial_date(words[0])
    if len(words) == 2 and all(word.isdecimal() for word in words):  # noqa: PLR2004 - year and month
        year, month = sorted(words, key=len, reverse=True)
        return partial_date(year, month) if len(year) == 4 else None  # noqa: PLR2004
    return None


def day_first_of(texts: Iterable[str]) -> bool | None:
    """Whether a file's numeric dates put the day first: True or False once one date proves it, None when none does."""
    for text in texts:
        found = _numeric().search(text)
        if found is None or len(found[1]) > 2:  # noqa: PLR2004 - digits of a day
            continue
        if int(found[1]) > 12:  # noqa: PLR2004 - months of a year
            return True
        if int(found[3]) > 12:  # noqa: PLR2004
            return False
    return None
