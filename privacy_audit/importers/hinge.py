"""Hinge: "Download my data", a few JSON files; each field of the profile says whether others see it."""

from collections.abc import Callable, Iterator

import msgspec

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Reader, Visit, carried_out
from privacy_audit.decoding import decode_values
from privacy_audit.degrees import degrees
from privacy_audit.errors import ExportError
from privacy_audit.importing import ExportItem, Holder, Importer, LayoutEvidence, ReadOptions, Recognition
from privacy_audit.leaf import Leaf
from privacy_audit.model import (
    Audience,
    Employment,
    FieldKind,
    Like,
    LinkedApp,
    Login,
    MediaKind,
    MediaUse,
    Moment,
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

IMPORTER_ID = "hinge"
_PROOF = (
    ("user.json", b'"signup_time"'),
    ("user.json", b'_displayed"'),
    ("matches.json", b'"we_met"'),
    ("prompts.json", b'"user_updated"'),
)
_SHOWN = Audience.EVERYONE  # to anybody whom Hinge shows the profile
_FIELDS = {
    "first_name": FieldKind.NAME,
    "last_name": FieldKind.NAME,
    "gender": FieldKind.GENDER,
    "hometowns": FieldKind.HOME_TOWN,
    "religions": FieldKind.RELIGION,
    "politics": FieldKind.POLITICS,
    "languages_spoken": FieldKind.LANGUAGE,
    "relationship_types": FieldKind.RELATIONSHIP,
}
_APART = frozenset({"job_title", "workplaces", "schools"})
_DULL = ("_displayed", "_time", "_id", "_updated")
_ODD = "This entry is empty or in a form that we do not know. Look at it in the download itself."


def recognise(archive: Archive) -> Recognition | None:
    found = sum(key in _head(archive, name) for name, key in _PROOF)
    if not found or not (archive.find("user.json") or archive.find("matches.json")):
        return None
    return Recognition(IMPORTER_ID, "JSON", LayoutEvidence.SOURCE, 0.95 if found > 1 else 0.8)


def _head(archive: Archive, name: str) -> bytes:
    member = archive.find(name)
    try:
        return archive.head(member, 131_072) if member else b""
    except ExportError:
        return b""


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    user = _user_of(archive)
    first, last = user.text("profile", "first_name"), user.text("profile", "last_name")
    names = tuple(filter(None, (" ".join(filter(None, (first, last))),)))
    emails = tuple(filter(None, (user.text("identity", "email"),)))
    yield Holder(names, emails=emails)
    yield from carried_out(Visit(IMPORTER_ID, archive, options), _PLAN)


def _user_of(archive: Archive) -> Leaf:
    member = archive.find("user.json")
    try:
        value = decode_values(archive.read(member), Source(IMPORTER_ID, member.path)).value if member else None
    except ExportError:
        value = None  # told when the file itself is read
    return next(iter(Leaf(value).leaves()), Leaf(None))


def _of(make: Callable[[Visit, Source, Leaf], Iterator[Found]]) -> Reader:
    """A reader of one file: what is made of each entry of its list, and what was damaged in it."""

    def read_file(visit: Visit, member: Member) -> Iterator[Found]:
        decoded = decode_values(visit.archive.read(member), visit.source(member))
        yield from decoded.problems
        for number, leaf in enumerate(Leaf(decoded.value).leaves()):
            made = list(make(visit, visit.source(member, f"/{number}"), leaf))
            yield from made
            if not made:
                yield visit.problem(member, f"/{number}", _ODD)

    return read_file


def _texts(leaf: Leaf) -> tuple[str, ...]:
    """A text; lists are written as JSON inside of one."""
    text = leaf.text()
    if not text.startswith("["):
        number = leaf.number()
        return leaf.texts() or (() if not (text or number is not None) else (text or f"{number:g}",))
    try:
        value: object = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return (text,)
    return Leaf(value).texts()


def _user(visit: Visit, source: Source, user: Leaf) -> Iterator[Found]:
    for key, kind in (("email", FieldKind.EMAIL), ("phone_number", FieldKind.PHONE)):
        if value := user.text("identity", key):
            yield ProfileField(source, kind, value, audience=Audience.ONLY_ME)
    if user.at("identity", "instagram_authorized").value is True:
        yield LinkedApp(source, "Instagram", state="authorised")
    yield from _profile(source, user.at("profile"))
    account = user.at("account")
    if account.text("last_seen") or account.text("signup_time"):
        device = " ".join(filter(None, (account.text("device_model"), account.text("device_platform"))))
        yield Login(source, "last seen", _utc(account, "last_seen") or _utc(account, "signup_time"), device=device)
    for key in ("installs", "devices"):
        for leaf in user.leaves(key):
            ip, device = leaf.text("ip_address"), leaf.first("device_model", "device_platform")
            yield Login(source, "installed", _utc(leaf, "install_time"), ip, device)
    for leaf in user.leaves("location"):
        where = degrees(leaf.number("latitude"), leaf.number("longitude"))
        names = (leaf.first("locality", "city"), leaf.first("admin_area_1", "region"), leaf.first("country"))
        name = ", ".join(filter(None, names))
        if where or name:
            yield Place(source, PlaceKind.PRIMARY, name, leaf.text("postal_code"), where)


def _utc(leaf: Leaf, *path: str) -> Moment | None:
    """Times without a zone are in UTC."""
    moment = leaf.moment(*path)
    return None if moment is None else Moment(moment.at)


def _profile(source: Source, profile: Leaf) -> Iterator[Found]:
    for key, leaf in profile.items():
        audience = _seen(profile, key)
        if key in _APART or key.endswith(_DULL):
            continue
        for value in _texts(leaf):
            kind = _FIELDS.get(key, FieldKind.OTHER)
            yield ProfileField(source, kind, value, key.replace("_", " "), audience=audience)
            if kind is FieldKind.NAME:
                yield Passage(value, PassageKind.HANDLE, Voice.OWNER, source, audience=audience)
    title = next(iter(_texts(profile.at("job_title"))), "")
    places = _texts(profile.at("workplaces"))
    for employer in places:
        yield Employment(source, employer, title, audience=_seen(profile, "workplaces"))
    if title:
        seen = _seen(profile, "job_title")
        yield ProfileField(source, FieldKind.HEADLINE, title, "job title", audience=seen)
        yield Passage(title, PassageKind.BIO, Voice.OWNER, source, audience=seen)
    for school in _texts(profile.at("schools")):
        yield Schooling(source, school, audience=_seen(profile, "schools"))


def _seen(profile: Leaf, key: str) -> Audience:
    """Hinge says of each field whether it is shown."""
    shown = profile.at(f"{key}_displayed").value
    if isinstance(shown, bool):
        return _SHOWN if shown else Audience.ONLY_ME
    return _SHOWN if key == "first_name" else Audience.UNKNOWN


def _match(_visit: Visit, source: Source, match: Leaf) -> Iterator[Found]:
    """Likes sent with their words, and the owner's own side of a talk; nobody is named."""
    key = f"match {int(source.pointer[1:]) + 1}"
    times: list[Moment] = []
    count = 0
    if not isinstance(match.value, dict):
        return
    for said in match.leaves("chats"):
        when = _utc(said, "timestamp")
        times += [when] if when else []
        count += 1
        yield Passage(said.text("body"), PassageKind.MESSAGE, Voice.OWNER, source, thread=key, place=key, when=when)
    for sent in match.leaves("like"):
        for like in sent.leaves("like") or (sent,):
            when = _utc(like, "timestamp") or _utc(sent, "timestamp")
            yield Like(source, "a profile", "like", when=when)
            if words := like.text("comment"):
                count += 1
                yield Passage(words, PassageKind.MESSAGE, Voice.OWNER, source, thread=key, place=key, when=when)
    first, last = (min(times), max(times)) if times else (None, None)
    yield Thread(source, key, key, (), count, first=first, last=last)


def _prompt(_visit: Visit, source: Source, leaf: Leaf) -> Iterator[Found]:
    """Answers to Hinge's questions are the profile's own words."""
    words, question = leaf.text("text"), leaf.text("prompt")
    if words:
        yield ProfileField(source, FieldKind.BIO, words, question, _utc(leaf, "created"), audience=_SHOWN)
        when = _utc(leaf, "user_updated") or _utc(leaf, "created")
        yield Passage(words, PassageKind.BIO, Voice.OWNER, source, place=question, when=when, audience=_SHOWN)
    elif question:  # answered with a picture or by voice
        yield ProfileField(source, FieldKind.OTHER, question, leaf.text("type"), audience=_SHOWN)


def _picture(visit: Visit, source: Source, leaf: Leaf) -> Iterator[Found]:
    if not isinstance(leaf.value, dict):
        return
    name = leaf.first("filename", "url", "path")
    file = visit.media(name) or visit.media(name.partition("?")[0].rpartition("/")[2]) if name else None
    kind = MediaKind.VIDEO if leaf.text("type").casefold() == "video" else MediaKind.PHOTO
    words = "\n".join(filter(None, (leaf.text("prompt"), leaf.text("caption"))))
    yield Photo(source, file, kind, MediaUse.PROFILE, words, audience=_SHOWN)
    if words:
        yield Passage(words, PassageKind.CAPTION, Voice.OWNER, source, audience=_SHOWN)


_PLAN = Plan(
    readers=(
        ("user.json", _of(_user)),
        ("matches.json", _of(_match)),
        ("prompts.json", _of(_prompt)),
        ("media.json", _of(_picture)),
    ),
    ignored=("subscriptions.json", "prompt_feedback.json", "selfie_verification.json", "index.html", "*.css", "*.js"),
)
_NOT_TOLD = (
    "Hinge's download holds only your own side of the talks, and no names of those you talked to.",
    "Your date of birth is not in it, only your age; to whom your profile was shown is not in it either.",
)
_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Hinge",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("JSON", LayoutEvidence.SOURCE),),
    category_evidence={
        "profile": _SOURCE,
        "messages": _SOURCE,
        "photos": _SOURCE,
        "likes": _SOURCE,
        "places": _MEMORY,
        "logins": _SOURCE,
        "apps": _SOURCE,
    },
)
