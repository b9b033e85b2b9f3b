"""What lies beyond the accounts: every topic is there, sourced and dated, and follows the evidence question."""

import pytest

from privacy_audit.beyond import load_beyond
from privacy_audit.own_facts import Answer
from privacy_audit.remedies import Remedy, StepKind, steps_under
from privacy_audit.sites import is_allowed

TOPICS = load_beyond()
CASES = [pytest.param(topic, id=topic.id) for topic in TOPICS]


def test_every_topic_that_is_promised_is_there() -> None:
    assert {topic.id.partition("/")[2] for topic in TOPICS} >= {
        "own-name", "open-register", "electoral-register", "companies-house", "people-finders", "land-registry",
        "vehicle", "old-accounts", "family-posts", "image-search",
    }  # fmt: skip


@pytest.mark.parametrize("topic", CASES)
def test_a_topic_says_why_and_how(topic: Remedy) -> None:
    assert topic.note.endswith(".")
    assert len(topic.steps) >= 2
    assert all(step.text.endswith(".") for step in topic.steps)
    assert topic.steps[0].kind is StepKind.LOOK or not topic.steps[0].kind.takes_away
    assert [step.link for step in topic.steps if step.link and not is_allowed(step.link)] == []
    assert topic.checked_on.year >= 2026


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE, Answer.NOT_ASKED])
@pytest.mark.parametrize("topic", CASES)
def test_nothing_is_taken_away_first_while_there_may_be_a_case(topic: Remedy, answer: Answer) -> None:
    steps = steps_under(topic, answer)
    away = [place for place, step in enumerate(steps) if step.kind.takes_away]
    if away:
        assert [step.kind for step in steps[:2]] == [StepKind.KEEP_A_COPY, StepKind.ADVICE]
        assert steps[away[0] - 1].text.startswith("Only if you are advised")
