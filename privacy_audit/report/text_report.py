"""The result as plain text for a terminal: calm, wrapped, and nothing in it that a terminal would obey."""

import textwrap
from collections.abc import Iterator
from typing import Final

from privacy_audit.findings import Evidence, Finding
from privacy_audit.platform_names import platform_name
from privacy_audit.report import joined, onlooking
from privacy_audit.report.wording import (
    AUDIENCES,
    CASE_FIRST,
    CONFIDENCES,
    EXPORT_IS_EXPOSED,
    MASKED,
    SEVERITIES,
    Bookshelf,
    count_of,
    day,
    problems_line,
    quote_pieces,
    records_line,
    summary,
    visible,
    where,
    whose,
    withheld_line,
)
from privacy_audit.result import AuditResult, ExportSummary

_WIDTH: Final = 88
_SHOWN: Final = 3  # pieces of evidence shown for a finding; the others are counted


def as_text(result: AuditResult, shelf: Bookshelf, *, show_words: bool = False) -> str:
    """The whole report. Words are masked unless asked for."""
    return "\n".join(_lines(result, shelf, show_words)) + "\n"


def summary_text(result: AuditResult) -> str:
    """The short version: what was read, how many findings, and their titles."""
    lines: list[str] = []
    for export in result.exports:
        lines += _export(export)
    lines += ["", *_wrapped(summary(result.findings))]
    for finding in result.findings:
        lines += _wrapped(f"{SEVERITIES[finding.severity]}: {finding.title} ({finding.count:,})", "  ", "    ")
    return "\n".join(lines) + "\n"


def _lines(result: AuditResult, shelf: Bookshelf, show_words: bool) -> Iterator[str]:
    yield from _heading("Privacy Audit: what your own download shows", "=")
    yield from _wrapped(whose(result))
    if not show_words:
        yield from _wrapped(MASKED)
    yield from _heading("What was read")
    for export in result.exports:
        yield from _export(export)
    yield from _heading("What other people may be able to see")
    yield from _wrapped(summary(result.findings))
    if withheld_line(result):
        yield from _wrapped(withheld_line(result))
    for number, finding in enumerate(result.findings, 1):
        yield from _finding(number, finding, shelf, show_words)
    yield from _pieced_together(result, shelf)
    yield from _looks(result)
    yield from _fixes(result, shelf)
    yield from _not_seen(result)
    yield ""
    yield from _wrapped(EXPORT_IS_EXPOSED)


def _export(export: ExportSummary) -> Iterator[str]:
    made = f", made on {day(export.made)}" if export.made else ""
    names = visible(", ".join(export.path))
    yield from _wrapped(f"{platform_name(export.platform)}{made}: {names}", "  ")
    yield from _wrapped(records_line(export), "    ")
    if problems_line(export):
        yield from _wrapped(problems_line(export), "    ")


def _finding(number: int, finding: Finding, shelf: Bookshelf, show_words: bool) -> Iterator[str]:
    yield ""
    yield from _wrapped(f"{number}. {SEVERITIES[finding.severity]}: {finding.title}", "", "   ")
    places = count_of(finding.count, "place", "places")
    facts = f"{platform_name(finding.platform)}, {places}. {AUDIENCES[finding.audience]}"
    yield from _wrapped(f"{facts} How sure this is: {CONFIDENCES[finding.confidence]}.", "   ")
    yield from _wrapped(f"Why it matters: {finding.why}", "   ")
    for evidence in finding.evidence[:_SHOWN]:
        yield from _evidence(evidence, show_words)
    if finding.count > min(_SHOWN, len(finding.evidence)):
        more = finding.count - min(_SHOWN, len(finding.evidence))
        yield f"   • and {count_of(more, 'further place', 'further places')}"
    first, *others = (*shelf.clause_lines(finding), "")
    yield from _wrapped(f"Guidance: {first}" if first else "", "   ", "     ")
    if others[:-1]:
        yield from _wrapped(f"Also: {'; '.join((*shelf.sections(finding),)[1:])}", "   ", "     ")
    if finding.reasons:
        yield from _wrapped(f"Why this grade: {' '.join(finding.reasons)}", "   ", "     ")
    remedy = shelf.remedy(finding)
    if remedy:
        yield from _wrapped(f"Fix: {remedy.title} (about {count_of(remedy.minutes, 'minute', 'minutes')})", "   ")


def _evidence(evidence: Evidence, show_words: bool) -> Iterator[str]:
    quote = "".join(piece.text for piece in quote_pieces(evidence, show_words=show_words))
    told = f"“{quote}”" if quote.strip() else "(a picture or a field without words)"
    yield from _wrapped(f"• {where(evidence, show_words=show_words)}: {told}", "   ", "     ")


def _pieced_together(result: AuditResult, shelf: Bookshelf) -> Iterator[str]:
    if not joined.has_picture(result):
        return
    yield from _heading(joined.JOINED)
    yield from _wrapped(joined.opening(result))
    if not result.dossier.paths:
        return
    yield from _wrapped(joined.MEANING)
    for path in joined.open_paths(result):
        yield ""
        yield path.title
        yield from _wrapped(path.why, "   ")
        for known in path.opened_by:
            yield from _wrapped(f"• {known}", "   ", "     ")
        numbers = ", ".join(map(str, path.closed_by))
        yield from _wrapped(f"The quickest way to close this one: sort out {numbers}.", "   ")
    if result.dossier.fixes:
        yield ""
        yield f"{joined.FEWEST}:"
        for fix in joined.fixes(result, shelf):
            yield from _wrapped(f"• {fix.number}. {fix.title} ({fix.takes})", "  ", "    ")
    if joined.closed_paths(result):
        yield ""
        yield from _wrapped(f"{joined.NOT_YET}: {'; '.join(joined.closed_paths(result))}.", "", "  ")


def _looks(result: AuditResult) -> Iterator[str]:
    if not onlooking.has_looks(result):
        return
    yield from _heading(onlooking.HEADING)
    yield from _wrapped(onlooking.MEANING)
    for seen in onlooking.onlookers(result):
        yield ""
        yield seen.heading
        for line in seen.lines:
            yield from _wrapped(f"• {line}", "  ", "    ")


def _fixes(result: AuditResult, shelf: Bookshelf) -> Iterator[str]:
    """Each fix once, however many findings it serves."""
    remedies = {remedy.id: remedy for remedy in map(shelf.remedy, result.findings) if remedy}
    if not remedies:
        return
    yield from _heading("How to fix it")
    yield from _wrapped(CASE_FIRST)
    for remedy in remedies.values():
        yield ""
        yield from _wrapped(f"{remedy.title} (about {count_of(remedy.minutes, 'minute', 'minutes')})")
        for number, step in enumerate(shelf.steps(remedy), 1):
            yield from _wrapped(f"{number}. {step.text}", "  ", "     ")
            if step.menu:
                yield from _wrapped(" > ".join(step.menu), "     ")
            if step.link:
                yield f"     {step.link}"
            if step.message:
                yield from _wrapped(f"A message you could send: “{step.message}”", "     ")
        moved = "Menus move: if the words differ, look for something close."
        yield from _wrapped(f"Last checked on {remedy.checked_on.isoformat()}. {moved}", "  ")


def _not_seen(result: AuditResult) -> Iterator[str]:
    yield from _heading("What was not looked at")
    for item in result.not_looked_at:
        number = f" ({item.count:,})" if item.count else ""
        yield from _wrapped(f"• {item.what}{number}: {item.why}", "  ", "    ")
    for name in (name for export in result.exports for name in export.unknown):
        yield from _wrapped(f"• Not known to this program: {visible(name)}", "  ", "    ")
    if not result.not_looked_at:
        yield "  Nothing is listed here for this run."
    if result.not_answerable:
        yield from _heading("What no download can answer")
        for topic in result.not_answerable:
            yield from _wrapped(f"• {topic.topic}: {topic.why}", "  ", "    ")


def _heading(text: str, line: str = "-") -> Iterator[str]:
    if line == "-":
        yield ""
    yield text
    yield line * len(text)


def _wrapped(text: str, first: str = "", later: str | None = None) -> Iterator[str]:
    yield from textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first if later is None else later,
        break_on_hyphens=False,
    )
