"""Reads CAR files (content-addressed archives, version 1) block by block, and the DAG-CBOR values in their blocks."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source

_DEEPEST = 64  # of values inside each other
_BLOCK_LIMIT = 8 << 20  # bytes; no repository takes larger ones
_READ = 1 << 20
_BREAKS_OFF = "This file breaks off or is damaged; what stood before that was read. Ask for the export again."
_ODD_BLOCK = "This record does not have the form it should have and was left out."
_NO_CAR = "This file is not in the form it should have and could not be read. Ask for the export again."
_LINK = 42  # the tag of an address of another block
_DAMAGE = (IndexError, struct.error, ValueError, TypeError)


@dataclass(frozen=True, slots=True, repr=False)
class Block:
    """One record, and the number of its block from 0."""

    number: int
    value: object


def is_car(head: bytes) -> bool:
    """Whether a file begins as a CAR does; a few dozen bytes are enough."""
    return b"eroots" in head[:64] and b"gversion\x01" in head


def records(stream: BinaryIO, source: Source, marks: Sequence[bytes]) -> Iterator[Block | ReadProblem]:
    """The decoded blocks that hold one of the `marks`; the many others (the tree over the records) cost little."""
    for number, raw in enumerate(_blocks(stream)):
        if raw is None:
            yield ReadProblem(source, _BREAKS_OFF if number else _NO_CAR)
            return
        if not any(mark in raw for mark in marks):
            continue
        try:
            yield Block(number, decoded(raw[_address_length(raw) :]))
        except _DAMAGE:
            yield ReadProblem(replace(source, pointer=f"record {number}"), _ODD_BLOCK)


def _blocks(stream: BinaryIO) -> Iterator[bytes | None]:
    """The blocks after the header, each behind its address; None where the file breaks off."""
    sections = _sections(stream)
    header = next(sections, None)
    if header is None or not is_car(header):
        yield None
        return
    yield from sections


def _sections(stream: BinaryIO) -> Iterator[bytes | None]:
    """What stands behind each length; None where the file breaks off."""
    buffer, place = b"", 0
    while True:
        if len(buffer) - place < _READ:
            buffer, place = buffer[place:] + stream.read(_READ), 0
        if place == len(buffer):
            return
        try:
            length, start = _varint(buffer, place)
        except IndexError:
            length, start = _BLOCK_LIMIT + 1, place
        end = start + length
        while length <= _BLOCK_LIMIT and len(buffer) < end and (more := stream.read(_READ)):
            buffer += more
        if length > _BLOCK_LIMIT or len(buffer) < end:
            yield None
            return
        yield buffer[start:end]
        place = end


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """A number in groups of seven bits, and where it ends."""
    value, shift = 0, 0
    while shift < 64:  # noqa: PLR2004 - bits
        byte = data[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:  # noqa: PLR2004 - the last group
            return value, place
        shift += 7
    raise IndexError


def _address_length(raw: bytes) -> int:
    """How long the block's address is: version, kind, and a hash that says its length."""
    if raw[:2] == b"\x12\x20":  # the first version of addresses is a bare hash
        return 34
    _version, place = _varint(raw, 0)
    _kind, place = _varint(raw, place)
    _hash, place = _varint(raw, place)
    length, place = _varint(raw, place)
    return place + length


class DamagedError(ValueError):
    """Bytes that are no value."""


def decoded(data: bytes) -> object:
    """A DAG-CBOR value; addresses of other blocks become None. Damage raises one of a few errors, see `records`."""
    value, end = _value(data, 0, 0)
    if end != len(data):
        raise DamagedError
    return value


def _value(data: bytes, place: int, depth: int) -> tuple[object, int]:
    if depth > _DEEPEST:
        raise DamagedError
    first = data[place]
    kind, size, place = first >> 5, first & 31, place + 1
    if kind == 7:  # noqa: PLR2004 - the kinds of CBOR are numbers
        return _simple(data, size, place)
    if size >= 24:  # noqa: PLR2004 - the length follows in 1, 2, 4 or 8 bytes
        if size > 27:  # noqa: PLR2004
            raise DamagedError
        width = 1 << (size - 24)
        size, place = int.from_bytes(data[place : place + width], "big"), place + width
    match kind:
        case 0 | 1:
            return (size if kind == 0 else -1 - size), place
        case 2 | 3:
            return _string(data, place, size, is_text=kind == 3)  # noqa: PLR2004
        case 4:
            return _list(data, place, size, depth)
        case 5:
            return _map(data, place, size, depth)
        case _:
            return _linked(data, place, size, depth)


def _linked(data: bytes, place: int, tag: int, depth: int) -> tuple[object, int]:
    """The address of another block, which nobody here follows."""
    if tag != _LINK:
        raise DamagedError
    return None, _value(data, place, depth + 1)[1]


def _string(data: bytes, place: int, size: int, *, is_text: bool) -> tuple[object, int]:
    end = place + size
    if end > len(data):
        raise DamagedError
    raw = data[place:end]
    return (raw.decode("utf-8") if is_text else raw), end


def _list(data: bytes, place: int, size: int, depth: int) -> tuple[list[object], int]:
    items: list[object] = []
    for _ in range(size):
        item, place = _value(data, place, depth + 1)
        items.append(item)
    return items, place


def _map(data: bytes, place: int, size: int, depth: int) -> tuple[dict[str, object], int]:
    items: dict[str, object] = {}
    for _ in range(size):
        name, place = _value(data, place, depth + 1)
        if not isinstance(name, str):
            raise TypeError
        items[name], place = _value(data, place, depth + 1)
    return items, place


def _simple(data: bytes, size: int, place: int) -> tuple[object, int]:
    simple: dict[int, object] = {20: False, 21: True, 22: None, 23: None}
    if size in simple:
        return simple[size], place
    if size == 27:  # noqa: PLR2004 - a number with a fraction
        return struct.unpack_from(">d", data, place)[0], place + 8
    raise DamagedError
