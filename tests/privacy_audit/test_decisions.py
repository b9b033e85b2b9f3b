"""Decisions: every step can be undone, reminders sort nothing, reasons are masked."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.decisions import Decision, DecisionKind, Decisions
from privacy_audit.words import Words

TODAY = date(2026, 11, 21)
DONE = Decision(DecisionKind.DONE, TODAY)
LATER = Decision(DecisionKind.REMIND, TODAY, date(2026, 12, 1))
FINE = Decision(DecisionKind.NOT_A_PROBLEM, TODAY, reason=Words("It is my stage name"))


def test_undo_goes_back_step_by_step() -> None:
    decisions = Decisions()
    decisions.decide("a", LATER)
    decisions.decide("a", DONE)
    decisions.reopen("a")
    assert decisions.of("a") is None
    assert decisions.undo() == "a" and decisions.of("a") == DONE
    assert decisions.undo() == "a" and decisions.of("a") == LATER
    assert decisions.undo() == "a" and decisions.of("a") is None
    assert decisions.undo() is None


def test_only_a_reminder_leaves_the_finding_open() -> None:
    assert [decision.sorted_out for decision in (DONE, LATER, FINE)] == [True, False, True]


def test_a_reminder_is_due_on_its_day() -> None:
    decisions = Decisions()
    decisions.decide("a", LATER)
    decisions.decide("b", DONE)
    assert decisions.due(date(2026, 11, 30)) == ()
    assert decisions.due(date(2026, 12, 1)) == ("a",)


def test_a_reason_is_never_in_a_repr() -> None:
    assert "stage" not in repr(FINE)


def test_reopening_what_was_never_decided_leaves_no_step() -> None:
    decisions = Decisions()
    decisions.reopen("a")
    assert decisions.history == ()


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([DONE, LATER, FINE, None])), max_size=20))
def test_undoing_everything_leaves_nothing(steps: list[tuple[str, Decision | None]]) -> None:
    decisions = Decisions()
    for finding, decision in steps:
        if decision is None:
            decisions.reopen(finding)
        else:
            decisions.decide(finding, decision)
    while decisions.undo() is not None:
        pass
    assert dict(decisions.all) == {}
