"""A quick first look at many patterns at once: which of them could be found in a text; sets of loosened forms in RE2.

A loosened form finds whatever its pattern finds, and more: look-around and word edges are left out, counted repeats
count no more, and letters outside ASCII pass as letters. The exact pattern then speaks only where its form was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import re2

_SET_SIZE = 6  # small sets stay small automata: 6 measured 2 to 4 µs a text, one set of 100 more than 1,000 µs
_MAX_MEMORY = 64 << 20
_LETTER = r"0-9A-Za-z_\x80-\xff"
_SIGNS = {
    r"\b": "",
    r"\B": "",
    r"\w": f"(?:[{_LETTER}]+)",  # one letter may be several bytes
    r"\s": r"(?:[\s\x80-\xff]+)",
    ".": "(?:.+)",
    "$": r"(?:\n?$)",  # Python's end stands before a last newline too
}
_COUNTED = re.compile(r"\{(\d+),?\d*\}")
_WIDE_RANGE = re.compile(r"[^\x00-\x7f]-[^\x00-\x7f]")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")


class Sieve:
    """Sets of the loosened forms of some patterns; `passing` gives the indices of those worth an exact look."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._sets = tuple(
            (first, _set_of(patterns[first : first + _SET_SIZE])) for first in range(0, len(patterns), _SET_SIZE)
        )

    def passing(self, text: bytes) -> Iterator[int]:
        for first, forms in self._sets:
            for index in forms.Match(text) or ():
                yield first + index


def _set_of(patterns: Sequence[str]) -> re2.Set:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = _MAX_MEMORY
    options.encoding = re2.Options.Encoding.LATIN1  # bytes as they stand: letters of two bytes make huge automata
    forms = re2.Set.SearchSet(options)
    for pattern in patterns:
        forms.Add(loosened(pattern).encode())
    forms.Compile()
    return forms


def loosened(pattern: str) -> str:
    """The pattern as RE2 can take it, finding at least as much as before."""
    parts: list[str] = []
    place = 0
    while place < len(pattern):
        if pattern.startswith(_LOOKS, place):
            place = _group_end(pattern, place)
            parts.append("(?:)")
        elif counted := _COUNTED.match(pattern, place):
            parts.append("*" if counted[1] == "0" else "+")
            place = counted.end()
        elif pattern[place] == "[":
            end = _class_end(pattern, place)
            parts.append(_loosened_class(pattern[place:end]))
            place = end
        else:
            sign = pattern[place : place + 2] if pattern[place] == "\\" else pattern[place]
            counted_next = pattern[place + len(sign) : place + len(sign) + 1] in ("{", "*", "+")
            parts.append("." if sign == "." and counted_next else _loosened_sign(sign))
            place += len(sign)
    return "".join(parts)


def _loosened_sign(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    return sign if sign.isascii() else f"(?:{sign})"  # several bytes stay one letter before a repeat


def _loosened_class(letters: str) -> str:
    """A class of bytes: a letter outside ASCII is several of them, so that it stands for a run."""
    if letters.startswith("[^"):
        return "(?:" + "".join(letter for letter in letters if letter.isascii()) + "+)"
    letters = letters.replace(r"\w", _LETTER).replace(r"\s", r"\s\x80-\xff")
    if letters.isascii():
        return letters if r"\xff" not in letters else f"(?:{letters}+)"
    plain = "".join(letter for letter in _WIDE_RANGE.sub("", letters[:-1]) if letter.isascii())
    hyphen = r"\-" if plain.endswith("-") else ""
    return f"(?:{plain.removesuffix('-')}{hyphen}\\x80-\\xff]+)"


def _class_end(pattern: str, start: int) -> int:
    place = start + 1
    while pattern[place] != "]":
        place += 2 if pattern[place] == "\\" else 1
    return place + 1


def _group_end(pattern: str, start: int) -> int:
    """Where the group that opens at `start` ends."""
    depth, place = 0, start
    while place < len(pattern):
        letter = pattern[place]
        if letter == "[":
            place = _class_end(pattern, place)
            continue
        if letter in "()":
            depth += 1 if letter == "(" else -1
            if depth == 0:
                return place + 1
        place += 2 if letter == "\\" else 1
    return place
