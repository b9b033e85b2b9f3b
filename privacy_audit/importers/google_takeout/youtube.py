"""YouTube's tables in any language: comments, live chats, subscriptions, the own channel and videos."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.csv_table import Line, read_table
from privacy_audit.importing import MemberFate, MemberNote, ReadProblem
from privacy_audit.markup import pieces
from privacy_audit.model import (
    Audience,
    FieldKind,
    MediaKind,
    MediaUse,
    Membership,
    MembershipKind,
    Passage,
    PassageKind,
    Photo,
    ProfileField,
    Setting,
    Source,
    Voice,
)
from privacy_audit.text import moment_from_text

_PUBLIC = Audience.EVERYONE
_SAMPLE = 20  # rows by which the columns are known
_ODD_ROW = "This row is empty or in a form that we do not know. Look at it in the download itself."
_TEXT = re.compile(r'^\s*\{\s*"(?:text|takeoutSegments|mention|videoLink)"')
_TIME = re.compile(r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_CHANNEL = re.compile(r"^UC[\w-]{22}$")
_CHANNEL_URL = re.compile(r"^https?://(?:www\.)?youtube\.com/channel/")
_VIDEO = re.compile(r"^[\w-]{11}$")
_TITLE_NAMES = re.compile(r"tit|naam|name|naz", re.IGNORECASE)
_WHO_NAMES = re.compile(r"privac|visib|sicht|datenschutz|confident|zicht|widoczn|prywat", re.IGNORECASE)
_LANGUAGE_NAMES = re.compile(r"langu|sprach|taal|język|idioma|lingua", re.IGNORECASE)
_ABOUT_NAMES = re.compile(r"descri|beschr", re.IGNORECASE)
_AUDIENCES = {
    "public": _PUBLIC, "öffentlich": _PUBLIC, "publique": _PUBLIC, "público": _PUBLIC, "openbaar": _PUBLIC,
    "pubblico": _PUBLIC, "publiczny": _PUBLIC, "private": Audience.ONLY_ME, "privat": Audience.ONLY_ME,
    "privé": Audience.ONLY_ME, "privado": Audience.ONLY_ME, "unlisted": Audience.LISTED,
}  # fmt: skip
_SENT = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) ?(UTC)?")


@dataclass(frozen=True, slots=True, repr=False)
class Columns:
    """Which column holds what, known by the cells below it, since its name is in the account's language."""

    names: Sequence[str]
    sample: Sequence[Line]

    def like(self, shape: re.Pattern[str]) -> int | None:
        """The first column in which a cell has this shape."""
        places = range(len(self.names))
        return next((at for at in places if any(shape.search(row.cell(at)) for row in self.sample)), None)

    def called(self, name: re.Pattern[str], but: re.Pattern[str] | None = None) -> int | None:
        fitting = (at for at, column in enumerate(self.names) if name.search(column))
        return next((at for at in fitting if but is None or not but.search(self.names[at])), None)


RowReader = Callable[[Source, Line], Iterator[Found]]


def table(visit: Visit, member: Member) -> Iterator[Found]:
    """A table of YouTube: what it is, its cells tell."""
    head = visit.archive.head(member, 4096).decode("utf-8-sig", "replace")
    known = [name.strip(' "\t\r') for name in re.split("[,;\t]", next(iter(head.splitlines()), ""))]
    with visit.archive.stream(member) as stream:
        opened = read_table(stream, filter(None, known), visit.source(member))
        if isinstance(opened, ReadProblem):
            yield opened
            return
        first: list[Line | ReadProblem] = []
        for row in opened.rows:
            first.append(row)
            if len(first) == _SAMPLE:
                break
        reader = _reader(Columns(opened.columns, [row for row in first if isinstance(row, Line)]), member)
        if reader is None:
            yield MemberNote(member.path, MemberFate.IGNORED)
            return
        for row in first:
            yield from _row(visit, member, reader, row)
        for row in opened.rows:
            yield from _row(visit, member, reader, row)


def _row(visit: Visit, member: Member, reader: RowReader, row: Line | ReadProblem) -> Iterator[Found]:
    if isinstance(row, ReadProblem):
        yield row
        return
    source = visit.source(member, f"line {row.number}")
    made = list(reader(source, row))
    yield from made
    if not made and any(cell.strip() for cell in row.cells):
        yield ReadProblem(source, _ODD_ROW)


def _reader(columns: Columns, member: Member) -> RowReader | None:
    text = columns.like(_TEXT)
    if text is not None:
        return _comments(columns, text, "chat" in member.path.casefold().rpartition("/")[2])
    url = columns.like(_CHANNEL_URL)
    if url is not None:
        return _subscriptions(url)
    who, title = columns.called(_WHO_NAMES), columns.called(_TITLE_NAMES, but=_LANGUAGE_NAMES)
    if who is None or title is None:
        return None
    if columns.like(_VIDEO) is not None and columns.like(_TIME) is not None:
        return _videos(columns, title, who)
    if columns.like(_CHANNEL) == 0:
        return _channels(columns, title, who)
    return _lists(title, who)


def _comments(columns: Columns, text: int, is_chat: bool) -> RowReader:
    when, names = columns.like(_TIME), [name.casefold() for name in columns.names]
    parent = next((at for at, name in enumerate(names) if "parent" in name or "übergeordnet" in name), None)
    place = "a live chat on YouTube" if is_chat else "YouTube"

    def read(source: Source, row: Line) -> Iterator[Found]:
        words = plain_text(row.cell(text))
        if words:
            yield Passage(
                words,
                PassageKind.COMMENT,
                Voice.OWNER,
                source,
                place=f"a reply on {place}" if row.cell(parent) else place,
                when=moment_from_text(row.cell(when)),
                audience=_PUBLIC,
            )

    return read


def plain_text(cell: str) -> str:
    """What was written, out of pieces of JSON that stand side by side without brackets, or under one key."""
    raw = cell.strip().replace("\r", "\\r").replace("\n", "\\n")
    try:
        found = msgspec.json.decode(f"[{raw}]" if raw.startswith("{") else raw)
    except (msgspec.DecodeError, RecursionError):
        return cell.strip()
    texts: list[str] = []
    for piece in found if isinstance(found, list) else [found]:
        segments = piece.get("takeoutSegments") if isinstance(piece, dict) else None
        for segment in segments if isinstance(segments, list) else [piece]:
            text = segment.get("text") if isinstance(segment, dict) else segment
            texts.append(text if isinstance(text, str) else "")
    return "".join(texts).strip()


def _subscriptions(url: int) -> RowReader:
    def read(source: Source, row: Line) -> Iterator[Found]:
        name = row.cell(url + 1)
        if name:
            yield Membership(source, MembershipKind.PAGE_FOLLOWED, name)
            yield Passage(name, PassageKind.PAGE_NAME, Voice.UNKNOWN, source)

    return read


def _audience(word: str) -> Audience:
    return _AUDIENCES.get(word.casefold(), Audience.UNKNOWN)


def _videos(columns: Columns, title: int, who: int) -> RowReader:
    when, about = columns.like(_TIME), columns.called(_ABOUT_NAMES, but=_LANGUAGE_NAMES)

    def read(source: Source, row: Line) -> Iterator[Found]:
        words = "\n".join(filter(None, (row.cell(title), row.cell(about))))
        at, audience = moment_from_text(row.cell(when)), _audience(row.cell(who))
        yield Photo(source, None, MediaKind.VIDEO, MediaUse.POST, words, uploaded=at, audience=audience)
        if words:
            yield Passage(words, PassageKind.CAPTION, Voice.OWNER, source, when=at, audience=audience)

    return read


def _channels(columns: Columns, title: int, who: int) -> RowReader:
    about = columns.called(_ABOUT_NAMES, but=_LANGUAGE_NAMES)

    def read(source: Source, row: Line) -> Iterator[Found]:
        audience = _audience(row.cell(who))
        if name := row.cell(title):
            yield ProfileField(source, FieldKind.HANDLE, name, "YouTube channel", audience=audience)
            yield Passage(name, PassageKind.HANDLE, Voice.OWNER, source, audience=audience)
        if words := row.cell(about):
            yield ProfileField(source, FieldKind.BIO, words, "YouTube channel", audience=audience)
            yield Passage(words, PassageKind.BIO, Voice.OWNER, source, audience=audience)
        if row.cell(who):
            yield Setting(source, "YouTube channel", row.cell(who), audience=audience)

    return read


def _lists(title: int, who: int) -> RowReader:
    """Playlists: each has a title and says who can see it."""

    def read(source: Source, row: Line) -> Iterator[Found]:
        if row.cell(title):
            yield Setting(source, f"Playlist: {row.cell(title)}", row.cell(who), audience=_audience(row.cell(who)))

    return read


def comments_page(visit: Visit, member: Member) -> Iterator[Found]:
    """my-comments.html and my-live-chat-messages.html, until 2023."""
    number = 0
    with visit.archive.stream(member) as stream:
        for piece in pieces(stream):
            for item in piece.root.select("li"):
                source = visit.source(member, f"record {number}")
                number += 1
                said, _, words = item.text().partition("\n")
                sent = _SENT.search(said)
                if sent is None or not words:
                    yield ReadProblem(source, _ODD_ROW)
                    continue
                when = moment_from_text(f"{sent[1]} UTC")
                yield Passage(
                    words, PassageKind.COMMENT, Voice.OWNER, source, place="YouTube", when=when, audience=_PUBLIC
                )
