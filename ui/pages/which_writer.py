"""Some chats do not say which writer the user is: asked once, and the download is read again with the answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.folding import escape_hidden
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import ChoiceGroup
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import platform_words

_MOST = 40  # a group chat may have hundreds of writers; the likely ones come first


class WhichWriterPage(Page):
    """`answered` carries the name as the download writes it; `skipped` says that it is none of them."""

    answered = Signal(str)
    skipped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Which of these is you?"), parent)
        self.lead = PlainLabel("")
        self.column.addWidget(self.lead)
        self._names: tuple[str, ...] = ()
        self.choices = ChoiceGroup(look, ())
        self.column.addWidget(self.choices)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.go_on = TextButton(look, self.tr("This is me"), "primary", "check")
        self.skip = TextButton(look, self.tr("None of these, or I do not know"))
        flow.addWidget(self.go_on)
        flow.addWidget(self.skip)
        self.column.addWidget(row)
        self.go_on.clicked.connect(self._answer)
        self.skip.clicked.connect(self.skipped)

    def ask(self, platform: str, names: tuple[str, ...], likely: str) -> None:
        text = self.tr(
            "Some {site} chats do not say which of the writers you are. Your own words and those of others are looked "
            "at differently, so it helps to know. The download is then read once more."
        )
        self.lead.setText(text.format(site=platform_words(platform)))
        self._names = tuple(sorted(names, key=lambda name: name != likely))[:_MOST]
        hint = self.tr("The download points to this one.")
        old, self.choices = (
            self.choices,
            ChoiceGroup(
                self.look, tuple((escape_hidden(name), hint if name == likely else "") for name in self._names)
            ),
        )
        self.column.replaceWidget(old, self.choices)
        old.hide()
        old.deleteLater()
        self.choices.changed.connect(self._chosen)
        self.go_on.setEnabled(False)
        for card in reversed(self.choices.cards):
            QWidget.setTabOrder(card.radio, self.go_on)

    def first_focus(self) -> QWidget | None:
        return self.choices.cards[0].radio if self.choices.cards else self.skip

    def _chosen(self) -> None:
        self.go_on.setEnabled(True)

    def _answer(self) -> None:
        if self.choices.chosen is not None:
            self.answered.emit(self._names[self.choices.chosen])
