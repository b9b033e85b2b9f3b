"""The profile, the people, the settings and the sign-ins of the exports before 2020: plain files at the top."""

from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.decoding import walk_texts
from privacy_audit.importers.instagram.account import Account, audience_of
from privacy_audit.importers.instagram.flat_values import Values, rows_in, said_in, values_in
from privacy_audit.importers.instagram.profile import told
from privacy_audit.importing import ReadProblem
from privacy_audit.meta.audiences import audience_of as audience_in
from privacy_audit.meta.scene import Found, fix
from privacy_audit.meta.tables import NOTHING_IN_IT, untyped
from privacy_audit.model import (
    Audience,
    BirthDate,
    Connection,
    ConnectionKind,
    FieldKind,
    Login,
    Membership,
    MembershipKind,
    Moment,
    Passage,
    PassageKind,
    Place,
    PlaceKind,
    ProfileField,
    Setting,
    Source,
    Voice,
)
from privacy_audit.text import moment_from_text, partial_date_from_text

_FIELDS = {
    "name": FieldKind.NAME,
    "username": FieldKind.HANDLE,
    "email": FieldKind.EMAIL,
    "phone_number": FieldKind.PHONE,
    "biography": FieldKind.BIO,
    "gender": FieldKind.GENDER,
    "website": FieldKind.WEBSITE,
}
_PUBLIC = frozenset({FieldKind.NAME, FieldKind.HANDLE, FieldKind.BIO, FieldKind.WEBSITE})
_PEOPLE = {
    "followers": ConnectionKind.FOLLOWER,
    "following": ConnectionKind.FOLLOWING,
    "blocked_users": ConnectionKind.BLOCKED,
    "restricted_users": ConnectionKind.BLOCKED,
    "follow_requests_sent": ConnectionKind.REQUEST_SENT,
    "permanent_follow_requests": ConnectionKind.REQUEST_SENT,
}


def profile(account: Account, member: Member) -> Iterator[Found]:
    for fields in values_in(account, member):
        if isinstance(fields, ReadProblem):
            yield fields
            continue
        for key, value in fields.items():
            yield from _field(account, member, key, value)


def _field(account: Account, member: Member, key: str, value: object) -> Iterator[Found]:
    source, text = account.source(member, f"/{key}"), said_in(value)
    kind = _FIELDS.get(key)
    if key == "private_account":
        said = str(value)
        yield Setting(source, "Private account", said, audience=audience_of(said))
    elif key in {"date_of_birth", "birthday"} and (day := partial_date_from_text(text)) is not None:
        yield BirthDate(source, day)
    elif text and kind is not None:
        audience = Audience.EVERYONE if kind in _PUBLIC else Audience.UNKNOWN
        yield from told(ProfileField(source, kind, text, audience=audience))
    elif text and key != "profile_pic_url":
        yield ProfileField(source, FieldKind.OTHER, text, key)


def connections(account: Account, member: Member) -> Iterator[Found]:
    """Names with their times, list by list."""
    for lists in values_in(account, member):
        if isinstance(lists, ReadProblem):
            yield lists
            continue
        for key, people in lists.items():
            for number, (raw, since) in enumerate(people.items() if isinstance(people, dict) else ()):
                when = moment_from_text(since) if isinstance(since, str) else None
                # the number and not the name: where something stands is told, what it says is not
                yield from _known(account.source(member, f"/{key}/{number}"), key, fix(raw), when)


def _known(source: Source, key: str, name: str, when: Moment | None) -> Iterator[Found]:
    if key in _PEOPLE:
        note = "restricted" if key == "restricted_users" else ""
        yield Connection(source, _PEOPLE[key], name, when, name, note=note)
    elif key == "following_hashtags":
        yield Membership(source, MembershipKind.PAGE_FOLLOWED, f"#{name}", when)
        yield Passage(f"#{name}", PassageKind.PAGE_NAME, Voice.OWNER, source, when=when)
    elif key == "close_friends":
        yield Setting(source, "On your close friends list", name, audience=Audience.LISTED)


def settings(account: Account, member: Member) -> Iterator[Found]:
    for fields in values_in(account, member):
        if isinstance(fields, ReadProblem):
            yield fields
            continue
        for key, value in fields.items():
            if isinstance(value, str | int | float | bool):
                said = fix(value) if isinstance(value, str) else str(value)
                name = key.replace("_", " ")
                yield Setting(account.source(member, f"/{key}"), name, said, audience=audience_in(said))


def contacts(account: Account, member: Member) -> Iterator[Found]:
    value, problems = untyped(account, member)
    yield from problems
    for number, row in rows_in(value):
        source = account.source(member, f"/{number}")
        fields = row if isinstance(row, dict) else {}
        name = " ".join(filter(None, (said_in(fields.get("first_name")), said_in(fields.get("last_name")))))
        point = said_in(fields.get("contact"))
        if not (name or point):
            yield ReadProblem(source, NOTHING_IN_IT)
            continue
        points = (point,) if point else ()
        yield Connection(source, ConnectionKind.CONTACT, name, contact_points=points)
        if name:
            yield Passage(name, PassageKind.CONTACT_NAME, Voice.OWNER, source)


def history(account: Account, member: Member) -> Iterator[Found]:
    """Sign-ins, and how the account began."""
    for lists in values_in(account, member):
        if isinstance(lists, ReadProblem):
            yield lists
            continue
        for number, row in rows_in(lists.get("login_history")):
            if isinstance(row, dict):
                yield _login(account, member, f"/login_history/{number}", row)
        began = lists.get("registration_info")
        if isinstance(began, dict):
            source = account.source(member, "/registration_info")
            when = moment_from_text(said_in(began.get("registration_time")))
            yield Login(
                source, "account made", when, said_in(began.get("ip_address")), said_in(began.get("device_name"))
            )
            for key, kind in (("registration_username", FieldKind.HANDLE), ("registration_email", FieldKind.EMAIL)):
                if text := said_in(began.get(key)):
                    yield from told(ProfileField(source, kind, text, "when the account was made", when))


def _login(account: Account, member: Member, pointer: str, row: Values) -> Login:
    when = moment_from_text(said_in(row.get("timestamp")))
    device = said_in(row.get("user_agent"))
    return Login(account.source(member, pointer), "sign-in", when, said_in(row.get("ip_address")), device)


def about(account: Account, member: Member) -> Iterator[Found]:
    """What Instagram thinks of the owner: the town it takes for home."""
    value, problems = untyped(account, member)
    yield from problems
    for pointer, raw in walk_texts(value):
        if "location" in pointer and raw.strip():
            yield Place(account.source(member, pointer), PlaceKind.PRIMARY, fix(raw))
