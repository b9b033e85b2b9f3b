"""How to ask a platform for one's own data: numbered steps as data, with where they were read and when."""

import tomllib
from dataclasses import dataclass
from datetime import date
from importlib import resources

import msgspec

from privacy_audit.errors import DataError


@dataclass(frozen=True, slots=True)
class HowTo:
    """The steps for one platform: how long it takes, what the file is called, and what to do with what arrives."""

    id: str
    title: str
    link: str
    checked_on: date
    mark: str
    wait: str
    file: str
    steps: tuple[str, ...]
    then: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What holds for every download."""

    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _File:
    platform: tuple[HowTo, ...]
    advice: tuple[Advice, ...] = ()


def load_how_to() -> tuple[HowTo, ...]:
    """The steps that ship with the program, one entry a platform."""
    return parse_how_to(_shipped())


def load_advice() -> tuple[Advice, ...]:
    """What holds for every download: bringing it from a phone, and keeping it out of synced folders."""
    return _parsed(_shipped()).advice


def parse_how_to(toml: str) -> tuple[HowTo, ...]:
    """Raises DataError with a sentence when the text is broken."""
    return _parsed(toml).platform


def _shipped() -> str:
    return (resources.files("privacy_audit") / "how_to.toml").read_text(encoding="utf-8")


def _parsed(toml: str) -> _File:
    try:
        return msgspec.convert(tomllib.loads(toml), _File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(
            "The steps for asking a platform for your data cannot be read. Please get a fresh copy of the program."
        ) from error
