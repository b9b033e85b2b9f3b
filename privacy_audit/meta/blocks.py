"""Takes the records of a Facebook page apart: heading, texts, labelled values, pictures, links and date, in order.

Facebook's class names are obfuscated but have stood since 2021, and others from 2018 to 2021; they are used as hints.
Where a page has none of them its structure decides: a record is what stands together with a date.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from privacy_audit.markup import Element
from privacy_audit.text import moment_from_text

HEADING_CLASSES = frozenset({"_a6-h", "_2lel", "_2lek"})
_DATE_CLASSES = frozenset({"_a72d", "_a6-o", "_2lem"})
_GROUP_CLASS = "_a6_m"
_REACTIONS_CLASS = "_a6-q"
_MARKED = HEADING_CLASSES | _DATE_CLASSES | {_REACTIONS_CLASS}
_LONGEST_DATE = 60
_MOST_WORDS = 6  # "Updated May 02, 2011 8:12:17 am"

_INLINE = frozenset(
    {"a", "b", "strong", "i", "em", "u", "s", "span", "font", "small", "code", "br", "wbr", "sup", "sub"}
)
_FILMS = frozenset({"video", "audio", "source"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled value; `path` are the labels from the outermost in, `group` tells tables of a record apart."""

    path: tuple[str, ...]
    value: str
    group: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, film or sound on a page, with the text and the labelled values that follow it."""

    uri: str
    film: bool
    texts: list[str] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """One record of a page."""

    number: int
    heading: str = ""
    date: str = ""
    group: str = ""
    reaction: str = ""
    texts: list[str] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)  # words, address
    shown: list[Shown] = field(default_factory=list)

    def is_empty(self) -> bool:
        return not (self.heading or self.texts or self.pairs or self.links or self.shown or self.reaction)


def blocks(root: Element, start: int = 0) -> Iterator[Block]:
    """The records of a page or of a piece of it; `start` is the number of the first."""
    for number, element in enumerate(records_in(root), start):
        yield block_of(element, number)


def block_of(element: Element, number: int) -> Block:
    return _Reader(Block(number)).read(element)


def is_heading(classes: Sequence[str]) -> bool:
    return not HEADING_CLASSES.isdisjoint(classes)


def is_date_element(classes: Sequence[str]) -> bool:
    return not _DATE_CLASSES.isdisjoint(classes)


def records_in(root: Element) -> Sequence[Element]:
    """The outermost elements that are records by their class, else by structure."""
    for css in ("._a6-g", "._2lej", "div.pam.uiBoxWhite"):
        found = root.select(css)
        if found and not root.select(f"{css} {css}"):
            return found
        if found:
            return [element for element in found if not _has_outer(element, css.rpartition(".")[2])]
    return _by_dates(root)


def _has_outer(element: Element, name: str) -> bool:
    outer = element.parent
    while outer is not None:
        if name in outer.classes:
            return True
        outer = outer.parent
    return False


def _by_dates(root: Element) -> Sequence[Element]:
    """What stands together with a date: the nearest element round it that holds more than the date itself."""
    found: list[Element] = []
    last = ""
    for element in root.select("div, td, span, footer, p"):
        text = element.own_text()
        if text and is_date(text):
            outer = element
            while outer.parent is not None and outer.parent.tag != "body" and outer.text() == text:
                outer = outer.parent
            if outer.text() != text and (whole := outer.text()) != last:
                last = whole
                found.append(outer)
    return found


@cache
def _worded() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{2,}")


def is_date(text: str) -> bool:
    """A line that is a date and nothing else, but for a word such as "Updated"."""
    if len(text) > _LONGEST_DATE or not any(letter.isdigit() for letter in text) or ":" not in text:
        return False
    if len(_worded().findall(text)) > _MOST_WORDS:
        return False
    return moment_from_text(text) is not None


def is_film(uri: str) -> bool:
    return uri.lower().endswith((".mp4", ".mov", ".m4v", ".avi", ".3gp", ".webm", ".mkv"))


def is_file(href: str) -> bool:
    """Whether an address points into the export."""
    return bool(href) and "://" not in href[:12] and not href.startswith(("#", "mailto:", "tel:", "javascript:", "//"))


@dataclass(slots=True)
class _Todo:
    element: Element
    path: tuple[str, ...] = ()
    group: int = 0


@dataclass(slots=True)
class _Reader:
    """Walks one record in the order of the page, without recursion."""

    block: Block
    todo: list[_Todo] = field(default_factory=list)
    groups: int = 0
    other_date: str = ""  # "Updated …", the record's own date where it has no other

    def read(self, record: Element) -> Block:
        self.todo.append(_Todo(record))
        while self.todo:
            self._take(self.todo.pop())
        self.block.date = self.block.date or self.other_date
        return self.block

    def _take(self, item: _Todo) -> None:
        element, classes = item.element, item.element.classes
        if classes and not _MARKED.isdisjoint(classes):  # few are, and there are many elements
            if not self.block.heading and is_heading(classes) and not item.path:
                self.block.heading = element.text().replace("\n", " ")
                return
            if is_date_element(classes):
                self._date(element)
                return
            if _REACTIONS_CLASS in classes:
                return  # other people's reactions to it
        tag = element.tag
        if tag == "table":
            self._table(item)
        elif tag == "img" or tag in _FILMS:
            self._picture(element.attr("src"), film=tag in _FILMS)
        elif tag == "a":
            self._link(item)
        else:
            self._words_or_deeper(item)

    def _date(self, element: Element) -> None:
        text = element.text().replace("\n", " ")
        if not self.block.date:
            self.block.date = text
        elif text and text != self.block.date:
            self.block.texts.append(text)

    def _words_or_deeper(self, item: _Todo) -> None:
        element, children = item.element, item.element.children()
        if not children:
            self._text(element.text(), item)
            return
        tags = [child.tag for child in children]
        if "span" in tags and any(_GROUP_CLASS in child.classes for child in children):
            self.block.group = element.own_text()
        elif _is_leaf(element, tags):
            self._text(element.text(), item)
            self.block.links.extend((link.text(), link.attr("href")) for link in children if link.tag == "a")
        else:
            self._text(element.own_text(), item)
            self._deeper(children, item.path, item.group)

    def _deeper(self, children: Sequence[Element], path: tuple[str, ...], group: int) -> None:
        self.todo.extend(_Todo(child, path, group) for child in reversed(children))

    def _text(self, text: str, item: _Todo) -> None:
        if not text:
            return
        if not item.path and is_date(text):
            self.other_date = self.other_date or text
        elif item.path:
            self._pair(Pair(item.path, text, item.group))
        elif self.block.shown:
            self.block.shown[-1].texts.append(text)
        else:
            self.block.texts.append(text)

    def _pair(self, pair: Pair) -> None:
        (self.block.shown[-1].pairs if self.block.shown else self.block.pairs).append(pair)

    def _table(self, item: _Todo) -> None:
        self.groups += 1
        group = self.groups
        rows = [row for part in item.element.children() for row in (part.children() if part.tag != "tr" else [part])]
        for row in reversed(rows):
            cells = row.children()
            if len(cells) == 2:  # noqa: PLR2004 - a label and its value
                label = cells[0].text().replace("\n", " ").rstrip(": ")
                self.todo.append(_Todo(cells[1], (*item.path, label), group))
            elif len(cells) == 1 and cells[0].children() and cells[0].own_text():
                path = (*item.path, cells[0].own_text().rstrip(": "))
                self._deeper(cells[0].children(), path, group)
            else:
                self._deeper(cells, item.path, group)

    def _picture(self, uri: str, *, film: bool) -> None:
        if "icons/" in uri or "/reactions/" in uri:
            self.block.reaction = uri.rpartition("/")[2].partition(".")[0].upper()
        elif uri and is_file(uri) and all(shown.uri != uri for shown in self.block.shown):
            self.block.shown.append(Shown(uri, film or is_film(uri)))

    def _link(self, item: _Todo) -> None:
        href = item.element.attr("href")
        if is_file(href):
            self._picture(href, film=False)
            inner = [child for child in item.element.children() if child.tag not in ("img", *_FILMS)]
            self._deeper(inner, item.path, item.group)
            return
        if href:
            self.block.links.append((item.element.text(), href))
        self._text(item.element.text() or href, item)
        for picture in item.element.select("img, video"):
            self._picture(picture.attr("src"), film=picture.tag == "video")


def _is_leaf(element: Element, tags: Sequence[str]) -> bool:
    """Whether there is only text inside, with links to the web at most. `tags` are its children's."""
    if not _INLINE.issuperset(tags):
        return False
    if element.first("img, video, audio, table, div, ul, p") is not None:
        return False
    return not any(is_file(link.attr("href")) for link in element.select("a"))
