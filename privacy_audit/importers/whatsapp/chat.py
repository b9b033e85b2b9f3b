"""Reads a chat: its thread, its messages by whom, the files and places in them, and what its group was called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.importers.whatsapp.dates import moment
from privacy_audit.importers.whatsapp.lines import NO_DATE, Line, lines, name_and_words
from privacy_audit.importers.whatsapp.survey import Survey
from privacy_audit.importers.whatsapp.words import content, is_notice, place_in
from privacy_audit.importing import TextBatch
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
    Place,
    PlaceKind,
    Source,
    Thread,
    Voice,
)

_FULL = 5_000  # messages of a batch
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".heic")
_FILMS = (".mp4", ".mov", ".3gp", ".m4v")
_NOT_PROVEN = (
    "The dates of this chat can be read with the day or the month first. They are read with the day first, as usual in "
    "the United Kingdom; please check a date in the chat itself before you rely on one."
)
_NO_HEADING = (
    "These lines stand under no date, so that nobody can tell who wrote them. Look at them in the chat itself."
)
_NO_CHAT = "No message was found in this file. Export the chat again if there should be some."


@dataclass(frozen=True, slots=True, repr=False)
class Chats:
    """The reader of chats that were looked at before; `surveys` by the member's path."""

    surveys: Mapping[str, Survey]

    def __call__(self, visit: Visit, member: Member) -> Iterator[Found]:
        known = self.surveys.get(member.path)
        if known is None or not (known.messages or known.groups):
            yield visit.problem(member, "", _NO_CHAT)
        if known is None:
            return
        if not known.order.proven:
            yield visit.problem(member, "", _NOT_PROVEN)
        yield from _chat(visit, member, known)
        filling = _Filling(visit, member, known)
        with visit.archive.stream(member) as stream:
            for line in lines(stream):
                if line.date is NO_DATE:
                    yield visit.problem(member, f"line {line.number}", _NO_HEADING)
                    continue
                yield from filling.take(line)
                if len(filling.texts) >= _FULL:
                    yield filling.batch()
                    filling = _Filling(visit, member, known)
        if filling.texts:
            yield filling.batch()


def _chat(visit: Visit, member: Member, known: Survey) -> Iterator[Found]:
    """The chat as a whole: who is in it, and what it is called."""
    source = visit.source(member)
    if known.messages:
        first, last = (_when(line, known) if line else None for line in (known.first, known.last))
        names = tuple(known.writers)
        yield Thread(source, member.path, known.name, names, known.messages, first=first, last=last)
    if known.is_group:
        titles = dict.fromkeys((*known.groups, known.title))
        for title in filter(None, titles):
            place = visit.source(member, f"line {known.groups[title]}") if title in known.groups else source
            yield Passage(title, PassageKind.GROUP_NAME, Voice.UNKNOWN, place)
        yield Membership(source, MembershipKind.GROUP, known.name)
    elif known.title:
        yield Passage(known.title, PassageKind.CONTACT_NAME, Voice.OTHER, source)


def _when(line: Line, known: Survey) -> Moment | None:
    return moment(line.date, line.time, day_first=known.order.day_first)


@dataclass(slots=True, repr=False)
class _Filling:
    """Messages on their way into a batch."""

    visit: Visit
    member: Member
    known: Survey
    texts: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    heads: list[tuple[int, tuple[str, str, str], str]] = field(default_factory=list)

    def take(self, line: Line) -> Iterator[Found]:
        said = name_and_words(line.body, self.known.writers)
        if said is None or is_notice(said[1]):
            return  # WhatsApp's own: joined, left, changed number; what the group is called is told by the survey
        name, words = said
        held = content(words)
        self.texts.append(held.text)
        self.authors.append(name)
        self.heads.append((line.number, line.date, line.time))
        if held.file:
            yield from self._file(line, held.file, held.text)
        where = place_in(words)
        if where is not None and self.visit.voice(name) is not Voice.OTHER:
            when = _when(line, self.known)
            yield Place(self._source(line.number), PlaceKind.CHECK_IN, coordinates=where, when=when)

    def _file(self, line: Line, file: str, caption: str) -> Iterator[Found]:
        low = file.casefold()
        if low.endswith(_PICTURES + _FILMS):
            kind = MediaKind.VIDEO if low.endswith(_FILMS) else MediaKind.PHOTO
            yield Photo(
                self._source(line.number),
                self.visit.media(file),
                kind,
                MediaUse.MESSAGE,
                caption,
                album=self.known.name,
                uploaded=_when(line, self.known),
            )

    def _source(self, number: int) -> Source:
        return self.visit.source(self.member, f"line {number}")

    def batch(self) -> TextBatch:
        texts, authors, heads, known = self.texts, self.authors, self.heads, self.known

        def passage(index: int) -> Passage:
            number, date, time = heads[index]
            return Passage(
                texts[index],
                PassageKind.MESSAGE,
                self.visit.voice(authors[index]),
                self._source(number),
                author=authors[index],
                thread=self.member.path,
                place=known.name,
                when=moment(date, time, day_first=known.order.day_first),
            )

        def identity(index: int) -> tuple[object, ...]:
            return (*heads[index][1:], authors[index], texts[index])

        return TextBatch(
            Category.MESSAGES,
            PassageKind.MESSAGE,
            self.member.path,
            texts,
            passage,
            authors=authors,
            identity=identity,
        )
