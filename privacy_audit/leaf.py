"""Plain JSON values asked for their parts by path: whatever is not there, or is something else, is "" or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from privacy_audit.decoding import walk_texts
from privacy_audit.model import Moment
from privacy_audit.text import moment_from_text, unescape


@dataclass(frozen=True, slots=True, repr=False)
class Leaf:
    """A value of unknown shape. Texts come without outer blanks and with HTML's entities turned into letters."""

    value: object

    @property
    def is_blank(self) -> bool:
        """A record that is there and has nothing filled in."""
        return isinstance(self.value, dict) and not any(text for _pointer, text in walk_texts(self.value))

    def at(self, *path: str) -> "Leaf":
        value = self.value
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return Leaf(value)

    def text(self, *path: str) -> str:
        value = self.at(*path).value
        return unescape(value).strip() if isinstance(value, str) else ""

    def first(self, *names: str) -> str:
        """The first of these keys that holds a text: names changed over the years."""
        return next(filter(None, (self.text(name) for name in names)), "")

    def number(self, *path: str) -> float | None:
        """A number, or digits that stand for one."""
        value = self.at(*path).value
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            return None
        try:
            return float(value)
        except (ValueError, OverflowError):
            return None

    def texts(self, *path: str) -> tuple[str, ...]:
        value = self.at(*path).value
        return tuple(item for item in value if isinstance(item, str) and item) if isinstance(value, list) else ()

    def leaves(self, *path: str) -> tuple["Leaf", ...]:
        """The elements of a list, or the one thing that stands where a list may stand."""
        value = self.at(*path).value
        if isinstance(value, dict):
            return (Leaf(value),)
        return tuple(Leaf(item) for item in value) if isinstance(value, list) else ()

    def items(self, *path: str) -> Iterator[tuple[str, "Leaf"]]:
        value = self.at(*path).value
        for name, item in value.items() if isinstance(value, dict) else ():
            yield str(name), Leaf(item)

    def moment(self, *path: str) -> Moment | None:
        return moment_from_text(self.text(*path))
