"""Keep what you sorted? What would be kept, what that means, and the three answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, ChoiceGroup, Notice
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.passphrase_pair import PassphrasePair
from ui.widgets.scrolling import Page

_STORE, _PASSPHRASE, _NOTHING = range(3)


class KeepPage(Page):
    """`store_chosen`, `passphrase_chosen` and `nothing_chosen` are the answers."""

    store_chosen = Signal()
    passphrase_chosen = Signal(str)
    nothing_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Keep what you sorted?"), parent)
        lead = self.tr(
            "So far everything is in memory only. You can keep it on this computer, encrypted, and go on another day; "
            "a later download is then compared with this one."
        )
        self.column.addWidget(PlainLabel(lead))
        self.trouble = Notice(look, "", "warning")
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        self.column.addWidget(self._what())
        asked_for = self.tr(
            "Things kept on a computer can be asked for in a misconduct or court matter, this included. Keeping "
            "nothing is a good answer too."
        )
        self.column.addWidget(Notice(look, asked_for, "warning"))
        self.choices = ChoiceGroup(look, self._answers())
        self.column.addWidget(self.choices)
        self.no_store = PlainLabel(
            self.tr("No key store was found on this computer, so a passphrase is the way to keep things here."), "muted"
        )
        self.no_store.hide()
        self.column.addWidget(self.no_store)
        self.pair = PassphrasePair(look, self.tr("Keep it behind this passphrase"))
        self.pair.hide()
        self.column.addWidget(self.pair)
        self.synced = Notice(look, "", "warning")
        self.synced.hide()
        self.column.addWidget(self.synced)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.go_on = TextButton(look, self.tr("Go on"), "primary", "forward")
        self.go_on.setEnabled(False)
        flow.addWidget(self.go_on)
        self.column.addWidget(row)
        self.choices.changed.connect(self._chosen)
        self.go_on.clicked.connect(self._answer)
        self.pair.chosen.connect(self.passphrase_chosen)

    def ask(self, *, closing: bool, synced: str) -> None:
        """Begins anew. `closing`: the window was about to close. `synced`: a cloud that copies the folder away."""
        self.choices.clear()
        self.go_on.setEnabled(False)
        self.pair.wipe()
        self.pair.hide()
        self.show_store(there=True)
        text = self.tr(
            "The folder where this would lie is copied to a cloud: {folder}. It would be copied there too, encrypted."
        )
        self.synced.say(text.format(folder=synced) if synced else "")
        self.go_on.say(self.tr("Go on and close") if closing else self.tr("Go on"))
        self.show_busy(on=False)
        self.trouble.say("")

    def show_store(self, *, there: bool) -> None:
        """Whether the computer has a key store: it is looked for while the page is read."""
        self.choices.cards[_STORE].setVisible(there)
        self.no_store.setVisible(not there)
        if not there and self.choices.chosen == _STORE:
            self.choices.clear()
            self.go_on.setEnabled(False)

    def show_busy(self, *, on: bool) -> None:
        self.choices.setDisabled(on)
        self.pair.setDisabled(on)
        self.go_on.setDisabled(on or self.choices.chosen is None)
        if on:
            self.trouble.say(
                self.tr("One moment: it is being made. The computer's key store may ask you something, too.")
            )

    def refuse(self, sentence: str) -> None:
        self.show_busy(on=False)
        self.trouble.say(sentence)
        self.area.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget | None:
        card = self.choices.cards[_STORE]
        return (self.choices.cards[_PASSPHRASE] if card.isHidden() else card).radio

    def _answers(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Keep it, opened by this computer"),
                self.tr(
                    "Nothing to remember: the key lies in the computer's own key store. Whoever can use your account "
                    "on this computer can open it, and so can programs that run there."
                ),
            ),
            (
                self.tr("Keep it behind a passphrase"),
                self.tr("Best where others use this computer or its account. Forgotten, it cannot be brought back."),
            ),
            (
                self.tr("Keep nothing"),
                self.tr("Closing the window forgets everything, as now. You can change your mind until then."),
            ),
        )

    def _what(self) -> Card:
        card = Card(self.look)
        card.column.addWidget(PlainLabel(self.tr("What would be kept"), "heading"))
        lines = (
            self.tr("What exposes you, such as a birthday or a home town, with the words that show it."),
            self.tr(
                "Of what you wrote about work and of other people only that it was found, when, and what you decided: "
                "never the words. They are read again from the download."
            ),
            self.tr("Your decisions with the way back, what you told about yourself, and your settings."),
            self.tr("Each look through a download goes after twelve months, unless you hold on to it."),
        )
        for line in lines:
            card.column.addWidget(PlainLabel(self.tr("• {line}").format(line=line)))
        card.column.addWidget(PlainLabel(self.tr("What is never kept"), "heading"))
        never = self.tr(
            "The download itself, your messages, whether there is a case, and anything of the made-up officer."
        )
        card.column.addWidget(PlainLabel(self.tr("• {line}").format(line=never)))
        return card

    def _chosen(self) -> None:
        behind_words = self.choices.chosen == _PASSPHRASE
        self.pair.setVisible(behind_words)
        self.go_on.setVisible(not behind_words)
        self.go_on.setEnabled(self.choices.chosen is not None)

    def _answer(self) -> None:
        if self.choices.chosen == _STORE:
            self.store_chosen.emit()
        elif self.choices.chosen == _NOTHING:
            self.nothing_chosen.emit()
