"""Downloads of platforms that this program does not know, read as a best guess by what their names mean."""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import same_letters
from privacy_audit.batching import Found
from privacy_audit.contents import MEDIA_ENDINGS, Plan, Reader, Visit, carried_out
from privacy_audit.errors import ExportError
from privacy_audit.importers.generic.making import OWN, Talks, made
from privacy_audit.importers.generic.rows import Row, Rows, json_rows, page_rows, table_rows
from privacy_audit.importing import (
    ExportItem,
    Holder,
    Importer,
    LayoutEvidence,
    MemberFate,
    MemberNote,
    ReadOptions,
    ReadProblem,
    Recognition,
    TextBatch,
)
from privacy_audit.key_meanings import meaning_of, section_of
from privacy_audit.markup import pieces
from privacy_audit.model import Connection, ConnectionKind, Membership, MembershipKind, Passage, PassageKind, Voice
from privacy_audit.text import decode_text
from privacy_audit.vcards import cards
from privacy_audit.voices import question

IMPORTER_ID = "generic"
_SCORE = 0.05
_LOOKED_AT = 40  # files
_HEAD = 16_384
_OF_PROFILE = 4 << 20  # bytes; the account's own file is no larger
_DATA = (".json", ".csv", ".tsv", ".html", ".htm", ".vcf", ".ics")
_HARMLESS = (*_DATA, *MEDIA_ENDINGS, ".txt", ".xml", ".css", ".js", ".svg", ".md", ".pdf", ".woff", ".woff2", ".ico")
_PERSONAL = frozenset({"email", "phone", "birth", "address"})
_ENOUGH = 2  # meanings
_LONG_ENOUGH = 20  # letters of a line that somebody may have written
_ADVICE = (
    "This program does not know this download, so it reads it as a best guess and may miss things. "
    "Please look through the download yourself as well."
)
_NOTHING_KNOWN = "Some entries of this file could not be understood and were left out. Please look at them yourself."


def recognise(archive: Archive) -> Recognition | None:
    """An export in which files for a program tell of a person; not just any folder, and no lone list of people."""
    members = archive.members
    if not members or sum(_ends(member, _HARMLESS) for member in members) < 0.8 * len(members):
        return None
    data = [member for member in members if _ends(member, _DATA)]
    tables = [member for member in data if _ends(member, (".csv", ".tsv"))]
    if len(data) == len(tables) < _ENOUGH and not any(section_of(_stem(member)) == "profile" for member in tables):
        return None
    found: set[str] = set()
    for member in sorted(data, key=lambda member: section_of(_stem(member)) != "profile")[:_LOOKED_AT]:
        found |= _meanings(archive, member)
        if found & _PERSONAL and len(found) >= _ENOUGH:
            return Recognition(IMPORTER_ID, "not known, read as a best guess", LayoutEvidence.MEMORY, _SCORE, _ADVICE)
    return None


def _ends(member: Member, endings: tuple[str, ...]) -> bool:
    return same_letters(member.path).endswith(endings)


def _stem(member: Member) -> str:
    return member.path.rpartition("/")[2].rpartition(".")[0]


def _meanings(archive: Archive, member: Member) -> set[str]:
    try:
        text = decode_text(archive.head(member, _HEAD)).text
    except ExportError:
        return set()
    if _ends(member, (".vcf", ".ics")):
        return {"name", "phone"} if "BEGIN:VCARD" in text else set()
    if _ends(member, (".json",)):
        names = re.findall(r'"([^"\n]{1,40})"\s*:', text)
    elif _ends(member, (".html", ".htm")):
        names = re.findall(r"<t[hd][^>]{0,200}>([^<\n]{1,40})<", text)
    else:
        names = re.split(r'[,;\t"]+', text.partition("\n")[0])
    return {meaning for meaning in map(meaning_of, names) if meaning}


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    visit = Visit(IMPORTER_ID, archive, options)
    holder = _holder(visit)
    yield holder
    known = (*holder.names, *holder.handles, *options.own_names)
    visit.names = frozenset(name.casefold() for name in known)
    talk = _Talk()
    for item in carried_out(visit, _PLAN):
        if isinstance(item, TextBatch) and item.kind is PassageKind.MESSAGE:
            talk.writers.update(filter(None, item.authors))
        yield item
    if not any(visit.voice(name) is Voice.OWNER or name.casefold() in OWN for name in talk.writers):
        asked = question((talk,), options.own_names)
        if asked is not None:
            yield asked


@dataclass(slots=True, repr=False)
class _Talk:
    """Who writes in the messages, all together: the user is asked once where none of them is known to be the user."""

    writers: Counter[str] = field(default_factory=Counter)
    likely: str = ""


def _holder(visit: Visit) -> Holder:
    """From the objects that stand alone in files of an account, or in small files of any name."""
    members = [member for member in visit.archive.members if member.size <= _OF_PROFILE and _ends(member, _DATA[:5])]
    members.sort(key=lambda member: section_of(_stem(member)) != "profile")
    for member in members[:_LOOKED_AT]:
        open_rows = next(rows for ending, rows in _ROWS if _ends(member, (ending,)))
        try:
            for row in open_rows(visit, member):
                if isinstance(row, Row) and row.alone and (held := _of_row(row)):
                    return held
        except ExportError:
            continue  # told when the file itself is read
    return Holder()


def _of_row(row: Row) -> Holder | None:
    emails = tuple(text for text in row.said.get("email", ()) if "@" in text)
    names, handles = tuple(filter(None, (row.person,))), row.said.get("handle", ())
    if emails or (handles and row.kind == "profile") or (names and "birth" in row.said):
        return Holder(names if row.first("name") else (), handles, emails)
    return None


def _of(open_rows: Callable[[Visit, Member], Rows]) -> Reader:
    def read_file(visit: Visit, member: Member) -> Iterator[Found]:
        talks, understood, missed, searches = Talks(), 0, 0, False
        for row in open_rows(visit, member):
            if isinstance(row, ReadProblem):
                yield row
            elif row.kind == "searches":
                searches = True
            elif row.values:
                before = understood
                for item in made(visit, row, talks):
                    yield item
                    understood += 1
                missed += understood == before and not row.has_more
        yield from talks.threads()
        if searches:
            yield MemberNote(member.path, MemberFate.PRIVATE)
        elif missed and understood:
            yield ReadProblem(visit.source(member), _NOTHING_KNOWN)
        elif not understood:
            yield MemberNote(member.path, MemberFate.UNKNOWN)

    return read_file


def _page(visit: Visit, member: Member) -> Iterator[Found]:
    """Tables where the page has any; otherwise the lines that are long enough to have been written by somebody."""
    items = list(_of(page_rows)(visit, member))
    if any(not isinstance(item, MemberNote) for item in items):
        yield from items
        return
    folder, _, name = member.path.rpartition("/")
    kind = section_of(name) or section_of(folder.rpartition("/")[2])
    if kind == "searches":
        yield MemberNote(member.path, MemberFate.PRIVATE)
        return
    passage_kind = {"messages": PassageKind.MESSAGE, "comments": PassageKind.COMMENT}.get(kind, PassageKind.POST)
    number = 0
    with visit.archive.stream(member) as stream:
        for piece in pieces(stream):
            for line in piece.root.text().split("\n"):
                if len(line) >= _LONG_ENOUGH:
                    source = visit.source(member, f"record {number}")
                    yield Passage(line, passage_kind, Voice.UNKNOWN, source, thread=name, place=name)
                    number += 1
    if not number:
        yield MemberNote(member.path, MemberFate.IGNORED)


def _cards(visit: Visit, member: Member) -> Iterator[Found]:
    for card in cards(io.StringIO(decode_text(visit.archive.read(member)).text)):
        source = visit.source(member, f"line {card.line}")
        points = (*card.texts("TEL"), *card.texts("EMAIL"))
        if name := card.title or next(iter(points), ""):
            note = ", ".join(filter(None, (card.text("ORG"), card.text("TITLE"))))
            yield Connection(source, ConnectionKind.CONTACT, name, contact_points=points, note=note)
        else:
            yield visit.problem(member, source.pointer, _NOTHING_KNOWN)


def _events(visit: Visit, member: Member) -> Iterator[Found]:
    for event in cards(io.StringIO(decode_text(visit.archive.read(member)).text), ("VEVENT",)):
        source = visit.source(member, f"line {event.line}")
        if name := event.text("SUMMARY") or event.text("LOCATION"):
            yield Membership(source, MembershipKind.EVENT, name, place=event.text("LOCATION"))
        else:
            yield visit.problem(member, source.pointer, _NOTHING_KNOWN)


_ROWS: tuple[tuple[str, Callable[[Visit, Member], Rows]], ...] = (
    (".json", json_rows),
    (".csv", table_rows),
    (".tsv", table_rows),
    (".html", page_rows),
    (".htm", page_rows),
)
_PLAN = Plan(
    readers=(
        ("*.json", _of(json_rows)),
        ("*.csv", _of(table_rows)),
        ("*.tsv", _of(table_rows)),
        ("*.html", _page),
        ("*.htm", _page),
        ("*.vcf", _cards),
        ("*.ics", _events),
    ),
    private=("*search*.*",),
    ignored=("*.css", "*.js", "*.svg", "*.woff", "*.woff2", "*.ico"),
)
_NOT_TOLD = (
    _ADVICE,
    "What others can see on this platform, and what of it, cannot be told: look at its privacy settings.",
)
_MEMORY = LayoutEvidence.MEMORY
_CATEGORIES = ("profile", "posts", "comments", "messages", "connections", "photos", "likes", "groups")
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Another platform",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("not known, read as a best guess", LayoutEvidence.MEMORY),),
    category_evidence=dict.fromkeys((*_CATEGORIES, "places", "logins", "settings", "apps"), _MEMORY),
    last_resort=True,
)
