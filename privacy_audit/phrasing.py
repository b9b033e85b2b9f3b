"""Ways of saying a thing, kept as data: reads the phrases of a check from the lexicon and judges passages by them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import re2

from privacy_audit.checking import Context, Sighting, seen
from privacy_audit.errors import DataError
from privacy_audit.findings import Confidence, Subject
from privacy_audit.model import Passage, PassageKind, Voice
from privacy_audit.sieve import Sieve

_SLOT = re.compile(r"\{([a-z_]+)\}")
_NEAR = 80  # what is said further off in a long post speaks of something else
_SHARED = "says_shared.toml"
_SHORT = 200  # letters of a text that may well be met again
_Setting = tuple[PassageKind, Voice, frozenset[str] | None]
OWNERS = frozenset({Voice.OWNER, Voice.UNKNOWN})  # whose words count as the owner's
_CONFIDENCE = {"sure": Confidence.SURE, "likely": Confidence.LIKELY, "possible": Confidence.POSSIBLE}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of saying it. `says` must be found, and nothing that `unless` names; `where` limits the settings."""

    theme: str
    words: str
    not_near: str | None
    kinds: frozenset[PassageKind]
    voices: frozenset[Voice]
    confidence: Confidence
    subject: Subject
    reason: str
    first: str | None = None  # looked for first because it is quick: without it `says` cannot be found

    @property
    def says(self) -> re.Pattern[str]:
        return _exact(self.words)

    @property
    def unless(self) -> re.Pattern[str] | None:
        return _exact(self.not_near) if self.not_near else None

    @property
    def needs(self) -> re.Pattern[str] | None:
        return _exact(self.first) if self.first else None

    def span(self, plain: str) -> tuple[int, int] | None:
        """Where a text says it, or None."""
        if self.needs is not None and not self.needs.search(plain):
            return None
        unless = self.unless
        for found in self.says.finditer(plain):
            start, end = found.span()
            if unless is None or not unless.search(plain, max(0, start - _NEAR), end + _NEAR):
                return start, end
        return None


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The phrases of one check: `says_<name>.toml` in the lexicon. Nothing is read before the first passage comes."""

    name: str
    more_words: Callable[[], Mapping[str, str]] | None = None  # slots made from other word lists, asked for once

    def phrases(self) -> tuple[Phrase, ...]:
        return _load(self.name, self.more_words)

    def gate(
        self, kinds: frozenset[PassageKind], voices: frozenset[Voice] = OWNERS, also: str = ""
    ) -> Callable[[], tuple[str, ...]]:
        """For a Rule that is judged by this book: all phrases that can speak there, read when the gate is made.

        `also` is what else the judge looks for, such as a date that may be the own date of birth.
        """

        def said() -> tuple[str, ...]:
            there = [phrase.words for phrase in self.phrases() if phrase.kinds & kinds and phrase.voices & voices]
            return tuple(dict.fromkeys((*there, also) if also else there))

        return said

    def heard(self, passage: Passage, themes: frozenset[str] | None = None) -> Iterator[tuple[Phrase, tuple[int, int]]]:
        """Every phrase that the passage holds, and where; of these themes only, when given."""
        setting = (passage.kind, passage.voice, themes)
        hear = _heard_again if len(passage.plain) <= _SHORT else _heard
        return iter(hear(self.name, self.more_words, passage.plain, setting))

    def judge(self, passage: Passage, _context: Context) -> Iterator[Sighting]:
        """One sighting a theme: the surest phrase speaks for it."""
        best: dict[str, tuple[Phrase, tuple[int, int]]] = {}
        for phrase, span in self.heard(passage):
            held = best.get(phrase.theme)
            if held is None or held[0].confidence < phrase.confidence:
                best[phrase.theme] = phrase, span
        for phrase, span in best.values():
            evidence = (seen(passage, span),)
            yield Sighting(phrase.theme, phrase.confidence, evidence, phrase.reason, phrase.subject, passage.audience)


def compiled(name: str, pattern: str) -> re.Pattern[str]:
    """A pattern with the words of the book `name` filled in."""
    return re.compile(_filled(pattern, _words(name), name), re.IGNORECASE)


@cache
def _load(name: str, more_words: Callable[[], Mapping[str, str]] | None) -> tuple[Phrase, ...]:
    data = _data(f"says_{name}.toml")
    words = {**(more_words() if more_words else {}), **_words(name)}
    return tuple(phrase for entry in data.get("phrase", ()) for phrase in _phrases(entry, words, name))


@cache
def _speaking(
    name: str,
    more_words: Callable[[], Mapping[str, str]] | None,
    kind: PassageKind,
    voice: Voice,
    themes: frozenset[str] | None,
) -> frozenset[int]:
    """The phrases of a book that can speak in a setting."""
    return frozenset(
        index
        for index, phrase in enumerate(_load(name, more_words))
        if kind in phrase.kinds and voice in phrase.voices and (themes is None or phrase.theme in themes)
    )


def _heard(
    name: str, more_words: Callable[[], Mapping[str, str]] | None, plain: str, setting: _Setting
) -> tuple[tuple[Phrase, tuple[int, int]], ...]:
    """It hangs on the words and the setting alone."""
    wanted = _speaking(name, more_words, *setting)
    if not wanted:
        return ()
    phrases = _load(name, more_words)
    passing = _sieve(name, more_words).passing(plain.encode(errors="replace"), wanted)
    spans = ((phrases[index], phrases[index].span(plain)) for index in passing)
    return tuple((phrase, span) for phrase, span in spans if span is not None)


_heard_again = lru_cache(maxsize=8192)(_heard)  # short things are said over and over


@cache
def _sieve(name: str, more_words: Callable[[], Mapping[str, str]] | None) -> Sieve:
    try:
        return Sieve([phrase.words for phrase in _load(name, more_words)])
    except (re2.error, ValueError) as error:
        raise DataError(f"The word list of {name} holds a pattern that cannot be used.") from error


@cache
def _exact(pattern: str) -> re.Pattern[str]:
    """Compiled when it is first asked: most phrases never are."""
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise DataError(f"The word lists hold a pattern that cannot be used: {error}") from error


def _words(name: str) -> Mapping[str, str]:
    return {**_data(_SHARED).get("words", {}), **_data(f"says_{name}.toml").get("words", {})}


@cache
def _data(file: str) -> dict[str, Any]:
    text = (resources.files("privacy_audit.lexicon") / file).read_text(encoding="utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"The word list {file} cannot be read: {error}") from error


def _filled(pattern: str, words: Mapping[str, str], name: str, depth: int = 4) -> str:
    """Puts words into their slots; a word may hold slots of its own, a few levels deep."""

    def word(slot: re.Match[str]) -> str:
        if slot[1] not in words:
            raise DataError(f"The word list of {name} speaks of {slot[1]!r}, which it does not hold.")
        return f"(?:{words[slot[1]]})"

    for _ in range(depth):
        pattern, changed = _SLOT.subn(word, pattern)
        if not changed:
            break
    return pattern


def _phrases(entry: dict[str, Any], words: Mapping[str, str], name: str) -> Iterator[Phrase]:
    """One entry may hold several ways of saying one thing in `says`; they share everything else."""
    for key in entry.keys() - {"theme", "says", "unless", "kinds", "voice", "sure", "subject", "reason", "needs"}:
        raise DataError(f"The word list of {name} has an entry with the unknown key {key!r}.")
    if not entry.get("theme") or not entry.get("says"):
        raise DataError(f"The word list of {name} has an entry without a theme or without words.")
    unless, needs = entry.get("unless"), entry.get("needs")
    for says in entry["says"]:
        yield Phrase(
            theme=entry["theme"],
            words=_filled(says, words, name),
            not_near=_filled(unless, words, name) if unless else None,
            kinds=frozenset(PassageKind(kind) for kind in entry.get("kinds", [kind.value for kind in PassageKind])),
            voices=_voices(entry.get("voice", "owner")),
            confidence=_CONFIDENCE[entry.get("sure", "likely")],
            subject=Subject(entry.get("subject", "me")),
            reason=entry.get("reason", ""),
            first=_filled(needs, words, name) if needs else None,
        )


def _voices(word: str) -> frozenset[Voice]:
    """ "owner" takes in those texts of which the export does not tell who wrote them."""
    return frozenset({Voice.OTHER}) if word == "other" else OWNERS
