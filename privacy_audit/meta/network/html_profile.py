"""The profile page: labelled values, in the language of the account, that become the same fields as in JSON."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from privacy_audit.importing import ReadProblem
from privacy_audit.meta.blocks import Block, Pair
from privacy_audit.meta.page import Main, Page
from privacy_audit.meta.page_words import key_of, known
from privacy_audit.meta.scene import Found
from privacy_audit.model import (
    BirthDate,
    Employment,
    FieldKind,
    Passage,
    PassageKind,
    ProfileField,
    Relative,
    Schooling,
    Source,
    Voice,
)
from privacy_audit.text import moment_from_text, partial_date_from_text

_NO_DATE = "This birthday is not in a form that we know. Look at it in the export itself."

_KINDS = {
    "name": FieldKind.NAME,
    "username": FieldKind.HANDLE,
    "websites": FieldKind.WEBSITE,
    "phone_numbers": FieldKind.PHONE,
    "emails": FieldKind.EMAIL,
    "previous_emails": FieldKind.EMAIL,
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
    "languages": FieldKind.LANGUAGE,
    "interested_in": FieldKind.INTEREST,
    "pages": FieldKind.INTEREST,
    "topics": FieldKind.INTEREST,
    "blood_info": FieldKind.HEALTH,
    "relationship": FieldKind.RELATIONSHIP,
}
# Labels that say no more than the kind of the field does; of others the wording is kept.
_SELF_EVIDENT = frozenset(_KINDS) - {"previous_emails", "topics"}
_SPOKEN = (FieldKind.BIO, FieldKind.QUOTE)
_NAMES = (FieldKind.NAME, FieldKind.HANDLE, FieldKind.OTHER_NAME, FieldKind.FORMER_NAME)
_GROUPED = ("family_members", "previous_relationships", "education_experiences", "work_experiences", "relationship")


def profile(page: Page, block: Block) -> Iterator[Found | Main]:
    """One block may hold the whole profile or a part of it; its heading is then the outermost label."""
    source = page.at(block)
    pairs = [Pair((block.heading, *pair.path), pair.value, pair.group) for pair in block.pairs]
    pairs += [Pair((block.heading,), text, 0) for text in block.texts]
    yield from labelled(source, pairs)


def labelled(source: Source, pairs: Sequence[Pair]) -> Iterator[Found]:
    """The fields that labelled values are; what nobody has listed stays, under its label."""
    for key, found in groupby(pairs, key=_section):
        if key in _GROUPED:
            for _group, one in groupby(found, key=lambda pair: pair.group):
                yield from _together(source, key, list(one))
        else:
            for pair in found:
                yield from _alone(source, pair)


def _section(pair: Pair) -> str:
    """The outermost label that belongs to a group of fields, such as a job."""
    return next((key for label in pair.path if (key := key_of("profile", label)) in _GROUPED), "")


def _alone(source: Source, pair: Pair) -> Iterator[Found]:
    keys = [key for label in pair.path if (key := key_of("profile", label))]
    key = keys[-1] if keys else ""
    outer = next((one for one in keys if one in _KINDS and one != "name"), "")
    if key == "name_part" or (key == "name" and "name" in keys[:-1]):
        key = "name"
        if key_of("profile", pair.path[-1]) == "name_part":
            return  # the full name stands beside its parts
    if key == "birthday":
        yield from _birthday(source, pair.value)
        return
    if key == "employer":  # the old archive names no more of a job
        yield Employment(source, employer=pair.value)
        return
    if key == "registration_timestamp":
        when = moment_from_text(pair.value)
        value = when.at.date().isoformat() if when else pair.value
        yield ProfileField(source, kind=FieldKind.OTHER, value=value, detail="account made", when=when)
        return
    kind = _KINDS.get(outer or key, FieldKind.OTHER)
    labels = [label for label in pair.path if label]
    plain = key_of("profile", labels[-1]) if labels else ""
    detail = ": ".join(labels) if kind is FieldKind.OTHER else "" if plain in _SELF_EVIDENT else labels[-1]
    yield from _field(source, kind, pair.value, detail)


def _field(source: Source, kind: FieldKind, value: str, detail: str = "") -> Iterator[Found]:
    yield ProfileField(source, kind=kind, value=value, detail=detail)
    if kind in _SPOKEN:
        yield Passage(value, PassageKind.BIO, Voice.OWNER, source)
    elif kind in _NAMES:
        yield Passage(value, PassageKind.HANDLE, Voice.OWNER, source)


def _birthday(source: Source, value: str) -> Iterator[Found]:
    found = partial_date_from_text(value)
    if found is None:
        yield ReadProblem(source, _NO_DATE)
    else:
        yield BirthDate(source, value=found)


def _together(source: Source, key: str, pairs: Sequence[Pair]) -> Iterator[Found]:
    """Fields that describe one thing: a job, a school, a relative, a relationship."""
    inner = [Pair(pair.path[-1:] if len(pair.path) > 1 else (), pair.value, pair.group) for pair in pairs]
    said = known("profile", [pair for pair in inner if pair.path])
    unlabelled = [pair.value for pair in pairs if key_of("profile", pair.path[-1]) in ("", key)]
    name = said.get("name", "") or said.get("employer", "") or next(iter(unlabelled), "")
    if key == "work_experiences":
        yield from _job(source, name, said)
    elif key == "education_experiences":
        yield from _school(source, name, said)
    elif key == "relationship":
        yield from _relationship(source, said, unlabelled)
    elif name:
        relation = said.get("relation", "") or ("former partner" if key == "previous_relationships" else "")
        rest = [text for text in unlabelled if text != name]
        yield Relative(source, name=name, relation=relation or next(iter(rest), ""))


def _job(source: Source, employer: str, said: dict[str, str]) -> Iterator[Found]:
    description = said.get("description", "")
    end = partial_date_from_text(said.get("end", ""))
    if employer or said:
        yield Employment(
            source,
            employer=employer,
            title=said.get("title", ""),
            place=said.get("location", ""),
            description=description,
            start=partial_date_from_text(said.get("start", "")),
            end=end,
            current=False if end is not None else None,
        )
    if description:
        yield Passage(description, PassageKind.BIO, Voice.OWNER, source, place=employer)


def _school(source: Source, school: str, said: dict[str, str]) -> Iterator[Found]:
    if school:
        yield Schooling(
            source,
            school=school,
            kind=said.get("school_type", ""),
            degree=", ".join(filter(None, (said.get("degree", ""), said.get("concentrations", "")))),
            start=partial_date_from_text(said.get("start", "")),
            end=partial_date_from_text(said.get("end", "")),
        )


def _relationship(source: Source, said: dict[str, str], unlabelled: Sequence[str]) -> Iterator[Found]:
    status = said.get("relationship", "") or next(iter(unlabelled), "")
    partner = said.get("partner", "")
    if status:
        yield ProfileField(source, kind=FieldKind.RELATIONSHIP, value=status, detail=partner)
    if partner:
        yield Relative(source, name=partner, relation=status or "partner")
    if text := said.get("anniversary", ""):
        day = partial_date_from_text(text)
        value = "-".join(f"{part:02}" if part else "?" for part in (day.year, day.month, day.day)) if day else text
        yield ProfileField(source, kind=FieldKind.RELATIONSHIP, value=value, detail="anniversary")
