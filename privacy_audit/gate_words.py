"""The literals that must stand in a text before a pattern can be found there.

Thousands of literals make a small automaton, whatever the patterns around them; hundreds of patterns do not. A word's
edge is kept as a sign of its own, so that "nee" is not found in "need".
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product

from privacy_audit.gate_letters import (
    DIGIT_SIGN,
    EDGE_SIGN,
    Literal,
    exact_form,
    exactly,
    literal,
    plain_form,
    straightened,
)
from privacy_audit.gate_parsing import ALSO, Either, Leaf, Many, Node, Row

Words = tuple[str, ...]

_MOST = 96  # spellings of one stretch that are written out
_EDGES = {r"\b"}
_ESCAPED = {f"\\{sign}": sign for sign in "!\"#$%&'()*+,-./:;<=>?@[]^`{|}~"} | {
    f"[\\{char}{curly}]": char for char, curly in ALSO.items()
}
_DIGITS = re.compile(r"\\d|\[(?:\d-\d|\d)+\]")
_CLASS = re.compile(r"\[((?:\\?[ !#$%&'()*+,./:;<=>?@_`{|}~]|\\-|[A-Za-z0-9à-öø-ÿ]){1,9})\]")
_SIGNS = frozenset(" -@/&,:;!#%=<>~_")
_AS_WRITTEN = "(?-"  # opens a group in which capitals and small letters differ
_UNSEEN = 0.5  # of a line: how often something stands in the sample that never stands there


@dataclass(slots=True)
class Sample:
    """Lines of ordinary talk: in how many of them do literals stand?"""

    lines: Sequence[str]
    _starts: list[int] = field(init=False)
    _forms: dict[bool, bytes] = field(init=False)
    _known: dict[Literal, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        texts = [straightened(f" {line} ".encode()) for line in self.lines]
        self._starts = [0]
        for text in texts:
            self._starts.append(self._starts[-1] + len(text))
        together = b"".join(texts)
        self._forms = {False: plain_form(together), True: exact_form(together)}

    def share(self, words: Words) -> float:
        """In what share of the lines one of the words stands; what is nowhere is rarer the longer it is."""
        there, unseen = 0, 0.0
        for one in {literal(word) for word in words}:
            lines = self._lines(one)
            there |= lines
            unseen += 0 if lines else _UNSEEN / len(one.spelling.strip()) ** 1.5
        return (there.bit_count() + unseen) / max(len(self.lines), 1)

    def share_of_words(self, words: Iterable[bytes]) -> float:
        """The same for whole words of the plain form."""
        lines = 0
        for word in words:
            lines |= self._lines(_whole(word))
        return lines.bit_count() / max(len(self.lines), 1)

    def rarest_word(self, one: Literal) -> bytes:
        """Of the whole words inside a literal the one that stands in the fewest lines; nothing if there is none."""
        pieces = [] if one.exact else one.spelling.split(b" ")[1:-1]  # what touches an end may go on beyond it
        return min(filter(None, pieces), key=lambda word: self._lines(_whole(word)).bit_count(), default=b"")

    def _lines(self, one: Literal) -> int:
        """One bit a line."""
        if one not in self._known:
            form, found = self._forms[one.exact], 0
            place = form.find(one.spelling)
            while place >= 0:
                found |= 1 << (bisect_right(self._starts, place) - 1)
                place = form.find(one.spelling, place + 1)
            self._known[one] = found
        return self._known[one]


def _whole(word: bytes) -> Literal:
    return Literal(exact=False, spelling=b" %b " % word)


class NeededWords:
    """Reads what words the nodes of patterns need. Nodes are remembered until they are to be forgotten."""

    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        self._known: dict[int, tuple[Node, Words | None]] = {}
        self._as_written = 0  # how many groups deep capitals and small letters differ

    def of(self, node: Node) -> list[tuple[float, Words]]:
        """Sets of words: of each set one word must be there. The rarest comes first, each with its share of lines."""
        choices = dict.fromkeys(self._choices(node))
        return sorted((self._sample.share(words), words) for words in choices)

    def forget(self) -> None:
        self._known.clear()

    def _choices(self, node: Node) -> Iterable[Words]:
        written = self._written(node)
        if written is not None:
            return [written] if _tells(written) else []
        match node:
            case Many():
                return self._choices(node.node) if node.least > 0 else []
            case Either():
                best = [next((words for _share, words in self.of(branch)), ()) for branch in node.branches]
                return [tuple(dict.fromkeys(word for words in best for word in words))] if all(best) else []
            case Row():
                with self._minded(node):
                    return list(self._in_a_row(node))
            case Leaf():
                return []

    def _in_a_row(self, row: Row) -> Iterator[Words]:
        """Every stretch of neighbours that can be written out, and what is inside the others."""
        run: Words = ("",)
        for item in (*row.items, None):
            written = self._written(item) if item is not None else None
            longer = _joined(run, written) if written is not None else None
            if longer is not None:
                run = longer
                continue
            start = self._start(item) if item is not None and written is None else None
            if start is not None:  # what is repeated ends one stretch and begins another
                run = _joined(run, start) or run
            elif item is not None and written is None:
                yield from self._choices(item)
            if _tells(run):
                yield run
            run = written or start or ("",)

    def _start(self, node: Node) -> Words | None:
        """With what a repeated node must begin and end."""
        if not isinstance(node, Many) or node.least == 0:
            return None
        inner = self._written(node.node)
        start = inner
        for _ in range(node.least - 1):
            start = _joined(start, inner) if start is not None and inner is not None else None
        return start if start is not None and _tells(start) else None

    def _written(self, node: Node) -> Words | None:
        """All spellings of a node, or None when they are too many or unknown."""
        if id(node) not in self._known:
            self._known[id(node)] = node, self._spellings(node)  # the node is kept, so that its id stays its own
        return self._known[id(node)][1]

    def _spellings(self, node: Node) -> Words | None:
        match node:
            case Leaf():
                return _spelled(node, as_written=self._as_written > 0)
            case Many():
                inner = self._written(node.node) if (node.least, node.most) in {(0, 1), (1, 1)} else None
                return inner if inner is None or node.least else tuple(dict.fromkeys(("", *inner)))
            case Either():
                branches = [self._written(branch) for branch in node.branches]
                words = tuple(dict.fromkeys(word for branch in branches if branch for word in branch))
                return words if all(branches) and len(words) <= _MOST else None
            case Row():
                with self._minded(node):
                    return self._together(node)

    def _together(self, row: Row) -> Words | None:
        run: Words | None = ("",)
        for item in row.items:
            written = self._written(item)
            run = _joined(run, written) if run is not None and written is not None else None
        return run

    @contextmanager
    def _minded(self, row: Row) -> Iterator[None]:
        """While a row is read in which capitals and small letters differ."""
        deeper = row.opening.startswith(_AS_WRITTEN)
        self._as_written += deeper
        try:
            yield
        finally:
            self._as_written -= deeper


def _joined(starts: Words, ends: Words) -> Words | None:
    """Every start with every end, or None when these are too many."""
    if len(starts) * len(ends) > _MOST:
        return None
    return tuple(dict.fromkeys(map("".join, product(starts, ends))))


def _tells(words: Words) -> bool:
    return all(literal(word).spelling.strip() for word in words)


def _spelled(leaf: Leaf, *, as_written: bool) -> Words | None:
    sign = leaf.regex
    if sign in _EDGES:
        return (EDGE_SIGN,)
    if _DIGITS.fullmatch(sign):
        return (DIGIT_SIGN,)
    if not sign or sign.startswith(("(?:^|", "(?:$|")):
        return ("",)
    if sign in _ESCAPED:
        return (_ESCAPED[sign],)
    written = exactly if as_written else str.lower
    if sign.isalnum() or sign in _SIGNS or (len(sign) == 1 and not sign.isascii()):
        return (written(sign),)
    letters = _CLASS.fullmatch(sign)
    return tuple(dict.fromkeys(map(written, letters[1].replace("\\", "")))) if letters else None
