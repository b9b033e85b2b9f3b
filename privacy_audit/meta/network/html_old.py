"""The archive of before 2018: a handful of pages, all messages in one of them, dates with their zone."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import same_letters
from privacy_audit.batching import passages_batch
from privacy_audit.errors import ExportError
from privacy_audit.importing import ReadProblem
from privacy_audit.markup import Element, pieces
from privacy_audit.meta.blocks import Pair, is_date
from privacy_audit.meta.network.html_profile import labelled
from privacy_audit.meta.page import Page
from privacy_audit.meta.page_messages import Messages, Talk, cut_short, piece_problems
from privacy_audit.meta.scene import Found, Scene
from privacy_audit.model import Connection, ConnectionKind, Moment, Passage, PassageKind, Voice

_NOTHING = "This page holds no entries in a form that we know. Look at it in the export itself."
_HEAD = 16_384

_FRIENDS = {
    "friends": ConnectionKind.FRIEND,
    "sent friend requests": ConnectionKind.REQUEST_SENT,
    "received friend requests": ConnectionKind.REQUEST_RECEIVED,
    "declined friend requests": ConnectionKind.REQUEST_REJECTED,
    "removed friends": ConnectionKind.REMOVED,
    "followees": ConnectionKind.FOLLOWING,
    "following": ConnectionKind.FOLLOWING,
    "followers": ConnectionKind.FOLLOWER,
}
_READ = ("messages", "timeline", "wall", "friends", "index", "profile", "contact_info")


def is_old(path: str) -> bool:
    """Whether a page is one of those that are read; others are listed as not known."""
    plain = same_letters(path)
    return plain.endswith(".htm") and plain.rpartition("/")[2].removesuffix(".htm") in _READ


def names(archive: Archive, members: Collection[Member]) -> tuple[str, ...]:
    """The owner's name stands as the heading of every page."""
    for member in members:
        try:
            heading = next(iter(pieces(archive.head(member, _HEAD)))).root.first("h1")
        except ExportError:
            continue
        if heading is not None and heading.text():
            return (heading.text(),)
    return ()


def read_old(scene: Scene, member: Member) -> Iterator[Found]:
    source = scene.source(member)
    try:
        data = scene.archive.read(member)
    except ExportError as error:
        yield ReadProblem(source, error.sentence)
        return
    yield from cut_short(source, data)
    page, stem = Page(scene, member), same_letters(member.path).rpartition("/")[2].removesuffix(".htm")
    if stem == "messages":
        yield from _messages(page, data)
    elif stem in ("timeline", "wall"):
        yield from _timeline(page, data)
    elif stem == "friends":
        yield from _friends(page, data)
    else:
        yield from _profile(page, data)


@dataclass(slots=True, repr=False)
class _Threads:
    """The threads of the one page of messages; a thread may stand in it several times."""

    page: Page
    talks: dict[str, Talk] = field(default_factory=dict)
    open: Messages | None = None
    ready: list[Messages] = field(default_factory=list)
    count: int = 0
    author: str = ""
    date: str = ""

    def start(self, people: str) -> None:
        self.close()
        listed = [name.strip() for name in people.split(",") if name.strip()]
        others = [name for name in listed if name.casefold() not in self.page.scene.names]
        title = ", ".join(others or listed)
        talk = self.talks.setdefault(title.casefold(), Talk(title.casefold(), "", self.page.source(0), title))
        talk.people.update(dict.fromkeys(listed))
        self.open = Messages(self.page, talk, self.count)

    def say(self, text: str) -> None:
        if self.open is None:
            self.start("")
        if self.open is not None:
            self.open.add(self.author, text, self.date)
            self.count += 1
        self.author = self.date = ""

    def close(self) -> None:
        """Between pieces a thread goes on: what it held so far is a batch of its own."""
        if self.open is not None and self.open.texts:
            self.ready.append(self.open)
            self.open = Messages(self.page, self.open.talk, self.count)

    def taken(self) -> Iterator[Found]:
        ready, self.ready = self.ready, []
        for messages in ready:
            yield from messages.found()


def _messages(page: Page, data: bytes) -> Iterator[Found]:
    threads = _Threads(page)
    source = page.scene.source(page.member)
    for piece in pieces(data, ("message",)):
        yield from piece_problems(source, piece)
        _walk(piece.root, threads)
        threads.close()
        del piece
        yield from threads.taken()
    for talk in threads.talks.values():
        yield talk.record()
    if not threads.count:
        yield ReadProblem(source, _NOTHING)


def _walk(root: Element, threads: _Threads) -> None:
    """A message is a header with who and when, and the paragraph behind it."""
    todo = [root]
    waiting = False
    while todo:
        element = todo.pop()
        classes = element.classes
        if "message" in classes:
            if waiting:
                threads.say("")
            user, meta = element.first(".user"), element.first(".meta")
            threads.author, threads.date = user.text() if user else "", meta.text() if meta else ""
            waiting = True
        elif element.tag == "p" and waiting:
            threads.say(element.text())
            waiting = False
        else:
            if "thread" in classes:
                if waiting:
                    threads.say("")
                    waiting = False
                threads.start(element.own_text())
            todo.extend(reversed(element.children()))
    if waiting:
        threads.say("")


def _lines(data: bytes) -> Iterator[str]:
    for piece in pieces(data):
        yield from piece.root.text().split("\n")


def _timeline(page: Page, data: bytes) -> Iterator[Found]:
    """A date, Facebook's own sentence, what was written: lines, since the markup of the time does not nest."""
    passages: list[Passage] = []
    entry: list[str] = []
    when = ""
    for line in (*_lines(data), None):
        if line is not None and not is_date(line):
            entry.append(line)
            continue
        if when:
            passages.append(_entry(page, len(passages), when, entry))
        when, entry = line or "", []
    if passages:
        yield passages_batch(PassageKind.POST, page.member.path, passages, counted=True)
    else:
        yield ReadProblem(page.scene.source(page.member), _NOTHING)


def _entry(page: Page, number: int, date: str, lines: list[str]) -> Passage:
    """The last lines are what was written; a first line before it is Facebook's sentence."""
    sentence = lines[0] if len(lines) > 1 else ""
    text = "\n".join(lines[1:] if sentence else lines)
    own = not sentence or any(sentence.casefold().startswith(name) for name in page.scene.names)
    known = bool(page.scene.names)
    voice = (Voice.OWNER if own else Voice.OTHER) if known else Voice.UNKNOWN
    return Passage(text, PassageKind.POST, voice, page.source(number), place=sentence, when=page.when(date))


@cache
def _with_date() -> re.Pattern[str]:
    return re.compile(r"(.+?)\s*\(([^()]{4,40})\)")


def _friends(page: Page, data: bytes) -> Iterator[Found]:
    """Lists under headings; each line a name with its date in brackets."""
    kind: ConnectionKind | None = None
    number = 0
    for line in _lines(data):
        listed = _FRIENDS.get(line.strip().casefold())
        if listed is not None:
            kind = listed
            continue
        if kind is None or not line.strip():
            continue
        found = _with_date().fullmatch(line)
        since: Moment | None = page.when(found[2]) if found else None
        yield Connection(page.source(number), kind=kind, name=found[1] if found else line.strip(), since=since)
        number += 1
    if not number:
        yield ReadProblem(page.scene.source(page.member), _NOTHING)


def _profile(page: Page, data: bytes) -> Iterator[Found]:
    """Tables of a label and a value; a cell with a list holds several values."""
    number = 0
    for piece in pieces(data):
        for row in piece.root.select("tr"):
            cells = row.children()
            if len(cells) != 2:  # noqa: PLR2004 - a label and its value
                continue
            label = cells[0].text().rstrip(": ")
            for value in cells[1].text().split("\n"):
                if label and value:
                    yield from labelled(page.source(number), [Pair((label,), value, number)])
                    number += 1
    if not number:
        yield ReadProblem(page.scene.source(page.member), _NOTHING)
