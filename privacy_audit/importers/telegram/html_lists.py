"""Reads the account's page and the lists of Telegram's HTML: contacts, sign-ins, websites and pictures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Reader, Visit
from privacy_audit.errors import ExportError
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
    Voice,
)
from privacy_audit.text import moment_from_text, tidy

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
FILMS = (".mp4", ".mov", ".webm")
_KINDS = {
    "username": FieldKind.HANDLE,
    "phone number": FieldKind.PHONE,
    "bio": FieldKind.BIO,
}
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
        paths = [path for path in links if path.casefold().endswith(PICTURES + FILMS) and "://" not in path]
        for number, path in enumerate(paths):
            kind = MediaKind.VIDEO if path.casefold().endswith(FILMS) else MediaKind.PHOTO
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
