"""The ways through the patterns of all rules, read once by a command and kept as data: reading them takes seconds.

A pattern that was changed since is not found here and is read when it is needed, so nothing is ever out of date; the
command is `python -m tests.write_gate`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import resources

import msgspec

from privacy_audit.gate_letters import Literal
from privacy_audit.gate_parsing import parsed
from privacy_audit.gate_pieces import branches, emitted

FILE = "gate_ways.json"


@dataclass(frozen=True, slots=True)
class Way:
    """One way through a pattern, by its place there. Without literals it is to be looked for as it stands."""

    pattern: str
    place: int
    literals: tuple[Literal, ...]  # of these one must be there
    words: tuple[frozenset[bytes], ...]  # of each of these one must be there, as a whole word in the plain form
    capital: bool  # a capital letter must be there behind the first letter

    @property
    def whole(self) -> str:
        return _wholes(self.pattern)[self.place]


class _Way(msgspec.Struct, array_like=True, gc=False):
    """The numbers of its literals' set and of its words' sets."""

    literals: int
    words: list[int]
    capital: bool


class _Prepared(msgspec.Struct, gc=False):
    """Each spelling and each set is written once; a pattern stands by its digest."""

    plain: list[str] = []
    exact: list[str] = []  # numbered on from the plain ones
    sets: list[list[int]] = []
    patterns: dict[str, list[_Way]] = {}


class PreparedWays:
    """What was prepared; empty where nothing was."""

    def __init__(self, data: bytes = b"{}") -> None:
        kept = msgspec.json.decode(data, type=_Prepared)
        self._patterns = kept.patterns
        literals = [Literal(exact=False, spelling=one.encode()) for one in kept.plain]
        literals += [Literal(exact=True, spelling=one.encode()) for one in kept.exact]
        self._literals = literals
        self._numbers = kept.sets
        self._sets: dict[int, tuple[Literal, ...]] = {}  # many ways share them
        self._word_sets: dict[int, frozenset[bytes]] = {}

    def __contains__(self, pattern: str) -> bool:
        return _digest(pattern) in self._patterns

    def ways(self, pattern: str) -> tuple[Way, ...]:
        """The ways through a pattern, or nothing when it was not prepared."""
        return tuple(
            Way(pattern, place, self._set(way.literals), tuple(map(self._words, way.words)), way.capital)
            for place, way in enumerate(self._patterns.get(_digest(pattern), ()))
        )

    def _set(self, number: int) -> tuple[Literal, ...]:
        if number not in self._sets:
            self._sets[number] = tuple(self._literals[one] for one in self._numbers[number])
        return self._sets[number]

    def _words(self, number: int) -> frozenset[bytes]:
        if number not in self._word_sets:
            self._word_sets[number] = frozenset(one.spelling for one in self._set(number))
        return self._word_sets[number]


@cache
def prepared_ways() -> PreparedWays:
    return PreparedWays((resources.files("privacy_audit") / FILE).read_bytes())


def in_short(ways: Iterable[Sequence[Way]]) -> bytes:
    """The data for these patterns' ways."""
    patterns = {_digest(those[0].pattern): those for those in ways}
    literals = {one for those in patterns.values() for way in those for one in way.literals}
    literals |= {_word(word) for those in patterns.values() for way in those for words in way.words for word in words}
    spellings = sorted(literals)
    numbers = {one: number for number, one in enumerate(spellings)}
    sets: dict[tuple[int, ...], int] = {}

    def numbered(ones: Iterable[Literal]) -> int:
        return sets.setdefault(tuple(sorted(numbers[one] for one in ones)), len(sets))

    short = {
        digest: [
            _Way(numbered(way.literals), [numbered(map(_word, one)) for one in way.words], way.capital) for way in those
        ]
        for digest, those in sorted(patterns.items())
    }
    written = [one.spelling.decode() for one in spellings]
    plain = sum(not one.exact for one in spellings)
    return msgspec.json.encode(_Prepared(written[:plain], written[plain:], [list(one) for one in sets], short))


def _word(word: bytes) -> Literal:
    return Literal(exact=False, spelling=word)


def _digest(pattern: str) -> str:
    return blake2b(pattern.encode(), digest_size=8).hexdigest()


@cache
def _wholes(pattern: str) -> tuple[str, ...]:
    return tuple(map(emitted, branches(parsed(pattern))))
