"""A ZIP as a part of an archive: members are inflated in memory, checked, and never written to disk."""

import io
import weakref
import zlib
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from typing import BinaryIO, NamedTuple

import deflate

from privacy_audit.archive import sentences as say
from privacy_audit.archive.parts import Budget, Label, Member, Notes, RawBytes
from privacy_audit.archive.zip_directory import STORED, read_directory
from privacy_audit.errors import ExportError

_PIECE = 1 << 18
_LOCAL = 30  # bytes of a member's own header before its name


class Packing(NamedTuple):
    """Where a member's data stand and what they must come to."""

    start: int
    packed: int
    size: int
    crc: int
    stored: bool


class ZipPart:
    """A ZIP. `opener` gives its bytes anew whenever they are needed."""

    def __init__(self, label: Label, opener: Callable[[], RawBytes], budget: Budget, notes: Notes) -> None:
        self.name = label.name
        self._opener = opener
        self._budget = budget
        self._file: RawBytes | None = None
        directory = read_directory(self._opened(), label, budget, notes.below(label.prefix))
        self._directory = directory
        self.members: Sequence[Member] = directory.members

    def _opened(self) -> RawBytes:
        if self._file is None:
            self._file = self._opener()
            weakref.finalize(self, self._file.close)
        return self._file

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def packing(self, place: int) -> Packing:
        """Where a member's data begin, by its own header; never so that they reach into the next member."""
        directory, member = self._directory, self.members[place]
        offset, packed = directory.offsets[place], directory.packed[place]
        header = self.raw(offset, _LOCAL)
        if len(header) != _LOCAL or header[:4] != b"PK\x03\x04":
            raise ExportError(say.MEMBER_DAMAGED)
        start = offset + _LOCAL + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        if start + packed > directory.starts[bisect_right(directory.starts, offset)]:
            raise ExportError(say.MEMBER_LIES)
        return Packing(start, packed, member.size, member.crc or 0, directory.methods[place] == STORED)

    def read(self, place: int) -> bytes:
        size = self.members[place].size
        if size > self._budget.limits.one_shot:
            with self.stream(place) as stream:
                return stream.read()
        self._budget.spend(size)
        packing = self.packing(place)
        data = self.raw(packing.start, packing.packed)
        if len(data) != packing.packed:
            raise ExportError(say.MEMBER_DAMAGED)
        if not packing.stored:
            data = _inflated(data, size)
        if len(data) != size or deflate.crc32(data) != packing.crc:
            raise ExportError(say.MEMBER_DAMAGED)
        return data

    def stream(self, place: int) -> BinaryIO:
        return io.BufferedReader(_MemberStream(self.raw, self.packing(place), self._budget), _PIECE)

    def window(self, place: int) -> Callable[[], RawBytes] | None:
        packing = self.packing(place)
        return partial(Window, self.raw, packing.start, packing.packed) if packing.stored else None

    def raw(self, at: int, size: int) -> bytes:
        """Bytes of the ZIP itself."""
        file = self._opened()
        try:
            file.seek(at)
            return file.read(size)
        except OSError:
            raise ExportError(say.GONE) from None


class Window:
    """A stretch of a file as a file of its own."""

    def __init__(self, raw: Callable[[int, int], bytes], start: int, size: int) -> None:
        self._raw = raw
        self._start = start
        self._size = size
        self._at = 0

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self._at = offset + (0, self._at, self._size)[whence]
        return self._at

    def read(self, size: int = -1, /) -> bytes:
        left = max(0, self._size - self._at)
        data = self._raw(self._start + self._at, left if size < 0 else min(size, left))
        self._at += len(data)
        return data

    def close(self) -> None:
        """The file around it stays open."""


def _inflated(data: bytes, size: int) -> bytes:
    try:
        return bytes(deflate.deflate_decompress(data, size))
    except deflate.DeflateError:
        pass
    # libdeflate does not tell damage from a member that is longer than it says; this is the rare way
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        longer = len(inflater.decompress(data, size + 1)) > size
    except zlib.error:
        longer = False
    raise ExportError(say.MEMBER_LIES if longer else say.MEMBER_DAMAGED)


class _MemberStream(io.RawIOBase):
    """Gives a member piece by piece; checks length on the way and the checksum at the end."""

    def __init__(self, raw: Callable[[int, int], bytes], packing: Packing, budget: Budget) -> None:
        self._raw = raw
        self._packing = packing
        self._budget = budget
        self._at = packing.start
        self._left = packing.packed
        self._given = 0
        self._crc = 0
        self._pending = b""
        self._inflater = None if packing.stored else zlib.decompressobj(-zlib.MAX_WBITS)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed: any Buffer
        piece = self._next(len(buffer))
        if not piece:
            if self._given != self._packing.size or self._crc != self._packing.crc:
                raise ExportError(say.MEMBER_DAMAGED)
            return 0
        self._given += len(piece)
        self._budget.spend(len(piece))
        if self._given > self._packing.size:
            raise ExportError(say.MEMBER_LIES)
        if self._given > self._budget.limits.streamed:
            raise ExportError(say.MEMBER_TOO_LARGE)
        self._crc = zlib.crc32(piece, self._crc)
        buffer[: len(piece)] = piece
        return len(piece)

    def _next(self, size: int) -> bytes:
        if self._inflater is None:
            return self._fetch(size)
        while not self._inflater.eof:
            packed = self._inflater.unconsumed_tail or self._fetch(_PIECE)
            try:
                piece = self._inflater.decompress(packed, size)
            except zlib.error:
                raise ExportError(say.MEMBER_DAMAGED) from None
            if piece or not packed:
                return piece
        return b""

    def _fetch(self, size: int) -> bytes:
        piece = self._raw(self._at, min(size, self._left))
        self._at += len(piece)
        self._left -= len(piece)
        return piece
