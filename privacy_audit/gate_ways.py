"""Reads the ways through a pattern, and what each needs in a text before it is worth looking for."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from privacy_audit.gate_letters import literal
from privacy_audit.gate_parsing import Either, Leaf, Many, Node, Row, parsed
from privacy_audit.gate_pieces import branches
from privacy_audit.gate_prepared import PreparedWays, Way, prepared_ways
from privacy_audit.gate_words import NeededWords, Sample, Words

_SETS = 2  # sets of words that are asked for beside the rarest literals
_EVERYWHERE = 0.4  # a set that stands in more lines than this tells too little to be asked for
_COMMON = 0.004  # what has no rarer literals, and no gaps, is quicker looked for as it stands
_FEW = 3  # repeats that are not yet a gap
_CAPITALS = re.compile(r"\[(?:[A-Z](?:-[A-Z])?|À-Ý)+\]|[A-Z]+")


class WayReader:
    """Reads the ways through patterns. One reader serves all: the same phrases stand at the gate and behind it."""

    def __init__(self, sample: Sample, prepared: PreparedWays | None = None) -> None:
        self._prepared = prepared or PreparedWays()
        self._needed = NeededWords(sample)
        self._sample = sample
        self._known: dict[str, tuple[Way, ...]] = {}

    def ways(self, pattern: str) -> tuple[Way, ...]:
        """All ways through a pattern in Python's or RE2's words. ValueError when it is broken."""
        if pattern not in self._known:
            self._known[pattern] = self._prepared.ways(pattern) or self._read(pattern)
        return self._known[pattern]

    def knows(self, pattern: str) -> bool:
        """Whether it was prepared."""
        return pattern in self._prepared

    def _read(self, pattern: str) -> tuple[Way, ...]:
        found = enumerate(branches(parsed(pattern)))
        ways = tuple(self._way(pattern, place, branch) for place, branch in found)
        self._needed.forget()
        return ways

    def _way(self, pattern: str, place: int, branch: Node) -> Way:
        found = self._needed.of(branch)
        if not found or (found[0][0] >= _COMMON and _is_short(branch)):
            return Way(pattern, place, (), (), capital=False)
        literals = tuple(dict.fromkeys(map(literal, found[0][1])))
        words = [one for one in map(self._whole_words, (words for _share, words in found[1:])) if one]
        telling = [one for one in words if self._sample.share_of_words(one) < _EVERYWHERE]
        return Way(pattern, place, literals, tuple(telling[:_SETS]), capital=_has_capital(branch))

    def _whole_words(self, words: Words) -> frozenset[bytes]:
        """Of each spelling the rarest whole word; nothing when one has none."""
        found = {self._sample.rarest_word(literal(word)) for word in words}
        return frozenset() if b"" in found else frozenset(found)


@cache
def way_reader() -> WayReader:
    """The reader for all rules: it knows what was prepared, and how common words are in a sample of ordinary talk."""
    return WayReader(ordinary_talk(), prepared_ways())


@cache
def ordinary_talk() -> Sample:
    package = resources.files("privacy_audit")
    texts = [(package / name).read_text("utf-8") for name in ("ordinary.txt", "demo/chatter.txt")]
    return Sample([line for text in texts for line in text.splitlines()])


def _is_short(node: Node) -> bool:
    """Without gaps: an automaton of many such stays small."""
    match node:
        case Leaf():
            return not node.wide
        case Many():
            return node.most is not None and node.most <= _FEW and _is_short(node.node)
        case Row():
            return all(map(_is_short, node.items))
        case Either():
            return all(map(_is_short, node.branches))


def _has_capital(node: Node, *, behind: bool = False, as_written: bool = False) -> bool:
    """Whether a capital must stand somewhere `behind` a first sign."""
    match node:
        case Leaf():
            return behind and as_written and _CAPITALS.fullmatch(node.regex) is not None
        case Many():
            return node.least > 0 and _has_capital(node.node, behind=behind, as_written=as_written)
        case Either():
            return all(_has_capital(branch, behind=behind, as_written=as_written) for branch in node.branches)
        case Row():
            inside = as_written or node.opening.startswith("(?-")
            return any(_has_capital(item, behind=behind or there, as_written=inside) for item, there in _so_far(node))


def _so_far(row: Row) -> Iterator[tuple[Node, bool]]:
    """Each item, and whether something must stand before it in the row."""
    there = False
    for item in row.items:
        yield item, there
        there = there or not _may_be_empty(item)


def _may_be_empty(node: Node) -> bool:
    match node:
        case Leaf():
            return (
                not node.regex or node.regex in {r"\b", r"\B"} or node.regex.startswith(("(?:^|", "(?:$|")) or node.wide
            )
        case Many():
            return node.least == 0 or _may_be_empty(node.node)
        case Row():
            return all(map(_may_be_empty, node.items))
        case Either():
            return any(map(_may_be_empty, node.branches))
