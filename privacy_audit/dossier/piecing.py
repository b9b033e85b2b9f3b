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
    items = _Items(told, minutes, facts)
    paths = tuple(
        AttackPath(row.id, row.title, row.why, items.are_open(row.needs), row.needs, items.closing(row.needs))
        for row in atlas.paths
    )
    fixes = items.closing([need for path in paths for need in path.needs])
    return Dossier(facts, paths, items.quickest_first(fixes, [path for path in paths if path.open]))


def held_back(findings: Iterable[Finding], minutes: Callable[[Finding], int]) -> dict[str, int]:
    """How many paths are left out while nobody has said "this is me" (safeguards.md §1); empty when none is open."""
    count = len(piece_together(findings, minutes).open_paths)
    return {WITHHELD: count} if count else {}


def _gives_away(finding: Finding) -> bool:
    """A hint tells nothing yet, and what only the user can see tells nobody; what is not known counts as seen."""
    return finding.confidence >= Confidence.LIKELY and finding.audience is not Audience.ONLY_ME


class _Items:
    """The findings that give facts away, as the solver takes them."""

    def __init__(self, told: Sequence[Finding], minutes: Callable[[Finding], int], facts: Sequence[KnownFact]) -> None:
        given = {source for fact in facts for source in fact.sources}
        self._costs = {finding.id: minutes(finding) for finding in told if finding.id in given}
        places = {finding: place for place, finding in enumerate(self._costs)}
        self._facts = {fact.id: frozenset(fact.sources) for fact in facts}
        self._masks = {fact: sum(1 << places[one] for one in sources) for fact, sources in self._facts.items()}

    def are_open(self, needs: Iterable[Iterable[str]]) -> bool:
        return any(set(need) <= self._facts.keys() for need in needs)

    def closing(self, needs: Iterable[Iterable[str]]) -> tuple[str, ...]:
        """The findings that take the fewest minutes and leave no combination whole."""
        fixed = cheapest(list(self._costs.values()), self._masks, needs)
        return tuple(finding for place, finding in enumerate(self._costs) if fixed >> place & 1)

    def quickest_first(self, fixes: Iterable[str], paths: Iterable[AttackPath]) -> tuple[str, ...]:
        """Orders the fixes so that each next path closes after as few minutes as can be."""
        fixed = frozenset(fixes)
        ordered: dict[str, None] = {}
        waiting = [self._of(path, fixed) for path in paths]
        while waiting:
            left = [[fix for fix in mine if fix not in ordered] for mine in waiting]
            place = min(range(len(left)), key=lambda place: (sum(self._costs[fix] for fix in left[place]), place))
            ordered |= dict.fromkeys(left[place])
            del waiting[place]
        return tuple(ordered)

    def _of(self, path: AttackPath, fixed: frozenset[str]) -> tuple[str, ...]:
        """Those of the fixes that close this path: only facts that go with them are weighed."""
        whole = [need for need in path.needs if self.are_open([need])]
        return self.closing([fact for fact in need if self._facts[fact] <= fixed] for need in whole)
