"""Tick boxes and radio buttons that grow with the text and are seen as easily in the dark."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from ui.look import Look
from ui.widgets.icons import paint_icon


class RoundBox(QRadioButton):
    """A radio button without words of its own: they stand beside it and wrap."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return _size(self._look)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return _size(self._look)

    def hitButton(self, _where: QPoint) -> bool:  # noqa: N802 - Qt's name
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, on = _box(self, self._look), self.isChecked()
        painter.setPen(QPen(self._look.colour("accent" if on else "line"), 2))
        painter.setBrush(self._look.colour("surface"))
        painter.drawEllipse(box)
        if on:
            dot = box.width() * 0.24
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(box.adjusted(dot, dot, -dot, -dot))


class TickBox(QCheckBox):
    """A tick box without words of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return _size(self._look)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return _size(self._look)

    def hitButton(self, _where: QPoint) -> bool:  # noqa: N802 - Qt's name
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tick(painter, self._look, _box(self, self._look), on=self.isChecked())


def paint_tick(painter: QPainter, look: Look, box: QRectF, *, on: bool) -> None:
    """A tick box, ticked or not."""
    painter.setPen(QPen(look.colour("accent" if on else "line"), 2))
    painter.setBrush(look.colour("accent" if on else "surface"))
    painter.drawRoundedRect(box, 4, 4)
    if on:
        paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), look.colour("accent_text"))


def _size(look: Look) -> QSize:
    side = max(24, look.em(1.5))
    return QSize(side, side)


def _box(widget: QWidget, look: Look) -> QRectF:
    side = float(look.em(1.25))
    return QRectF((widget.width() - side) / 2, (widget.height() - side) / 2, side, side)
