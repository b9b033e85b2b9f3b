"""What is left out of a saved report cannot be in it, by whatever way it would have come."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from privacy_audit.errors import AuditError
from privacy_audit.findings import Finding
from privacy_audit.report.choice import Choice, chosen, everything_but, rendered
from privacy_audit.report.csv_report import as_csv
from privacy_audit.report.html_report import as_html
from privacy_audit.report.text_report import as_text
from privacy_audit.result import AuditResult, Ownership
from tests.builders.told_result import birthday, hostile, result, shelf

_RENDERERS = {
    "html": lambda shown: lambda told: as_html(told, shelf(), show_words=shown),
    "text": lambda shown: lambda told: as_text(told, shelf(), show_words=shown),
    "csv": lambda shown: lambda told: as_csv(told, shelf(), show_words=shown),
}


def _minutes(_finding: Finding) -> int:
    return 2


def _told() -> AuditResult:
    told = result(Ownership.CONFIRMED)
    export = replace(told.exports[0], account_names=("Gareth Pugsley", "Gaz the Lad"), voices=("Delyth Morgan-Price",))
    return replace(told, exports=(export,))


def test_conduct_is_not_ticked_at_first() -> None:
    assert everything_but(_told(), frozenset({"employer-affiliation"})) == Choice(frozenset({birthday().id}))


def test_only_what_was_ticked_is_left() -> None:
    left = chosen(_told(), Choice(frozenset({hostile().id})), _minutes)
    assert [finding.id for finding in left.findings] == [hostile().id]
    assert all(birthday().id not in fact.sources for fact in left.dossier.facts)
    assert (left.exports[0].account_names, left.exports[0].voices) == (("Gareth Pugsley",), ())
    assert left.exports[0].unknown == ()


def test_covered_words_are_covered_before_anything_is_rendered() -> None:
    left = chosen(_told(), Choice(frozenset({birthday().id})), _minutes)
    assert left.findings[0].evidence[0].quote.reveal() == "•••• ••.••.•••• •• • ••••••• •••••"
    assert left.findings[0].evidence[0].source.member == ""


@pytest.mark.parametrize("form", _RENDERERS)
@pytest.mark.parametrize("shown", [True, False])
def test_the_document_holds_what_was_ticked_alone(form: str, *, shown: bool) -> None:
    choice = Choice(frozenset({birthday().id}), show_words=shown)
    document = rendered(_told(), choice, shelf(), _RENDERERS[form](shown))
    assert ("14.06.1989" in document) is shown
    assert "quokka" not in document
    assert "Gaz the Lad" not in document
    assert "Delyth" not in document
    assert "Gareth Pugsley" in document


@pytest.mark.parametrize(
    "slip",
    [
        lambda told: as_text(told, shelf()) + "Gaz the  Lad",
        lambda told: as_text(told, shelf()) + "Delyth Morgan&#45;Price",
        lambda told: as_text(told, shelf()) + "born 14/06/1989 in a Tuesday hurry",
    ],
    ids=["another name", "somebody else's name", "covered words"],
)
def test_a_document_that_holds_more_is_never_given_out(slip: Callable[[AuditResult], str]) -> None:
    with pytest.raises(AuditError, match="was not saved"):
        rendered(_told(), Choice(frozenset({birthday().id})), shelf(), slip)


def test_our_own_sentences_are_no_leak() -> None:
    finding = replace(birthday(), evidence=(replace(birthday().evidence[0], spans=()),))
    same = replace(
        finding, evidence=(replace(finding.evidence[0], quote=type(finding.evidence[0].quote)("Banks ask")),)
    )
    told = replace(_told(), findings=(same,))
    assert "Banks ask" in rendered(told, everything_but(told, frozenset()), shelf(), _RENDERERS["text"](shown=False))
