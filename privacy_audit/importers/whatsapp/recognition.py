"""Tells chats of WhatsApp and its account report by their names and first lines."""

from collections.abc import Iterator

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import same_letters
from privacy_audit.errors import ExportError
from privacy_audit.importers.whatsapp.lines import heading
from privacy_audit.importing import LayoutEvidence, Recognition
from privacy_audit.text import decode_text

IMPORTER_ID = "whatsapp"
REPORT = ("portability.json", "access.html")
_HEAD = 4_096
_FEWEST = 2  # headings among the first lines of a text that is not called after WhatsApp
_FIRST_LINES = 20
_LOOKED_AT = 25  # texts of any name that are looked into
_MOST_PAGES = 60  # of an account report; exports of other platforms have more


def recognise(archive: Archive) -> Recognition | None:
    """Chats, else the account report. Chats under other names than WhatsApp's own prove less."""
    if next(_named(archive), None) is not None:
        return Recognition(IMPORTER_ID, "chat as text", LayoutEvidence.FIXTURE, 0.9)
    if report(archive):
        return Recognition(IMPORTER_ID, "account report", LayoutEvidence.MEMORY, 0.7)
    if next(_unnamed(archive), None) is not None:
        return Recognition(IMPORTER_ID, "chat as text, renamed", LayoutEvidence.FIXTURE, 0.6)
    return None


def chats(archive: Archive) -> tuple[Member, ...]:
    """The texts that are chats."""
    found = {member.path: member for member in (*_named(archive), *_unnamed(archive))}
    return tuple(found.values())


def report(archive: Archive) -> tuple[Member, ...]:
    """The members of an account report: known by their two names, or by what its pages say."""
    known = [member for name in REPORT for member in archive.matching(name) if _says(archive, member)]
    if known or len(archive.members) > _MOST_PAGES:
        return tuple(known)
    pages = [*archive.matching("*.html"), *archive.matching("*.json")]
    if any(_says(archive, page) for page in pages if page.path.endswith((".html", ".htm"))):
        return tuple(pages)
    return ()


def _says(archive: Archive, member: Member) -> bool:
    """Whether the first bytes speak of WhatsApp and an account, or are the JSON that goes with such a page."""
    text = _head(archive, member).casefold()
    if member.path.casefold().endswith("portability.json"):
        return '"wa_' in text or "whatsapp" in text or archive.find("access.html") is not None
    return "whatsapp" in text and ("account info" in text or "account report" in text or "access" in member.path)


def _named(archive: Archive) -> Iterator[Member]:
    for member in archive.matching("*.txt"):
        name = same_letters(member.path)
        if (name.endswith("_chat.txt") or "whatsapp" in name) and _headings(archive, member):
            yield member


def _unnamed(archive: Archive) -> Iterator[Member]:
    for member in archive.matching("*.txt")[:_LOOKED_AT]:
        if _headings(archive, member) >= _FEWEST:
            yield member


def _headings(archive: Archive, member: Member) -> int:
    """How many of the first lines begin a message."""
    lines = _head(archive, member).splitlines()[:_FIRST_LINES]
    return sum(heading().match(line) is not None for line in lines)


def _head(archive: Archive, member: Member) -> str:
    try:
        return decode_text(archive.head(member, _HEAD)).text
    except ExportError:
        return ""
