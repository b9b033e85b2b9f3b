"""A tar (plain or gzipped: Skype, Mastodon) as a part of an archive; read in place like a ZIP, never extracted."""

import gzip
import io
import tarfile
import weakref
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from privacy_audit.archive import sentences as say
from privacy_audit.archive.names import decoded, is_clutter, is_suspect, is_unsafe
from privacy_audit.archive.parts import Budget, Label, Member, Notes, RawBytes
from privacy_audit.errors import Cancelled, ExportError
from privacy_audit.limits import MB

_PIECE = 1 << 18
_LOOK_UP = 1024  # members between two looks at whether the user has stopped
_HEADER = 16 * MB  # no header of a member, with all its extensions, is larger
# what tarfile and gzip raise on damage; a chain of extended headers ends in RecursionError
_BROKEN = (tarfile.TarError, EOFError, ValueError, OverflowError, RecursionError, zlib.error, OSError)


class TarPart:
    """A tar. Going back in a gzipped one means inflating it from the start again, so members are best read in order."""

    def __init__(self, label: Label, opener: Callable[[], RawBytes], budget: Budget, notes: Notes) -> None:
        self.name = label.name
        self._label = label
        self._opener = opener
        self._budget = budget
        self._stream: _Guarded | None = None
        self._starts = array("Q")
        self._short = False
        self.members: Sequence[Member] = list(self._listed(notes))
        if not self.members:
            raise ExportError(say.DAMAGED if self._short else say.HOLLOW_ZIP)

    def read(self, place: int) -> bytes:
        member = self.members[place]
        data = self._raw(self._starts[place], member.size)
        if len(data) != member.size:
            raise ExportError(say.MEMBER_DAMAGED)
        return data

    def stream(self, place: int) -> BinaryIO:
        return io.BufferedReader(_MemberStream(self._raw, self._starts[place], self.members[place].size), _PIECE)

    def window(self, place: int) -> Callable[[], RawBytes] | None:
        """None: a ZIP in a tar is held in memory, since jumping about in a gzipped one is slow."""
        return None

    def close(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def _opened(self) -> "_Guarded":
        if self._stream is None:
            self._stream = _Guarded(self._opener(), self._budget)
            weakref.finalize(self, self._stream.close)
        return self._stream

    def _raw(self, at: int, size: int) -> bytes:
        stream = self._opened()
        try:
            stream.seek(at)
            return stream.read(size)
        except _BROKEN:
            raise ExportError(say.MEMBER_DAMAGED) from None

    def _listed(self, notes: Notes) -> Iterator[Member]:
        stream = self._opened()
        stream.listing = True
        try:
            # the stub asks for write() as well, which reading never calls
            with tarfile.open(fileobj=stream, mode="r:", errors="surrogateescape") as tar:  # type: ignore[call-overload]
                for info in tar:
                    member = self._judged(info, notes)
                    if member:
                        self._starts.append(info.offset_data)
                        yield member
        except _BROKEN:
            self._short = True
            notes.add("", say.DAMAGED)
        finally:
            stream.listing = False

    def _judged(self, info: tarfile.TarInfo, notes: Notes) -> Member | None:
        budget = self._budget
        budget.entries_left -= 1
        if budget.entries_left < 0:
            raise ExportError(say.TOO_MANY)
        if budget.entries_left % _LOOK_UP == 0 and budget.stop():
            raise Cancelled
        if info.size < 0:
            raise tarfile.HeaderError
        path, unsure = decoded(info.name.encode("utf-8", "surrogateescape"))
        if info.isdir() or is_clutter(path) or not (info.size or info.islnk() or info.issym()):
            return None
        refusal = ""
        if is_suspect(path, budget.limits) and is_unsafe(path, budget.limits):
            refusal = say.NOTE_UNSAFE
        elif info.issym() or info.islnk():
            refusal = say.NOTE_LINK
        elif not info.isreg() or info.issparse():
            refusal = say.NOTE_METHOD
        if refusal:
            notes.add(path, refusal)
            return None
        label = self._label
        return Member(label.prefix + path, info.size, label.number, len(self._starts), unsure)


class _Guarded:
    """The bytes of a tar, inflated where need be, counted, and read ahead only while it is listed."""

    def __init__(self, file: RawBytes, budget: Budget) -> None:
        self._file = file
        self._budget = budget
        self._packed = file.seek(0, 2)
        file.seek(0)
        self._gzipped = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        self._stream: RawBytes = gzip.GzipFile(fileobj=file) if self._gzipped else file
        self.listing = False

    def tell(self) -> int:
        return self._stream.seek(0, 1)

    def seek(self, at: int, whence: int = 0) -> int:
        here = self._stream.seek(0, 1)
        if whence or at < 0 or (self.listing and at < here - 1):
            raise ValueError  # sizes below nothing, which tarfile follows in circles (CVE-2025-8194)
        if not self._gzipped:
            return self._stream.seek(at)
        if at < here:
            here = self._stream.seek(0)
        while here < at and self._read(min(_PIECE, at - here)):
            here = self._stream.seek(0, 1)
        return self._stream.seek(0, 1)

    def read(self, size: int) -> bytes:
        if self.listing and size > _HEADER:
            raise ExportError(say.DAMAGED)
        return self._read(size)

    def _read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._budget.spend(len(data))
        limits, at = self._budget.limits, self._stream.seek(0, 1)
        if self._gzipped and at > limits.ratio_from and at > self._packed * limits.ratio:
            raise ExportError(say.TOO_FULL)
        return data

    def close(self) -> None:
        self._stream.close()
        self._file.close()


class _MemberStream(io.RawIOBase):
    """Gives a member piece by piece."""

    def __init__(self, raw: Callable[[int, int], bytes], start: int, size: int) -> None:
        self._raw = raw
        self._at = start
        self._left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed: any Buffer
        piece = self._raw(self._at, min(len(buffer), self._left))
        if not piece and self._left:
            raise ExportError(say.MEMBER_DAMAGED)
        self._at += len(piece)
        self._left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)
