"""Reads the conversations of Skype's messages.json, however large; the newest message stands first."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import decode
from privacy_audit.importers.skype.shapes import Conversation, Message
from privacy_audit.importers.skype.words import place_in, plain_name, words_in
from privacy_audit.importing import ReadProblem, TextBatch
from privacy_audit.model import (
    Category,
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
from privacy_audit.text import moment_from_ms, moment_from_text, tidy

_LISTS = ("conversations", "*", "MessageList")
_FILMS, _PICTURES = ("Media_Video",), ("UriObject", "Media_Album")
_SILENT = ("ThreadActivity/", "Event/", "Control/")  # joined, left, calls: what Skype itself wrote


@dataclass(frozen=True, slots=True, repr=False)
class Talks:
    """The reader of the file of messages."""

    owner: str

    def __call__(self, visit: Visit, member: Member) -> Iterator[Found]:
        talk: _Talk | None = None
        with visit.archive.stream(member) as stream:
            for piece in pieces(stream, lambda path: path == _LISTS):
                if not isinstance(piece, Piece):
                    yield visit.problem(member, "", piece)
                    continue
                if talk is None or talk.which != piece.which:
                    if talk is not None:
                        yield from talk.end()
                    head = decode(piece.head, Conversation, visit.source(member)).value or Conversation()
                    talk = _Talk(visit, member, self.owner, piece.which, head)
                yield from talk.take(piece)
        if talk is not None:
            yield from talk.end()


@dataclass(slots=True, repr=False)
class _Talk:
    """One conversation while it is read; the newest message stands first."""

    visit: Visit
    member: Member
    owner: str
    which: int
    head: Conversation
    people: dict[str, str] = field(default_factory=dict)  # names by identity
    count: int = 0
    newest: Moment | None = None
    oldest: Moment | None = None

    @property
    def key(self) -> str:
        return self.head.id or str(self.which)

    @property
    def title(self) -> str:
        topic = self.head.properties.topic if self.head.properties is not None else ""
        return tidy(html.unescape(topic or self.head.name or "")) or plain_name(self.key)

    @property
    def _is_group(self) -> bool:
        return self.key.startswith("19:")

    def _source(self, pointer: str = "") -> Source:
        return self.visit.source(self.member, f"/conversations/{self.which}{pointer}")

    def take(self, piece: Piece) -> Iterator[Found]:
        said: list[Message] = []
        numbers: list[int] = []
        for item in records(piece, Message, self._source("/MessageList")):
            if isinstance(item, ReadProblem):
                yield item
                continue
            number, message = item
            if (message.type or "").startswith(_SILENT):
                continue
            said.append(message)
            numbers.append(number)
            if message.sender:
                self.people.setdefault(message.sender, message.sender_name or "")
            yield from self._beside(number, message)
        if said:
            self.newest, self.oldest = self.newest or _when(said[0]), _when(said[-1]) or self.oldest
            self.count += len(said)
            yield self._batch(said, numbers)

    def end(self) -> Iterator[Found]:
        others = [self._name(one) for one in (*self.people, *self._listed()) if one != self.owner]
        names = tuple(dict.fromkeys((*others, self._name(self.owner)) if self.owner else others))
        yield Thread(self._source(), self.key, self.title, names, self.count, first=self.oldest, last=self.newest)
        kind = PassageKind.GROUP_NAME if self._is_group else PassageKind.CONTACT_NAME
        yield Passage(self.title, kind, Voice.UNKNOWN if self._is_group else Voice.OTHER, self._source())

    def _listed(self) -> tuple[str, ...]:
        """Members of a group that never wrote; they stand in a text that holds JSON."""
        listed = self.head.properties.members if self.head.properties is not None else None
        try:
            members = json.loads(listed or "[]")
        except (ValueError, RecursionError):
            return ()
        return tuple(one for one in members if isinstance(one, str)) if isinstance(members, list) else ()

    def _name(self, identity: str) -> str:
        named = self.people.get(identity, "")
        if not named and identity == self.head.id:
            named = self.head.name or ""
        return named or plain_name(identity)

    def _beside(self, number: int, message: Message) -> Iterator[Found]:
        kind = (message.type or "").rpartition("/")[2]
        if kind in _PICTURES or kind in _FILMS:
            media = next(filter(None, (_media(self.visit, file) for file in message.files or ())), None)
            film = kind in _FILMS
            yield Photo(
                self._source(f"/MessageList/{number}"),
                media,
                MediaKind.VIDEO if film else MediaKind.PHOTO,
                MediaUse.MESSAGE,
                album=self.title,
                uploaded=_when(message),
            )
        elif kind == "Location" and message.sender == self.owner:
            found = place_in(message.content or "")
            if found is not None:
                where, address = found
                source = self._source(f"/MessageList/{number}")
                yield Place(source, PlaceKind.CHECK_IN, "", address, where, _when(message))

    def _batch(self, said: list[Message], numbers: list[int]) -> TextBatch:
        texts = [words_in(message.content or "") for message in said]
        authors = [self._author(message) for message in said]

        def passage(index: int) -> Passage:
            return Passage(
                texts[index],
                PassageKind.MESSAGE,
                self._voice(said[index]),
                self._source(f"/MessageList/{numbers[index]}"),
                author=authors[index],
                thread=self.key,
                place=self.title,
                when=_when(said[index]),
            )

        return TextBatch(Category.MESSAGES, PassageKind.MESSAGE, self.member.path, texts, passage, authors=authors)

    def _author(self, message: Message) -> str:
        if message.sender == self.owner:
            return plain_name(self.owner)  # the owner's display name mostly is not told, and then it is another's
        return message.sender_name or (self._name(message.sender) if message.sender else "")

    def _voice(self, message: Message) -> Voice:
        if not self.owner or not message.sender:
            return Voice.UNKNOWN
        return Voice.OWNER if message.sender == self.owner else Voice.OTHER


def _media(visit: Visit, file: str) -> str | None:
    """The picture of a message lies in media/, numbered, under the name that the message gives."""
    found = visit.archive.matching(f"{file.replace('*', '?')}.*")
    return next((one.path for one in found if not one.path.endswith(".json")), None) if file else None


def _when(message: Message) -> Moment | None:
    return moment_from_text(message.arrived or "") or moment_from_ms(message.id)
