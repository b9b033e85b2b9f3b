"""Tells whether words, an employer's name or an address show work in a service; the data comes when first asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from privacy_audit.checking import Context, Judge, Sighting, seen
from privacy_audit.findings import Confidence
from privacy_audit.job_words import job_words
from privacy_audit.lexicon import Service, load_services, service_at
from privacy_audit.model import Passage
from privacy_audit.official_accounts import names_official
from privacy_audit.phrasing import Phrase, Phrasebook, compiled

_EMPLOYERS = (
    r"\bpolice\b|\bconstabulary\b|\bheddlu\b|\bfire (?:and|&) rescue\b|\bfire (?:service|brigade|authority)\b"
    r"|\bfrs\b|\b(?:county|city|borough|district|town|parish|metropolitan|unitary|london borough)?\s*council\b"
    r"|\bcouncil of\b|\bcrime commissioner\b|\bambulance (?:service|trust)|\bnational crime agency\b"
    r"|\bcollege of policing\b|{service}"
)
_NO_EMPLOYERS = (
    r"\b(?:union|federation|unison|gmb|charity|charities|museum|treatment cent|arts council|british council"
    r"|research council|students?'? council|council (?:estate|house)|met office|supplies|alarms?|equipment"
    r"|extinguishers|insurance|credit union|memorial)\b"
)
_BEFORE = 80  # letters of the sentence before the words in question


class JobTalk:
    """The phrase book of a check with the lexicon behind it; compiled on first use, then kept."""

    def __init__(self, book: str) -> None:
        self._book = Phrasebook(book, job_words)

    def judge(self, *themes: str) -> Judge:
        """A judge that knows the phrases of these themes only, so that two rules never say the same thing twice."""
        wanted = frozenset(themes)

        def judged(passage: Passage, context: Context) -> Iterator[Sighting]:
            if is_official(passage.source.importer, context):
                return
            heard = self._book.heard(passage, wanted)
            for phrase, span in _first(pair for pair in heard if not self._of_others(pair[0], passage.plain, pair[1])):
                evidence = (seen(passage, span),)
                sighting = Sighting(phrase.theme, phrase.confidence, evidence, phrase.reason, audience=passage.audience)
                yield self._known(sighting, passage, context)

        return judged

    def employer(self, name: str, context: Context) -> bool:
        """Whether an employer's name is a service, a council, or the one the user told us."""
        own = context.facts.service.casefold().strip()
        if own and own != "none" and own in name.casefold():
            return True
        return bool(self._employers.search(name)) and not self._no_employers.search(name)

    def job(self, title: str) -> bool:
        return bool(self._titles.search(title))

    def service_at(self, address: str) -> Service | None:
        return service_at(address, self._services)

    def trade_phrases(self, phrases: Iterable[str]) -> int:
        """How many of the phrases are the trade's own, not just those of anybody who works shifts."""
        return len({phrase for phrase in phrases if self._trade.fullmatch(phrase)})

    def _of_others(self, phrase: Phrase, text: str, span: tuple[int, int]) -> bool:
        """Whether own words speak of somebody else: a relative or "he" stands in the span or before it."""
        if phrase.theme != "own-words" or self._outright.match(text, span[0], span[1]):
            return False
        sentence = max(text.rfind(mark, 0, span[0]) for mark in ".!?\n") + 1
        return self._somebody.search(text, max(sentence, span[0] - _BEFORE), span[1]) is not None

    def _known(self, sighting: Sighting, passage: Passage, context: Context) -> Sighting:
        """Surer where the words hold the very service or role that the user told us."""
        facts = (context.facts.service, context.facts.role)
        own = [
            fact
            for fact in facts
            if fact and fact.casefold() not in ("none", "") and fact.casefold() in passage.plain.casefold()
        ]
        if own and sighting.confidence is Confidence.LIKELY:
            return replace(
                sighting, confidence=Confidence.SURE, reason="The words name the service or role that you told us."
            )
        return sighting

    @cached_property
    def _outright(self) -> re.Pattern[str]:
        """Words that speak of nobody but the writer, whoever else stands in the sentence."""
        return re.compile(r"\W*(?:i'?m|i am|as an?|speaking as|i work|i'?ve been)\b", re.IGNORECASE)

    @cached_property
    def _somebody(self) -> re.Pattern[str]:
        return compiled("employer_affiliation", "{third}")

    @cached_property
    def _services(self) -> tuple[Service, ...]:
        return load_services()

    @cached_property
    def _employers(self) -> re.Pattern[str]:
        return re.compile(_EMPLOYERS.replace("{service}", job_words()["service"]), re.IGNORECASE)

    @cached_property
    def _no_employers(self) -> re.Pattern[str]:
        return re.compile(_NO_EMPLOYERS, re.IGNORECASE)

    @cached_property
    def _titles(self) -> re.Pattern[str]:
        words = job_words()
        return re.compile(
            rf"\b(?:{words['strict']}|{words['letters']}|police|firefighter|(?<!store )(?<!private )detective)\b",
            re.IGNORECASE,
        )

    @cached_property
    def _trade(self) -> re.Pattern[str]:
        return re.compile(job_words()["slang"], re.IGNORECASE)


def _first(heard: Iterable[tuple[Phrase, tuple[int, int]]]) -> Iterator[tuple[Phrase, tuple[int, int]]]:
    """The first phrase of each theme."""
    themes: set[str] = set()
    for phrase, span in heard:
        if phrase.theme not in themes:
            themes.add(phrase.theme)
            yield phrase, span


def is_official(importer: str, context: Context) -> bool:
    """Whether the account is one that the user runs for the service: there the job is meant to be seen."""
    holder = context.holders.get(importer)
    if holder is None or not context.facts.official_accounts:
        return False
    return names_official(context.facts.official_accounts, importer, (*holder.handles, *holder.names))
