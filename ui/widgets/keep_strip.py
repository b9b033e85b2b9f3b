"""Offers, beside the first findings, to keep what is sorted; a no is a no for the sitting."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card
from ui.widgets.labels import PlainLabel


class KeepStrip(Card):
    wanted = Signal()
    refused = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "soft", parent)
        pad = look.em(0.6)
        self.column.setContentsMargins(pad, pad // 2, pad, pad // 2)
        self.column.addWidget(
            PlainLabel(self.tr("This is in memory only. Would you like to keep what you sort, and go on another day?"))
        )
        self.see = TextButton(look, self.tr("See what that means"), "", "lock")
        self.later = TextButton(look, self.tr("No, keep nothing"), "quiet", "close")
        self.column.addWidget(ButtonRow(look, self.see, self.later))
        self.see.clicked.connect(self.wanted)
        self.later.clicked.connect(self._refuse)
        self.hide()

    def _refuse(self) -> None:
        self.hide()
        self.refused.emit()
