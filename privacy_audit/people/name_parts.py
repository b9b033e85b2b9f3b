"""Takes a display name apart: given and family names, initials, nicknames beside them, what is decoration."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from privacy_audit.folding import fold

_LONGEST: Final = 120  # letters that are looked at
_BESIDE: Final = re.compile(
    r"[(\[]([^)\]]*)[)\]]|[\"\u201c\u201d\u201e]([^\"\u201c\u201d\u201e]*)[\"\u201c\u201d\u201e]"
    r"|(?<!\w)['\u2018\u2019]([^'\u2018\u2019]{2,})['\u2018\u2019](?!\w)"
)
_FORMERLY: Final = re.compile(r"\b(?:formerly|previously|nee|née|born|was|aka|a\.k\.a\.?)\b[: ]*", re.IGNORECASE)
_DIGIT_LETTERS: Final = str.maketrans("01345", "oieas")
_LEET: Final = re.compile(r"(?<=[^\W\d_])[01345](?=[^\W\d_])")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019`\u00b4][^\W\d_]+)*\.?|[^\W\d_]\.")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class _Words:
    """The data behind it: name_parts.toml in the lexicon."""

    titles: frozenset[str]
    letters_after: frozenset[str]
    particles: frozenset[str]
    dropped: frozenset[str]
    leading: frozenset[str]
    generations: Mapping[str, str]
    letters: Mapping[int, str]
    umlauts: Mapping[int, str]


@cache
def _words() -> _Words:
    data = tomllib.loads((resources.files("privacy_audit.lexicon") / "name_parts.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(data[name]) for name in ("titles", "letters_after", "particles", "dropped", "leading")}
    letters, umlauts = (str.maketrans(data[name]) for name in ("letters", "umlauts"))
    return _Words(**lists, generations=data["generations"], letters=letters, umlauts=umlauts)


@dataclass(frozen=True, slots=True)
class NameParts:
    """`names` are folded words in their order, particles glued to what follows; a part of a double-barrelled name is
    `joined` to its neighbour. `beside` are nicknames and explanations in brackets or quotes.
    """

    names: tuple[str, ...]
    joined: frozenset[str] = frozenset()
    beside: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    generation: str = ""

    @property
    def initials(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if len(name) == 1)

    @property
    def glued(self) -> str:
        return "".join(self.names)


@lru_cache(maxsize=65536)
def name_parts(display: str) -> NameParts:
    """The parts of a display name or of a handle; empty where there is no word in it."""
    text = fold(display[:_LONGEST]).text
    former: tuple[str, ...] = ()
    beside: list[str] = []
    for bracket, quoted, single in _BESIDE.findall(text):
        inside = bracket or quoted or single
        if _FORMERLY.match(inside):
            former += _plain_words(_FORMERLY.sub("", inside))[0]
        else:
            beside += _plain_words(inside)[0]
    text = _BESIDE.sub(" ", text)
    now, *before = _FORMERLY.split(text, maxsplit=1)
    if before and now.strip():
        former += _plain_words(before[0])[0]
        text = now
    names, joined, generation = _plain_words(text)
    return NameParts(names, joined, tuple(beside), former, generation)


def plain(text: str) -> str:
    """Lower case, without marks, in Latin letters: "Máire" is "maire", "Иван" is "ivan"."""
    low = text.casefold().translate(_words().letters)
    apart = unicodedata.normalize("NFKD", low)
    return "".join(char for char in apart if char.isalpha() and char.isascii()) or low


def with_umlauts(text: str) -> str:
    """German and Nordic letters written out: "Jürgen" is "juergen"."""
    return plain(text.casefold().translate(_words().umlauts))


def _plain_words(text: str) -> tuple[tuple[str, ...], frozenset[str], str]:
    """Folded words, which of them are parts of a double-barrelled name, and the generation."""
    text = _LEET.sub(lambda found: found[0].translate(_DIGIT_LETTERS), text)
    text = _CAMEL.sub(" ", text) if text and " " not in text.strip() and not text.isupper() else text
    words: list[str] = []
    joined: set[str] = set()
    generation = ""
    for lump in re.split(r"[\s_,/|•·~*:;]+|\.(?=\w{2})", text):
        barrels = [plain(found) for found in _WORD.findall(lump)]
        barrels = [word for word in barrels if word and not (words and word in _words().letters_after)]
        if any(word in _words().generations for word in barrels):
            generation = next(_words().generations[word] for word in barrels if word in _words().generations)
            barrels = [word for word in barrels if word not in _words().generations]
        words += barrels
        if "-" in lump and len(barrels) > 1:
            joined.update(barrels)
    words = _without_decoration(words)
    return _glued(words), frozenset(joined & set(words)), generation


def _without_decoration(words: list[str]) -> list[str]:
    """Titles at the beginning go, as long as a name of two words is left."""
    kept = [word for place, word in enumerate(words) if word not in _words().titles or (place == len(words) - 1)]
    return kept if len(kept) > 1 or len(words) == 1 else words


def _glued(words: list[str]) -> tuple[str, ...]:
    """Particles joined to the name that follows; those as often left out as written go."""
    names: list[str] = []
    waiting = ""
    for place, word in enumerate(words):
        last = place == len(words) - 1
        if word in _words().particles and not last and (names or waiting or word in _words().leading):
            waiting += (
                "" if word in _words().dropped else ("mc" if word == "mac" else "st" if word == "saint" else word)
            )
            continue
        names.append(waiting + word)
        waiting = ""
    if waiting:
        names.append(waiting)
    return tuple(one_mac(name) for name in names)


def one_mac(name: str) -> str:
    """ "MacAulay" and "McAulay" are one."""
    return f"mc{name[3:]}" if name.startswith("mac") and len(name) > len("macken") else name
