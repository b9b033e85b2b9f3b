"""What the names of columns, keys, files and lists mean in exports that nobody described to us."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from privacy_audit.errors import DataError

_LONGEST_NAME = 80
_LONGEST_PHRASE = 4  # words

Phrases = Mapping[tuple[str, ...], str]


@cache
def _words() -> re.Pattern[str]:
    """Words of small letters, of capitals, with a capital at their head, and numbers."""
    return re.compile(r"[^\W\d_]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])|\d+")


@cache
def _table() -> tuple[frozenset[str], Phrases, Phrases]:
    text = (files("privacy_audit.lexicon") / "key_meanings.toml").read_text("utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    try:
        return frozenset(data["not"]), _by_words(data["keys"]), _by_words(data["sections"])
    except (KeyError, TypeError) as error:
        raise DataError(
            "The list of what names mean is damaged. Please install the program again from a fresh download."
        ) from error


def _by_words(table: Mapping[str, Iterable[str]]) -> Phrases:
    return {tuple(phrase.split()): meaning for meaning, phrases in table.items() for phrase in phrases}


def words_of(name: str) -> tuple[str, ...]:
    """ "emailAddress" and "E-mail address" as words in small letters."""
    return tuple(word.casefold() for word in _words().findall(name[:_LONGEST_NAME]))


@lru_cache(maxsize=4096)
def meaning_of(name: str) -> str:
    """What a column or key means, "" when nobody can tell."""
    refused, keys, _sections = _table()
    words = words_of(name)
    found = _longest(words, keys)
    if not refused.isdisjoint(words) and found != "thread":  # "conversation id" is what tells talks apart
        return ""
    return found


@lru_cache(maxsize=4096)
def section_of(name: str) -> str:
    """Of what kind the records of a file, folder or list are, by what it is called; "" when its name does not tell."""
    return _longest(words_of(name), _table()[2])


def _longest(words: tuple[str, ...], phrases: Phrases) -> str:
    for length in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        for start in range(len(words) - length, -1, -1):
            meaning = phrases.get(words[start : start + length])
            if meaning is not None:
                return meaning
    return ""
