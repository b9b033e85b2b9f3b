"""The judges of conduct take about twice as long for twice the text, and no gate misses what a judge would raise."""

import time

import pytest

from checks.conduct import (
    abuse_received,
    endorsed_content,
    group_chat,
    offensive_language,
    political_content,
    sick_leave_post,
)
from privacy_audit.checking import Check, Context, Rule
from privacy_audit.gate import Gate
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, Passage, Voice
from privacy_audit.own_facts import OwnFacts
from tests.builders.talk import SOURCE

CHECKS = [
    module.CHECK
    for module in (
        abuse_received,
        endorsed_content,
        group_chat,
        offensive_language,
        political_content,
        sick_leave_post,
    )
]
RULES = [rule for check in CHECKS for rule in check.rules]
RESTRICTED = Context(OwnFacts(politically_restricted=True))
PIECES = (
    "i'll find you and ",
    "you are a ",
    "they are all ",
    "women and ",
    "in here ",
    "don't add ",
    "No Bosses ",
    "vote for ",
    "labour ",
    "signed off with my back ",
    "at the pub ",
    "f.a.g ",
    "n i g ",
    "send me £5 or ",
    "aB ",
)
SAID = (
    "I'll be waiting outside your house tonight",
    "send me £300 or everyone gets the video",
    "those migrants are vermin",
    "delete that before PSD ask for the chat",
    "don't add Karen, she screenshots everything",
    "out canvassing for Labour all day",
    "signed off with stress so we're in Tenerife",
    "Keep Britain White",
)
_QUICK = 0.02  # seconds: below this a clock tells nothing


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_time_grows_with_the_length_alone(rule: Rule) -> None:
    for piece in PIECES:
        short, long = (_best_of_three(rule, (piece * size)[:size]) for size in (2_500, 10_000))
        assert long < _QUICK or long < 8 * short, piece  # a square law would show as 16


@pytest.mark.parametrize("check", CHECKS, ids=[check.id for check in CHECKS])
def test_the_gate_stops_at_whatever_the_judge_would_raise(check: Check) -> None:
    for rule in check.rules:
        for kind in rule.kinds:
            voice = next(iter(rule.voices))
            said = [Passage(text, kind, voice, SOURCE) for text in SAID]
            raised = {index for index, passage in enumerate(said) if list(rule.judge(passage, RESTRICTED))}
            batch = TextBatch(Category.POSTS, kind, "said.json", list(SAID), said.__getitem__)
            stopped = {index for index, asked in Gate([check]).candidates(batch) if rule in [one for _, one in asked]}
            assert raised <= stopped, rule.id


def _best_of_three(rule: Rule, text: str) -> float:
    kind = min(rule.kinds, key=lambda kind: kind.value)
    voice = Voice.OTHER if rule.voices == frozenset({Voice.OTHER}) else Voice.OWNER
    what = Passage(text, kind, voice, SOURCE)
    times = []
    for _ in range(3):
        started = time.process_time()
        list(rule.judge(what, RESTRICTED))
        times.append(time.process_time() - started)
    return min(times)
