"""Which of the things that a user chose belong together: the parts of one export, or exports of their own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from privacy_audit.archive import Archive
from privacy_audit.archive.part_names import PartName, part_name
from privacy_audit.claims import Claim

_DATA = frozenset((".json", ".html", ".htm", ".csv", ".js", ".txt", ".xml", ".tsv", ".mbox", ".vcf", ".ics"))
_EVERYWHERE = re.compile(r"(?:.*/)?(?:index|start_here|archive_browser|no-data|readme)\.\w+", re.IGNORECASE)
_PIECES = re.compile(r"[^a-z0-9]+")
_PLAIN = re.compile(
    "archive|backup|basic|complete|data|downloads?|export|facebook|google|html|information|instagram|json|linkedin|"
    "messages?|messenger|meta|my|of|parts?|takeout|the|twitter|x|your|zip|"
)
_SHARED = (
    4  # a quarter of the smaller one's files in common makes two exports of one account, not two parts of one export
)


@dataclass(frozen=True, repr=False, eq=False)
class Found:
    """A thing that was chosen, or an export inside it, and what it is called."""

    paths: tuple[Path, ...]
    name: str
    beside: Path  # the folder in which it lies
    archive: Archive
    claim: Claim | None

    @cached_property
    def part(self) -> PartName:
        return part_name(self.name)

    @cached_property
    def owner(self) -> str:
        """What the name tells beyond the platform and the date: the account's name, mostly."""
        words = []
        for piece in _PIECES.split(self.part.stem):
            if any(char.isdigit() for char in piece):
                break
            if not _PLAIN.fullmatch(piece):
                words.append(piece)
        return " ".join(words)

    @cached_property
    def files(self) -> frozenset[tuple[str, int]]:
        """Path and size of all files, as from inside a folder that is wrapped round all of them."""
        members = self.archive.members
        tops = {member.path.partition("/")[0] for member in members}
        cut = len(next(iter(tops))) + 1 if len(tops) == 1 and all("/" in member.path for member in members) else 0
        return frozenset((member.path[cut:], member.size) for member in members)

    @cached_property
    def data_names(self) -> frozenset[str]:
        """The files that hold data, each by its own and its folder's name: exports get wrapped in different folders."""
        return frozenset(
            "/".join(path.split("/")[-2:])
            for path, _ in self.files
            if PurePosixPath(path).suffix.casefold() in _DATA and not _EVERYWHERE.fullmatch(path)
        )


@dataclass(frozen=True, slots=True)
class Joined:
    """Groups of parts, one group an export; what is an exact copy of something else; and what nobody claims."""

    groups: tuple[tuple[Found, ...], ...]
    copies: tuple[Found, ...]
    unclaimed: tuple[Found, ...]


def join(found: Iterable[Found]) -> Joined:
    """Puts parts together; the fullest first, so that a part with messages alone joins the one with the profile."""
    waiting = list(found)
    claimed = sorted((one for one in waiting if one.claim), key=_fullest_first)
    groups: list[list[Found]] = []
    copies, unclaimed = [], []
    for one in claimed:
        if any(_is_copy(one, other) for group in groups for other in group):
            copies.append(one)
        elif fitting := [group for group in groups if _fits(one, group)]:
            next((group for group in fitting if _same_stem(one, group[0])), fitting[0]).append(one)
        else:
            groups.append([one])
    for one in waiting:
        if one.claim:
            continue
        home = next((group for group in groups if any(_same_stem(one, other) for other in group)), None)
        if home is None:
            unclaimed.append(one)
        else:
            home.append(one)
    order = {id(one): place for place, one in enumerate(waiting)}
    ranked = [tuple(sorted(group, key=lambda one: (one.part.number or 0, order[id(one)]))) for group in groups]
    ranked.sort(key=lambda group: min(order[id(one)] for one in group))
    return Joined(tuple(ranked), tuple(copies), tuple(unclaimed))


def _fullest_first(found: Found) -> tuple[float, int]:
    score = found.claim.recognition.score if found.claim else 0.0
    return (-score, -len(found.archive.members))


def _platform(found: Found) -> str:
    return found.claim.importer.id if found.claim else ""


def _is_copy(one: Found, other: Found) -> bool:
    return _platform(one) == _platform(other) and bool(one.files) and one.files == other.files


def _fits(one: Found, group: Sequence[Found]) -> bool:
    """Whether something is a part of the same export as the group: one platform, one account, no file twice."""
    first = group[0]
    if _platform(one) != _platform(first):
        return False
    if not (_same_stem(one, first) or not one.owner or not first.owner or one.owner == first.owner):
        return False
    return not any(_overlap(one, other) for other in group)


def _same_stem(one: Found, other: Found) -> bool:
    """Parts of one download: the same name but for the number."""
    return one.beside == other.beside and one.part.stem == other.part.stem and one.part.number is not None


def _overlap(one: Found, other: Found) -> bool:
    smaller = min(len(one.data_names), len(other.data_names))
    shared = len(one.data_names & other.data_names)
    return shared > 0 and shared * _SHARED >= smaller
