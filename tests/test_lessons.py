"""What the model is taught with: the right lines, the right targets, and slips that leave a text a text."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpus import Part, part_of
from tests.training.lessons import IDS, Lesson, lessons, with_slips


def _chance(seed: int = 1) -> random.Random:
    return random.Random(seed)  # noqa: S311 - no secret


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "more").mkdir()
    rows = [
        f"{'grievance' if n % 2 else '-'}\tself-post\tthe tea in room {n} is not what it was before" for n in range(90)
    ]
    (tmp_path / "posts.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "posts_neutral.tsv").write_text("2\tgroup-chat\n", encoding="utf-8")
    return tmp_path


def test_lines_for_thresholds_and_of_the_unseen_third_teach_nothing(corpus: Path) -> None:
    taught, watched = lessons(corpus, _chance(), 0)
    parts = {part_of(lesson.text) for lesson in taught if lesson.text.startswith("the tea")}
    assert parts == {Part.READ, Part.DEV}
    assert {part_of(lesson.text) for lesson in watched} == {Part.CALIBRATION}


def test_ordinary_lines_and_stretches_of_harmless_ones_are_added(corpus: Path) -> None:
    without, _watched = lessons(corpus, _chance(), 0)
    taught, _watched = lessons(corpus, _chance(), 10)
    assert len(taught) == len(without) + 10
    assert all(not lesson.required and 2 <= len(lesson.text.split()) <= 8 for lesson in taught[-10:])
    assert sum(not lesson.text.startswith("the tea") for lesson in without) > 300


def test_what_is_arguable_counts_neither_for_nor_against() -> None:
    lesson = Lesson("self-post: ", "text", frozenset({"grievance"}), frozenset({"group-chat", "grievance"}))
    at = {name: place for place, name in enumerate(IDS)}
    assert lesson.target()[at["grievance"]] == lesson.target()[-1] == 1.0
    assert sum(lesson.target()) == 2.0
    assert (lesson.counts()[at["group-chat"]], lesson.counts()[at["grievance"]]) == (0.0, 1.0)


@settings(max_examples=100)
@given(st.text(max_size=80), st.integers(0, 10_000))
def test_slips_leave_a_text_about_as_long_as_it_was(text: str, seed: int) -> None:
    slipped = with_slips(text, _chance(seed))
    letters = sum(map(str.isalnum, text))
    assert abs(sum(map(str.isalnum, slipped)) - letters) <= 2
