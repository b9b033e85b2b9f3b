"""Reads Discord's activity, millions of lines, for where the account was used: each address and town once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import BinaryIO

import msgspec

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import decode_values
from privacy_audit.importers.discord.shapes import Event
from privacy_audit.leaf import Leaf
from privacy_audit.model import FieldKind, Login, ProfileField, Source
from privacy_audit.text import moment_from_text

_BLOCK = 1 << 20
_LINE_LIMIT = 8 << 20
_MOST_PROBLEMS = 20  # of one file, told line by line
_NO_LINE = "This line does not have the form that it should have and was left out."
_TOO_LONG = "This file holds a line too long to be read; what stood before it was read."


@cache
def _decoder() -> "msgspec.json.Decoder[Event]":
    return msgspec.json.Decoder(Event)


@dataclass(slots=True, repr=False)
class Activity:
    """The reader of all activity files of a package: they hold the same sign-ins several times."""

    seen: set[tuple[str, str, str]] = field(default_factory=set)
    guessed: set[tuple[str, str]] = field(default_factory=set)

    def __call__(self, visit: Visit, member: Member) -> Iterator[Found]:
        problems = 0
        number = 0
        with visit.archive.stream(member) as stream:
            for piece in _pieces(stream):
                if isinstance(piece, str):
                    yield visit.problem(member, f"line {number + 1}", piece)
                    return
                for event in _events(piece):
                    number += 1
                    if event is None:
                        problems += 1
                        if problems <= _MOST_PROBLEMS:
                            yield visit.problem(member, f"line {number}", _NO_LINE)
                    elif event.ip or event.predicted_age or event.predicted_gender:
                        yield from self._found(visit, member, number, event)

    def _found(self, visit: Visit, member: Member, number: int, event: Event) -> Iterator[Found]:
        for name, value in (("age", event.predicted_age), ("gender", event.predicted_gender)):
            if value and (name, str(value)) not in self.guessed:
                self.guessed.add((name, str(value)))
                source = visit.source(member, f"line {number}")
                kind = FieldKind.GENDER if name == "gender" else FieldKind.OTHER
                yield ProfileField(source, kind, str(value), f"{name}, worked out by Discord")
        key = (event.ip or "", event.city or "", event.country_code or "")
        if key[0] and key not in self.seen:
            self.seen.add(key)
            yield _login(visit.source(member, f"line {number}"), event)


def _login(source: Source, event: Event) -> Login:
    place = ", ".join(filter(None, (event.city, event.region_code, event.country_code)))
    device = " ".join(filter(None, (event.os, event.device)))
    when = moment_from_text((event.timestamp or "").strip('"'))
    return Login(source, event.event_type or "activity", when, event.ip or "", device, place)


def _pieces(stream: BinaryIO) -> Iterator[bytes | str]:
    """Whole lines, about a block at a time."""
    rest = b""
    while block := stream.read(_BLOCK):
        rest += block
        cut = rest.rfind(b"\n") + 1
        if cut:
            yield rest[:cut]
            rest = rest[cut:]
        elif len(rest) > _LINE_LIMIT:
            yield _TOO_LONG
            return
    if rest.strip():
        yield rest


def _events(piece: bytes) -> Iterator[Event | None]:
    """The lines of a piece; None for one that is no JSON."""
    try:
        yield from _decoder().decode_lines(piece)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        for line in piece.split(b"\n"):
            if line.strip(b" \r\t\xef\xbb\xbf"):
                yield _event(line)


def _event(line: bytes) -> Event | None:
    try:
        return _decoder().decode(line.strip(b" \r\t\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def traits(visit: Visit, member: Member) -> Iterator[Found]:
    """What Discord's advertising takes the user for."""
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    for name, leaf in Leaf(decoded.value).items():
        if isinstance(leaf.value, str | int | float) and str(leaf.value):
            label = f"{name.replace('_', ' ')}, worked out by Discord"
            yield ProfileField(visit.source(member, f"/{name}"), FieldKind.OTHER, str(leaf.value), label)
