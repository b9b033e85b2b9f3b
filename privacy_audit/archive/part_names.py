"""What the name of a ZIP tells about the parts of an export: which one this is, of how many, and which are missing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_ENDING = re.compile(r"\.(?:zip|tgz|tar|tar\.gz)$", re.IGNORECASE)
_COPY = re.compile(r"[ _]?\(\d{1,3}\)$|(?: - copy| copy)$", re.IGNORECASE)
_OF = re.compile(r"^(.*?)[ _.-]*(?:part[ _-]?)?(\d{1,3})[ _-]?of[ _-]?(\d{1,3})$", re.IGNORECASE)
_NUMBERED = re.compile(r"^(.*?)(?:(?:^|[ _.-]+)part[ _-]?|[ _-])(\d{1,3})$", re.IGNORECASE)
_DATE_BEFORE = re.compile(r"\d{4}[-_]\d{1,2}$")
_MOST = 300  # a higher number is no part's number


@dataclass(frozen=True, slots=True)
class PartName:
    """The stem that all parts of an export share, this part's number, and how many there are where the name says."""

    stem: str
    number: int | None = None
    of: int | None = None


def part_name(name: str) -> PartName:
    """Reads "facebook-jo-2-of-5.zip", "takeout-20240101T000000Z-001.zip", "part-2.zip" and the like."""
    bare = _COPY.sub("", _ENDING.sub("", name)).casefold()
    if found := _OF.match(bare):
        return PartName(found[1], int(found[2]), int(found[3]))
    found = _NUMBERED.match(bare)
    if found and int(found[2]) <= _MOST and not _DATE_BEFORE.search(found[1]):
        return PartName(found[1], int(found[2]))
    return PartName(bare)


def missing_parts(names: Iterable[str]) -> list[int]:
    """The numbers that the names of the chosen ZIPs skip, or that they say there are."""
    given: dict[str, set[int]] = {}
    told: dict[str, int] = {}
    for part in map(part_name, filter(_ENDING.search, names)):
        if part.number:
            given.setdefault(part.stem, set()).add(part.number)
            told[part.stem] = max(told.get(part.stem, 0), part.of or 0)
    missing: set[int] = set()
    for stem, numbers in given.items():
        last = max(min(told[stem], _MOST), *numbers, 0)
        missing.update(set(range(1, last + 1)) - numbers)
    return sorted(missing)
