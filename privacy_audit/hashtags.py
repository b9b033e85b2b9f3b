"""Opens a hashtag into its words: by capitals, by underscores, or with a list of words when all is small."""

import re
from functools import cache
from importlib.resources import files

_LONGEST_TAG = 60
_LONGEST_WORD = 16


@cache
def _words() -> frozenset[str]:
    lines = files("privacy_audit.spelling").joinpath("hashtag_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(r"[A-Z]+(?=[A-Z][^\W\d_A-Z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d+|[^\W_]")


@cache
def _bare_acronym() -> re.Pattern[str]:
    """Capitals that run into small letters, as in "NHSheroes", where capitals alone would cut wrongly."""
    return re.compile(r"[A-Z]{2,}[a-z]")


def split_tag(tag: str) -> list[tuple[int, int]]:
    """The spans of the words of a tag (without its #), in order."""
    if len(tag) <= _LONGEST_TAG and _bare_acronym().search(tag):
        listed = _by_list(tag)
        if listed:
            return listed
    spans: list[tuple[int, int]] = []
    for piece in _pieces().finditer(tag):
        inner = _by_list(piece[0]) if len(piece[0]) <= _LONGEST_TAG else []
        spans.extend((piece.start() + start, piece.start() + end) for start, end in inner or [(0, len(piece[0]))])
    return spans


def _by_list(tag: str) -> list[tuple[int, int]]:
    """The fewest listed words that fill the whole tag; none when it cannot be filled."""
    text = tag.lower()
    if text in _words():
        return [(0, len(tag))]
    best: list[list[tuple[int, int]] | None] = [[]] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            before = best[start]
            if before is None or not (text[start:end] in _words() or (text[start:end].isdigit() and end - start > 1)):
                continue
            found = best[end]
            if found is None or len(before) + 1 < len(found):
                best[end] = [*before, (start, end)]
    return best[len(text)] or []
