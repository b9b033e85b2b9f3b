"""ZIPs inside an export (messages.zip, say): looked into one level deep, within the same budget."""

import io
from collections.abc import Iterator
from functools import partial

from privacy_audit.archive import sentences as say
from privacy_audit.archive.parts import Budget, Entry, Notes, Part, RawBytes
from privacy_audit.archive.zip_part import ZipPart
from privacy_audit.errors import ExportError


class InnerZips:
    """Opens the ZIPs that stand in a part. Those of all parts together stay within the limits."""

    def __init__(self, budget: Budget, notes: Notes) -> None:
        self._budget = budget
        self._notes = notes
        self._left = budget.limits.inner_zips
        self._bytes_left = budget.limits.inner_bytes

    def of(self, part: Part) -> Iterator[tuple[Entry, ZipPart]]:
        """Each entry of the part that is a ZIP and can be opened, with the opened one."""
        for entry in part.entries:
            if entry.path[-4:].casefold() != ".zip":
                continue
            try:
                yield entry, self._opened(part, entry)
            except ExportError as error:
                self._notes.add(entry.path, error.sentence)

    def _opened(self, part: Part, entry: Entry) -> ZipPart:
        self._left -= 1
        if self._left < 0:
            raise ExportError(say.NOTE_MANY_INNER)
        opener = part.window(entry.place)
        if opener is None:
            self._bytes_left -= entry.size
            if self._bytes_left < 0:
                raise ExportError(say.NOTE_LARGE_INNER)
            opener = partial(_in_memory, part, entry.place)
        return ZipPart(part.name, opener, self._budget, self._notes, prefix=f"{entry.path}/")


def _in_memory(part: Part, place: int) -> RawBytes:
    return io.BytesIO(part.read(place))
