"""Shortens letters held down for emphasis: "birthdayyyy" to "birthday", "gooood" to "good", "polllice" to "police"."""

from functools import cache
from importlib.resources import files
from itertools import groupby, product

_LONG = 3
_MOST_RUNS = 4  # in one word; more are all shortened to one letter
_ENDINGS = frozenset(
    (
        "",
        "s",
        "es",
        "ed",
        "d",
        "r",
        "n",
        "t",
        "y",
        "ing",
        "in",
        "er",
        "ers",
        "en",
        "est",
        "ly",
        "ness",
        "ish",
        "man",
        "men",
    )
)
_SHORT_STEM = 3  # "loo" must not make "lool" of "looool"


@cache
def _stems() -> frozenset[str]:
    lines = files("privacy_audit.spelling").joinpath("double_letters.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def shortened(word: str) -> list[int]:
    """The indexes of the letters of `word` that stay. A word of one letter only (www, xxx, III) stays whole."""
    runs = [[index for index, _ in group] for _, group in groupby(enumerate(word), key=lambda pair: pair[1].lower())]
    long_runs = [number for number, run in enumerate(runs) if len(run) >= _LONG]
    if len(runs) == 1 or not long_runs:
        return list(range(len(word)))
    single = _with_lengths(runs, dict.fromkeys(long_runs, 1))
    if len(long_runs) <= _MOST_RUNS:
        for lengths in sorted(product((1, 2), repeat=len(long_runs)), key=sum):
            if max(lengths) > 1:
                kept = _with_lengths(runs, dict(zip(long_runs, lengths, strict=True)))
                if _is_known(word, kept, runs, long_runs, lengths):
                    return kept
    return single


def _with_lengths(runs: list[list[int]], lengths: dict[int, int]) -> list[int]:
    return [index for number, run in enumerate(runs) for index in run[: lengths.get(number, len(run))]]


def _is_known(
    word: str, kept: list[int], runs: list[list[int]], long_runs: list[int], lengths: tuple[int, ...]
) -> bool:
    """A word of the list with an ending, the doubled letters all standing in the listed part."""
    form = "".join(word[index] for index in kept).lower()
    last_double = max(runs[number][1] for number, length in zip(long_runs, lengths, strict=True) if length > 1)
    needed = kept.index(last_double) + 1
    for end in range(len(form), needed - 1, -1):
        ending = form[end:]
        if form[:end] in _stems() and ending in _ENDINGS and (end > _SHORT_STEM or ending in ("", "s")):
            return True
    return False
