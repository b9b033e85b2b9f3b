"""The door for encodings, damaged letters and points in time: raw bytes and numbers in, clean text and Moments out."""

import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from privacy_audit.date_texts import day_first_of, moment_from_text, partial_date, partial_date_from_text
from privacy_audit.model import Moment, PartialDate

__all__ = [
    "DecodedText",
    "day_first_of",
    "decode_text",
    "moment_from_ms",
    "moment_from_number",
    "moment_from_seconds",
    "moment_from_text",
    "partial_date",
    "partial_date_from_seconds",
    "partial_date_from_text",
    "repair",
    "scrub",
    "tidy",
    "unescape",
]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# No platform is older than its users' scanned photographs, none writes dates beyond this century.
_EARLIEST = -2_208_988_800.0  # 1900
_LATEST = 4_102_444_800.0  # 2100
_LONGEST_NUMBER = 24


@dataclass(frozen=True, slots=True, repr=False)
class DecodedText:
    """Text from bytes, with the encoding that fitted and how many bytes fitted none and became U+FFFD."""

    text: str
    encoding: str
    replaced: int = 0


def decode_text(data: bytes) -> DecodedText:
    """Bytes of unknown encoding to text: UTF-8, UTF-16, then Windows-1252; never fails, counts what it replaced."""
    encoding = _marked_encoding(data)
    if encoding is None:
        try:
            return DecodedText(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            return _best_guess(data)
    text = data.decode(encoding, "replace")
    return DecodedText(scrub(text).lstrip("\ufeff"), encoding.removesuffix("-sig"), text.count("\ufffd"))


def _marked_encoding(data: bytes) -> str | None:
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = data[:512]
    if b"\x00" in sample[:64]:  # UTF-16 without its mark: every other byte of Latin text is zero
        if sample[1::2].count(0) > 0.7 * len(sample[1::2]):
            return "utf-16-le"
        if sample[::2].count(0) > 0.7 * len(sample[::2]):
            return "utf-16-be"
    return None


def _best_guess(data: bytes) -> DecodedText:
    """Mostly UTF-8 with a few broken bytes stays UTF-8; otherwise the file is Windows-1252."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for letter in text if letter > "\x7f") - broken
    if sound > broken:
        return DecodedText(text, "utf-8", broken)
    text = data.decode("cp1252", "replace")
    return DecodedText(text, "cp1252", text.count("\ufffd"))


def repair(text: str) -> str:
    """Undoes Meta's double encoding (UTF-8 bytes written as Latin-1 letters) where it round-trips; once, not twice."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return scrub(text)


def scrub(text: str) -> str:
    """Joins surrogate pairs and replaces lone surrogates, which nothing behind the door can store or show."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def unescape(text: str) -> str:
    """HTML entities to letters, for platforms that escape their texts."""
    return html.unescape(text) if "&" in text else text


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile(r"\s+")


def tidy(text: str) -> str:
    """One line without doubled blanks, for names and titles."""
    return _spaces().sub(" ", text).strip()


def _number(value: object) -> float | None:
    if isinstance(value, str):
        if len(value) > _LONGEST_NUMBER:
            return None
        try:
            return float(value)
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def moment_from_seconds(value: object) -> Moment | None:
    """From Unix seconds in UTC (number or digits). None for nothing, zero, and what lies outside 1900 to 2100."""
    seconds = _number(value)
    if seconds is None or seconds == 0 or not _EARLIEST <= seconds < _LATEST:
        return None
    return Moment(_EPOCH + timedelta(seconds=seconds))


def moment_from_ms(value: object) -> Moment | None:
    """From Unix milliseconds in UTC."""
    number = _number(value)
    return None if number is None else moment_from_seconds(number / 1000)


def moment_from_number(value: object) -> Moment | None:
    """From Unix seconds, milliseconds, microseconds or nanoseconds, told apart by their size."""
    number = _number(value)
    if number is None:
        return None
    for scale in (1, 1_000, 1_000_000, 1_000_000_000):
        moment = moment_from_seconds(number / scale)
        if moment is not None:
            return moment
    return None


def partial_date_from_seconds(value: object) -> PartialDate | None:
    """The day of a Unix time, for dates that an export keeps as seconds."""
    moment = moment_from_seconds(value)
    return None if moment is None else PartialDate(moment.at.year, moment.at.month, moment.at.day)
