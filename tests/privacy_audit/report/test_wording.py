"""The parts that reports share: what is shown of a quote, and sentences that count."""

from dataclasses import replace

import pytest

from privacy_audit.findings import Severity
from privacy_audit.report.wording import Piece, count_of, quote_pieces, records_line, summary, visible, where
from tests.builders import told_result

LONG = "word " * 60

QUOTES = [
    ("whole and marked", "Born in May", ((0, 4),), [("Born", True), (" in May", False)]),
    ("two spans", "ab cd ef", ((0, 2), (6, 8)), [("ab", True), (" cd ", False), ("ef", True)]),
    ("spans that overlap count once", "abcdef", ((0, 4), (2, 6)), [("abcd", True), ("ef", False)]),
    ("spans that are none", "abc", ((2, 2), (1, 9), (-1, 2)), [("abc", False)]),
    ("no span", "abc", (), [("abc", False)]),
    ("nothing", "", (), []),
    ("lines become one", "a\nb\u2028c", (), [("a b c", False)]),
]


@pytest.mark.parametrize(("_name", "text", "spans", "expected"), QUOTES, ids=[row[0] for row in QUOTES])
def test_pieces(_name: str, text: str, spans: tuple[tuple[int, int], ...], expected: list[tuple[str, bool]]) -> None:
    found = quote_pieces(told_result.evidence(text, *spans), show_words=True)
    assert found == tuple(Piece(words, matters) for words, matters in expected)


def test_a_long_quote_is_cut_round_what_matters() -> None:
    found = quote_pieces(told_result.evidence(LONG + "Maldon" + LONG, (300, 306)), show_words=True)
    assert [piece.text for piece in found if piece.matters] == ["Maldon"]
    assert (found[0].text, found[-1].text) == ("… ", " …")
    assert sum(len(piece.text) for piece in found) < 180


def test_a_covered_quote_has_no_letter_and_no_mark() -> None:
    found = quote_pieces(told_result.evidence(LONG + "Maldon 1989", (300, 306)), show_words=False)
    assert not [piece for piece in found if piece.matters or any(map(str.isalnum, piece.text))]


def test_paths_are_words_too() -> None:
    evidence = told_result.evidence("x")
    assert where(evidence, show_words=False) == "Post"
    assert evidence.source.member in where(evidence, show_words=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\u202eb", "a[U+202E]b"), ("\x1b[2J", "[U+001B][2J"), ("a\tb\r\nc", "a b c"), ("😀 é", "😀 é")],
)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_counting() -> None:
    assert count_of(1, "place", "places") == "1 place"
    assert count_of(1200, "place", "places") == "1,200 places"
    one = told_result.birthday()
    assert one.severity is Severity.HIGH
    assert summary((one,)) == "1 thing to fix first."
    assert summary((one, told_result.hostile())) == "1 thing to fix first, 1 to fix soon."


def test_one_of_a_kind_is_said_as_one() -> None:
    export = replace(told_result.result().exports[0], records={"messages": 1, "groups": 1, "places": 1200, "likes": 0})
    assert records_line(export) == "1 message, 1 group, page or event, 1,200 places"
    assert records_line(replace(export, records={})) == "no records"
