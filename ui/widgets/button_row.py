"""Buttons side by side that flow to the next line where there is no room."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.look import Look
from ui.widgets.flow import FlowLayout


class ButtonRow(QWidget):
    def __init__(self, look: Look, *buttons: QAbstractButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=self)
        for button in buttons:
            flow.addWidget(button)
