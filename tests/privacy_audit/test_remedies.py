"""The remedies: whole on every platform, linked by https, and safe under each answer to the evidence question."""

import pytest

from privacy_audit.errors import DataError
from privacy_audit.own_facts import Answer
from privacy_audit.remedies import Remedies, Remedy, Step, StepKind, load_remedies, parse_remedies, steps_under
from privacy_audit.remedies.loader import PLATFORM_FILES
from privacy_audit.sites import is_allowed

REMEDIES = load_remedies()
CASES = [pytest.param(remedy, id=remedy.id) for remedy in REMEDIES]

SMALL = """
[[remedy]]
id = "abuse"
title = "Deal with abuse"
mark = "U"
checked_on = 2026-11-21
others_wrong = true
[[remedy.step]]
kind = "block"
text = "Block."
[[remedy.step]]
kind = "keep-a-copy"
text = "Copy."
[[remedy.step]]
kind = "report"
text = "Report."
"""


def _kinds(steps: tuple[Step, ...]) -> list[StepKind]:
    return [step.kind for step in steps]


@pytest.mark.parametrize("remedy", CASES)
@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE, Answer.NOT_ASKED])
def test_nothing_is_taken_away_before_a_copy_and_advice(remedy: Remedy, answer: Answer) -> None:
    steps = steps_under(remedy, answer)
    dangers = sum(step.kind is StepKind.DANGER for step in remedy.steps)
    assert _kinds(steps[:dangers]) == [StepKind.DANGER] * dangers
    steps = steps[dangers:]
    removals = [place for place, step in enumerate(steps) if step.kind.takes_away]
    if not removals:
        assert steps == remedy.steps[dangers:]
        return
    kinds = [kind for kind in _kinds(steps) if kind is not StepKind.DANGER]
    assert kinds[0] is StepKind.KEEP_A_COPY
    assert kinds[1] is StepKind.ADVICE
    assert "Police Federation" in steps[1].text
    assert "solicitor" in steps[1].text
    assert steps[removals[0] - 1].text.startswith("Only if you are advised")
    reports = [place for place, kind in enumerate(kinds) if kind is StepKind.REPORT]
    assert all(place < removals[0] for place in reports)
    assert {step.text for step in remedy.steps if step.kind.takes_away} <= {step.text for step in steps}


def test_every_link_is_one_that_the_program_may_show() -> None:
    links = [step.link for remedy in REMEDIES for step in remedy.steps if step.link]
    assert links
    assert [link for link in links if not is_allowed(link)] == []


def test_somebody_elses_wrong_is_reported_before_anything_else() -> None:
    (remedy,) = parse_remedies("generic.toml", SMALL)
    assert _kinds(steps_under(remedy, Answer.NO)) == [StepKind.KEEP_A_COPY, StepKind.REPORT, StepKind.BLOCK]


@pytest.mark.parametrize("answer", list(Answer))
def test_danger_comes_first_and_help_stays_under_every_answer(answer: Answer) -> None:
    urgent = [remedy for remedy in REMEDIES if remedy.id.endswith(("/abuse", "/blackmail"))]
    assert len(urgent) > 2
    for remedy in urgent:
        steps = steps_under(remedy, answer)
        kinds = _kinds(steps)
        assert kinds[0] is StepKind.DANGER
        assert "999" in steps[0].text
        assert "101" in steps[0].text
        places = [kinds.index(kind) for kind in (StepKind.KEEP_A_COPY, StepKind.REPORT, StepKind.BLOCK)]
        assert places == sorted(places)
        assert StepKind.SUPPORT in kinds
        assert kinds[-1] is StepKind.BLOCK


def test_every_platform_exposure_has_a_generic_twin() -> None:
    ids = {remedy.id for remedy in REMEDIES}
    exposures = {remedy_id.partition("/")[2] for remedy_id in ids}
    assert {f"generic/{exposure}" for exposure in exposures} <= ids
    assert {remedy_id.partition("/")[0] for remedy_id in ids} == {
        name.removesuffix(".toml").replace("_", "-") for name in PLATFORM_FILES
    }


def test_the_platforms_own_steps_come_first() -> None:
    assert REMEDIES.resolve("facebook", "birthday-audience") == "facebook/birthday-audience"
    assert REMEDIES.resolve("elsewhere", "birthday-audience") == "generic/birthday-audience"
    with pytest.raises(KeyError):
        REMEDIES.resolve("facebook", "no-such-exposure")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('kind = "block"', 'kind = "shout"'), "unknown kind"),
        (("checked_on = 2026-11-21\n", ""), "date"),
        (('text = "Block."', 'text = "Block."\nlink = "http://example.com"'), "https"),
        (('title = "Deal with abuse"\n', ""), "“title”"),
        (("[[remedy]]", "[[remedy"), "cannot be read"),
    ],
)
def test_a_broken_file_is_refused_with_a_sentence(change: tuple[str, str], named: str) -> None:
    with pytest.raises(DataError) as refusal:
        Remedies(parse_remedies("generic.toml", SMALL.replace(*change, 1)))
    assert named in refusal.value.sentence
