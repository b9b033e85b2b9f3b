"""Turns a rule's gate pattern into what is run over joined texts, and knows which texts must be folded first."""

from collections.abc import Iterator

import re2

from privacy_audit.errors import DataError

SEPARATOR = "\x1e"
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
            yield char if char == "-" else char + _ALSO.get(char, "")
            inside = char != "]"
        elif char == "[":
            opening = _opening(pattern, position)
            yield opening
            position += len(opening) - 1
            inside = True
        elif pattern.startswith("(?", position):  # flags or a name: (?i: (?P<day>
            ends = [pattern.find(sign, position) for sign in ":)>"]
            end = min((end for end in ends if end > 0), default=position + 1)
            yield pattern[position : end + 1]
            position = end
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
