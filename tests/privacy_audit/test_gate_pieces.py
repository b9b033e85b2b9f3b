"""How a gate pattern is cut: the rarest piece without a gap first, look-around left out, nothing missed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.gate_parsing import parsed
from privacy_audit.gate_patterns import matcher, ordinary, prepared
from privacy_audit.gate_pieces import emitted, ways


def rare(_pattern: str) -> int:
    return 0


@pytest.mark.parametrize(
    ("pattern", "hit", "miss"),
    [
        (r"you.{0,60}(?:march|april)", "april", "you"),
        (r"\bmy (?:old )?sergeant\b.*\btoday\b", "my old sergeant", "today"),
        (r"(?:ab|the).{0,9}zebra", "zebra", "the"),
        (r"(?:a.{0,9}quiz|b.{0,9}jazz)", "jazz", "a b"),
    ],
)
def test_the_rarest_piece_is_looked_for_first(pattern: str, hit: str, miss: str) -> None:
    pieces = [way.piece for way in ways(pattern, ordinary())]
    assert any(matcher([piece]).search(hit.encode()) for piece in pieces)
    assert not any(matcher([piece]).search(miss.encode()) for piece in pieces)


def test_what_has_no_gap_is_one_way() -> None:
    assert len(list(ways(r"sergeant|constable|\bpc \d{3,5}\b|fire\w*", rare))) == 1
    assert len(list(ways(r"sergeant|you.{0,9}pc|me.{0,9}dc", rare))) == 3


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(?<!not )born(?! to)", "born"),
        (r"(?<=a)b(?=c)", "abc"),
        (r"(?P<day>\d\d)\.(?P=day)|(\d)\2", "22"),
        (r"caf\w\b", "un café"),
        (r"\btŷ\b", "yn y tŷ gwyn"),
        (r"naïve.bar", "naïve—bar"),
        (r"[^a]x", "\nx"),
        (r"\u2014 me", "— me"),
        (r"foo$", "foo\n"),
        (r"(?i:AB)C", "abC"),
        (r"a{2}b{1,}c{,2}d", "aabbbd"),
        (r"[\w'-]+@\w+", "o'neill-x@y"),
        (r"[]x]y|[a\]]z", "]y"),
    ],
)
def test_python_patterns_are_taken_as_they_are(pattern: str, text: str) -> None:
    assert re.search(pattern, text, re.IGNORECASE)
    assert any(matcher([way.whole]).search(text.encode()) for way in prepared("x", pattern, rare))
    assert any(matcher([way.piece]).search(text.encode()) for way in prepared("x", pattern, rare))


ATOMS = ["a", "b", "c", "é", "\\w", "\\d", ".", " ", "'", "[ab]", "[^a]", "\\b", "(?!a)", "(?:ab|c)", "(?:a|\\w)"]
COUNTS = ["", "", "", "?", "*", "+", "{0,2}", "{1,9}"]
PATTERNS = st.lists(st.tuples(st.sampled_from(ATOMS), st.sampled_from(COUNTS)), min_size=1, max_size=5).map(
    lambda parts: "".join(atom + ("" if atom in {"\\b", "(?!a)"} else count) for atom, count in parts)
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PATTERNS, min_size=1, max_size=3).map("|".join), st.text("abcé1 '-\n", max_size=8))
def test_a_gate_lets_through_whatever_its_pattern_finds(pattern: str, text: str) -> None:
    if re.search(pattern, text, re.IGNORECASE):
        raw = text.encode()
        assert matcher([emitted(parsed(pattern))]).search(raw)
        assert any(matcher([way.piece]).search(raw) and matcher([way.whole]).search(raw) for way in ways(pattern, rare))
