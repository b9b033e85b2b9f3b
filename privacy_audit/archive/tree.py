"""The virtual tree over all parts of one export: finding members and reading them."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import BinaryIO

from privacy_audit.archive import sentences as say
from privacy_audit.archive.index import PathIndex
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
        unsure: frozenset[int] = frozenset(),
        limits: Limits = LIMITS,
    ) -> None:
        self._parts = tuple(parts)
        self._members = tuple(members)
        self._unsure = unsure  # positions of members whose names had to be guessed
        self._limits = limits
        self.notes = tuple(notes)

    def __repr__(self) -> str:
        return f"<Archive of {len(self._parts)} parts with {len(self._members)} members>"

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The names (no folders) of the ZIP files, folders or files that make up the export."""
        return tuple(dict.fromkeys(part.name for part in self._parts))

    @property
    def members(self) -> tuple[Member, ...]:
        return self._members

    @cached_property
    def size(self) -> int:
        """The declared bytes of all members together."""
        return sum(member.size for member in self._members)

    @cached_property
    def _index(self) -> PathIndex:
        return PathIndex([member.path for member in self._members], self._unsure)

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

    def under(self, folder: str) -> "Archive":
        """The same tree, seen from one of its folders: paths stay whole, everything outside is left out."""
        start = re.compile(re.escape(folder.rstrip("/") + "/"))
        chosen = [place for place, member in enumerate(self._members) if start.match(member.path)]
        return Archive(
            self._parts,
            [self._members[place] for place in chosen],
            self.notes,
            unsure=frozenset(new for new, old in enumerate(chosen) if old in self._unsure),
            limits=self._limits,
        )

    def close(self) -> None:
        """Lets go of the files. Reading afterwards opens them again."""
        for part in self._parts:
            part.close()
