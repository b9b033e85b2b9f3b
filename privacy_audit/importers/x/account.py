"""Whose X archive it is, and the small files about the account: age, numbers, earlier names, sign-ins, apps."""

from collections.abc import Callable, Iterator

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Reader, Visit
from privacy_audit.decoding import decode_values
from privacy_audit.errors import ExportError
from privacy_audit.importers.x.recognition import IMPORTER_ID
from privacy_audit.importing import Holder
from privacy_audit.leaf import Leaf
from privacy_audit.model import (
    Audience,
    BirthDate,
    Connection,
    ConnectionKind,
    FieldKind,
    LinkedApp,
    Login,
    MediaUse,
    Membership,
    MembershipKind,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    ProfileField,
    Setting,
    Source,
    Voice,
)
from privacy_audit.text import partial_date_from_text

Make = Callable[[Source, Leaf], Iterator[Found]]
_PUBLIC = Audience.EVERYONE
_ODD = "This entry is not in a form that we know. Look at it in the archive itself."


def holder_of(archive: Archive) -> Holder:
    """From account.js and the manifest; both are small."""
    account = Leaf(_first(archive, "account.js")).at("account")
    manifest = Leaf(_first(archive, "manifest.js"))
    info = manifest.at("userInfo")
    names = (account.text("accountDisplayName"), info.text("displayName"))
    handles = (account.text("username"), info.text("userName"))
    return Holder(
        names=tuple(dict.fromkeys(filter(None, names))),
        handles=tuple(dict.fromkeys(filter(None, handles))),
        emails=tuple(filter(None, (account.text("email"),))),
        account_id=account.text("accountId") or info.text("accountId"),
        made=manifest.moment("archiveInfo", "generationDate"),
    )


def _first(archive: Archive, name: str) -> object:
    """The object of a manifest, or the first record of a list; the oldest archives leave it unwrapped."""
    member = archive.find(f"data/{name}") or archive.find(name)
    if member is None:
        return None
    try:
        value = decode_values(archive.read(member), Source(IMPORTER_ID, member.path)).value
    except ExportError:
        return None  # told when the file itself is read
    if isinstance(value, list):
        value = value[0] if value else None
        if name == "account.js" and isinstance(value, dict) and "account" not in value:
            value = {"account": value}
    return value


def each(key: str, make: Make) -> Reader:
    """A reader of a list of small records, wrapped under `key` or bare; a record that gives nothing is a problem."""

    def read(visit: Visit, member: Member) -> Iterator[Found]:
        decoded = decode_values(visit.archive.read(member), visit.source(member))
        yield from decoded.problems
        for number, value in enumerate(decoded.value if isinstance(decoded.value, list) else ()):
            leaf = Leaf(value[key] if isinstance(value, dict) and key in value else value)
            made = list(make(visit.source(member, f"/{number}"), leaf))
            yield from made
            if not made and not leaf.is_blank:
                yield visit.problem(member, f"/{number}", _ODD)

    return read


def account(source: Source, leaf: Leaf) -> Iterator[Found]:
    """What the account is called is open to everybody; its address and number are not."""
    if name := leaf.text("accountDisplayName"):
        yield ProfileField(source, FieldKind.NAME, name, audience=_PUBLIC)
        yield Passage(name, PassageKind.HANDLE, Voice.OWNER, source, audience=_PUBLIC)
    if handle := leaf.text("username"):
        yield ProfileField(source, FieldKind.HANDLE, handle, audience=_PUBLIC)
        yield Passage(handle, PassageKind.HANDLE, Voice.OWNER, source, audience=_PUBLIC)
    if email := leaf.text("email"):
        yield ProfileField(source, FieldKind.EMAIL, email)
    if number := leaf.text("phoneNumber"):
        yield ProfileField(source, FieldKind.PHONE, number)


def profile(source: Source, leaf: Leaf) -> Iterator[Found]:
    """The box at the top of the profile, which everybody sees."""
    kinds = (("bio", FieldKind.BIO), ("website", FieldKind.WEBSITE), ("location", FieldKind.CURRENT_CITY))
    for name, kind in kinds:
        if value := leaf.text("description", name):
            yield ProfileField(source, kind, value, audience=_PUBLIC)
    if bio := leaf.text("description", "bio"):
        yield Passage(bio, PassageKind.BIO, Voice.OWNER, source, audience=_PUBLIC)
    for name, use in (("avatarMediaUrl", MediaUse.PROFILE), ("headerMediaUrl", MediaUse.COVER)):
        if leaf.text(name):
            yield Photo(source, None, use=use, audience=_PUBLIC)


def age(source: Source, leaf: Leaf) -> Iterator[Found]:
    born = partial_date_from_text(leaf.text("ageInfo", "birthDate"))
    if born is not None:
        yield BirthDate(source, born)
    for years in leaf.texts("ageInfo", "age"):
        yield ProfileField(source, FieldKind.OTHER, years, "age")


def phone(source: Source, leaf: Leaf) -> Iterator[Found]:
    if number := leaf.text("phoneNumber"):
        yield ProfileField(source, FieldKind.PHONE, number)


def email_change(source: Source, leaf: Leaf) -> Iterator[Found]:
    yield from _changed(source, leaf, "emailChange", FieldKind.EMAIL)


def handle_change(source: Source, leaf: Leaf) -> Iterator[Found]:
    yield from _changed(source, leaf, "screenNameChange", FieldKind.FORMER_NAME)


def _changed(source: Source, leaf: Leaf, key: str, kind: FieldKind) -> Iterator[Found]:
    if leaf.at(key).value is not None:  # one wrapping more, in most years
        leaf = leaf.at(key)
    for name in ("changedFrom", "changedTo"):
        if value := leaf.text(name):
            yield ProfileField(
                source, kind, value, "earlier" if name == "changedFrom" else "", leaf.moment("changedAt")
            )


def ip_audit(source: Source, leaf: Leaf) -> Iterator[Found]:
    if ip := leaf.text("loginIp"):
        yield Login(source, "sign-in", leaf.moment("createdAt"), ip)


def creation_ip(source: Source, leaf: Leaf) -> Iterator[Found]:
    if ip := leaf.text("userCreationIp"):
        yield Login(source, "account made", None, ip)


def device(source: Source, leaf: Leaf) -> Iterator[Found]:
    name = leaf.text("clientApplicationName") or leaf.text("deviceType") or leaf.text("pushDevice", "deviceType")
    if name or leaf.text("createdAt"):
        yield Login(source, "device", leaf.moment("lastSeenAt") or leaf.moment("createdAt"), device=name)


def protected(source: Source, leaf: Leaf) -> Iterator[Found]:
    """Whether the account was open: the last of these is how it stands."""
    if action := leaf.text("action"):
        closed = action.casefold().startswith("protect")
        audience = Audience.FRIENDS if closed else Audience.EVERYONE
        yield Setting(source, "Posts protected", "yes" if closed else "no", audience=audience)


def time_zone(source: Source, leaf: Leaf) -> Iterator[Found]:
    if zone := leaf.text("timeZone"):
        yield Setting(source, "Time zone", zone)


def inferred(source: Source, leaf: Leaf) -> Iterator[Found]:
    """What X worked out by itself: languages, gender, places."""
    for language in leaf.leaves("demographics", "languages"):
        if value := language.text("language"):
            yield ProfileField(source, FieldKind.LANGUAGE, value, "worked out by X")
    if gender := leaf.text("demographics", "genderInfo", "gender"):
        yield ProfileField(source, FieldKind.GENDER, gender, "worked out by X")
    for place in leaf.leaves("locationHistory"):
        name = place.value if isinstance(place.value, str) else place.text("country") or place.text("city")
        if name:
            yield Place(source, PlaceKind.HISTORY, str(name))
    for interest in leaf.leaves("interests", "interests"):
        if value := interest.text("name"):
            yield ProfileField(source, FieldKind.INTEREST, value, "worked out by X")


def contact(source: Source, leaf: Leaf) -> Iterator[Found]:
    points = (*leaf.texts("emails"), *leaf.texts("phoneNumbers"))
    if points or leaf.text("id"):
        yield Connection(source, ConnectionKind.CONTACT, points[0] if points else "", contact_points=points)


def application(source: Source, leaf: Leaf) -> Iterator[Found]:
    if name := leaf.text("name"):
        yield LinkedApp(source, name, leaf.moment("approvedAt"), ", ".join(leaf.texts("permissions")))


def lists(source: Source, leaf: Leaf) -> Iterator[Found]:
    for url in (leaf.text("url"), *leaf.texts("urls")):
        name = url.rstrip("/").rpartition("/")[2].replace("-", " ")
        if name:
            yield Membership(source, MembershipKind.GROUP, name, detail="list")
            yield Passage(name, PassageKind.GROUP_NAME, Voice.UNKNOWN, source)
