"""Literals are found in every text that holds them, whatever stands around them and whatever their letters' case."""
# ruff: noqa: RUF001 - curly signs are what some of this is about

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.gate_letters import DIGIT_SIGN, EDGE_SIGN, exactly, literal, straightened
from privacy_audit.gate_literals import LiteralFinder


def found(words: list[str], texts: list[str]) -> dict[int, set[int]]:
    joined = "\x1e".join(texts).encode()
    return {one.text: set(one.literals) for one in LiteralFinder([literal(word) for word in words]).found(joined)}


@pytest.mark.parametrize(
    ("word", "text", "there"),
    [
        ("nee", "NEED", True),
        (f"{EDGE_SIGN}nee{EDGE_SIGN}", "need", False),
        (f"{EDGE_SIGN}nee{EDGE_SIGN}", "nee", True),
        (f"{EDGE_SIGN}nee{EDGE_SIGN}", "“nee”", True),
        (f"{EDGE_SIGN}nee{EDGE_SIGN}", "(Nee)", True),
        ("i'm on", "I’m on", True),
        (f"{DIGIT_SIGN * 3} km", "456 km", True),
        (exactly("Close"), "Coal Close", True),
        (exactly("Close"), "close by", False),
        ("🎂", "cake 🎂", True),
        ("@", "@", True),
        ("née", "NÉE", True),
    ],
)
def test_what_is_found(word: str, text: str, *, there: bool) -> None:
    assert found([word], ["", "x", text, "y"]) == ({2: {0}} if there else {})


def test_each_text_is_told_once_with_its_number_and_plain_form() -> None:
    finder = LiteralFinder([literal("ab"), literal("c"), literal("🎂")])
    told = list(finder.found("ab ab\x1e\x1eC’s AB 🎂\x1ex\x1eb".encode()))
    assert [(one.text, sorted(set(one.literals)), one.plain) for one in told] == [
        (0, [0], b"ab ab"),
        (2, [0, 1, 2], b"c s ab     "),
    ]


LETTERS = st.text("abcA1 '’é🎂-", max_size=8)


@settings(max_examples=300, deadline=None)
@given(st.text("abc1 -", min_size=1, max_size=3).filter(str.strip), st.booleans(), st.booleans(), st.lists(LETTERS))
def test_none_is_missed(word: str, before: bool, after: bool, texts: list[str]) -> None:
    pattern = re.escape(word) if "1" not in word else re.escape(word).replace("1", r"\d")
    edged = rf"\b{pattern}" if before and word[0].isalnum() else pattern
    edged += r"\b" if after and word[-1].isalnum() else ""
    wanted = EDGE_SIGN * edged.startswith(r"\b") + word.replace("1", DIGIT_SIGN) + EDGE_SIGN * edged.endswith(r"\b")
    holding = {number for number, text in enumerate(texts) if re.search(edged, text, re.IGNORECASE)}
    assert holding <= set(found([wanted], texts))


def test_curly_signs_are_straightened() -> None:
    assert straightened("‘it’s “so”".encode()) == '‘it\'s "so"'.encode()
