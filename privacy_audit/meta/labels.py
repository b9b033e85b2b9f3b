"""The generic records of 2024 and later: label and value pairs become one flat dictionary, whatever the language.

`ent_field_name` is the same in every language and is newer than `label`, so it goes first; labels are the fallback.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from privacy_audit.meta.scene import fix

_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True, repr=False)
class Leaf:
    """One value with the names it goes by (its own first), and its labels as worded, from the outermost in."""

    names: tuple[str, ...]
    text: str = ""
    time: float | None = None
    href: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Labels:
    leaves: tuple[Leaf, ...] = field(default=())

    def text(self, *names: str) -> str:
        """The first value that goes by one of the names, in the order of the names."""
        return next((leaf.text for name in names for leaf in self.leaves if leaf.text and name in leaf.names), "")

    def texts(self, *names: str) -> tuple[str, ...]:
        return tuple(leaf.text for leaf in self.leaves if leaf.text and any(name in leaf.names for name in names))

    def time(self, *names: str) -> float | None:
        named = (leaf.time for name in names for leaf in self.leaves if leaf.time and name in leaf.names)
        return next(named, None)

    def any_time(self) -> float | None:
        return next((leaf.time for leaf in self.leaves if leaf.time), None)

    def words(self) -> str:
        """All that is neither a link nor a number, for records whose labels nobody has seen yet."""
        found = (leaf.text for leaf in self.leaves if re.search(r"[^\W\d_]", leaf.text) and "://" not in leaf.text)
        return "\n".join(dict.fromkeys(found))


def labels(values: object) -> Labels:
    return Labels(tuple(_leaves(values, (), (), 0)))


@cache
def _odd() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")


def plain_name(label: str) -> str:
    """ "Place name", "place_name" and "PlaceName" are one name."""
    return _odd().sub("", label).casefold()


def _leaves(values: object, names: tuple[str, ...], path: tuple[str, ...], depth: int) -> Iterator[Leaf]:
    if depth > _MAX_DEPTH or not isinstance(values, list):
        return
    for value in values:
        if isinstance(value, dict):
            yield from _leaves_of(value, names, path, depth)


def _leaves_of(pair: dict[str, Any], outer: tuple[str, ...], path: tuple[str, ...], depth: int) -> Iterator[Leaf]:
    label = _string(pair.get("label")) or _string(pair.get("title"))
    own = tuple(dict.fromkeys(plain_name(name) for name in (_string(pair.get("ent_field_name")), label) if name))
    names = own + outer
    path = (*path, label or own[0]) if own else path
    href, time = _string(pair.get("href")), _time(pair.get("timestamp_value"))
    text = _value(pair.get("value"))
    if text or href or time is not None:
        yield Leaf(names, text, time, href, path)
    for inner in ("vec", "dict"):
        yield from _leaves(pair.get(inner), names, path, depth + 1)


def _string(value: object) -> str:
    return fix(value) if isinstance(value, str) else ""


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else _string(value)


def _time(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
