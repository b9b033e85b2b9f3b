"""The judges of work and people take no more than about twice as long when a text is twice as long."""

import time

import pytest

from checks.affiliation import employer_affiliation, profile_name
from checks.people import service_user_friendship
from privacy_audit.checking import Context, Rule
from privacy_audit.model import Passage, Voice
from tests.builders.talk import SOURCE

RULES = [
    rule for module in (employer_affiliation, profile_name, service_user_friendship) for rule in module.CHECK.rules
]
PIECES = ("i'm a ", "been a the ", "police ", "you were ", "@a_b ", "aB", "our Tom ", "twenty years ", "my ")
_QUICK = 0.02  # seconds: below this a clock tells nothing


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_time_grows_with_the_length_alone(rule: Rule) -> None:
    for piece in PIECES:
        short, long = (_best_of_three(rule, (piece * size)[:size]) for size in (5_000, 20_000))
        assert long < _QUICK or long < 8 * short, piece  # a square law would show as 16


def _best_of_three(rule: Rule, text: str) -> float:
    kind = min(rule.kinds, key=lambda kind: kind.value)
    voice = Voice.OTHER if Voice.OTHER in rule.voices else Voice.OWNER
    what = Passage(text, kind, voice, SOURCE, author="Jo", addressees=("Kay",))
    times = []
    for _ in range(3):
        started = time.process_time()
        list(rule.judge(what, Context()))
        times.append(time.process_time() - started)
    return min(times)
