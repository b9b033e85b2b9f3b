"""Telegram: what the desktop program exports, all of an account or a single chat, as JSON or as HTML."""

from collections.abc import Iterator
from itertools import groupby

from privacy_audit.archive import Archive, Member
from privacy_audit.contents import Plan, Reader, Visit, carried_out
from privacy_audit.errors import ExportError
from privacy_audit.importers.telegram import account, chats, html, html_lists
from privacy_audit.importers.telegram.recognition import (
    IMPORTER_ID,
    account_page,
    chat_pages,
    json_files,
    recognise,
)
from privacy_audit.importing import ExportItem, Importer, LayoutEvidence, ReadOptions
from privacy_audit.model import MediaUse
from privacy_audit.voices import own_writers, question

_NOT_TOLD = (
    "The export does not hold your privacy settings: who can see your phone number, your picture and when you were "
    "last online. Look under Settings, Privacy and Security.",
    "Secret chats are not in it, and messages that somebody deleted are not either.",
    "Of public groups it holds only your own messages, unless all were asked for.",
    "The export of a single chat does not say which of its writers you are.",
)
_IGNORED = ("css/**", "js/**", "images/**", "*.tgs", "*.vcard")
_PAGES = ("messages.html", "messages?.html", "messages??.html", "messages???.html", "messages????.html")


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    """JSON where it is there; the HTML beside it holds the same once more."""
    visit = Visit(IMPORTER_ID, archive, options)
    files = json_files(archive)
    if files:
        yield from _json(visit, files)
    else:
        yield from _html(visit)


def _json(visit: Visit, files: tuple[Member, ...]) -> Iterator[ExportItem]:
    alone: list[chats.Heard] = []
    readers: list[tuple[str, Reader]] = []
    for member in files:
        me = account.me_of(visit.archive, member)
        number = ""
        if me is not None:
            holder = account.holder_of(me)
            number = holder.account_id
            visit.names |= {name.casefold() for name in holder.names}
            yield holder
        else:
            alone += _heard(visit, member)
        readers.append((member.path.replace("*", "?"), chats.Export(number)))
    yield from _asked(visit, alone)
    yield from carried_out(visit, Plan(readers, ignored=(*_IGNORED, "*.html")))


def _heard(visit: Visit, member: Member) -> list[chats.Heard]:
    try:
        return [chats.heard(visit.archive, member)]
    except ExportError:
        return []  # told when the file is read


def _asked(visit: Visit, alone: list[chats.Heard]) -> Iterator[ExportItem]:
    if not visit.names:
        asked = question(alone, visit.options.own_names)
        if asked is not None:
            yield asked
        visit.names = frozenset(name.casefold() for name in own_writers(alone, visit.options.own_names))


def _html(visit: Visit) -> Iterator[ExportItem]:
    page = account_page(visit.archive)
    if page is not None:
        holder = html_lists.holder_of(visit.archive, page)
        visit.names = frozenset(name.casefold() for name in holder.names)
        yield holder
    if not visit.names:
        yield from _asked(visit, list(_heard_on_pages(visit)))
    texts = html.Pages()
    readers: tuple[tuple[str, Reader], ...] = (
        ("export_results.html", html_lists.profile),
        ("lists/contacts.html", html_lists.entries("contacts")),
        ("lists/sessions.html", html_lists.entries("sessions")),
        ("lists/web_sessions.html", html_lists.entries("sites")),
        ("lists/profile_pictures.html", html_lists.pictures(MediaUse.PROFILE)),
        ("lists/stories.html", html_lists.pictures(MediaUse.STORY)),
        *((pattern, texts) for pattern in _PAGES),
    )
    ignored = (*_IGNORED, "lists/chats.html", "lists/left_chats.html", "lists/frequent.html")
    yield from carried_out(visit, Plan(readers, ignored=ignored))


def _heard_on_pages(visit: Visit) -> Iterator[chats.Heard]:
    """Each chat with all of its pages; a chat is a folder."""
    pages = sorted(chat_pages(visit.archive), key=_folder)
    for _, of_chat in groupby(pages, _folder):
        try:
            yield html.together([html.heard(visit.archive, page) for page in of_chat])
        except ExportError:
            continue  # told when the page is read


def _folder(member: Member) -> str:
    return member.path.rpartition("/")[0]


_FIXTURE, _SOURCE = LayoutEvidence.FIXTURE, LayoutEvidence.SOURCE
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Telegram",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(
        ("account or single chat, JSON", LayoutEvidence.FIXTURE),
        ("account or single chat, HTML", LayoutEvidence.SOURCE),
    ),
    category_evidence={
        "profile": _SOURCE, "posts": _SOURCE, "messages": _FIXTURE, "connections": _SOURCE, "photos": _SOURCE,
        "groups": _SOURCE, "places": _SOURCE, "logins": _SOURCE, "apps": _SOURCE,
    },
)  # fmt: skip
