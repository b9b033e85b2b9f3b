"""Snapchat's chats: by conversation as they are now, by sent and received as they were, or a page for each friend."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.importers.snapchat.sections import ODD, Section, in_utc
from privacy_audit.importing import ReadProblem, TextBatch
from privacy_audit.leaf import Leaf
from privacy_audit.markup import pieces
from privacy_audit.model import Category, MediaKind, MediaUse, Passage, PassageKind, Photo, Source, Thread, Voice
from privacy_audit.text import unescape

_SENT, _RECEIVED = "sent", "received"
_TEXTS = ("Content", "Text", "Message")
_WHO = ("From", "To", "Sender", "Receiver")
_TIMES = ("Created", "Time", "Date", "Timestamp")
_FILMS = (".mp4", ".mov", ".m4v", ".webm")


@dataclass(slots=True, repr=False)
class Talk:
    """One conversation, kept as columns; a Passage is made when a check asks for it."""

    visit: Visit
    member: Member
    key: str
    title: str
    texts: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    pointers: list[str] = field(default_factory=list)

    def take(self, value: Mapping[str, object], pointer: str, voice: Voice | None) -> None:
        author = "" if voice is Voice.OWNER and "From" not in value else _text(value, _WHO)
        sender = value.get("IsSender")
        if isinstance(sender, bool):
            voice = Voice.OWNER if sender else Voice.OTHER
        self.texts.append(unescape(_text(value, _TEXTS)))
        self.authors.append(author)
        self.voices.append(voice or self.visit.voice(author))
        self.times.append(_text(value, _TIMES))
        self.pointers.append(pointer)

    def passage(self, number: int) -> Passage:
        return Passage(
            self.texts[number],
            PassageKind.MESSAGE,
            self.voices[number],
            self.visit.source(self.member, self.pointers[number]),
            self.authors[number],
            self.key,
            self.title,
            when=in_utc(self.times[number]),
        )

    def batch(self) -> TextBatch:
        return TextBatch(
            Category.MESSAGES,
            PassageKind.MESSAGE,
            self.member.path,
            self.texts,
            self.passage,
            authors=self.authors,
            identity=lambda number: (self.key, self.times[number], self.authors[number], self.texts[number]),
        )

    def thread(self, folder: str = "") -> Thread:
        times = [time for time in self.times if time]
        people = dict.fromkeys(filter(None, (self.title, *self.authors)))
        first, last = (in_utc(min(times)), in_utc(max(times))) if times else (None, None)
        source = self.visit.source(self.member, self.pointers[0] if self.pointers else "")
        return Thread(source, self.key, self.title, tuple(people), len(self.texts), folder, first, last)


class Chats:
    """The conversations of one file; `words` is False for snaps, of which only sender and time are kept."""

    def __init__(self, archive: Archive, *, words: bool) -> None:
        self._words = words
        self._media: dict[str, str] = {}
        for member in archive.matching("chat_media/*") if words else ():
            _day, _, rest = member.path.rpartition("/")[2].partition("_")
            self._media[rest.rpartition(".")[0] or rest] = member.path

    def read(self, visit: Visit, member: Member, sections: Iterator[Section | ReadProblem]) -> Iterator[Found]:
        talks: dict[str, Talk] = {}
        for section in sections:
            if isinstance(section, ReadProblem):
                yield section
            else:
                yield from self._section(visit, section, talks)
        for talk in talks.values():
            yield talk.thread("" if self._words else "snaps")
            if self._words:
                yield talk.batch()

    def _section(self, visit: Visit, section: Section, talks: dict[str, Talk]) -> Iterator[Found]:
        old = section.plain.split(" ")[0]
        voice = {_SENT: Voice.OWNER, _RECEIVED: Voice.OTHER}.get(old)
        for number, leaf in enumerate(section.value.leaves()):
            source = section.source(visit, number)
            value = leaf.value
            if not isinstance(value, dict):
                yield ReadProblem(source, ODD)
                continue
            key = (_text(value, _WHO) if voice else section.name) or "?"
            title = "" if voice else unescape(_text(value, ("Conversation Title",)))
            talk = talks.setdefault(key, Talk(visit, section.member, key, title or key))
            talk.take(value, source.pointer, voice)
            yield from self._photos(source, value)

    def _photos(self, source: Source, value: Mapping[str, object]) -> Iterator[Found]:
        for one in _text(value, ("Media IDs",)).split("|") if self._media else ():
            file = self._media.get(one.strip())
            if file:
                kind = MediaKind.VIDEO if file.lower().endswith(_FILMS) else MediaKind.PHOTO
                yield Photo(source, file, kind, MediaUse.MESSAGE, taken=in_utc(_text(value, _TIMES)))


def subpage(visit: Visit, member: Member) -> Iterator[Section]:
    """A page for one friend: each message has its writer as a heading, then its kind, its words and its time."""
    friend = member.path.rpartition("/")[2].removeprefix("subpage_").rpartition(".")[0]
    messages: list[dict[str, object]] = []
    with visit.archive.stream(member) as stream:
        for piece in pieces(stream):
            for heading in piece.root.select("h4"):
                if heading.parent is not None:
                    messages.append(_message(heading.text(), heading.parent.text().split("\n")))
    yield Section(member, friend, "", Leaf(messages))


def _message(author: str, lines: list[str]) -> dict[str, object]:
    said: dict[str, object] = {"From": author}
    words = []
    for line in lines[1:]:
        if "Created" not in said and line.endswith(" UTC") and in_utc(line):
            said["Created"] = line
        elif "Media Type" not in said and line.isupper() and line.isalpha():
            said["Media Type"] = line
        else:
            words.append(line)
    return {**said, "Content": "\n".join(words)}


def _text(value: Mapping[str, object], names: tuple[str, ...]) -> str:
    for name in names:
        text = value.get(name)
        if isinstance(text, str) and text:
            return text
    return ""
