"""Folds the many ways of writing one word into one plain form, and remembers where each letter came from."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from privacy_audit.hashtags import split_tag
from privacy_audit.long_runs import shortened


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
    """The plain form: no disguised, invisible or endlessly repeated letters, hashtags as words."""
    if raw.isascii():
        if "#" not in raw and not _run().search(raw):
            return Folded(raw)
        letters = list(raw)
        origin = list(range(len(raw)))
    else:
        same_length = raw.translate(_signs())
        if "#" not in same_length and not _beyond_signs().search(same_length) and not _run().search(raw):
            return Folded(same_length)
        letters, origin = _plain_letters(same_length)
        _unmask(letters)
    letters, origin = _shorten_runs(letters, origin)
    letters, origin = _open_hashtags(letters, origin)
    text = "".join(letters)
    if len(text) == len(raw) and origin == list(range(len(raw))):
        return Folded(text)
    return Folded(text, tuple(origin))


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"([^\W\d_])\1\1", re.IGNORECASE)


@cache
def _signs() -> Mapping[int, str]:
    """Signs that stand for one plain sign each."""
    table = {
        "'": "\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u02b9\u00b4\u0060\uff07",
        '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02",
        "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe63",
        " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        "\n": "\u2028\u2029\u0085",
        "#": "\uff03\ufe5f",
    }
    return {ord(sign): plain for plain, signs in table.items() for sign in signs}


@cache
def _beyond_signs() -> re.Pattern[str]:
    """Letters that need more than `_signs`: all but ASCII, western letters that are their own plain form, and emoji."""
    return re.compile("[^\x00-\x7f£°·À-ÿ•€☀-➿\U0001f300-\U0001faff]")


def _plain_letters(raw: str) -> tuple[list[str], list[int]]:
    letters: list[str] = []
    origin: list[int] = []
    for index, letter in enumerate(raw):
        if letter < "\x80":
            letters.append(letter)
            origin.append(index)
        elif _is_stacked(letter):
            composed = unicodedata.normalize("NFC", letters[-1] + letter) if letters else ""
            if len(composed) == 1:
                letters[-1] = composed
        else:
            for plain in _plain(letter):
                letters.append(plain)
                origin.append(index)
    return letters, origin


def _is_stacked(letter: str) -> bool:
    """Marks set over Latin, Greek and Cyrillic letters; those of other scripts are letters in their own right."""
    return "\u0300" <= letter <= "\u036f" or "\u0483" <= letter <= "\u0489" or "\u20d0" <= letter <= "\u20ff"


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    if is_invisible(letter):
        return ""
    if "\U0001f150" <= letter <= "\U0001f189":  # white letters on black discs and squares have no plain form in Unicode
        return chr(ord("A") + (ord(letter) - 0x1F150) % 0x20 % 26)
    return unicodedata.normalize("NFKC", letter).translate(_signs())


@lru_cache(maxsize=4096)
def is_invisible(letter: str) -> bool:
    """Marks without a shape of their own: joiners, direction marks, variation selectors, fillers."""
    return (
        unicodedata.category(letter) == "Cf"
        or "\ufe00" <= letter <= "\ufe0f"
        or "\U000e0100" <= letter <= "\U000e01ef"
        or letter in "\u034f\u115f\u1160\u3164\uffa0\u180b\u180c\u180d"
    )


@cache
def _look_alikes() -> Mapping[str, str]:
    lines = files("privacy_audit.spelling").joinpath("look_alikes.tsv").read_text("utf-8").splitlines()
    return {line.split("\t")[0]: line.split("\t")[1] for line in lines if not line.startswith("#")}


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


def _unmask(letters: list[str]) -> None:
    """Look-alike letters become Latin in words that are otherwise Latin, and everywhere in texts of no other script."""
    table = _look_alikes()
    if not any(letter in table for letter in letters):
        return
    other_script = any(letter > "\u024f" and letter.isalpha() and letter not in table for letter in letters)
    for word in _words().finditer("".join(letters)):
        start, end = word.span()
        if other_script and not any(letter <= "\u024f" and letter.isalpha() for letter in letters[start:end]):
            continue
        letters[start:end] = [table.get(letter, letter) for letter in letters[start:end]]


@cache
def _cased_words() -> re.Pattern[str]:
    """Words, cut where small letters turn to capitals, as in hashtags."""
    return re.compile(r"[^\W\d_a-z]*[^\W\d_A-Z]+|[^\W\d_]+")


def _shorten_runs(letters: list[str], origin: list[int]) -> tuple[list[str], list[int]]:
    text = "".join(letters)
    if not _run().search(text):
        return letters, origin
    kept: list[int] = []
    last = 0
    for word in _cased_words().finditer(text):
        if _run().search(word[0]):
            kept.extend(range(last, word.start()))
            kept.extend(word.start() + index for index in shortened(word[0]))
            last = word.end()
    kept.extend(range(last, len(letters)))
    return [letters[index] for index in kept], [origin[index] for index in kept]


@cache
def _hashtag() -> re.Pattern[str]:
    """One tag or several glued together; not what follows "#" in addresses and entities."""
    return re.compile(r"(?<![\w&/])(?:#\w*[^\W\d_]\w*)+")


@cache
def _one_tag() -> re.Pattern[str]:
    return re.compile(r"#(\w+)")


def _open_hashtags(letters: list[str], origin: list[int]) -> tuple[list[str], list[int]]:
    if "#" not in letters:
        return letters, origin
    text = "".join(letters)
    plain: list[str] = []
    where: list[int] = []
    last = 0
    for chain in _hashtag().finditer(text):
        plain += letters[last : chain.start()]
        where += origin[last : chain.start()]
        for tag in _one_tag().finditer(text, *chain.span()):
            for start, end in split_tag(tag[1]):
                first = tag.start(1) + start
                if first > chain.start() + 1:
                    plain.append(" ")
                    where.append(origin[first])
                plain += letters[first : tag.start(1) + end]
                where += origin[first : tag.start(1) + end]
        last = chain.end()
    return plain + letters[last:], where + origin[last:]


def escape_hidden(text: str) -> str:
    """For windows and reports: marks that hide, join or turn text are written out, as in [U+202E]."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"[U+{ord(letter):04X}]" if _is_hidden(letter, text[index - 1 : index]) else letter
        for index, letter in enumerate(text)
    )


def _is_hidden(letter: str, before: str) -> bool:
    if letter in "\n\t" or " " <= letter <= "~":
        return False
    if letter in "\ufe0f\u200d" and before and (before > "\u2000" or before in "#*©®0123456789"):
        return False  # parts of an emoji
    return is_invisible(letter) or unicodedata.category(letter) in {"Cc", "Cs", "Co"}
