"""Folds the many ways of writing one word into one plain form, and remembers where each letter came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Folded:
    """`text` is the plain form; `origin[i]` is the raw index of plain letter i, empty when nothing moved."""

    text: str
    origin: tuple[int, ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Maps a span of the plain form onto the raw text."""
        if not self.origin or start >= end:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1


def fold(raw: str) -> Folded:
    return Folded(raw)
