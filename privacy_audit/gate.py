"""The gate: one compiled pattern over whole files of text that finds the few texts worth asking a rule about.

All texts of a batch are joined and searched at once; only those that a match touches are looked at one by one.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from operator import itemgetter
from typing import NamedTuple

import re2

from privacy_audit.checking import Check, Rule
from privacy_audit.folding import fold
from privacy_audit.gate_literals import Found
from privacy_audit.gate_parsing import SEPARATOR
from privacy_audit.gate_patterns import FOLDABLE, holds, matcher, probe
from privacy_audit.gate_prepared import Way
from privacy_audit.importing import TextBatch
from privacy_audit.model import PassageKind, Voice
from privacy_audit.rule_patterns import prepared
from privacy_audit.scope import by_voice
from privacy_audit.word_index import WordIndex

_BYTE = SEPARATOR.encode()
_SHORT, _REMEMBERED = 60, 20_000  # bytes of a text that may well be met again, and how many are remembered


# Kinds of text that are gated together: most rules speak to all talk, and an automaton is dear to make.
_TALK = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
_NAMES = frozenset(PassageKind) - _TALK


class Asked(NamedTuple):
    """A rule that may have something to say, and the check that it belongs to."""

    check: Check
    rule: Rule


class Gate:
    """All text rules of all checks. Talk and names, each voice of them, have their own patterns, made on first use."""

    def __init__(self, checks: Iterable[Check]) -> None:
        self._asked: list[tuple[Asked, tuple[Way, ...]]] = []
        for check in checks:
            for rule in check.rules:
                given = rule.gate if isinstance(rule.gate, str) else rule.gate()
                patterns = (given,) if isinstance(given, str) else given
                self._asked.append((Asked(check, rule), prepared(f"{check.id}/{rule.id}", patterns)))
        self._by_setting: dict[tuple[frozenset[PassageKind], Voice | None], _SettingGate | None] = {}

    def candidates(self, batch: TextBatch, texts: Sequence[str] | None = None) -> Iterator[tuple[int, list[Asked]]]:
        """The index of each text that rules may speak to, with these rules; `texts` stand in for the batch's own."""
        found = []
        for voice, theirs in by_voice(batch, batch.texts if texts is None else texts):
            gate = self._gate(_TALK if batch.kind in _TALK else _NAMES, voice)
            if gate is not None:
                found.append(gate.candidates(theirs, mojibake=batch.mojibake))
        for index, asked in found[0] if len(found) == 1 else merge(*found, key=itemgetter(0)):
            speaking = [one for one in asked if batch.kind in one.rule.kinds]
            if speaking:
                yield index, speaking

    def _gate(self, kinds: frozenset[PassageKind], voice: Voice | None) -> "_SettingGate | None":
        if (kinds, voice) not in self._by_setting:
            chosen = [
                (asked, ways)
                for asked, ways in self._asked
                if kinds & asked.rule.kinds and (voice is None or voice in asked.rule.voices)
            ]
            self._by_setting[kinds, voice] = _SettingGate(chosen) if chosen else None
        return self._by_setting[kinds, voice]


class _SettingGate:
    """One pass over all texts stops where a literal stands that a rule needs; only there the rules are looked for."""

    def __init__(self, asked: list[tuple[Asked, tuple[Way, ...]]]) -> None:
        self._asked = [one for one, _ways in asked]
        self._index = WordIndex([there for _one, there in asked])
        self._foldable = probe(FOLDABLE)
        self._as_it_stands = matcher([*self._index.odd, FOLDABLE])
        self._known: dict[bytes, tuple[int, ...]] = {}

    def candidates(self, texts: Sequence[str], *, mojibake: bool) -> Iterator[tuple[int, list[Asked]]]:
        text = joined(texts, mojibake=mojibake)
        odd = set(_touched(self._as_it_stands, text))
        touched = {found.text: found for found in self._index.met(text)}
        pieces = text.split(_BYTE) if odd or touched else []
        for number in sorted(odd.union(touched)):
            piece = pieces[number]
            rules = self._known.get(piece)
            if rules is None:
                rules = self._rules(piece, touched.get(number), odd=number in odd)
                self._remember(piece, rules)
            if rules:
                yield number, [self._asked[one] for one in rules]

    def _rules(self, text: bytes, found: Found | None, *, odd: bool) -> tuple[int, ...]:
        ways = self._index.worth_a_look(found) if found else set()
        if not odd:
            return tuple(sorted(self._index.holding(text, ways)))
        passing = self._index.holding(text, (*ways, *self._index.odd_in(text)))
        if holds(self._foldable, text):
            passing |= self._index.passing(_folded(text))
        return tuple(sorted(passing))

    def _remember(self, text: bytes, rules: tuple[int, ...]) -> None:
        """People say the same short things over and over."""
        if len(text) <= _SHORT:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[text] = rules


def _touched(pattern: re2._Regexp, text: bytes) -> Iterator[int]:
    """The numbers of the texts that a match touches. A match may run over a border: all it touches are told."""
    match, anywhere, size = pattern._regexp.Match, re2._Anchor.UNANCHORED, len(text)
    position = number = 0  # where to go on, and the text that this is in; a separator belongs to the text before it
    while position < size:
        # The library's own `search` builds a generator and an object for each hit: three times the cost.
        begin, end = match(anywhere, text, position, size)[0]
        if begin < 0:
            return
        number += text.count(_BYTE, position, begin)
        position = text.find(_BYTE, end)
        if position < 0:
            position = size
        last = number + text.count(_BYTE, begin, position)
        yield from range(number, last + 1)
        number = last


def _folded(text: bytes) -> bytes:
    return fold(text.decode("utf-8", "replace")).text.encode("utf-8", "replace").replace(_BYTE, b" ")


def joined(texts: Sequence[str], *, mojibake: bool) -> bytes:
    """The texts as UTF-8 with separators between them. Meta's mojibake is undone for the whole batch at once."""
    text = SEPARATOR.join(texts)
    if text.count(SEPARATOR) != len(texts) - 1:
        return joined([text.replace(SEPARATOR, " ") for text in texts], mojibake=mojibake) if texts else b""
    if not mojibake or text.isascii():
        return text.encode("utf-8", "replace")
    try:
        return _checked(text.encode("latin-1"))
    except ValueError:  # some texts were written as they should be: repair those that are not
        return _BYTE.join(_repaired(text) for text in texts)


def _checked(text: bytes) -> bytes:
    text.decode("utf-8")
    return text


def _repaired(text: str) -> bytes:
    try:
        return _checked(text.encode("latin-1"))
    except ValueError:
        return text.encode("utf-8", "replace")
