"""How a pattern is looked for by the plain words that it needs: the rarest first, look-around left out, none missed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.errors import DataError
from privacy_audit.gate_letters import DIGIT_SIGN, EDGE_SIGN, exactly
from privacy_audit.gate_parsing import parsed
from privacy_audit.gate_patterns import matcher
from privacy_audit.gate_pieces import emitted
from privacy_audit.gate_ways import WayReader
from privacy_audit.gate_words import NeededWords, Sample
from privacy_audit.rule_patterns import prepared
from privacy_audit.word_index import WordIndex

SAMPLE = ["you and me", "you today", "the day", "it was you", "a b"]


def index(*patterns: str) -> WordIndex:
    reader = WayReader(Sample(SAMPLE))
    return WordIndex([reader.ways(pattern) for pattern in patterns])


@pytest.mark.parametrize(
    ("pattern", "rarest"),
    [
        (r"you.{0,60}(?:march|april)", ("march", "april")),
        (
            r"\bmy (?:old )?sergeant\b.*\btoday\b",
            (f"{EDGE_SIGN}my old sergeant{EDGE_SIGN}", f"{EDGE_SIGN}my sergeant{EDGE_SIGN}"),
        ),
        (r"(?:abc|the).{0,9}zebra", ("zebra",)),
        (r"(?:a.{0,9}quiz|b.{0,9}jazz)", ("quiz", "jazz")),
        (r"\w+ \d{4,}", (DIGIT_SIGN * 4,)),
        (r"\b(?-i:[A-Z]\w+ Close|Lane)\b", (exactly(" Close"), exactly("Lane"))),
        (r"keys?\b", (f"key{EDGE_SIGN}", f"keys{EDGE_SIGN}")),
    ],
)
def test_the_rarest_words_come_first(pattern: str, rarest: tuple[str, ...]) -> None:
    assert set(NeededWords(Sample(SAMPLE)).of(parsed(pattern))[0][1]) == set(rarest)


def test_a_pattern_without_words_is_looked_for_as_it_stands() -> None:
    assert NeededWords(Sample(SAMPLE)).of(parsed(r"\w+@?\w+")) == []
    assert index(r"\w,\w").passing(b"a,b") == {0}


def test_only_those_come_through_whose_words_are_all_there() -> None:
    found = index(r"you.{0,60}march", r"first (?:pet|car)", r"\bnee\b", r"my number is \d+")
    assert found.passing(b"you in march") == {0}
    assert found.passing(b"march on you") == set()
    assert found.passing(b"my First Pet") == {1}
    assert found.passing(b"I need that") == set()
    assert found.passing(b"Smith nee Jones, my number is 4") == {2, 3}
    assert found.passing(b"Smith nee Jones, my number is 4", wanted={3}) == {3}


@pytest.mark.parametrize("pattern", ["(born", "born)", "*", ""])
def test_a_broken_gate_pattern_is_named(pattern: str) -> None:
    with pytest.raises(DataError, match="made-up/rule"):
        prepared("made-up/rule", [pattern])


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
    assert index(pattern).passing(text.encode()) == {0}


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
        assert index(pattern).passing(raw) == {0}
