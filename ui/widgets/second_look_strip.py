"""Tells beside the findings that the second look still goes on, how far it is, and lets the user end it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card
from ui.widgets.icons import IconLabel
from ui.widgets.labels import PlainLabel
from ui.wording import number_words


class SecondLookStrip(Card):
    ended = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "soft", parent)
        pad = look.em(0.5)
        self.column.setContentsMargins(pad, pad // 2, pad, pad // 2)
        self.words = PlainLabel("")
        self.end = TextButton(look, self.tr("End the second look"), "quiet", "close")
        line = QHBoxLayout()
        line.addWidget(IconLabel(look, "low", "low"))
        line.addWidget(self.words, 1)
        line.addWidget(self.end)
        self.column.addLayout(line)
        self.end.clicked.connect(self._pressed)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        text = self.tr(
            "The rules are done. A small model on this computer now looks at what you wrote a second time: {done} of "
            "{total}. You can begin meanwhile; what it adds comes in at the end."
        )
        self.words.setText(text.format(done=number_words(done), total=number_words(total)))
        self.show()

    def over(self) -> None:
        self.hide()
        self.end.setEnabled(True)

    def _pressed(self) -> None:
        self.end.setEnabled(False)
        self.ended.emit()
