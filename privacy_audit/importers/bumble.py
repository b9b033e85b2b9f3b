"""Bumble: the answer to a request, one page of tables whose cells hold JSON."""

from collections.abc import Callable, Iterator, Mapping

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.decoding import walk_texts
from privacy_audit.degrees import degrees
from privacy_audit.entry import Entry, bare
from privacy_audit.errors import ExportError
from privacy_audit.html_tables import page_tables
from privacy_audit.importing import (
    ExportItem,
    Holder,
    Importer,
    LayoutEvidence,
    ReadOptions,
    Recognition,
)
from privacy_audit.leaf import Leaf
from privacy_audit.model import (
    Audience,
    BirthDate,
    Employment,
    FieldKind,
    Login,
    MediaUse,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    ProfileField,
    Schooling,
    Source,
    Thread,
    Voice,
)
from privacy_audit.text import partial_date_from_text

IMPORTER_ID = "bumble"
_HEAD = 262_144
_SHOWN = Audience.EVERYONE  # to anybody whom Bumble shows the profile
_FIELDS: Mapping[str, tuple[FieldKind, Audience]] = {
    "name": (FieldKind.NAME, _SHOWN),
    "firstname": (FieldKind.NAME, _SHOWN),
    "phone": (FieldKind.PHONE, Audience.ONLY_ME),
    "phonenumber": (FieldKind.PHONE, Audience.ONLY_ME),
    "email": (FieldKind.EMAIL, Audience.ONLY_ME),
    "description": (FieldKind.BIO, _SHOWN),
    "aboutme": (FieldKind.BIO, _SHOWN),
    "gender": (FieldKind.GENDER, _SHOWN),
    "religion": (FieldKind.RELIGION, _SHOWN),
    "politicalviews": (FieldKind.POLITICS, _SHOWN),
    "hometown": (FieldKind.HOME_TOWN, _SHOWN),
    "city": (FieldKind.CURRENT_CITY, _SHOWN),
}
_WORDS = (b"political_views", b"last_location", b"occupation", b"chats")


def recognise(archive: Archive) -> Recognition | None:
    member = _page_of(archive)
    return Recognition(IMPORTER_ID, "page", LayoutEvidence.MEMORY, 0.85) if member else None


def _page_of(archive: Archive) -> Member | None:
    """A page that is called after Bumble, or names it, and has what such answers have."""
    for member in archive.matching("*.html")[:20]:
        try:
            head = archive.head(member, _HEAD).lower()
        except ExportError:
            continue
        named = b"bumble" in head or "bumble" in member.path.casefold()
        known = sum(word in head or word.replace(b"_", b" ") in head for word in _WORDS)
        if b"<table" in head and named and known > 1:
            return member
    return None


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    page = _page_of(archive)
    visit = Visit(IMPORTER_ID, archive, options)
    yield _holder(visit, page)
    yield from carried_out(visit, Plan(readers=((page.path, _page),) if page else ()))


def _holder(visit: Visit, page: Member | None) -> Holder:
    try:
        said = {bare(name): leaf for _at, name, leaf in _cells(visit, page)} if page else {}
    except ExportError:
        said = {}  # told when the page itself is read
    names, emails = (tuple(filter(None, (said.get(key, Leaf(None)).text(),))) for key in ("name", "email"))
    return Holder(names, emails=emails)


def _cells(visit: Visit, member: Member) -> Iterator[tuple[Source, str, Leaf]]:
    """Every cell with the name of its row or column."""
    with visit.archive.stream(member) as stream:
        for table in page_tables(stream):
            source = visit.source(member, f"record {table.number}")
            for row in Leaf(table.value).leaves():
                for name, leaf in row.items():
                    yield source, name, leaf


def _page(visit: Visit, member: Member) -> Iterator[Found]:
    for source, name, leaf in _cells(visit, member):
        plain = bare(name)
        make = next((make for part, make in _PARTS.items() if part in plain), None)
        if make is not None:
            yield from make(source, leaf)
        elif plain in _FIELDS and leaf.text():
            yield from _field(source, plain, leaf.text())
        elif isinstance(leaf.value, dict | list):
            texts = dict.fromkeys(text for _at, text in walk_texts(leaf.value) if text)
            if texts:
                yield ProfileField(source, FieldKind.OTHER, ", ".join(texts), name)
        elif leaf.text() or leaf.number() is not None:
            yield ProfileField(source, FieldKind.OTHER, leaf.text() or f"{leaf.number():g}", name)


def _field(source: Source, plain: str, value: str) -> Iterator[Found]:
    kind, audience = _FIELDS[plain]
    yield ProfileField(source, kind, value, audience=audience)
    if kind in {FieldKind.NAME, FieldKind.BIO}:
        passage_kind = PassageKind.HANDLE if kind is FieldKind.NAME else PassageKind.BIO
        yield Passage(value, passage_kind, Voice.OWNER, source, audience=audience)


def _location(source: Source, leaf: Leaf) -> Iterator[Found]:
    for place in leaf.leaves():
        entry = Entry.of(place.value)
        where = degrees(
            Leaf(entry.first("lat", "latitude")).number(), Leaf(entry.first("lon", "lng", "longitude")).number()
        )
        if where is not None:
            yield Place(source, PlaceKind.HISTORY, entry.first("city", "name"), coordinates=where)
    if name := leaf.text():
        yield Place(source, PlaceKind.HISTORY, name)


def _work(source: Source, leaf: Leaf) -> Iterator[Found]:
    for job in leaf.leaves():
        employer, title = job.first("employer", "company"), job.first("position", "title")
        if employer or title:
            yield Employment(source, employer, title, audience=_SHOWN)
    if words := leaf.text():
        yield Employment(source, "", words, audience=_SHOWN)


def _school(source: Source, leaf: Leaf) -> Iterator[Found]:
    for school in leaf.leaves():
        if name := school.text() or school.first("school_name", "name"):
            yield Schooling(source, name, audience=_SHOWN)
    if name := leaf.text():
        yield Schooling(source, name, audience=_SHOWN)


def _birth(source: Source, leaf: Leaf) -> Iterator[Found]:
    if born := partial_date_from_text(leaf.text()):
        yield BirthDate(source, born)


def _chats(source: Source, leaf: Leaf) -> Iterator[Found]:
    """Only the owner's own messages, without the names of those they went to."""
    times, count = [], 0
    key = f"chat of {source.pointer}"
    for said in leaf.leaves():
        when, words = said.moment("datetime") or said.moment("date"), said.text() or said.first("text", "message")
        times += [when] if when else []
        count += 1
        yield Passage(words, PassageKind.MESSAGE, Voice.OWNER, source, thread=key, when=when)
    if count:
        first, last = (min(times), max(times)) if times else (None, None)
        yield Thread(source, key, "", (), count, first=first, last=last)


def _devices(source: Source, leaf: Leaf) -> Iterator[Found]:
    for device in leaf.leaves():
        entry = Entry.of(device.value)
        name = device.text() or entry.first("model", "device", "name", "devicemodel", "platform")
        if name or entry.values:
            yield Login(source, "device", entry.moment("lastseen", "date", "datetime"), entry.first("ip"), name)
    if name := leaf.text():
        yield Login(source, "device", device=name)


def _photos(source: Source, leaf: Leaf) -> Iterator[Found]:
    for _photo in leaf.leaves():
        yield Photo(source, None, use=MediaUse.PROFILE, audience=_SHOWN)


_PARTS: Mapping[str, Callable[[Source, Leaf], Iterator[Found]]] = {
    "location": _location,
    "occupation": _work,
    "job": _work,
    "education": _school,
    "birth": _birth,
    "chats": _chats,
    "messages": _chats,
    "device": _devices,
    "photos": _photos,
}
_NOT_TOLD = (
    "Bumble's answer holds only your own side of the talks, and no names of those you talked to.",
    "To whom your profile was shown is not in it: take it that anybody nearby may have seen it.",
)
_MEMORY = LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Bumble",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("page", LayoutEvidence.MEMORY),),
    category_evidence=dict.fromkeys(("profile", "messages", "photos", "places", "logins"), _MEMORY),
)
