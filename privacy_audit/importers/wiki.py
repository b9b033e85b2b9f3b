"""Wikis that run on MediaWiki: exported pages with their history, and the list of one's own edits."""

import ipaddress
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.decoding import decode_values
from privacy_audit.errors import ExportError
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
from privacy_audit.model import (
    Audience,
    FieldKind,
    Like,
    Login,
    MediaUse,
    Moment,
    Passage,
    PassageKind,
    Photo,
    ProfileField,
    Source,
    Voice,
)
from privacy_audit.text import moment_from_text
from privacy_audit.xml_stream import XmlNode, xml_records

IMPORTER_ID = "wiki"
_OPEN = Audience.EVERYONE  # every edit of a wiki, with its author, can be looked up by everybody
_USER, _USER_TALK = "2", "3"
_FEW = 40  # files that are looked into
_HEAD = 4096
_MOST_ADDRESSES = 1_000  # of one page
_ODD = "This edit is not in a form that we know. Look at it in the wiki's own history."
_LOGGED_OUT = "edit made logged out, perhaps by you"
_NOT_TOLD = (
    "Deleted edits, your watch list and your settings are not in it; administrators of the wiki can see deleted edits.",
    "Other wikis are not in it, though the same name may be yours on hundreds of them.",
    "Whether an edit that was made logged out is yours, nobody but you can say.",
)


def recognise(archive: Archive) -> Recognition | None:
    for member in _first(archive, ".xml"):
        if b"<mediawiki" in _head(archive, member):
            return Recognition(IMPORTER_ID, "exported pages", LayoutEvidence.MEMORY, 0.9)
    for member in _first(archive, ".json"):
        if b'"usercontribs"' in _head(archive, member):
            return Recognition(IMPORTER_ID, "list of edits", LayoutEvidence.MEMORY, 0.85)
    return None


def _first(archive: Archive, ending: str) -> Iterator[Member]:
    """Some, in whatever order: putting fifty thousand in order takes longer than looking into these."""
    return islice((member for member in archive.members if member.path.lower().endswith(ending)), _FEW)


def _head(archive: Archive, member: Member) -> bytes:
    try:
        return archive.head(member, _HEAD).replace(b"\x00", b"")
    except ExportError:
        return b""


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    holder = Holder(handles=_owner(archive, frozenset(name.casefold() for name in options.own_names)))
    yield holder
    visit = Visit(IMPORTER_ID, archive, options, frozenset(_plain(name) for name in holder.handles))
    edited = _Edited()
    yield from carried_out(visit, Plan((("*.xml", edited.pages), ("*.json", edited.contributions))))


def _plain(name: str) -> str:
    return name.replace("_", " ").strip().casefold()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _owner(archive: Archive, own: frozenset[str]) -> tuple[str, ...]:
    """The name that the user gave, the one whose own user page it is, or the one who made most of the edits."""
    edits, user_pages = Counter[str](), dict[str, None]()
    for member in archive.matching("*.xml"):
        if b"<mediawiki" in _head(archive, member):
            _count_pages(archive, member, edits, user_pages)
    for member in archive.matching("*.json"):
        if b'"usercontribs"' in _head(archive, member):
            edits.update(leaf.text("user") for _, leaf in _listed(archive, member))
    people = {name: count for name, count in edits.items() if name and not _is_address(name)}
    named = [name for name in people if _plain(name) in own]
    at_home = [name for name in people if _plain(name) in {_plain(page) for page in user_pages}]
    chosen = named or (at_home if len(at_home) == 1 else []) or sorted(people, key=lambda name: -people[name])
    return tuple(chosen[:1])


def _count_pages(archive: Archive, member: Member, edits: Counter[str], user_pages: dict[str, None]) -> None:
    title = ""
    try:
        with archive.stream(member) as stream:
            for found in xml_records(stream, ("title", "ns", "username"), Source(IMPORTER_ID, "")):
                if not isinstance(found, tuple):
                    continue
                node = found[1]
                if node.name == "title":
                    title = node.text()
                elif node.name == "username":
                    edits[node.text()] += 1
                elif node.text() == _USER:
                    user_pages[title.partition(":")[2].partition("/")[0]] = None
    except ExportError:
        return  # told when the file itself is read


def _listed(archive: Archive, member: Member) -> Iterator[tuple[str, Leaf]]:
    """The edits of a list with their places; lists of several answers may have been joined."""
    try:
        value = decode_values(archive.read(member), Source(IMPORTER_ID, "")).value
    except ExportError:
        return
    for number, top in enumerate(Leaf(value).leaves()):
        for key in ("query", ""):
            edits = (top.at(key) if key else top).leaves("usercontribs")
            prefix = f"/{number}" if isinstance(value, list) else ""
            for place, leaf in enumerate(edits):
                yield f"{prefix}{'/' + key if key else ''}/usercontribs/{place}", leaf


@dataclass(slots=True)
class _Page:
    """The page at hand: its last text, and the edits of it that were made logged out."""

    title: str = ""
    kind: str = ""
    lines: frozenset[str] | None = None  # of the revision before; None where the export does not hold it
    own: bool = False
    addresses: list[Login] = field(default_factory=list)


@dataclass(slots=True)
class _Edited:
    """Pages that the owner edited are told once each: who edits what says where somebody belongs."""

    titles: set[str] = field(default_factory=set)

    def pages(self, visit: Visit, member: Member) -> Iterator[Found]:
        if b"<mediawiki" not in _head(visit.archive, member):
            yield MemberNote(member.path, MemberFate.UNKNOWN)
            return
        page = _Page()
        with visit.archive.stream(member) as stream:
            for found in xml_records(stream, ("title", "ns", "revision", "upload"), visit.source(member)):
                if isinstance(found, ReadProblem):
                    yield found
                    continue
                source, node = found
                match node.name:
                    case "title":
                        yield from _left(visit, page)
                        page = _Page(node.text())
                    case "ns":
                        page.kind = node.text()
                    case "upload":
                        yield from _upload(visit, source, node)
                    case _:
                        yield from self._revision(visit, source, node, page)
        yield from _left(visit, page)

    def _revision(self, visit: Visit, source: Source, node: XmlNode, page: _Page) -> Iterator[Found]:
        author, address = node.text("contributor", "username"), node.text("contributor", "ip")
        when, text = moment_from_text(node.text("timestamp")), node.text("text")
        lines = frozenset(text.splitlines())
        before = page.lines if page.lines is not None or node.text("parentid") else frozenset()
        page.lines = lines
        if address:
            if len(page.addresses) < _MOST_ADDRESSES:
                page.addresses.append(Login(source, f"{_LOGGED_OUT}: {page.title}", when, address, audience=_OPEN))
            return
        voice = _voice(visit, author)
        at_home = page.kind in {_USER, _USER_TALK} and _is_home(visit, page.title)
        if voice is not Voice.OWNER and not (page.kind == _USER_TALK and at_home):
            return  # somebody else's words on a page that the owner edited too
        added = "\n".join(line for line in text.splitlines() if before is None or line not in before).strip()
        if voice is Voice.OWNER:
            page.own = True
            yield from self._page_name(source, page.title, when)
            yield from _summary(source, node.text("comment"), page.title, when)
        if not added:
            return
        if page.kind == _USER and at_home:
            yield ProfileField(source, FieldKind.BIO, added, "user page", when, audience=_OPEN)
            yield Passage(added, PassageKind.BIO, voice, source, author, when=when, audience=_OPEN)
        else:
            # without the text before nobody can tell which of the words are the owner's
            told = Voice.UNKNOWN if before is None and voice is Voice.OWNER else voice
            kind = PassageKind.COMMENT if page.kind.isdecimal() and int(page.kind) % 2 else PassageKind.POST
            yield Passage(added, kind, told, source, author, place=page.title, when=when, audience=_OPEN)

    def _page_name(self, source: Source, title: str, when: Moment | None) -> Iterator[Found]:
        if title and title not in self.titles:
            self.titles.add(title)
            yield Like(source, title, "edited", is_page=True, when=when, audience=_OPEN)
            yield Passage(title, PassageKind.PAGE_NAME, Voice.OWNER, source, when=when, audience=_OPEN)

    def contributions(self, visit: Visit, member: Member) -> Iterator[Found]:
        """What the wiki's own list of edits tells: page, time and summary."""
        if b'"usercontribs"' not in _head(visit.archive, member):
            yield MemberNote(member.path, MemberFate.UNKNOWN)
            return
        yield from decode_values(visit.archive.read(member), visit.source(member)).problems
        for place, leaf in _listed(visit.archive, member):
            source, when, title = visit.source(member, place), leaf.moment("timestamp"), leaf.text("title")
            if not title:
                yield ReadProblem(source, _ODD)
            elif _is_address(leaf.text("user")):
                yield Login(source, f"{_LOGGED_OUT}: {title}", when, leaf.text("user"), audience=_OPEN)
            else:
                yield from self._page_name(source, title, when)
                voice = _voice(visit, leaf.text("user"))
                yield Passage(
                    leaf.text("comment"), PassageKind.COMMENT, voice, source, place=title, when=when, audience=_OPEN
                )


def _voice(visit: Visit, author: str) -> Voice:
    return visit.voice(_plain(author))


def _is_home(visit: Visit, title: str) -> bool:
    """Whether a page in the space of users is the owner's, or below it."""
    return _voice(visit, title.partition(":")[2].partition("/")[0]) is Voice.OWNER


def _left(visit: Visit, page: _Page) -> Iterator[Found]:
    """Logged-out edits of a page count where the owner edited it too, or where it is about the owner."""
    if page.own or _is_home(visit, page.title):
        yield from page.addresses


def _summary(source: Source, words: str, title: str, when: Moment | None) -> Iterator[Found]:
    if words:
        yield Passage(words, PassageKind.COMMENT, Voice.OWNER, source, place=title, when=when, audience=_OPEN)


def _upload(visit: Visit, source: Source, node: XmlNode) -> Iterator[Found]:
    """A picture that the owner put up, with what was said of it."""
    if _voice(visit, node.text("contributor", "username")) is not Voice.OWNER:
        return
    words, when = node.text("comment"), moment_from_text(node.text("timestamp"))
    file = visit.media(node.text("filename"))
    yield Photo(source, file, use=MediaUse.POST, caption=words, uploaded=when, audience=_OPEN)
    if words:
        yield Passage(words, PassageKind.CAPTION, Voice.OWNER, source, when=when, audience=_OPEN)


_MEMORY = LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Wikis (MediaWiki)",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(
        ("exported pages", LayoutEvidence.MEMORY),
        ("list of edits", LayoutEvidence.MEMORY),
    ),
    category_evidence={
        "profile": _MEMORY,
        "posts": _MEMORY,
        "comments": _MEMORY,
        "likes": _MEMORY,
        "photos": _MEMORY,
        "logins": _MEMORY,
    },
)
