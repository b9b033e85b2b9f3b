"""Messenger's threads as pages: the texts of a piece become one batch, and only strings outlive the piece."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from privacy_audit.archive import Member
from privacy_audit.errors import ExportError
from privacy_audit.importing import ReadProblem, TextBatch
from privacy_audit.markup import Element, Piece, pieces
from privacy_audit.meta.blocks import Shown, block_of, is_date_element, is_heading, records_in
from privacy_audit.meta.identity import message_identity
from privacy_audit.meta.page import Page
from privacy_audit.meta.page_words import key_of
from privacy_audit.meta.scene import Found, Scene
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
from privacy_audit.text import day_first_of

_HEADINGS = ("._a6-h", "._2lel", "._2lek")
_HEAD = 32_768
_HEAD_LINES = 40
_START = 2048
_NOTHING = "This page holds no messages in a form that we know. Look at it in the export itself."
TOO_DEEP = "Part of this page is nested too deeply: its words were read, but not how they belong together."
BREAKS_OFF = "This page breaks off; what stood before was read. Ask for the export again to have the rest."
CUT = "One record of this page is too large to be read in one go and was read in parts."


@dataclass(slots=True, repr=False)
class Talk:
    """What the pages of one thread tell together."""

    key: str
    folder: str
    source: Source
    title: str = ""
    people: dict[str, None] = field(default_factory=dict)
    messages: int = 0
    first: Moment | None = None
    last: Moment | None = None

    def see(self, *moments: Moment | None) -> None:
        for moment in moments:
            if moment is not None:
                self.first = moment if self.first is None or moment.at < self.first.at else self.first
                self.last = moment if self.last is None or moment.at > self.last.at else self.last

    def record(self) -> Thread:
        return Thread(
            self.source,
            key=self.key,
            title=self.title,
            participants=tuple(self.people),
            messages=self.messages,
            folder=self.folder,
            first=self.first,
            last=self.last,
        )


@dataclass(slots=True, repr=False)
class Messages:
    """The messages of one piece of a page, as strings."""

    page: Page
    talk: Talk
    start: int
    texts: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    shown: list[tuple[int, Shown]] = field(default_factory=list)

    def add(self, author: str, text: str, date: str, shown: Iterable[Shown] = ()) -> None:
        self.shown.extend((len(self.texts), one) for one in shown)
        self.texts.append(text)
        self.authors.append(author)
        self.dates.append(date)

    def found(self) -> Iterator[Found]:
        """The batch and the pictures; the thread learns what the messages tell."""
        if not self.texts:
            return
        known = day_first_of(self.dates[:1] + self.dates) if "/" in self.dates[0] or "-" in self.dates[0] else None
        self.page.day_first = self.page.day_first if known is None else known
        self.talk.people.update(dict.fromkeys(filter(None, self.authors)))
        self.talk.messages += len(self.texts)
        self.talk.see(self.when(0), self.when(len(self.texts) - 1))
        yield TextBatch(
            Category.MESSAGES,
            PassageKind.MESSAGE,
            self.page.member.path,
            self.texts,
            self.passage,
            authors=self.authors,
            identity=self.identity,
        )
        for index, one in self.shown:
            yield self._picture(index, one)

    def when(self, index: int) -> Moment | None:
        return self.page.when(self.dates[index])

    def passage(self, index: int) -> Passage:
        author = self.authors[index]
        return Passage(
            self.texts[index],
            PassageKind.MESSAGE,
            self.page.scene.voice(author),
            self.page.source(self.start + index),
            author=author,
            thread=self.talk.key,
            place=self.talk.title,
            addressees=tuple(name for name in self.talk.people if name != author),
            when=self.when(index),
        )

    def identity(self, index: int) -> tuple[object, ...]:
        return message_identity(self.talk.title, self.authors[index], self.texts[index], self.when(index))

    def _picture(self, index: int, shown: Shown) -> Photo:
        return Photo(
            self.page.source(self.start + index),
            member=self.page.file(shown.uri),
            kind=MediaKind.VIDEO if shown.film else MediaKind.PHOTO,
            use=MediaUse.MESSAGE,
            album=self.talk.title,
            uploaded=self.when(index),
        )


def conversation(scene: Scene, key: str, folder: str, members: Sequence[Member]) -> Iterator[Found]:
    """All pages of one thread, then the Thread."""
    talk = Talk(key, folder, scene.source(members[0], "record 1"))
    for member in members:
        yield from _page(Page(scene, member), talk)
    if talk.messages or talk.people:
        yield talk.record()


def _page(page: Page, talk: Talk) -> Iterator[Found]:
    archive, source = page.scene.archive, page.scene.source(page.member)
    try:
        title, people = title_and_people(archive.head(page.member, _HEAD))
        data = archive.read(page.member)
    except ExportError as error:
        yield ReadProblem(source, error.sentence)
        return
    yield from cut_short(source, data)
    talk.title = talk.title or title
    talk.people.update(dict.fromkeys(people))
    start = 0
    for piece in pieces(data, ("_a6-g", "_2lej")):
        yield from piece_problems(source, piece)
        messages = Messages(page, talk, start)
        _gather(piece.root, messages)
        start += len(messages.texts)
        del piece  # its tree is ten times its size
        yield from messages.found()
    if not start and not people:
        yield ReadProblem(source, _NOTHING)


def cut_short(source: Source, data: bytes) -> Iterator[ReadProblem]:
    """A page that was opened and is never closed: half of a download looks whole otherwise."""
    if b"<html" in data[:_START].lower() and b"</html" not in data[-_START:].lower():
        yield ReadProblem(source, BREAKS_OFF)


def piece_problems(source: Source, piece: Piece) -> Iterator[ReadProblem]:
    if piece.flattened:
        yield ReadProblem(source, TOO_DEEP)
    if piece.split:
        yield ReadProblem(source, CUT)


def _gather(root: Element, messages: Messages) -> None:
    headings = next((found for css in _HEADINGS if (found := root.select(css))), ())
    for heading in headings:
        record = heading.parent
        if record is not None:
            _by_classes(record.children(), messages)
    if not headings:
        for number, record in enumerate(records_in(root)):
            block = block_of(record, number)
            words = [block.heading, *block.texts] if block.heading else block.texts
            texts = [*words[1:], *(text for shown in block.shown for text in shown.texts)]
            if words or block.shown:
                messages.add(words[0] if words else "", "\n".join(texts), block.date, block.shown)


def _by_classes(parts: Sequence[Element], messages: Messages) -> None:
    """One message of a page with known classes: who, what, when."""
    author = date = ""
    texts: list[str] = []
    shown: list[Shown] = []
    for part in parts:
        classes = part.classes
        if not author and is_heading(classes):
            author = part.text()
        elif is_date_element(classes):
            date = date or part.text()
        elif part.first("a, img, video, audio, ul, table") is None:
            texts.append(part.text())
        else:
            block = block_of(part, 0)
            texts += [*block.texts, *(f"{': '.join(pair.path)}: {pair.value}" for pair in block.pairs)]
            texts += [text for one in block.shown for text in one.texts]
            shown += block.shown
    messages.add(author, "\n".join(filter(None, texts)), date, shown)


@cache
def _named_line() -> re.Pattern[str]:
    return re.compile(r"^([^\W\d_]{4,20})\s?: (\S.*)$", re.MULTILINE)


def title_and_people(head: bytes) -> tuple[str, list[str]]:
    """The title of a thread and who takes part, from the top of its page."""
    root = next(iter(pieces(head))).root
    title = root.first("title")
    lines = "\n".join(root.text().split("\n")[:_HEAD_LINES])
    for line in _named_line().finditer(lines):
        if key_of("participants", line[1]):
            return title.text() if title else "", names_in(line[2])
    return title.text() if title else "", []


@cache
def _and() -> re.Pattern[str]:
    return re.compile(r"\s(?:and|a|ac|und|et|y|e|en|og|och|i|ja|és|ve|și|и|&)\s")


def names_in(line: str) -> list[str]:
    """The names of "A, B and C"."""
    names = [name.strip() for name in line.split(",")]
    last = _and().split(names[-1], maxsplit=1)
    return [name for name in (*names[:-1], *(part.strip() for part in last)) if name]
