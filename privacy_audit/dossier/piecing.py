"""Pieces the picture together: which facts are known from which findings, which paths they open, what closes them."""

from collections.abc import Callable, Container, Iterable, Sequence
from typing import Final

from privacy_audit.dossier.atlas import Atlas, load_atlas
from privacy_audit.dossier.fewest import cheapest
from privacy_audit.dossier.picture import AttackPath, Dossier, KnownFact
from privacy_audit.findings import Confidence, Finding
from privacy_audit.model import Audience

WITHHELD: Final = "attack-paths"  # the name under which paths are counted while the owner is not confirmed


def piece_together(
    findings: Iterable[Finding],
    minutes: Callable[[Finding], int],
    sorted_out: Container[str] = (),
    atlas: Atlas | None = None,
) -> Dossier:
    """The picture without the findings that are sorted out. `minutes` says how long a finding takes to fix."""
    atlas = atlas or load_atlas()
    told = [finding for finding in findings if finding.id not in sorted_out and _gives_away(finding)]
    facts = tuple(
        KnownFact(row.id, row.title, sources)
        for row in atlas.facts
        if (sources := tuple(one.id for one in told if row.is_given_by(one.check, one.group)))
    )
    known = {fact.id for fact in facts}
    paths = tuple(
        AttackPath(row.id, row.title, row.why, any(set(need) <= known for need in row.needs), row.needs)
        for row in atlas.paths
    )
    fixes = _fixes(told, minutes, facts, paths)
    return _quickest_first(Dossier(facts, paths, fixes), {one.id: minutes(one) for one in told})


def held_back(findings: Iterable[Finding], minutes: Callable[[Finding], int]) -> dict[str, int]:
    """How many paths are left out while nobody has said "this is me" (safeguards.md §1); empty when none is open."""
    count = len(piece_together(findings, minutes).open_paths)
    return {WITHHELD: count} if count else {}


def _gives_away(finding: Finding) -> bool:
    """A hint tells nothing yet, and what only the user can see tells nobody; what is not known counts as seen."""
    return finding.confidence >= Confidence.LIKELY and finding.audience is not Audience.ONLY_ME


def _fixes(
    told: Sequence[Finding],
    minutes: Callable[[Finding], int],
    facts: Sequence[KnownFact],
    paths: Sequence[AttackPath],
) -> tuple[str, ...]:
    given = {source for fact in facts for source in fact.sources}
    items = [finding for finding in told if finding.id in given]
    places = {finding.id: place for place, finding in enumerate(items)}
    masks = {fact.id: sum(1 << place for place in {places[source] for source in fact.sources}) for fact in facts}
    needs = [need for path in paths if path.open for need in path.needs]
    fixed = cheapest([minutes(finding) for finding in items], masks, needs)
    return tuple(finding.id for place, finding in enumerate(items) if fixed >> place & 1)


def _quickest_first(dossier: Dossier, costs: dict[str, int]) -> Dossier:
    """Orders the fixes so that each next path closes after as few minutes as can be."""
    ordered: dict[str, None] = {}
    waiting = [dossier.closed_by(path) for path in dossier.open_paths]
    while waiting:
        left = [[fix for fix in fixes if fix not in ordered] for fixes in waiting]
        place = min(range(len(left)), key=lambda place: (sum(costs[fix] for fix in left[place]), place))
        ordered |= dict.fromkeys(left[place])
        del waiting[place]
    return Dossier(dossier.facts, dossier.paths, tuple(ordered))
