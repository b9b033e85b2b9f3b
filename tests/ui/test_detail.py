"""A finding made ready to be shown: marks on their letters, clauses with their documents, steps under each answer."""

from dataclasses import replace

import pytest

from privacy_audit.folding import escape_hidden
from privacy_audit.guidance import Guidance, load_guidance
from privacy_audit.own_facts import Answer, OwnFacts
from privacy_audit.remedies import Remedies, load_remedies
from tests.builders import results
from ui.models.detail import Detail, detail_of, quote_of, steps_as_text
from ui.models.findings import FindingRow


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    return load_guidance()


@pytest.fixture(scope="module")
def remedies() -> Remedies:
    return load_remedies()


def detail(name: str, facts: OwnFacts, guidance: Guidance, remedies: Remedies) -> Detail:
    found = next(one for one in results.findings() if one.id == name)
    return detail_of(FindingRow(found, None), guidance, remedies, facts)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("plain words here", "words"),
        ("hidden \u202ewords\u202c here", "words"),
        ("a\u200bb\u200bc marked", "marked"),
        ("😀 emoji before", "before"),
        ("all of it", "all of it"),
    ],
)
def test_marks_stay_on_their_letters_when_hidden_signs_are_shown(text: str, marked: str) -> None:
    quote = quote_of(results.evidence(text, marked))
    assert [quote.text[start:end] for start, end in quote.spans] == [escape_hidden(marked)]
    assert quote.text == escape_hidden(text)


def test_no_steps_before_the_evidence_question(guidance: Guidance, remedies: Remedies) -> None:
    assert detail("friends", OwnFacts(), guidance, remedies).fix is None


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE])
def test_with_a_case_nothing_is_taken_away_first(answer: Answer, guidance: Guidance, remedies: Remedies) -> None:
    fix = detail("friends", OwnFacts(under_investigation=answer), guidance, remedies).fix
    assert fix is not None and fix.waits
    assert not fix.steps[0].kind.takes_away


def test_without_a_case_the_steps_are_as_written(guidance: Guidance, remedies: Remedies) -> None:
    fix = detail("dob", OwnFacts(under_investigation=Answer.NO), guidance, remedies).fix
    assert fix is not None and not fix.waits
    assert fix.steps == remedies.remedy("facebook/birthday-audience").steps


def test_others_guidance_is_marked_and_comes_last(guidance: Guidance, remedies: Remedies) -> None:
    shown = detail("employer", OwnFacts(guidance=("derbyshire",)), guidance, remedies)
    assert [clause.yours for clause in shown.clauses] == [True, False]
    everybody = detail("employer", OwnFacts(), guidance, remedies)
    assert all(clause.yours for clause in everybody.clauses)


def test_what_is_left_out_is_counted(guidance: Guidance, remedies: Remedies) -> None:
    shown = detail("employer", OwnFacts(), guidance, remedies)
    assert (len(shown.quotes), shown.more) == (9, 22)


def test_an_unknown_remedy_or_clause_leaves_a_gap_and_no_error(guidance: Guidance, remedies: Remedies) -> None:
    odd = replace(results.findings()[0], remedy="nowhere/nothing", clauses=("no-such:1",))
    shown = detail_of(FindingRow(odd, None), guidance, remedies, OwnFacts(under_investigation=Answer.NO))
    assert shown.fix is None and shown.clauses == ()


def test_copied_steps_hold_nothing_of_the_export(guidance: Guidance, remedies: Remedies) -> None:
    shown = detail("maiden", OwnFacts(under_investigation=Answer.NO), guidance, remedies)
    copied = steps_as_text(shown)
    assert copied.startswith("Fix one post on Facebook (Facebook)\n1. ")
    assert "Llewellyn" not in copied


def test_no_words_in_a_repr(guidance: Guidance, remedies: Remedies) -> None:
    assert "Llewellyn" not in repr(detail("maiden", OwnFacts(), guidance, remedies))
