"""Bluesky: the repository of an account, one CAR file of everything that it published."""

from collections.abc import Callable, Iterator, Mapping

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.car import is_car, records
from privacy_audit.contents import Plan, Visit, carried_out
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
    Connection,
    ConnectionKind,
    FieldKind,
    Like,
    MediaKind,
    MediaUse,
    Membership,
    MembershipKind,
    Passage,
    PassageKind,
    Photo,
    ProfileField,
    Setting,
    Source,
    Voice,
)

IMPORTER_ID = "bluesky"
_OPEN = Audience.EVERYONE  # a repository is open to the whole network
_HEAD = 512
_RECORD = b"e$type"  # as CBOR writes this key
_COMMIT = b"cdid"
_PROFILE = b"app.bsky.actor.profile"
_WRITERS = {"all": "everyone", "following": "people you follow", "none": "nobody"}
_HIDDEN = "!no-unauthenticated"
_ODD = "This entry is empty or in a form that we do not know. Look at it in the download itself."


def recognise(archive: Archive) -> Recognition | None:
    if any(_is_car(archive, member) for member in archive.matching("*.car")[:20]):
        return Recognition(IMPORTER_ID, "CAR", LayoutEvidence.SOURCE, 0.95)
    return None


def _is_car(archive: Archive, member: Member) -> bool:
    try:
        return is_car(archive.head(member, _HEAD))
    except ExportError:
        return False


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    visit = Visit(IMPORTER_ID, archive, options)
    for member in archive.matching("*.car"):
        yield _holder(visit, member)
    yield from carried_out(visit, _PLAN)


def _holder(visit: Visit, member: Member) -> Holder:
    """The account's number and the name on its profile; the repository does not say its handle."""
    did, name = "", ""
    try:
        with visit.archive.stream(member) as stream:
            for block in records(stream, visit.source(member), (_PROFILE, _COMMIT)):
                leaf = Leaf(None if isinstance(block, ReadProblem) else block.value)
                if leaf.text("$type").encode() == _PROFILE:
                    name = leaf.text("displayName")
                elif leaf.text("did") and leaf.at("rev").value:
                    did = leaf.text("did")
                if did and name:
                    break
    except ExportError:
        pass  # told when the file itself is read
    return Holder((name,) if name else (), account_id=did)


def _repository(visit: Visit, member: Member) -> Iterator[Found]:
    unknown: dict[str, None] = {}
    with visit.archive.stream(member) as stream:
        for block in records(stream, visit.source(member), (_RECORD,)):
            if isinstance(block, ReadProblem):
                yield block
                continue
            leaf, source = Leaf(block.value), visit.source(member, f"record {block.number}")
            kind = leaf.text("$type")
            make = _MAKERS.get(kind)
            made = list(make(source, leaf)) if make else list(_other(source, leaf))
            yield from made
            if not made and make:
                yield ReadProblem(source, _ODD)
            elif not made:
                unknown.setdefault(kind)
    for kind in unknown:
        yield MemberNote(f"{member.path}/{kind}", MemberFate.UNKNOWN)


def _profile(source: Source, leaf: Leaf) -> Iterator[Found]:
    name, words = leaf.text("displayName"), leaf.text("description")
    if name:
        yield ProfileField(source, FieldKind.NAME, name, audience=_OPEN)
        yield Passage(name, PassageKind.HANDLE, Voice.OWNER, source, audience=_OPEN)
    if words:
        yield ProfileField(source, FieldKind.BIO, words, audience=_OPEN)
        yield Passage(words, PassageKind.BIO, Voice.OWNER, source, audience=_OPEN)
    for key, use in (("avatar", MediaUse.PROFILE), ("banner", MediaUse.COVER)):
        if leaf.at(key).value:
            yield Photo(source, None, use=use, audience=_OPEN)
    labels = [label.text("val") for label in leaf.leaves("labels", "values")]
    yield Setting(source, "Shown to people who are not signed in", "no" if _HIDDEN in labels else "yes")
    yield Setting(source, "Private account", "no", audience=_OPEN)  # Bluesky has no other kind


def _post(source: Source, leaf: Leaf) -> Iterator[Found]:
    when = leaf.moment("createdAt")
    words = " ".join(filter(None, (leaf.text("text"), *(f"#{tag}" for tag in leaf.texts("tags")))))
    kind = PassageKind.COMMENT if leaf.at("reply").value else PassageKind.POST
    yield Passage(words, kind, Voice.OWNER, source, when=when, audience=_OPEN)
    embed = leaf.at("embed")
    for part in (embed, embed.at("media")):
        pictures = [(picture.text("alt"), MediaKind.PHOTO) for picture in part.leaves("images")]
        pictures += [(part.text("alt"), MediaKind.VIDEO)] if part.at("video").value else []
        for caption, media in pictures:
            yield Photo(source, None, media, MediaUse.POST, caption, uploaded=when, audience=_OPEN)
            if caption:
                yield Passage(caption, PassageKind.CAPTION, Voice.OWNER, source, when=when, audience=_OPEN)


Make = Callable[[Source, Leaf], Iterator[Found]]


def _like(reaction: str) -> Make:
    def make(source: Source, leaf: Leaf) -> Iterator[Found]:
        if on := leaf.text("subject", "uri"):
            yield Like(source, on, reaction, when=leaf.moment("createdAt"), audience=_OPEN)

    return make


def _person(kind: ConnectionKind, note: str = "") -> Make:
    def make(source: Source, leaf: Leaf) -> Iterator[Found]:
        if did := leaf.text("subject"):
            yield Connection(source, kind, did, leaf.moment("createdAt"), did, note=note, audience=_OPEN)

    return make


def _run(source: Source, leaf: Leaf) -> Iterator[Found]:
    """A list, a starter pack or a feed that the owner made for all to see."""
    if name := leaf.first("name", "displayName"):
        words = leaf.text("description")
        when = leaf.moment("createdAt")
        yield Membership(source, MembershipKind.GROUP_RUN, name, when, detail=words, audience=_OPEN)
        text = "\n".join(filter(None, (name, words)))
        yield Passage(text, PassageKind.GROUP_NAME, Voice.OWNER, source, when=when, audience=_OPEN)


def _writers(source: Source, leaf: Leaf) -> Iterator[Found]:
    said = leaf.text("allowIncoming")
    yield Setting(source, "Who can send you messages", _WRITERS.get(said, said))


def _gate(name: str, key: str) -> Make:
    def make(source: Source, leaf: Leaf) -> Iterator[Found]:
        rules = [rule.text("$type").rpartition("#")[2] for rule in leaf.leaves(key)]
        said = leaf.text(key) or ", ".join(filter(None, rules)) or "nobody"
        yield Setting(source, name, said)

    return make


def _other(source: Source, leaf: Leaf) -> Iterator[Found]:
    """Programs of others keep their records in the same repository, blogs for one."""
    words = "\n".join(filter(None, (leaf.first("title", "name"), leaf.first("text", "content", "body", "description"))))
    if words:
        yield Passage(words, PassageKind.POST, Voice.OWNER, source, when=leaf.moment("createdAt"), audience=_OPEN)


_MAKERS: Mapping[str, Make] = {
    "app.bsky.actor.profile": _profile,
    "app.bsky.feed.post": _post,
    "app.bsky.feed.like": _like("like"),
    "app.bsky.feed.repost": _like("repost"),
    "app.bsky.graph.follow": _person(ConnectionKind.FOLLOWING),
    "app.bsky.graph.block": _person(ConnectionKind.BLOCKED),
    "app.bsky.graph.listblock": _person(ConnectionKind.BLOCKED, "a list"),
    "app.bsky.graph.listitem": _person(ConnectionKind.CONTACT, "on a list of yours"),
    "app.bsky.graph.list": _run,
    "app.bsky.graph.starterpack": _run,
    "app.bsky.feed.generator": _run,
    "app.bsky.feed.threadgate": _gate("Who can answer a post", "allow"),
    "app.bsky.feed.postgate": _gate("Who can quote a post", "embeddingRules"),
    "app.bsky.actor.status": _gate("Status", "status"),
    "chat.bsky.actor.declaration": _writers,
}
_PLAN = Plan(readers=(("*.car", _repository),))
_NOT_TOLD = (
    "Everything in a Bluesky repository can be read and kept by anybody; deleting does not reach every copy.",
    "Pictures, direct messages, muted accounts, your handle, your e-mail address and your followers are not in it.",
    "Accounts are told by their numbers (did:…), not by their names.",
)
_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Bluesky",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("CAR", LayoutEvidence.SOURCE),),
    category_evidence={
        "profile": _SOURCE,
        "posts": _SOURCE,
        "comments": _SOURCE,
        "connections": _SOURCE,
        "photos": _SOURCE,
        "likes": _SOURCE,
        "groups": _MEMORY,
        "settings": _MEMORY,
    },
)
