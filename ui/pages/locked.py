"""What was kept is locked: opening it, going on without it, and the ways out when it cannot be opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.labels import PlainLabel
from ui.widgets.passphrase import PassphraseField
from ui.widgets.scrolling import Page


class LockedPage(Page):
    opened_by_store = Signal()
    opened_by_passphrase = Signal(str)
    passed_by = Signal()
    copy_wanted = Signal()
    afresh_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("What you kept is locked"), parent)
        self.lead = PlainLabel("")
        self.column.addWidget(self.lead)
        self.trouble = Notice(look, "", "warning")
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        self.words = PassphraseField(look, self.tr("Your passphrase"))
        self.column.addWidget(self.words)
        self.waits = PlainLabel(self.tr("One moment. This computer's key store may ask you for a password of its own."))
        self.waits.hide()
        self.column.addWidget(self.waits)
        self.open_by_words = TextButton(look, self.tr("Open it"), "primary", "lock")
        self.open_by_store = TextButton(look, self.tr("Open it"), "primary", "lock")
        self.pass_by = TextButton(look, self.tr("Go on without it"), "", "forward")
        self.column.addWidget(ButtonRow(self.look, self.open_by_words, self.open_by_store, self.pass_by))
        self.rescue = Card(look)
        self.rescue.column.addWidget(PlainLabel(self.tr("If it does not open any more"), "heading"))
        self.use_copy = TextButton(look, self.tr("Go back to the copy"), "", "undo")
        self.afresh = TextButton(look, self.tr("Set it aside and start afresh"))
        aside = self.tr(
            "Nothing is deleted: what cannot be opened is set aside in its folder until you clear everything."
        )
        self.rescue.column.addWidget(PlainLabel(aside, "muted"))
        self.rescue.column.addWidget(ButtonRow(self.look, self.use_copy, self.afresh))
        self.column.addWidget(self.rescue)
        self.forgotten = PlainLabel(
            self.tr(
                "A forgotten passphrase cannot be brought back by anybody. You can clear what was kept and start "
                "afresh: your downloads can be read again."
            ),
            "muted",
        )
        self.column.addWidget(self.forgotten)
        self.clear = TextButton(look, self.tr("Clear everything"), "quiet", "close")
        self.column.addWidget(ButtonRow(self.look, self.clear))
        self.open_by_words.clicked.connect(self._open)
        self.words.entered.connect(self._open)
        self.open_by_store.clicked.connect(self.opened_by_store)
        self.pass_by.clicked.connect(self.passed_by)
        self.use_copy.clicked.connect(self.copy_wanted)
        self.afresh.clicked.connect(self.afresh_wanted)
        self.clear.clicked.connect(self.clear_wanted)

    def ask(self, *, by_words: bool, by_store: bool, sitting: bool) -> None:
        """`sitting`: it was locked while somebody was at work, who is brought back to the place afterwards."""
        self.words.wipe()
        for widget in (self.words, self.open_by_words, self.forgotten):
            widget.setVisible(by_words)
        self.open_by_store.setVisible(by_store)
        both = by_store and by_words
        self.open_by_store.say(self.tr("Open it by this computer's key store") if both else self.tr("Open it"))
        self.pass_by.setVisible(not sitting)
        self.rescue.hide()
        self.trouble.say("")
        self.lead.setText(
            self.tr("It was locked, and your place is kept: opening it brings you back to where you were.")
            if sitting
            else self.tr(
                "What you kept lies on this computer, encrypted. Without opening it you can look at a download as on "
                "the first day; what you find then is not added to it."
            )
        )
        self.show_busy(on=False)

    def show_busy(self, *, on: bool) -> None:
        for widget in (self.words, self.open_by_words, self.open_by_store, self.pass_by, self.clear):
            widget.setDisabled(on)
        self.waits.setVisible(on and not self.open_by_store.isHidden())

    def refuse(self, sentence: str, *, for_good: bool, has_copy: bool) -> None:
        """Why it stays locked; what will not open any more may be gone back on or set aside."""
        self.show_busy(on=False)
        self.trouble.say(sentence)
        self.rescue.setVisible(for_good)
        self.use_copy.setVisible(has_copy)
        self.area.verticalScrollBar().setValue(0)
        if not self.words.isHidden():
            self.words.edit.setFocus()
            self.words.edit.selectAll()

    def first_focus(self) -> QWidget | None:
        return self.open_by_store if self.words.isHidden() else self.words.edit

    def _open(self) -> None:
        words = self.words.text
        if words:
            self.words.wipe()
            self.opened_by_passphrase.emit(words)
