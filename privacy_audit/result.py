"""The result of an audit: the exports that were read, the findings, and what was not looked at."""

from dataclasses import dataclass, field
from enum import Enum

from privacy_audit.dossier import Dossier
from privacy_audit.findings import Finding
from privacy_audit.importing import LayoutEvidence, ReadProblem
from privacy_audit.model import Moment
from privacy_audit.people.acquaintance import Acquaintance


class Ownership(Enum):
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True, repr=False)
class ExportSummary:
    """One export as it was read. Counts are by Category value; `problems` holds the first few, the count is apart."""

    path: tuple[str, ...]
    platform: str
    layout: str
    layout_evidence: LayoutEvidence
    parts: int
    records: dict[str, int]
    account_names: tuple[str, ...]
    made: Moment | None
    ignored: int
    unknown: tuple[str, ...]
    private: int  # members deliberately not read: searches
    problems: tuple[ReadProblem, ...]
    problem_count: int
    duplicates: int = 0  # items that another export of the run already held
    voices: tuple[str, ...] = ()  # who writes in chats that do not say which of them is the user

    def __repr__(self) -> str:
        return f"<ExportSummary {self.platform}>"


@dataclass(frozen=True, slots=True)
class NotAnswerable:
    topic: str
    why: str
    guidance: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotLookedAt:
    what: str
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class AuditResult:
    exports: tuple[ExportSummary, ...]
    findings: tuple[Finding, ...]
    owner: Ownership = Ownership.UNCONFIRMED
    withheld: dict[str, int] = field(default_factory=dict)  # check id, or "attack-paths" -> count
    not_answerable: tuple[NotAnswerable, ...] = ()
    not_looked_at: tuple[NotLookedAt, ...] = ()
    dossier: Dossier = field(default_factory=Dossier)  # empty while the owner is not confirmed
    people: tuple[Acquaintance, ...] = ()  # for the review; never kept, and empty while the owner is not confirmed
