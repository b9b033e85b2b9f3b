"""Cuts display names and handles into words and tells whether they hold a service's name or a job."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from privacy_audit.lexicon import ServiceKind, load_name_words, load_services

_WORD = re.compile(
    r"(?:SOCO|PCSO|WPC|CSI|CID)(?=[a-z]{3,})|D(?:Sgt|Insp|Supt)(?![a-z])|[A-Z]{2,}(?=[A-Z][a-z]|[^A-Za-z]|$)|[A-Z]?[a-z']+|[A-Z]+|\d+|[^\W\d_]+"
)
# a town's council: "LudbridgeCouncil", not a council of students, elders or war
_COUNCIL = re.compile(
    r"((?!(?:the|my|student|youth|parish|school|war|elder|jedi|witch|arts?|british|tenant|high|no))[a-z]{4,}?)(?:county|city|borough)?council(?!lor|house|estate|tax|tenant|flat|pop)"
)
_SERVICE_ENDINGS = ("police", "cops", "constabulary", "fire", "firecontrol", "heddlu", "brigade")
_JOB_ENDINGS = ("copper", "coppers", "cop", "bobby", "constab", "firefighter", "fireman", "pcso", "polis", "specials")
_ENDINGS = (*_SERVICE_ENDINGS, *_JOB_ENDINGS, "sgt", "sarge", "pc", "probie")
_NAME_WORDS = 3  # a person's name has no more words than this
_PAIR = 2  # a word of the trade and a name
_SHORT = 2  # letters that mean little by themselves
_TOKEN = 5
_LONGEST = 120  # letters of a name that are looked at
_KINDS = (ServiceKind.POLICE, ServiceKind.FIRE, ServiceKind.POLICING_BODY)


@dataclass(frozen=True, slots=True)
class Told:
    """What a name tells: the stretch of it, and whether that is a service's name (otherwise a job)."""

    span: tuple[int, int]
    service: bool


@dataclass(frozen=True, slots=True)
class _Word:
    text: str  # as written
    start: int

    @property
    def low(self) -> str:
        return self.text.casefold()


class NameWords:
    """The lists behind `told`, read when it is first asked."""

    def told(self, name: str) -> Told | None:
        words = [_Word(match[0], match.start()) for match in _WORD.finditer(name[:_LONGEST])]
        if not words or self._surname(name, words):
            return None
        if (glued := self._glued(name)) is not None:
            return glued
        if self._harmless(words):
            return self._service(words) if self._strong(words) else None
        return (
            self._service(words)
            or self._together(words)
            or self._rank(words)
            or self._alone(words)
            or self._inside(words)
        )

    def _harmless(self, words: Sequence[_Word]) -> bool:
        joined, _ = _joined(words)
        phrases = (phrase.replace(" ", "") for phrase in self._lists["harmless"] if " " in phrase)
        return bool(self._lists["harmless"] & {word.low for word in words}) or any(
            phrase in joined for phrase in phrases
        )

    def _surname(self, name: str, words: Sequence[_Word]) -> bool:
        """Two plain words with a space, of which the last is a surname as well as a job."""
        return len(words) == _PAIR and " " in name and name.istitle() and words[1].low in self._lists["surnames"]

    def _strong(self, words: Sequence[_Word]) -> bool:
        """A harmless word beside it does not undo a service's full name."""
        joined = "".join(word.low for word in words)
        return any(
            area + ending in joined
            for area in self._areas
            for ending in ("police", "firerescue", "firebrigade", "constabulary")
        )

    def _service(self, words: Sequence[_Word]) -> Told | None:
        """A place and "police" or "fire" together in either order, or a service's own short name."""
        for index, word in enumerate(words):
            if word.low in self._short and len(words) > 1 and (word.text.isupper() or word.low not in {"met"}):
                return _span(words, index, index, service=True)
        joined, starts = _joined(words)
        for area in self._areas:
            for ending in _ENDINGS:
                for form in (area + ending, ending + area, f"{area}and{ending}"):
                    if (at := joined.find(form)) >= 0 and at in starts:
                        return Told(_raw(words, at, at + len(form)), ending in _SERVICE_ENDINGS)
        if (council := _COUNCIL.match(joined)) is not None and council.end(1) < council.end():
            return Told(_raw(words, 0, council.end()), service=True)
        for token in self._tokens:
            if (at := joined.find(token)) >= 0 and at in starts:
                return Told(_raw(words, at, at + len(token)), service=True)
        return None

    def _glued(self, name: str) -> Told | None:
        """A service's letters with a name right behind them: "TVPkelly"."""
        for short in self._short:
            rest = name[len(short) :]
            if name.startswith(short.upper()) and rest.isalpha() and rest.islower() and len(rest) > _SHORT:
                return Told((0, len(short)), service=True)
        return None

    def _together(self, words: Sequence[_Word]) -> Told | None:
        joined, starts = _joined(words)
        for phrase in self._phrases:
            at = joined.find(phrase)
            if at >= 0 and (at in starts or len(words) == 1):
                return Told(_raw(words, at, at + len(phrase)), service=False)
        return None

    def _rank(self, words: Sequence[_Word]) -> Told | None:
        """A rank first and no more than a person's name behind it."""
        first, rest = words[0], words[1:]
        if not rest or len(rest) > _NAME_WORDS or not self._ranked(first):
            return None
        name = rest[0]
        if first.text in self._lists["apart"] and name.start == first.start + len(first.text):
            return None
        named = name.text[0].isupper() or (name.text.isalpha() and len(name.text) > _SHORT)
        if not named or name.low in self._not_names:
            return None
        if first.low in self._lists["nicknames"] and not self._hinted(rest):
            return None
        return _span(words, 0, 1, service=False)

    def _ranked(self, word: _Word) -> bool:
        ranks = self._lists["ranks"]
        return word.text in ranks or (len(word.text) > _SHORT and word.text.title() in ranks)

    def _alone(self, words: Sequence[_Word]) -> Told | None:
        for index, word in enumerate(words):
            if word.low in self._lists["alone"] and (
                word.low not in self._lists["beside_only"] or self._hinted([*words[:index], *words[index + 1 :]])
            ):
                return _span(words, index, index, service=False)
        return None

    def _inside(self, words: Sequence[_Word]) -> Told | None:
        """A sign of the job inside a name written as one word, or a word of the trade with a person's name."""
        for word in words:
            for sign in self._lists["inside"]:
                if (at := word.low.find(sign)) >= 0:
                    return Told((word.start + at, word.start + at + len(sign)), service=False)
        named = [word for word in words if not word.text.isdigit()]
        emergency = [word for word in words if word.text == "999"]
        if len(named) == 1 and emergency and named[0].low not in self._not_names:
            return _span(emergency, 0, 0, service=False)
        if len(named) == _PAIR:
            for index, word in enumerate(named):
                other = named[1 - index]
                if (
                    word.low in self._lists["with_name"]
                    and len(other.low) > _SHORT
                    and other.low not in self._not_names
                ):
                    return _span([word], 0, 0, service=False)
        return None

    def _hinted(self, others: Iterable[_Word]) -> bool:
        """Whether the other words hold a place of a force or one more word of the trade."""
        lows = {word.low for word in others}
        return bool(lows & (self._areas | self._lists["alone"] | self._lists["hints"]))

    @cached_property
    def _lists(self) -> dict[str, frozenset[str]]:
        return load_name_words()

    @cached_property
    def _not_names(self) -> frozenset[str]:
        return self._lists["harmless"] | {"in", "of", "and", "the", "on", "my", "lover", "here", "dave's"}

    @cached_property
    def _areas(self) -> frozenset[str]:
        areas = (area for service in load_services() if service.kind in _KINDS for area in service.areas)
        squeezed = {re.sub(r"[^a-z]", "", area.casefold()) for area in areas}
        return frozenset(area for area in squeezed if len(area) > _SHORT + 1) - {
            "transport",
            "military",
            "airport",
            "defence",
            "nuclear",
        }

    @cached_property
    def _short(self) -> frozenset[str]:
        shorts = (short for service in load_services() if service.kind in _KINDS for short in service.abbreviations)
        return frozenset(short.casefold() for short in shorts)

    @cached_property
    def _tokens(self) -> tuple[str, ...]:
        services = [service for service in load_services() if service.kind in _KINDS]
        names = (name for service in services for name in (*service.handle_tokens, *service.variants))
        tokens = (re.sub(r"[^a-z]", "", name.casefold()) for name in names)
        return tuple(sorted({token for token in tokens if len(token) > _TOKEN}))

    @cached_property
    def _phrases(self) -> tuple[str, ...]:
        return tuple(phrase.replace(" ", "") for phrase in sorted(self._lists["together"], key=len, reverse=True))


def _joined(words: Sequence[_Word]) -> tuple[str, frozenset[int]]:
    """All words as one, and where in it words begin."""
    starts, length = [], 0
    for word in words:
        starts.append(length)
        length += len(word.low)
    return "".join(word.low for word in words), frozenset(starts)


def _raw(words: Sequence[_Word], start: int, end: int) -> tuple[int, int]:
    """A span of the joined form, mapped onto the name."""
    places: list[int] = []
    for word in words:
        places.extend(range(word.start, word.start + len(word.low)))
    return places[start], places[min(end, len(places)) - 1] + 1


def _span(words: Sequence[_Word], first: int, last: int, *, service: bool) -> Told:
    last = min(last, len(words) - 1)
    return Told((words[first].start, words[last].start + len(words[last].text)), service)
