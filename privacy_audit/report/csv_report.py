"""The result as a table for a spreadsheet program, with no cell that such a program would take for a formula."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from privacy_audit.platform_names import platform_name
from privacy_audit.report.wording import (
    AUDIENCES,
    CASE_FIRST,
    CONFIDENCES,
    SEVERITIES,
    Bookshelf,
    quote_pieces,
    visible,
    where,
    whose,
    withheld_line,
)
from privacy_audit.result import AuditResult

_HEAD: Final = (
    "Number",
    "How bad",
    "How sure",
    "What",
    "Platform",
    "Places",
    "Who can see it",
    "Where it shows first",
    "Words",
    "Guidance",
    "Fix",
    "Minutes",
)
# A spreadsheet runs what begins so, also after blanks and in full-width letters.
_ACTIVE: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212")


def as_csv(result: AuditResult, shelf: Bookshelf, *, show_words: bool = False) -> str:
    """The findings, one a row; then what was not looked at and what no download can answer."""
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in _rows(result, shelf, show_words):
        writer.writerow([safe_cell(cell) for cell in row])
    return file.getvalue()


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet program runs: one line, with an apostrophe before what would begin a formula."""
    line = visible(text)
    return f"'{line}" if line.lstrip().startswith(_ACTIVE) else line


def _rows(result: AuditResult, shelf: Bookshelf, show_words: bool) -> Iterator[tuple[str, ...]]:
    yield (whose(result),)
    if withheld_line(result):
        yield (withheld_line(result),)
    yield (CASE_FIRST,)
    yield ()
    yield _HEAD
    for number, finding in enumerate(result.findings, 1):
        first = finding.evidence[0] if finding.evidence else None
        remedy = shelf.remedy(finding)
        yield (
            str(number),
            SEVERITIES[finding.severity],
            CONFIDENCES[finding.confidence],
            finding.title,
            platform_name(finding.platform),
            str(finding.count),
            AUDIENCES[finding.audience],
            where(first, show_words=show_words) if first else "",
            "".join(piece.text for piece in quote_pieces(first, show_words=show_words)) if first else "",
            "; ".join(shelf.sections(finding)),
            remedy.title if remedy else "",
            str(remedy.minutes) if remedy else "",
        )
    yield ()
    yield ("What was not looked at", "How many", "Why")
    for item in result.not_looked_at:
        yield (item.what, str(item.count) if item.count else "not counted", item.why)
    yield ()
    yield ("What no download can answer", "Why")
    for topic in result.not_answerable:
        yield (topic.topic, topic.why)
