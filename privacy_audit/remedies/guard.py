"""The evidence guard (safeguards.md §2): what changes in the steps when there is, or might be, a case."""

from privacy_audit.own_facts import Answer
from privacy_audit.remedies.loader import Remedy, Step, StepKind

_COPY = Step(
    StepKind.KEEP_A_COPY,
    "Keep a copy first: leave this download as it is in a safe place, and take a screenshot with the date showing.",
)
_ADVICE = Step(
    StepKind.ADVICE,
    "Get independent advice before you change anything: the Police Federation, the Superintendents' Association, "
    "the FBU, UNISON, the GMB or a solicitor. Taking something down can look like destroying evidence.",
)
_ONLY_THEN = Step(
    StepKind.ADVICE, "Only if you are advised to, carry on with the steps below. Until then, leave things as they are."
)


def steps_under(remedy: Remedy, answer: Answer) -> tuple[Step, ...]:
    """The remedy's steps in the order that the answer to the evidence question asks for.

    With "no", reports come before blocking or leaving where somebody else did wrong. With "yes", "not sure" or no
    answer yet, whatever takes something away waits behind a copy, independent advice and any report. What to do in
    danger stands before all of it.
    """
    danger = tuple(step for step in remedy.steps if step.kind is StepKind.DANGER)
    others = tuple(step for step in remedy.steps if step.kind is not StepKind.DANGER)
    if answer is Answer.NO:
        return (*danger, *(_reports_first(others) if remedy.others_wrong else others))
    return (*danger, *_guarded(others))


def _guarded(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """There is a case, or may be one."""
    takes_away = tuple(step for step in steps if step.kind.takes_away)
    if not takes_away:
        return steps
    first = tuple(step for step in steps if step.kind is StepKind.REPORT)
    safe = tuple(step for step in steps if not step.kind.takes_away and step.kind is not StepKind.REPORT)
    safe = tuple(step for step in safe if step.kind not in {StepKind.KEEP_A_COPY, StepKind.ADVICE})
    return (_COPY, _ADVICE, *first, *safe, _ONLY_THEN, *takes_away)


def _reports_first(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Somebody else did wrong: keep a copy and report it, and only then block, leave or remove."""
    before = tuple(step for step in steps if step.kind in {StepKind.KEEP_A_COPY, StepKind.REPORT})
    return (*before, *(step for step in steps if step not in before))
