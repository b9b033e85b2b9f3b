"""What the parts of an archive have in common: members, notes on what was skipped, and the budget for reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple, Protocol

from privacy_audit.archive import sentences as say
from privacy_audit.errors import ExportError
from privacy_audit.limits import Limits


class Member(NamedTuple):
    """A file inside an export. `path` has forward slashes and is what the user sees; `size` is the declared bytes.

    `place` is where its part keeps it, `unsure` says that the path's letters had to be guessed, and `crc` is the
    checksum that a ZIP states. A tuple, since there can be a hundred thousand.
    """

    path: str
    size: int
    part: int
    place: int = 0
    unsure: bool = False
    crc: int | None = None

    def __repr__(self) -> str:
        return f"<Member {self.place} of part {self.part}>"


@dataclass(frozen=True, slots=True, repr=False)
class ArchiveNote:
    """Something that was left out or is missing while the rest goes on. `member` is empty for the whole export."""

    member: str
    sentence: str

    def __repr__(self) -> str:
        return f"<ArchiveNote: {self.sentence}>"


@dataclass(frozen=True, slots=True)
class Label:
    """What a part is called, its number in the archive, and what stands before the paths of its members."""

    name: str
    number: int
    prefix: str = ""


class RawBytes(Protocol):
    """The bytes of a ZIP: a file, a stretch of one, or a buffer."""

    def seek(self, offset: int, whence: int = 0, /) -> int: ...

    def read(self, size: int = -1, /) -> bytes: ...

    def close(self) -> None: ...


class Part(Protocol):
    """A ZIP, a tar, a folder or a single file. `stream` checks what it gives; `read` is the fast way to the whole.

    `window` gives a member's own bytes as a file to jump about in, or None where they are packed.
    """

    @property
    def name(self) -> str: ...

    @property
    def members(self) -> Sequence[Member]: ...

    def read(self, place: int) -> bytes: ...

    def stream(self, place: int) -> BinaryIO: ...

    def window(self, place: int) -> Callable[[], RawBytes] | None: ...

    def close(self) -> None: ...


class Notes:
    """Collects notes and stops at a number, since a hostile archive can give cause for a million."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._prefix = ""
        self._kept: list[ArchiveNote] = []
        self._count = [0]

    def below(self, prefix: str) -> "Notes":
        """The same notes, for members that stand in a ZIP inside the export."""
        inner = Notes(self._limit)
        inner._prefix, inner._kept, inner._count = prefix, self._kept, self._count
        return inner

    def add(self, member: str, sentence: str) -> None:
        self._count[0] += 1
        if len(self._kept) < self._limit:
            self._kept.append(ArchiveNote(shown(self._prefix + member), sentence))

    def all(self) -> tuple[ArchiveNote, ...]:
        more = self._count[0] - len(self._kept)
        return (*self._kept, ArchiveNote("", say.more_notes(more))) if more else tuple(self._kept)


def shown(path: str) -> str:
    """A path that can be written anywhere: bytes that are no letters are spelled out."""
    return path if path.isascii() else path.encode("utf-8", "backslashreplace").decode("utf-8")


class Budget:
    """Counts the bytes that were read from one export and stops at the limit; knows when the user has had enough."""

    def __init__(self, limits: Limits, stop: Callable[[], bool] = lambda: False) -> None:
        self.limits = limits
        self.stop = stop
        self.entries_left = limits.entries
        self._left = limits.total

    def spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise ExportError(say.TOO_MUCH)
