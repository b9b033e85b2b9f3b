"""Choosing a passphrase: typed twice, long enough, and said plainly that nobody can bring it back."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.labels import PlainLabel
from ui.widgets.passphrase import PassphraseField

LEAST: Final = 12  # letters: four short words


class PassphrasePair(Card):
    """`chosen` carries the passphrase once; the fields are empty by then."""

    chosen = Signal(str)

    def __init__(self, look: Look, action: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "soft", parent)
        advice = self.tr(
            "Four or five words that have nothing to do with each other are easy to remember and hard to guess. Nobody "
            "can bring the passphrase back for you: write it on paper if you must, and keep that away from here."
        )
        self.column.addWidget(PlainLabel(advice))
        self.first = PassphraseField(look, self.tr("Your passphrase"))
        self.second = PassphraseField(look, self.tr("The same once more"), can_show=False)
        self.second.follow(self.first)
        self.problem = Notice(look, "", "warning")
        self.problem.hide()
        self.go = TextButton(look, action, "primary", "lock")
        row = ButtonRow(look, self.go)
        for widget in (self.first, self.second, self.problem, row):
            self.column.addWidget(widget)
        self.go.clicked.connect(self._choose)
        self.first.entered.connect(self.second.edit.setFocus)
        self.second.entered.connect(self._choose)

    def wipe(self) -> None:
        self.first.wipe()
        self.second.wipe()
        self.problem.say("")

    def _choose(self) -> None:
        words = self.first.text
        if len(words.strip()) < LEAST:
            self._ask_again(self.tr("That is easy to guess. Please make it at least twelve letters: a few words do."))
        elif words != self.second.text:
            self._ask_again(self.tr("The two are not the same. Please type them again."))
        else:
            self.wipe()
            self.chosen.emit(words)

    def _ask_again(self, sentence: str) -> None:
        self.problem.say(sentence)
        self.first.edit.setFocus()
        self.first.edit.selectAll()
