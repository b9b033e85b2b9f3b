"""A sitting as bytes, to be sealed while the window is locked; and what a result needs when it comes back."""

from dataclasses import dataclass, replace
from pathlib import Path

from privacy_audit.decisions import Change, Decision
from privacy_audit.dossier import piece_together
from privacy_audit.findings import Finding
from privacy_audit.own_facts import OwnFacts
from privacy_audit.people.acquaintance import Acquaintance
from privacy_audit.remedies import load_remedies
from privacy_audit.result import AuditResult, Ownership
from privacy_audit.vault.plain import About, packed, result_of, unpacked
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user was: the page, and the finding that was open."""

    page: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class _Sitting:
    place: Place
    facts: OwnFacts
    from_vault: bool
    paths: tuple[str, ...]
    about: About | None
    findings: tuple[Finding, ...]
    decided: dict[str, Decision]
    history: tuple[Change, ...]
    people: tuple[Acquaintance, ...] = ()


def packed_sitting(session: Session, place: Place) -> bytes:
    result = session.result
    about = (
        About(result.exports, result.owner, result.withheld, result.not_answerable, result.not_looked_at)
        if result
        else None
    )
    paths = tuple(str(path) for path in session.paths)
    findings = result.findings if result else ()
    decisions = session.decisions
    return packed(
        _Sitting(
            place,
            session.facts,
            session.from_vault,
            paths,
            about,
            findings,
            dict(decisions.all),
            decisions.history,
            result.people if result else (),
        )
    )


def bring_back(session: Session, raw: bytes) -> Place | None:
    """Puts the sitting back as it was; None when it cannot be read."""
    sitting = unpacked(raw, _Sitting)
    if sitting is None:
        return None
    session.facts = sitting.facts
    session.paths = tuple(Path(path) for path in sitting.paths)
    if sitting.about is not None:
        session.result = pieced_together(replace(result_of(sitting.about, sitting.findings), people=sitting.people))
        session.from_vault = sitting.from_vault
    session.decisions.bring_back(sitting.decided, sitting.history)
    return sitting.place


def pieced_together(result: AuditResult) -> AuditResult:
    """The joined picture is not kept: it follows from the findings."""
    if result.owner is not Ownership.CONFIRMED:
        return result
    return replace(result, dossier=piece_together(result.findings, load_remedies().minutes))
