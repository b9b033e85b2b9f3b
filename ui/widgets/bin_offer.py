"""The download itself: named file by file, and moved to the bin only when ticked, and only without a case."""

from pathlib import Path

from PySide6.QtCore import QFile, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privacy_audit.folding import escape_hidden
from privacy_audit.locations import synced_by
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.tick_line import TickLine


class BinOffer(Card):
    """`moved` carries the paths that are in the bin now; `question_wanted` asks for the evidence question."""

    moved = Signal(object)
    question_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "true", parent)
        self._look = look
        self.paths: tuple[Path, ...] = ()
        self.ticks: tuple[TickLine, ...] = ()
        self.column.addWidget(PlainLabel(self.tr("The download itself"), "heading"))
        self.lead = PlainLabel("")
        self.column.addWidget(self.lead)
        self._lines = QWidget()
        self._lines.setObjectName("plain")
        self._list = QVBoxLayout(self._lines)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.em(0.5))
        self.column.addWidget(self._lines)
        self.synced = Notice(look, "", "warning")
        self.waits = Notice(look, "", "warning")
        self.told = Notice(look, "", "notice")
        for notice in (self.synced, self.waits, self.told):
            notice.hide()
            self.column.addWidget(notice)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.bin = TextButton(look, self.tr("Move what is ticked to the bin"))
        self.ask = TextButton(look, self.tr("Is there a case?"), "", "scales")
        flow.addWidget(self.bin)
        flow.addWidget(self.ask)
        self.column.addWidget(row)
        self.bin.clicked.connect(self._move)
        self.ask.clicked.connect(self.question_wanted)

    def show_files(self, paths: tuple[Path, ...], *, may_go: bool, made_up: bool = False) -> None:
        """`may_go` says that the evidence question was answered with no."""
        self.paths = () if made_up else paths
        self._show_lines(may_go=may_go)
        self.told.say("")
        if not self.paths:
            self.lead.setText(
                self.tr(
                    "If a download of yours lies on this computer, it is the biggest exposure of all: everything about "
                    "you is in it. Keep it in one safe place that is not shared."
                )
            )
        elif may_go:
            self.lead.setText(
                self.tr(
                    "It is the biggest exposure of all: everything about you is in it. Keep it in one safe place that "
                    "is not shared, or tick it and move it to the bin."
                )
            )
        else:
            self.lead.setText(
                self.tr(
                    "It is the biggest exposure of all: everything about you is in it. Keep it in one safe place that "
                    "is not shared."
                )
            )
        self._warn(may_go=may_go)
        self.bin.setVisible(may_go and bool(self.paths))
        self.bin.setEnabled(False)
        self.ask.setVisible(bool(self.paths) and not may_go)

    def _show_lines(self, *, may_go: bool) -> None:
        for line in self.ticks:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.ticks = tuple(
            TickLine(self._look, escape_hidden(path.name), escape_hidden(str(path.parent)), on=False)
            for path in self.paths
        )
        for line in self.ticks:
            line.box.setVisible(may_go)
            line.box.toggled.connect(self._ticked)
            self._list.addWidget(line)
        self._lines.setVisible(bool(self.ticks))

    def _warn(self, *, may_go: bool) -> None:
        cloud = next((name for name in map(synced_by, self.paths) if name is not None), "")
        synced = self.tr(
            "It lies in a folder that is copied to a cloud: {folder}. In the bin here, it may still be in the cloud's "
            "own bin for some weeks, and on your other devices: empty those too."
        )
        self.synced.say(synced.format(folder=escape_hidden(cloud)) if cloud else "")
        waits = self.tr(
            "Do not delete it while there is, or might be, a case: get independent advice first. If you have not "
            "answered that question yet, please do."
        )
        self.waits.say(waits if self.paths and not may_go else "")

    def _ticked(self) -> None:
        self.bin.setEnabled(any(line.box.isChecked() for line in self.ticks))

    def _move(self) -> None:
        ticked = [path for path, line in zip(self.paths, self.ticks, strict=True) if line.box.isChecked()]
        gone = tuple(path for path in ticked if _to_bin(path))
        left = [path for path in ticked if path not in gone]
        if gone:
            self.moved.emit(gone)
        if left:
            text = self.tr(
                "This could not be moved to the bin: {names}. It may be open elsewhere, or on a disk without a bin. "
                "Delete it yourself when you are ready."
            )
            self.told.say(text.format(names=", ".join(escape_hidden(path.name) for path in left)))
        else:
            self.told.say(self.tr("It is in the bin. It is gone only when you empty the bin."))


def _to_bin(path: Path) -> bool:
    """The system's own bin, from which it can be taken back."""
    moved, _where = QFile.moveToTrash(str(path))
    return moved
