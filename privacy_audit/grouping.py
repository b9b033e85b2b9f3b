"""Groups sightings into findings: one line for each theme of a check on a platform, however often it shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from privacy_audit import severity
from privacy_audit.checking import Check, Sighting, Theme
from privacy_audit.findings import Confidence, Evidence, Finding, Severity
from privacy_audit.fingerprint import finding_id, plain_item
from privacy_audit.model import Source

KEPT = 50  # evidence kept for one finding; how much there is in all is counted
_REASONS = 3


@dataclass(slots=True)
class _Group:
    """All that speaks for one theme on one platform. Sightings are kept by confidence, so the surest come first."""

    check: Check
    theme: Theme
    platform: str
    key: str
    best: tuple[Severity, Confidence, int]
    strongest: Sighting
    kept: dict[Confidence, list[Sighting]] = field(default_factory=lambda: {level: [] for level in Confidence})
    places: set[int] = field(default_factory=set)  # hashes: positions of a big export would fill the memory
    told: int = 0  # places that were there when it was last told; 0 when it is to be told now

    def take(self, sighting: Sighting) -> None:
        rank = _rank(self.theme, sighting)
        if rank > self.best:
            self.best, self.strongest, self.told = rank, sighting, 0
        self.places.update(hash((evidence.export, evidence.source)) for evidence in sighting.evidence)
        kept = self.kept[sighting.confidence]
        if len(kept) < KEPT:
            kept.append(sighting)

    def is_news(self) -> bool:
        """New, worse, or twice as long: a line that grows by one is not told each time."""
        return len(self.places) >= 2 * self.told

    def sightings(self) -> Iterator[Sighting]:
        for level in sorted(self.kept, reverse=True):
            yield from self.kept[level]


class Findings:
    """The findings of a run while it goes on. `resolve` gives the id of a remedy for a platform and an exposure."""

    def __init__(self, checks: Iterable[Check], resolve: Callable[[str, str], str], packs: Sequence[str] = ()) -> None:
        self._themes = {(check.id, theme.id): theme for check in checks for theme in check.themes}
        self._resolve = resolve
        self._packs = tuple(packs)
        self._groups: dict[tuple[str, str, str, str], _Group] = {}

    def __len__(self) -> int:
        return len(self._groups)

    def add(self, check: Check, sighting: Sighting, platform: str) -> None:
        """Takes in what a check saw; it belongs to the platform that its evidence comes from."""
        if sighting.evidence:
            platform = sighting.evidence[0].source.importer
        address = (check.id, sighting.theme, platform, plain_item(sighting.key) if sighting.key else "")
        group = self._groups.get(address)
        if group is None:
            theme = self._themes[check.id, sighting.theme]
            group = _Group(check, theme, platform, address[3], _rank(theme, sighting), sighting)
            self._groups[address] = group
        group.take(sighting)

    def sightings(self) -> Mapping[str, Sequence[Sighting]]:
        """What was seen so far by check id, for whole-picture checks."""
        seen: dict[str, list[Sighting]] = {}
        for group in self._groups.values():
            seen.setdefault(group.check.id, []).extend(group.sightings())
        return seen

    def changed(self, keys: Mapping[str, bytes], shown: Callable[[Check], bool]) -> tuple[Finding, ...]:
        """The findings that are new or have grown since the last call, for platforms whose key is known."""
        told = []
        for group in self._groups.values():
            if group.is_news() and group.platform in keys and shown(group.check):
                group.told = max(len(group.places), 1)
                told.append(self._finding(group, keys))
        return tuple(told)

    def finished(self, keys: Mapping[str, bytes], shown: Callable[[Check], bool]) -> tuple[Finding, ...]:
        """All findings, the worst first, with what they open together."""
        groups = [group for group in self._groups.values() if shown(group.check)]
        met = severity.joins_met((group.check.id, group.theme.id) for group in groups if _counts(group))
        findings = [_joined(self._finding(group, keys), met) for group in groups]
        return tuple(sorted(findings, key=lambda finding: (-finding.severity, -finding.confidence, finding.check)))

    def withheld(self, shown: Callable[[Check], bool]) -> dict[str, int]:
        """How many findings of each check are left out."""
        counts: dict[str, int] = {}
        for group in self._groups.values():
            if not shown(group.check):
                counts[group.check.id] = counts.get(group.check.id, 0) + 1
        return counts

    def _finding(self, group: _Group, keys: Mapping[str, bytes]) -> Finding:
        check, theme, strongest = group.check, group.theme, group.strongest
        evidence = _evidence(group)
        return Finding(
            id=finding_id(keys.get(group.platform, b""), check.id, group.platform, theme.id, group.key),
            check=check.id,
            group=theme.id,
            title=theme.title,
            why=theme.why,
            severity=group.best[0],
            confidence=strongest.confidence,
            platform=group.platform,
            audience=strongest.audience,
            subject=strongest.subject,
            touches=check.touches,
            evidence=evidence,
            count=max(len(group.places), len(evidence), 1),
            clauses=self._chosen_first(theme.clauses or check.clauses),
            remedy=self._resolve(group.platform, theme.remedy),
            reasons=(*_said(group), *severity.reasons(theme.weight, strongest.audience, strongest.confidence)),
        )

    def _chosen_first(self, clauses: tuple[str, ...]) -> tuple[str, ...]:
        """Clauses of the documents that the user chose come first; the others stay, marked where they are shown."""
        return tuple(sorted(clauses, key=lambda clause: bool(self._packs) and clause.split(":")[0] not in self._packs))


def _rank(theme: Theme, sighting: Sighting) -> tuple[Severity, Confidence, int]:
    grade = severity.graded(theme.weight, sighting.audience, sighting.confidence)
    return grade, sighting.confidence, severity.openness(sighting.audience)


def _counts(group: _Group) -> bool:
    """Only what we are fairly sure of, and others may see, opens doors together with other things."""
    return group.strongest.confidence >= Confidence.LIKELY and group.best[0] >= Severity.MEDIUM


def _joined(finding: Finding, met: Sequence[severity.Join]) -> Finding:
    """A finding that we are sure of becomes high where it opens a door together with others."""
    if finding.confidence < Confidence.SURE or finding.severity < Severity.MEDIUM:
        return finding
    said = tuple(join.reason for join in met if severity.concerns(join, finding.check, finding.group))
    return replace(finding, severity=Severity.HIGH, reasons=(*said, *finding.reasons)) if said else finding


def _evidence(group: _Group) -> tuple[Evidence, ...]:
    """The first places, the surest before the others; two rules that stopped at one place share a line."""
    places: dict[tuple[int, Source], Evidence] = {}
    for sighting in group.sightings():
        for evidence in sighting.evidence:
            place = (evidence.export, evidence.source)
            known = places.get(place)
            if known is not None:
                spans = tuple(sorted({*known.spans, *evidence.spans})) if known.quote == evidence.quote else known.spans
                places[place] = replace(known, spans=spans)
            elif len(places) < KEPT:
                places[place] = evidence
    return tuple(places.values())


def _said(group: _Group) -> tuple[str, ...]:
    """The checks' own reasons, each once; one that stands within another is said already."""
    told: list[str] = []
    for sighting in group.sightings():
        if sighting.reason and not any(sighting.reason in reason for reason in told):
            told.append(sighting.reason)
    return tuple(told[:_REASONS])
