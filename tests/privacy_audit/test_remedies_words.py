"""What the steps say: nothing is removed under another name, and what does waits for a copy and advice."""

import re

import pytest

from privacy_audit.beyond import load_beyond
from privacy_audit.own_facts import Answer
from privacy_audit.remedies import Remedy, StepKind, load_remedies, steps_under

REMEDIES = (*load_remedies(), *load_beyond())
CASES = [pytest.param(remedy, id=remedy.id) for remedy in REMEDIES]

# What takes something away, told as something to do; and how sentences begin that ask for nothing of the kind.
AWAY = re.compile(
    r"\b(?<!do not )(?:delete|remove|unfriend|unfollow|untag|unlike|crop|withdraw"
    r"|take (?:it|them|that|this|each) (?:out|down|off)|leave (?:the|that|this|each|any) (?:group|chat|page)"
    r"|block (?:the|them|that|this|him|her)|close (?:the account|what you))\b",
    re.IGNORECASE,
)
HARMLESS = (
    "There is nothing to remove.",
    "Before you report, delete or leave,",
    "Until then, leave",
)


@pytest.mark.parametrize("remedy", CASES)
def test_what_takes_something_away_is_of_a_kind_that_waits(remedy: Remedy) -> None:
    told = [step.text for step in remedy.steps if not step.kind.takes_away and AWAY.search(step.text)]
    assert [text for text in told if not text.startswith(HARMLESS)] == []


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE, Answer.NOT_ASKED])
@pytest.mark.parametrize("remedy", CASES)
def test_under_every_such_answer_a_removal_is_never_among_the_first_steps(remedy: Remedy, answer: Answer) -> None:
    steps = steps_under(remedy, answer)
    away = [place for place, step in enumerate(steps) if step.kind.takes_away]
    advice = [place for place, step in enumerate(steps) if step.kind is StepKind.ADVICE]
    copies = [place for place, step in enumerate(steps) if step.kind is StepKind.KEEP_A_COPY]
    if away:
        assert min(away) > min(advice) > min(copies)
