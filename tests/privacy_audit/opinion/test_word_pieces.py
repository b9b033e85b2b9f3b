"""Texts are cut as the model was taught: known cases, and equality with the library where a developer has it."""

import importlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.opinion.word_pieces import WordPieces, load_vocabulary, words
from tests.corpus import lines


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces(load_vocabulary())


def shown(pieces: WordPieces, text: str) -> list[str]:
    vocabulary = load_vocabulary()
    (run,) = pieces.cut("", text, 500)
    return [vocabulary[number] for number in run]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Off to work", ["off", "to", "work"]),
        ("Café, über-late!", ["cafe", ",", "uber", "-", "late", "!"]),
        ("don\u2019t", ["don", "\u2019", "t"]),
        ("stationed", ["stationed"]),
        ("unshiftable", ["un", "##shi", "##ft", "##able"]),
        ("a\u200bb\ufffdc", ["abc"]),
        ("x" * 101, ["[UNK]"]),
        ("\U0001f525", ["[UNK]"]),
        ("", []),
    ],
)
def test_a_text_becomes_known_pieces(pieces: WordPieces, text: str, expected: list[str]) -> None:
    assert shown(pieces, text) == ["[CLS]", *expected, "[SEP]"]


def test_a_long_text_becomes_runs_that_all_say_where_it_stands(pieces: WordPieces) -> None:
    runs = pieces.cut("self-post: ", "shift " * 300, 112)
    assert len(runs) == 3
    head = runs[0][:5]
    assert all(run[:5] == head and len(run) <= 112 for run in runs)
    assert sum(len(run) - len(head) - 1 for run in runs) == 300


def test_a_mark_of_the_model_in_a_text_is_only_text(pieces: WordPieces) -> None:
    assert shown(pieces, "[SEP]") == ["[CLS]", "[", "sep", "]", "[SEP]"]


@settings(max_examples=150)
@given(st.text(max_size=60))
def test_any_text_can_be_cut(text: str) -> None:
    assert all(word and word == word.strip() for word in words(text))


def test_the_whole_corpus_is_cut_as_by_the_library(shared: Path, pieces: WordPieces) -> None:
    """A developer's test: the library pulls in a download client, so it is not among the project's packages."""
    pytest.importorskip("tokenizers")
    library = importlib.import_module("tokenizers")
    theirs = library.BertWordPieceTokenizer(
        {piece: number for number, piece in enumerate(load_vocabulary())}, lowercase=True
    )
    for line in lines(shared / "corpus"):
        head = f"{line.context}: "
        assert pieces.cut(head, line.text, 10_000) == [theirs.encode(head + line.text).ids], "cut in another way"
