"""Reads the channels of Discord's package: the user's own messages, channel by channel, with the servers' names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.csv_table import Line, read_table
from privacy_audit.decoding import decode, decode_values
from privacy_audit.errors import ExportError
from privacy_audit.importers.discord.recognition import IMPORTER_ID
from privacy_audit.importers.discord.shapes import Channel, Guild, Message, Person
from privacy_audit.importing import ReadProblem, TextBatch
from privacy_audit.json_stream import Row, rows
from privacy_audit.leaf import Leaf
from privacy_audit.model import (
    Category,
    MediaKind,
    MediaUse,
    Membership,
    MembershipKind,
    Moment,
    Passage,
    PassageKind,
    Photo,
    Source,
    Thread,
    Voice,
)
from privacy_audit.text import moment_from_ms, moment_from_text

_COLUMNS = ("ID", "Timestamp", "Contents", "Attachments")
_FULL = 5_000  # messages of a batch
_EPOCH_MS = 1_420_070_400_000  # Discord's numbers count milliseconds from the beginning of 2015
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic")
_FILMS = (".mp4", ".mov", ".webm")
_PRIVATE = frozenset({"1", "dm"})
_NO_NAME = "This server is not in a form that we know. Look at it in the package itself."


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """A channel: what it is called, in which server, with whom."""

    key: str
    title: str
    people: tuple[str, ...] = ()
    is_pair: bool = False


@dataclass(slots=True, repr=False)
class Channels:
    """The reader of messages. `titles` are those of the index, by the channel's number."""

    owner: str
    titles: Mapping[str, str] = field(default_factory=dict)

    def json(self, visit: Visit, member: Member) -> Iterator[Found]:
        with visit.archive.stream(member) as stream:
            yield from self._read(visit, member, _from_json(rows(stream, Message, visit.source(member))))

    def table(self, visit: Visit, member: Member) -> Iterator[Found]:
        with visit.archive.stream(member) as stream:
            yield from self._read(visit, member, _from_table(stream, visit.source(member)))

    def _read(
        self, visit: Visit, member: Member, found: Iterable[tuple[str, Message] | ReadProblem]
    ) -> Iterator[Found]:
        place = self._place(visit.archive, member)
        filling = _Filling(visit.source(member), place, self.owner)
        count = 0
        seen: list[Moment] = []
        for item in found:
            if isinstance(item, ReadProblem):
                yield item
                continue
            filling.add(*item)
            yield from filling.pictures(*item)
            if len(filling.messages) >= _FULL:
                count += len(filling.messages)
                seen += filling.ends()
                yield filling.batch()
                filling = _Filling(visit.source(member), place, self.owner)
        if filling.messages:
            count += len(filling.messages)
            seen += filling.ends()
            yield filling.batch()
        names = tuple(filter(None, (*place.people, self.owner)))
        first, last = (min(seen), max(seen)) if seen else (None, None)
        yield Thread(visit.source(member), place.key, place.title, names, count, first=first, last=last)
        if place.title:
            kind = PassageKind.CONTACT_NAME if place.is_pair else PassageKind.GROUP_NAME
            yield Passage(place.title, kind, Voice.OTHER, visit.source(member))

    def _place(self, archive: Archive, member: Member) -> Place:
        folder = member.path.rpartition("/")[0]
        number = folder.rpartition("/")[2].removeprefix("c")
        channel = _channel(archive, folder)
        key = str(channel.id or number)
        people = tuple(one.name if isinstance(one, Person) else str(one) for one in channel.recipients or ())
        told = self.titles.get(key) or self.titles.get(number) or ""
        server = channel.guild.name if channel.guild is not None else ""
        named = " in ".join(filter(None, (channel.name, server)))
        return Place(key, told or named, people, str(channel.type).casefold() in _PRIVATE)


def _channel(archive: Archive, folder: str) -> Channel:
    member = archive.find(f"{folder}/channel.json")
    if member is None:
        return Channel()
    try:
        return decode(archive.read(member), Channel, Source(IMPORTER_ID, member.path)).value or Channel()
    except ExportError:
        return Channel()


def channel(visit: Visit, member: Member) -> Iterator[Found]:
    """What a channel is called is told with its messages; here only what is damaged."""
    yield from decode(visit.archive.read(member), Channel, visit.source(member)).problems


def titles_of(archive: Archive) -> dict[str, str]:
    """The names of channels by their numbers, out of the index."""
    found: dict[str, str] = {}
    for member in archive.matching("index.json"):
        folder = member.path.rpartition("/")[0]
        if archive.matching(f"{folder}/*/channel.json"):
            found |= _index(archive, member)
    return found


def _index(archive: Archive, member: Member) -> dict[str, str]:
    try:
        value = decode_values(archive.read(member), Source(IMPORTER_ID, member.path)).value
    except ExportError:
        return {}
    return {
        name: str(leaf.value).removeprefix("Direct Message with ") for name, leaf in Leaf(value).items() if leaf.value
    }


def index(visit: Visit, member: Member) -> Iterator[Found]:
    """Of channels: used beforehand. Of servers: those that have no file of their own."""
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    folder = member.path.rpartition("/")[0]
    if visit.archive.matching(f"{folder}/*/channel.json"):
        return
    for number, leaf in Leaf(decoded.value).items():
        if visit.archive.find(f"{folder}/{number}/guild.json") is None and leaf.value:
            yield from _server(visit.source(member, f"/{number}"), str(leaf.value))


def server(visit: Visit, member: Member) -> Iterator[Found]:
    decoded = decode(visit.archive.read(member), Guild, visit.source(member))
    yield from decoded.problems
    if decoded.value is None or not decoded.value.name:
        yield visit.problem(member, "", _NO_NAME)
    else:
        yield from _server(visit.source(member), decoded.value.name)


def _server(source: Source, name: str) -> Iterator[Found]:
    yield Membership(source, MembershipKind.GROUP, name)
    yield Passage(name, PassageKind.GROUP_NAME, Voice.UNKNOWN, source)


def _from_table(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Message] | ReadProblem]:
    """The rows of a table of messages with their places."""
    table = read_table(stream, _COLUMNS, source)
    if isinstance(table, ReadProblem):
        yield table
        return
    places = [table.place(name) for name in _COLUMNS]
    for row in table.rows:
        if isinstance(row, Line):
            yield f"line {row.number}", Message(*(row.cell(place) for place in places))
        else:
            yield row


def _from_json(found: Iterator[Row[Message] | ReadProblem]) -> Iterator[tuple[str, Message] | ReadProblem]:
    for item in found:
        yield (f"/{item.number}", item.value) if isinstance(item, Row) else item


@dataclass(slots=True, repr=False)
class _Filling:
    source: Source
    place: Place
    owner: str
    messages: list[Message] = field(default_factory=list)
    pointers: list[str] = field(default_factory=list)

    def add(self, pointer: str, message: Message) -> None:
        self.messages.append(message)
        self.pointers.append(pointer)

    def pictures(self, pointer: str, message: Message) -> Iterator[Found]:
        """Only addresses are told, and they run out; nothing is fetched."""
        for address in (message.attachments or "").split():
            path = address.partition("?")[0].casefold()
            if path.endswith(_PICTURES + _FILMS):
                yield Photo(
                    Source(self.source.importer, self.source.member, pointer),
                    None,
                    MediaKind.VIDEO if path.endswith(_FILMS) else MediaKind.PHOTO,
                    MediaUse.MESSAGE,
                    message.contents or "",
                    album=self.place.title,
                    uploaded=_when(message),
                )

    def ends(self) -> Iterator[Moment]:
        return filter(None, (_when(self.messages[0]), _when(self.messages[-1])))

    def batch(self) -> TextBatch:
        texts = [message.contents or "" for message in self.messages]

        def passage(number: int) -> Passage:
            return Passage(
                texts[number],
                PassageKind.MESSAGE,
                Voice.OWNER,
                Source(self.source.importer, self.source.member, self.pointers[number]),
                author=self.owner,
                thread=self.place.key,
                place=self.place.title,
                addressees=self.place.people,
                when=_when(self.messages[number]),
            )

        authors = [self.owner] * len(texts)
        return TextBatch(Category.MESSAGES, PassageKind.MESSAGE, self.source.member, texts, passage, authors=authors)


def _when(message: Message) -> Moment | None:
    """The time as told, which is UTC; else the one in the message's number."""
    told = moment_from_text(message.timestamp or "")
    if told is not None:
        return Moment(told.at)
    number = str(message.id or "")
    return moment_from_ms((int(number) >> 22) + _EPOCH_MS) if number.isascii() and number.isdigit() else None
