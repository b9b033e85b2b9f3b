"""What goes into a saved report: the findings that were ticked, words or none, and nobody's name by accident."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Final

from privacy_audit.dossier import Dossier, piece_together
from privacy_audit.errors import AuditError
from privacy_audit.findings import Evidence, Finding
from privacy_audit.model import Source
from privacy_audit.report.text_report import as_text
from privacy_audit.report.wording import Bookshelf
from privacy_audit.result import AuditResult, ExportSummary
from privacy_audit.words import Words

_LEAST: Final = 6  # letters: shorter words stand in our own sentences too
_LEAKED: Final = (
    "The report was not saved: something that you left out would still have been in it. "
    "Tick fewer findings, or leave the words covered, and try again."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user ticked. `findings` are ids."""

    findings: frozenset[str]
    show_words: bool = False


def everything_but(result: AuditResult, checks: frozenset[str]) -> Choice:
    """The choice that a person starts with: all findings, except those of the checks named; words covered."""
    return Choice(frozenset(finding.id for finding in result.findings if finding.check not in checks))


def chosen(result: AuditResult, choice: Choice, minutes: Callable[[Finding], int]) -> AuditResult:
    """The result with nothing in it that was not ticked: what is left out cannot be rendered."""
    kept = tuple(finding for finding in result.findings if finding.id in choice.findings)
    if not choice.show_words:
        kept = tuple(replace(finding, evidence=tuple(map(_covered, finding.evidence))) for finding in kept)
    exports = tuple(_export(export) for export in result.exports)
    dossier = piece_together(kept, minutes) if result.dossier.paths else Dossier()
    return replace(result, findings=kept, exports=exports, dossier=dossier)


def rendered(result: AuditResult, choice: Choice, shelf: Bookshelf, render: Callable[[AuditResult], str]) -> str:
    """The document, searched for what was left out before anybody gets it. Raises AuditError when it is there."""
    left = chosen(result, choice, shelf.remedies.minutes)
    document = render(left)
    said = _plain(document)
    ours = _plain(as_text(_without_words(left), shelf))  # somebody may have written what our own sentences say
    if any(secret in said and secret not in ours for secret in _secrets(result, left, choice)):
        raise AuditError(_LEAKED)
    return document


def _secrets(result: AuditResult, left: AuditResult, choice: Choice) -> Iterator[str]:
    """What must not be in the document: other names of the holder, and the words that were not ticked."""
    shown = _plain(" ".join(e.quote.reveal() for f in left.findings for e in f.evidence)) if choice.show_words else ""
    for export in result.exports:
        heads = {name for each in left.exports for name in each.account_names}
        for name in (*export.account_names, *export.voices):
            if name not in heads and len(name) >= _LEAST and _plain(name) not in shown:
                yield _plain(name)
    for finding in result.findings:
        for evidence in finding.evidence:
            for secret in map(_plain, _told_by(evidence)):
                if len(secret) >= _LEAST and secret not in shown:
                    yield secret


def _told_by(evidence: Evidence) -> Iterator[str]:
    words = evidence.quote.reveal()
    yield words
    yield from (words[start:end] for start, end in evidence.spans)


def _plain(text: str) -> str:
    """As it is compared: letters and digits alone, so that folding, quoting and line breaks hide nothing."""
    return "".join(char for char in unescape(text).casefold() if char.isalnum())


def _covered(evidence: Evidence) -> Evidence:
    """The shape of the words is kept, and where in the download they stand is not: paths hold names too."""
    source = Source(evidence.source.importer, "", "")
    return replace(evidence, quote=Words(evidence.quote.masked()), source=source)


def _without_words(result: AuditResult) -> AuditResult:
    findings = tuple(
        replace(finding, evidence=tuple(replace(each, quote=Words(""), spans=()) for each in finding.evidence))
        for finding in result.findings
    )
    return replace(result, findings=findings)


def _export(export: ExportSummary) -> ExportSummary:
    """The first name says whose report it is; all other names, of people or of files, stay out."""
    return replace(export, account_names=export.account_names[:1], voices=(), unknown=(), problems=())
