"""The gate: one compiled pattern over whole files of text that finds the few texts worth asking a rule about.

All texts of a batch are joined and searched at once; only those that a match touches are looked at one by one.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import re2

from privacy_audit.checking import Check, Rule
from privacy_audit.folding import fold
from privacy_audit.gate_patterns import FOLDABLE, SEPARATOR, matcher, matcher_set, prepared
from privacy_audit.importing import TextBatch
from privacy_audit.model import PassageKind

_BYTE = SEPARATOR.encode()


class Asked(NamedTuple):
    """A rule that may have something to say, and the check that it belongs to."""

    check: Check
    rule: Rule


class Gate:
    """All text rules of all checks. Each kind of text has the rules that speak there, compiled on first use."""

    def __init__(self, checks: Iterable[Check]) -> None:
        self._asked = [Asked(check, rule) for check in checks for rule in check.rules]
        self._patterns = [prepared(f"{asked.check.id}/{asked.rule.id}", asked.rule.gate) for asked in self._asked]
        self._by_kind: dict[PassageKind, _KindGate | None] = {}
        self._by_rules: dict[tuple[int, ...], _KindGate] = {}

    def candidates(self, batch: TextBatch, texts: Sequence[str] | None = None) -> Iterator[tuple[int, list[Asked]]]:
        """The index of each text that rules may speak to, with these rules; `texts` stand in for the batch's own."""
        try:
            gate = self._by_kind[batch.kind]
        except KeyError:
            gate = self._by_kind[batch.kind] = self._made(batch.kind)
        if gate is None:
            return iter(())
        return gate.candidates(batch.texts if texts is None else texts, mojibake=batch.mojibake)

    def _made(self, kind: PassageKind) -> "_KindGate | None":
        chosen = tuple(index for index, asked in enumerate(self._asked) if kind in asked.rule.kinds)
        if not chosen:
            return None
        if chosen not in self._by_rules:
            self._by_rules[chosen] = _KindGate(
                [self._asked[index] for index in chosen], [self._patterns[index] for index in chosen]
            )
        return self._by_rules[chosen]


class _KindGate:
    def __init__(self, asked: list[Asked], patterns: list[str]) -> None:
        self._asked = asked
        self._patterns = patterns
        self._all = [*patterns, FOLDABLE]
        self._foldable = len(patterns)
        self._match = matcher(self._all)._regexp.Match
        self._anywhere = re2._Anchor.UNANCHORED
        self._set = matcher_set(self._all)
        self._single: list[re2._Regexp] = []

    def candidates(self, texts: Sequence[str], *, mojibake: bool) -> Iterator[tuple[int, list[Asked]]]:
        for index, piece in self._touched(joined(texts, mojibake=mojibake)):
            found = self._rules(piece)
            if found:
                yield index, [self._asked[number] for number in found]

    def _touched(self, text: bytes) -> Iterator[tuple[int, bytes]]:
        """Index and bytes of each text that a match touches. A match may run over a border: all it touches are told."""
        match, anywhere, size = self._match, self._anywhere, len(text)
        position = index = 0  # where to go on, and the text that this is in; a separator belongs to the text before it
        while position < size:
            # The library's own `search` builds a generator and an object for each hit: three times the cost.
            begin, end = match(anywhere, text, position, size)[0]
            if begin < 0:
                return
            index += text.count(_BYTE, position, begin)
            start = text.rfind(_BYTE, position, begin) + 1 or position
            position = text.find(_BYTE, end)
            if position < 0:
                position = size
            pieces = text[start:position].split(_BYTE)
            for number, piece in enumerate(pieces, index):
                if piece:
                    yield number, piece
            index += len(pieces) - 1

    def _rules(self, piece: bytes) -> list[int]:
        found = self._set.Match(piece) or []
        if self._foldable in found:
            folded = fold(piece.decode("utf-8", "replace")).text.encode("utf-8", "replace")
            found = self._set.Match(folded.replace(_BYTE, b" ") + _BYTE + piece) or []
        elif not found:
            return self._one_by_one(piece)
        return sorted(number for number in found if number != self._foldable)

    def _one_by_one(self, piece: bytes) -> list[int]:
        """The set says no: mostly a match over a border; but it also says so, silently, when it runs out of memory."""
        if self._match(self._anywhere, piece, 0, len(piece))[0][0] < 0:
            return []
        if not self._single:
            self._single = [matcher([pattern]) for pattern in self._patterns]
        return [number for number, single in enumerate(self._single) if single.search(piece)]


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
