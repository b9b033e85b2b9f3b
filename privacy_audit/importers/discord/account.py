"""What Discord's account file says: who it is, friends, connected accounts, addresses, notes on others, settings."""

from collections.abc import Iterator

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import Decoded, decode
from privacy_audit.errors import ExportError
from privacy_audit.importers.discord.recognition import IMPORTER_ID
from privacy_audit.importers.discord.shapes import Relationship, User
from privacy_audit.importing import Holder
from privacy_audit.leaf import Leaf
from privacy_audit.model import (
    Audience,
    Connection,
    ConnectionKind,
    FieldKind,
    LinkedApp,
    Login,
    MediaUse,
    Passage,
    PassageKind,
    Photo,
    ProfileField,
    Setting,
    Source,
    Voice,
)
from privacy_audit.text import moment_from_text

_KINDS = {
    "1": ConnectionKind.FRIEND,
    "friend": ConnectionKind.FRIEND,
    "2": ConnectionKind.BLOCKED,
    "blocked": ConnectionKind.BLOCKED,
    "3": ConnectionKind.REQUEST_RECEIVED,
    "pending_incoming": ConnectionKind.REQUEST_RECEIVED,
    "4": ConnectionKind.REQUEST_SENT,
    "pending_outgoing": ConnectionKind.REQUEST_SENT,
}
_AVATAR = "avatar.*"


def user_of(archive: Archive, member: Member | None) -> Decoded[User]:
    """The account file; nothing where it is missing or cannot be had."""
    if member is None:
        return Decoded(None)
    try:
        return decode(archive.read(member), User, Source(IMPORTER_ID, member.path))
    except ExportError:
        return Decoded(None)  # told when the file itself is read


def holder_of(user: User) -> Holder:
    names = tuple(dict.fromkeys(filter(None, (user.global_name,))))
    handles = tuple(filter(None, (user.username,)))
    return Holder(names, handles, tuple(filter(None, (user.email,))), str(user.id or ""))


def read(visit: Visit, member: Member) -> Iterator[Found]:
    """Everything that the file tells, part by part."""
    decoded = decode(visit.archive.read(member), User, visit.source(member))
    yield from decoded.problems
    user = decoded.value
    if user is None:
        return
    yield from _who(visit.source(member), user)
    yield from _addresses(visit, member, user)
    for number, relationship in enumerate(user.relationships or ()):
        yield _connection(visit.source(member, f"/relationships/{number}"), relationship)
    for number, account in enumerate(user.connections or ()):
        shown = account.visibility == 1
        audience = Audience.UNKNOWN if account.visibility is None else Audience.EVERYONE if shown else Audience.ONLY_ME
        name = ": ".join(filter(None, (account.type, account.name or str(account.id or ""))))
        source = visit.source(member, f"/connections/{number}")
        yield LinkedApp(source, name, state="shown on the profile" if shown else "", audience=audience)
    for key, note in (user.notes or {}).items():
        if note:
            source = visit.source(member, f"/notes/{key}")
            place = "note on another account"
            yield Passage(note, PassageKind.COMMENT, Voice.OWNER, source, place=place, audience=Audience.ONLY_ME)
    yield from _settings(visit, member, user)
    for picture in visit.archive.matching(_AVATAR)[:1]:
        yield Photo(visit.source(member), picture.path, use=MediaUse.PROFILE, audience=Audience.EVERYONE)


def _who(source: Source, user: User) -> Iterator[Found]:
    everyone = Audience.EVERYONE
    for kind, value in ((FieldKind.NAME, user.global_name), (FieldKind.HANDLE, user.username)):
        if value:
            yield ProfileField(source, kind, value, audience=everyone)
            yield Passage(value, PassageKind.HANDLE, Voice.OWNER, source, audience=everyone)
    for kind, value in ((FieldKind.EMAIL, user.email), (FieldKind.PHONE, user.phone)):
        if value:
            yield ProfileField(source, kind, value)
    profile = user.profile
    if profile is not None and profile.bio:
        yield ProfileField(source, FieldKind.BIO, profile.bio, audience=everyone)
        yield Passage(profile.bio, PassageKind.BIO, Voice.OWNER, source, audience=everyone)
    if profile is not None and profile.pronouns:
        yield ProfileField(source, FieldKind.GENDER, profile.pronouns, "pronouns", audience=everyone)
    if user.ip:
        yield Login(source, "last address", ip=user.ip)


def _addresses(visit: Visit, member: Member, user: User) -> Iterator[Found]:
    for number, paid_by in enumerate(user.payment_sources or ()):
        address = paid_by.address
        if address is None:
            continue
        lines = (address.line_1, address.line_2, address.city, address.state, address.postal_code, address.country)
        text = ", ".join(filter(None, lines))
        source = visit.source(member, f"/payment_sources/{number}/billing_address")
        if text:
            yield ProfileField(source, FieldKind.ADDRESS, text, "billing address", audience=Audience.ONLY_ME)
        if address.name:
            yield ProfileField(source, FieldKind.OTHER_NAME, address.name, "billing name", audience=Audience.ONLY_ME)


def _connection(source: Source, relationship: Relationship) -> Connection:
    kind = _KINDS.get(str(relationship.type).casefold(), ConnectionKind.CONTACT)
    person = relationship.user
    name = person.name if person is not None else relationship.username or ""
    handle = (person.username if person is not None else relationship.username) or ""
    since = moment_from_text(relationship.since or "")
    return Connection(source, kind, name or str(relationship.id or ""), since, handle, note=relationship.nickname or "")


def _settings(visit: Visit, member: Member, user: User) -> Iterator[Found]:
    """The status line is shown to others; of the rest what is a plain value; sessions with their addresses."""
    settings = Leaf(user.settings)
    inner = "settings" if isinstance(settings.at("settings").value, dict) else ""
    settings = settings.at(inner) if inner else settings
    source = visit.source(member, "/settings")
    for status in (settings.text("custom_status", "text"), settings.text("status", "custom_status", "text")):
        if status:
            yield ProfileField(source, FieldKind.BIO, status, "custom status")
            yield Passage(status, PassageKind.BIO, Voice.OWNER, source)
    for name, leaf in settings.items():
        if isinstance(leaf.value, str | int | float | bool) and str(leaf.value):
            yield Setting(visit.source(member, f"/settings/{name}"), name, str(leaf.value))
    for number, session in enumerate(Leaf(user.sessions).leaves()):
        ip = session.first("ip", "ip_address", "last_ip", "approx_last_used_ip")
        device = session.first("os", "platform", "client_os", "user_agent")
        when = moment_from_text(session.first("approx_last_used_time", "last_used", "creation_time", "created_at"))
        if ip or device or when:
            yield Login(visit.source(member, f"/user_sessions/{number}"), "session", when, ip, device)
