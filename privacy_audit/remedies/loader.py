"""Loads the remedies: numbered steps for each exposure on each platform, with where the menu path was read and when."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from importlib import resources
from typing import TypeVar
from urllib.parse import urlsplit

from privacy_audit.errors import DataError
from privacy_audit.findings import Finding

# Listed by hand: globbing finds nothing in a frozen build.
PLATFORM_FILES = (
    "generic.toml",
    "facebook.toml",
    "instagram.toml",
    "x.toml",
    "linkedin.toml",
    "whatsapp.toml",
    "snapchat.toml",
    "tiktok.toml",
    "google_takeout.toml",
    "pinterest.toml",
    "flickr.toml",
    "reddit.toml",
    "strava.toml",
)
GENERIC = "generic"
_MINUTES = 5  # where the data does not say
_Kind = TypeVar("_Kind", bound=Enum)


class StepKind(Enum):
    """What a step does. The kinds that take something away wait when there is a case (safeguards.md §2)."""

    LOOK = "look"
    AUDIENCE = "audience"
    SETTING = "setting"
    EDIT = "edit"
    REMOVE = "remove"
    UNTAG = "untag"
    RESTRICT = "restrict"
    UNFRIEND = "unfriend"
    BLOCK = "block"
    LEAVE = "leave"
    REPORT = "report"
    ASK_SOMEONE = "ask-someone"
    KEEP_A_COPY = "keep-a-copy"
    ADVICE = "advice"
    DANGER = "danger"  # what to do when somebody may be hurt: comes before everything else
    SUPPORT = "support"  # who listens and helps, beside advice on the case

    @property
    def takes_away(self) -> bool:
        """Whether the step removes, or asks to remove, what might be evidence; hiding an item keeps it."""
        return self in {
            StepKind.EDIT,
            StepKind.REMOVE,
            StepKind.UNTAG,
            StepKind.UNFRIEND,
            StepKind.BLOCK,
            StepKind.LEAVE,
            StepKind.RESTRICT,
            StepKind.ASK_SOMEONE,
        }


class Mark(Enum):
    """How well a menu path is known."""

    READ = "R1"  # the platform's own help page was read
    SECOND_HAND = "R2"  # a third party's page, or working public code
    UNVERIFIED = "U"  # from memory


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `menu` is the path as the platform words it; `link` is https or empty; `message` is ready to send."""

    kind: StepKind
    text: str
    menu: tuple[str, ...] = ()
    link: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """How to fix one exposure on one platform. `others_wrong` is true where somebody else did wrong: report first."""

    id: str  # "facebook/birthday-audience"
    title: str
    minutes: int
    mark: Mark
    checked_on: date
    steps: tuple[Step, ...]
    note: str = ""
    others_wrong: bool = False


class Remedies:
    """All remedies, with look-up by exposure: the platform's own first, then the generic one."""

    def __init__(self, remedies: Iterable[Remedy]) -> None:
        self._by_id = {remedy.id: remedy for remedy in remedies}

    def __iter__(self) -> Iterator[Remedy]:
        return iter(self._by_id.values())

    def resolve(self, platform: str, exposure: str) -> str:
        """The id of the remedy for an exposure on a platform. Raises KeyError when there is not even a generic one."""
        for remedy_id in (f"{platform}/{exposure}", f"{GENERIC}/{exposure}"):
            if remedy_id in self._by_id:
                return remedy_id
        raise KeyError(exposure)

    def remedy(self, remedy_id: str) -> Remedy:
        return self._by_id[remedy_id]

    def minutes(self, finding: Finding) -> int:
        """How long a finding takes to fix; a guess where its steps are not there."""
        remedy = self._by_id.get(finding.remedy)
        return remedy.minutes if remedy else _MINUTES


def load_remedies() -> Remedies:
    """Reads the remedies that ship with the program. Raises DataError with a sentence when a file is broken."""
    folder = resources.files("privacy_audit.remedies")
    found: list[Remedy] = []
    for name in PLATFORM_FILES:
        found.extend(parse_remedies(name, (folder / name).read_text(encoding="utf-8")))
    return Remedies(found)


def parse_remedies(name: str, toml: str) -> tuple[Remedy, ...]:
    """The remedies of one file of TOML text; the file's name without its ending is the platform."""
    try:
        table = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"The file of steps {name} cannot be read. Please get a fresh copy of the program.") from error
    platform = name.removesuffix(".toml").replace("_", "-")  # as the importer of that name
    remedies = tuple(_remedy(platform, row) for row in table.get("remedy", []))
    ids = [remedy.id for remedy in remedies]
    if len(ids) != len(set(ids)):
        raise DataError(f"The file of steps {name} has one id twice. Please get a fresh copy of the program.")
    return remedies


def _remedy(platform: str, row: dict[str, object]) -> Remedy:
    where = f"{platform}/{row.get('id', '?')}"
    steps = row.get("step")
    checked_on = row.get("checked_on")
    minutes = row.get("minutes", _MINUTES)
    if not isinstance(steps, list) or not steps or not isinstance(checked_on, date) or not isinstance(minutes, int):
        raise DataError(f"The steps {where} lack their date or their steps. Please get a fresh copy of the program.")
    return Remedy(
        where,
        _text(where, row, "title"),
        minutes,
        _member(where, Mark, row.get("mark")),
        checked_on,
        tuple(_step(where, step) for step in steps),
        str(row.get("note", "")),
        bool(row.get("others_wrong", False)),
    )


def _step(where: str, row: dict[str, object]) -> Step:
    link = str(row.get("link", ""))
    if link and (urlsplit(link).scheme != "https" or urlsplit(link).query.count("=") > 1):
        raise DataError(f"The steps {where} hold a link that is not https. Please get a fresh copy of the program.")
    menu = row.get("menu", "")
    return Step(
        _member(where, StepKind, row.get("kind")),
        _text(where, row, "text"),
        tuple(part.strip() for part in str(menu).split(">") if part.strip()),
        link,
        str(row.get("message", "")),
    )


def _member(where: str, kinds: type[_Kind], value: object) -> _Kind:
    try:
        return kinds(value)
    except ValueError as error:
        raise DataError(f"The steps {where} name an unknown kind. Please get a fresh copy of the program.") from error


def _text(where: str, row: dict[str, object], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise DataError(f"The steps {where} lack “{key}”. Please get a fresh copy of the program.")
    return value
