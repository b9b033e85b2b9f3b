"""Personal words: text from an export that a log, a traceback or a crash dialog must never show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """A stretch of somebody's own text. `repr` and `str` are masked; `reveal` is the one way to the text itself."""

    _text: str

    def reveal(self) -> str:
        return self._text

    def masked(self) -> str:
        """The shape of the text without its letters: "Born 14.06.1991" becomes "•••• ••.••.••••"."""
        return "".join("•" if char.isalnum() else char for char in self._text)

    def __repr__(self) -> str:
        return f"<Words: {len(self._text)} characters>"

    __str__ = __repr__

    def __bool__(self) -> bool:
        return bool(self._text)

    def __len__(self) -> int:
        return len(self._text)
