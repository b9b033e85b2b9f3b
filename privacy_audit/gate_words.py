"""The plain words that must stand in a text before a pattern can be found there.

Thousands of plain words make a small automaton, whatever the patterns around them; hundreds of patterns do not. A
word's edge is kept as a sign of its own, so that "nee" is not found in "need".
"""

import re
from collections.abc import Callable, Iterator
from itertools import product

from privacy_audit.gate_parsing import ALSO, Either, Leaf, Many, Node, Row

EDGE_SIGN = "\x00"
DIGIT_SIGN = "\x01"  # any digit
_MOST = 24  # spellings of one node that are written out
_SHORTEST = 3  # letters; less is everywhere
_EDGES = re.compile(r"\b")
_ESCAPED = {f"\\{sign}": sign for sign in "!\"#$%&'()*+,-./:;<=>?@[]^`{|}~"} | {
    f"[\\{char}{curly}]": char for char, curly in ALSO.items()
}
_DIGITS = re.compile(r"\\d|\[[0-9-]+\]")
_TELLING = frozenset({DIGIT_SIGN, "@"})  # signs that tell something by themselves
_CLASS = re.compile(r"\[((?:\\.|[^\\\]\-^]){1,5})\]")

Commonness = Callable[[str], float]


def _cost(words: tuple[str, ...], commonness: Commonness) -> float:
    """In what share of the lines of ordinary talk one of the words stands, at most."""
    return sum(map(commonness, words))


def word_pattern(word: str) -> str:
    """The word as RE2 takes it; apostrophes take their curly forms, and edges stay beside ASCII letters alone."""
    pieces = []
    for place, char in enumerate(word):
        if char == DIGIT_SIGN:
            pieces.append(r"\d")
        elif char == EDGE_SIGN:
            beside = word[place - 1 : place] + word[place + 1 : place + 2]
            pieces.append(r"\b" if any(letter.isascii() and letter.isalnum() for letter in beside) else "")
        else:
            pieces.append(f"[{char}{ALSO[char]}]" if char in ALSO else re.escape(char))
    return "".join(pieces)


def word_counts(lines: list[str]) -> Commonness:
    """In what share of these lines a word or a stretch of words stands."""
    edged = [_EDGES.sub(EDGE_SIGN, line.lower()) for line in lines]
    digits = sum(any(map(str.isdecimal, line)) for line in lines) / max(len(edged), 1)
    known: dict[str, float] = {DIGIT_SIGN: digits}

    def commonness(word: str) -> float:
        if word not in known:
            plain = word.strip(EDGE_SIGN)
            start, end = word.startswith(EDGE_SIGN), word.endswith(EDGE_SIGN)
            # Inside the word every edge is in the lines too; at its ends only where the word asks for one.
            wanted = EDGE_SIGN * start + _EDGES.sub(EDGE_SIGN, plain).strip(EDGE_SIGN) + EDGE_SIGN * end
            known[word] = (sum(wanted in line for line in edged) + 0.5 / len(word)) / max(len(edged), 1)
        return known[word]

    return commonness


class NeededWords:
    """Reads what words the nodes of patterns need. Nodes are remembered until they are to be forgotten."""

    def __init__(self, commonness: Commonness) -> None:
        self._commonness = commonness
        self._known: dict[int, tuple[Node, tuple[str, ...] | None]] = {}

    def of(self, node: Node) -> list[tuple[str, ...]]:
        """Sets of words, in small letters: of each set one word must be there. The rarest set comes first."""
        choices = dict.fromkeys(self._choices(node))
        return sorted(choices, key=lambda words: (_cost(words, self._commonness), words))

    def forget(self) -> None:
        self._known.clear()

    def _choices(self, node: Node) -> Iterator[tuple[str, ...]]:
        written = self._written(node)
        if written is not None:
            if _tells(written):
                yield written
            return
        match node:
            case Many():
                if node.least > 0:
                    yield from self._choices(node.node)
            case Either():
                best = [next(iter(self.of(branch)), ()) for branch in node.branches]
                if all(best):
                    yield tuple(dict.fromkeys(word for words in best for word in words))
            case Row():
                yield from self._in_a_row(node)
            case Leaf():
                if _DIGITS.fullmatch(node.regex):
                    yield (DIGIT_SIGN,)

    def _in_a_row(self, row: Row) -> Iterator[tuple[str, ...]]:
        """Every stretch of neighbours that can be written out, and what is inside the others."""
        run: tuple[str, ...] = ("",)
        for item in (*row.items, None):
            written = self._written(item) if item is not None else None
            if item is not None and written is None:
                yield from self._choices(item)
            longer = _joined(run, written) if written is not None else None
            if longer is not None:
                run = longer
                continue
            if _tells(run):
                yield run
            run = written or ("",)

    def _written(self, node: Node) -> tuple[str, ...] | None:
        """All spellings of a node, or None when they are too many or unknown."""
        if id(node) not in self._known:
            self._known[id(node)] = node, self._spellings(node)  # the node is kept, so that its id stays its own
        return self._known[id(node)][1]

    def _spellings(self, node: Node) -> tuple[str, ...] | None:
        match node:
            case Leaf():
                return _spelled(node)
            case Many():
                inner = self._written(node.node) if (node.least, node.most) in {(0, 1), (1, 1)} else None
                return inner if inner is None or node.least else tuple(dict.fromkeys(("", *inner)))
            case Either():
                branches = [self._written(branch) for branch in node.branches]
                words = tuple(dict.fromkeys(word for branch in branches if branch for word in branch))
                return words if all(branches) and len(words) <= _MOST else None
            case Row():
                run: tuple[str, ...] | None = ("",)
                for item in node.items:
                    written = self._written(item)
                    run = _joined(run, written) if run is not None and written is not None else None
                return run


def _joined(starts: tuple[str, ...], ends: tuple[str, ...]) -> tuple[str, ...] | None:
    """Every start with every end, or None when these are too many."""
    if len(starts) * len(ends) > _MOST:
        return None
    return tuple(dict.fromkeys(map("".join, product(starts, ends))))


def _tells(words: tuple[str, ...]) -> bool:
    """Whether the shortest has letters enough; two letters do when they are a word by themselves."""
    return all(len(word.replace(" ", "")) >= _SHORTEST or not _TELLING.isdisjoint(word) for word in words)


def _spelled(leaf: Leaf) -> tuple[str, ...] | None:
    sign = leaf.regex
    if sign == r"\b":
        return (EDGE_SIGN,)
    if not sign or sign.startswith(("(?:^|", "(?:$|")):
        return ("",)
    if sign.isalnum() or sign in {" ", "-", "@", "/", "&"} or (len(sign) == 1 and not sign.isascii()):
        return (sign.lower(),)
    if sign in _ESCAPED:
        return (_ESCAPED[sign],)
    letters = _CLASS.fullmatch(sign)
    return tuple(dict.fromkeys(letters[1].lower())) if letters and letters[1].isalnum() else None
