"""What the steps say: nothing is removed under another name, and no message to others tells of risk or of the job."""

import re
from pathlib import Path

import pytest

from privacy_audit.beyond import load_beyond
from privacy_audit.own_facts import Answer
from privacy_audit.remedies import Remedy, StepKind, load_remedies, steps_under

REMEDIES = (*load_remedies(), *load_beyond())
CASES = [pytest.param(remedy, id=remedy.id) for remedy in REMEDIES]
WORDS = [
    line
    for line in (Path(__file__).parent / "risk_words.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
RISK = re.compile(rf"\b(?:{'|'.join(map(re.escape, WORDS))})(?:s|'s|ed|ing)?\b", re.IGNORECASE)

# What takes something away, told as something to do; and how sentences begin that ask for nothing of the kind.
AWAY = re.compile(
    r"\b(?:delete|remove|unfriend|unfollow|untag|unlike|crop|withdraw"
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


@pytest.mark.parametrize("remedy", CASES)
def test_no_message_to_somebody_else_tells_of_risk_or_of_the_job(remedy: Remedy) -> None:
    messages = [step.message for step in remedy.steps if step.message]
    assert [(message, RISK.findall(message)) for message in messages if RISK.search(message)] == []
    assert [message for message in messages if not message.rstrip("!. ").lower().endswith("thank you")] == []


def test_the_list_of_words_would_be_noticed() -> None:
    assert RISK.search("Please take it down, it puts me at risk.")
    assert RISK.search("I am a police officer.")
    assert not RISK.search("Could you please take down that post? Thank you!")
    assert len(WORDS) == len(set(WORDS)) >= 60
