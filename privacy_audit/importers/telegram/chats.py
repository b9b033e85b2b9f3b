"""Reads the chats of a Telegram export in JSON, however large: whose words they are is told by account numbers."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import decode
from privacy_audit.importers.telegram import account
from privacy_audit.importers.telegram.kinds import AUDIENCES, POSTED, chat_found
from privacy_audit.importers.telegram.recognition import IMPORTER_ID
from privacy_audit.importers.telegram.shapes import Chat, Message, plain
from privacy_audit.importing import ReadProblem, TextBatch
from privacy_audit.model import (
    Audience,
    Category,
    Connection,
    ConnectionKind,
    Coordinates,
    MediaKind,
    MediaUse,
    Moment,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    Source,
    Thread,
    Voice,
)
from privacy_audit.nested_lists import Piece, pieces, records
from privacy_audit.voices import other_than

MESSAGES = frozenset({("messages",), ("chats", "list", "*", "messages"), ("left_chats", "list", "*", "messages")})
_READERS = {
    account.ME: account.profile,
    account.CONTACTS: account.contacts,
    account.PICTURES: account.pictures,
    account.STORIES: account.pictures,
    account.SESSIONS: account.sessions,
    account.SITES: account.sites,
}
_NAMED_BY = ("create_group", "edit_group_title", "create_channel", "migrate_from_group")
_FILMS = frozenset({"video_file", "video_message"})
_NOT_THERE = "("  # "(File not included. Change data exporting settings to download.)"


@dataclass(slots=True, repr=False)
class Heard:
    """Who writes in a chat that was exported alone."""

    name: str = ""
    writers: Counter[str] = field(default_factory=Counter)

    @property
    def likely(self) -> str:
        return other_than(self.name, self.writers)


class _Writer(msgspec.Struct):
    sender: str | None = msgspec.field(default=None, name="from")


def heard(archive: Archive, member: Member) -> Heard:
    """Goes through a single chat once; nothing of its words is kept. May raise ExportError."""
    found = Heard()
    with archive.stream(member) as stream:
        for piece in pieces(stream, MESSAGES.__contains__):
            if isinstance(piece, Piece):
                found.name = _chat(piece, Source(IMPORTER_ID, member.path)).name or ""
                for item in records(piece, _Writer, Source(IMPORTER_ID, member.path)):
                    if not isinstance(item, ReadProblem) and item[1].sender:
                        found.writers[item[1].sender] += 1
    return found


@dataclass(frozen=True, slots=True, repr=False)
class Export:
    """The reader of one JSON file. `number` is the owner's account, "" when the export does not say."""

    number: str

    def __call__(self, visit: Visit, member: Member) -> Iterator[Found]:
        talk: _Talk | None = None
        wanted = account.PATHS | MESSAGES
        with visit.archive.stream(member) as stream:
            for piece in pieces(stream, wanted.__contains__):
                if not isinstance(piece, Piece):
                    yield visit.problem(member, "", piece)
                elif piece.path in MESSAGES:
                    if talk is None or talk.which != piece.which:
                        if talk is not None:
                            yield from talk.end()
                        talk = _Talk(visit, member, self.number, piece.which, _chat(piece, visit.source(member)))
                        yield from talk.begin(left=piece.path[0] == "left_chats")
                    yield from talk.take(piece)
                else:
                    yield from _READERS[piece.path](visit, member, piece)
        if talk is not None:
            yield from talk.end()


def _chat(piece: Piece, source: Source) -> Chat:
    return decode(piece.head, Chat, source).value or Chat()


@dataclass(slots=True, repr=False)
class _Talk:
    """One chat while it is read."""

    visit: Visit
    member: Member
    number: str
    which: int
    chat: Chat
    writers: dict[str, None] = field(default_factory=dict)
    count: int = 0
    first: Moment | None = None
    last: Moment | None = None

    @property
    def name(self) -> str:
        saved = {"saved_messages": "Saved messages", "replies": "Replies"}
        return self.chat.name or saved.get(self.chat.type or "", "")

    @property
    def key(self) -> str:
        """Numbers of chats collide between their kinds."""
        return f"{self.chat.type or 'chat'} {self.chat.id or self.which}"

    @property
    def source(self) -> Source:
        return self._source("")

    def _source(self, pointer: str) -> Source:
        return self.visit.source(self.member, f"/chat {self.chat.id or self.which}{pointer}")

    def begin(self, *, left: bool) -> Iterator[Found]:
        yield from chat_found(self.source, self.chat, self.name, left=left)

    def end(self) -> Iterator[Found]:
        yield Thread(
            self.source, self.key, self.name, tuple(self.writers), self.count, first=self.first, last=self.last
        )

    def take(self, piece: Piece) -> Iterator[Found]:
        said: list[Message] = []
        pointers: list[int] = []
        for item in records(piece, Message, self._source("/messages")):
            if isinstance(item, ReadProblem):
                yield item
                continue
            number, message = item
            if message.type == "service":
                yield from self._event(message, number)
                continue
            said.append(message)
            pointers.append(number)
            if message.photo or message.file or message.spot or message.place_name or message.card:
                yield from self._beside(message, number)
        if said:
            times = [account.moment(message.unix, message.date) for message in (said[0], said[-1])]
            self.first, self.last = self.first or times[0], times[1] or self.last
            self.count += len(said)
            self.writers.update(dict.fromkeys(message.sender for message in said if message.sender))
            yield self._batch(said, pointers)

    def _event(self, message: Message, number: int) -> Iterator[Found]:
        """What Telegram itself wrote: only what a group was called is an item."""
        if message.title and message.action in _NAMED_BY:
            voice = self._voice(message.actor or "", message.actor_id)
            yield Passage(message.title, PassageKind.GROUP_NAME, voice, self._source(f"/messages/{number}"))

    def _voice(self, name: str, identity: object) -> Voice:
        if self.number and identity is not None:
            number = account.number_of(identity)
            if not number.isdecimal():
                return Voice.UNKNOWN  # a channel or an anonymous admin
            return Voice.OWNER if number == self.number else Voice.OTHER
        return self.visit.voice(name)

    def _beside(self, message: Message, number: int) -> Iterator[Found]:
        """Pictures, places and contacts that were sent."""
        source = self._source(f"/messages/{number}")
        path = message.photo or (message.file if message.media_type in _FILMS else "") or ""
        if path:
            yield Photo(
                source,
                None if path.startswith(_NOT_THERE) else self.visit.media(path),
                MediaKind.PHOTO if message.photo else MediaKind.VIDEO,
                MediaUse.MESSAGE,
                plain(message.text),
                album=self.name,
                uploaded=account.moment(message.unix, message.date),
            )
        voice = self._voice(message.sender or "", message.sender_id)
        if (message.spot is not None or message.place_name) and voice is not Voice.OTHER:
            yield Place(
                source,
                PlaceKind.CHECK_IN,
                message.place_name or "",
                message.address or "",
                _coordinates(message),
                account.moment(message.unix, message.date),
            )
        if message.card is not None:
            points = tuple(filter(None, (message.card.phone_number,)))
            note = "sent in a chat"
            yield Connection(source, ConnectionKind.CONTACT, message.card.name, contact_points=points, note=note)

    def _batch(self, said: list[Message], numbers: list[int]) -> TextBatch:
        kind = PassageKind.POST if self.chat.type in POSTED else PassageKind.MESSAGE
        audience = AUDIENCES.get(self.chat.type or "", Audience.UNKNOWN)
        texts = [_words(message) for message in said]

        def passage(index: int) -> Passage:
            message = said[index]
            return Passage(
                texts[index],
                kind,
                self._voice(message.sender or "", message.sender_id),
                self._source(f"/messages/{numbers[index]}"),
                author=message.sender or "",
                thread=self.key,
                place=self.name,
                when=account.moment(message.unix, message.date),
                audience=audience,
            )

        category = Category.POSTS if kind is PassageKind.POST else Category.MESSAGES
        authors = [message.sender or "" for message in said]
        return TextBatch(category, kind, self.member.path, texts, passage, authors=authors)


def _words(message: Message) -> str:
    text = plain(message.entities) or plain(message.text)
    if not text and message.poll is not None:
        return "\n".join(
            filter(None, map(plain, (message.poll.question, *(a.text for a in message.poll.answers or ()))))
        )
    return text


def _coordinates(message: Message) -> Coordinates | None:
    spot = message.spot
    if spot is None or spot.latitude is None or spot.longitude is None:
        return None
    return Coordinates(spot.latitude, spot.longitude)
