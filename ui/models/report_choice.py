"""The findings as a list to tick: what goes into a saved report."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from privacy_audit.findings import Finding
from privacy_audit.report.choice import Choice
from ui.wording import bucket_of, bucket_words, platform_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_CHECK: Final = Qt.ItemDataRole.CheckStateRole


class ReportChoiceModel(QAbstractListModel):
    """Worst first. A row is a finding and whether it goes in."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: list[Finding] = []
        self._in: set[str] = set()

    def replace(self, findings: Iterable[Finding], choice: Choice) -> None:
        self.beginResetModel()
        self._findings = sorted(findings, key=lambda finding: (-finding.severity, finding.title))
        self._in = {finding.id for finding in self._findings} & choice.findings
        self.endResetModel()
        self.ticked.emit()

    @property
    def chosen(self) -> frozenset[str]:
        return frozenset(self._in)

    def tick_all(self, *, on: bool) -> None:
        self._in = {finding.id for finding in self._findings} if on else set()
        if self._findings:
            self.dataChanged.emit(self.index(0), self.index(len(self._findings) - 1), [_CHECK])
        self.ticked.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._findings)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._findings):
            return None
        finding = self._findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            words = bucket_words(bucket_of(finding, None))
            return f"{finding.title} ({platform_words(finding.platform)}, {words})"
        if role == _CHECK:
            return Qt.CheckState.Checked if finding.id in self._in else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        if role != _CHECK or not index.isValid():
            return False
        finding = self._findings[index.row()].id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._in.add(finding)
        else:
            self._in.discard(finding)
        self.dataChanged.emit(index, index, [_CHECK])
        self.ticked.emit()
        return True
