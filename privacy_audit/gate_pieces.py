"""Writes the tree of a pattern as RE2 takes it, and tells its ways apart.

Look-around, which RE2 lacks, is left out, and gaps have no length: what remains lets through more, never less.
"""

from collections.abc import Iterator, Sequence

from privacy_audit.gate_parsing import EDGE, Either, Leaf, Many, Node, Row


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


def branches(node: Node) -> Iterator[Node]:
    """The ways that stand side by side at the top of a pattern."""
    if isinstance(node, Either):
        for branch in node.branches:
            yield from branches(branch)
    elif isinstance(node, Row) and len(node.items) == 1 and node.opening == "(?:" and node.items[0] is not EDGE:
        yield from branches(node.items[0])
    else:
        yield node
