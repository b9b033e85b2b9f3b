"""Compiles what the gate looks for, and knows which texts must be folded first."""

import re2

_AT_THE_START = re2._Anchor.ANCHOR_START
_LITTLE_MEMORY = 2 << 20  # of each of the many single patterns
_MEMORY = 24 << 20  # where it is used up, the automaton forgets and begins anew

# Where folding may change how a text reads: runs of three letters, hashtags, joiners beside a letter, and every sign
# that is neither plain, nor a letter of a western language, nor an emoji, nor a curly form that the patterns take.
_RUNS = "|".join(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")
_HARMLESS = "\\x00-\\x7f£°·À-ÖÙ-öù-ÿŴ-ŷ\u200d\u2019\u201c\u201d•€☀-➿\ufe0f\U0001f300-\U0001faff"
FOLDABLE = rf"{_RUNS}|#\w*\pL|(?-i:[^{_HARMLESS}])|[\w'][\x{{fe0f}}\x{{200d}}][\w']"


def matcher(patterns: list[str], *, small: bool = False) -> re2._Regexp:
    """One pattern for all; `small` when there are to be many such."""
    return re2.compile("|".join(patterns), _options(_LITTLE_MEMORY if small else _MEMORY))


def matcher_set(patterns: list[str]) -> re2.Set:
    """Tells which of the patterns are in a text."""
    found = re2.Set.SearchSet(_options())
    for pattern in patterns:
        found.Add(pattern)
    found.Compile()
    return found


def probe(pattern: str) -> re2._Regexp:
    """To be asked with `holds` only: one that need not tell where it begins has half the automatons."""
    return re2.compile(rf"\C*?(?:{pattern})", _options(_LITTLE_MEMORY))


def holds(pattern: re2._Regexp, text: bytes) -> bool:
    """The library's own `search` builds a generator and an object for each call: five times the cost."""
    return pattern._regexp.Match(_AT_THE_START, text, 0, len(text))[0][0] >= 0


def _options(memory: int = _MEMORY) -> re2.Options:
    options = re2.Options()
    options.case_sensitive = False
    options.never_capture = True
    options.max_mem = memory
    options.log_errors = False
    return options
