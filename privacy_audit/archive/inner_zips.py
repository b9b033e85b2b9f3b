"""ZIPs inside an export (messages.zip, say) and what is packed in a folder: looked into within the same budget."""

import io
from collections.abc import Callable, Sequence
from functools import partial

from privacy_audit.archive import sentences as say
from privacy_audit.archive.parts import Budget, Label, Member, Notes, Part, RawBytes
from privacy_audit.archive.tar_part import TarPart
from privacy_audit.archive.zip_part import ZipPart
from privacy_audit.errors import ExportError

_PACKED = (".zip", ".tar", ".tgz", "r.gz")  # by their last four letters


class InnerZips:
    """Opens the ZIPs that stand in parts and adds them to the parts. All of them together stay within the limits."""

    def __init__(self, parts: list[Part], budget: Budget, notes: Notes) -> None:
        self._parts = parts
        self._budget = budget
        self._notes = notes
        self._left = budget.limits.inner_zips
        self._bytes_left = budget.limits.inner_bytes

    def members(self, part: Part, levels: int) -> Sequence[Member]:
        """The members of a part; a ZIP among them gives way to what it holds, so many levels deep."""
        zips = [member for member in part.members if member.path[-4:].casefold() in _PACKED] if levels else []
        opened = {member.place: inner for member in zips if (inner := self._opened(part, member))}
        if not opened:
            return part.members
        members: list[Member] = []
        for member in part.members:
            inner = opened.get(member.place)
            members += self.members(inner, levels - 1) if inner else [member]
        return members

    def _opened(self, part: Part, member: Member) -> Part | None:
        try:
            opener = self._opener(part, member)
            label = Label(part.name, len(self._parts), f"{member.path}/")
            inner = self._part(label, opener, member)
        except ExportError as error:
            self._notes.add(member.path, error.sentence)
            return None
        self._parts.append(inner)
        return inner

    def _part(self, label: Label, opener: Callable[[], RawBytes], member: Member) -> Part:
        ending = member.path[-4:].casefold()
        if ending == ".zip":
            return ZipPart(label, opener, self._budget, self._notes)
        if ending != ".tar" and member.size > self._budget.limits.inner_tgz:
            raise ExportError(say.NOTE_SLOW_INNER)
        return TarPart(label, opener, self._budget, self._notes)

    def _opener(self, part: Part, member: Member) -> Callable[[], RawBytes]:
        self._left -= 1
        if self._left < 0:
            raise ExportError(say.NOTE_MANY_INNER)
        opener = part.window(member.place)
        if opener is not None:
            return opener
        if member.size > self._bytes_left:
            raise ExportError(say.NOTE_LARGE_INNER)
        self._bytes_left -= member.size  # it stays in memory while the archive is open
        return partial(_in_memory, part, member.place)


def _in_memory(part: Part, place: int) -> RawBytes:
    return io.BytesIO(part.read(place))
