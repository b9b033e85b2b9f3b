"""Snapchat: "My Data", with JSON files when they were ticked, pages otherwise, and memories in parts of their own."""

import re
from collections.abc import Iterator, Mapping

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Reader, Visit, carried_out
from privacy_audit.entry import Entry
from privacy_audit.errors import ExportError
from privacy_audit.importers.snapchat import chats, places, records
from privacy_audit.importers.snapchat.sections import Handler, Section, html_sections, json_sections
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
)
from privacy_audit.leaf import Leaf

IMPORTER_ID = "snapchat"
_NAME = re.compile(r"mydata~\d+", re.IGNORECASE)
_HEAD = 65_536
_ADVICE = (
    "This download has pages only. It can be checked as it is; JSON is more certain: ask Snapchat for the download "
    "again and switch on JSON files."
)
_PROOF = (
    ("account.json", (b'"Basic Information"',)),
    ("account_history.json", (b'"Display Name Change"', b'"Download My Data Reports"')),
    ("friends.json", (b'"Display Name"', b'"Friends"')),
    ("memories_history.json", (b'"Saved Media"',)),
    ("chat_history.json", (b'"IsSender"', b'"Media Type"')),
    ("chat_history.json", (b'Saved Chat History"',)),
    ("snap_history.json", (b'"IsSender"', b'"Media Type"')),
)


def recognise(archive: Archive) -> Recognition | None:
    found = {name for name, keys in _PROOF if all(key in _head(archive, name) for key in keys)}
    if found:
        score = 0.95 if "account.json" in found else min(0.9, 0.8 + 0.05 * (len(found) - 1))
        return Recognition(IMPORTER_ID, "JSON", LayoutEvidence.SOURCE, score)
    page = _head(archive, "html/account.html")
    if b"Basic Information" in page and (b"Snap" in page or archive.find("html/snap_history.html") is not None):
        return Recognition(IMPORTER_ID, "HTML", LayoutEvidence.SOURCE, 0.9, _ADVICE)
    if any(map(_NAME.match, archive.parts)) and (archive.matching("memories/*") or archive.matching("chat_media/*")):
        return Recognition(IMPORTER_ID, "a part with pictures", LayoutEvidence.SOURCE, 0.7)
    return None


def _head(archive: Archive, name: str) -> bytes:
    member = archive.find(name)
    try:
        return archive.head(member, _HEAD) if member else b""
    except ExportError:
        return b""


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    holder = _holder(archive)
    yield holder
    names = frozenset(name.casefold() for name in (*holder.names, *holder.handles) or options.own_names)
    yield from carried_out(Visit(IMPORTER_ID, archive, options, names), _plan(archive))


def _holder(archive: Archive) -> Holder:
    """From the account's own file, else from its page; addresses are told where they were changed."""
    said = records.holder_texts(dict(_sections_of(archive, "account")))
    changes = [leaf for name, value in _sections_of(archive, "account_history") for leaf in Leaf(value).leaves()]
    mails = (said.first("email", "emailaddress"), *(Entry.of(leaf.value).first("emailaddress") for leaf in changes))
    name, handle = said.first("name", "displayname"), said.first("username")
    return Holder((name,) if name else (), (handle,) if handle else (), tuple(filter(None, mails)))


def _sections_of(archive: Archive, stem: str) -> Iterator[tuple[str, object]]:
    visit = Visit(IMPORTER_ID, archive, ReadOptions())
    for ending, sections in ((".json", json_sections), (".html", html_sections)):
        member = archive.find(stem + ending)
        if member is None:
            continue
        try:
            for section in sections(visit, member):
                if isinstance(section, Section):
                    yield section.name, section.value.value
        except ExportError:
            continue  # told when the file itself is read
        return


def _plan(archive: Archive) -> Plan:
    """JSON first. A page is read only where the file of the same name is missing: it says the same again."""
    handlers: dict[str, Mapping[str, Handler]] = {**_HANDLERS, "memories_history": {"*": records.Memories(archive)}}
    words, snaps = chats.Chats(archive, words=True), chats.Chats(archive, words=False)

    def json_file(visit: Visit, member: Member) -> Iterator[Found]:
        stem = _stem(member)
        if stem in _IGNORED:
            yield MemberNote(member.path, MemberFate.IGNORED)
        elif stem in {"chat_history", "snap_history"}:
            talk = words if stem == "chat_history" else snaps
            yield from talk.read(visit, member, json_sections(visit, member))
        else:
            yield from _sections(visit, member, handlers.get(stem), json_sections(visit, member))

    def page(visit: Visit, member: Member) -> Iterator[Found]:
        stem = "chat_history" if "/chat_history/" in member.path.casefold() else _stem(member)
        if stem in _IGNORED or archive.find(f"{stem}.json") is not None:
            yield MemberNote(member.path, MemberFate.IGNORED)
        elif stem == "chat_history" and member.path.rpartition("/")[2].casefold().startswith("subpage"):
            yield from words.read(visit, member, chats.subpage(visit, member))
        elif stem in {"chat_history", "snap_history"}:
            talk = words if stem == "chat_history" else snaps
            yield from talk.read(visit, member, _told(html_sections(visit, member)))
        else:
            yield from _sections(visit, member, handlers.get(stem), html_sections(visit, member))

    readers: tuple[tuple[str, Reader], ...] = (("*.json", json_file), ("*.html", page))
    return Plan(readers, private=("search_history.*",), ignored=("memories/*-overlay.*", "*.css", "*.js", "*.svg"))


def _stem(member: Member) -> str:
    return member.path.rpartition("/")[2].rpartition(".")[0].casefold()


def _told(sections: Iterator[Section | ReadProblem]) -> Iterator[Section | ReadProblem]:
    """Snaps on an old page: tables without a heading of their own, those received first, then those sent."""
    for number, section in enumerate(sections):
        if isinstance(section, ReadProblem):
            yield section
            continue
        known = section.plain.startswith(("received", "sent"))
        yield section if known else Section(section.member, ("Received", "Sent")[number % 2], section.at, section.value)


def _sections(
    visit: Visit,
    member: Member,
    handlers: Mapping[str, Handler] | None,
    sections: Iterator[Section | ReadProblem],
) -> Iterator[Found]:
    if handlers is None:
        yield MemberNote(member.path, MemberFate.UNKNOWN)
        return
    for section in sections:
        if isinstance(section, ReadProblem):
            yield section
        elif handler := handlers.get(section.plain) or handlers.get("*"):
            yield from handler(visit, section)
        elif section.value.value and section.plain not in _DULL:
            yield MemberNote(f"{member.path}/{section.name}", MemberFate.UNKNOWN)


_HANDLERS: Mapping[str, Mapping[str, Handler]] = {
    "account": {
        "basic information": records.identity,
        "device information": records.device,
        "device history": records.device,
        "login history": records.login,
        "family center": records.settings,
    },
    "account_history": {"*": records.history},
    "user_profile": {
        "app profile": records.app_profile,
        "demographics": records.app_profile,
        "interest categories": records.app_profile,
        "content categories": records.app_profile,
        "geographic information": records.app_profile,
        "subscriptions": records.subscriptions,
        "interactions": records.interactions,
    },
    "friends": records.PEOPLE,
    "location_history": {
        "home, school & work": places.usual,
        "home & work": places.usual,
        "home": places.usual,
        "*": places.points,
    },
    "snap_map_places_history": {"*": places.tags},
    "shared_story": {"*": records.story},
    "talk_history": {"outgoing calls": records.call, "incoming calls": records.call, "": records.call},
    "connected_apps": {
        "login history": records.app,
        "permissions": records.app,
        "connected applications": records.app,
        "": records.app,
    },
    "subscriptions": {"*": records.subscriptions},
    "bitmoji": {"basic information": records.identity, "user information": records.identity},
}
# sections that say what an app was used for, and nothing of the person
_DULL = frozenset(
    {
        *("engagement", "discover channels viewed", "breakdown of time spent on app", "ads you interacted with"),
        *("off-platform sharing", "mobile ad id", "completed calls", "chat sessions", "game sessions", "analytics"),
        *("terms of use acceptance history", "search history", "support history", "kit purchases", "app usage"),
        *("hidden friend suggestions", "shortcuts"),  # of people whom the list of friends has, or who are none
    }
)
_IGNORED = frozenset(
    {
        *("index", "story_history", "ranking", "terms_history", "in_app_reports", "support_note", "purchase_history"),
        *("shop_history", "email_campaign_history", "in_app_surveys", "faq", "cameos_metadata", "snap_games_and_minis"),
        *("scans", "payments_history", "feature_emails"),
    }
)
_NOT_TOLD = (
    "Snapchat's download does not say who can see your stories, contact you or see you on the map: look at Privacy "
    "Controls in the app.",
    "Messages that were not saved have no words in the download, and snaps are not in it at all.",
    "Pictures of your memories are only in it when they were ticked; otherwise they are links, which are not opened.",
    "What others saved or photographed of your snaps is not in it.",
)
_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Snapchat",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(
        ("JSON, now and of old", LayoutEvidence.SOURCE),
        ("HTML", LayoutEvidence.SOURCE),
    ),
    category_evidence={
        "profile": _SOURCE,
        "messages": _SOURCE,
        "connections": _SOURCE,
        "photos": _SOURCE,
        "likes": _MEMORY,
        "places": _SOURCE,
        "logins": _SOURCE,
        "settings": _MEMORY,
        "apps": _MEMORY,
    },
)
