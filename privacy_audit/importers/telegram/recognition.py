"""Tells the exports of Telegram Desktop: all of an account or a single chat, as JSON or as HTML."""

import re

from privacy_audit.archive import Archive, Member
from privacy_audit.errors import ExportError
from privacy_audit.importing import LayoutEvidence, Recognition

IMPORTER_ID = "telegram"
_HEAD = 8_192
_LOOKED_AT = 10  # JSON files of any name that are looked into
_ACCOUNT = re.compile(
    rb'"about"\s*:\s*"[^"]*(?:Telegram|data you requested)|"personal_information"\s*:\s*\{\s*"user_id"'
)
_CHAT = re.compile(
    rb'\{\s*(?:"name"\s*:[^{}\[\]]*"type"\s*:\s*"(?:personal|bot|private|public|saved|replies|verif)\w*"[^{}\[\]]*)'
    rb'"messages"\s*:\s*\['
)
_MESSAGE = re.compile(rb'"type"\s*:\s*"(?:message|service)"[^{}]*"date(?:_unixtime)?"\s*:')
_FOLDERS = frozenset(
    ("chats", "lists", "photos", "files", "profile_pictures", "stories", "css", "video_files", "voice_messages")
)
_HTML_ADVICE = "The JSON form of this export can be read more fully. Export it again with “Machine-readable JSON”."


def recognise(archive: Archive) -> Recognition | None:
    """A file with its folders beside it proves more than the file alone, so that nobody parts them."""
    files = json_files(archive)
    if files:
        account = any(_ACCOUNT.search(_head(archive, member)) for member in files)
        layout = "account, JSON" if account else "single chat, JSON"
        named = any(member.path.casefold().endswith("result.json") for member in files)
        score = 0.9 if account else 0.85 if named else 0.6
        return Recognition(IMPORTER_ID, layout, LayoutEvidence.SOURCE, score + _more(archive, files[0]))
    page = account_page(archive)
    if page is not None:
        score = 0.85 + _more(archive, page)
        return Recognition(IMPORTER_ID, "account, HTML", LayoutEvidence.SOURCE, score, _HTML_ADVICE)
    pages = archive.matching("messages*.html")[:_LOOKED_AT]
    if any(b"page_wrap" in _head(archive, page) for page in pages):
        score = 0.8 + _more(archive, pages[0])
        return Recognition(IMPORTER_ID, "single chat, HTML", LayoutEvidence.SOURCE, score, _HTML_ADVICE)
    return None


def _more(archive: Archive, member: Member) -> float:
    """For the folders that the desktop program puts beside a file."""
    top = member.path.rpartition("/")[0]
    start = len(top) + 1 if top else 0
    beside = {
        other.path[start:].partition("/")[0].casefold() for other in archive.members if other.path.startswith(top)
    }
    return 0.05 if beside & _FOLDERS else 0.0


def json_files(archive: Archive) -> tuple[Member, ...]:
    """The exports in JSON; several chats may lie side by side."""
    named = [member for member in archive.matching("result*.json") if _is_export(archive, member)]
    others = archive.matching("*.json")[:_LOOKED_AT] if not named else ()
    return (*named, *(member for member in others if _is_export(archive, member)))


def _is_export(archive: Archive, member: Member) -> bool:
    head = _head(archive, member)
    return any(proof.search(head) for proof in (_ACCOUNT, _CHAT)) or (
        b'"messages"' in head and _MESSAGE.search(head) is not None and b"sender_name" not in head
    )


def account_page(archive: Archive) -> Member | None:
    member = archive.find("export_results.html")
    return member if member is not None and b"page_wrap" in _head(archive, member) else None


def chat_pages(archive: Archive) -> tuple[Member, ...]:
    """The pages of chats, in their order."""
    return tuple(page for page in archive.matching("messages*.html") if b"page_wrap" in _head(archive, page))


def _head(archive: Archive, member: Member) -> bytes:
    try:
        return archive.head(member, _HEAD)
    except ExportError:
        return b""
