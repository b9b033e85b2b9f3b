"""Cuts a gate pattern into what can be looked for in all texts at once and what is looked at only where that was found.

A gap ("you.{0,60}march") is cheap by itself and ruinous in company: for hundreds of such patterns at once an automaton
must remember which first halves it has met. So of each way through a pattern only the rarest piece without a gap is
looked for first. Look-around, which RE2 lacks, is left out; what remains lets through more, never less.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from privacy_audit.gate_parsing import EDGE, Either, Leaf, Many, Node, Row, parsed

_TELLING = 5.0  # bits: what tells as much may be repeated; what tells less ("a word or two") is a gap
_LITTLE = 2.0  # bits: a piece that tells less is everywhere


@dataclass(frozen=True, slots=True)
class Way:
    """One way through a gate pattern: the piece to look for first, and the whole, which may be the same."""

    piece: str
    whole: str


def ways(pattern: str, commonness: Callable[[str], int]) -> Iterator[Way]:
    """The ways through a pattern: one for all that have no gap, and one for each that has. ValueError when broken."""
    closed: list[str] = []
    for branch in _branches(parsed(pattern)):
        whole = emitted(branch)
        best = whole if _is_closed(branch) else _best(branch, commonness)
        if best is None or best == whole:
            closed.append(whole)
        else:
            yield Way(best, whole)
    if closed:
        whole = "|".join(closed)
        yield Way(whole, whole)


def emitted(node: Node) -> str:
    """The pattern as RE2 takes it, without look-around and with gaps of any length."""
    match node:
        case Leaf():
            return node.regex
        case Many():
            return f"(?:{emitted(node.node)}){_count(node)}"
        case Row():
            inner = "".join(emitted(item) for item in _edged(node.items))
            return f"{node.opening}{inner})"
        case Either():
            return f"(?:{'|'.join(emitted(branch) for branch in node.branches)})"


def _count(node: Many) -> str:
    """Bounds are let go: each count that an automaton keeps multiplies its states."""
    if node.most == 1:
        return "?" if node.least == 0 else ""
    if isinstance(node.node, Leaf):
        return f"{{{node.least},}}"
    return "+" if node.least else "*"


def _edged(items: Sequence[Node]) -> Iterator[Node]:
    """Word edges stay only beside ASCII: elsewhere RE2 sees edges where Python sees none, and the other way round."""
    for place, item in enumerate(items):
        if item is EDGE:
            before = place > 0 and _plain_at(items[place - 1], -1)
            after = place + 1 < len(items) and _plain_at(items[place + 1], 0)
            if not (before or after):
                continue
        yield item


def _plain_at(node: Node, end: int) -> bool:
    """Whether only ASCII can stand at this end of a node."""
    match node:
        case Leaf():
            return node.plain
        case Many():
            return node.least > 0 and _plain_at(node.node, end)
        case Row():
            return bool(node.items) and _plain_at(node.items[end], end)
        case Either():
            return all(_plain_at(branch, end) for branch in node.branches)


def _branches(node: Node) -> Iterator[Node]:
    """The ways that stand side by side at the top of a pattern."""
    if isinstance(node, Either):
        for branch in node.branches:
            yield from _branches(branch)
    elif isinstance(node, Row) and len(node.items) == 1 and node.opening == "(?:" and node.items[0] is not EDGE:
        yield from _branches(node.items[0])
    else:
        yield node


def _is_closed(node: Node) -> bool:
    """Whether a node has no gap in it: nothing repeated that lets many a word pass."""
    match node:
        case Leaf():
            return True
        case Many():
            if isinstance(node.node, Leaf):
                return node.most == 1 or not node.node.wide
            return _is_closed(node.node) and (node.most == 1 or _bits(node.node) >= _TELLING)
        case Row():
            return all(map(_is_closed, node.items))
        case Either():
            return all(map(_is_closed, node.branches))


def _best(node: Node, commonness: Callable[[str], int]) -> str | None:
    """The rarest piece without a gap that must be there, or None when nothing must."""
    pieces = [(commonness(regex), -told, regex) for regex, told in _pieces(node, commonness) if told > _LITTLE]
    return min(pieces)[2] if pieces else None


def _pieces(node: Node, commonness: Callable[[str], int]) -> Iterator[tuple[str, float]]:
    """Each piece without a gap that must be there, with the bits that it tells."""
    if _is_closed(node):
        yield emitted(node), _bits(node)
    elif isinstance(node, Many):
        if node.least > 0:
            yield from _pieces(node.node, commonness)
    elif isinstance(node, Either):
        best = [_best(branch, commonness) for branch in node.branches]
        if all(piece is not None for piece in best):
            yield f"(?:{'|'.join(piece for piece in best if piece is not None)})", _bits(node)
    elif isinstance(node, Row):
        yield from _row_pieces(node, commonness)


def _row_pieces(row: Row, commonness: Callable[[str], int]) -> Iterator[tuple[str, float]]:
    run: list[Node] = []
    for item in (*row.items, None):
        if item is not None and _is_closed(item):
            run.append(item)
            continue
        if run:
            piece = Row(tuple(run), row.opening)
            yield emitted(piece), _bits(piece)
            run = []
        if item is not None:
            yield from _pieces(item, commonness)


def _bits(node: Node) -> float:
    """How much finding it tells: about minus the logarithm of how often it stands at a place."""
    match node:
        case Leaf():
            return node.bits
        case Many():
            return node.least * _bits(node.node)
        case Row():
            return sum(map(_bits, node.items))
        case Either():
            return -math.log2(sum(2 ** -_bits(branch) for branch in node.branches))
