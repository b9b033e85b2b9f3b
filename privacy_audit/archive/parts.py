"""What the parts of an archive have in common: members, notes on what was skipped, and the budget for reading."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple, Protocol

from privacy_audit.archive import sentences as say
from privacy_audit.errors import ExportError
from privacy_audit.limits import Limits


@dataclass(frozen=True, slots=True, repr=False)
class Member:
    """A file inside an export. `path` has forward slashes and is what the user sees; `size` is the declared bytes."""

    path: str
    size: int
    part: int
    place: int = field(default=0, compare=False)  # where the part keeps it

    def __repr__(self) -> str:
        return f"<Member {self.place} of part {self.part}>"


@dataclass(frozen=True, slots=True, repr=False)
class ArchiveNote:
    """Something that was left out or is missing while the rest goes on. `member` is empty for the whole export."""

    member: str
    sentence: str

    def __repr__(self) -> str:
        return f"<ArchiveNote: {self.sentence}>"


class Entry(NamedTuple):
    """A file as a part lists it. `unsure` marks a name whose letters had to be guessed; a folder knows no `crc`."""

    path: str
    size: int
    place: int
    unsure: bool = False
    crc: int | None = None


class Part(Protocol):
    """A ZIP, a tar, a folder or a single file. `stream` checks what it gives; `read` is the fast way to the whole."""

    @property
    def name(self) -> str: ...

    @property
    def entries(self) -> Sequence[Entry]: ...

    def read(self, place: int) -> bytes: ...

    def stream(self, place: int) -> BinaryIO: ...

    def close(self) -> None: ...


class Notes:
    """Collects notes and stops at a number, since a hostile archive can give cause for a million."""

    def __init__(self, limit: int) -> None:
        self._kept: list[ArchiveNote] = []
        self._limit = limit
        self._more = 0

    def add(self, member: str, sentence: str) -> None:
        if len(self._kept) < self._limit:
            shown = member.encode("utf-8", "backslashreplace").decode("utf-8")
            self._kept.append(ArchiveNote(shown, sentence))
        else:
            self._more += 1

    def all(self) -> tuple[ArchiveNote, ...]:
        if not self._more:
            return tuple(self._kept)
        rest = f"{self._more} more files were left out for reasons like these. The rest was read."
        return (*self._kept, ArchiveNote("", rest))


class Budget:
    """Counts the bytes that were read from one export and stops at the limit."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._left = limits.total

    def spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise ExportError(say.TOO_MUCH)
