"""A tick box in a frame, whose words wrap."""

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look import Look
from ui.widgets.cards import Card
from ui.widgets.focus_ring import RING_ON_CARD
from ui.widgets.labels import PlainLabel
from ui.widgets.ticks import TickBox


class TickLine(Card):
    """A click on the words ticks it too."""

    def __init__(self, look: Look, title: str, meaning: str, *, on: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, "true", parent)
        self.box = TickBox(look)
        self.box.setProperty(RING_ON_CARD, True)
        self.box.setChecked(on)
        self.box.setAccessibleName(title)
        self.box.setAccessibleDescription(meaning)
        row = QHBoxLayout()
        row.setSpacing(look.em(0.6))
        row.addWidget(self.box)
        block = Card(look, "none")
        block.column.setContentsMargins(0, 0, 0, 0)
        block.column.addWidget(PlainLabel(title, "strong"))
        block.column.addWidget(PlainLabel(meaning, "muted"))
        row.addWidget(block, 1)
        self.column.addLayout(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.box.setFocus()
        self.box.toggle()
        event.accept()
