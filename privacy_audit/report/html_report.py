"""The result as one HTML page that asks for nothing from outside: no script, no picture, all words escaped."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib import resources
from typing import Final

from privacy_audit.findings import Evidence, Finding, Severity
from privacy_audit.platform_names import platform_name
from privacy_audit.remedies import Remedy, Step
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
from privacy_audit.sites import is_allowed

_SHOWN: Final = 5  # pieces of evidence in sight; the others are folded away
_CLAUSES_SHOWN: Final = 2
_TITLE: Final = "Privacy Audit: what your own download shows"


def as_html(result: AuditResult, shelf: Bookshelf, *, show_words: bool = False) -> str:
    """The whole page. Words are masked unless asked for."""
    style = (resources.files("privacy_audit.report") / "report.css").read_text(encoding="utf-8")
    allowed = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(_TITLE)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        + "\n".join(_body(result, shelf, show_words))
        + "\n</body>\n</html>\n"
    )


def _body(result: AuditResult, shelf: Bookshelf, show_words: bool) -> Iterator[str]:
    yield f"<header><h1>{escape(_TITLE)}</h1>{_p(whose(result))}"
    if not show_words:
        yield _p(MASKED, "quiet")
    yield "</header>\n<main>"
    yield _section("findings", "What other people may be able to see", _findings(result, shelf, show_words))
    if joined.has_picture(result):
        yield _section("joined", joined.JOINED, _pieced_together(result, shelf))
    if onlooking.has_looks(result):
        yield _section("looks", onlooking.HEADING, _looks(result))
    yield _section("fixes", "How to fix it", _fixes(result, shelf))
    yield _section("read", "What was read", _exports(result))
    yield _section("unseen", "What was not looked at", _not_seen(result))
    if result.not_answerable:
        topics = (f"<dt>{escape(item.topic)}</dt><dd>{escape(item.why)}</dd>" for item in result.not_answerable)
        yield _section("unanswered", "What no download can answer", ("<dl>", *topics, "</dl>"))
    yield f"</main>\n<footer>{_p(EXPORT_IS_EXPOSED)}</footer>"


def _section(name: str, title: str, parts: Iterator[str] | tuple[str, ...]) -> str:
    inside = "\n".join(parts)
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{escape(title)}</h2>\n{inside}\n</section>'


def _findings(result: AuditResult, shelf: Bookshelf, show_words: bool) -> Iterator[str]:
    yield _p(summary(result.findings))
    if withheld_line(result):
        yield _p(withheld_line(result))
    for number, finding in enumerate(result.findings, 1):
        yield "\n".join(_finding(number, finding, shelf, show_words))


def _finding(number: int, finding: Finding, shelf: Bookshelf, show_words: bool) -> Iterator[str]:
    yield f'<article class="{finding.severity.name.lower()}" aria-labelledby="f{number}">'
    yield f'<p class="grade">{_symbol(finding.severity)} {escape(SEVERITIES[finding.severity])}</p>'
    yield f'<h3 id="f{number}">{number}. {escape(finding.title)}</h3>'
    places = count_of(finding.count, "place", "places")
    sure = f"How sure this is: {CONFIDENCES[finding.confidence]}."
    yield _p(f"{platform_name(finding.platform)}, {places}. {AUDIENCES[finding.audience]} {sure}", "quiet")
    yield _p(finding.why)
    items = [_evidence(evidence, show_words) for evidence in finding.evidence]
    yield f"<h4>Where it shows</h4>{_list(items, _SHOWN, 'further place', 'further places')}"
    if finding.count > len(items):
        yield _p(f"It shows in {count_of(finding.count, 'place', 'places')}; the first ones are listed.", "quiet")
    clauses = [f"<li>{escape(line)}</li>" for line in shelf.clause_lines(finding)]
    if clauses:
        yield f"<h4>What the guidance asks</h4>{_list(clauses, _CLAUSES_SHOWN, 'further clause', 'further clauses')}"
    if finding.reasons:
        yield f"<h4>Why this grade</h4><ul>{''.join(f'<li>{escape(r)}</li>' for r in finding.reasons)}</ul>"
    remedy = shelf.remedy(finding)
    if remedy:
        yield f'<p>How to fix it: <a href="#{_anchor(remedy)}">{escape(remedy.title)}</a></p>'
    yield "</article>"


def _list(items: list[str], shown: int, one: str, many: str) -> str:
    """The first items in sight; the others folded away."""
    in_sight = f"<ul>{''.join(items[:shown])}</ul>"
    if not items[shown:]:
        return in_sight
    more = count_of(len(items) - shown, one, many)
    return f"{in_sight}<details><summary>Show {more}</summary><ul>{''.join(items[shown:])}</ul></details>"


def _symbol(severity: Severity) -> str:
    """A shape beside the colour and the word."""
    shapes = {Severity.HIGH: "▲", Severity.MEDIUM: "◆", Severity.LOW: "●", Severity.INFO: "○"}
    return f'<span aria-hidden="true">{shapes[severity]}</span>'


def _evidence(evidence: Evidence, show_words: bool) -> str:
    pieces = quote_pieces(evidence, show_words=show_words)
    quote = "".join(f"<mark>{escape(p.text)}</mark>" if p.matters else escape(p.text) for p in pieces)
    told = f"<q>{quote}</q>" if quote.strip() else "(a picture or a field without words)"
    return f'<li>{told}<br><span class="quiet">{escape(where(evidence, show_words=show_words))}</span></li>'


def _looks(result: AuditResult) -> Iterator[str]:
    yield _p(onlooking.MEANING, "quiet")
    for seen in onlooking.onlookers(result):
        yield f"<h3>{escape(seen.heading)}</h3>"
        if seen.lines:
            yield f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in seen.lines)}</ul>"


def _pieced_together(result: AuditResult, shelf: Bookshelf) -> Iterator[str]:
    yield _p(joined.opening(result))
    if not result.dossier.paths:
        return
    yield _p(joined.MEANING, "quiet")
    for path in joined.open_paths(result):
        yield f"<article><h3>{escape(path.title)}</h3>{_p(path.why)}"
        yield f"<h4>What opens it</h4><ul>{''.join(f'<li>{escape(known)}</li>' for known in path.opened_by)}</ul>"
        links = ", ".join(f'<a href="#f{number}">{number}</a>' for number in path.closed_by)
        yield f"<p>The quickest way to close this one: sort out {links}.</p></article>"
    if result.dossier.fixes:
        items = (
            f'<li><a href="#f{fix.number}">{fix.number}. {escape(fix.title)}</a> ({escape(fix.takes)})</li>'
            for fix in joined.fixes(result, shelf)
        )
        yield f"<h3>{escape(joined.FEWEST)}</h3><ul>{''.join(items)}</ul>"
    if joined.closed_paths(result):
        titles = "".join(f"<li>{escape(title)}</li>" for title in joined.closed_paths(result))
        yield f"<h3>{escape(joined.NOT_YET)}</h3><ul>{titles}</ul>"


def _fixes(result: AuditResult, shelf: Bookshelf) -> Iterator[str]:
    remedies = {remedy.id: remedy for remedy in map(shelf.remedy, result.findings) if remedy}
    if not remedies:
        yield _p("There is nothing to fix in what the checks found.")
        return
    yield _p(CASE_FIRST, "careful")
    for remedy in remedies.values():
        yield f'<article id="{_anchor(remedy)}"><h3>{escape(remedy.title)}</h3>'
        yield _p(f"About {count_of(remedy.minutes, 'minute', 'minutes')}.", "quiet")
        yield f"<ol>{''.join(_step(step) for step in shelf.steps(remedy))}</ol>"
        checked = f"Last checked on {remedy.checked_on.day} {remedy.checked_on:%B %Y}."
        yield _p(f"{checked} Menus move: if the words differ, look for something close. {remedy.note}".strip(), "quiet")
        yield "</article>"


def _step(step: Step) -> str:
    told = [escape(step.text)]
    if step.menu:
        told.append(f'<br><span class="quiet">{escape(" > ".join(step.menu))}</span>')
    if step.link:
        told.append(f"<br>{_link(step.link)}")
    if step.message:
        told.append(f"<br>A message you could send: <q>{escape(step.message)}</q>")
    return f"<li>{''.join(told)}</li>"


def _link(address: str) -> str:
    """A link where the address is https and of a known host; otherwise the bare words."""
    if is_allowed(address):
        return f'<a href="{escape(address)}" rel="noreferrer noopener">{escape(address)}</a>'
    return escape(address)


def _exports(result: AuditResult) -> Iterator[str]:
    for export in result.exports:
        yield "".join(_export(export))


def _export(export: ExportSummary) -> Iterator[str]:
    made = f", made on {day(export.made)}" if export.made else ""
    yield f"<h3>{escape(platform_name(export.platform))}{escape(made)}</h3>"
    yield _p(f"From {visible(', '.join(export.path))}.")
    yield _p(f"{records_line(export)}.")
    if problems_line(export):
        yield _p(problems_line(export))
    if export.unknown:
        names = "".join(f"<li>{escape(visible(name))}</li>" for name in export.unknown)
        yield f"<details><summary>Files that this program does not know</summary><ul>{names}</ul></details>"


def _not_seen(result: AuditResult) -> Iterator[str]:
    if not result.not_looked_at:
        yield _p("Nothing is listed here for this run.")
        return
    yield '<table><thead><tr><th scope="col">What</th><th scope="col">How many</th>'
    yield '<th scope="col">Why</th></tr></thead><tbody>'
    for item in result.not_looked_at:
        number = f"{item.count:,}" if item.count else "not counted"
        yield f'<tr><th scope="row">{escape(item.what)}</th><td>{number}</td><td>{escape(item.why)}</td></tr>'
    yield "</tbody></table>"


def _anchor(remedy: Remedy) -> str:
    return "fix-" + remedy.id.replace("/", "-")


def _p(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"
