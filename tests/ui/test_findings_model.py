"""The findings' model and filter alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from privacy_audit.decisions import Decision, DecisionKind
from privacy_audit.findings import Severity
from tests.builders import results
from ui.models.findings import BUCKET_ROLE, FINDING_ROLE, SOURCE_ROLE, STATE_ROLE, FindingsFilter, FindingsModel
from ui.wording import Bucket, Topic

TODAY = date(2026, 11, 21)
DONE = Decision(DecisionKind.DONE, TODAY)
LATER = Decision(DecisionKind.REMIND, TODAY, date(2026, 12, 5))


@pytest.fixture
def model(qtmodeltester: ModelTester) -> FindingsModel:
    model = FindingsModel()
    model.replace(results.findings(), {})
    qtmodeltester.check(model)
    return model


def ids(proxy: FindingsFilter) -> list[str]:
    return [proxy.index(row, 0).data(FINDING_ROLE).finding.id for row in range(proxy.rowCount())]


def test_worst_comes_first(model: FindingsModel) -> None:
    severities = [model.index(row).data(FINDING_ROLE).finding.severity for row in range(model.rowCount())]
    assert severities == sorted(severities, reverse=True)


def test_cards_count_and_a_reminder_stays_open(model: FindingsModel) -> None:
    assert list(model.counts().values()) == [3, 3, 2, 0]
    model.decide("dob", DONE)
    model.decide("phone", LATER)
    assert list(model.counts().values()) == [2, 3, 2, 1]
    assert model.index_of("phone").data(BUCKET_ROLE) is Bucket.SOON
    assert model.index_of("phone").data(STATE_ROLE) == "Reminder on 5 December 2026"


def test_a_row_says_all_of_itself_to_a_screen_reader(model: FindingsModel) -> None:
    model.decide("dob", DONE)
    spoken = model.index_of("dob").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Sorted. Your date of birth is on your profile. Facebook · Profile · 14 March 2023. Done"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dob", "Facebook · Profile · 14 March 2023"),
        ("friends", "Facebook · 2 places · 2023"),
        ("employer", "Facebook · 31 places · 2015 to 2023"),
    ],
)
def test_the_source_line(model: FindingsModel, name: str, expected: str) -> None:
    assert model.index_of(name).data(SOURCE_ROLE) == expected


@pytest.mark.parametrize(
    ("narrow", "expected"),
    [
        ({}, 8),
        ({"bucket": Bucket.FIRST}, 3),
        ({"bucket": Bucket.SORTED}, 0),
        ({"topic": Topic.AFFILIATION}, 1),
        ({"words": "  LLEWELLYN "}, 1),
        ({"words": "no such word"}, 0),
        ({"bucket": Bucket.FIRST, "topic": Topic.IDENTITY, "words": "birth"}, 2),
    ],
)
def test_the_filter(model: FindingsModel, narrow: dict[str, object], expected: int) -> None:
    proxy = FindingsFilter(model)
    proxy.narrow(**narrow)  # type: ignore[arg-type]
    assert proxy.rowCount() == expected
    assert proxy.narrowed is bool(narrow)


def test_what_is_sorted_goes_to_the_end_and_comes_back(model: FindingsModel) -> None:
    proxy = FindingsFilter(model)
    before = ids(proxy)
    model.decide(before[0], DONE)
    assert ids(proxy) == [*before[1:], before[0]]
    model.decide(before[0], None)
    assert ids(proxy) == before


def test_every_severity_has_its_card() -> None:
    model = FindingsModel()
    model.replace([results.finding(level.name, severity=level) for level in Severity], {})
    assert list(model.counts().values()) == [1, 1, 2, 0]


def test_a_new_result_meets_its_old_decisions(qtbot: QtBot) -> None:
    model = FindingsModel()
    model.replace(results.findings(), {"dob": DONE})
    assert model.counts()[Bucket.SORTED] == 1


def test_findings_of_one_title_are_told_apart_by_their_words(qtbot: QtBot) -> None:
    model = FindingsModel()
    asked = "Is this somebody you met through work?"
    model.replace(
        [
            results.finding("one", title=asked, items=(results.evidence("Jodie \u202e burglary", place="Contact"),)),
            results.finding("two", title=asked, items=(results.evidence("x" * 90, place="Message"),)),
            results.finding("three"),
        ],
        {},
    )
    lines = {name: model.index_of(name).data(SOURCE_ROLE) for name in ("one", "two", "three")}
    assert lines["one"].startswith("“Jodie") and "\u202e" not in lines["one"]
    assert lines["two"].startswith("“" + "x" * 44 + "…”")
    assert lines["three"].startswith("Facebook")
