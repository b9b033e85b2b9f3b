"""A quick first look at many patterns at once: which of them are worth an exact look, as at the gate."""

from collections.abc import Container, Sequence

from privacy_audit.gate_ways import way_reader
from privacy_audit.word_index import WordIndex


class Sieve:
    """`passing` gives the indices of the patterns worth an exact look. ValueError and re2.error when one is broken."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._index = WordIndex([way_reader().ways(pattern) for pattern in patterns])

    def passing(self, text: bytes, wanted: Container[int]) -> list[int]:
        """Of the wanted patterns those that could be found in the text, in their order."""
        return sorted(self._index.passing(text, wanted))
