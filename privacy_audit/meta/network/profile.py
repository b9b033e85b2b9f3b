"""The profile: who the owner is, in the fields that Facebook has for it, and how they changed."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from privacy_audit.archive import Member
from privacy_audit.decoding import walk_texts
from privacy_audit.importing import ReadProblem
from privacy_audit.meta.network.attachments import attached
from privacy_audit.meta.network.work import employments, schoolings
from privacy_audit.meta.scene import Found, Position, Scene, fix, moment
from privacy_audit.meta.shapes import Activity
from privacy_audit.meta.tables import each, untyped
from privacy_audit.model import (
    BirthDate,
    FieldKind,
    MediaUse,
    Passage,
    PassageKind,
    ProfileField,
    Relative,
    Source,
    Voice,
)
from privacy_audit.text import partial_date

_NO_DATE = "This birthday is not in a form that we know. Look at it in the export itself."
_NO_PROFILE = "This file holds no profile in a form that we know. Look at it in the export itself."

# Fields with one value or a list of values; what is not named here goes by its own key as OTHER.
_KINDS: Mapping[str, FieldKind] = {
    "username": FieldKind.HANDLE,
    "screen_names": FieldKind.HANDLE,
    "profile_uri": FieldKind.WEBSITE,
    "websites": FieldKind.WEBSITE,
    "phone_numbers": FieldKind.PHONE,
    "emails": FieldKind.EMAIL,
    "gender": FieldKind.GENDER,
    "current_city": FieldKind.CURRENT_CITY,
    "hometown": FieldKind.HOME_TOWN,
    "address": FieldKind.ADDRESS,
    "previous_names": FieldKind.FORMER_NAME,
    "other_names": FieldKind.OTHER_NAME,
    "religious_view": FieldKind.RELIGION,
    "political_view": FieldKind.POLITICS,
    "favorite_quotes": FieldKind.QUOTE,
    "intro_bio": FieldKind.BIO,
    "about_me": FieldKind.BIO,
    "languages": FieldKind.LANGUAGE,
    "interested_in": FieldKind.INTEREST,
    "pages": FieldKind.INTEREST,
    "blood_info": FieldKind.HEALTH,
}
_SPOKEN = {FieldKind.BIO: PassageKind.BIO, FieldKind.QUOTE: PassageKind.BIO}
_NAMES = (FieldKind.NAME, FieldKind.HANDLE, FieldKind.OTHER_NAME, FieldKind.FORMER_NAME)


def profile(scene: Scene, member: Member) -> Iterator[Found]:
    value, problems = untyped(scene, member)
    yield from problems
    found = profile_in(value)
    if found is None:
        if not problems:
            yield ReadProblem(scene.source(member), _NO_PROFILE)
        return
    key, fields = found
    where = scene.position(member, f"/{key}")
    for name, field in fields.items():
        yield from _field(where, name, field)


def profile_in(value: object) -> tuple[str, dict[str, Any]] | None:
    """The profile and its root key, which gained its ending after 2019."""
    if not isinstance(value, dict):
        return None
    for key in ("profile_v2", "profile"):
        if isinstance(value.get(key), dict):
            return key, value[key]
    return None


def _field(where: Position, name: str, value: object) -> Iterator[Found]:
    handler = _HANDLERS.get(name)
    if handler is not None:
        yield from handler(where, name, value)
    else:
        yield from _plain_field(where, name, value)


def _plain_field(where: Position, name: str, value: object) -> Iterator[Found]:
    kind = _KINDS.get(name, FieldKind.OTHER)
    for pointer, item in items(value):
        text = said(item)
        if text:
            detail = _detail(item) or (name if kind is FieldKind.OTHER else "")
            yield from _told(where.at(name + pointer), kind, text, detail, stamp(item))


def _told(source: Source, kind: FieldKind, text: str, detail: str = "", when: float | None = None) -> Iterator[Found]:
    """The field, and its words as a passage where a person wrote them freely or goes by them."""
    yield ProfileField(source, kind=kind, value=text, detail=detail, when=moment(when))
    if kind in _SPOKEN:
        yield Passage(text, _SPOKEN[kind], Voice.OWNER, source, when=moment(when))
    elif kind in _NAMES:
        yield Passage(text, PassageKind.HANDLE, Voice.OWNER, source, when=moment(when))


def items(value: object) -> Iterator[tuple[str, object]]:
    """The elements of a list with their pointers; a single value is a list of one."""
    if isinstance(value, list):
        yield from ((f"/{number}", item) for number, item in enumerate(value))
    elif value is not None:
        yield "", value


_SAYING = ("full_name", "name", "text", "title", "phone_number", "address", "gender_option", "value", "status")


def said(item: object) -> str:
    """What a value says: a text itself, or the text of an object under whatever key."""
    if isinstance(item, str):
        return fix(item)
    if not isinstance(item, dict):
        return ""
    named = (fix(item[key]) for key in _SAYING if isinstance(item.get(key), str) and item[key])
    return next(named, "") or ", ".join(fix(text) for _pointer, text in walk_texts(item) if text.strip())


def _detail(item: object) -> str:
    """What stands beside the value: the kind of a telephone number, a pronoun, the kind of another name."""
    if not isinstance(item, dict):
        return ""
    parts = [fix(item[key]) for key in ("phone_type", "type", "pronoun") if isinstance(item.get(key), str)]
    if isinstance(item.get("verified"), bool):
        parts.append("verified" if item["verified"] else "not verified")
    return ", ".join(filter(None, parts))


def stamp(item: object, key: str = "timestamp") -> float | None:
    value = item.get(key) if isinstance(item, dict) else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _name(where: Position, key: str, value: object) -> Iterator[Found]:
    text = said(value)
    if text:
        yield from _told(where.at(key), FieldKind.NAME, text)


def _birthday(where: Position, key: str, value: object) -> Iterator[Found]:
    parts = value if isinstance(value, dict) else {}
    found = partial_date(parts.get("year"), parts.get("month"), parts.get("day"))
    if found is not None:
        yield BirthDate(where.at(key), value=found)
    elif value:
        yield ReadProblem(where.at(key), _NO_DATE)


def _emails(where: Position, key: str, value: object) -> Iterator[Found]:
    groups = value.items() if isinstance(value, dict) else (("emails", value),)
    for group, addresses in groups:
        detail = "" if group == "emails" else group.replace("_", " ")
        for pointer, item in items(addresses):
            if text := said(item):
                yield from _told(where.at(f"{key}/{group}{pointer}"), FieldKind.EMAIL, text, detail)


def _relationship(where: Position, key: str, value: object) -> Iterator[Found]:
    if not isinstance(value, dict):
        yield from _plain_field(where, key, value)
        return
    status, partner, when = said(value.get("status")), said(value.get("partner")), stamp(value)
    if status:
        yield from _told(where.at(f"{key}/status"), FieldKind.RELATIONSHIP, status, partner, when)
    if partner:
        yield Relative(where.at(f"{key}/partner"), name=partner, relation=status or "partner", when=moment(when))
    parts = value.get("anniversary")
    if isinstance(parts, dict):
        day = partial_date(parts.get("year"), parts.get("month"), parts.get("day"))
        if day is not None:
            text = "-".join(f"{part:02}" if part else "?" for part in (day.year, day.month, day.day))
            yield ProfileField(
                where.at(f"{key}/anniversary"), kind=FieldKind.RELATIONSHIP, value=text, detail="anniversary"
            )


def _relatives(where: Position, key: str, value: object) -> Iterator[Found]:
    otherwise = "former partner" if key == "previous_relationships" else ""
    for pointer, item in items(value):
        name = said(item)
        relation = said(item.get("relation")) if isinstance(item, dict) else ""
        if name:
            yield Relative(where.at(key + pointer), name=name, relation=relation or otherwise, when=moment(stamp(item)))


def _topics(where: Position, key: str, value: object) -> Iterator[Found]:
    """Old profiles list the pages liked by topic: music, television, sport."""
    for pointer, item in items(value):
        topic = said(item)
        pages = item.get("pages") if isinstance(item, dict) else None
        for inner, page in items(pages):
            if text := said(page):
                yield from _told(where.at(f"{key}{pointer}/pages{inner}"), FieldKind.INTEREST, text, topic)


def _registered(where: Position, key: str, value: object) -> Iterator[Found]:
    when = moment(stamp({"timestamp": value}))
    if when is not None:
        text = when.at.date().isoformat()
        yield ProfileField(where.at(key), kind=FieldKind.OTHER, value=text, detail="account made", when=when)


_HANDLERS: Mapping[str, Callable[[Position, str, object], Iterator[Found]]] = {
    "name": _name,
    "birthday": _birthday,
    "emails": _emails,
    "relationship": _relationship,
    "previous_relationships": _relatives,
    "family_members": _relatives,
    "education_experiences": schoolings,
    "work_experiences": employments,
    "pages": _topics,
    "registration_timestamp": _registered,
}


def updates(scene: Scene, member: Member) -> Iterator[Found]:
    """How the profile changed: mostly Facebook's own sentences and the pictures of the time."""

    def make(source: Source, row: Activity) -> Iterator[Found]:
        title = fix(row.title)
        words = [fix(datum.name) or fix(datum.text) or fix(datum.post) for datum in row.data or ()]
        value = "\n".join(filter(None, (title, *words)))
        if value:
            when = moment(row.timestamp)
            yield ProfileField(source, kind=FieldKind.OTHER, value=value, detail="profile update", when=when)
        yield from attached(scene, row, scene.position(member, source.pointer), MediaUse.PROFILE, Voice.OWNER)

    yield from each(scene, member, Activity, "profile_updates", make)
