"""Reads a gate pattern, in the words of Python's patterns or of RE2's, into a small tree."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

SEPARATOR = "\x1e"

# Letters up to one that is counted, an escape, a class, the opening of a group, a count, or one sign.
_TOKEN = re.compile(
    r"[A-Za-z0-9]{2,}(?![*+?{])|\\(?:[xpP]\{[^}]*\}|[pP][A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)|\[\^?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]"
    r"|\(\?(?:<?[=!]|P=\w+\)|P?<\w+>|[a-zA-Z]*(?:-[a-zA-Z]+)?[:)])|\{\d*,?\d*\}\??|[*+?]\??|.",
    re.DOTALL,
)

# Folding straightens apostrophes and quotes. These are so common that the patterns take the curly forms too: most
# texts then need no folding.
ALSO = {"'": "\u2019", '"': "\u201c\u201d"}
_ANYTHING = f"[^{SEPARATOR}]"
_WORD = r"[\w\x{80}-\x{10FFFF}]"
_START, _END = f"(?:^|[{SEPARATOR}\\n])", f"(?:$|[{SEPARATOR}\\n])"
_ANCHORS = dict.fromkeys(["^", r"\A"], _START) | dict.fromkeys(["$", r"\Z", r"\z"], _END)
_ESCAPES = {r"\w": _WORD, r"\s": r"[\s\x{85}\x{a0}\x{2000}-\x{3000}]", r"\B": ""}
_VAGUE = {r"\w", r"\W", r"\S", r"\D"}

# How often letters stand in English, in a thousand; every other sign is taken for rarer.
_LETTERS = "etaoinshrdlcumwfgypbvkjxqz"
_THOUSANDTHS = (127, 91, 82, 75, 70, 67, 63, 61, 60, 43, 40, 28, 28, 24, 24, 22, 20, 20, 19, 15, 10, 8, 2, 2, 1, 1)
_OFTEN = dict(zip(_LETTERS, _THOUSANDTHS, strict=True))
_SPACE, _RARE = 180, 4
_EDGE_TELLS = 1.5  # bits that a word's edge tells


@dataclass(frozen=True, slots=True)
class Leaf:
    """One sign or class, as RE2 takes it."""

    regex: str
    bits: float
    wide: bool = False  # letters and spaces alike can stand here: repeated, it is a gap
    plain: bool = True  # only A-Z, a-z, 0-9 and _ can stand here: beside these RE2 sees every edge that Python sees


@dataclass(frozen=True, slots=True)
class Many:
    node: "Node"
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Row:
    items: tuple["Node", ...]
    opening: str = "(?:"


@dataclass(frozen=True, slots=True)
class Either:
    branches: tuple[Row, ...]


Node = Leaf | Many | Row | Either
EDGE = Leaf(r"\b", _EDGE_TELLS, plain=False)
_NOTHING = Row(())
_FIXED = {sign: Leaf(regex, _EDGE_TELLS, plain=False) for sign, regex in _ANCHORS.items()} | {
    r"\b": EDGE,
    ".": Leaf(_ANYTHING, 0.0, wide=True, plain=False),
}
_WHAT_A_GROUP_FOUND = Leaf(f"{_ANYTHING}*", 0.0, wide=True, plain=False)


def parsed(pattern: str) -> Node:
    """The tree of a pattern. ValueError when its brackets do not match."""
    return _Parser(pattern).parsed()


class _Parser:
    def __init__(self, pattern: str) -> None:
        self._tokens = _TOKEN.findall(pattern)
        self._place = 0

    def parsed(self) -> Node:
        node = self._either()
        if self._place < len(self._tokens):
            raise ValueError("a closing bracket too many")
        return node

    def _either(self, opening: str = "(?:") -> Node:
        branches: list[Row] = []
        items: list[Node] = []
        while self._place < len(self._tokens) and self._tokens[self._place] != ")":
            token = self._tokens[self._place]
            self._place += 1
            if token == "|":  # noqa: S105 - a sign of a pattern
                branches.append(Row(tuple(items), opening))
                items = []
            elif token[0] in "*+?" or (token[0] == "{" and len(token) > 2):  # noqa: PLR2004 - {} is no count
                if not items:
                    raise ValueError("a count without anything to count")
                items.append(_many(items.pop(), token))
            elif token[0] == "(":
                items.append(self._group(token))
            else:
                items.append(_leaf(token))
        last = Row(tuple(items), opening)
        return Either((*branches, last)) if branches else last

    def _group(self, token: str) -> Node:
        if token.startswith("(?P="):
            return _WHAT_A_GROUP_FOUND
        if token[0:2] == "(?" and token[-1] == ")":  # flags for all that follows
            return _NOTHING
        node = self._either(token if token[-1] == ":" else "(?:")
        if self._place >= len(self._tokens):
            raise ValueError("a closing bracket is missing")
        self._place += 1
        return _NOTHING if token in {"(?=", "(?!", "(?<=", "(?<!"} else node


def _many(node: Node, count: str) -> Many:
    if count[0] in "*+?":
        return Many(node, int(count[0] == "+"), 1 if count[0] == "?" else None)
    least, comma, most = count.rstrip("?")[1:-1].partition(",")
    start = int(least or 0)
    return Many(node, start, int(most) if most else None if comma else start)


@lru_cache(maxsize=4096)
def _leaf(sign: str) -> Leaf:
    if sign.isalnum() and sign.isascii():
        return Leaf(sign, sum(map(_told, sign)))
    if sign in _FIXED:
        return _FIXED[sign]
    if sign[0] == "[" and len(sign) > 1:
        return _class(sign)
    if sign[0] == "\\" and sign[1].isalnum() and sign[1] not in "nrtfv":
        return _escape(sign)
    char = sign[-1]
    return Leaf(f"[\\{char}{ALSO[char]}]" if char in ALSO else sign, _told(char), plain=_is_plain(sign))


def _escape(sign: str) -> Leaf:
    if sign[1:].isdigit():
        return _WHAT_A_GROUP_FOUND
    if sign[1] == "u":
        return Leaf(f"\\x{{{sign[2:]}}}", 8.0, plain=False)
    bits = 0.3 if sign in _VAGUE or sign[1] in "pP" else 5.0
    return Leaf(_ESCAPES.get(sign, sign), bits, sign in {r"\D", r"\P"}, plain=sign == r"\d")


def _class(sign: str) -> Leaf:
    """A class of signs. What is outside a negated class is never the separator."""
    negated = sign.startswith("[^")
    inner = re.sub(r"\\u([0-9a-fA-F]{4})", r"\\x{\1}", sign[2 if negated else 1 : -1])
    spaced = " " in inner or r"\s" in inner
    if negated:
        return Leaf(f"[^{inner}{SEPARATOR}]", 0.3, wide=not spaced, plain=False)
    also = "".join(ALSO[char] for char in ALSO if char in inner)
    also += r"\x{80}-\x{10FFFF}" if r"\w" in inner else ""
    lettered = any(letters in inner for letters in ("a-z", *_VAGUE))  # capitals alone, in a name, tell something
    plain = _is_plain(inner.replace(r"\d", "0").replace("-", ""))
    if inner.endswith("-") and not inner.endswith(r"\-"):  # a dash at the end is meant literally
        inner = rf"{inner[:-1]}\-"
    return Leaf(f"[{inner}{also}]", 0.5 if lettered else _any_told(inner), lettered and spaced, plain)


def _is_plain(signs: str) -> bool:
    return signs.isascii() and signs.replace("_", "0").isalnum()


def _any_told(inner: str) -> float:
    return -math.log2(min(0.9, sum(2 ** -_told(char) for char in inner)))


def _told(char: str) -> float:
    often = _SPACE if char == " " else _OFTEN.get(char.lower(), _RARE)
    return -math.log2(often / 1000)
