"""Mastodon and its kin: the archive of posts (actor.json, outbox.json), and the lists of accounts as tables."""

from collections.abc import Iterator, Mapping

import msgspec

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Reader, Visit, carried_out
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
from privacy_audit.json_stream import rows
from privacy_audit.leaf import Leaf
from privacy_audit.markup import pieces
from privacy_audit.model import (
    Audience,
    Connection,
    ConnectionKind,
    FieldKind,
    Like,
    MediaKind,
    MediaUse,
    Moment,
    Passage,
    PassageKind,
    Photo,
    ProfileField,
    Setting,
    Source,
    Thread,
    Voice,
)
from privacy_audit.sheets import Cells, Make, sheet
from privacy_audit.text import decode_text, moment_from_text

IMPORTER_ID = "mastodon"
_PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
_OPEN = Audience.EVERYONE
_FILMS = (".mp4", ".webm", ".mov", ".m4v")
_SETTINGS = (
    ("manuallyApprovesFollowers", "Private account: followers have to be approved"),
    ("discoverable", "Discoverable: shown to people who look for accounts"),
    ("indexable", "Posts are indexed by search engines"),
)
_ODD = "This entry is empty or in a form that we do not know. Look at it in the download itself."


class _Activity(msgspec.Struct):
    """What was done: a post made, another's post passed on."""

    type: str = ""
    published: str = ""
    to: object = None
    cc: object = None
    what: object = msgspec.field(default=None, name="object")


def recognise(archive: Archive) -> Recognition | None:
    actor = b'"preferredUsername"' in _head(archive, "actor.json")
    outbox = b'"OrderedCollection"' in _head(archive, "outbox.json")
    if actor or outbox:
        return Recognition(IMPORTER_ID, "archive of posts", LayoutEvidence.SOURCE, 0.95 if actor and outbox else 0.8)
    if _head(archive, "following_accounts.csv").removeprefix(b"\xef\xbb\xbf").startswith(b"Account address"):
        return Recognition(IMPORTER_ID, "lists of accounts", LayoutEvidence.MEMORY, 0.7)
    return None


def _head(archive: Archive, name: str) -> bytes:
    member = archive.find(name)
    try:
        return archive.head(member, 16_384) if member else b""
    except ExportError:
        return b""


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    actor = _actor_of(archive)
    address = _address(actor)
    names, handles = actor.text("name"), (actor.text("preferredUsername"), address)
    yield Holder(tuple(filter(None, (names,))), tuple(filter(None, handles)), account_id=actor.text("id"))
    known = frozenset(name.casefold() for name in (names, *handles) if name) or frozenset(
        name.casefold() for name in options.own_names
    )
    yield from carried_out(Visit(IMPORTER_ID, archive, options, known), _PLAN)


def _actor_of(archive: Archive) -> Leaf:
    member = archive.find("actor.json")
    try:
        value = decode_values(archive.read(member), Source(IMPORTER_ID, member.path)).value if member else None
    except ExportError:
        value = None  # told when the file itself is read
    return Leaf(value)


def _address(actor: Leaf) -> str:
    """ "morgan@social.example": the name, and the server that its page is on."""
    server = (actor.text("url") or actor.text("id")).partition("://")[2].partition("/")[0]
    name = actor.text("preferredUsername")
    return f"{name}@{server}" if name and server else ""


def _words(raw_html: str) -> str:
    """Posts and descriptions are pages in small."""
    if "<" not in raw_html and "&" not in raw_html:
        return raw_html.strip()
    return "\n".join(piece.root.text() for piece in pieces(raw_html.encode("utf-8", "replace")))


def _actor(visit: Visit, member: Member) -> Iterator[Found]:
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    actor, source = Leaf(decoded.value), visit.source(member)
    handle, bio = _address(actor) or actor.text("preferredUsername"), _words(actor.text("summary"))
    fields = (
        (FieldKind.NAME, actor.text("name")),
        (FieldKind.HANDLE, handle),
        (FieldKind.BIO, bio),
        (FieldKind.WEBSITE, actor.text("url")),
    )
    for kind, value in fields:
        if value:
            yield ProfileField(source, kind, value, audience=_OPEN)
    for value in filter(None, (actor.text("name"), actor.text("preferredUsername"))):
        yield Passage(value, PassageKind.HANDLE, Voice.OWNER, source, audience=_OPEN)
    if bio:
        yield Passage(bio, PassageKind.BIO, Voice.OWNER, source, audience=_OPEN)
    for other in (*actor.texts("alsoKnownAs"), actor.text("movedTo")):
        if other:
            yield ProfileField(source, FieldKind.OTHER_NAME, other, "another account", audience=_OPEN)
    yield from _around(visit, member, actor)


def _around(visit: Visit, member: Member, actor: Leaf) -> Iterator[Found]:
    """Fields that the owner added to the profile, its pictures, and how open the account is."""
    source = visit.source(member)
    for number, leaf in enumerate(actor.leaves("attachment")):
        at, name, value = visit.source(member, f"/attachment/{number}"), leaf.text("name"), _words(leaf.text("value"))
        if value:
            yield ProfileField(at, FieldKind.OTHER, value, name, audience=_OPEN)
            yield Passage(f"{name}: {value}", PassageKind.BIO, Voice.OWNER, at, audience=_OPEN)
    for key, use in (("icon", MediaUse.PROFILE), ("image", MediaUse.COVER)):
        if url := actor.text(key, "url"):
            yield Photo(source, visit.media(url), use=use, audience=_OPEN)
    for key, title in _SETTINGS:
        chosen = actor.at(key).value
        if isinstance(chosen, bool):
            yield Setting(source, title, "yes" if chosen else "no")


def _outbox(visit: Visit, member: Member) -> Iterator[Found]:
    talks: dict[str, list[Passage]] = {}
    with visit.archive.stream(member) as stream:
        for row in rows(stream, _Activity, visit.source(member, "/orderedItems"), "orderedItems"):
            if isinstance(row, ReadProblem):
                yield row
                continue
            source, activity = visit.source(member, f"/orderedItems/{row.number}"), row.value
            if activity.type == "Announce":
                when = moment_from_text(activity.published)
                yield Like(source, _address_of(activity.what), "boost", when=when, audience=_audience(activity))
            elif isinstance(activity.what, dict):
                yield from _post(visit, source, activity, Leaf(activity.what), talks)
            else:
                yield visit.problem(member, source.pointer, _ODD)
    for key, said in talks.items():
        times = [passage.when for passage in said if passage.when]
        first, last = (min(times), max(times)) if times else (None, None)
        people = dict.fromkeys(name for passage in said for name in passage.addressees)
        yield Thread(said[0].source, key, ", ".join(people), tuple(people), len(said), first=first, last=last)


def _address_of(value: object) -> str:
    return value if isinstance(value, str) else Leaf(value).first("url", "id")


def _audience(activity: _Activity) -> Audience:
    """A post says whom it is for; one that is not listed can be read by everybody all the same."""
    to, cc = _all(activity.to), _all(activity.cc)
    if _PUBLIC & {*to, *cc}:
        return Audience.EVERYONE
    if any(one.endswith("/followers") for one in (*to, *cc)):
        return Audience.FRIENDS
    return Audience.LISTED if to or cc else Audience.UNKNOWN


def _all(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else Leaf(value).texts()


def _post(
    visit: Visit, source: Source, activity: _Activity, post: Leaf, talks: dict[str, list[Passage]]
) -> Iterator[Found]:
    when = moment_from_text(activity.published) or post.moment("published")
    words = "\n".join(filter(None, (post.text("summary"), _words(post.text("content")))))
    people = tuple(tag.text("name") for tag in post.leaves("tag") if tag.text("type") == "Mention")
    audience = _audience(activity)
    kind = PassageKind.COMMENT if post.text("inReplyTo") else PassageKind.POST
    thread = ""
    if audience is Audience.LISTED:  # direct: a message to those whom it names
        kind, thread = PassageKind.MESSAGE, post.text("conversation") or ", ".join(people) or "direct"
    passage = Passage(words, kind, Voice.OWNER, source, thread=thread, addressees=people, when=when, audience=audience)
    yield passage
    if thread:
        talks.setdefault(thread, []).append(passage)
    yield from _pictures(visit, source, post, when, audience)


def _pictures(visit: Visit, source: Source, post: Leaf, when: Moment | None, audience: Audience) -> Iterator[Found]:
    """Pictures are described by their owner for those who cannot see them."""
    for number, leaf in enumerate(post.leaves("attachment")):
        at = Source(source.importer, source.member, f"{source.pointer}/object/attachment/{number}")
        url, caption = leaf.text("url"), leaf.text("name")
        film = leaf.text("mediaType").startswith("video") or url.casefold().endswith(_FILMS)
        kind = MediaKind.VIDEO if film else MediaKind.PHOTO
        file = visit.media(url.removeprefix("/"))
        yield Photo(at, file, kind, MediaUse.POST, caption, uploaded=when, audience=audience)
        if caption:
            yield Passage(caption, PassageKind.CAPTION, Voice.OWNER, at, when=when, audience=audience)


def _addresses(reaction: str) -> Reader:
    def read_file(visit: Visit, member: Member) -> Iterator[Found]:
        decoded = decode_values(visit.archive.read(member), visit.source(member))
        yield from decoded.problems
        for number, leaf in enumerate(Leaf(decoded.value).leaves("orderedItems")):
            at = f"/orderedItems/{number}"
            if on := _address_of(leaf.value):
                yield Like(visit.source(member, at), on, reaction)
            else:
                yield visit.problem(member, at, _ODD)

    return read_file


def _account(kind: ConnectionKind) -> Make:
    def make(_visit: Visit, row: Cells) -> Iterator[Found]:
        if address := row.text("Account address"):
            yield Connection(row.source, kind, address.partition("@")[0] or address, handle=address)

    return make


def _list_of(kind: ConnectionKind) -> Reader:
    """A line for each account, with or without a header."""

    def read_file(visit: Visit, member: Member) -> Iterator[Found]:
        for number, line in enumerate(decode_text(visit.archive.read(member)).text.splitlines(), 1):
            address = line.split(",")[0].strip().strip('"')
            if "@" in address:
                source = visit.source(member, f"line {number}")
                yield Connection(source, kind, address.partition("@")[0] or address, handle=address)
            elif address and number > 1:
                yield visit.problem(member, f"line {number}", _ODD)

    return read_file


def _bookmarks(visit: Visit, member: Member) -> Iterator[Found]:
    lines = [line.strip() for line in decode_text(visit.archive.read(member)).text.splitlines()]
    for number, line in enumerate(lines, 1):
        if "://" in line:
            yield Like(visit.source(member, f"line {number}"), line, "bookmark")
    if not any("://" in line for line in lines):
        yield MemberNote(member.path, MemberFate.IGNORED)


_ACCOUNTS: Mapping[str, ConnectionKind] = {
    "following_accounts.csv": ConnectionKind.FOLLOWING,
    "followers.csv": ConnectionKind.FOLLOWER,
}
_PLAN = Plan(
    readers=(
        ("actor.json", _actor),
        ("outbox.json", _outbox),
        ("likes.json", _addresses("favourite")),
        ("bookmarks.json", _addresses("bookmark")),
        *((name, sheet(("Account address",), _account(kind))) for name, kind in _ACCOUNTS.items()),
        ("blocked_accounts.csv", _list_of(ConnectionKind.BLOCKED)),
        ("muted_accounts.csv", _list_of(ConnectionKind.BLOCKED)),
        ("bookmarks.csv", _bookmarks),
    ),
    ignored=("blocked_domains.csv", "domain_blocks.csv", "lists.csv"),
)
_NOT_TOLD = (
    "The archive holds no e-mail address, no sign-ins and no followers; the lists of accounts are downloads of their "
    "own on the same page.",
    "Answers of others, and posts that other servers have copied, are not in it: deleting does not reach every copy.",
    "What others wrote in direct messages is not in it, only your own side.",
)
_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Mastodon",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(
        ("archive of posts", LayoutEvidence.SOURCE),
        ("lists of accounts", LayoutEvidence.MEMORY),
    ),
    category_evidence={
        "profile": _SOURCE,
        "posts": _SOURCE,
        "comments": _SOURCE,
        "messages": _SOURCE,
        "connections": _MEMORY,
        "photos": _SOURCE,
        "likes": _SOURCE,
        "settings": _SOURCE,
    },
)
