"""Decodes the JSON files of exports: typed and fast when they are sound, piece by piece when they are not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Generic, TypeVar, get_args, get_origin

import ijson
import msgspec

from privacy_audit.importing import ReadProblem
from privacy_audit.json_repair import in_utf8, mended, without_prefix
from privacy_audit.model import Source

T = TypeVar("T")

DEPTH_LIMIT = 100
_PROBLEM_LIMIT = 1_000

_BREAKS_OFF = "This file breaks off or is damaged; what stood before the damage was read. Ask for the export again."
_UNREADABLE = "This file is not in the form it should have and could not be read. Ask for the export again."
_TOO_DEEP = "Part of this file is nested too deeply to be read and was left out."
_MENDED = "Some signs in this file were damaged and were replaced; the rest was read."
_ODD_RECORD = "This record does not have the form it should have and was left out."
_ODD_VALUE = "One value of this record does not have the form it should have and was left out."
_MORE_PROBLEMS = "More records of this file were damaged in the same way and are not listed one by one."

_REFUSALS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


@dataclass(frozen=True, slots=True, repr=False)
class Decoded(Generic[T]):
    """What a file held in the wanted shape (None: nothing usable) and what had to be left out or mended."""

    value: T | None
    problems: tuple[ReadProblem, ...] = ()


def decode(data: bytes, kind: type[T], source: Source) -> Decoded[T]:
    """Decodes a whole file into `kind` (a msgspec type). Sound files cost one msgspec pass; others are mended."""
    try:
        return Decoded(msgspec.json.decode(data, type=kind))
    except _REFUSALS:
        return _tolerant(data, kind, source)


def decode_values(data: bytes, source: Source) -> Decoded[object]:
    """Decodes a whole file into plain dicts, lists, texts and numbers."""
    return decode(data, object, source)


def _tolerant(data: bytes, kind: type[T], source: Source) -> Decoded[T]:
    clean = mended(in_utf8(without_prefix(data)))
    problems: list[ReadProblem] = []
    if any(sign in clean and sign not in data for sign in (rb"\ufffd", b"\xef\xbf\xbd")):
        problems.append(ReadProblem(source, _MENDED))
    try:
        return Decoded(msgspec.json.decode(clean, type=kind), tuple(problems))
    except _REFUSALS:
        pass  # of another shape, broken off or too deep: taken piece by piece below
    value, complaint = _plain(clean)
    if complaint:
        problems.append(ReadProblem(source, complaint))
    if value is None and complaint:
        return Decoded(None, tuple(problems))
    converted = _Converter(source, problems).convert(value, kind, "")
    if converted is _NOTHING:
        problems.append(ReadProblem(source, _UNREADABLE))
        return Decoded(None, tuple(problems))
    return Decoded(converted, tuple(problems))  # type: ignore[arg-type]  # _Converter gives a `kind` or _NOTHING


def _plain(data: bytes) -> tuple[object, str]:
    """The values of mended JSON and a complaint when some of it could not be had."""
    try:
        return msgspec.json.decode(data), ""
    except _REFUSALS:
        return _salvage(data)


def _salvage(data: bytes) -> tuple[object, str]:
    """What a broken or endlessly nested file holds up to the damage, at most DEPTH_LIMIT deep."""
    builder = _Builder()
    complaint = ""
    try:
        for event, value in ijson.basic_parse(BytesIO(data), use_float=True):
            builder.take(event, value)
    except (ijson.JSONError, UnicodeDecodeError):
        complaint = _BREAKS_OFF if builder.root else _UNREADABLE
    if builder.too_deep:
        complaint = complaint or _TOO_DEEP
    return builder.root, complaint


class _Builder:
    """Builds values from parser events without recursion; deeper parts are counted, not kept."""

    __slots__ = ("_depth", "_keys", "_stack", "root", "too_deep")

    def __init__(self) -> None:
        self.root: object = None
        self.too_deep = 0
        self._stack: list[dict[str, object] | list[object]] = []
        self._keys: list[str] = []
        self._depth = 0

    def take(self, event: str, value: object) -> None:
        if event == "map_key":
            if self._depth <= DEPTH_LIMIT:
                self._keys[-1] = str(value)
        elif event.startswith("start_"):
            self._open({} if event == "start_map" else [])
        elif event.startswith("end_"):
            self._close()
        elif self._depth <= DEPTH_LIMIT:
            self._put(value)

    def _open(self, container: dict[str, object] | list[object]) -> None:
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            self.too_deep += 1
            return
        self._put(container)
        self._stack.append(container)
        self._keys.append("")

    def _close(self) -> None:
        if self._depth <= DEPTH_LIMIT:
            self._stack.pop()
            self._keys.pop()
        self._depth -= 1

    def _put(self, value: object) -> None:
        if not self._stack:
            self.root = value
            return
        top = self._stack[-1]
        if isinstance(top, dict):
            top[self._keys[-1]] = value
        else:
            top.append(value)


_NOTHING = object()


@dataclass(frozen=True, slots=True)
class _Converter:
    """Turns plain values into msgspec types; a list loses only its odd elements, a record only its odd values."""

    source: Source
    problems: list[ReadProblem]

    def convert(self, value: object, kind: object, pointer: str) -> object:
        try:
            return msgspec.convert(value, kind, strict=False)
        except msgspec.ValidationError:
            pass
        except RecursionError:
            return self._refuse(pointer, _TOO_DEEP)
        if get_origin(kind) is list and isinstance(value, list):
            (inner,) = get_args(kind)
            return [
                made
                for index, item in enumerate(value)
                if (made := self.convert(item, inner, f"{pointer}/{index}")) is not _NOTHING
            ]
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and isinstance(value, dict):
            return self._record(value, kind, pointer)
        is_record = isinstance(kind, type) and issubclass(kind, msgspec.Struct)
        return self._refuse(pointer, _ODD_RECORD if is_record else _ODD_VALUE)

    def _record(self, value: dict[str, object], kind: type[msgspec.Struct], pointer: str) -> object:
        kept: dict[str, object] = {}
        for item in msgspec.structs.fields(kind):
            name = item.encode_name
            if value.get(name) is None and not item.required:  # null where a list is expected is common
                continue
            made = self.convert(value.get(name), _without_none(item.type), f"{pointer}/{name}")
            if made is not _NOTHING:
                kept[item.name] = made
            elif item.required:
                return _NOTHING
        try:
            return kind(**kept)
        except TypeError:  # a required value is absent
            return self._refuse(pointer, _ODD_RECORD)

    def _refuse(self, pointer: str, reason: str) -> object:
        if not pointer:
            return _NOTHING  # the whole file: said once by the caller
        if len(self.problems) < _PROBLEM_LIMIT:
            self.problems.append(ReadProblem(replace(self.source, pointer=self.source.pointer + pointer), reason))
        elif len(self.problems) == _PROBLEM_LIMIT:
            self.problems.append(ReadProblem(self.source, _MORE_PROBLEMS))
        return _NOTHING


def _without_none(kind: object) -> object:
    """`list[X] | None` as `list[X]`, so that its elements can be taken one by one."""
    options = [option for option in get_args(kind) if option is not type(None)]
    return options[0] if get_origin(kind) is not list and len(options) == 1 else kind


def walk_texts(value: object) -> Iterator[tuple[str, str]]:
    """Every text inside plain values with its JSON pointer, without recursion, for records of unknown shape."""
    todo: list[tuple[str, object]] = [("", value)]
    while todo:
        pointer, item = todo.pop()
        if isinstance(item, str):
            yield pointer, item
        elif isinstance(item, dict):
            todo.extend((f"{pointer}/{key}", inner) for key, inner in reversed(item.items()))
        elif isinstance(item, list):
            todo.extend((f"{pointer}/{index}", item[index]) for index in reversed(range(len(item))))
