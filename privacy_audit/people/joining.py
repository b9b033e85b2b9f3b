"""Joins a person's identities across platforms: by number, address or account first, then by names that could be one.

What comes out is always a question ("is this them?"): nothing here says that two identities are one person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from privacy_audit.people.likeness import alike, family_key, given_keys
from privacy_audit.people.name_parts import NameParts, name_parts


class Why(Enum):
    """Why two identities may be one person's."""

    ADDRESS = "the same number, address or account"
    NAME = "names that could be one"


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """Somebody as one platform knows them. `addresses` are numbers, e-mail addresses and handles, in plain form."""

    platform: str
    name: str
    addresses: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Identity on {self.platform}>"


@dataclass(frozen=True, slots=True)
class Person:
    """Identities that may be one person's, by their places in what was given."""

    members: tuple[int, ...]
    why: Why | None = None  # None: nobody else is like them


def joined(identities: Sequence[Identity]) -> tuple[Person, ...]:
    """Everybody once. Two identities of one platform are two people, unless an address says otherwise."""
    groups = _Groups(len(identities))
    named = set()
    _by_address(identities, groups)
    for one, other in _name_pairs(identities):
        if groups.may_join(one, other, identities):
            groups.join(one, other)
            named.add(groups.of(one))
    by_name = {groups.of(place) for place in named}
    return tuple(
        Person(tuple(members), _why(len(members), by_name=group in by_name)) for group, members in groups.all()
    )


def remembered(identities: Sequence[Identity], names: Sequence[str]) -> dict[int, str]:
    """Which identities could be the people whose names the user remembers, and by which name."""
    found = {}
    parts = [(name, name_parts(name)) for name in names]
    for place, identity in enumerate(identities):
        own = name_parts(identity.name)
        match = next((name for name, wanted in parts if alike(wanted, own)), None)
        if match is not None:
            found[place] = match
    return found


def _why(members: int, *, by_name: bool) -> Why | None:
    if members == 1:
        return None
    return Why.NAME if by_name else Why.ADDRESS


def _by_address(identities: Sequence[Identity], groups: _Groups) -> None:
    first: dict[str, int] = {}
    for place, identity in enumerate(identities):
        for address in identity.addresses:
            groups.join(first.setdefault(address, place), place)


def _name_pairs(identities: Sequence[Identity]) -> Iterator[tuple[int, int]]:
    """Pairs that could be one by name, each name compared once however many bear it."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for place, identity in enumerate(identities):
        if identity.name:
            bearers[identity.name].append(place)
    names = list(bearers)
    for one, other in _alike_pairs(names):
        for first in bearers[names[one]]:
            for second in bearers[names[other]]:
                yield first, second
    for places in bearers.values():
        yield from pairwise(places)


def _alike_pairs(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Only names that share a family name, or what may be one, are compared."""
    families: dict[str, list[int]] = defaultdict(list)
    parts = [name_parts(name) for name in names]
    for place, one in enumerate(parts):
        for key in _family_keys(one):
            families[key].append(place)
    seen: set[tuple[int, int]] = set()
    for place, one in enumerate(parts):
        for key in {*_family_keys(one), *_other_keys(one)}:
            for other in families.get(key, ()):
                pair = (min(place, other), max(place, other))
                if place == other or pair in seen or not _could_begin_alike(one, parts[other]):
                    continue
                seen.add(pair)
                if alike(one, parts[other]):
                    yield pair


@lru_cache(maxsize=65536)
def _family_keys(parts: NameParts) -> tuple[str, ...]:
    """The last word, both halves of a double-barrelled name, and a former family name."""
    if not parts.names:
        return ()
    words = (parts.names[-1], *parts.joined, *(parts.former[-1:]), *parts.beside)
    return tuple(dict.fromkeys(family_key(word) for word in words))


def _other_keys(parts: NameParts) -> tuple[str, ...]:
    """Where the family name may stand first, or the middle one be used."""
    if len(parts.names) == 1:
        word = parts.names[0]
        return tuple(family_key(word[at:]) for at in range(1, len(word) - 2))
    return tuple(family_key(word) for word in parts.names[:-1])


def _could_begin_alike(one: NameParts, other: NameParts) -> bool:
    """A quick look: some word of the one begins as some word of the other that is not the family name does."""
    if len(one.names) == 1 or len(other.names) == 1:
        return True
    return bool(_beginnings(one) & _beginnings(other))


@lru_cache(maxsize=65536)
def _beginnings(parts: NameParts) -> frozenset[str]:
    return frozenset(key for word in (*parts.names, *parts.beside) for key in given_keys(word))


class _Groups:
    """Union of identities, with the platforms that each group has."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))
        self._members = {place: [place] for place in range(count)}

    def of(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def join(self, one: int, other: int) -> None:
        first, second = self.of(one), self.of(other)
        if first != second:
            if len(self._members[first]) < len(self._members[second]):
                first, second = second, first
            self._above[second] = first
            self._members[first] += self._members.pop(second)

    def may_join(self, one: int, other: int, identities: Sequence[Identity]) -> bool:
        """Two groups may become one by name where no platform would then stand in it twice."""
        first, second = self.of(one), self.of(other)
        if first == second:
            return False
        platforms = [{identities[place].platform for place in self._members[group]} for group in (first, second)]
        return not platforms[0] & platforms[1]

    def all(self) -> Iterable[tuple[int, list[int]]]:
        return ((group, sorted(members)) for group, members in self._members.items())
