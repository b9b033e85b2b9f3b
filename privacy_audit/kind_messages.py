"""Judges a ready message to somebody else: it thanks, it blames nobody, and it tells of no risk and of no work."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from importlib.resources import files

from privacy_audit.folding import fold

_FILE = "kind_messages.toml"


class Flaw(Enum):
    """What is wrong with a message; the value goes on from “a message that”."""

    RISK = "tells of a risk"
    WORK = "tells of the work"
    BLAME = "blames or presses"
    THANKLESS = "does not thank"


def flaws(message: str) -> tuple[Flaw, ...]:
    """What speaks against sending it; nothing at all for a kind message, and for one that is not there."""
    if not message.strip():
        return ()
    said = fold(message).text
    told = [flaw for flaw, pattern in _banned().items() if pattern.search(said)]
    return tuple(told) if _thanks().search(said) else (*told, Flaw.THANKLESS)


@cache
def _banned() -> Mapping[Flaw, re.Pattern[str]]:
    words = _words()
    return {
        Flaw.RISK: _any_of(words["risk"]),
        Flaw.WORK: _any_of(words["work"]),
        Flaw.BLAME: _any_of(words["blame"]),
    }


@cache
def _thanks() -> re.Pattern[str]:
    return _any_of(_words()["thanks"])


def _words() -> Mapping[str, list[str]]:
    return tomllib.loads((files("privacy_audit") / _FILE).read_text(encoding="utf-8"))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Whole words with their common endings, over any space between."""
    ways = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\b(?:{ways})(?:'s|s|es|d|ed|ing|er|ers)?\b", re.IGNORECASE)
