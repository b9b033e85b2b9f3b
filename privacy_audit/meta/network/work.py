"""Jobs and schools on the profile. No public sample of the jobs is known, so they are read by more than one key."""

from collections.abc import Iterator
from typing import Any

from privacy_audit.decoding import walk_texts
from privacy_audit.importing import ReadProblem
from privacy_audit.meta.scene import Found, Position, fix
from privacy_audit.model import Employment, PartialDate, Passage, PassageKind, Schooling, Voice
from privacy_audit.text import partial_date, partial_date_from_seconds

_NO_NAME = "This entry names no employer or school in a form that we know. Look at it in the export itself."

_EMPLOYER = ("employer", "company", "workplace", "organization", "organisation", "name")
_TITLE = ("title", "position", "job_title", "role")
_PLACE = ("location", "city", "place", "address")
_WORDS = ("description", "summary", "details")
_START = ("start_timestamp", "start_date", "start")
_END = ("end_timestamp", "end_date", "end")


def employments(where: Position, key: str, value: object) -> Iterator[Found]:
    for number, item in enumerate(value if isinstance(value, list) else [value]):
        source = where.at(f"{key}/{number}")
        fields = item if isinstance(item, dict) else {"employer": item}
        employer = _first(fields, _EMPLOYER) or _any_text(fields)
        if not employer:
            if item:
                yield ReadProblem(source, _NO_NAME)
            continue
        description = _first(fields, _WORDS)
        end = _date(fields, _END)
        yield Employment(
            source,
            employer=employer,
            title=_first(fields, _TITLE),
            place=_first(fields, _PLACE),
            description=description,
            start=_date(fields, _START),
            end=end,
            current=_current(fields, end),
        )
        if description:
            yield Passage(description, PassageKind.BIO, Voice.OWNER, source, place=employer)


def schoolings(where: Position, key: str, value: object) -> Iterator[Found]:
    for number, item in enumerate(value if isinstance(value, list) else [value]):
        source = where.at(f"{key}/{number}")
        fields = item if isinstance(item, dict) else {"name": item}
        school = _first(fields, ("name", "school", "institution")) or _any_text(fields)
        if school:
            yield Schooling(
                source,
                school=school,
                kind=_first(fields, ("school_type", "type")),
                degree=", ".join(filter(None, (_first(fields, ("degree",)), *_several(fields.get("concentrations"))))),
                start=_date(fields, _START),
                end=_date(fields, _END),
            )
        elif item:
            yield ReadProblem(source, _NO_NAME)


def _first(fields: dict[str, Any], keys: tuple[str, ...]) -> str:
    """The first of some keys that says anything; a value may be a text or an object with a name."""
    for key in keys:
        value = fields.get(key)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return fix(value)
    return ""


def _several(value: object) -> tuple[str, ...]:
    return tuple(fix(text) for _pointer, text in walk_texts(value) if text.strip())


def _any_text(fields: dict[str, Any]) -> str:
    return next((fix(text) for _pointer, text in walk_texts(fields) if text.strip()), "")


def _date(fields: dict[str, Any], keys: tuple[str, ...]) -> PartialDate | None:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, dict):
            return partial_date(value.get("year"), value.get("month"), value.get("day"))
        found = partial_date_from_seconds(value)
        if found is not None:
            return found
    return None


def _current(fields: dict[str, Any], end: PartialDate | None) -> bool | None:
    """An end of 0 means until now; without any end the export does not say."""
    said = next((fields[key] for key in ("current", "is_current") if isinstance(fields.get(key), bool)), None)
    if said is not None:
        return bool(said)
    if end is not None:
        return False
    return True if fields.get("end_timestamp") == 0 else None
