"""Small line icons that take the colour and the size of the words beside them."""

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return files("ui.resources.icons").joinpath(f"{name}.svg").read_text(encoding="utf-8")


def paint_icon(painter: QPainter, name: str, where: QRectF, colour: QColor) -> None:
    drawing = _drawing(name).replace("#000000", colour.name())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, where)


def icon_of(name: str, colour: QColor, side: int, ratio: float = 1.0) -> QIcon:
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, side, side), colour)
    painter.end()
    return QIcon(pixmap)


class IconLabel(QWidget):
    """An icon that stands beside words which say the same; a screen reader passes it by."""

    def __init__(self, look: Look, name: str, token: str, times: float = 1.2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._token, self._times = look, name, token, times
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def show_icon(self, name: str, token: str) -> None:
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        side = self._look.em(self._times)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, self._name, QRectF(self.rect()), self._look.colour(self._token))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
