"""Reads the pages of chats in Telegram's HTML, where a sender is named once for several messages in a row."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.importers.telegram.chats import Heard
from privacy_audit.importers.telegram.html_lists import FILMS, PICTURES
from privacy_audit.importing import TextBatch
from privacy_audit.markup import Element, pieces
from privacy_audit.model import (
    Category,
    MediaKind,
    MediaUse,
    Passage,
    PassageKind,
    Photo,
    Source,
    Thread,
    Voice,
)
from privacy_audit.text import decode_text, moment_from_text, tidy

_BLOCK = 1 << 20
_NO_MESSAGES = "No message was found in this page. Look at it in a browser."


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
                if page.said:
                    yield page.batch()
        self.senders[key] = page.sender
        yield from page.end()


class _Said(NamedTuple):
    """A message on a page; its date is read when it is asked for."""

    number: int
    author: str
    text: str
    date: str

    def __repr__(self) -> str:
        return f"<Said {self.number}>"


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
    first: str = ""
    last: str = ""
    said: list[_Said] = field(default_factory=list)

    def take(self, element: Element) -> Iterator[Found]:
        self.number += 1
        classes = element.classes
        if "service" in classes:
            return  # days, and what Telegram itself wrote
        body = next((child for child in element.children() if "body" in child.classes), None)
        if body is None:
            yield self.visit.problem(self.member, f"record {self.number}", _NO_MESSAGES)
            return
        parts = {name: child for child in reversed(body.children()) for name in child.classes}
        if "from_name" in parts:
            self.sender = tidy(parts["from_name"].text())
        elif "joined" not in classes:
            self.sender = ""
        date = parts["date"].attr("title") if "date" in parts else ""
        self.first, self.last = self.first or date, date or self.last
        self.count += 1
        self.writers[self.sender] += 1
        text = _text(parts)
        self.said.append(_Said(self.number, self.sender, text, date))
        if "media_wrap" in parts:
            yield from self._media(parts["media_wrap"], text, date)

    def batch(self) -> TextBatch:
        """The messages since the last batch."""
        said, self.said = self.said, []

        def passage(index: int) -> Passage:
            message = said[index]
            return Passage(
                message.text,
                PassageKind.MESSAGE,
                self.visit.voice(message.author),
                self._source(message.number),
                author=message.author,
                thread=self.key,
                place=self.title,
                when=moment_from_text(message.date),
            )

        texts = [message.text for message in said]
        authors = [message.author for message in said]
        return TextBatch(Category.MESSAGES, PassageKind.MESSAGE, self.member.path, texts, passage, authors=authors)

    def _source(self, number: int) -> Source:
        return self.visit.source(self.member, f"record {number}")

    def _media(self, wrap: Element, text: str, date: str) -> Iterator[Found]:
        for link in wrap.select("a[href]"):
            path = link.attr("href")
            low = path.casefold()
            if low.endswith(PICTURES + FILMS) and "://" not in low:
                kind = MediaKind.VIDEO if low.endswith(FILMS) else MediaKind.PHOTO
                yield Photo(
                    self._source(self.number),
                    self.visit.media(path),
                    kind,
                    MediaUse.MESSAGE,
                    text,
                    album=self.title,
                    uploaded=moment_from_text(date),
                )

    def end(self) -> Iterator[Found]:
        source = self.visit.source(self.member)
        if not self.count:
            yield self.visit.problem(self.member, "", _NO_MESSAGES)
            return
        names = tuple(filter(None, self.writers))
        first, last = moment_from_text(self.first), moment_from_text(self.last)
        yield Thread(source, self.key, self.title, names, self.count, first=first, last=last)
        if self.title:
            kind = PassageKind.CONTACT_NAME if self.title in names else PassageKind.GROUP_NAME
            yield Passage(self.title, kind, Voice.UNKNOWN, source)


def _text(parts: dict[str, Element]) -> str:
    """The message's own words, or those that it forwards."""
    own = parts.get("text")
    if own is None and "forwarded" in parts:
        own = parts["forwarded"].first(".text")
    return own.text() if own is not None else ""
