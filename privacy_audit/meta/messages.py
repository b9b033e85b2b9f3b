"""Messenger's threads: one batch of texts a file, one Thread record a conversation.

Nine tenths of an export are messages, so a file is decoded once, typed, and handed on as it is: names and texts stay
mojibake, and a Passage is built only where the gate stops.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import overload

import msgspec

from privacy_audit.archive import Member
from privacy_audit.decoding import decode
from privacy_audit.errors import ExportError
from privacy_audit.importing import ReadProblem, TextBatch
from privacy_audit.meta.chats import Chat, Message, MessageMedia, Participant, SecretChat, SecretMessage
from privacy_audit.meta.identity import message_identity
from privacy_audit.meta.media import is_video
from privacy_audit.meta.scene import Found, Scene, fix, moment
from privacy_audit.meta.tables import REFUSALS
from privacy_audit.model import (
    Category,
    MediaKind,
    MediaUse,
    Moment,
    Passage,
    PassageKind,
    Photo,
    Source,
    Thread,
)
from privacy_audit.text import moment_from_ms

AnyMessage = Message | SecretMessage

_STRIDE = 97
_UNKNOWN_FORM = "This conversation is not in a form that we know. Look at it in the export itself."


@dataclass(slots=True, repr=False)
class Conversation:
    """What the files of one thread tell together."""

    key: str
    folder: str
    source: Source
    title: str = ""
    people: dict[str, None] = field(default_factory=dict)
    messages: int = 0
    oldest: float | None = None
    newest: float | None = None
    still_member: bool | None = None

    def record(self) -> Thread:
        return Thread(
            self.source,
            key=self.key,
            title=self.title,
            participants=tuple(self.people),
            messages=self.messages,
            folder=self.folder,
            first=moment_from_ms(self.oldest),
            last=moment_from_ms(self.newest),
            still_member=self.still_member,
        )

    def see(self, messages: Sequence[AnyMessage]) -> None:
        """A file is in the order of time, one way or the other: its ends tell, and a few between for safety."""
        times = [one.timestamp_ms for one in (messages[0], messages[-1], *messages[::_STRIDE]) if one.timestamp_ms]
        if times:
            low, high = min(times), max(times)
            self.oldest = low if self.oldest is None else min(low, self.oldest)
            self.newest = high if self.newest is None else max(high, self.newest)
        self.messages += len(messages)


def conversation(scene: Scene, key: str, folder: str, members: Iterable[Member]) -> Iterator[Found]:
    """All files of one thread, in their natural order, then the Thread."""
    thread: Conversation | None = None
    for member in members:
        thread = thread or Conversation(key, folder, scene.source(member, "/"))
        yield from _file(scene, thread, member)
    if thread is not None and (thread.messages or thread.people):
        yield thread.record()


def _file(scene: Scene, thread: Conversation, member: Member) -> Iterator[Found]:
    source = scene.source(member)
    try:
        data = scene.archive.read(member)
    except ExportError as error:
        yield ReadProblem(source, error.sentence)
        return
    secret = is_secret(data)
    chat, problems = _secret_chat(data, source) if secret else _chat(data, source)
    yield from problems
    if chat is None:
        return
    if not chat.messages and not chat.participants:
        if not problems:
            yield ReadProblem(source, _UNKNOWN_FORM)
        return
    yield from _chat_found(scene, thread, member, chat)


def is_secret(data: bytes) -> bool:
    """Messenger's own download of encrypted chats words its keys differently."""
    start = data[:4096]
    return b'"threadName"' in data[-4096:] or b'"threadName"' in start or b'"senderName"' in start


def _chat(data: bytes, source: Source) -> tuple[Chat | None, tuple[ReadProblem, ...]]:
    try:
        return _decoder().decode(data), ()
    except REFUSALS:
        decoded = decode(data, Chat, source)
        return decoded.value, decoded.problems


def _secret_chat(data: bytes, source: Source) -> tuple[SecretChat | None, tuple[ReadProblem, ...]]:
    decoded = decode(data, SecretChat, source)
    return decoded.value, decoded.problems


@cache
def _decoder() -> "msgspec.json.Decoder[Chat]":
    return msgspec.json.Decoder(Chat)


def _chat_found(scene: Scene, thread: Conversation, member: Member, chat: Chat | SecretChat) -> Iterator[Found]:
    title = fix(chat.title)
    thread.title = thread.title or title
    thread.people.update(dict.fromkeys(participants(chat)))
    if isinstance(chat, Chat) and thread.still_member is None:
        thread.still_member = chat.is_still_participant
    if chat.messages:
        thread.see(chat.messages)
        scene.newest.saw(thread.newest / 1000 if thread.newest else None)
        stretch = _Stretch(scene, member, thread.key, title or thread.title, tuple(thread.people), chat.messages)
        yield stretch.batch()
        yield from stretch.pictures()


def participants(chat: Chat | SecretChat) -> list[str]:
    """Names in both shapes: objects with a name, or plain names."""
    names = (one.name if isinstance(one, Participant) else one for one in chat.participants)
    return [fix(name) for name in names if isinstance(name, str) and name]


class _Authors(Sequence[str]):
    """Who wrote each message, looked up only when somebody asks."""

    def __init__(self, messages: Sequence[AnyMessage]) -> None:
        self._messages = messages

    def __len__(self) -> int:
        return len(self._messages)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[str]: ...
    def __getitem__(self, number: int | slice) -> str | Sequence[str]:
        if isinstance(number, slice):
            return [message.sender_name for message in self._messages[number]]
        return self._messages[number].sender_name


@dataclass(frozen=True, slots=True, repr=False)
class _Stretch:
    """The messages of one file, and how to build what is asked of them."""

    scene: Scene
    member: Member
    key: str
    title: str
    people: tuple[str, ...]
    messages: Sequence[AnyMessage]

    def batch(self) -> TextBatch:
        return TextBatch(
            Category.MESSAGES,
            PassageKind.MESSAGE,
            self.member.path,
            [message.content or _without_words(message) for message in self.messages],
            self.passage,
            mojibake=True,
            authors=_Authors(self.messages),
            identity=self.identity,
        )

    def passage(self, number: int) -> Passage:
        message = self.messages[number]
        author = fix(message.sender_name)
        return Passage(
            self._text(number),
            PassageKind.MESSAGE,
            self.scene.voice(author),
            self._source(number),
            author=author,
            thread=self.key,
            place=self.title,
            addressees=tuple(name for name in self.people if name != author),
            when=self._when(number),
        )

    def identity(self, number: int) -> tuple[object, ...]:
        author = fix(self.messages[number].sender_name)
        return message_identity(self.title, author, self._text(number), self._when(number))

    def pictures(self) -> Iterator[Photo]:
        for number in [i for i, message in enumerate(self.messages) if message.photos or message.videos]:
            message = self.messages[number]
            for kind, found in ((MediaKind.PHOTO, message.photos), (MediaKind.VIDEO, message.videos)):
                for inner, media in enumerate(found or ()):
                    source = replace(self._source(number), pointer=f"/messages/{number}/{kind.value}s/{inner}")
                    yield self._picture(source, media, kind, number)

    def _picture(self, source: Source, media: MessageMedia, kind: MediaKind, number: int) -> Photo:
        uri = fix(media.uri)
        return Photo(
            source,
            member=self.scene.media(uri),
            kind=MediaKind.VIDEO if is_video(uri) else kind,
            use=MediaUse.MESSAGE,
            album=self.title,
            uploaded=moment(media.creation_timestamp) or self._when(number),
        )

    def _text(self, number: int) -> str:
        message = self.messages[number]
        return fix(message.content or _without_words(message))

    def _source(self, number: int) -> Source:
        return self.scene.source(self.member, f"/messages/{number}")

    def _when(self, number: int) -> Moment | None:
        return moment_from_ms(self.messages[number].timestamp_ms)


def _without_words(message: AnyMessage) -> str:
    """What a message without own words says: the text or link that it shares, or nothing."""
    share = message.share
    return (share.share_text or share.link or "") if share is not None else ""
