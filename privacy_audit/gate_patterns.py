"""Compiles what the gate looks for, and knows which texts must be folded first."""

from collections.abc import Callable
from importlib import resources

import re2

from privacy_audit.errors import DataError
from privacy_audit.gate_pieces import Way, ways

_ANYWHERE = re2._Anchor.UNANCHORED
_MEMORY = 128 << 20  # the lazy automaton of some thousand pieces thrashes in the library's own 8 MiB

# Where folding may change how a text reads: runs of three letters, hashtags, joiners beside a letter, and every sign
# that is neither plain, nor a letter of a western language, nor an emoji, nor a curly form that the patterns take.
_RUNS = "|".join(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")
_HARMLESS = "\\x00-\\x7f£°·À-ÖÙ-öù-ÿŴ-ŷ\u200d\u2019\u201c\u201d•€☀-➿\ufe0f\U0001f300-\U0001faff"
FOLDABLE = rf"{_RUNS}|#\w*\pL|(?-i:[^{_HARMLESS}])|[\w'][\x{{fe0f}}\x{{200d}}][\w']"


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


def found_in(pattern: re2._Regexp, text: bytes) -> bool:
    """The library's own `search` builds a generator and an object for each call: five times the cost."""
    return pattern._regexp.Match(_ANYWHERE, text, 0, len(text))[0][0] >= 0


def prepared(rule_id: str, pattern: str, commonness: Callable[[str], int]) -> list[Way]:
    """The ways through a rule's gate pattern. DataError names the rule when it cannot be used."""
    try:
        found = list(ways(pattern, commonness))
        idle = any(matcher([way.whole]).search(b"") for way in found)
    except (re2.error, ValueError) as error:
        raise DataError(_broken(rule_id, "has a first pattern that cannot be used")) from error
    if idle:
        raise DataError(_broken(rule_id, "has a first pattern that lets every text through"))
    return found


def ordinary() -> Callable[[str], int]:
    """How common a pattern is in ordinary talk: in how many lines of a sample it stands."""
    lines = (resources.files("privacy_audit") / "ordinary.txt").read_bytes().splitlines()
    known: dict[str, int] = {}

    def commonness(pattern: str) -> int:
        if pattern not in known:
            piece = matcher([pattern])
            known[pattern] = sum(piece.search(line) is not None for line in lines)
        return known[pattern]

    return commonness


def _broken(rule_id: str, what: str) -> str:
    return f"The rule {rule_id} {what}. Please get a fresh copy of the program."


def _options() -> re2.Options:
    options = re2.Options()
    options.case_sensitive = False
    options.never_capture = True
    options.max_mem = _MEMORY
    options.log_errors = False
    return options
