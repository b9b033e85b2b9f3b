"""What every reader of a Facebook file needs to know: the archive, whose account it is, and where its pictures lie."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from privacy_audit.archive import Archive, Member
from privacy_audit.importing import ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import Moment, Passage, Record, Source, Voice
from privacy_audit.text import moment_from_seconds, repair

IMPORTER_ID = "facebook"
_LATEST = 4_102_444_800  # the year 2100: a later time is damage


def fix(raw: str | None) -> str:
    """A string leaf as the person wrote it; "" where the export has none."""
    if not raw:
        return ""
    return raw if raw.isascii() else repair(raw)


def moment(seconds: float | None) -> Moment | None:
    """Facebook writes 0 where it does not know a time."""
    return moment_from_seconds(seconds) if seconds else None


@dataclass(slots=True, repr=False, weakref_slot=False)
class Newest:
    """The newest time seen, for the day on which the export was made."""

    seconds: float = 0.0

    def see(self, times: Iterable[float | None]) -> None:
        self.saw(*times)

    def saw(self, *times: float | None) -> None:
        for time in times:
            if time and self.seconds < time < _LATEST:
                self.seconds = time


@dataclass(repr=False)
class Scene:
    archive: Archive
    options: ReadOptions
    names: frozenset[str] = frozenset()  # the owner's, casefolded
    newest: Newest = field(default_factory=Newest)
    pictures: set[str] = field(default_factory=set)  # those that records were made for already

    def voice(self, author: str) -> Voice:
        if not self.names or not author:
            return Voice.UNKNOWN
        return Voice.OWNER if author.casefold().strip() in self.names else Voice.OTHER

    def media(self, uri: str) -> str | None:
        """The member that a record points to. Prefixes of `uri` were wrong in 2023 and 2024: the longest end counts."""
        if not uri or "://" in uri[:12]:
            return None
        pieces = uri.removeprefix("./").split("/")
        for start in range(max(len(pieces) - 1, 1)):
            found = self.archive.find("/".join(pieces[start:]))
            if found is not None:
                return found.path
        if self._basenames[pieces[-1]] == 1 and (found := self.archive.find(pieces[-1])) is not None:
            return found.path
        return None

    @cached_property
    def _basenames(self) -> Counter[str]:
        return Counter(member.path.rpartition("/")[2] for member in self.archive.members)


@dataclass(frozen=True, slots=True)
class Position:
    """Where in the export a reader stands: a member and a position inside it."""

    member: Member
    prefix: str = ""

    def at(self, position: object = "") -> Source:
        return Source(IMPORTER_ID, self.member.path, f"{self.prefix}/{position}" if position != "" else self.prefix)


Found = Record | Passage | TextBatch | ReadProblem
Reader = Callable[[Scene, Member], Iterator[Found]]
