"""A quick first look at many patterns at once: which of them could be found in a text.

As at the gate: a set tells whose rarest pieces are in the text, and only then the gaps between pieces are looked at.
"""

from collections.abc import Container, Sequence

import re2

from privacy_audit.gate_patterns import found_in, matcher, matcher_set, ordinary
from privacy_audit.gate_pieces import Way, ways


class Sieve:
    """`passing` gives the indices of the patterns worth an exact look. ValueError and re2.error when one is broken."""

    def __init__(self, patterns: Sequence[str]) -> None:
        commonness = ordinary()
        askers: dict[Way, list[int]] = {}
        for index, pattern in enumerate(patterns):
            for way in ways(pattern, commonness):
                askers.setdefault(way, []).append(index)
        self._ways = tuple(askers)
        self._askers = tuple(tuple(indices) for indices in askers.values())
        self._set = matcher_set([way.piece for way in self._ways])
        self._wholes: dict[int, re2._Regexp] = {}

    def passing(self, text: bytes, wanted: Container[int]) -> list[int]:
        """Of the wanted patterns those that could be found in the text, in their order."""
        indices: set[int] = set()
        for number in self._set.Match(text) or ():
            asking = [index for index in self._askers[number] if index in wanted and index not in indices]
            if asking and self._holds(number, text):
                indices.update(asking)
        return sorted(indices)

    def _holds(self, number: int, text: bytes) -> bool:
        way = self._ways[number]
        if way.piece == way.whole:
            return True
        if number not in self._wholes:
            self._wholes[number] = matcher([way.whole])
        return found_in(self._wholes[number], text)
