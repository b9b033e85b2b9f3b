"""Before and after: what of the last audit is fixed, still there, new or back, and what cannot be told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum
from typing import Final

from privacy_audit.findings import Evidence, Finding, Severity
from privacy_audit.fingerprint import finding_id, plain_item
from privacy_audit.model import Category, Moment
from privacy_audit.options import MessageScope
from privacy_audit.result import AuditResult

NO_PROOF: Final = "Gone from the download is not proof that nobody kept a copy."

_REACH: Final = {MessageScope.NONE: 0, MessageScope.OWN: 1, MessageScope.ALL: 2}
# The places that evidence names, and the kind of record that must be in an export for it to be found again.
_CATEGORIES: Final[Mapping[str, Category]] = {
    "Post": Category.POSTS,
    "Comment": Category.COMMENTS,
    "Message": Category.MESSAGES,
    "Message thread": Category.MESSAGES,
    "Caption": Category.PHOTOS,
    "Photo": Category.PHOTOS,
    "Bio": Category.PROFILE,
    "Handle": Category.PROFILE,
    "Profile": Category.PROFILE,
    "Group name": Category.GROUPS,
    "Contact name": Category.CONNECTIONS,
    "Page name": Category.LIKES,
}


class Fate(Enum):
    """What became of a finding. The value is for the terminal and for tests."""

    FIXED = "fixed"
    STILL_THERE = "still there"
    NEW = "new"
    BACK = "back again"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is kept of a finding from one audit to the next: fingerprints and our own words, no word of an export.

    Of a finding about conduct only its id and its check are kept (safeguards.md §3).
    """

    id: str
    check: str
    theme: str = ""
    platform: str = ""
    title: str = ""
    severity: Severity | None = None
    categories: frozenset[str] = frozenset()  # kinds of record that it was found in
    items: frozenset[str] = frozenset()  # keyed prints of the first places
    count: int = 0

    @property
    def about_conduct(self) -> bool:
        return not self.theme


@dataclass(frozen=True, slots=True)
class AuditMemory:
    """What is kept of an audit. `read` tells by platform which kinds of record its export held."""

    made_on: date
    read: Mapping[str, frozenset[str]]
    findings: tuple[Remembered, ...]
    messages: MessageScope = MessageScope.ALL
    withheld: frozenset[str] = frozenset()  # checks whose findings were held back


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the comparison. `now` is None for what is gone, `before` is None for what is new."""

    fate: Fate
    before: Remembered | None
    now: Remembered | None
    reworded: bool = False  # the same matter in other words
    gone: int = 0  # places that are no longer there, of those that can be compared
    added: int = 0

    @property
    def finding(self) -> Remembered:
        found = self.now or self.before
        if found is None:
            raise AssertionError("a change is about something")
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    earlier: date
    later: date
    changes: tuple[Change, ...] = field(default_factory=tuple)

    def of(self, fate: Fate) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.fate is fate)


def remembered(
    result: AuditResult, key: bytes, made_on: date, messages: MessageScope, conduct: frozenset[str]
) -> AuditMemory:
    """What may be kept of a result. `key` turns words into prints; `conduct` are the checks that keep no words."""
    read: dict[str, frozenset[str]] = {}
    for export in result.exports:
        there = frozenset(category for category, count in export.records.items() if count)
        read[export.platform] = read.get(export.platform, frozenset()) | there
    findings = tuple(
        Remembered(finding.id, finding.check) if finding.check in conduct else _remembered(finding, key)
        for finding in result.findings
    )
    withheld = frozenset(check for check, count in result.withheld.items() if count)
    return AuditMemory(made_on, read, findings, messages, withheld)


def made_on(result: AuditResult) -> date:
    """The day of the newest download in it; today when none says."""
    days: list[Moment] = [export.made for export in result.exports if export.made]
    return max(days).at.date() if days else datetime.now(tz=UTC).date()


def compare(history: Sequence[AuditMemory], now: AuditMemory) -> Comparison:
    """Against the last of the earlier audits (oldest first); those before it tell what has come back.

    Raises ValueError when there is nothing to compare with.
    """
    if not history:
        raise ValueError("there is no earlier audit")
    last, known = history[-1], {one.id for memory in history[:-1] for one in memory.findings}
    pairs, gone, fresh = _paired(last.findings, now.findings)
    changes = [_met(before, after) for before, after in pairs]
    changes += [Change(Fate.FIXED if _would_show(one, last, now) else Fate.CANNOT_TELL, one, None) for one in gone]
    changes += [Change(Fate.BACK if one.id in known else Fate.NEW, None, one) for one in fresh]
    return Comparison(last.made_on, now.made_on, tuple(sorted(changes, key=_order)))


def _remembered(finding: Finding, key: bytes) -> Remembered:
    return Remembered(
        finding.id,
        finding.check,
        finding.group,
        finding.platform,
        finding.title,
        finding.severity,
        frozenset(_categories(finding.evidence)),
        frozenset(_items(finding, key)),
        finding.count,
    )


def _categories(evidence: Iterable[Evidence]) -> Iterator[str]:
    for one in evidence:
        category = _CATEGORIES.get(one.place)
        if category is not None:
            yield category.value


def _items(finding: Finding, key: bytes) -> Iterator[str]:
    """A print for each place: of what matters in the words, so that an export in another layout gives the same."""
    for one in finding.evidence:
        text = one.quote.reveal()
        day = one.when.at.date().isoformat() if one.when else ""
        said = " ".join(text[start:end] for start, end in one.spans) or text
        yield finding_id(key, finding.check, finding.platform, finding.group, f"{plain_item(said)}\x1f{day}")


def _paired(
    before: Sequence[Remembered], after: Sequence[Remembered]
) -> tuple[list[tuple[Remembered, Remembered]], list[Remembered], list[Remembered]]:
    """The same by fingerprint first; then the same matter on the same platform, whose words have changed."""
    later = {one.id: one for one in after}
    pairs = [(one, later.pop(one.id)) for one in before if one.id in later]
    met = {one.id for one, _then in pairs}
    gone = []
    for one in before:
        if one.id in met:
            continue
        twin = next((other for other in later.values() if _same_matter(one, other)), None)
        if twin is None:
            gone.append(one)
        else:
            pairs.append((one, later.pop(twin.id)))
    return pairs, gone, list(later.values())


def _same_matter(before: Remembered, after: Remembered) -> bool:
    """A person's name or a number can change its spelling: where places are shared, it is the same matter."""
    address = (before.check, before.theme, before.platform)
    return (
        not before.about_conduct
        and address == (after.check, after.theme, after.platform)
        and bool(before.items & after.items)
    )


def _met(before: Remembered, after: Remembered) -> Change:
    return Change(
        Fate.STILL_THERE,
        before,
        after,
        reworded=before.id != after.id,
        gone=len(before.items - after.items),
        added=len(after.items - before.items),
    )


def _would_show(one: Remembered, last: AuditMemory, now: AuditMemory) -> bool:
    """Whether the later audit would have found it again, had it still been there."""
    if one.check in now.withheld:
        return False
    platforms = (one.platform,) if one.platform else tuple(last.read)
    if any(platform not in now.read for platform in platforms):
        return False
    less_read = _REACH[now.messages] < _REACH[last.messages]
    if one.about_conduct:
        return not less_read and all(last.read[each] <= now.read[each] for each in platforms)
    if less_read and Category.MESSAGES.value in one.categories:
        return False
    return one.categories <= now.read[one.platform]


def _order(change: Change) -> tuple[int, int, str]:
    severity = change.finding.severity
    return list(Fate).index(change.fate), -(severity or Severity.INFO), change.finding.title
