"""Other companies' apps and sites that still have a hold on an account, and settings that copy posts across."""

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
from privacy_audit.model import LinkedApp, Record, Setting
from privacy_audit.words import Words

_CLAUSES = ("derbyshire:5c",)

_THEMES = (
    Theme(
        "copies",
        "Apps copy what you do from one site to another",
        "What you post or track in one place turns up in another, where other people see it under other settings.",
        Weight.MODERATE,
        "linked-apps",
    ),
    Theme(
        "wide",
        "Apps may write in your name or read more than they need",
        "An app with wide rights can post as you or read your messages, and so can whoever takes it over.",
        Weight.MODERATE,
        "linked-apps",
    ),
    Theme(
        "passing-on",
        "Posts go to another site by themselves",
        "A post that you meant for a few people is copied to where more can see it.",
        Weight.MODERATE,
        "linked-apps",
    ),
    Theme(
        "linked",
        "Apps and sites are still linked to your account",
        "Each keeps the rights and the copy of your profile that it got on the first day, used or not.",
        Weight.SLIGHT,
        "linked-apps",
    ),
    Theme(
        "told-on",
        "Other sites tell this platform what you do there",
        "Shops and apps pass on visits and purchases. It is used for advertising and shows what you read and buy.",
        Weight.SLIGHT,
        "privacy-checkup",
    ),
)

_DEVICE = r"(?: (?:for|on) .{1,30}| app| web app| web| for)?"


@dataclass(frozen=True, slots=True)
class _Words:
    ended: re.Pattern[str]
    told_on: re.Pattern[str]
    wide: re.Pattern[str]
    copies: re.Pattern[str]
    passing_on: re.Pattern[str]
    on: re.Pattern[str]
    own: dict[str, re.Pattern[str]]


@lru_cache(maxsize=1)
def _words() -> _Words:
    text = (files("privacy_audit.lexicon") / "linked_apps.toml").read_text(encoding="utf-8")
    try:
        read = tomllib.loads(text)
        passing_on = read["passing_on"]
        return _Words(
            ended=_pattern(read["ended"]),
            told_on=_pattern(read["told_on"]),
            wide=_pattern(read["wide"]),
            copies=_pattern(read["copies"]),
            passing_on=_pattern(passing_on["name"]),
            on=_pattern(passing_on["on"]),
            own={site: _own(names) for site, names in read["own"].items()},
        )
    except (KeyError, TypeError, re.error) as error:
        raise DataError("A list that belongs to this program is damaged. Please install the program again.") from error


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _own(names: list[str]) -> re.Pattern[str]:
    return _pattern(rf"(?:{'|'.join(map(re.escape, names))}){_DEVICE}")


def _on_record(record: Record, _context: Context) -> Iterator[Sighting]:
    if isinstance(record, LinkedApp):
        yield from _app(record)
    elif isinstance(record, Setting):
        yield from _setting(record)


def _app(record: LinkedApp) -> Iterator[Sighting]:
    words, name, state = _words(), _plain(record.name), _plain(record.state)
    if not name or words.ended.search(state) or _is_own(name, record.source.importer):
        return
    theme, reason = _theme(name, state)
    confidence = Confidence.SURE if state else Confidence.LIKELY
    if theme == "told-on":
        confidence = Confidence.POSSIBLE
    elif not state:
        reason += " It does not say whether the link is still in use."
    shown = f"{record.name} ({record.state})" if state else record.name
    evidence = Evidence(record.source, Words(shown), ((0, len(record.name)),), record.added, place="Linked app")
    yield Sighting(theme, confidence, (evidence,), reason, audience=record.audience)


def _theme(name: str, state: str) -> tuple[str, str]:
    words = _words()
    if words.told_on.search(state):
        return "told-on", "The export lists it as something done elsewhere."
    if words.copies.search(name):
        return "copies", "It is one that carries posts, pictures or tracks across."
    if words.wide.search(state):
        return "wide", "The export says what it may do."
    return "linked", "The export lists it."


def _is_own(name: str, importer: str) -> bool:
    own = _words().own.get(importer.replace("-", "_"))
    return own is not None and own.fullmatch(name) is not None


def _setting(record: Setting) -> Iterator[Sighting]:
    words = _words()
    if words.passing_on.search(_plain(record.name)) and words.on.search(_plain(record.value)):
        shown = f"{record.name}: {record.value}"
        evidence = Evidence(record.source, Words(shown), ((0, len(record.name)),), place="Settings")
        yield Sighting("passing-on", Confidence.SURE, (evidence,), "The setting is on.", audience=record.audience)


def _plain(text: str) -> str:
    return fold(text).text.strip()


CHECK = Check(
    id="linked-apps",
    title="Apps and sites linked to your account",
    clauses=_CLAUSES,
    touches=(Concern.INFORMATION_SECURITY, Concern.STAFF_SAFETY),
    themes=_THEMES,
    record_types=(LinkedApp, Setting),
    on_record=_on_record,
)
