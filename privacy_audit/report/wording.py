"""The words that the text and HTML reports share: how bad, who can see it, whose export, what a quote shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from privacy_audit.dossier import WITHHELD
from privacy_audit.findings import Confidence, Evidence, Finding, Severity
from privacy_audit.folding import escape_hidden
from privacy_audit.guidance import Guidance
from privacy_audit.library import Library, built_in
from privacy_audit.model import Audience, Category, Moment
from privacy_audit.own_facts import OwnFacts
from privacy_audit.remedies import Remedies, Remedy, Step, steps_under
from privacy_audit.result import AuditResult, ExportSummary, Ownership

SEVERITIES: Final[Mapping[Severity, str]] = {
    Severity.HIGH: "Fix first",
    Severity.MEDIUM: "Fix soon",
    Severity.LOW: "Worth a look",
    Severity.INFO: "Good to know",
}
CONFIDENCES: Final[Mapping[Confidence, str]] = {
    Confidence.SURE: "sure",
    Confidence.LIKELY: "likely",
    Confidence.POSSIBLE: "possible",
}
AUDIENCES: Final[Mapping[Audience, str]] = {
    Audience.EVERYONE: "Everybody can see it.",
    Audience.FRIENDS: "Your friends can see it.",
    Audience.LISTED: "The people you listed can see it.",
    Audience.ONLY_ME: "Only you can see it.",
    Audience.UNKNOWN: "The download does not say who can see it.",
}
_KINDS: Final[Mapping[Category, tuple[str, str]]] = {  # one, many
    Category.PROFILE: ("of the profile", "of the profile"),
    Category.POSTS: ("post", "posts"),
    Category.COMMENTS: ("comment", "comments"),
    Category.MESSAGES: ("message", "messages"),
    Category.CONNECTIONS: ("friend, request or contact", "friends, requests and contacts"),
    Category.PHOTOS: ("photo or video", "photos and videos"),
    Category.LIKES: ("like", "likes"),
    Category.GROUPS: ("group, page or event", "groups, pages and events"),
    Category.PLACES: ("place", "places"),
    Category.LOGINS: ("sign-in", "sign-ins"),
    Category.SETTINGS: ("setting", "settings"),
    Category.APPS: ("app", "apps"),
}
NOTHING_FOUND: Final = (
    "The checks found nothing to show you in what they read. That does not mean that nothing is there: "
    "please read below what was not looked at, and look over your profile with your own eyes too."
)
CASE_FIRST: Final = (
    "Before you take anything down: if there is, or might be, a complaint, a misconduct case, an investigation, a "
    "court case or a claim that touches any of this, keep a copy and get independent advice first."
)
EXPORT_IS_EXPOSED: Final = (
    "The download itself holds more about you than anything listed here. Keep it in a safe place that is not copied to "
    "a cloud, or delete it once you are done with it."
)
MASKED: Final = "Your own words are covered in this report. They stand in your download, at the places named."
_EXCERPT: Final = 160
_COVERED: Final = 48  # of a covered quote: its shape tells little
_BEFORE_SPAN: Final = 50


@dataclass(frozen=True, slots=True)
class Bookshelf:
    """What a report cites: the guidance, the fixes, and the user's own answers that decide how both are shown."""

    guidance: Guidance
    remedies: Remedies
    facts: OwnFacts

    def sections(self, finding: Finding) -> Iterator[str]:
        """Each clause of a finding as issuer and section alone."""
        for clause_id in finding.clauses:
            clause, pack = self.guidance.clause(clause_id), self.guidance.pack_of(clause_id)
            if clause and pack:
                yield f"{pack.issuer} {', '.join(clause.sections)}"

    def clause_lines(self, finding: Finding) -> Iterator[str]:
        """Each clause of a finding as document, section and what it asks."""
        for clause_id in finding.clauses:
            clause, pack = self.guidance.clause(clause_id), self.guidance.pack_of(clause_id)
            if clause and pack:
                mark = "" if self.guidance.is_yours(clause_id, self.facts.guidance) else " (not your employer's)"
                yield f"{pack.issuer}, {pack.title}, {', '.join(clause.sections)}{mark}: {clause.asks}"

    def remedy(self, finding: Finding) -> Remedy | None:
        try:
            return self.remedies.remedy(finding.remedy)
        except KeyError:
            return None

    def steps(self, remedy: Remedy) -> tuple[Step, ...]:
        return steps_under(remedy, self.facts.under_investigation)


def bookshelf(facts: OwnFacts, library: Library | None = None) -> Bookshelf:
    """The guidance and remedies that ship with the program, or those of a library with more."""
    library = library or built_in()
    return Bookshelf(library.guidance, library.remedies, facts)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quote, and whether it is what matters."""

    text: str
    matters: bool


def quote_pieces(evidence: Evidence, *, show_words: bool) -> tuple[Piece, ...]:
    """The part of the quote round what matters, cut where the spans lie; marks that hide text are written out."""
    words = evidence.quote.reveal() if show_words else evidence.quote.masked()
    spans = sorted(span for span in evidence.spans if 0 <= span[0] < span[1] <= len(words))
    length, before = (_EXCERPT, _BEFORE_SPAN) if show_words else (_COVERED, 0)
    start = max(0, spans[0][0] - before) if spans else 0
    end = min(len(words), start + length)
    pieces: list[Piece] = [Piece("… ", False)] if start else []
    at = start
    for first, last in spans if show_words else ():
        if at <= first < end:
            pieces += [_piece(words[at:first], False), _piece(words[first : min(last, end)], True)]
            at = min(last, end)
    pieces.append(_piece(words[at:end], False))
    if end < len(words):
        pieces.append(Piece(" …", False))
    return tuple(piece for piece in pieces if piece.text)


def _piece(text: str, matters: bool) -> Piece:
    return Piece(visible(text), matters)


def visible(text: str) -> str:
    """A line of its own making: marks that hide, turn or break text are written out or become a space."""
    return escape_hidden(" ".join(text.replace("\t", " ").splitlines()))


def where(evidence: Evidence, *, show_words: bool) -> str:
    """Where it stands. Paths inside a download can hold other people's names: they are words too."""
    told = [evidence.place or "In the download"]
    if evidence.when:
        told.append(day(evidence.when))
    if show_words:
        told.append(visible(f"{evidence.source.member} {evidence.source.pointer}".strip()))
    return ", ".join(told)


def day(moment: Moment) -> str:
    return f"{moment.at.day} {moment.at:%B %Y}"


def count_of(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def records_line(export: ExportSummary) -> str:
    """ "1,675 messages, 244 connections": what was read, kinds that are not there left out."""
    told = [count_of(number, *_KINDS[kind]) for kind in Category if (number := export.records.get(kind.value, 0))]
    return ", ".join(told) or "no records"


def whose(result: AuditResult) -> str:
    """Whose export this is, and that the report was made by and for them."""
    names = list(dict.fromkeys(name for export in result.exports for name in export.account_names[:1]))
    name = visible(" / ".join(names)) if names else "the holder of this account"
    if result.owner is Ownership.CONFIRMED:
        return f"Made by and for {name}, from their own download, on their own computer."
    return (
        f"This download belongs to {name}. The report is made by and for that person alone; "
        "nobody has confirmed yet that this is who is using the program."
    )


def summary(findings: tuple[Finding, ...]) -> str:
    """One calm sentence on how many of each."""
    told = []
    for severity, one, many in (
        (Severity.HIGH, "thing to fix first", "things to fix first"),
        (Severity.MEDIUM, "to fix soon", "to fix soon"),
        (Severity.LOW, "worth a look", "worth a look"),
        (Severity.INFO, "good to know", "good to know"),
    ):
        number = sum(finding.severity is severity for finding in findings)
        if number:
            told.append(count_of(number, one, many))
    return ", ".join(told) + "." if told else NOTHING_FOUND


def withheld_line(result: AuditResult) -> str:
    """How much was left out because nobody has said "this is me"; empty when nothing was."""
    number = sum(count for check, count in result.withheld.items() if check != WITHHELD)  # paths have their section
    if not number:
        return ""
    left = count_of(number, "finding about places, home or routine is", "findings about places, home or routine are")
    return (
        f"{left} held back until you confirm that this is your own download: "
        "run it again with --own and a file that holds your name, or use the window."
    )


def problems_line(export: ExportSummary) -> str:
    if not export.problem_count:
        return ""
    return f"{count_of(export.problem_count, 'entry', 'entries')} could not be read and may hide something."
