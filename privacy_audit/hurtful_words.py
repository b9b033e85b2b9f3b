"""Words that demean people: kept encoded, read when first asked, and found however they are spelt."""

import base64
import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

from privacy_audit.errors import DataError

_NEAR = 60  # what is said further off speaks of something else
_SPELT_APART = 5  # shorter words met letter by letter are mostly chance
_STARS_FROM = 4  # letters of a word that is still known when some of them are stars
# How letters are written by people who do not want to be found: digits and signs inside, digits alone at the edges.
_INSIDE = {"a": "a4@", "e": "e3", "i": "i1!|", "o": "o0", "s": "s5$", "t": "t7", "g": "g9", "b": "b8", "k": "kc"}
_EDGE = {"a": "a4", "e": "e3", "i": "i1", "o": "o0", "s": "s5", "t": "t7", "g": "g9", "b": "b8"}


class Mode(Enum):
    """How a word is to be taken."""

    ALWAYS = "always"
    OFTEN = "often"  # harmless unless it is aimed at somebody
    DATED = "dated"  # once said without a thought: worth a look


@dataclass(frozen=True, slots=True, repr=False)
class HurtfulWord:
    """One word. It never shows itself: neither in a repr nor in a sentence."""

    category: str
    mode: Mode
    word: str
    harmless: str

    def __repr__(self) -> str:
        return f"<HurtfulWord about {self.category}>"

    @property
    def spelt(self) -> str:
        """A pattern for all its spellings; of RE2's kind too."""
        return _spelt(self.word)

    def spans(self, plain: str) -> list[tuple[int, int]]:
        """Where a text holds it, harmless company left out."""
        found = [match.span() for match in _compiled(self.spelt).finditer(plain) if not _is_mostly_stars(match[0])]
        return [span for span in found if not (self.harmless and self._is_harmless(plain, span))]

    def _is_harmless(self, plain: str, span: tuple[int, int]) -> bool:
        return _compiled(self.harmless).search(plain, max(0, span[0] - _NEAR), span[1] + _NEAR) is not None


@cache
def hurtful_words() -> tuple[HurtfulWord, ...]:
    """The list that ships with the program. Raises DataError without a word of it."""
    lines = (files("privacy_audit.lexicon") / "hurtful_words.tsv").read_text(encoding="utf-8").splitlines()
    try:
        return tuple(_read(line) for line in lines if line and not line.startswith("#"))
    except ValueError:
        pass
    raise DataError("The list of hurtful words cannot be read. Please get a fresh copy of the program.")


def any_spelling() -> str:
    """A gate that lets through every text that may hold one of the words."""
    return "|".join(word.spelt for word in hurtful_words())


def _read(line: str) -> HurtfulWord:
    category, mode, word, harmless = line.split("\t")
    return HurtfulWord(category, Mode(mode), _decoded(word), _decoded(harmless))


def _decoded(text: str) -> str:
    return base64.b64decode(text, validate=True).decode("utf-8")


def _spelt(word: str) -> str:
    letters = word.replace(" ", "")
    inner = len(letters) - 1
    stars = "*#" if len(letters) >= _STARS_FROM else ""
    written = []
    for index, letter in enumerate(word):
        if letter == " ":
            written.append("[ -]?")
        elif index in (0, len(word) - 1):
            written.append(_one_of(_EDGE.get(letter, letter)))
        else:
            written.append(_one_of(_INSIDE.get(letter, letter) + stars))
    together = "".join(written)
    if inner < _SPELT_APART - 1:
        return rf"\b{together}(?:e?[sz])?\b"
    return rf"\b(?:{together}(?:e?[sz])?|{'[ ._*-]'.join(letters)})\b"


def _one_of(letters: str) -> str:
    return letters if len(letters) == 1 else f"[{re.escape(letters)}]"


def _is_mostly_stars(found: str) -> bool:
    """Too little is left to know the word by."""
    stars = found.count("*") + found.count("#")
    apart = sum(sign in " ._-*" for sign in found) >= len(found) // 2
    return not apart and stars * 2 > len(found)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
