"""The guidance and the steps that findings are shown with: the built-in ones, or those and what packs bring."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from privacy_audit.findings import Finding
from privacy_audit.guidance import Guidance, load_guidance
from privacy_audit.remedies import Remedies, load_remedies


@dataclass(frozen=True, slots=True)
class Library:
    """What is cited and what is advised."""

    guidance: Guidance
    remedies: Remedies


def built_in() -> Library:
    """What ships with the program."""
    return Library(load_guidance(), load_remedies())


def cited(findings: Iterable[Finding], library: Library, chosen: Sequence[str]) -> tuple[Finding, ...]:
    """Findings with the clauses and the steps that packs add: clauses of the sets that the user chose come first."""
    more: dict[str, list[str]] = {}
    known = {clause.id for pack in load_guidance().packs for clause in pack.clauses}
    for pack in library.guidance.packs:
        for clause in pack.clauses:
            if clause.id not in known:
                for check in clause.checks:
                    more.setdefault(check, []).append(clause.id)
    return tuple(_cited(finding, more, library.remedies, chosen) for finding in findings)


def _cited(finding: Finding, more: Mapping[str, list[str]], remedies: Remedies, chosen: Sequence[str]) -> Finding:
    clauses = tuple(dict.fromkeys((*finding.clauses, *more.get(finding.check, ()))))
    if chosen:
        clauses = tuple(sorted(clauses, key=lambda clause: clause.partition(":")[0] not in chosen))
    exposure = finding.remedy.partition("/")[2]
    try:
        remedy = remedies.resolve(finding.platform, exposure)
    except KeyError:
        remedy = finding.remedy
    return replace(finding, clauses=clauses, remedy=remedy)
