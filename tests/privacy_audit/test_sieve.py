"""The sieve lets through whatever the exact pattern finds, and little else."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.sieve import Sieve

CASES = [
    (r"\bkeys?\b", "the keys are in", True),
    (r"(?<!lost my )keys", "found keys", True),
    (r"keys(?! to the van)", "the keys to nothing", True),
    (r"a.{0,5}b", "a12345b", True),
    (r"\w+ \w{3}\b", "Zoë née", True),
    (r"(?-i:[A-Z][\w'-]+) Lane", "Coal Lane", True),
    (r"(?-i:[A-ZÀ-Ý][a-zà-ÿ]+) road", "Öland road", True),
    (r"n[eé]e\b", "née Cragg", True),
    (r"x.y", "xéy", True),
    (r"x[^a]y", "xéy", True),
    (r"🎂", "cake 🎂 cake", True),
    (r"end$", "the end\n", True),
    (r"a\sb", "a\u00a0b", True),
    (r"[(\[]{2}", "(([", True),
    (r"\d{2,4}", "123", True),
    (r"\bkeys?\b", "nothing here", False),
    (r"(?-i:[A-Z]{2})\d", "ab1", False),
]


@pytest.mark.parametrize(("pattern", "text", "passes"), CASES, ids=[row[0] for row in CASES])
def test_what_passes(pattern: str, text: str, *, passes: bool) -> None:
    assert (list(Sieve([pattern]).passing(text.encode(), range(1))) == [0]) is passes


def test_each_pattern_answers_for_itself_over_many_sets() -> None:
    patterns = [f"word{number}x" for number in range(20)]
    assert list(Sieve(patterns).passing(b"word3x and word17x", range(20))) == [3, 17]


_PIECES = st.sampled_from(
    [
        r"\b",
        r"\w",
        r"\w+",
        r"\s",
        "a",
        "b",
        "é",
        ".",
        r".{0,3}",
        "[ab]",
        "[aé]",
        "[^a]",
        r"[\w'é-]{1,3}",
        "(?!b)",
        "(?<!a)",
        " ",
    ]
)


@given(st.lists(_PIECES, min_size=1, max_size=6), st.text(alphabet="ab é'\n\u00a0ß🎂-", max_size=12))
@settings(max_examples=300, deadline=None)
def test_nothing_that_the_pattern_finds_is_lost(pieces: list[str], text: str) -> None:
    pattern = "".join(pieces)
    if re.search(pattern, text, re.IGNORECASE):
        assert list(Sieve([pattern]).passing(text.encode(), range(1))) == [0]
