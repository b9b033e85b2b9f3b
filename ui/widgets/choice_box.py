"""A drop-down list with an arrow in the colour and size of its words."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.look import Look
from ui.widgets.icons import paint_icon


class ChoiceBox(QComboBox):
    """Named for screen readers. The stylesheet takes Fusion's own arrow away; it would keep its size."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._look.em(0.85)
        where = QRectF(self.width() - side - self._look.em(0.5), (self.height() - side) / 2, side, side)
        paint_icon(painter, "open", where, self._look.colour("text"))
