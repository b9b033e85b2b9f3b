"""Reads Telegram's HTML: the account page, its lists, and the pages of chats, where a sender is named once in a row."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Reader, Visit
from privacy_audit.errors import ExportError
from privacy_audit.importers.telegram.chats import Heard
from privacy_audit.importing import Holder
from privacy_audit.markup import Element, pieces, small_page
from privacy_audit.model import (
    Audience,
    Connection,
    ConnectionKind,
    FieldKind,
    LinkedApp,
    Login,
    MediaKind,
    MediaUse,
    Moment,
    Passage,
    PassageKind,
    Photo,
    ProfileField,
    Source,
    Thread,
    Voice,
)
from privacy_audit.text import decode_text, moment_from_text, tidy

_BLOCK = 1 << 20
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
_FILMS = (".mp4", ".mov", ".webm")
_KINDS = {
    "username": FieldKind.HANDLE,
    "phone number": FieldKind.PHONE,
    "bio": FieldKind.BIO,
}
_NO_MESSAGES = "No message was found in this page. Look at it in a browser."
_NO_ENTRIES = "Nothing was found in this page that has the form of a list. Look at it in a browser."


def _labels(page: Element) -> dict[str, str]:
    """The rows of the box at the top of the account's page."""
    found: dict[str, str] = {}
    for row in page.select(".personal_info .row"):
        label, value = row.first(".label"), row.first(".value")
        if label is not None and value is not None:
            found[tidy(label.text())] = value.text()
    return found


def holder_of(archive: Archive, member: Member) -> Holder:
    try:
        told = {label.casefold(): value for label, value in _labels(small_page(archive.read(member))).items()}
    except ExportError:
        return Holder()
    name = _name(told)
    handle = told.get("username", "").lstrip("@")
    return Holder(names=(name,) if name else (), handles=(handle,) if handle else ())


def _name(told: dict[str, str]) -> str:
    return " ".join(filter(None, (told.get("first name"), told.get("last name")))).strip()


def profile(visit: Visit, member: Member) -> Iterator[Found]:
    """The account's own page."""
    told = {label.casefold(): value for label, value in _labels(small_page(visit.archive.read(member))).items()}
    source = visit.source(member)
    if name := _name(told):
        yield ProfileField(source, FieldKind.NAME, name)
        yield Passage(name, PassageKind.HANDLE, Voice.OWNER, source)
    for label, value in told.items():
        if label in ("first name", "last name") or not value:
            continue
        kind = _KINDS.get(label, FieldKind.OTHER)
        shown = value.lstrip("@") if kind is FieldKind.HANDLE else value
        audience = Audience.EVERYONE if kind is FieldKind.HANDLE else Audience.UNKNOWN
        yield ProfileField(source, kind, shown, "" if kind is not FieldKind.OTHER else label, audience=audience)
        if kind is FieldKind.HANDLE:
            yield Passage(shown, PassageKind.HANDLE, Voice.OWNER, source, audience=audience)
        elif kind is FieldKind.BIO:
            yield Passage(value, PassageKind.BIO, Voice.OWNER, source)


@dataclass(frozen=True, slots=True, repr=False)
class _Entry:
    """One entry of a list: its name, the lines under it, and what stands at its right."""

    source: Source
    name: str
    details: tuple[str, ...]
    info: str

    @property
    def when(self) -> Moment | None:
        return next(filter(None, map(moment_from_text, (self.info, *self.details))), None)


def entries(kind: str) -> Reader:
    """A reader of a list of contacts, sessions or signed-in websites."""

    def read(visit: Visit, member: Member) -> Iterator[Found]:
        number = -1
        with visit.archive.stream(member) as stream:
            for piece in pieces(stream, ("entry",)):
                for element in piece.root.select(".entry"):
                    number += 1
                    yield _entry_found(kind, _entry(visit.source(member, f"record {number}"), element))
        if number < 0:
            yield visit.problem(member, "", _NO_ENTRIES)

    return read


def pictures(use: MediaUse) -> Reader:
    """A reader of the list of profile pictures or of stories."""

    def read(visit: Visit, member: Member) -> Iterator[Found]:
        page = small_page(visit.archive.read(member))
        links = [link.attr("href") for link in page.select("a[href]")]
        paths = [path for path in links if path.casefold().endswith(_PICTURES + _FILMS) and "://" not in path]
        for number, path in enumerate(paths):
            kind = MediaKind.VIDEO if path.casefold().endswith(_FILMS) else MediaKind.PHOTO
            yield Photo(visit.source(member, f"record {number}"), visit.media(path), kind, use)
        if not paths and page.first(".entry") is not None:
            yield visit.problem(member, "", _NO_ENTRIES)

    return read


def _entry(source: Source, element: Element) -> _Entry:
    def text(css: str) -> str:
        found = element.first(css)
        return found.text() if found is not None else ""

    details = tuple(detail.text() for detail in element.select(".details_entry"))
    return _Entry(source, text(".name"), details, text(".info"))


def _entry_found(kind: str, entry: _Entry) -> Found:
    if kind == "contacts":
        points = tuple(detail for detail in entry.details if any(sign.isdigit() for sign in detail))
        return Connection(entry.source, ConnectionKind.CONTACT, entry.name, entry.when, contact_points=points[:1])
    if kind == "sessions":
        joined = " ".join(entry.details)
        ip = _address().search(joined)
        return Login(entry.source, "session", entry.when, ip[0] if ip else "", entry.name, "")
    return LinkedApp(entry.source, entry.name, entry.when, "active")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}\b", re.IGNORECASE)


@cache
def _senders() -> re.Pattern[bytes]:
    """Names over messages; those over forwarded ones have a date behind them."""
    return re.compile(rb'<div class="from_name">\s*([^<]{1,300}?)\s*</div>')


@cache
def _title() -> re.Pattern[bytes]:
    return re.compile(rb'<div class="text bold">\s*([^<]{1,300}?)\s*</div>')


def heard(archive: Archive, member: Member) -> Heard:
    """Who writes on a page of a chat that was exported alone. May raise ExportError."""
    found = Heard()
    rest = b""
    with archive.stream(member) as stream:
        while block := stream.read(_BLOCK):
            data = rest + block
            if not found.name and (title := _title().search(data)):
                found.name = _words(title[1])
            last = 0
            for sender in _senders().finditer(data):
                found.writers[_words(sender[1])] += 1
                last = sender.end()
            rest = data[max(last, len(data) - 400) :]
    return found


def together(heard_on_pages: Iterable[Heard]) -> Heard:
    """The pages of one chat."""
    whole = Heard()
    for one in heard_on_pages:
        whole.name = whole.name or one.name
        whole.writers.update(one.writers)
    return whole


def _words(raw: bytes) -> str:
    return tidy(html.unescape(decode_text(raw).text))


@dataclass(slots=True, repr=False)
class Pages:
    """The reader of chats' pages, which come in their order; a sender may carry over to the next page."""

    senders: dict[str, str] = field(default_factory=dict)

    def __call__(self, visit: Visit, member: Member) -> Iterator[Found]:
        key = member.path.rpartition("/")[0] or "chat"
        page = _Page(visit, member, key, sender=self.senders.get(key, ""))
        with visit.archive.stream(member) as stream:
            for piece in pieces(stream, ("message",)):
                if piece.number == 0:
                    header = piece.root.first(".page_header .text")
                    page.title = tidy(header.text()) if header is not None else ""
                for element in piece.root.select("div.message"):
                    yield from page.take(element)
        self.senders[key] = page.sender
        yield from page.end()


@dataclass(slots=True, repr=False)
class _Page:
    visit: Visit
    member: Member
    key: str
    sender: str
    title: str = ""
    number: int = -1
    count: int = 0
    writers: Counter[str] = field(default_factory=Counter)
    first: Moment | None = None
    last: Moment | None = None

    def take(self, element: Element) -> Iterator[Found]:
        self.number += 1
        if "service" in element.classes:
            return  # days, and what Telegram itself wrote
        body = next((child for child in element.children() if "body" in child.classes), None)
        if body is None:
            yield self.visit.problem(self.member, f"record {self.number}", _NO_MESSAGES)
            return
        parts = {name: child for child in reversed(body.children()) for name in child.classes}
        if "from_name" in parts:
            self.sender = tidy(parts["from_name"].text())
        elif "joined" not in element.classes:
            self.sender = ""
        when = moment_from_text(parts["date"].attr("title")) if "date" in parts else None
        self.first, self.last = self.first or when, when or self.last
        self.count += 1
        self.writers[self.sender] += 1
        source = self.visit.source(self.member, f"record {self.number}")
        text = _text(parts)
        yield from self._media(source, parts, text, when)
        yield Passage(
            text,
            PassageKind.MESSAGE,
            self.visit.voice(self.sender),
            source,
            author=self.sender,
            thread=self.key,
            place=self.title,
            when=when,
        )

    def _media(self, source: Source, parts: dict[str, Element], text: str, when: Moment | None) -> Iterator[Found]:
        wrap = parts.get("media_wrap")
        if wrap is None:
            return
        for link in wrap.select("a[href]"):
            path = link.attr("href")
            low = path.casefold()
            if low.endswith(_PICTURES + _FILMS) and "://" not in low:
                kind = MediaKind.VIDEO if low.endswith(_FILMS) else MediaKind.PHOTO
                media = self.visit.media(path)
                yield Photo(source, media, kind, MediaUse.MESSAGE, text, album=self.title, uploaded=when)

    def end(self) -> Iterator[Found]:
        source = self.visit.source(self.member)
        if not self.count:
            yield self.visit.problem(self.member, "", _NO_MESSAGES)
            return
        names = tuple(filter(None, self.writers))
        yield Thread(source, self.key, self.title, names, self.count, first=self.first, last=self.last)
        if self.title:
            kind = PassageKind.CONTACT_NAME if self.title in names else PassageKind.GROUP_NAME
            yield Passage(self.title, kind, Voice.UNKNOWN, source)


def _text(parts: dict[str, Element]) -> str:
    """The message's own words, or those that it forwards."""
    own = parts.get("text")
    if own is None and "forwarded" in parts:
        own = parts["forwarded"].first(".text")
    return own.text() if own is not None else ""
