"""Tinder: "Download my information", one JSON file beside the pictures."""

from collections.abc import Iterator

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.decoding import decode_values
from privacy_audit.degrees import degrees
from privacy_audit.errors import ExportError
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
from privacy_audit.leaf import Leaf
from privacy_audit.model import (
    Audience,
    BirthDate,
    Employment,
    FieldKind,
    LinkedApp,
    Login,
    MediaUse,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    ProfileField,
    Schooling,
    Source,
    Thread,
    Voice,
)
from privacy_audit.text import partial_date_from_text

IMPORTER_ID = "tinder"
_FILE = "data.json"
_SHOWN = Audience.EVERYONE  # to anybody whom Tinder shows the profile
_HEAD = 131_072
_FIELDS = (
    ("full_name", FieldKind.NAME, Audience.UNKNOWN),
    ("name", FieldKind.NAME, _SHOWN),
    ("username", FieldKind.HANDLE, _SHOWN),
    ("email", FieldKind.EMAIL, Audience.ONLY_ME),
    ("phone_id", FieldKind.PHONE, Audience.ONLY_ME),
    ("phone_number", FieldKind.PHONE, Audience.ONLY_ME),
    ("gender", FieldKind.GENDER, _SHOWN),
    ("bio", FieldKind.BIO, _SHOWN),
    ("education", FieldKind.OTHER, _SHOWN),
    ("interested_in", FieldKind.OTHER, Audience.UNKNOWN),
)
_LISTS = (
    ("user_interests", FieldKind.INTEREST),
    ("sexual_orientations", FieldKind.OTHER),
    ("languages", FieldKind.LANGUAGE),
)
_ODD = "This entry is empty or in a form that we do not know. Look at it in the download itself."
_IGNORED = frozenset({"Usage", "Purchases", "Campaigns", "Experiences", "Swipes", "RoomsAndInteractions"})


def recognise(archive: Archive) -> Recognition | None:
    member = archive.find(_FILE)
    try:
        head = archive.head(member, _HEAD) if member else b""
    except ExportError:
        head = b""
    usage = b'"app_opens"' in head or b'"swipes_likes"' in head
    user = b'"User"' in head and (b'"interested_in"' in head or b'"age_filter_min"' in head)
    if usage or user:
        return Recognition(IMPORTER_ID, "JSON", LayoutEvidence.FIXTURE, 0.95 if usage and user else 0.9)
    return None


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    user = _user_of(archive)
    names = tuple(dict.fromkeys(filter(None, (user.text("full_name"), user.text("name")))))
    handles, emails = (tuple(filter(None, (user.text(key),))) for key in ("username", "email"))
    yield Holder(names, handles, emails)
    known = frozenset(("you", *(name.casefold() for name in (*names, *handles, *options.own_names))))
    yield from carried_out(Visit(IMPORTER_ID, archive, options, known), _PLAN)


def _user_of(archive: Archive) -> Leaf:
    member = archive.find(_FILE)
    try:
        value = decode_values(archive.read(member), Source(IMPORTER_ID, member.path)).value if member else None
    except ExportError:
        value = None  # told when the file itself is read
    return Leaf(value).at("User")


def _file(visit: Visit, member: Member) -> Iterator[Found]:
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    for name, leaf in Leaf(decoded.value).items():
        if name == "User":
            yield from _user(visit.source(member, "/User"), leaf)
        elif name == "Messages":
            yield from _messages(visit, member, leaf)
        elif name == "Photos":
            yield from _photos(visit, member, leaf)
        elif name == "SwipeNotes":
            yield from _notes(visit, member, leaf)
        elif name == "Spotify":
            if leaf.at("spotify_connected").value is True:
                yield LinkedApp(visit.source(member, "/Spotify"), "Spotify", state="connected")
        elif leaf.value and name not in _IGNORED:
            yield MemberNote(f"{member.path}/{name}", MemberFate.UNKNOWN)


def _user(source: Source, user: Leaf) -> Iterator[Found]:
    for key, kind, audience in _FIELDS:
        if value := user.text(key):
            yield ProfileField(source, kind, value, key.replace("_", " "), audience=audience)
    for key in ("name", "full_name", "username"):
        if value := user.text(key):
            yield Passage(value, PassageKind.HANDLE, Voice.OWNER, source)
    if bio := user.text("bio"):
        yield Passage(bio, PassageKind.BIO, Voice.OWNER, source, audience=_SHOWN)
    if born := partial_date_from_text(user.text("birth_date")):
        yield BirthDate(source, born)
    yield from _chosen(source, user)
    yield from _work_and_place(source, user)


def _chosen(source: Source, user: Leaf) -> Iterator[Found]:
    """What is picked from lists; a descriptor may be kept from the profile."""
    for key, kind in _LISTS:
        for leaf in user.leaves(key):
            if value := leaf.text() or leaf.text("name"):
                yield ProfileField(source, kind, value, key.replace("_", " "), audience=_SHOWN)
    for leaf in user.leaves("descriptors"):
        if chosen := ", ".join(leaf.texts("choices")) or leaf.first("value", "choice"):
            audience = Audience.ONLY_ME if leaf.text("visibility") == "private" else _SHOWN
            yield ProfileField(source, FieldKind.OTHER, chosen, leaf.text("name"), audience=audience)


def _work_and_place(source: Source, user: Leaf) -> Iterator[Found]:
    for job in user.leaves("jobs"):
        employer, title = _named(job, "company"), _named(job, "title")
        if employer or title:
            hidden = {job.at(part, "displayed").value for part in ("company", "title")} == {False}
            yield Employment(source, employer, title, audience=Audience.ONLY_ME if hidden else _SHOWN)
    for school in user.leaves("schools"):
        if name := school.text() or school.text("name"):
            hidden = school.at("displayed").value is False
            yield Schooling(source, name, audience=Audience.ONLY_ME if hidden else _SHOWN)
    if city := user.text("city", "name") or user.text("city"):
        region = user.text("city", "region")
        yield ProfileField(source, FieldKind.CURRENT_CITY, city, region, audience=_SHOWN)
    where = degrees(user.number("pos", "lat"), user.number("pos", "lon"))
    if where is not None:
        yield Place(source, PlaceKind.HISTORY, coordinates=where, when=user.moment("pos", "at"))
    if user.text("ip_address") or user.text("active_time"):
        yield Login(source, "last active", user.moment("active_time"), user.text("ip_address"))
    if instagram := user.text("instagram") or user.text("instagram", "username"):
        yield LinkedApp(source, "Instagram", state=instagram)


def _named(job: Leaf, part: str) -> str:
    return job.text(part) or job.text(part, "name")


def _messages(visit: Visit, member: Member, matches: Leaf) -> Iterator[Found]:
    """Only the owner's own side is in the download; the others are numbers."""
    for number, match in enumerate(matches.leaves()):
        source = visit.source(member, f"/Messages/{number}")
        key, times, count = match.text("match_id") or f"match {number + 1}", [], 0
        for place, said in enumerate(match.leaves("messages")):
            at = Source(source.importer, source.member, f"{source.pointer}/messages/{place}")
            if not isinstance(said.value, dict):
                yield visit.problem(member, at.pointer, _ODD)
                continue
            author, when = said.text("from"), said.moment("sent_date")
            times += [when] if when else []
            count += 1
            yield Passage(
                said.text("message"), PassageKind.MESSAGE, visit.voice(author), at, author, key, key, when=when
            )
        first, last = (min(times), max(times)) if times else (None, None)
        yield Thread(source, key, key, ("You", key), count, first=first, last=last)


def _notes(visit: Visit, member: Member, notes: Leaf) -> Iterator[Found]:
    for number, leaf in enumerate(notes.leaves()):
        at = visit.source(member, f"/SwipeNotes/{number}")
        if words := leaf.text() or leaf.first("note", "message", "text"):
            yield Passage(words, PassageKind.MESSAGE, Voice.OWNER, at, when=leaf.moment("created_at"))
        else:
            yield visit.problem(member, at.pointer, _ODD)


def _photos(visit: Visit, member: Member, photos: Leaf) -> Iterator[Found]:
    for number, leaf in enumerate(photos.leaves()):
        at = visit.source(member, f"/Photos/{number}")
        name = leaf.text() or leaf.first("filename", "url", "id")
        if name:
            file = visit.media(name) or visit.media(name.partition("?")[0].rpartition("/")[2])
            when = leaf.moment("created_at")
            yield Photo(at, file, use=MediaUse.PROFILE, uploaded=when, audience=_SHOWN)
        else:
            yield visit.problem(member, at.pointer, _ODD)


_PLAN = Plan(readers=((_FILE, _file),), ignored=("index.html", "*.css", "*.js"))
_NOT_TOLD = (
    "Tinder's download holds only your own side of the talks, and no names of those you talked to.",
    "To whom your profile was shown is not in it: take it that anybody nearby may have seen it.",
)
_FIXTURE, _MEMORY = LayoutEvidence.FIXTURE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Tinder",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("JSON", LayoutEvidence.SOURCE),),
    category_evidence={
        "profile": _FIXTURE,
        "messages": _FIXTURE,
        "photos": _FIXTURE,
        "places": _FIXTURE,
        "logins": _MEMORY,
        "apps": _MEMORY,
    },
)
