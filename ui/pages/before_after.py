"""Before and after: what became of each finding since an earlier download, a card for each fate."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from privacy_audit.comparing import Comparison, Fate
from privacy_audit.report.comparison_report import FATES, FATES_MEAN, change_line, opening
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import IconLabel
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import date_words

_ICONS = {
    Fate.FIXED: ("ok", "ok"),
    Fate.STILL_THERE: ("medium", "medium"),
    Fate.NEW: ("high", "high"),
    Fate.BACK: ("high", "high"),
    Fate.CANNOT_TELL: ("unseen", "muted"),
}
_SHOWN = 40  # lines of a card; the others are counted


class BeforeAfterPage(Page):
    earlier_chosen = Signal(object)  # tuple of paths
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Before and after"), parent)
        lead = self.tr(
            "If you have an earlier download of the same account, we read it as well and show what is gone since then, "
            "what is still there and what is new."
        )
        self.column.addWidget(PlainLabel(lead, "muted"))
        self.told = Notice(look, "", "notice")
        self.told.hide()
        self.column.addWidget(self.told)
        self.files = TextButton(look, self.tr("Choose the earlier download"), "primary", "file")
        self.folder = TextButton(look, self.tr("Choose its folder"), "", "folder")
        self.stop = TextButton(look, self.tr("Stop"), "", "close")
        self.stop.hide()
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        for button in (self.files, self.folder, self.stop):
            flow.addWidget(button)
        self.column.addWidget(row)
        self.summary = PlainLabel("", "strong")
        self.column.addWidget(self.summary)
        self._cards: list[QWidget] = []
        self.files.clicked.connect(self._pick_files)
        self.folder.clicked.connect(self._pick_folder)
        self.stop.clicked.connect(self.cancelled)

    def show_reading(self, *, on: bool) -> None:
        """While the earlier download is read, it can be stopped and nothing else chosen."""
        for button in (self.files, self.folder):
            button.setDisabled(on)
        self.stop.setVisible(on)
        if on:
            self.say(self.tr("The earlier download is being read. You can go on elsewhere meanwhile."))

    def say(self, sentence: str) -> None:
        self.told.say(sentence)

    def show_comparison(self, comparison: Comparison | None, check_titles: Mapping[str, str]) -> None:
        for card in self._cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        self.summary.setText("")
        if comparison is None:
            return
        text = self.tr("Since {day}: {told}")
        self.summary.setText(text.format(day=date_words(comparison.earlier), told=opening(comparison)))
        for fate in Fate:
            lines = [change_line(change, check_titles) for change in comparison.of(fate)]
            if lines:
                self._card(fate, lines)

    def first_focus(self) -> QWidget | None:
        return self.files if self.files.isEnabled() else self.stop

    def _card(self, fate: Fate, lines: list[str]) -> None:
        card = Card(self.look)
        title = QWidget()
        title.setObjectName("plain")
        flow = FlowLayout(self.look.em(0.6), parent=title)
        flow.addWidget(IconLabel(self.look, *_ICONS[fate]))
        flow.addWidget(PlainLabel(FATES[fate], "heading", wraps=False))
        card.column.addWidget(title)
        if FATES_MEAN[fate]:
            card.column.addWidget(PlainLabel(FATES_MEAN[fate], "muted"))
        for line in lines[:_SHOWN]:
            card.column.addWidget(PlainLabel(self.tr("• {line}").format(line=line)))
        if len(lines) > _SHOWN:
            card.column.addWidget(PlainLabel(self.tr("and {count} more").format(count=len(lines) - _SHOWN), "muted"))
        self.column.addWidget(card)
        self._cards.append(card)

    def _pick_files(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(self, self.tr("Choose the earlier download"), str(Path.home()))
        if names:
            self.earlier_chosen.emit(tuple(Path(name) for name in names))

    def _pick_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose its folder"), str(Path.home()))
        if name:
            self.earlier_chosen.emit((Path(name),))
