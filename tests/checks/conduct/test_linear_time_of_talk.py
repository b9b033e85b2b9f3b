"""The judges of talk about work take no more than about twice as long when a text is twice as long."""

import time

import pytest

from checks.conduct import (
    grievance,
    media_response,
    missing_disclaimer,
    operational_information,
    service_user_discussion,
)
from privacy_audit.checking import Context, Rule
from privacy_audit.model import Passage, Voice
from tests.builders.talk import SOURCE

MODULES = (grievance, media_response, missing_disclaimer, operational_information, service_user_discussion)
RULES = [rule for module in MODULES for rule in module.CHECK.rules]
PIECES = (
    "our chief never ",
    "sat with a lady ",
    "one car for the ",
    "told the Gazette ",
    "as a police officer i'd say ",
    "again and again ",
    "i we he she they ",
    "keep it quiet ",
)
_QUICK = 0.02  # seconds of the processor: below this a clock tells nothing


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_time_grows_with_the_length_alone(rule: Rule) -> None:
    for piece in PIECES:
        short, long = (_best_of_three(rule, (piece * size)[:size]) for size in (5_000, 20_000))
        assert long < _QUICK or long < 8 * short, piece  # a square law would show as 16


def _best_of_three(rule: Rule, text: str) -> float:
    kind = min(rule.kinds, key=lambda kind: kind.value)
    said = Passage(text, kind, max(rule.voices, key=lambda voice: voice is Voice.OTHER), SOURCE, author="Jo")
    times = []
    for _ in range(3):
        started = time.process_time()
        list(rule.judge(said, Context()))
        times.append(time.process_time() - started)
    return min(times)
