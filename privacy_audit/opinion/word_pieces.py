"""Cuts a text into the pieces of words that the model knows (WordPiece), as the model was taught, in pure Python."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources

_LONGEST_WORD = 100  # letters; a longer run is one unknown piece, as in the original
_FIRST, _LAST, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_WHITE = frozenset("\t\n\r")
# Letters that the original sets apart one by one: Chinese characters of every block.
_SET_APART = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)


class WordPieces:
    """The pieces that a model knows, by number. `cut` gives the numbers of a text with the marks at both ends."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._number = {piece: number for number, piece in enumerate(vocabulary)}
        self._first, self._last, self._unknown = (self._number[mark] for mark in (_FIRST, _LAST, _UNKNOWN))
        self._of_word = lru_cache(maxsize=20_000)(self._pieces)

    def cut(self, head: str, text: str, longest: int) -> list[list[int]]:
        """The text as one or more runs of at most `longest` numbers; each begins with `head`, which says where it is
        from. A long text becomes several runs, so that its end is looked at as well as its beginning.
        """
        start = [self._first, *self._numbers(head)]
        numbers = self._numbers(text)
        room = longest - len(start) - 1
        cuts = range(0, max(len(numbers), 1), room)
        return [[*start, *numbers[at : at + room], self._last] for at in cuts]

    def _numbers(self, text: str) -> list[int]:
        return [number for word in words(text) for number in self._of_word(word)]

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The longest known pieces from the left; a word that they do not make up is one unknown piece."""
        if len(word) > _LONGEST_WORD:
            return (self._unknown,)
        found: list[int] = []
        begin = 0
        while begin < len(word):
            end = len(word)
            while end > begin:
                number = self._number.get(word[begin:end] if not begin else "##" + word[begin:end])
                if number is not None:
                    break
                end -= 1
            else:
                return (self._unknown,)
            found.append(number)
            begin = end
        return tuple(found)


def words(text: str) -> Iterator[str]:
    """Words and single marks in small letters without accents; invisible letters are gone."""
    plain = text.lower() if text.isascii() else _simple(text)
    word: list[str] = []
    for letter in plain:
        if letter.isalnum():
            word.append(letter)
            continue
        white, mark = _is_white(letter), _is_mark(letter)
        if white or mark:
            if word:
                yield "".join(word)
                word.clear()
            if mark:
                yield letter
        elif not _is_hidden(letter):
            word.append(letter)
    if word:
        yield "".join(word)


def load_vocabulary() -> tuple[str, ...]:
    text = (resources.files("privacy_audit.opinion") / "vocabulary.txt").read_text(encoding="utf-8")
    return tuple(text.rstrip("\n").split("\n"))


def _simple(text: str) -> str:
    visible = "".join(f" {letter} " if _is_set_apart(letter) else letter for letter in text if not _is_hidden(letter))
    plain = (letter for letter in unicodedata.normalize("NFD", visible) if unicodedata.category(letter) != "Mn")
    return "".join(letter.lower() for letter in plain)  # letter by letter: the original knows no final sigma


def _is_white(letter: str) -> bool:
    return letter in _WHITE or (letter.isspace() and unicodedata.category(letter) != "Cc")


def _is_hidden(letter: str) -> bool:
    if letter in _WHITE:
        return False
    return letter == "\ufffd" or unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs"}


def _is_mark(letter: str) -> bool:
    if letter < "\x80":
        return letter.isprintable() and not letter.isalnum() and letter != " "
    return unicodedata.category(letter).startswith("P")


def _is_set_apart(letter: str) -> bool:
    code = ord(letter)
    return code >= _SET_APART[0][0] and any(low <= code <= high for low, high in _SET_APART)
