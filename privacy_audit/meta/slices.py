"""Cuts a very long JSON list into short ones while it streams, so that a file is never held whole.

A cut is made only where what stands before it decodes by itself: inside a row or a text it would not.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

import msgspec

_SIZE = 4 << 20  # bytes read at a time
_WINDOW = 1 << 18  # bytes at the end of them in which a cut is looked for
_TRIES = 40
_TOO_MUCH = 4  # a row longer than this many readings is damage


class NoCutError(Exception):
    """The file is not cut up: it holds no plain list under the wanted key, or is damaged."""


def root_key(head: bytes) -> str | None:
    """The key whose list opens the file, "" for a bare list, None for anything else."""
    match = _opening().match(head)
    return None if match is None else (match[1] or b"").decode("ascii", "replace")


def slices(stream: BinaryIO) -> Iterator[bytes]:
    """The list that opens the file, as JSON lists of some rows each."""
    held = stream.read(_SIZE)
    opening = _opening().match(held)
    if opening is None:
        raise NoCutError
    held = held[opening.end() :]
    first_key = re.match(rb'\s*\{\s*"[^"\\]{1,60}"', held)
    if first_key is None:
        raise NoCutError
    between = re.compile(rb"\}\s*,\s*(?=" + re.escape(first_key[0].strip()) + rb")")
    while more := stream.read(_SIZE):
        held += more
        end, start = _cut(held, between)
        if end:
            yield b"[" + held[:end] + b"]"
            held = held[start:]
        elif len(held) > _TOO_MUCH * _SIZE:
            raise NoCutError
    yield _last(held)


def _cut(held: bytes, between: re.Pattern[bytes]) -> tuple[int, int]:
    """Where the last whole row ends and the next begins; zeros where no row ends yet."""
    window = max(len(held) - _WINDOW, 0)
    for match in list(between.finditer(held, window))[: -_TRIES - 1 : -1]:
        end = match.start() + 1
        if _is_whole(b"[" + held[:end] + b"]"):
            return end, match.end()
    return 0, 0


def _last(held: bytes) -> bytes:
    end = len(held)
    for _try in range(_TRIES):
        end = held.rfind(b"]", 0, end)
        if end < 0:
            break
        piece = b"[" + held[:end] + b"]"
        if _is_whole(piece):
            return piece
    raise NoCutError


def _is_whole(piece: bytes) -> bool:
    try:
        _raw_list().decode(piece)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


@cache
def _opening() -> re.Pattern[bytes]:
    return re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"([^"\\]{1,80})"\s*:\s*)?\[')


@cache
def _raw_list() -> "msgspec.json.Decoder[list[msgspec.Raw]]":
    return msgspec.json.Decoder(list[msgspec.Raw])
