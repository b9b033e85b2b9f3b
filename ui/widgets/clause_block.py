"""One clause of the guidance: what it asks, its own words, and the document in which it stands."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import Look
from ui.models.detail import Cited
from ui.widgets.labels import PlainLabel


class ClauseBlock(QWidget):
    def __init__(self, look: Look, cited: Cited, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.em(0.2))
        column.setSpacing(look.em(0.15))
        column.addWidget(PlainLabel(cited.asks))
        column.addWidget(PlainLabel(self.tr("“{words}”").format(words=cited.words), "muted"))
        column.addWidget(PlainLabel(self._document(cited), "small"))
        if not cited.yours:
            column.addWidget(PlainLabel(self.tr("This is not your employer's guidance."), "small"))

    def _document(self, cited: Cited) -> str:
        text = self.tr("{issuer}, {document}, section {section}").format(
            issuer=cited.issuer, document=cited.document, section=cited.section
        )
        return self.tr("{text}, issued {day}").format(text=text, day=cited.issued) if cited.issued else text
