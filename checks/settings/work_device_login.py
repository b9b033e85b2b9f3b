"""Sign-ins from the employer's computers, telephones or networks, where the record itself says that they are such."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from privacy_audit.checking import Check, Context, Sighting, Theme, Weight
from privacy_audit.errors import DataError
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.folding import fold
from privacy_audit.job_talk import is_official
from privacy_audit.model import Login, Record
from privacy_audit.own_matches import any_of
from privacy_audit.words import Words

_CLAUSES = ("essex-police-c3011:3.5", "derbyshire:6.3")

_WHY = (
    "Sets of rules differ: some allow a look in a break, others none at all on the employer's machines. What is opened "
    "there can be seen and kept by the employer, and the machine's name tells others whose it is."
)

_THEMES = (
    Theme(
        "employer",
        "You signed in on a computer or network of your employer",
        _WHY,
        Weight.MODERATE,
        "work-devices",
    ),
    Theme("work-device", "You signed in on a device called a work device", _WHY, Weight.MODERATE, "work-devices"),
)


_LONGEST = 300  # letters of a name; a whole user agent has no more


@dataclass(frozen=True, slots=True)
class _Sign:
    theme: str
    says: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Signs:
    device: tuple[_Sign, ...]
    place: tuple[_Sign, ...]


@lru_cache(maxsize=1)
def _signs() -> _Signs:
    text = (files("privacy_audit.lexicon") / "work_devices.toml").read_text(encoding="utf-8")
    try:
        read = tomllib.loads(text)
        device, place = (
            tuple(_Sign(str(sign["theme"]), re.compile(sign["says"], re.IGNORECASE)) for sign in read[key])
            for key in ("device", "place")
        )
        return _Signs(device, place)
    except (KeyError, TypeError, re.error) as error:
        raise DataError("A list that belongs to this program is damaged. Please install the program again.") from error


@dataclass(frozen=True, slots=True)
class _Told:
    theme: str
    confidence: Confidence
    reason: str
    span: tuple[int, int]


def _on_record(record: Record, context: Context) -> Iterator[Sighting]:
    if not isinstance(record, Login) or is_official(record.source.importer, context):
        return
    for words, signs in ((record.device, _signs().device), (record.place, _signs().place)):
        folded = fold(words[:_LONGEST])
        told = _told(folded.text, signs, any_of((context.facts.service,)))
        if told is not None:
            span = folded.raw_span(*told.span)
            evidence = Evidence(record.source, Words(words), (span,), record.when, place="Sign-in")
            yield Sighting(told.theme, told.confidence, (evidence,), told.reason, audience=record.audience)
            return


def _told(text: str, signs: tuple[_Sign, ...], own: re.Pattern[str] | None) -> _Told | None:
    match = own.search(text) if own else None
    if match is not None:
        reason = "It holds the name of your own service, as you told us."
        return _Told("employer", Confidence.SURE, reason, match.span())
    for sign in signs:
        match = sign.says.search(text)
        if match is not None:
            reason = "The record itself names it; no address was looked up."
            return _Told(sign.theme, Confidence.LIKELY, reason, match.span())
    return None


CHECK = Check(
    id="work-device-login",
    title="Sign-ins on your employer's devices",
    clauses=_CLAUSES,
    touches=(Concern.INFORMATION_SECURITY, Concern.REPUTATION),
    themes=_THEMES,
    record_types=(Login,),
    on_record=_on_record,
)
