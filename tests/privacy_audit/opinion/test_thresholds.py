"""Rules and model joined: what each may do to the other, and what neither may."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.findings import Confidence
from privacy_audit.opinion.thresholds import Thresholds, load_thresholds

SET = Thresholds(speaks=0.9, hints=0.5, confirms=0.3, doubts=0.01)
POSSIBLE, LIKELY, SURE = Confidence


@pytest.mark.parametrize(
    ("share", "rule", "expected"),
    [
        (0.95, None, LIKELY),
        (0.6, None, POSSIBLE),
        (0.4, None, None),
        (0.4, POSSIBLE, LIKELY),
        (0.2, POSSIBLE, POSSIBLE),
        (0.2, LIKELY, LIKELY),
        (0.005, LIKELY, POSSIBLE),
        (0.0, SURE, SURE),
        (1.0, SURE, SURE),
    ],
)
def test_what_rule_and_model_say_together(share: float, rule: Confidence | None, expected: Confidence | None) -> None:
    assert SET.joined(share, rule) is expected


@given(st.floats(0, 1), st.sampled_from([None, *Confidence]))
def test_without_thresholds_the_rule_stands_alone(share: float, rule: Confidence | None) -> None:
    assert Thresholds().joined(share, rule) is rule


@given(st.floats(0, 1), st.sampled_from([None, POSSIBLE, LIKELY]))
def test_the_model_never_makes_anything_sure(share: float, rule: Confidence | None) -> None:
    assert SET.joined(share, rule) is not SURE


def test_the_shipped_thresholds_make_sense() -> None:
    for check, one in load_thresholds().items():
        assert one.doubts < one.confirms <= one.speaks, check
        assert one.hints <= one.speaks, check
