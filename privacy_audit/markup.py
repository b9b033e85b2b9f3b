"""The one door to HTML: pages in, small typed elements out; big pages come in pieces cut between records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, Protocol

from bs4 import BeautifulSoup
from bs4.element import CData, NavigableString, PageElement, PreformattedString, Tag
from bs4.exceptions import ParserRejectedMarkup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from privacy_audit.markup_cuts import PIECE_SIZE, flattened, is_tame, record_finder, safe_cut
from privacy_audit.text import decode_text

_SMALL = 256 * 1024
_SEPARATOR = "\x1f"  # between runs of text
_GROWTH = 8  # a record may make a piece this many times larger before it is cut through

# Elements that stand on lines of their own; text inside others runs on.
_BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p pre section table tbody td tfoot th thead title
    tr ul video img""".split()  # noqa: SIM905 - a list of words reads better as words
)
_SILENT = frozenset(("script", "style", "template", "noscript"))


class Element(Protocol):
    """One element of a page. Text is what a reader sees: blocks on lines of their own, blanks tidied."""

    @property
    def tag(self) -> str: ...
    @property
    def classes(self) -> tuple[str, ...]: ...
    @property
    def parent(self) -> "Element | None": ...
    def attr(self, name: str) -> str:
        """The attribute, or "" when it is absent or empty."""

    def text(self) -> str: ...
    def own_text(self) -> str:
        """The text that stands directly in this element, not in its children."""

    def children(self) -> "Sequence[Element]": ...
    def select(self, css: str) -> "Sequence[Element]":
        """Descendants that match, in the order of the page."""

    def first(self, css: str) -> "Element | None": ...


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a page (all of it when it is small): whole records, and how many tags were nested too deeply to keep.

    `split` says that one record was larger than all bounds and had to be cut through.
    """

    root: Element
    number: int
    flattened: int = 0
    split: bool = False


def pieces(page: bytes | BinaryIO, starts: Sequence[str] = (), *, size: int = PIECE_SIZE) -> Iterator[Piece]:
    """Cuts a page into pieces of about `size` bytes, one in memory at a time, each holding whole records.

    `starts` are the classes of the elements that are records. A page that has none of them is cut by its structure.
    """
    stream = BytesIO(page) if isinstance(page, bytes) else page
    finder = record_finder(starts) if starts else None
    buffer = b""
    number = 0
    while block := stream.read(size):
        buffer += block
        while len(buffer) >= size:
            cut, split = safe_cut(buffer, finder), False
            if not cut and len(buffer) >= _GROWTH * size:
                cut, split = max(buffer.rfind(b"<"), 1), True
            if not cut:
                break
            yield _piece(buffer[:cut], number, split=split)
            buffer = buffer[cut:]
            number += 1
    if buffer or not number:
        yield _piece(buffer, number)


def _piece(raw_html: bytes, number: int, *, split: bool = False) -> Piece:
    html, dropped = flattened(_utf8(raw_html))
    return Piece(_Node(_parsed(html)), number, dropped, split)


def _utf8(raw_html: bytes) -> bytes:
    raw_html = raw_html.removeprefix(b"\xef\xbb\xbf")
    try:
        raw_html.decode("utf-8")
    except UnicodeDecodeError:
        return decode_text(raw_html).text.encode("utf-8", "replace")
    return raw_html if b"\x00" not in raw_html else decode_text(raw_html).text.encode("utf-8", "replace")


def _parsed(html: bytes) -> LexborNode:
    root = LexborHTMLParser(html).root
    return root if root is not None else LexborHTMLParser(b"<html></html>").root  # type: ignore[return-value]


def small_page(raw_html: bytes) -> Element:
    """A page read whole: with BeautifulSoup when it is small and tame, otherwise as one piece."""
    html = _utf8(raw_html)
    if len(html) <= _SMALL and is_tame(html):
        try:
            return _SoupElement(BeautifulSoup(html.decode("utf-8", "replace"), "html.parser"))
        except ParserRejectedMarkup:
            pass  # the other parser takes everything
    return _piece(html, 0).root


def _tidy(text: str) -> str:
    if "\n" not in text:
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


class _Node:
    """An element of a lexbor tree. `.text()` of the library is safe here: no tree is deeper than the cap."""

    __slots__ = ("_node",)

    def __init__(self, node: LexborNode) -> None:
        self._node = node

    @property
    def tag(self) -> str:
        return self._node.tag or ""

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple((self._node.attrs.sget("class") or "").split())

    @property
    def parent(self) -> "Element | None":
        parent = self._node.parent
        return None if parent is None or parent.is_document_node else _Node(parent)

    def attr(self, name: str) -> str:
        return self._node.attrs.sget(name) or ""

    def text(self) -> str:
        runs = self._node.text(separator=_SEPARATOR, skip_empty=True)
        if _SEPARATOR not in runs:  # most elements hold one run of text, however deep
            return " ".join(runs.split())
        return _tidy("".join(_runs_and_breaks(self._node)))

    def own_text(self) -> str:
        runs = (node.text_content or "" for node in self._node.iter(include_text=True) if node.is_text_node)
        return " ".join("".join(runs).split())

    def children(self) -> "Sequence[Element]":
        return [_Node(node) for node in self._node.iter()]

    def select(self, css: str) -> "Sequence[Element]":
        found = self._node.css(css)
        if "," in css:  # the library gives an element once for each of the selectors
            found = list({node.mem_id: node for node in found}.values())
        return [_Node(node) for node in found]

    def first(self, css: str) -> "Element | None":
        node = self._node.css_first(css)
        return None if node is None else _Node(node)


def _runs_and_breaks(top: LexborNode) -> Iterator[str]:
    """The runs of text under a node with line breaks round its blocks; iterative."""
    node = top.first_child
    pending: list[tuple[LexborNode | None, bool]] = []  # where to go on once an element is done, and whether to break
    while node is not None or pending:
        if node is None:
            node, is_block = pending.pop()
            if is_block:
                yield "\n"
            continue
        tag = node.tag
        if tag == "-text":
            yield (node.text_content or "").replace("\n", " ")
        elif tag is not None and tag not in _SILENT and node.is_element_node:
            is_block = tag in _BLOCKS
            if is_block:
                yield "\n"
            pending.append((node.next, is_block))
            node = node.first_child
            continue
        node = node.next


class _SoupElement:
    """An element of a BeautifulSoup tree, for small pages."""

    __slots__ = ("_tag",)

    def __init__(self, tag: Tag) -> None:
        self._tag = tag

    @property
    def tag(self) -> str:
        return self._tag.name

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(self.attr("class").split())

    @property
    def parent(self) -> "Element | None":
        parent = self._tag.parent
        return None if parent is None or isinstance(parent, BeautifulSoup) else _SoupElement(parent)

    def attr(self, name: str) -> str:
        value = self._tag.get(name)
        return " ".join(value) if isinstance(value, list) else value or ""

    def text(self) -> str:
        parts: list[str] = []
        todo: list[PageElement | None] = [self._tag]
        while todo:
            item = todo.pop()
            if item is None:
                parts.append("\n")
            elif isinstance(item, Tag):
                if item.name in _SILENT:
                    continue
                if item.name in _BLOCKS:
                    parts.append("\n")
                    todo.append(None)
                todo.extend(reversed(item.contents))
            elif _is_seen(item):
                parts.append(str(item).replace("\n", " "))
        return _tidy("".join(parts))

    def own_text(self) -> str:
        return " ".join("".join(str(item) for item in self._tag.contents if _is_seen(item)).split())

    def children(self) -> "Sequence[Element]":
        return [_SoupElement(item) for item in self._tag.contents if isinstance(item, Tag)]

    def select(self, css: str) -> "Sequence[Element]":
        return [_SoupElement(tag) for tag in self._tag.select(css)]

    def first(self, css: str) -> "Element | None":
        tag = self._tag.select_one(css)
        return None if tag is None else _SoupElement(tag)


def _is_seen(item: PageElement) -> bool:
    return isinstance(item, NavigableString) and (not isinstance(item, PreformattedString) or isinstance(item, CData))
