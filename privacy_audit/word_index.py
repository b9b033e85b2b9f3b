"""Many patterns at once by the plain words that each needs: which of them could be found in a text.

Three looks, each dearer and rarer than the one before: a set tells which words stand in the text; a way through a
pattern goes on only where of each of its sets of words one is there; then RE2 looks for the way itself, gaps and all.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import re2

from privacy_audit.gate_parsing import Node, parsed
from privacy_audit.gate_patterns import found_in, matcher, matcher_set
from privacy_audit.gate_pieces import branches, emitted
from privacy_audit.gate_words import Commonness, NeededWords, word_counts, word_pattern

_ASKED = 4  # sets of words of one way that are asked for: the rarest ones


@dataclass(frozen=True, slots=True)
class Way:
    """One way through a pattern: the whole as RE2 takes it, and the sets of words of which one each must be there."""

    whole: str
    needs: tuple[tuple[str, ...], ...]


class WayReader:
    """Reads the ways through patterns. One reader serves all: the same phrases stand at the gate and behind it."""

    def __init__(self, commonness: Commonness) -> None:
        self._needed = NeededWords(commonness)
        self._known: dict[str, Way] = {}

    def ways(self, pattern: str) -> tuple[Way, ...]:
        """All ways through a pattern in Python's or RE2's words. ValueError when it is broken."""
        found = tuple(map(self._way, branches(parsed(pattern))))
        self._needed.forget()
        return found

    def _way(self, branch: Node) -> Way:
        whole = emitted(branch)
        if whole not in self._known:
            sets = [tuple(dict.fromkeys(map(word_pattern, words))) for words in self._needed.of(branch)[:_ASKED]]
            self._known[whole] = Way(whole, tuple(sets) or ((whole,),))  # without words it is looked for as it stands
        return self._known[whole]


@cache
def way_reader() -> WayReader:
    """The reader that knows how common words are in a sample of ordinary talk."""
    sample = (resources.files("privacy_audit") / "ordinary.txt").read_text(encoding="utf-8")
    return WayReader(word_counts(sample.splitlines()))


class WordIndex:
    """`patterns[i]` are the ways through pattern i. re2.error when one cannot be used."""

    def __init__(self, patterns: Sequence[Sequence[Way]]) -> None:
        numbers: dict[str, int] = {}
        askers: dict[int, list[int]] = {}
        self._wholes: list[str] = []
        self._owners: list[int] = []  # whose way it is
        self._needs: list[tuple[frozenset[int], ...]] = []  # beside the rarest set
        for owner, there in enumerate(patterns):
            for way in there:
                number = len(self._wholes)
                self._wholes.append(way.whole)
                self._owners.append(owner)
                sets = [frozenset(numbers.setdefault(word, len(numbers)) for word in words) for words in way.needs]
                for word in sets[0]:
                    askers.setdefault(word, []).append(number)
                self._needs.append(tuple(sets[1:]))
        self._words = list(numbers)
        self._askers = [tuple(askers.get(number, ())) for number in range(len(numbers))]
        self.first_words = [word for word, number in numbers.items() if number in askers]
        self._set = matcher_set(self._words)
        self._compiled: dict[str, re2._Regexp] = {}

    def passing(self, text: bytes, wanted: Container[int] | None = None) -> set[int]:
        """Of the (wanted) patterns the indices of those that could be found in the text."""
        there = frozenset(self._found(text))
        passed: set[int] = set()
        for word in there:
            for way in self._askers[word]:
                owner = self._owners[way]
                if owner in passed or (wanted is not None and owner not in wanted):
                    continue
                if all(map(there.intersection, self._needs[way])) and self._holds(self._wholes[way], text):
                    passed.add(owner)
        return passed

    def _found(self, text: bytes) -> Iterable[int]:
        """The set says nothing where no word is there; but also, silently, when it runs out of memory."""
        return self._set.Match(text) or self._one_by_one(text)

    def _one_by_one(self, text: bytes) -> Iterator[int]:
        if self._words and self._holds("|".join(self._words), text):
            yield from (number for number, word in enumerate(self._words) if self._holds(word, text))

    def _holds(self, pattern: str, text: bytes) -> bool:
        if pattern not in self._compiled:
            self._compiled[pattern] = matcher([pattern], small=True)
        return found_in(self._compiled[pattern], text)
