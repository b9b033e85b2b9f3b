"""The list of members at the end of a ZIP: found, read and judged without unpacking anything.

Layout: PKWARE's APPNOTE.TXT 6.3.10, §4.3 and §4.5.3 (ZIP64).
"""

import stat
import struct
from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from privacy_audit.archive import sentences as say
from privacy_audit.archive.names import decoded, is_clutter, is_suspect, is_unsafe
from privacy_audit.archive.parts import Budget, Label, Member, Notes, RawBytes
from privacy_audit.errors import Cancelled, ExportError
from privacy_audit.limits import Limits

STORED, DEFLATED = 0, 8
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_ENTRY = struct.Struct("<4s4x4H3L5H2L")
_FULL32, _FULL16 = 0xFFFFFFFF, 0xFFFF
_COMMENT = 0xFFFF
_LOOK_UP = 4096  # entries between two looks at whether the user has stopped


class _Raw(NamedTuple):
    name: bytes
    flags: int
    mode: int
    offset: int
    packed: int
    size: int
    crc: int
    method: int


class _End(NamedTuple):
    start: int
    size: int
    entries: int
    prefix: int


@dataclass(slots=True)
class Directory:
    """The members worth having, and in rows beside them where and how each is packed."""

    members: list[Member] = field(default_factory=list)
    offsets: "array[int]" = field(default_factory=lambda: array("Q"))
    packed: "array[int]" = field(default_factory=lambda: array("Q"))
    methods: "array[int]" = field(default_factory=lambda: array("B"))
    starts: "array[int]" = field(default_factory=lambda: array("Q"))  # of all, in order: none may reach beyond the next


def read_directory(file: RawBytes, label: Label, budget: Budget, notes: Notes) -> Directory:
    """Reads and judges the list of members. ExportError when the ZIP as a whole cannot be used."""
    limits, size = budget.limits, file.seek(0, 2)
    end = _find_end(file, size)
    if end.entries > budget.entries_left or end.size > limits.directory:
        raise ExportError(say.TOO_MANY)
    if end.prefix:
        notes.add("", say.NOTE_PREFIX)
    file.seek(end.start)
    reading = _Reading(label, limits, notes)
    for place, raw in enumerate(_listed(_read_exactly(file, end.size), end.prefix)):
        budget.entries_left -= 1
        if budget.entries_left < 0:
            raise ExportError(say.TOO_MANY)
        if place % _LOOK_UP == 0 and budget.stop():
            raise Cancelled
        reading.enter(raw)
    directory = reading.directory
    directory.starts = _apart(reading.spans, end.start)
    _judge_whole(directory, reading.refusals, size, limits)
    return directory


def _judge_whole(directory: Directory, refusals: Collection[str], size: int, limits: Limits) -> None:
    if not directory.members:
        whole = {say.NOTE_LOCKED: say.LOCKED, say.NOTE_METHOD: say.METHOD, say.NOTE_RATIO: say.TOO_FULL}
        raise ExportError(whole.get(first, first) if (first := next(iter(refusals), "")) else say.HOLLOW_ZIP)
    total = sum(member.size for member in directory.members)
    if total > limits.all_ratio_from and total > size * limits.ratio:
        raise ExportError(say.TOO_FULL)


def _read_exactly(file: RawBytes, size: int) -> bytes:
    data = file.read(size)
    if len(data) != size:
        raise ExportError(say.DAMAGED)
    return data


def _find_end(file: RawBytes, size: int) -> _End:
    """The record at the very end that says where the list is."""
    file.seek(0)
    head = file.read(4)
    if head[:2] == b"MZ" or head == b"\x7fELF":
        raise ExportError(say.PROGRAM)
    tail_at = max(0, size - _END.size - _COMMENT)
    file.seek(tail_at)
    tail = file.read(size - tail_at)
    at = tail.rfind(b"PK\x05\x06", 0, max(0, len(tail) - _END.size + 4))
    if at < 0:
        raise ExportError(say.CUT_SHORT if head[:2] == b"PK" else say.NO_ZIP)
    _, disk, first_disk, _, count, listed, start, _ = _END.unpack_from(tail, at)
    end_at = tail_at + at
    if disk not in (0, _FULL16) or first_disk not in (0, _FULL16):
        raise ExportError(say.SPLIT)
    if at >= _LOCATOR.size and tail[at - _LOCATOR.size : at - _LOCATOR.size + 4] == b"PK\x06\x07":
        end_at, count, listed, start = _large_end(file, end_at - _LOCATOR.size)
    prefix = end_at - listed - start
    if prefix < 0:
        raise ExportError(say.DAMAGED)
    return _End(start + prefix, listed, count, prefix)


def _large_end(file: RawBytes, locator_at: int) -> tuple[int, int, int, int]:
    """The ZIP64 form of the end. Its place is told by the locator, unless something stands in front of the ZIP."""
    file.seek(locator_at)
    _, _, told, disks = _LOCATOR.unpack(_read_exactly(file, _LOCATOR.size))
    if disks > 1:
        raise ExportError(say.SPLIT)
    for at in (told, locator_at - _END64.size):
        if not 0 <= at <= locator_at - _END64.size:
            continue
        file.seek(at)
        signature, _, _, _, disk, _, _, count, listed, start = _END64.unpack(_read_exactly(file, _END64.size))
        if signature == b"PK\x06\x06":
            if disk:
                raise ExportError(say.SPLIT)
            return at, count, listed, start
    raise ExportError(say.DAMAGED)


def _listed(listed: bytes, prefix: int) -> Iterator[_Raw]:
    """The entries of the list, sizes and offsets widened where ZIP64 says so."""
    at, end = 0, len(listed)
    while at + _ENTRY.size <= end:
        (sign, flags, method, _, _, crc, packed, size, name_len, extra_len, note_len, _, _, mode, offset) = (
            _ENTRY.unpack_from(listed, at)
        )
        if sign != b"PK\x01\x02":
            raise ExportError(say.DAMAGED)
        at += _ENTRY.size
        name = listed[at : at + name_len]
        if _FULL32 in (packed, size, offset):
            extra = listed[at + name_len : at + name_len + extra_len]
            size, packed, offset = _widened(extra, size, packed, offset)
        at += name_len + extra_len + note_len
        if at > end:
            raise ExportError(say.DAMAGED)
        yield _Raw(name, flags, mode >> 16, offset + prefix, packed, size, crc, method)


def _widened(extra: bytes, *narrow: int) -> list[int]:
    """Size, packed size and offset, each taken from the ZIP64 field where the narrow one is full."""
    at = 0
    wide: tuple[int, ...] = ()
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            data = extra[at + 4 : at + 4 + length]
            wide = struct.unpack(f"<{len(data) // 8}Q", data[: len(data) // 8 * 8])
            break
        at += 4 + length
    left = iter(wide)
    try:
        return [next(left) if value == _FULL32 else value for value in narrow]
    except StopIteration:
        raise ExportError(say.DAMAGED) from None


class _Reading:
    """Goes through the list once: keeps what is worth having and notes the rest."""

    def __init__(self, label: Label, limits: Limits, notes: Notes) -> None:
        self.directory = Directory()
        self.spans: set[tuple[int, int]] = set()
        self.refusals: dict[str, None] = {}
        self._label = label
        self._limits = limits
        self._notes = notes
        self._seen: set[str] = set()

    def enter(self, raw: _Raw) -> None:
        """Takes a member in, or notes why not; folders, clutter and empty files are passed over."""
        self.spans.add((raw.offset, raw.offset + 30 + len(raw.name) + raw.packed))
        path, unsure = decoded(raw.name)
        suspect = is_suspect(path, self._limits)
        if path.endswith("/") or not raw.packed or not raw.size or (suspect and is_clutter(path)):
            return
        refusal = say.NOTE_UNSAFE if suspect and is_unsafe(path, self._limits) else _refusal(raw, self._limits)
        if not refusal and path in self._seen:
            refusal = say.NOTE_TWICE
        if refusal:
            self._notes.add(path, refusal)
            self.refusals[refusal] = None
            return
        self._seen.add(path)
        self._keep(path, raw, unsure)

    def _keep(self, path: str, raw: _Raw, unsure: bool) -> None:
        kept = self.directory
        label = self._label
        kept.members.append(Member(label.prefix + path, raw.size, label.number, len(kept.members), unsure, raw.crc))
        kept.offsets.append(raw.offset)
        kept.packed.append(raw.packed)
        kept.methods.append(raw.method)


def _refusal(raw: _Raw, limits: Limits) -> str:
    if stat.S_ISLNK(raw.mode):
        return say.NOTE_LINK
    if raw.flags & 0x2041:
        return say.NOTE_LOCKED
    if raw.method not in (STORED, DEFLATED):
        return say.NOTE_METHOD
    if raw.size > limits.ratio_from and raw.size > raw.packed * limits.ratio:
        return say.NOTE_RATIO
    return ""


def _apart(spans: set[tuple[int, int]], end: int) -> "array[int]":
    """The starts of all members in order, once it is sure that none reaches into the next or into the list."""
    reached = 0
    starts = array("Q")
    for start, stop in sorted(spans):
        if start < reached:
            raise ExportError(say.OVERLAP)
        reached = stop
        starts.append(start)
    if reached > end:
        raise ExportError(say.DAMAGED)
    starts.append(end)
    return starts
