"""Looks for thousands of literals in one pass over joined texts, and tells in which of the texts they stand."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick

from privacy_audit.gate_letters import Literal, exact_form, plain_form, straightened
from privacy_audit.gate_parsing import SEPARATOR

_BORDER = SEPARATOR.encode()
_MARK = _BORDER[0]


class Found(NamedTuple):
    """A text in which literals stand: its number among those joined, which literals, and its plain form."""

    text: int
    literals: list[int]
    plain: bytes


class LiteralFinder:
    """The literals are told by their place in the sequence that was given."""

    def __init__(self, literals: Sequence[Literal]) -> None:
        self._plain = _Automaton([(number, one) for number, one in enumerate(literals) if not one.exact])
        self._exact = _Automaton([(number, one) for number, one in enumerate(literals) if one.exact])

    def found(self, joined: bytes) -> Iterator[Found]:
        """The texts in which one of the literals stands, in their order."""
        text = _BORDER + straightened(joined) + _BORDER
        plain = plain_form(text)
        by_start: dict[int, list[int]] = {}
        self._plain.collect(text, plain, by_start)
        if self._exact.numbers:
            self._exact.collect(text, exact_form(text), by_start)
        number, last = -1, 0
        for start in sorted(by_start):
            number += text.count(_BORDER, last, start)
            last = start
            yield Found(number, by_start[start], plain[start : text.find(_BORDER, start)])


class _Automaton:
    def __init__(self, literals: Sequence[tuple[int, Literal]]) -> None:
        self.numbers = tuple(number for number, _literal in literals)
        self._found = BytesAhoCorasick([one.spelling for _number, one in literals])

    def collect(self, text: bytes, form: bytes, by_start: dict[int, list[int]]) -> None:
        """Adds the literals in each text to those that are known to be there, by where the text begins."""
        numbers, end, there = self.numbers, 0, []
        for literal, _begin, after in self._found.find_matches_as_indexes(form, overlapping=True):
            place = after - 2  # the blank behind a word may be a border; a single letter may stand right behind one
            if place >= end:
                place += text[place] == _MARK
                end = text.find(_BORDER, place)
                there = by_start.setdefault(text.rfind(_BORDER, 0, place) + 1, [])
            there.append(numbers[literal])
