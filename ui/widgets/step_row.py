"""One numbered step of a fix: its sentence, the menu path, a message ready to send, and a link."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from privacy_audit.remedies import Step
from ui.links import site_of
from ui.look import Look
from ui.models.detail import is_waiting
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel


def beside(look: Look, *widgets: QWidget) -> QWidget:
    """Widgets side by side, in rows where there is no room."""
    row = QWidget()
    row.setObjectName("plain")
    flow = FlowLayout(look.em(0.5), parent=row)
    for widget in widgets:
        flow.addWidget(widget)
    return row


class StepRow(QWidget):
    link_wanted = Signal(str)
    copied = Signal(str)

    def __init__(self, look: Look, number: int, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._look, self._step = look, step
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(look.em(0.4))
        counter = PlainLabel(self.tr("{number}.").format(number=number), "strong", wraps=False)
        counter.setMinimumWidth(look.em(1.2))
        down = QVBoxLayout()
        down.setSpacing(look.em(0.15))
        down.addWidget(PlainLabel(step.text, "strong" if is_waiting(step) else ""))
        if step.menu:
            down.addWidget(PlainLabel(" > ".join(step.menu), "muted"))
        if step.message:
            down.addWidget(self._message())
        if step.link:
            button = TextButton(look, self.tr("Open {site}").format(site=site_of(step.link)), "quiet", "link")
            button.clicked.connect(self._follow)
            down.addWidget(beside(look, button))
        across.addWidget(counter, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(down, 1)

    def _message(self) -> Card:
        card = Card(self._look, "quote")
        card.column.addWidget(PlainLabel(self._step.message))
        button = TextButton(self._look, self.tr("Copy this message"), "quiet", "file")
        button.clicked.connect(self._copy)
        card.column.addWidget(beside(self._look, button))
        return card

    def _follow(self) -> None:
        self.link_wanted.emit(self._step.link)

    def _copy(self) -> None:
        self.copied.emit(self._step.message)
