"""Finds where a big HTML page may be cut, and keeps what is handed to parsers within their bounds."""

import re
from collections.abc import Sequence
from functools import cache

PIECE_SIZE = 3_000_000  # parsers need about ten times this in memory
DEPTH_LIMIT = 500

_BLOCK = 16 * 1024  # within one block a nest cannot grow deep enough to hurt the parser
_FEWEST_SIBLINGS = 10
# Beyond these counts Python's own parser, which BeautifulSoup sits on, takes quadratic time.
_MOST_VOID = 2_000
_MOST_ODD = 100
_MOST_TAGS = 20_000
_MOST_NESTED = 250

# Tags that close by themselves, or whose closing may be left out: they do not count as depth.
_UNCOUNTED = frozenset(
    b"""area base br col embed hr img input link meta param source track wbr p li tr td th dt dd option tbody
    thead""".split()
)


def record_finder(classes: Sequence[str]) -> re.Pattern[bytes]:
    """Where one of these class names may stand in an opening tag."""
    return re.compile(b"(?:" + b"|".join(re.escape(name).encode() for name in classes) + rb')(?=[\s"])')


def _opening_tag(html: bytes, at: int) -> int:
    """The start of the tag whose class attribute holds the name at `at`; -1 when it is something else."""
    start = html.rfind(b"<", 0, at)
    head = html[start:at]
    before = html[at - 1 : at]
    return start if start >= 0 and b">" not in head and b'class="' in head and before in (b'"', b" ") else -1


@cache
def _tags() -> re.Pattern[bytes]:
    return re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")


@cache
def _void() -> re.Pattern[bytes]:
    return re.compile(rb"<(?:br|img|hr|input|meta|link|source|wbr|area|base|col|embed|param|track)\b", re.IGNORECASE)


def _net_depth(html: bytes) -> int:
    return sum(html.count(b"<" + name) - html.count(b"</" + name) for name in (b"div", b"section"))


def safe_cut(html: bytes, finder: re.Pattern[bytes] | None) -> int:
    """The last place where a record begins that is a sibling of the first one; 0 when there is none."""
    found: list[int] = []
    if finder is not None:
        found = [at for match in finder.finditer(html) if (at := _opening_tag(html, match.start())) >= 0]
    if not found:
        return _cut_by_structure(html)
    depth = _net_depth(html[found[0] : found[-1]])
    for before, at in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if depth == 0:
            return at
        depth -= _net_depth(html[before:at])
    return 0


def _cut_by_structure(html: bytes) -> int:
    """For pages of unknown make: the last element of the outermost level that has many."""
    depth = 0
    openings: dict[int, list[int]] = {}
    for tag in _tags().finditer(html):
        if tag[2].lower() in _UNCOUNTED:
            continue
        if tag[1]:
            depth -= 1
        else:
            openings.setdefault(depth, []).append(tag.start())
            depth += 1
    for level in sorted(openings):
        if len(openings[level]) >= _FEWEST_SIBLINGS:
            return openings[level][-1]
    return 0


def flattened(html: bytes) -> tuple[bytes, int]:
    """The page no deeper than DEPTH_LIMIT and how many tags were taken out for it; their text stays.

    Parsers take quadratic time over deep nests. The exact count of depth is only made where a rough one, block by
    block, says that the page may be deep.
    """
    return (html, 0) if not _may_be_deep(html) else _flatten(html)


def _may_be_deep(html: bytes) -> bool:
    depth = 0
    for start in range(0, len(html), _BLOCK):
        block = html[start : start + _BLOCK]
        closing = block.count(b"</")
        opening = block.count(b"<") - closing
        if depth + opening - closing > DEPTH_LIMIT or opening > _BLOCK // 8:
            opening -= sum(block.count(tag) for tag in (b"<br", b"<img", b"<p>", b"<td", b"<tr", b"<li", b"/>"))
        if depth + opening > DEPTH_LIMIT and (closing == 0 or opening > _BLOCK // 8):
            return True
        depth = max(0, depth + opening - closing)
        if depth > DEPTH_LIMIT:
            return True
    return False


def _flatten(html: bytes) -> tuple[bytes, int]:
    kept: list[bytes] = []
    depth = dropped = last = 0
    for tag in _tags().finditer(html):
        if tag[2].lower() in _UNCOUNTED and depth < DEPTH_LIMIT - 1:
            continue
        if tag[1]:
            depth = max(0, depth - 1)
            too_deep = depth >= DEPTH_LIMIT
        else:
            too_deep = depth >= DEPTH_LIMIT
            depth += 1
        if too_deep:
            kept.append(html[last : tag.start()])
            last = tag.end()
            dropped += not tag[1]
    kept.append(html[last:])
    return b" ".join(kept), dropped


def is_tame(html: bytes) -> bool:
    """Whether a small page holds nothing that makes Python's own parser slow."""
    if html.count(b"<!") > _MOST_ODD or html.count(b"<") > _MOST_TAGS or html.count(b"<?") > _MOST_ODD:
        return False
    if len(_void().findall(html)) > _MOST_VOID:
        return False
    opening = html.count(b"<div") + html.count(b"<span") + html.count(b"<section") + html.count(b"<table")
    return opening < _MOST_NESTED or not _may_be_deep(html)
