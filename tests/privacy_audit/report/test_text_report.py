"""The terminal's report: compared whole with the approved one, safe to print, calm when there is nothing to show."""

import os
from pathlib import Path

import pytest

from privacy_audit.own_facts import Answer
from privacy_audit.report.text_report import as_text
from privacy_audit.result import Ownership
from tests.builders import told_result

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.mark.parametrize("show_words", [True, False], ids=["words", "masked"])
def test_the_report_is_the_approved_one(show_words: bool) -> None:
    text = as_text(told_result.result(), told_result.shelf(), show_words=show_words)
    golden = GOLDEN / f"report-{'words' if show_words else 'masked'}.txt"
    if os.environ.get("APPROVE_GOLDEN"):  # set it to write what is now told, then review the difference
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_a_confirmed_owners_report_is_the_approved_one() -> None:
    text = as_text(told_result.result(Ownership.CONFIRMED), told_result.shelf())
    golden = GOLDEN / "report-confirmed.txt"
    if os.environ.get("APPROVE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_the_joined_picture_is_held_back_until_somebody_says_who_it_is() -> None:
    text = as_text(told_result.result(), told_result.shelf())
    assert "2 ways to put your facts together are held back" in text
    assert "Get past your bank's questions" not in text
    confirmed = as_text(told_result.result(Ownership.CONFIRMED), told_result.shelf())
    assert "2 of the 3 ways looked at here are open" in confirmed
    assert "Whom you work for and the day of your birthday" in confirmed
    nothing = as_text(told_result.result(Ownership.CONFIRMED, ()), told_result.shelf())
    assert "None of the 3 ways" in nothing


@pytest.mark.parametrize("show_words", [True, False], ids=["words", "masked"])
def test_nothing_in_it_can_steer_a_terminal(show_words: bool) -> None:
    text = as_text(told_result.result(), told_result.shelf(), show_words=show_words)
    assert told_result.steering(text) == []
    assert ("quokka" in text) is show_words


def test_nothing_found_is_never_called_clean() -> None:
    text = as_text(told_result.result(found=()), told_result.shelf())
    assert "found nothing to show you" in text
    assert "does not mean that nothing is there" in text.replace("\n", " ")
    assert not [word for word in ("clean", "safe.", "all clear", "no risk") if word in text.casefold()]
    assert "How to fix it" not in text


def test_what_is_held_back_is_counted_until_somebody_says_who_it_is() -> None:
    assert "3 findings about places, home or routine are held back" in " ".join(
        as_text(told_result.result(), told_result.shelf()).split()
    )
    confirmed = as_text(told_result.result(Ownership.CONFIRMED), told_result.shelf())
    assert "held back" not in confirmed
    assert "Made by and for Gareth Pugsley" in confirmed


def test_with_a_case_open_the_steps_start_with_a_copy_and_advice() -> None:
    text = as_text(told_result.result(), told_result.shelf(Answer.YES))
    steps = text[text.index("How to fix it") :]
    assert steps.index("Keep a copy first") < steps.index("Get independent advice") < steps.index("Delete the post.")


def test_lines_are_not_wider_than_a_terminal() -> None:
    lines = as_text(told_result.result(), told_result.shelf(), show_words=True).splitlines()
    assert max(map(len, lines)) <= 88
