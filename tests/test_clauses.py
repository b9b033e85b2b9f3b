"""Every clause is covered: findings by labelled rows of both kinds, guards by near misses, steps and tags by a test."""

import ast
from pathlib import Path

import pytest

from checks import CHECKS
from privacy_audit.checking import Check
from privacy_audit.demo import OWN_FACTS, build
from privacy_audit.engine import audit
from privacy_audit.events import Finished
from privacy_audit.findings import Concern
from privacy_audit.guidance import Clause, ClauseKind, load_guidance
from privacy_audit.importers import IMPORTERS
from privacy_audit.intake import gather
from privacy_audit.options import AuditOptions
from privacy_audit.own_facts import Answer
from privacy_audit.remedies import load_remedies, steps_under
from tests.clause_table import GUARDS, SHOWN, TESTS, citing, guarded, rows_of

CLAUSES = [clause for pack in load_guidance().packs for clause in pack.clauses]
_ENOUGH = 12  # for one check alone, in this repository
_NEAR_MISSES = 20  # for a guard


def _of(kind: ClauseKind) -> list[object]:
    return [pytest.param(clause, id=clause.id) for clause in CLAUSES if clause.kind is kind]


@pytest.mark.parametrize("clause", _of(ClauseKind.FINDING))
def test_a_clause_for_findings_has_rows_that_are_told_and_rows_that_are_left_alone(clause: Clause) -> None:
    tallies = [rows_of(check) for check in citing(clause.id)]
    assert sum(tally.caught for tally in tallies) >= _ENOUGH
    assert sum(tally.left_alone for tally in tallies) >= _ENOUGH


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_each_check_has_rows_of_both_kinds(check: Check) -> None:
    tally = rows_of(check.id)
    assert tally.caught >= _ENOUGH
    assert tally.left_alone >= _ENOUGH


@pytest.mark.parametrize("clause", [param for kind in (ClauseKind.FINDING, ClauseKind.STEP) for param in _of(kind)])
def test_the_pack_and_the_checks_agree_on_who_serves_a_clause(clause: Clause) -> None:
    assert set(citing(clause.id)) == set(clause.checks)


@pytest.mark.parametrize("clause", _of(ClauseKind.GUARD))
def test_a_guard_has_near_misses_and_no_check_cites_it(clause: Clause) -> None:
    assert guarded(GUARDS[clause.id]) >= _NEAR_MISSES
    assert citing(clause.id) == ()


@pytest.mark.parametrize("clause", [param for kind in (ClauseKind.STEP, ClauseKind.TAG) for param in _of(kind)])
def test_a_step_or_a_tag_is_shown_by_a_test_that_exists(clause: Clause) -> None:
    file, _, name = SHOWN[clause.id].partition("::")
    tree = ast.parse((TESTS.parent / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_finding_says_which_of_the_three_it_touches(tmp_path: Path) -> None:
    assert {concern.value for concern in Concern} == {"information-security", "reputation", "staff-safety"}
    assert [check.id for check in CHECKS if not check.touches] == []
    intake = gather([build(tmp_path)], IMPORTERS)
    *_events, last = audit(intake.exports, CHECKS, AuditOptions(OWN_FACTS))
    for found in intake.exports:
        found.archive.close()
    assert isinstance(last, Finished)
    findings = last.result.findings
    assert [finding.id for finding in findings if not finding.touches] == []
    assert {concern for finding in findings for concern in finding.touches} == set(Concern)


@pytest.mark.parametrize("answer", list(Answer))
@pytest.mark.parametrize("platform", [importer.id for importer in IMPORTERS])
def test_contact_with_a_child_or_the_vulnerable_leads_to_the_safeguarding_lead(platform: str, answer: Answer) -> None:
    (check,) = [check for check in CHECKS if check.id == "service-user-friendship"]
    assert "ecfrs:6.3" in {*check.clauses, *(clause for theme in check.themes for clause in theme.clauses)}
    remedies = load_remedies()
    for theme in check.themes:
        steps = steps_under(remedies.remedy(remedies.resolve(platform, theme.remedy)), answer)
        told = [place for place, step in enumerate(steps) if "safeguarding lead" in step.text]
        away = [place for place, step in enumerate(steps) if step.kind.takes_away]
        assert told
        assert all(told[0] < place for place in away)


def test_what_cannot_be_answered_says_why_and_names_its_documents() -> None:
    guidance = load_guidance()
    packs = {pack.id for pack in guidance.packs}
    assert guidance.unanswerable
    for one in guidance.unanswerable:
        assert one.why.endswith(".")
        assert {clause.partition(":")[0] for clause in one.guidance} <= packs
        assert one.guidance
