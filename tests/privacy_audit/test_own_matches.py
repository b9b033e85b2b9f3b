"""What the user told us, as people write it."""

from datetime import date

import pytest

from privacy_audit.own_matches import any_of, date_of, day_of

_DAY = date(1981, 6, 3)


@pytest.mark.parametrize(
    "text",
    [
        "03/06/1981",
        "3.6.81",
        "3-6-1981",
        "3 6 81",
        "3 June 1981",
        "3rd of June, 1981",
        "June 3rd 1981",
        "1981-06-03",
        "1981, the 3rd of June",
    ],
)
def test_the_whole_date_in_its_many_forms(text: str) -> None:
    assert date_of(_DAY).search(f"it says {text} here")


@pytest.mark.parametrize(
    "text", ["13/06/1981", "3/06/1982", "03/16/1981", "3 June", "June 30 1981", "1981-06-030", "3 June 1891"]
)
def test_other_dates_are_not_it(text: str) -> None:
    assert not date_of(_DAY).search(f"it says {text} here")


@pytest.mark.parametrize("text", ["3 June", "june 3rd", "the 3rd of June", "3/6/26"])
def test_the_day_alone(text: str) -> None:
    assert day_of(_DAY).search(text)


@pytest.mark.parametrize(
    ("text", "holds"), [("with POPPY today", True), ("poppyseed", False), ("SY81AA", True), ("sy8  1aa", True)]
)
def test_own_words_are_whole_words(text: str, *, holds: bool) -> None:
    pattern = any_of(("Poppy", "SY8 1AA", ""))
    assert pattern is not None
    assert bool(pattern.search(text)) is holds


def test_no_words_no_pattern() -> None:
    assert any_of(("", " ")) is None
