"""The table of severity: never red without certainty, never safe without knowing, worse where facts join."""

from itertools import pairwise, product

import pytest

from checks import CHECKS
from privacy_audit.checking import Weight
from privacy_audit.findings import Confidence, Severity
from privacy_audit.model import Audience
from privacy_audit.severity import JOINS, concerns, graded, joins_met, openness, reasons

EVERY = list(product(Weight, Audience, Confidence))


@pytest.mark.parametrize(
    ("weight", "audience", "confidence", "expected"),
    [
        (Weight.MODERATE, Audience.UNKNOWN, Confidence.SURE, Severity.MEDIUM),
        (Weight.MODERATE, Audience.EVERYONE, Confidence.SURE, Severity.MEDIUM),
        (Weight.MODERATE, Audience.FRIENDS, Confidence.SURE, Severity.LOW),
        (Weight.MODERATE, Audience.ONLY_ME, Confidence.SURE, Severity.INFO),
        (Weight.MODERATE, Audience.UNKNOWN, Confidence.LIKELY, Severity.MEDIUM),
        (Weight.MODERATE, Audience.UNKNOWN, Confidence.POSSIBLE, Severity.LOW),
        (Weight.SERIOUS, Audience.EVERYONE, Confidence.SURE, Severity.HIGH),
        (Weight.SERIOUS, Audience.UNKNOWN, Confidence.SURE, Severity.HIGH),
        (Weight.SERIOUS, Audience.FRIENDS, Confidence.SURE, Severity.MEDIUM),
        (Weight.SERIOUS, Audience.LISTED, Confidence.SURE, Severity.MEDIUM),
        (Weight.SERIOUS, Audience.ONLY_ME, Confidence.SURE, Severity.LOW),
        (Weight.SERIOUS, Audience.EVERYONE, Confidence.LIKELY, Severity.MEDIUM),
        (Weight.SERIOUS, Audience.EVERYONE, Confidence.POSSIBLE, Severity.LOW),
        (Weight.SLIGHT, Audience.EVERYONE, Confidence.SURE, Severity.LOW),
        (Weight.SLIGHT, Audience.ONLY_ME, Confidence.POSSIBLE, Severity.INFO),
    ],
)
def test_the_table(weight: Weight, audience: Audience, confidence: Confidence, expected: Severity) -> None:
    assert graded(weight, audience, confidence) is expected


@pytest.mark.parametrize(("weight", "audience", "confidence"), EVERY)
def test_what_is_not_sure_is_never_high_and_a_hint_is_never_medium(
    weight: Weight, audience: Audience, confidence: Confidence
) -> None:
    grade = graded(weight, audience, confidence)
    assert grade < Severity.HIGH or confidence is Confidence.SURE
    assert grade < Severity.MEDIUM or confidence >= Confidence.LIKELY


@pytest.mark.parametrize(("weight", "confidence"), list(product(Weight, Confidence)))
def test_an_unknown_audience_is_never_safer_than_friends(weight: Weight, confidence: Confidence) -> None:
    by_openness = sorted(Audience, key=openness)
    grades = [graded(weight, audience, confidence) for audience in by_openness]
    assert all(narrow <= wide for narrow, wide in pairwise(grades))
    assert graded(weight, Audience.UNKNOWN, confidence) == graded(weight, Audience.EVERYONE, confidence)


@pytest.mark.parametrize(("weight", "audience", "confidence"), EVERY)
def test_every_grade_can_say_why(weight: Weight, audience: Audience, confidence: Confidence) -> None:
    said = reasons(weight, audience, confidence)
    assert len(set(said)) == 3
    assert all(sentence.endswith(".") for sentence in said)


def test_facts_join_only_when_all_are_there() -> None:
    join = JOINS[0]
    there = {min(fact) for fact in join.facts}
    assert joins_met(there) == (join,)
    for fact in there:
        assert joins_met(there - {fact}) == ()
        assert concerns(join, *fact)
    assert not concerns(join, "date-of-birth", "wishes")


def test_joined_themes_are_those_of_the_checks() -> None:
    themes = {(check.id, theme.id) for check in CHECKS for theme in check.themes}
    assert {fact for join in JOINS for facts in join.facts for fact in facts} <= themes
