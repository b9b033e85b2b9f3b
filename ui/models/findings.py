"""The findings as rows of a list, and the filter that the cards, the topic and the search box set."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from privacy_audit.decisions import Decision
from privacy_audit.findings import Finding
from privacy_audit.folding import escape_hidden
from ui.wording import (
    Bucket,
    Topic,
    bucket_of,
    bucket_words,
    decision_words,
    moment_words,
    places_words,
    platform_words,
    topic_of,
    topic_words,
)

FINDING_ROLE: Final = Qt.ItemDataRole.UserRole
BUCKET_ROLE: Final = Qt.ItemDataRole.UserRole + 1
SOURCE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
STATE_ROLE: Final = Qt.ItemDataRole.UserRole + 3
TOPIC_ROLE: Final = Qt.ItemDataRole.UserRole + 4
Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_EXCERPT: Final = 44  # letters


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding beside what the user decided about it."""

    finding: Finding
    decision: Decision | None
    twin: bool = False  # another row has the same title: the words tell them apart

    @property
    def bucket(self) -> Bucket:
        return bucket_of(self.finding, self.decision)

    @property
    def topic(self) -> Topic:
        return topic_of(self.finding.check)


class FindingsModel(QAbstractListModel):
    """Worst first, surest first. Rows come in whole with `replace`; a decision changes one row only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FindingRow] = []
        self._answers: list[dict[int, object]] = []

    def replace(self, findings: Iterable[Finding], decisions: Mapping[str, Decision]) -> None:
        self.beginResetModel()
        ordered = sorted(findings, key=lambda finding: (-finding.severity, -finding.confidence, finding.title))
        titles = Counter(finding.title for finding in ordered)
        self._rows = [FindingRow(finding, decisions.get(finding.id), titles[finding.title] > 1) for finding in ordered]
        self._answers = [self._answers_of(row) for row in self._rows]
        self.endResetModel()

    def decide(self, finding_id: str, decision: Decision | None) -> None:
        for place, row in enumerate(self._rows):
            if row.finding.id == finding_id:
                self._rows[place] = replace(row, decision=decision)
                self._answers[place] = self._answers_of(self._rows[place])
                self.dataChanged.emit(self.index(place), self.index(place))

    def row(self, finding_id: str) -> FindingRow | None:
        return next((row for row in self._rows if row.finding.id == finding_id), None)

    def index_of(self, finding_id: str) -> QModelIndex:
        places = [place for place, row in enumerate(self._rows) if row.finding.id == finding_id]
        return self.index(places[0]) if places else QModelIndex()

    def counts(self) -> dict[Bucket, int]:
        counts = dict.fromkeys(Bucket, 0)
        for row in self._rows:
            counts[row.bucket] += 1
        return counts

    def topics(self) -> tuple[Topic, ...]:
        held = {row.topic for row in self._rows}
        return tuple(topic for topic in Topic if topic in held)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        return self._answers[index.row()].get(role)

    def _answers_of(self, row: FindingRow) -> dict[int, object]:
        """What each role answers, put together once: a long list asks again and again."""
        return {
            Qt.ItemDataRole.DisplayRole: row.finding.title,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken(row),
            FINDING_ROLE: row,
            BUCKET_ROLE: row.bucket,
            SOURCE_ROLE: source_line(row),
            STATE_ROLE: decision_words(row.decision) if row.decision else "",
            TOPIC_ROLE: row.topic,
        }

    def _spoken(self, row: FindingRow) -> str:
        parts = [bucket_words(row.bucket), row.finding.title, source_line(row)]
        if row.decision:
            parts.append(decision_words(row.decision))
        return ". ".join(parts)


def source_line(row: FindingRow) -> str:
    """ "Facebook · Profile · 14 March 2019", or how many places there are; of twins, first what they say."""
    finding = row.finding
    first = finding.evidence[0] if finding.evidence else None
    parts = [_excerpt(first.quote.reveal())] if row.twin and first is not None and first.quote else []
    parts.append(platform_words(finding.platform))
    if finding.count > 1:
        days = sorted(item.when.at.year for item in finding.evidence if item.when)
        parts.append(places_words(finding.count))
        if days:
            parts.append(str(days[0]) if days[0] == days[-1] else f"{days[0]} to {days[-1]}")
    elif first is not None:
        parts.extend(text for text in (first.place, moment_words(first.when)) if text)
    return " · ".join(parts)


def _excerpt(text: str) -> str:
    shown = escape_hidden(" ".join(text.split()))
    return f"“{shown}”" if len(shown) <= _EXCERPT else f"“{shown[:_EXCERPT].rstrip()}…”"


class FindingsFilter(QSortFilterProxyModel):
    """What of the list is shown; sorted items go to the end, everything else keeps the model's order."""

    def __init__(self, model: FindingsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bucket: Bucket | None = None
        self.topic: Topic | None = None
        self.words = ""
        self.setDynamicSortFilter(True)
        self.setSourceModel(model)
        self.sort(0)

    @property
    def narrowed(self) -> bool:
        return self.bucket is not None or self.topic is not None or bool(self.words)

    def narrow(self, *, bucket: Bucket | None = None, topic: Topic | None = None, words: str = "") -> None:
        self.bucket, self.topic, self.words = bucket, topic, words.casefold().strip()
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:  # noqa: N802 - Qt's name
        found = self.sourceModel().index(row, 0).data(FINDING_ROLE)
        if not isinstance(found, FindingRow):
            return False
        if self.bucket is not None and found.bucket is not self.bucket:
            return False
        if self.topic is not None and found.topic is not self.topic:
            return False
        return not self.words or self.words in self._haystack(found)

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802 - Qt's name
        sides = [(index.data(BUCKET_ROLE) is Bucket.SORTED, index.row()) for index in (left, right)]
        return sides[0] < sides[1]

    @staticmethod
    def _haystack(row: FindingRow) -> str:
        quotes = (item.quote.reveal() for item in row.finding.evidence)
        parts = (row.finding.title, row.finding.why, source_line(row), topic_words(row.topic), *quotes)
        return "\n".join(parts).casefold()
