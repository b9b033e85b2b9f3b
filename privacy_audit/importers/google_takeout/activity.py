"""My Activity and the history of YouTube, as JSON or as a page: what was watched, and where; searches are not read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
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
    def is_search(self) -> bool:
        return bool(_SEARCH.search(self.url)) or bool(_SEARCH_NAMES.search(self.product))


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
        if _WATCHED.search(act.url) and not act.is_ad:
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
    is_ad = any(_ADS in detail.text("name").casefold() for detail in Leaf(entry.details).leaves())
    places = tuple(
        (f"{info.text('name')} {info.text('source')}", info.text("url")) for info in Leaf(entry.location_infos).leaves()
    )
    when = moment_from_text(entry.time or "")
    return _Act(source, entry.header or "", entry.title or "", entry.title_url or "", when, channel, is_ad, places)


def from_html(visit: Visit, member: Member) -> Iterator[Found]:
    if is_search_file(member.path):
        yield MemberNote(member.path, MemberFate.PRIVATE)
        return
    told, number = _Told(), 0
    with visit.archive.stream(member) as stream:
        for piece in pieces(stream, ("outer-cell",)):
            for cell in piece.root.select("div.outer-cell"):
                yield from told.act(_cell(visit.source(member, f"record {number}"), cell))
                number += 1
    yield from told.note(member)


def _cell(source: Source, cell: Element) -> _Act:
    """The product, then what was done with links, the time in the last line, then what is said beside."""
    product = cell.first("p.mdl-typography--title")
    body = cell.first("div.content-cell.mdl-typography--body-1")
    links = body.select("a") if body else ()
    lines = [line for line in body.text().split("\n") if line] if body else []
    when = moment_from_text(lines[-1].replace("\u202f", " "), day_first=False) if lines else None
    beside = cell.first("div.mdl-typography--caption")
    places = tuple(
        (_line_of(beside, link), link.attr("href")) for link in (beside.select("a") if beside else ()) if _is_map(link)
    )
    return _Act(
        source,
        product.text() if product else "",
        lines[0] if lines else "",
        links[0].attr("href") if links else "",
        when,
        links[1].text() if len(links) > 1 else "",
        beside is not None and _ADS in beside.text().casefold(),
        places,
    )


def _is_map(link: Element) -> bool:
    href = link.attr("href")
    return "maps" in href and "google" in href


def _line_of(beside: Element | None, link: Element) -> str:
    """The words before a link to a map: "From your home:"."""
    text, name = beside.text() if beside else "", link.text()
    return next((line for line in text.split("\n") if name in line), "")[:120].replace(name, "")
