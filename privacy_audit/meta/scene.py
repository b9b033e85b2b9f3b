"""What every reader of Meta's files needs to know: the visit, the newest time seen, the pictures told already."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.model import Moment, Source
from privacy_audit.text import moment_from_seconds, repair

__all__ = ["Found", "Newest", "Position", "Reader", "Scene", "fix", "moment"]

_LATEST = 4_102_444_800  # the year 2100: a later time is damage


def fix(raw: str | None) -> str:
    """A string leaf as the person wrote it; "" where the export has none."""
    if not raw:
        return ""
    return raw if raw.isascii() else repair(raw)


def moment(seconds: float | None) -> Moment | None:
    """Meta writes 0 where it does not know a time."""
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


@dataclass(frozen=True, slots=True)
class Position:
    """Where in the export a reader stands: a member and a position inside it."""

    importer: str
    member: Member
    prefix: str = ""

    def at(self, position: object = "") -> Source:
        return Source(self.importer, self.member.path, f"{self.prefix}/{position}" if position != "" else self.prefix)


@dataclass(repr=False)
class Scene(Visit):
    newest: Newest = field(default_factory=Newest)
    pictures: set[str] = field(default_factory=set)  # those that records were made for already

    def named(self, names: Iterable[str]) -> None:
        """What the owner is called in this export; where it does not tell, what the user says."""
        own = tuple(names) or self.options.own_names
        self.names = frozenset(name.casefold().strip() for name in own)

    def position(self, member: Member, prefix: str = "") -> Position:
        return Position(self.importer, member, prefix)


Reader = Callable[[Scene, Member], Iterator[Found]]
