"""Accounts that the user runs for the service: which they are, and what to go through for each."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from privacy_audit.errors import DataError


@dataclass(frozen=True, slots=True)
class OfficialStep:
    """One question of the checklist, and the section of the document that it rests on."""

    section: str
    asks: str


@dataclass(frozen=True, slots=True)
class OfficialChecklist:
    clause: str
    steps: tuple[OfficialStep, ...]


def load_official_checklist() -> OfficialChecklist:
    """The questions that ship with the program."""
    text = (files("privacy_audit") / "official_accounts.toml").read_text(encoding="utf-8")
    try:
        read = tomllib.loads(text)
        steps = tuple(OfficialStep(str(step["section"]), str(step["asks"])) for step in read["step"])
        return OfficialChecklist(str(read["clause"]), steps)
    except (KeyError, TypeError) as error:
        raise DataError("A list that belongs to this program is damaged. Please install the program again.") from error


def names_official(told: Iterable[str], importer: str, names: Iterable[str]) -> bool:
    """Whether one of these names is among the accounts that the user told: "name" anywhere, "site: name" there only."""
    listed = {_plain(entry) for entry in told}
    return any(_plain(name) in listed or qualified(importer, name) in listed for name in names)


def qualified(importer: str, name: str) -> str:
    """An account of one platform, as it is told among the user's own facts."""
    return f"{importer}: {_plain(name)}"


def _plain(name: str) -> str:
    site, colon, rest = name.casefold().strip().partition(":")
    return f"{site.strip()}: {rest.strip().lstrip('@')}" if colon else site.lstrip("@").strip()
