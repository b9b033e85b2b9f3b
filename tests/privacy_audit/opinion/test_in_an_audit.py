"""The second look in an audit: the rules' result comes first and is never lost, whatever becomes of the model."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from privacy_audit import engine
from privacy_audit.engine import audit
from privacy_audit.events import Event, Finished, Progressed, ResultSoFar, Stage
from privacy_audit.findings import Confidence
from privacy_audit.opinion.asking import Asking, SecondLookLostError
from privacy_audit.opinion.second_look import SecondLookRun
from privacy_audit.opinion.thresholds import Thresholds
from privacy_audit.options import AuditOptions, MessageScope, SecondLook
from privacy_audit.own_facts import OwnFacts
from privacy_audit.result import AuditResult
from tests.builders.made_up import MadeUp, opened, theme, word_check, word_rule

CHECK = word_check(word_rule("shift", "shift", "work"), themes=(theme("work"),))
SET = {CHECK.id: Thresholds(speaks=0.9, hints=0.5, confirms=0.3, doubts=0.01)}


class Answering(Asking):
    """Is sure of what says "on duty", doubts what says "quiet", and dies when it is told to."""

    def __init__(self, asked: list[str], *, dies: bool) -> None:
        self._asked, self._dies = asked, dies

    def ids(self) -> tuple[str, ...]:
        return (CHECK.id,)

    def shares(self, texts: Sequence[tuple[str, str]], width: int) -> list[tuple[float, ...]]:
        if self._dies:
            raise SecondLookLostError
        self._asked += [text for _head, text in texts]
        return [(1.0 if "on duty" in text else 0.0 if "quiet" in text else 0.2,) for _head, text in texts]

    def close(self) -> None:
        pass


Events = Callable[..., list[Event]]


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def events(tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch) -> Events:
    def run(export: MadeUp, look: SecondLook = SecondLook.OWN, *, dies: bool = False, **options: object) -> list[Event]:
        made = partial(SecondLookRun, thresholds=SET, ask=lambda: Answering(asked, dies=dies))
        monkeypatch.setattr(engine, "SecondLookRun", lambda checks, _thresholds: made(checks))
        allowed = AuditOptions(OwnFacts(names=("Alwen Prosser",)), second_look=look, **options)  # type: ignore[arg-type]
        return list(audit([opened(export.write(tmp_path))], (CHECK,), allowed))

    return run


def last(told: list[Event]) -> AuditResult:
    assert isinstance(told[-1], Finished)
    return told[-1].result


def so_far(told: list[Event]) -> AuditResult:
    return next(event.result for event in told if isinstance(event, ResultSoFar))


def rows(result: AuditResult) -> dict[str, int]:
    return {row.what: row.count for row in result.not_looked_at if "second look" in row.what}


def sure(result: AuditResult) -> dict[str, Confidence]:
    return {finding.evidence[0].quote.reveal(): finding.confidence for finding in result.findings}


POSTS = ("on duty all night", "a quiet shift", "nothing at all")


def test_the_rules_are_told_first_and_the_model_adds_and_doubts(events: Events) -> None:
    told = events(MadeUp(posts=POSTS, birthday=None))
    assert sure(so_far(told)) == {"a quiet shift": Confidence.LIKELY}
    assert rows(so_far(told)) == {"Texts that still wait for a second look": 3}
    (finding,) = last(told).findings
    assert [item.quote.reveal() for item in finding.evidence] == ["on duty all night", "a quiet shift"]
    assert finding.confidence is Confidence.LIKELY and "second look" in finding.reasons[0]
    assert rows(last(told)) == {}
    stages = [event for event in told if isinstance(event, Progressed) and event.stage is Stage.SECOND_LOOK]
    assert stages and (stages[-1].done, stages[-1].total) == (3, 3)


def test_without_it_there_is_one_result(events: Events, asked: list[str]) -> None:
    told = events(MadeUp(posts=POSTS, birthday=None), SecondLook.NONE)
    assert not any(isinstance(event, ResultSoFar) for event in told) and asked == []
    assert sure(last(told)) == {"a quiet shift": Confidence.LIKELY}


def test_when_the_model_is_lost_all_that_the_rules_found_is_there_and_it_is_said(events: Events) -> None:
    told = events(MadeUp(posts=POSTS, birthday=None), dies=True)
    assert last(told).findings == so_far(told).findings
    assert rows(last(told)) == {"Texts that got no second look": 3}


def test_stopping_during_the_second_look_keeps_what_was_found(events: Events, asked: list[str]) -> None:
    posts = (*POSTS, *(f"number {number} is long enough" for number in range(40)))
    told = events(MadeUp(posts=posts, birthday=None), stop=lambda: bool(asked))
    assert len(last(told).findings) == 1
    assert rows(last(told)) == {"Texts that got no second look": len(posts) - len(asked)}
    assert 0 < len(asked) < len(posts)


MESSAGES = (
    ("Alwen Prosser", "my shift begins"),
    ("Alwen Prosser", "on duty now"),
    ("Bryn", "your shift?"),
)  # no rule here speaks to others' words


def test_private_messages_stay_unseen_without_a_further_yes(events: Events, asked: list[str]) -> None:
    told = events(MadeUp(messages=MESSAGES, birthday=None))
    assert asked == []
    assert rows(last(told)) == {"Private messages that got no second look": 1}


def test_with_a_yes_only_messages_at_which_a_rule_stopped_are_looked_at(events: Events, asked: list[str]) -> None:
    events(MadeUp(messages=MESSAGES, birthday=None), SecondLook.MESSAGES)
    assert asked == ["my shift begins"]


def test_messages_that_may_not_be_read_are_never_looked_at(events: Events, asked: list[str]) -> None:
    export = MadeUp(messages=MESSAGES, birthday=None)
    events(export, SecondLook.MESSAGES, message_scope=MessageScope.OWN)
    assert asked == ["my shift begins"]
    asked.clear()
    events(export, SecondLook.MESSAGES, message_scope=MessageScope.NONE)
    assert asked == []
