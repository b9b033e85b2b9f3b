"""Turns a rule's gate pattern into what is run over joined texts, and knows which texts must be folded first."""

from collections.abc import Iterator

import re2

from privacy_audit.errors import DataError

SEPARATOR = "\x1e"
_MEMORY = 128 << 20  # the lazy automaton of some thousand terms thrashes in the library's own 8 MiB

# Folding straightens apostrophes, dashes and odd spaces. They are so common that the patterns take all their forms:
# most texts then need no folding at all.
_ALSO = {"'": "\u2018\u2019\u02bc", '"': "\u201c\u201d", "-": "\u2010\u2011\u2012\u2013\u2014", " ": "\u00a0\u202f"}

# Where folding may change how a text reads: runs of three letters, hashtags, look-alike letters and compatibility
# forms, and marks without width beside a letter (between two emoji they are part of the picture).
_RUNS = "|".join(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")
_FORMS = (
    r"[\x{A8}\x{AA}\x{AF}\x{B2}-\x{B5}\x{B8}-\x{BA}\x{BC}-\x{BE}\x{132}\x{133}\x{13F}\x{140}\x{149}\x{17F}"
    r"\x{1C0}-\x{1CC}\x{1F1}-\x{1F3}\x{250}-\x{5FF}\x{10A0}-\x{10FF}\x{13A0}-\x{13FF}\x{1C80}-\x{1FFF}"
    r"\x{2000}-\x{200A}\x{2024}-\x{202E}\x{2033}-\x{205F}\x{2070}-\x{209F}\x{2100}-\x{218F}\x{2460}-\x{24FF}"
    r"\x{2C60}-\x{2DFF}\x{3000}\x{A4D0}-\x{A4FF}\x{A640}-\x{A7FF}\x{AB30}-\x{ABBF}\x{FB00}-\x{FB06}"
    r"\x{FE10}-\x{FE1F}\x{FE30}-\x{FE6F}\x{FF00}-\x{FFEF}\x{10280}-\x{104FF}\x{1D400}-\x{1D7FF}\x{1F100}-\x{1F18F}]"
)
_UNSEEN = (
    r"[\x{AD}\x{34F}\x{61C}\x{115F}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{206F}"
    r"\x{FE00}-\x{FE0F}\x{FEFF}\x{E0000}-\x{E0FFF}]"
)
FOLDABLE = rf"{_RUNS}|#\w|{_FORMS}|[\x00-\x7F]{_UNSEEN}|{_UNSEEN}\w"


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


def _pieces(pattern: str) -> Iterator[str]:
    """The pattern piece by piece: anchors hold at the separator too, and plain marks take their curly forms."""
    inside = False  # a class such as [a-z]
    position = 0
    while position < len(pattern):
        char = pattern[position]
        if char == "\\":
            yield _escape(pattern[position : position + 2], inside=inside)
            position += 2
            continue
        if inside:
            yield char + ("" if char == "-" else _ALSO.get(char, ""))
            inside = char != "]"
        elif char == "[":
            opening = _opening(pattern, position)
            yield opening
            position += len(opening) - 1
            inside = True
        else:
            yield _outside(char)
        position += 1


def _opening(pattern: str, position: int) -> str:
    """A class may begin with ^ and with a ] that is meant literally."""
    end = position + 1
    for char in "^]":
        if pattern[end : end + 1] == char:
            end += 1
    return pattern[position:end]


def _outside(char: str) -> str:
    if char == "^":
        return f"(?:^|{SEPARATOR})"
    if char == "$":
        return f"(?:$|{SEPARATOR})"
    return f"[{char}{_ALSO[char]}]" if char in _ALSO else char


def _escape(pair: str, *, inside: bool) -> str:
    if pair == r"\A":
        return _outside("^")
    if pair in {r"\z", r"\Z"}:
        return _outside("$")
    char = pair[1:]
    if char == "s":
        return r"\s" + _ALSO[" "] if inside else rf"[\s{_ALSO[' ']}]"
    if char in _ALSO:
        return pair + _ALSO[char] if inside else f"[{pair}{_ALSO[char]}]"
    return pair
