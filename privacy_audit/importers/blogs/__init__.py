"""Blogs: the export file of WordPress, and the backup or feed of Blogger."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from privacy_audit import blogger
from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.errors import ExportError
from privacy_audit.importers.blogs import wordpress
from privacy_audit.importing import (
    ExportItem,
    Holder,
    Importer,
    LayoutEvidence,
    MemberFate,
    MemberNote,
    ReadOptions,
    Recognition,
)
from privacy_audit.model import Source
from privacy_audit.xml_stream import xml_records

IMPORTER_ID = "blogs"
_FILES = ("*.xml", "*.atom")
_FEW = 60  # files that are looked into
_HEAD = 8192
_BEGINNING = 2 << 20  # bytes in which the blog's writers are looked for
_WORDPRESS = (b"wordpress.org/export/", b"wxr_version", b"WordPress eXtended RSS")
_BLOGGER = (b"schemas.google.com/blogger", b"tag:blogger.com", b"blogger.com/feeds")
_NOT_TOLD = (
    "Your posts are what everybody can read. Comments that you wrote on other people's blogs are not in this file.",
    "Copies that search engines and archives have made of your blog are not in it, and stay when a post is taken down.",
    "Pictures are in it as addresses only.",
)


def recognise(archive: Archive) -> Recognition | None:
    """By what the file says of itself in its first lines; a feed inside a Takeout belongs to that."""
    kinds = Counter(_kind(archive, member) for member in _candidates(archive))
    if kinds["wordpress"]:
        return Recognition(IMPORTER_ID, "WordPress export file", LayoutEvidence.SOURCE, 0.9)
    if kinds["blogger"]:
        return Recognition(IMPORTER_ID, "Blogger backup or feed", LayoutEvidence.SOURCE, 0.85)
    return None


def _candidates(archive: Archive) -> list[Member]:
    found = [member for pattern in _FILES for member in archive.matching(pattern)]
    return [member for member in found if "Takeout/" not in member.path][:_FEW]


def _kind(archive: Archive, member: Member) -> str:
    try:
        head = archive.head(member, _HEAD)
    except ExportError:
        return ""
    head = head.replace(b"\x00", b"")  # UTF-16
    if any(mark in head for mark in _WORDPRESS):
        return "wordpress"
    return "blogger" if any(mark in head for mark in _BLOGGER) else ""


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    holder = _holder(archive, frozenset(name.casefold() for name in options.own_names))
    yield holder
    own = (*holder.names, *holder.handles, *holder.emails, *options.own_names)
    visit = Visit(IMPORTER_ID, archive, options, frozenset(name.casefold() for name in own))
    plan = Plan(tuple((pattern, _file) for pattern in _FILES), ignored=("theme-*.xml", "settings.csv", "*.css"))
    yield from carried_out(visit, plan)


def _file(visit: Visit, member: Member) -> Iterator[Found]:
    match _kind(visit.archive, member):
        case "wordpress":
            yield from wordpress.items(visit, member)
        case "blogger":
            yield from blogger.entries(visit, member)
        case _:
            theme = member.path.rpartition("/")[2].startswith("theme-")
            yield MemberNote(member.path, MemberFate.IGNORED if theme else MemberFate.UNKNOWN)


def _holder(archive: Archive, own: frozenset[str]) -> Holder:
    """The one who writes the blog. Where several do, the one whom the user named; otherwise nobody can tell."""
    writers: dict[Holder, None] = {}
    for member in _candidates(archive):
        try:
            with archive.stream(member) as stream:
                head = stream.read(_BEGINNING)
        except ExportError:
            continue  # told when the file itself is read
        kind = _kind(archive, member)
        found = wordpress.writers(head) if kind == "wordpress" else _bloggers(head) if kind == "blogger" else ()
        writers.update(dict.fromkeys(found))
    named = [one for one in writers if own & {name.casefold() for name in (*one.names, *one.handles, *one.emails)}]
    if len(named) == 1:
        return named[0]
    return next(iter(writers)) if len(writers) == 1 else Holder()


def _bloggers(head: bytes) -> Iterator[Holder]:
    for found in xml_records(BytesIO(head), ("entry",), Source(IMPORTER_ID, "")):
        if isinstance(found, tuple):
            entry = blogger.Entry(found[1])
            if entry.kind in {"post", "page"} and entry.author:
                emails = (entry.node.text("author", "email"),)
                yield Holder((entry.author,), emails=tuple(mail for mail in emails if mail and "noreply" not in mail))


_SOURCE = LayoutEvidence.SOURCE
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Blogs (WordPress, Blogger)",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(
        ("WordPress export file", LayoutEvidence.SOURCE),
        ("Blogger backup or feed", LayoutEvidence.SOURCE),
    ),
    category_evidence={
        "profile": _SOURCE,
        "posts": _SOURCE,
        "comments": _SOURCE,
        "photos": _SOURCE,
        "places": _SOURCE,
        "logins": _SOURCE,
        "settings": _SOURCE,
    },
)
