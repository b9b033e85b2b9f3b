"""Turns a rule's gate pattern into what is run over joined texts, and knows which texts must be folded first."""

import re
from collections.abc import Iterator

import re2

from privacy_audit.errors import DataError

SEPARATOR = "\x1e"
_COUNTED = 2  # what may vary in number and still be counted
_MEMORY = 128 << 20  # the lazy automaton of some thousand terms thrashes in the library's own 8 MiB

# Folding straightens apostrophes, quotes, dashes and odd spaces. They are so common that the patterns take all their
# forms instead: most texts then need no folding.
_ALSO = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u02b9\u00b4\u0060",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
    "-": "\u2010-\u2015",
    " ": "\u00a0\u202f",
}

# Where folding may change how a text reads: runs of three letters, hashtags, dashes and joiners between letters, and
# every sign that is neither plain, nor a letter of a western language, nor an emoji, nor one of those above.
_RUNS = "|".join(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")
_HARMLESS = (
    "\\x00-\\x7f\u00a0£«°\u00b4·»À-ÖÙ-öù-ÿŴ-ŷ\u02b9\u02bb\u02bc\u200d\u2010-\u2015\u2018-\u201f•…\u202f\u2032\u2033€"
    "☀-➿\ufe0f\U0001f300-\U0001faff"
)
FOLDABLE = rf"{_RUNS}|#\w*\pL|(?-i:[^{_HARMLESS}])|[\w'][\x{{2010}}-\x{{2015}}\x{{fe0f}}\x{{200d}}][\w']"


def matcher(patterns: list[str]) -> re2._Regexp:
    """One pattern for all."""
    return re2.compile("|".join(patterns), _options())


def matcher_set(patterns: list[str]) -> re2.Set:
    """Tells which of the patterns are in a text."""
    found = re2.Set.SearchSet(_options())
    for pattern in patterns:
        found.Add(pattern)
    found.Compile()
    return found


def prepared(rule_id: str, pattern: str) -> str:
    """The pattern as it runs over joined texts. DataError names the rule when it cannot be used."""
    try:
        ready = f"(?:{''.join(_pieces(pattern))})"
        compiled = re2.compile(ready, _options())
    except re2.error as error:
        raise DataError(_broken(rule_id, "has a first pattern that cannot be used")) from error
    if compiled.search(b"") is not None:
        raise DataError(_broken(rule_id, "has a first pattern that lets every text through"))
    return ready


def _broken(rule_id: str, what: str) -> str:
    return f"The rule {rule_id} {what}. Please get a fresh copy of the program."


def _options() -> re2.Options:
    options = re2.Options()
    options.case_sensitive = False
    options.never_capture = True
    options.max_mem = _MEMORY
    options.log_errors = False
    return options


# What a pattern is read as: an escape, a class, the opening of a group with flags or a name, a count, or one sign.
_TOKEN = re.compile(
    r"\\(?:[xpP]\{[^}]*\}|.)|\[\^?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]|\(\?[^:)>]*[:)>]|\{\d+,\d*\}|.", re.DOTALL
)


def _pieces(pattern: str) -> Iterator[str]:
    """The pattern piece by piece, as loose as a gate may be.

    Anchors hold at the separator too, and plain marks take their other forms. Gaps such as `.{0,60}` may have any
    length within a text: counting them, for many rules at once, takes more states than any memory holds.
    """
    for piece in _TOKEN.findall(pattern):
        if piece in _ANCHORS:
            yield _ANCHORS[piece]
        elif piece == ".":
            yield f"[^{SEPARATOR}]"
        elif piece[0] == "{" and "," in piece:
            yield _uncounted(piece)
        elif piece[0] == "[" and len(piece) > 1:
            yield _class(piece)
        elif piece == r"\s":
            yield rf"[\s{_ALSO[' ']}]"
        else:
            plain = piece[-1] if piece[0] == "\\" else piece
            yield f"[\\{plain}{_ALSO[plain]}]" if plain in _ALSO else piece


_ANCHORS = dict.fromkeys(["^", r"\A"], f"(?:^|{SEPARATOR})") | dict.fromkeys(["$", r"\z", r"\Z"], f"(?:$|{SEPARATOR})")


def _uncounted(count: str) -> str:
    least, most = count[1:-1].split(",")
    return f"{{{least},}}" if most and int(most) - int(least) > _COUNTED else count


def _class(piece: str) -> str:
    """A class of signs. What is outside a negated class is never the separator."""
    opening = "[^" if piece.startswith("[^") else "["
    inner = piece[len(opening) : -1]
    also = "".join(_ALSO[char] for char in _ALSO if char != "-" and char in inner) if opening == "[" else SEPARATOR
    return f"{opening}{inner}{also}]"
