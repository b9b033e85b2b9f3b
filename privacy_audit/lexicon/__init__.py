"""The words of the emergency services: forces and brigades, jobs, slang, and the turns of work contact, as data.

Nothing is read when this package is imported; whoever needs a list asks for it once and keeps it.
"""

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files

from privacy_audit.errors import DataError


class ServiceKind(Enum):
    POLICE = "police"
    POLICING_BODY = "policing body"
    FIRE = "fire"
    FIRE_BODY = "fire body"
    AMBULANCE = "ambulance"
    HEALTH = "health"
    COASTGUARD = "coastguard"
    JUSTICE = "justice"
    COUNCIL = "council"
    SCHOOL = "school"


class Mark(Enum):
    """Where a fact comes from: read in a public register or page, or memory that nobody checked."""

    READ = "R"
    UNVERIFIED = "U"


@dataclass(frozen=True, slots=True)
class Service:
    """An employer in scope or beside it. `areas` are the places that make its name ("Kent" + Police or Fire)."""

    id: str
    name: str
    kind: ServiceKind
    nation: str
    abbreviations: tuple[str, ...]
    areas: tuple[str, ...]
    variants: tuple[str, ...]
    domains: tuple[str, ...]  # a leading "*" stands for everything under it
    handle_tokens: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Jobs:
    """What people of one kind of service call their jobs (see the head of roles.toml)."""

    kind: ServiceKind
    strict: tuple[str, ...]
    framed: tuple[str, ...]
    letters: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Slang:
    """Phrases of one weight: 3 tells the job almost alone, 1 is a hint only."""

    weight: int
    words: tuple[str, ...]
    mark: Mark


class Speaker(Enum):
    """Whose words a sign of contact is looked for in."""

    OWNER = "me"
    OTHER = "them"
    EITHER = "either"


class Spot(Enum):
    """Where a sign of contact stands: in a message, or in the name of a contact, a thread or a note."""

    MESSAGE = "message"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class ContactSign:
    """A sign that two people met through work (weight above 0) or know each other from life (below 0).

    `pattern` is a linear-time regular expression; `reason` is our own sentence, shown to the user.
    """

    id: str
    pattern: str
    weight: int
    reason: str
    speaker: Speaker
    where: Spot
    mark: Mark


class Door(Enum):
    """Which values of a setting leave the door open."""

    AUDIENCE = "audience"  # public, or friends of friends
    PUBLIC = "public"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class SettingTopic:
    """A kind of setting, known by a pattern in its name."""

    theme: str
    name: re.Pattern[str]
    open: Door
    mark: Mark


def load_setting_topics() -> tuple[SettingTopic, ...]:
    """The settings that audience checks know, from settings.toml, in the order in which they are tried."""
    try:
        return tuple(
            SettingTopic(
                str(group["theme"]),
                re.compile(str(group["name"]), re.IGNORECASE),
                Door(group["open"]),
                Mark(group["mark"]),
            )
            for group in _groups("settings.toml", "topic")
        )
    except (KeyError, ValueError, re.error) as error:
        raise _broken("settings.toml") from error


def load_services() -> tuple[Service, ...]:
    """All services, from services.csv."""
    try:
        services = tuple(_service(row) for row in _rows("services.csv"))
    except (KeyError, ValueError, AttributeError, csv.Error) as error:
        raise _broken("services.csv") from error
    if not services:
        raise _broken("services.csv")
    return services


def _service(row: dict[str, str]) -> Service:
    return Service(
        id=row["id"],
        name=row["name"],
        kind=ServiceKind(row["kind"]),
        nation=row["nation"],
        abbreviations=_list(row["abbreviations"]),
        areas=_list(row["areas"]),
        variants=_list(row["variants"]),
        domains=_list(row["domains"]),
        handle_tokens=_list(row["handle_tokens"]),
        mark=Mark(row["mark"]),
    )


def load_jobs() -> tuple[Jobs, ...]:
    """The words for jobs, from roles.toml."""
    try:
        return tuple(
            Jobs(
                ServiceKind(group["kind"]),
                _words(group["strict"]),
                _words(group["framed"]),
                _words(group["letters"]),
                Mark(group["mark"]),
            )
            for group in _groups("roles.toml", "job")
        )
    except (KeyError, ValueError, TypeError) as error:
        raise _broken("roles.toml") from error


def load_only_before() -> dict[str, str]:
    """For words with other meanings: the pattern that must follow before they count as a job."""
    try:
        return {str(word): str(pattern) for word, pattern in tomllib.loads(_text("roles.toml"))["only_before"].items()}
    except (tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise _broken("roles.toml") from error


def load_slang() -> tuple[Slang, ...]:
    """The turns of phrase, from slang.toml, the heaviest first."""
    try:
        groups = [
            Slang(_weight(group), _words(group["words"]), Mark(group["mark"]))
            for group in _groups("slang.toml", "phrase")
        ]
    except (KeyError, ValueError, TypeError) as error:
        raise _broken("slang.toml") from error
    return tuple(sorted(groups, key=lambda group: -group.weight))


def load_name_words() -> dict[str, frozenset[str]]:
    """The lists of profile_names.toml by name."""
    try:
        words = tomllib.loads(_text("profile_names.toml"))["words"]
        return {name: frozenset(_words(words[name])) for name in words}
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise _broken("profile_names.toml") from error


def load_contact_signs() -> tuple[ContactSign, ...]:
    """The signs of having met through work, from work_contact.toml."""
    try:
        return tuple(_sign(group) for group in _groups("work_contact.toml", "sign"))
    except (KeyError, ValueError, TypeError) as error:
        raise _broken("work_contact.toml") from error


def _sign(group: dict[str, object]) -> ContactSign:
    pattern = str(group["pattern"])
    return ContactSign(
        id=str(group["id"]),
        pattern=pattern,
        weight=_weight(group),
        reason=str(group["reason"]),
        speaker=Speaker(group["speaker"]),
        where=Spot(group["where"]),
        mark=Mark(group["mark"]),
    )


def _weight(group: dict[str, object]) -> int:
    weight = group["weight"]
    if not isinstance(weight, int):
        raise TypeError
    return weight


def service_at(address: str, services: tuple[Service, ...]) -> Service | None:
    """The service whose e-mail domain an address carries; the most exact one where several fit."""
    _, _, domain = address.strip().lower().rpartition("@")
    if not domain or "." not in domain:
        return None
    best: tuple[int, Service] | None = None
    for service in services:
        for pattern in service.domains:
            if _under(domain, pattern) and (best is None or len(pattern) > best[0]):
                best = (len(pattern), service)
    return best[1] if best else None


def _under(domain: str, pattern: str) -> bool:
    if pattern.startswith("*"):
        return domain.endswith(pattern[1:])
    return domain == pattern or domain.endswith("." + pattern)


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = (line for line in _text(name).splitlines() if not line.startswith("#"))
    return csv.DictReader(lines)


def _text(name: str) -> str:
    try:
        return files(__package__).joinpath(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(name) from error


def _groups(name: str, key: str) -> list[dict[str, object]]:
    try:
        groups = tomllib.loads(_text(name))[key]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise _broken(name) from error
    return [group for group in groups if isinstance(group, dict)]


def _broken(name: str) -> DataError:
    return DataError(f"The word list {name} that comes with this program is damaged. Please install the program again.")


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise TypeError
    return tuple(value)


def _list(value: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in value.split(";")) if part)
