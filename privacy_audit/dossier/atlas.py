"""Loads the facts and the paths that they open: data beside this module, checked when it is read."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from privacy_audit.errors import DataError

_BROKEN = "The data on what a stranger could piece together cannot be read. Please get a fresh copy of the program."


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact and the "check/theme" pairs that give it away; a star stands for every theme of a check."""

    id: str
    title: str
    gives: tuple[str, ...]

    def is_given_by(self, check: str, theme: str) -> bool:
        return f"{check}/{theme}" in self.gives or f"{check}/*" in self.gives


@dataclass(frozen=True, slots=True)
class PathRow:
    """What somebody could do, and the combinations of facts each of which is enough for it."""

    id: str
    title: str
    why: str
    needs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    facts: tuple[FactRow, ...]
    paths: tuple[PathRow, ...]


@dataclass(frozen=True, slots=True)
class _Facts:
    fact: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class _Paths:
    path: tuple[PathRow, ...]


@cache
def load_atlas() -> Atlas:
    """The facts and paths that ship with the program."""
    folder = resources.files("privacy_audit.dossier")
    facts, paths = ((folder / name).read_text(encoding="utf-8") for name in ("dossier_facts.toml", "attack_paths.toml"))
    return parse_atlas(facts, paths)


def parse_atlas(facts: str, paths: str) -> Atlas:
    """Raises DataError when a text is broken, or when a path needs a fact that is not there."""
    try:
        rows = msgspec.convert(tomllib.loads(facts), _Facts).fact
        ways = msgspec.convert(tomllib.loads(paths), _Paths).path
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(_BROKEN) from error
    atlas = Atlas(rows, ways)
    if any(_faults(atlas)):
        raise DataError(_BROKEN)
    return atlas


def _faults(atlas: Atlas) -> Iterator[bool]:
    facts = [row.id for row in atlas.facts]
    paths = [row.id for row in atlas.paths]
    yield len(set(facts)) < len(facts) or len(set(paths)) < len(paths)
    for row in atlas.facts:
        yield not row.title or not row.gives or any(pair.count("/") != 1 for pair in row.gives)
    for path in atlas.paths:
        yield not path.title or not path.why or not path.needs
        yield any(not need or not set(need) <= set(facts) for need in path.needs)
