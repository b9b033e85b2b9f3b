"""My Activity and the history of YouTube, as JSON or as a page: what was watched, and where; searches are not read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import msgspec

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.importers.google_takeout.map_points import point_of_text
from privacy_audit.importing import MemberFate, MemberNote
from privacy_audit.json_stream import Row, rows
from privacy_audit.leaf import Leaf
from privacy_audit.markup import Element, pieces
from privacy_audit.model import Like, Moment, Place, PlaceKind, Source
from privacy_audit.text import moment_from_text

_SEARCH = re.compile(
    r"[/.]google\.[a-z.]+/(?:search|maps/(?:search|place|dir)|maps\?|imghp|images|webhp|url\?.*[?&]q=)"
    r"|search_query=|/results\?|play\.google\.com/store/search|[?&]q=",
    re.IGNORECASE,
)
_SEARCH_NAMES = re.compile(
    r"search|such|recherche|zoek|búsqueda|busca|ricerc|szukaj|wyszukiw|поиск|hledán|sök|søg|søk|haku|arama|검색|検索|搜索",
    re.IGNORECASE,
)
_WATCHED = re.compile(r"(?:youtube\.com/(?:watch|shorts|post)|youtu\.be/|music\.youtube\.com/watch)", re.IGNORECASE)
_HOME = re.compile(r"\((?:Home|Zuhause|Domicile|Casa|Thuis|Dom)\)|your home", re.IGNORECASE)
_WORK = re.compile(r"\((?:Work|Arbeit|Travail|Trabajo|Lavoro|Werk|Praca)\)|your work", re.IGNORECASE)
_ADS = "google ads"


class Entry(msgspec.Struct, gc=False, rename="camel"):
    header: str | None = None
    title: str | None = None
    title_url: str | None = None
    time: str | None = None
    subtitles: Any = None
    details: Any = None
    location_infos: Any = None


@dataclass(frozen=True, slots=True, repr=False)
class _Act:
    """One thing done, as both formats tell it."""

    source: Source
    product: str
    title: str
    url: str
    when: Moment | None
    channel: str = ""
    is_ad: bool = False
    places: tuple[tuple[str, str], ...] = ()  # what told the place, and the link with it

    @property
    def is_watched(self) -> bool:
        return _WATCHED.search(self.url) is not None

    @property
    def is_search(self) -> bool:
        return _is_search_name(self.product) or (not self.is_watched and _SEARCH.search(self.url) is not None)


@lru_cache(maxsize=256)
def _is_search_name(name: str) -> bool:
    return _SEARCH_NAMES.search(name) is not None


@dataclass(slots=True)
class _Told:
    """What came of a file so far: the places once each, and whether all of it was searches."""

    places: set[tuple[str, str]] = field(default_factory=set)
    searches: int = 0
    others: int = 0

    def act(self, act: _Act) -> Iterator[Found]:
        if act.is_search:
            self.searches += 1
            return
        self.others += 1
        if act.is_watched and not act.is_ad:
            on = f"{act.title} ({act.channel})" if act.channel else act.title
            yield Like(act.source, on, "watched", when=act.when)
        for told_by, link in act.places:
            point = point_of_text(link.partition("center=")[2] or link.partition("q=")[2] or link)
            about = (told_by, f"{point.latitude:.3f},{point.longitude:.3f}" if point else link)
            if point is None or about in self.places:
                continue
            self.places.add(about)
            called = "Home" if _HOME.search(told_by) else "Work" if _WORK.search(told_by) else ""
            kind = PlaceKind.PRIMARY if called else PlaceKind.HISTORY
            yield Place(act.source, kind, called, coordinates=point, when=act.when)

    def note(self, member: Member) -> Iterator[Found]:
        """Told of a file of which nothing is read: it was nothing but searches, whatever its name is."""
        if self.searches and not self.others:
            yield MemberNote(member.path, MemberFate.PRIVATE)


def is_search_file(path: str) -> bool:
    """By its name or its folder's: in most languages a search is called one."""
    folder, _, name = path.rpartition("/")
    plain = name.casefold()
    return bool(_SEARCH_NAMES.search(name)) or (
        "activ" in plain.replace("aktiv", "activ") and bool(_SEARCH_NAMES.search(folder.rpartition("/")[2]))
    )


def from_json(visit: Visit, member: Member) -> Iterator[Found]:
    if is_search_file(member.path):
        yield MemberNote(member.path, MemberFate.PRIVATE)
        return
    told = _Told()
    with visit.archive.stream(member) as stream:
        for row in rows(stream, Entry, visit.source(member)):
            if isinstance(row, Row):
                yield from told.act(_act(visit.source(member, f"/{row.number}"), row.value))
            else:
                yield row
    yield from told.note(member)


def _act(source: Source, entry: Entry) -> _Act:
    channel = next(iter(Leaf(entry.subtitles).leaves()), Leaf(None)).text("name") if entry.subtitles else ""
    details, infos = (Leaf(part).leaves() if part else () for part in (entry.details, entry.location_infos))
    is_ad = any(_ADS in detail.text("name").casefold() for detail in details)
    places = tuple((f"{info.text('name')} {info.text('source')}", info.text("url")) for info in infos)
    when = moment_from_text(entry.time or "")
    return _Act(source, entry.header or "", entry.title or "", entry.title_url or "", when, channel, is_ad, places)


def from_html(visit: Visit, member: Member) -> Iterator[Found]:
    """One search of each piece for what tells something: a search of each entry took three times as long."""
    if is_search_file(member.path):
        yield MemberNote(member.path, MemberFate.PRIVATE)
        return
    told, number = _Told(), 0
    with visit.archive.stream(member) as stream:
        for piece in pieces(stream, ("outer-cell",)):
            for parts in _cells(piece.root):
                yield from told.act(_cell(visit.source(member, f"record {number}"), parts))
                number += 1
    yield from told.note(member)


_PARTS = (
    "p.mdl-typography--title, div.content-cell.mdl-typography--body-1:not(.mdl-typography--text-right), "
    'div.mdl-typography--caption:lexbor-contains("Google Ads"), div.mdl-typography--caption:has(a[href*="maps"])'
)


def _cells(root: Element) -> Iterator[list[Element]]:
    """The parts of each entry: the product begins it, then what was done, then what is said of ads and places."""
    parts: list[Element] = []
    for part in root.select(_PARTS):
        if part.tag == "p" and parts:
            yield parts
            parts = []
        parts.append(part)
    if parts:
        yield parts


def _cell(source: Source, parts: list[Element]) -> _Act:
    """What was done stands with its links, and the time in the last line."""
    product = parts[0].text() if parts[0].tag == "p" else ""
    rest = parts[1:] if parts[0].tag == "p" else parts
    body = next((part for part in rest if "mdl-typography--body-1" in part.classes), None)
    besides = [part for part in rest if "mdl-typography--caption" in part.classes]
    links = body.select("a") if body else ()
    lines = [line for line in body.text().split("\n") if line] if body else []
    when = moment_from_text(lines[-1].replace("\u202f", " ")) if lines else None
    return _Act(
        source,
        product,
        lines[0] if lines else "",
        links[0].attr("href") if links else "",
        when,
        links[1].text() if len(links) > 1 else "",
        any(_ADS in beside.text().casefold() for beside in besides),
        tuple((_line_of(beside, link), link.attr("href")) for beside in besides for link in _maps(beside)),
    )


def _maps(beside: Element) -> Iterator[Element]:
    return (link for link in beside.select("a") if _is_map(link))


def _is_map(link: Element) -> bool:
    href = link.attr("href")
    return "maps" in href and "google" in href


def _line_of(beside: Element, link: Element) -> str:
    """The words before a link to a map: "From your home:"."""
    text, name = beside.text(), link.text()
    return next((line for line in text.split("\n") if name in line), "")[:120].replace(name, "")
