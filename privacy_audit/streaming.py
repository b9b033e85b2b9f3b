"""Reads giant JSON files record by record in little memory: a guard mends and measures the bytes, ijson cuts them."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import BinaryIO, TypeVar

import ijson
import msgspec

from privacy_audit.errors import ExportError
from privacy_audit.importing import ReadProblem
from privacy_audit.json_repair import mended, without_prefix
from privacy_audit.model import Source

T = TypeVar("T")

DEPTH_LIMIT = 100
TOKEN_LIMIT = 16 << 20  # bytes of one text or number
_CHUNK = 1 << 20  # ijson reads a long text anew with each chunk of it
_LONGEST_SIGN = 64  # bytes of a number or of two escapes that belong together

_TOO_DEEP = "This file is nested more deeply than any real export. Ask for the export again."
_TOO_LONG = "This file holds a single text that is longer than any real export has. Ask for the export again."
_BREAKS_OFF = "This file breaks off or is damaged; what stood before the damage was read. Ask for the export again."
_ODD_RECORD = "This record does not have the form it should have and was left out."

_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"{}[]")


def records(stream: BinaryIO, path: str, source: Source, kind: type[T]) -> Iterator[tuple[Source, T] | ReadProblem]:
    """The records at `path` of a JSON file ("item" of a bare list, "locations.item" of a list under a key).

    Each comes with its place, as a JSON pointer. What is odd becomes a problem; a file that breaks off ends with one.
    """
    parent = "".join(f"/{name}" for name in path.split(".")[:-1])
    number = -1
    try:
        for number, value in enumerate(ijson.items(_Guarded(stream), path, use_float=True, buf_size=_CHUNK)):
            here = Source(source.importer, source.member, f"{parent}/{number}")
            try:
                yield here, msgspec.convert(value, kind, strict=False)
            except msgspec.ValidationError:
                yield ReadProblem(here, _ODD_RECORD)
    except ExportError as error:
        yield ReadProblem(replace(source, pointer=f"{parent}/{number + 1}"), error.sentence)
    except (ijson.JSONError, UnicodeDecodeError):
        yield ReadProblem(replace(source, pointer=f"{parent}/{number + 1}"), _BREAKS_OFF)


def plain_records(stream: BinaryIO, path: str, source: Source) -> Iterator[tuple[Source, object] | ReadProblem]:
    """The same with plain dicts and lists as records."""
    return records(stream, path, source, object)


@cache
def _texts() -> re.Pattern[bytes]:
    """JSON texts, once the escapes are out."""
    return re.compile(rb'"[^"]*"')


class _Guarded:
    """A readable over a stream: sound UTF-8 without a prefix, no deeper and with no longer texts than the limits."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder: codecs.IncrementalDecoder | None = None
        self._tail = b""  # what may be half a sign, waiting for its other half
        self._ready = b""
        self._depth = 0
        self._text_length = 0  # of the text that the last chunk ended in
        self._in_text = False
        self._begun = False
        self._ended = False

    def read(self, size: int = -1, /) -> bytes:
        """ijson asks for 0 bytes first, to learn that bytes come."""
        if size == 0:
            return b""
        while not self._ready and not self._ended:
            self._ready = self._next()
        if size < 0:
            size = len(self._ready)
        out, self._ready = self._ready[:size], self._ready[size:]
        return out

    def _next(self) -> bytes:
        raw = self._stream.read(_CHUNK)
        if not self._begun:
            self._begin(raw)
        data = self._decoded(raw)
        if not self._begun:
            data = without_prefix(data)
            self._begun = True
        self._ended = not raw
        data = self._tail + data
        cut = len(data) if self._ended else _whole_signs(data)
        data, self._tail = data[:cut], data[cut:]
        if len(self._tail) > TOKEN_LIMIT:
            raise ExportError(_TOO_LONG)
        data = mended(b'"' + data)[1:] if self._in_text else mended(data)
        self._measure(data)
        return data

    def _begin(self, raw: bytes) -> None:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            self._decoder = codecs.getincrementaldecoder("utf-16")("replace")

    def _decoded(self, raw: bytes) -> bytes:
        if self._decoder is None:
            if raw.isascii():
                return raw
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        return self._decoder.decode(raw, not raw).encode("utf-8", "replace")

    def _measure(self, data: bytes) -> None:
        bare = data.replace(b"\\\\", b"").replace(b'\\"', b"") if b"\\" in data else data
        if self._in_text:
            end = bare.find(b'"')
            self._text_length += len(data) if end < 0 else end
            if self._text_length > TOKEN_LIMIT:
                raise ExportError(_TOO_LONG)
            if end < 0:
                return
            bare = bare[end + 1 :]
        self._in_text = bare.count(b'"') % 2 == 1
        if self._in_text:
            opening = bare.rfind(b'"')
            self._text_length = len(bare) - opening
            bare = bare[:opening]
        self._deepen(_texts().sub(b"", bare).translate(None, _NOT_BRACKETS))

    def _deepen(self, brackets: bytes) -> None:
        """Depth without looking at each bracket: pairs that hold nothing are taken out, level by level."""
        rest, levels = brackets, 0
        while b"{}" in rest or b"[]" in rest:
            rest = rest.replace(b"{}", b"").replace(b"[]", b"")
            levels += 1
            if self._depth + levels > DEPTH_LIMIT:
                self._count(brackets)
                return
        opened = rest.count(b"{") + rest.count(b"[")
        if self._depth + opened + levels > DEPTH_LIMIT:
            self._count(brackets)
            return
        self._depth = max(0, self._depth + opened - (len(rest) - opened))

    def _count(self, brackets: bytes) -> None:
        """The exact way, for chunks that may be too deep."""
        for bracket in brackets:
            self._depth = max(0, self._depth + (1 if bracket in b"{[" else -1))
            if self._depth > DEPTH_LIMIT:
                raise ExportError(_TOO_DEEP)


def _whole_signs(data: bytes) -> int:
    """Where to cut so that no number, word or escape is cut through: behind a comma or a blank."""
    cut = max(data.rfind(b","), data.rfind(b" "), data.rfind(b"\n")) + 1
    if cut:
        return cut
    cut = max(0, len(data) - _LONGEST_SIGN)
    escape = data.rfind(b"\\", max(0, cut - _LONGEST_SIGN), cut)
    cut = escape if escape >= 0 else cut
    return len(data[:cut].rstrip(b"\\"))
