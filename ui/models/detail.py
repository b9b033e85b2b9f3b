"""One finding made ready to be shown: evidence with its marks, clauses with documents, steps in order."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from privacy_audit.findings import Evidence, Finding
from privacy_audit.folding import escape_hidden
from privacy_audit.guidance import Guidance
from privacy_audit.own_facts import Answer, OwnFacts
from privacy_audit.remedies import Mark as PathMark
from privacy_audit.remedies import Remedies, Step, StepKind, steps_under
from ui.models.findings import FindingRow
from ui.wording import audience_words, date_words, moment_words, platform_words


@dataclass(frozen=True, slots=True, repr=False)
class Quote:
    """Somebody's words with hidden marks made visible; `spans` are the parts that matter."""

    text: str
    spans: tuple[tuple[int, int], ...]
    where: str
    member: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause as it is shown: what it asks, its own words, and where it stands."""

    asks: str
    words: str
    section: str
    document: str
    issuer: str
    issued: str
    yours: bool


@dataclass(frozen=True, slots=True)
class Fix:
    """The numbered steps. `waits` says that the evidence question changed their order."""

    title: str
    minutes: int
    steps: tuple[Step, ...]
    checked_on: date
    certain: bool
    note: str
    waits: bool


@dataclass(frozen=True, slots=True, repr=False)
class Detail:
    """`fix` is None until the evidence question has been answered."""

    row: FindingRow
    quotes: tuple[Quote, ...]
    more: int
    audience: str
    clauses: tuple[Cited, ...]
    fix: Fix | None


def detail_of(row: FindingRow, guidance: Guidance, remedies: Remedies, facts: OwnFacts) -> Detail:
    finding = row.finding
    quotes = tuple(quote_of(item) for item in finding.evidence)
    cited = (cited_clause(guidance, clause, facts) for clause in finding.clauses)
    return Detail(
        row,
        quotes,
        max(0, finding.count - len(quotes)),
        audience_words(finding.audience),
        tuple(sorted((one for one in cited if one is not None), key=lambda one: not one.yours)),
        _fix(finding, remedies, facts.under_investigation),
    )


def quote_of(item: Evidence) -> Quote:
    """Escapes hidden marks piece by piece, so that the spans stay on their letters."""
    raw = item.quote.reveal()
    ends = sorted({0, len(raw), *(edge for span in item.spans for edge in span if 0 <= edge <= len(raw))})
    moved, text = {0: 0}, ""
    for start, end in pairwise(ends):
        text += escape_hidden(raw[start:end])
        moved[end] = len(text)
    spans = tuple((moved[start], moved[end]) for start, end in item.spans if start in moved and end in moved)
    where = " · ".join(part for part in (item.place, moment_words(item.when)) if part)
    return Quote(text, spans, where, escape_hidden(item.source.member))


def cited_clause(guidance: Guidance, clause_id: str, facts: OwnFacts) -> Cited | None:
    """A clause ready to be shown; None where the guidance in use has none of that id."""
    clause, pack = guidance.clause(clause_id), guidance.pack_of(clause_id)
    if clause is None or pack is None:
        return None
    issued = date_words(pack.issued) if pack.issued else ""
    section = ", ".join(clause.sections)
    yours = guidance.is_yours(clause_id, facts.guidance)
    return Cited(clause.asks, clause.quote, section, pack.title, pack.issuer, issued, yours)


def _fix(finding: Finding, remedies: Remedies, answer: Answer) -> Fix | None:
    if answer is Answer.NOT_ASKED:
        return None
    try:
        remedy = remedies.remedy(finding.remedy)
    except KeyError:
        return None
    steps = steps_under(remedy, answer)
    waits = answer is not Answer.NO and any(step.kind.takes_away for step in steps)
    return Fix(remedy.title, remedy.minutes, steps, remedy.checked_on, remedy.mark is PathMark.READ, remedy.note, waits)


def steps_as_text(detail: Detail) -> str:
    """The steps to copy: nothing of the export, only our own sentences, menus and addresses."""
    if detail.fix is None:
        return ""
    lines = [f"{detail.fix.title} ({platform_words(detail.row.finding.platform)})"]
    for number, step in enumerate(detail.fix.steps, start=1):
        lines.append(f"{number}. {step.text}")
        lines.extend(f"   {extra}" for extra in (" > ".join(step.menu), step.link, step.message) if extra)
    return "\n".join(lines)


def is_waiting(step: Step) -> bool:
    """Steps that say "wait": shown with a mark of their own."""
    return step.kind in {StepKind.KEEP_A_COPY, StepKind.ADVICE}
