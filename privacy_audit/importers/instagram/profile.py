"""The profile: what the owner is called, says and has told Instagram, and how that changed."""

import re
from collections.abc import Iterator

from privacy_audit.importers.instagram.account import Account, Maker, audience_of
from privacy_audit.importers.instagram.entries import Entry, Field, degrees_of
from privacy_audit.importers.instagram.pictures import Showing, photo
from privacy_audit.importers.instagram.words import key_of
from privacy_audit.importing import ReadProblem
from privacy_audit.meta.scene import Found
from privacy_audit.meta.tables import Repeated
from privacy_audit.model import (
    Audience,
    BirthDate,
    FieldKind,
    MediaUse,
    Passage,
    PassageKind,
    Place,
    PlaceKind,
    ProfileField,
    Setting,
    Source,
    Voice,
)
from privacy_audit.text import partial_date_from_text

_NO_DATE = "This date of birth is not in a form that we know. Look at it in the export itself."
_UNSET = (1919, 1, 1)  # what Instagram writes where no date of birth is known
_KINDS = {
    "username": FieldKind.HANDLE,
    "name": FieldKind.NAME,
    "email": FieldKind.EMAIL,
    "phone": FieldKind.PHONE,
    "bio": FieldKind.BIO,
    "gender": FieldKind.GENDER,
    "website": FieldKind.WEBSITE,
    "city": FieldKind.CURRENT_CITY,
    "address": FieldKind.ADDRESS,
    "first_name": FieldKind.NAME,
    "last_name": FieldKind.NAME,
}
# What every visitor sees, of a private account too.
_SHOWN = frozenset({FieldKind.NAME, FieldKind.HANDLE, FieldKind.BIO, FieldKind.WEBSITE})
_CALLED = frozenset({FieldKind.NAME, FieldKind.HANDLE, FieldKind.FORMER_NAME, FieldKind.OTHER_NAME})
_NO_FACTS = frozenset({"phone_sure", "phone_how"})
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_PHONE = re.compile(r"\+\d[\d\s()-]{6,18}")


def profile(detail: str = "", *, own: bool = True) -> Maker:
    """`own` is the profile itself, which everybody sees in part; other files hold what Instagram knows beside it."""

    def make(account: Account, entry: Entry) -> Iterator[Found | Repeated]:
        for field in entry.fields:
            yield from _field(entry.source, field, detail, own=own)
        for shot in entry.shots:
            yield from photo(account, entry.source, shot, Showing(MediaUse.PROFILE, Audience.EVERYONE))
        if not entry.fields and entry.title and not own:
            yield ProfileField(entry.source, FieldKind.OTHER, entry.title, detail)
        if entry.fields:
            yield Repeated()

    return make


def _field(source: Source, field: Field, detail: str, *, own: bool) -> Iterator[Found]:
    value = field.value or field.href
    if not value and field.when is not None:
        value = field.when.at.date().isoformat()
    if not value:
        return
    key = field.key or _by_shape(value)
    if key in _NO_FACTS:
        return
    if key == "birth":
        yield from _birth(source, value)
    elif key == "private":
        audience = audience_of(value)
        name = f"Private account: {detail}" if detail else "Private account"
        yield Setting(source, name, value, audience=audience)
    else:
        kind = _KINDS.get(key, FieldKind.OTHER)
        said = field.label if kind is FieldKind.OTHER else ""
        audience = Audience.EVERYONE if own and kind in _SHOWN else Audience.UNKNOWN
        beside = ": ".join(filter(None, (detail, said)))
        yield from told(ProfileField(source, kind, value, beside, field.when, audience=audience))


def _by_shape(value: str) -> str:
    """What a value is, under a label in a language that we do not know."""
    shapes = ((_EMAIL, "email"), (_DATE, "birth"), (_PHONE, "phone"))
    return next((key for shape, key in shapes if shape.fullmatch(value.strip())), "")


def _birth(source: Source, value: str) -> Iterator[Found]:
    found = partial_date_from_text(value)
    if found is None:
        yield ReadProblem(source, _NO_DATE)
    elif (found.year, found.month, found.day) != _UNSET:
        yield BirthDate(source, found)


def told(field: ProfileField) -> Iterator[Found]:
    """The field, and its words as a passage where a person wrote them freely or goes by them."""
    yield field
    kind = PassageKind.BIO if field.kind is FieldKind.BIO else PassageKind.HANDLE
    if kind is PassageKind.BIO or field.kind in _CALLED:
        yield Passage(field.value, kind, Voice.OWNER, field.source, when=field.when, audience=field.audience)


def change(_account: Account, entry: Entry) -> Iterator[Found]:
    """One change of the profile: what it said before stays in the export for good."""
    key = key_of((entry.text("changed"),)) or _changed_in(entry.text("changed"))
    when = entry.moment("time")
    detail = f"before {when.at.date().isoformat()}" if when else "before"
    if old := entry.text("old"):
        kind = FieldKind.FORMER_NAME if key == "name" else _KINDS.get(key, FieldKind.OTHER)
        yield from told(ProfileField(entry.source, kind, old, detail, when))
    else:
        value = " ".join(filter(None, (entry.text("changed") or entry.title, entry.text("new"))))
        if value:
            yield ProfileField(entry.source, FieldKind.OTHER, value, "profile update", when)


def _changed_in(words: str) -> str:
    """ "Profile Bio Text", "Profile Full Name": the part of the label that says what it is."""
    plain = words.casefold()
    marks = (("username", "username"), ("bio", "bio"), ("name", "name"), ("email", "email"), ("phone", "phone"))
    return next((key for mark, key in marks if mark in plain), "")


def home(_account: Account, entry: Entry) -> Iterator[Found]:
    """The town that Instagram takes for home, and places of interest."""
    values = dict.fromkeys(field.value for field in entry.fields if field.value)
    for value in (*values, *entry.texts):
        yield Place(entry.source, PlaceKind.PRIMARY, value)
    if not values and not entry.texts and entry.title:
        yield Place(entry.source, PlaceKind.PRIMARY, entry.title)


def last_place(_account: Account, entry: Entry) -> Iterator[Found | Repeated]:
    at = degrees_of(entry.text("latitude") or None, entry.text("longitude") or None)
    if at is not None:
        yield Place(entry.source, PlaceKind.HISTORY, coordinates=at, when=entry.moment("time"))
    else:
        yield Repeated()  # the form stands there empty where the telephone did not tell
