"""The joined picture made ready to be shown: open ways with what opens them, the next things to fix, closed ways."""

from dataclasses import dataclass

from privacy_audit.dossier import Dossier
from privacy_audit.dossier.sentences import combinations_known, tally
from privacy_audit.findings import Finding
from privacy_audit.remedies import Remedies
from ui.wording import platform_words


@dataclass(frozen=True, slots=True)
class OpenWay:
    """`fixes` are the findings that close this one soonest."""

    title: str
    why: str
    opened_by: tuple[str, ...]
    fixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """A finding to fix: its id, its title, where, and how long it takes."""

    finding: str
    title: str
    site: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Picture:
    summary: str
    open: tuple[OpenWay, ...]
    fixes: tuple[Next, ...]
    closed: tuple[str, ...]


def picture_of(dossier: Dossier, findings: tuple[Finding, ...], remedies: Remedies) -> Picture:
    by_id = {finding.id: finding for finding in findings}
    return Picture(
        tally(dossier),
        tuple(
            OpenWay(path.title, path.why, combinations_known(dossier, path), path.closed_by)
            for path in dossier.open_paths
        ),
        tuple(
            Next(fix, by_id[fix].title, platform_words(by_id[fix].platform), remedies.minutes(by_id[fix]))
            for fix in dossier.fixes
        ),
        tuple(path.title for path in dossier.paths if not path.open),
    )
