"""The virtual tree over all parts of one export: finding members and reading them."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import BinaryIO

from privacy_audit.archive import sentences as say
from privacy_audit.archive.index import PathIndex
from privacy_audit.archive.part_names import missing_parts
from privacy_audit.archive.parts import ArchiveNote, Member, Part
from privacy_audit.errors import ExportError
from privacy_audit.limits import LIMITS, Limits


class Archive:
    """One virtual tree over all parts of one export. Members are found by path suffix, since exports get re-wrapped."""

    def __init__(
        self,
        parts: Sequence[Part],
        members: Sequence[Member],
        notes: Sequence[ArchiveNote] = (),
        *,
        names: tuple[str, ...] = (),
        limits: Limits = LIMITS,
    ) -> None:
        self._parts = tuple(parts)
        self._members = tuple(members)
        self._names = names
        self._limits = limits
        self._notes = tuple(notes)

    def __repr__(self) -> str:
        return f"<Archive of {len(self._parts)} parts with {len(self._members)} members>"

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The names (no folders) of the ZIP files, folders or files that make up the export."""
        used = sorted({member.part for member in self._members})
        return self._names or tuple(dict.fromkeys(self._parts[number].name for number in used))

    @property
    def members(self) -> tuple[Member, ...]:
        return self._members

    @cached_property
    def notes(self) -> tuple[ArchiveNote, ...]:
        """What was left out, and which parts are missing as far as the names of the others tell."""
        missing = missing_parts(self.parts)
        return (*self._notes, ArchiveNote("", say.missing_parts(missing))) if missing else self._notes

    @cached_property
    def size(self) -> int:
        """The declared bytes of all members together."""
        return sum(member.size for member in self._members)

    @cached_property
    def _index(self) -> PathIndex:
        unsure = frozenset(place for place, member in enumerate(self._members) if member.unsure)
        return PathIndex([member.path for member in self._members], unsure)

    def find(self, suffix: str) -> Member | None:
        """The member whose path ends in `suffix` on a slash boundary; the shallowest when several do.

        Compared after normalising: case, NFC, no-break spaces, and both apostrophes and _ as one letter.
        """
        position = self._index.find(suffix)
        return None if position is None else self._members[position]

    def matching(self, pattern: str) -> tuple[Member, ...]:
        """Members whose path ends in a glob (`*` stays in a folder, `**` crosses), normalised, natural order."""
        return tuple(self._members[position] for position in self._index.matching(pattern))

    def read(self, member: Member) -> bytes:
        """The whole member, CRC checked, within the limits; ExportError with a sentence when it cannot be had."""
        if member.size > self._limits.member:
            raise ExportError(say.MEMBER_TOO_LARGE)
        return self._parts[member.part].read(member.place)

    def head(self, member: Member, size: int = 512) -> bytes:
        """The first bytes, for recognising; never more than asked."""
        with self._parts[member.part].stream(member.place) as stream:
            return stream.read(size)

    def stream(self, member: Member) -> BinaryIO:
        """A guarded stream for members too large to hold; reading raises ExportError like `read`."""
        return self._parts[member.part].stream(member.place)

    def under(self, folder: str, *, name: str = "") -> "Archive":
        """The same tree, seen from one of its folders: everything outside is left out.

        Paths stay whole, unless the view gets a `name` of its own, as if just this folder had been opened.
        """
        start = folder.rstrip("/") + "/"
        cut = len(start) if name else 0
        members = [member for member in self._members if member.path.startswith(start)]
        if cut:
            members = [member._replace(path=member.path[cut:]) for member in members]
        notes = [
            ArchiveNote(note.member[cut:], note.sentence)
            for note in self._notes
            if not note.member or note.member.startswith(start)
        ]
        return Archive(self._parts, members, notes, names=(name,) if name else self._names, limits=self._limits)

    def only(self, members: Sequence[Member], noting: Callable[[ArchiveNote], bool] = lambda _note: True) -> "Archive":
        """The same tree with some of its members and notes only."""
        notes = [note for note in self._notes if noting(note)]
        names = self._names if len(self._names) == 1 else ()
        return Archive(self._parts, members, notes, names=names, limits=self._limits)

    def joined(self, others: Sequence["Archive"]) -> "Archive":
        """One tree over this and other archives, which are parts of the same export."""
        parts, members, notes = list(self._parts), list(self._members), list(self._notes)
        for other in others:
            shift = len(parts)
            parts += other._parts
            notes += other._notes
            members += [member._replace(part=member.part + shift) for member in other._members]
        names = tuple(dict.fromkeys(name for archive in (self, *others) for name in archive.parts))
        return Archive(parts, without_repeats(members), notes, names=names, limits=self._limits)

    def close(self) -> None:
        """Lets go of the files. Reading afterwards opens them again."""
        for part in self._parts:
            part.close()


def without_repeats(members: Iterable[Member]) -> list[Member]:
    """Members of several parts, without the very same file again: each part of an export may bring its read-me."""
    kept: list[Member] = []
    seen: dict[str, Member] = {}
    for member in members:
        other = seen.setdefault(member.path, member)
        if other is member or member.crc is None or (other.crc, other.size) != (member.crc, member.size):
            kept.append(member)
    return kept
