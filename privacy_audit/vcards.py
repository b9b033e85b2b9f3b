"""Reads the lines of address books and calendars (vCard, iCalendar): folded lines, old encodings, card by card."""

import quopri
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from privacy_audit.model import PartialDate
from privacy_audit.text import partial_date, partial_date_from_text

_LONGEST = 1 << 16  # letters of one line that are of use; a picture is longer


@dataclass(frozen=True, slots=True, repr=False)
class CardLine:
    """One property: its name in capitals without its group ("item1."), its parameters, its raw value."""

    name: str
    parameters: str
    value: str

    @property
    def text(self) -> str:
        """The value with its escapes undone."""
        return _plain(self.value)

    @property
    def parts(self) -> tuple[str, ...]:
        """A value of several parts, as a name or an address has."""
        return tuple(_plain(part) for part in _split(self.value, ";"))


@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """One card or event: all its properties in order, and the line on which it begins, from 1."""

    kind: str  # "VCARD", "VEVENT"
    line: int
    lines: tuple[CardLine, ...]
    complete: bool = True

    def text(self, name: str) -> str:
        return next((line.text for line in self.lines if line.name == name and line.text), "")

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(line.text for line in self.lines if line.name == name and line.text))

    @property
    def title(self) -> str:
        """The name as the card shows it, or put together from its parts."""
        family, given, *_ = (*next((line.parts for line in self.lines if line.name == "N"), ()), "", "")
        return self.text("FN") or " ".join(filter(None, (given, family))) or self.text("NICKNAME") or self.text("ORG")

    @property
    def born(self) -> PartialDate | None:
        """ "1987-03-14", "19870314", or "--0314" without the year."""
        raw = self.text("BDAY")
        digits = raw.partition("T")[0].replace("-", "")
        if raw.startswith("--") and len(digits) == 4:  # noqa: PLR2004 - month and day
            return partial_date(None, digits[:2], digits[2:])
        if len(digits) == 8 and digits.isdecimal():  # noqa: PLR2004 - year, month and day
            return partial_date(digits[:4], digits[4:6], digits[6:])
        return partial_date_from_text(raw)


def cards(lines: Iterable[str], kinds: tuple[str, ...] = ("VCARD",)) -> Iterator[Card]:
    """The cards of these kinds. One that never ends is told as not complete."""
    kind, begun, held = "", 0, list[CardLine]()
    for number, line in _properties(lines):
        if line.name == "BEGIN" and line.value.strip().upper() in kinds:
            if kind:
                yield Card(kind, begun, tuple(held), complete=False)
            kind, begun, held = line.value.strip().upper(), number, []
        elif line.name == "END" and kind and line.value.strip().upper() == kind:
            yield Card(kind, begun, tuple(held))
            kind = ""
        elif kind:
            held.append(line)
    if kind:
        yield Card(kind, begun, tuple(held), complete=False)


def _properties(lines: Iterable[str]) -> Iterator[tuple[int, CardLine]]:
    for number, text in _unfolded(lines):
        head, colon, value = _cut(text)
        if colon:
            name, _, parameters = head.partition(";")
            yield number, CardLine(name.rpartition(".")[2].strip().upper(), parameters, _decoded(value, parameters))


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Whole lines: a line that begins with a blank goes on, and so does quoted-printable after "="."""
    whole, begun = "", 0
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        soft = whole.endswith("=") and "QUOTED-PRINTABLE" in whole[:200].upper()
        if whole and (soft or line[:1] in (" ", "\t")):
            if len(whole) < _LONGEST:
                whole = whole[:-1] + line if soft else whole + line[1:]
            continue
        if whole:
            yield begun, whole
        whole, begun = line, number
    if whole:
        yield begun, whole


def _cut(line: str) -> tuple[str, str, str]:
    """Name with parameters, and value; a colon inside quotation marks does not count."""
    quoted = False
    for place, letter in enumerate(line[:1000]):
        if letter == '"':
            quoted = not quoted
        elif letter == ":" and not quoted:
            return line[:place], ":", line[place + 1 :]
    return line.partition(":")


def _decoded(value: str, parameters: str) -> str:
    if "QUOTED-PRINTABLE" in parameters.upper():
        return quopri.decodestring(value.encode("utf-8")).decode("utf-8", "replace")
    return value


def _split(value: str, mark: str) -> list[str]:
    return [part.replace("\x00", "\\" + mark) for part in value.replace("\\" + mark, "\x00").split(mark)]


def _plain(value: str) -> str:
    if "\\" not in value:
        return value.strip()
    value = value.replace("\\\\", "\x00").replace("\\n", "\n").replace("\\N", "\n")
    return value.replace("\\,", ",").replace("\\;", ";").replace("\\:", ":").replace("\x00", "\\").strip()
