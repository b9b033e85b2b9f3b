"""Choosing the download: drop it, pick files or a folder; what was chosen is listed before it is read."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from privacy_audit.folding import escape_hidden
from privacy_audit.options import MessageScope
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import IconLabel
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page


class DropZone(Card):
    """Takes files and folders that are dropped on it; the buttons inside do the same by keyboard."""

    dropped = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "drop", parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if _paths(event):
            self.set_kind("drop_over")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self.set_kind("drop")
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self.set_kind("drop")
        event.acceptProposedAction()
        self.dropped.emit(_paths(event))


class ChooseExportPage(Page):
    chosen = Signal(object)  # tuple of paths to read now
    picked = Signal(object)  # tuple of paths that the list holds, for a word about where they lie
    fetch_agreed = Signal(object)  # tuple of paths to read, fetched from the cloud first
    help_wanted = Signal()
    messages_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Choose your download"), parent)
        self.paths: tuple[Path, ...] = ()
        lead = self.tr(
            "The ZIP file that the site gave you, all its parts if there are several, or the folder that you unpacked. "
            "We work out which site it came from, and nothing in it is changed."
        )
        self.column.addWidget(PlainLabel(lead, "muted"))
        self.refusal = Notice(look, "", "warning")
        self.refusal.hide()
        self.column.addWidget(self.refusal)
        self.column.addWidget(self._zone())
        self.where = Notice(look, "", "warning")
        self.where.hide()
        self.list_card = self._list()
        self.column.addWidget(self.list_card)
        self.column.addWidget(self.where)
        self.away = self._away()
        self.column.addWidget(self.away)
        self.scope = PlainLabel("", "muted")
        self.column.addWidget(self.scope)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.change_scope = TextButton(look, self.tr("Change how messages are read"), "quiet", "settings")
        flow.addWidget(self.change_scope)
        self.column.addWidget(row)
        self.change_scope.clicked.connect(self.messages_wanted)
        keep = self.tr(
            "The download itself is the biggest exposure of all: everything is in it. Keep it in one safe place that "
            "is not shared or copied to a cloud, and think about what becomes of it when you have finished."
        )
        self.column.addWidget(Notice(look, keep, "soft"))
        self._show_paths()

    def show_scope(self, scope: MessageScope) -> None:
        """How far messages will be read, as it was answered."""
        self.scope.setText(
            {
                MessageScope.NONE: self.tr("Of messages, only names and dates will be read."),
                MessageScope.OWN: self.tr("Of messages, only your own words will be read."),
                MessageScope.ALL: self.tr("Messages will be read whole, what others wrote included."),
            }[scope]
        )

    def refuse(self, sentence: str) -> None:
        """Why the last choice could not be read, and what to do next; nothing was changed."""
        self.refusal.say(sentence)
        if sentence:
            self.area.verticalScrollBar().setValue(0)

    def warn_about_place(self, sentence: str) -> None:
        self.where.say(sentence)

    def ask_to_fetch(self) -> None:
        """Some of what was chosen lies only in a cloud: reading it would fetch it, so that is asked first."""
        self.away.show()
        self.fetch.setFocus()

    def add(self, paths: tuple[Path, ...]) -> None:
        self.paths = (*self.paths, *(path for path in paths if path not in self.paths))
        self.refuse("")
        self._show_paths()

    def clear(self) -> None:
        self.paths = ()
        self._show_paths()

    def first_focus(self) -> QWidget | None:
        return self.read if self.paths else self.file_button

    def _zone(self) -> DropZone:
        zone = DropZone(self.look)
        self.zone = zone
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(self.look.em(0.7), parent=row)
        self.file_button = TextButton(self.look, self.tr("Choose files"), "primary", "file")
        self.folder_button = TextButton(self.look, self.tr("Choose a folder"), "", "folder")
        self.help_button = TextButton(self.look, self.tr("I have no download yet"), "quiet", "download")
        for button in (self.file_button, self.folder_button, self.help_button):
            flow.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(self.look.em(0.6))
        words.addWidget(PlainLabel(self.tr("Drop the download here, or choose it"), "heading"))
        words.addWidget(row)
        across = QHBoxLayout()
        across.setSpacing(self.look.em(1.2))
        across.addWidget(IconLabel(self.look, "download", "accent", 3.2), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        edge = self.look.em(1.6)
        zone.column.setContentsMargins(edge, edge, edge, edge)
        zone.column.addLayout(across)
        zone.dropped.connect(self._picked)
        self.file_button.clicked.connect(self._pick_files)
        self.folder_button.clicked.connect(self._pick_folder)
        self.help_button.clicked.connect(self.help_wanted)
        return zone

    def _list(self) -> Card:
        card = Card(self.look)
        card.column.addWidget(PlainLabel(self.tr("Chosen"), "heading"))
        self._names = QVBoxLayout()
        card.column.addLayout(self._names)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(self.look.em(0.7), parent=row)
        self.read = TextButton(self.look, self.tr("Read it now"), "primary", "forward")
        self.empty = TextButton(self.look, self.tr("Choose again"), "", "undo")
        flow.addWidget(self.read)
        flow.addWidget(self.empty)
        card.column.addWidget(row)
        self.read.clicked.connect(self._read)
        self.empty.clicked.connect(self._again)
        return card

    def _away(self) -> Card:
        card = Card(self.look, "warning")
        words = self.tr(
            "Some of this is not on this computer but in your cloud store. Reading it fetches it from there first, "
            "which your cloud provider sees. Or save it to this computer yourself and choose it again."
        )
        card.column.addWidget(PlainLabel(words))
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(self.look.em(0.7), parent=row)
        self.fetch = TextButton(self.look, self.tr("Fetch it and read it"), "", "download")
        flow.addWidget(self.fetch)
        card.column.addWidget(row)
        card.hide()
        self.fetch.clicked.connect(self._fetch)
        return card

    def _fetch(self) -> None:
        self.away.hide()
        self.fetch_agreed.emit(self.paths)

    def _show_paths(self) -> None:
        while (item := self._names.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for path in self.paths:
            self._names.addWidget(PlainLabel(escape_hidden(path.name or str(path))))
        self.list_card.setVisible(bool(self.paths))
        self.away.hide()
        if not self.paths:
            self.where.hide()
        self.picked.emit(self.paths)

    def _picked(self, paths: tuple[Path, ...]) -> None:
        if paths:
            self.add(paths)
            self.read.setFocus()

    def _pick_files(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(self, self.tr("Choose your download"), str(Path.home()))
        self._picked(tuple(Path(name) for name in names))

    def _pick_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose the folder"), str(Path.home()))
        self._picked((Path(name),) if name else ())

    def _again(self) -> None:
        self.clear()
        self.file_button.setFocus()

    def _read(self) -> None:
        if self.paths:
            self.chosen.emit(self.paths)


def _paths(event: QDropEvent) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
