"""Flickr: "Your Flickr Data", a JSON file for each photo beside those of the account."""

import re
from collections.abc import Callable, Iterator

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Reader, Visit, carried_out
from privacy_audit.decoding import decode_values
from privacy_audit.errors import ExportError
from privacy_audit.importing import ExportItem, Holder, Importer, LayoutEvidence, ReadOptions, Recognition
from privacy_audit.leaf import Leaf
from privacy_audit.model import (
    Audience,
    BirthDate,
    Connection,
    ConnectionKind,
    Coordinates,
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
from privacy_audit.text import partial_date_from_text

IMPORTER_ID = "flickr"
_AUDIENCES = {
    "public": Audience.EVERYONE,
    "friends": Audience.FRIENDS,
    "family": Audience.FRIENDS,
    "friends & family": Audience.FRIENDS,
    "friend & family": Audience.FRIENDS,
    "private": Audience.ONLY_ME,
}
_FIELDS = (
    ("real_name", FieldKind.NAME),
    ("screen_name", FieldKind.HANDLE),
    ("email", FieldKind.EMAIL),
    ("city", FieldKind.CURRENT_CITY),
    ("hometown", FieldKind.HOME_TOWN),
    ("occupation", FieldKind.HEADLINE),
    ("website", FieldKind.WEBSITE),
    ("description", FieldKind.BIO),
)
_PRIVATE_EMAIL = frozenset({FieldKind.EMAIL})
_FILMS = (".mp4", ".mov", ".avi", ".m4v", ".3gp")
_NUMBER = re.compile(r"photo_(\d+)\.json$")
_DIGITS = re.compile(r"\d{6,}")
_EMPTY = "This entry is empty or in a form that we do not know. Look at it in the download itself."
_SCALE = 1e6  # Flickr's own numbers are whole: degrees times a million
_POLE, _DATE_LINE = 90, 180


def recognise(archive: Archive) -> Recognition | None:
    """The account's own file by its keys, or photos by theirs: many programs use such names."""
    member = archive.find("account_profile.json")
    if member is not None and b'"nsid"' in _head(archive, member):
        return Recognition(IMPORTER_ID, "JSON and photos", LayoutEvidence.SOURCE, 0.95)
    photos = [member for member in archive.matching("photo_*.json") if _NUMBER.search(member.path)][:3]
    proven = sum(b'"photopage"' in head or b'"privacy"' in head for head in (_head(archive, one) for one in photos))
    if proven == len(photos) > 0:
        return Recognition(IMPORTER_ID, "JSON and photos, a part", LayoutEvidence.SOURCE, 0.8)
    return None


def _head(archive: Archive, member: Member) -> bytes:
    try:
        return archive.head(member, 8192)
    except ExportError:
        return b""


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    profile = _profile_of(archive)
    names = tuple(filter(None, (profile.text("real_name"),)))
    handles = tuple(filter(None, (profile.text("screen_name"),)))
    emails = tuple(filter(None, (profile.text("email"),)))
    yield Holder(names, handles, emails, profile.text("nsid"))
    known = frozenset(name.casefold() for name in (*names, *handles, profile.text("nsid")) if name)
    yield from carried_out(Visit(IMPORTER_ID, archive, options, known), _plan(_pictures(archive)))


def _profile_of(archive: Archive) -> Leaf:
    member = archive.find("account_profile.json")
    try:
        value = decode_values(archive.read(member), Source(IMPORTER_ID, member.path)).value if member else None
    except ExportError:
        value = None  # told when the file itself is read
    return Leaf(value)


def _of(make: Callable[[Visit, Member, Leaf], Iterator[Found]]) -> Reader:
    """A reader of one JSON file: what is made of its value, and what was damaged in it."""

    def read_file(visit: Visit, member: Member) -> Iterator[Found]:
        decoded = decode_values(visit.archive.read(member), visit.source(member))
        yield from decoded.problems
        yield from make(visit, member, Leaf(decoded.value))

    return read_file


def _account(visit: Visit, member: Member, leaf: Leaf) -> Iterator[Found]:
    source = visit.source(member)
    for name, kind in _FIELDS:
        if value := leaf.text(name):
            audience = Audience.UNKNOWN if kind in _PRIVATE_EMAIL else Audience.EVERYONE
            yield ProfileField(source, kind, value, name, audience=audience)
    for name in ("screen_name", "real_name"):
        if value := leaf.text(name):
            yield Passage(value, PassageKind.HANDLE, Voice.OWNER, source, audience=Audience.EVERYONE)
    if words := leaf.text("description"):
        yield Passage(words, PassageKind.BIO, Voice.OWNER, source, audience=Audience.EVERYONE)
    if born := partial_date_from_text(leaf.text("birthday")):
        yield BirthDate(source, born)
    for setting, said in leaf.items("settings"):
        yield Setting(source, setting, str(said.value))


class _Photos:
    """A file a photo. The pictures themselves may be in other parts of the download."""

    def __init__(self, pictures: dict[str, str]) -> None:
        self._pictures = pictures

    def __call__(self, visit: Visit, member: Member, leaf: Leaf) -> Iterator[Found]:
        if isinstance(leaf.value, dict) and leaf.value:
            number = _NUMBER.search(member.path)
            picture = self._pictures.get(leaf.text("id")) or self._pictures.get(number[1] if number else "")
            yield from _picture(visit, visit.source(member), leaf, picture)
        else:
            yield visit.problem(member, "", _EMPTY)


def _picture(visit: Visit, source: Source, leaf: Leaf, file: str | None) -> Iterator[Found]:
    """A photo says who can see it, as few platforms do."""
    caption = "\n".join(filter(None, (leaf.text("name"), leaf.text("description"))))
    tags = tuple(filter(None, (_tag(tag) for tag in leaf.leaves("tags"))))
    words = " ".join(filter(None, (caption, *(f"#{tag}" for tag in tags))))
    audience = _AUDIENCES.get(leaf.text("privacy").casefold(), Audience.UNKNOWN)
    kind = MediaKind.VIDEO if file and file.lower().endswith(_FILMS) else MediaKind.PHOTO
    albums = [album.first("title", "name") for album in leaf.leaves("albums")]
    taken = leaf.moment("date_taken")
    yield Photo(
        source,
        file,
        kind,
        MediaUse.ALBUM,
        caption,
        next(iter(albums), ""),
        taken,
        leaf.moment("date_imported"),
        _place(leaf),
        leaf.text("exif", "Model"),
        tags=tuple(filter(None, (person.first("username", "name", "user") for person in leaf.leaves("people")))),
        audience=audience,
    )
    if words:
        yield Passage(words, PassageKind.CAPTION, Voice.OWNER, source, when=taken, audience=audience)
    for number, comment in enumerate(leaf.leaves("comments")):
        at = Source(source.importer, source.member, f"/comments/{number}")
        author, said = comment.first("user", "author"), comment.first("comment", "message")
        if said:
            yield Passage(said, PassageKind.COMMENT, visit.voice(author), at, author, audience=audience)


def _tag(leaf: Leaf) -> str:
    return leaf.value if isinstance(leaf.value, str) else leaf.text("tag")


def _pictures(archive: Archive) -> dict[str, str]:
    """Pictures by the photo's number: they are called after it, and after its title or a secret."""
    found: dict[str, str] = {}
    for member in archive.members:
        name = member.path.rpartition("/")[2]
        if not name.endswith(".json"):
            for number in _DIGITS.findall(name):
                found.setdefault(number, member.path)
    return found


def _place(leaf: Leaf) -> Coordinates | None:
    for place in leaf.leaves("geo"):
        latitude, longitude = place.number("latitude"), place.number("longitude")
        if latitude is None or longitude is None:
            continue
        if abs(latitude) > _DATE_LINE or abs(longitude) > _DATE_LINE:
            latitude, longitude = latitude / _SCALE, longitude / _SCALE
        if abs(latitude) <= _POLE and abs(longitude) <= _DATE_LINE and (latitude or longitude):
            return Coordinates(latitude, longitude)
    return None


class _People:
    """Names with the addresses of their pages, without dates."""

    def __init__(self, kind: ConnectionKind, key: str) -> None:
        self._kind, self._key = kind, key

    def __call__(self, visit: Visit, member: Member, leaf: Leaf) -> Iterator[Found]:
        for name, page in leaf.items(self._key):
            handle = page.value if isinstance(page.value, str) else ""
            yield Connection(visit.source(member, f"/{self._key}/{name}"), self._kind, name, handle=handle)


def _albums(visit: Visit, member: Member, leaf: Leaf) -> Iterator[Found]:
    for number, album in enumerate(leaf.leaves("albums")):
        source = visit.source(member, f"/albums/{number}")
        words = "\n".join(filter(None, (album.text("title"), album.text("description"))))
        if words:
            yield Passage(words, PassageKind.CAPTION, Voice.OWNER, source)


def _faves(visit: Visit, member: Member, leaf: Leaf) -> Iterator[Found]:
    for key in ("faves", "favorites"):
        for number, fave in enumerate(leaf.leaves(key)):
            on = fave.first("photo_name", "photo_title", "photo_url", "photo_id") or str(fave.value)
            yield Like(visit.source(member, f"/{key}/{number}"), on, "favourite", when=fave.moment("fave_date"))


def _comments(visit: Visit, member: Member, leaf: Leaf) -> Iterator[Found]:
    for key in ("comments", "group_discussions"):
        for number, item in enumerate(leaf.leaves(key)):
            said = "\n".join(filter(None, (item.text("subject"), item.first("comment", "message"))))
            source, when = visit.source(member, f"/{key}/{number}"), item.moment("date") or item.moment("date_create")
            if said:
                yield Passage(said, PassageKind.COMMENT, Voice.OWNER, source, when=when)
            else:
                yield visit.problem(member, f"/{key}/{number}", _EMPTY)


def _groups(visit: Visit, member: Member, leaf: Leaf) -> Iterator[Found]:
    for number, group in enumerate(leaf.leaves("groups")):
        if name := group.first("name", "title"):
            source = visit.source(member, f"/groups/{number}")
            yield Membership(source, MembershipKind.GROUP, name)
            yield Passage(name, PassageKind.GROUP_NAME, Voice.UNKNOWN, source)


class _Mail:
    """FlickrMail, in one file a part for each direction."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def __call__(self, visit: Visit, member: Member, leaf: Leaf) -> Iterator[Found]:
        for number, mail in enumerate(leaf.leaves("flickrmail")):
            said = "\n".join(filter(None, (mail.text("subject"), mail.text("message"))))
            other = mail.first("to_user_name", "from_user_name", "to_user_id", "from_user_id")
            author = "" if self._voice is Voice.OWNER else other
            source, when = visit.source(member, f"/flickrmail/{number}"), mail.moment("date_sent")
            yield Passage(said, PassageKind.MESSAGE, self._voice, source, author, other, other, when=when)


def _plan(pictures: dict[str, str]) -> Plan:
    return Plan(
        readers=(
            ("account_profile.json", _of(_account)),
            ("photo_*.json", _of(_Photos(pictures))),
            ("albums*.json", _of(_albums)),
            ("contacts_part*.json", _of(_People(ConnectionKind.FOLLOWING, "contacts"))),
            ("followers_part*.json", _of(_People(ConnectionKind.FOLLOWER, "followers"))),
            ("faves_part*.json", _of(_faves)),
            ("photos_comments_part*.json", _of(_comments)),
            ("sets_comments_part*.json", _of(_comments)),
            ("group_discussions*.json", _of(_comments)),
            ("groups*.json", _of(_groups)),
            ("sent_flickrmail_part*.json", _of(_Mail(Voice.OWNER))),
            ("received_flickrmail_part*.json", _of(_Mail(Voice.OTHER))),
        ),
        ignored=(
            "galleries*.json",
            "galleries_comments*.json",
            "account_testimonials.json",
            "apps_comments_part*.json",
        ),
    )


_NOT_TOLD = (
    "Pictures come in downloads of their own: choose them all together, or photos are known by their captions alone.",
    "Photos by others that show you are not in the download.",
)
_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Flickr",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("JSON and photos", LayoutEvidence.SOURCE),),
    category_evidence={
        "profile": _SOURCE,
        "photos": _SOURCE,
        "comments": _SOURCE,
        "messages": _MEMORY,
        "connections": _SOURCE,
        "likes": _SOURCE,
        "groups": _MEMORY,
        "settings": _MEMORY,
    },
)
