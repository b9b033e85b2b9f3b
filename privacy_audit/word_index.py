"""Many patterns at once by what each needs: which of them could be found in a text.

Each look is dearer and rarer than the one before: an automaton stops at the rarest literals of each way through a
pattern; where its words and its capital are there too, RE2 looks for the way itself, gaps and all.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache

import re2

from privacy_audit.gate_letters import Literal
from privacy_audit.gate_literals import Found, LiteralFinder
from privacy_audit.gate_patterns import holds, matcher_set, probe
from privacy_audit.gate_prepared import Way


class WordIndex:
    """`patterns[i]` are the ways through pattern i. re2.error when one cannot be used."""

    def __init__(self, patterns: Sequence[Sequence[Way]]) -> None:
        self._ways = [way for there in patterns for way in there]
        self._owners = [owner for owner, there in enumerate(patterns) for _way in there]  # whose way it is
        self._odd = [number for number, way in enumerate(self._ways) if not way.literals]
        askers: dict[Literal, list[int]] = {}
        for number, way in enumerate(self._ways):
            for one in way.literals:
                askers.setdefault(one, []).append(number)
        self._askers = list(map(tuple, askers.values()))
        self._finder = LiteralFinder(list(askers))
        self.odd = sorted({self._ways[number].whole for number in self._odd})  # to be looked for as they stand
        self._odd_any = probe("|".join(self.odd)) if self.odd else None
        self._odd_set = matcher_set([self._ways[number].whole for number in self._odd])

    def met(self, joined: bytes) -> Iterator[Found]:
        """Of texts joined by separators those in which literals stand."""
        return self._finder.found(joined)

    def worth_a_look(self, found: Found) -> set[int]:
        """The ways that have all their words there, beside a literal."""
        words: set[bytes] = set()
        ways = {number for literal in found.literals for number in self._askers[literal]}
        missing = set()
        for number in ways:
            for needed in self._ways[number].words:
                words = words or set(found.plain.split())
                if words.isdisjoint(needed):
                    missing.add(number)
                    break
        return ways - missing

    def passing(self, text: bytes, wanted: Container[int] | None = None) -> set[int]:
        """Of the (wanted) patterns the indices of those that could be found in one text."""
        ways = [way for found in self.met(text) for way in self.worth_a_look(found)]
        return self.holding(text, (*ways, *self.odd_in(text)), wanted)

    def holding(self, text: bytes, ways: Iterable[int], wanted: Container[int] | None = None) -> set[int]:
        """The same of a text in which these ways have what they need."""
        passed: set[int] = set()
        small = text.isascii() and text[1:].islower()  # no capital behind the first sign
        for number in ways:
            owner, way = self._owners[number], self._ways[number]
            if owner in passed or (wanted is not None and owner not in wanted) or (small and way.capital):
                continue
            if holds(_compiled(way.pattern, way.place), text):
                passed.add(owner)
        return passed

    def odd_in(self, text: bytes) -> Sequence[int]:
        """The ways without literals that may be in a text."""
        if self._odd_any is None or not holds(self._odd_any, text):
            return ()
        found = self._odd_set.Match(text)  # says nothing, silently, when it runs out of memory
        return [self._odd[index] for index in found] if found else self._odd


@cache
def _compiled(pattern: str, place: int) -> re2._Regexp:
    """Compiled when first asked for: most ways never are. The gate and the rules behind it ask for the same."""
    return probe(Way(pattern, place, (), (), capital=False).whole)
