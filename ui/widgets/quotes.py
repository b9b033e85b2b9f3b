"""Somebody's own words with the parts that matter marked: plain text drawn by hand, never markup."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.labels import PlainLabel


class MarkedLabel(PlainLabel):
    """A wrapped text in which `spans` have a ground of their own, stand bold and are underlined."""

    def __init__(
        self, look: Look, text: str, spans: tuple[tuple[int, int], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent=parent)
        self._look, self._spans = look, spans
        marked = ", ".join(text[start:end] for start, end in spans)
        self.setAccessibleName(text)
        if marked:
            self.setAccessibleDescription(self.tr("Marked: {words}").format(words=marked))
        look.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return round(self._laid_out(width).boundingRect().height()) + 2

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = self._look.em(26)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setPen(self._look.colour("text"))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        text = self.text().replace("\n", "\u2028")  # one paragraph, so that line breaks stay where they are
        layout = QTextLayout(text, self._look.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marked(start, end) for start, end in self._spans])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _marked(self, start: int, end: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setBackground(self._look.colour("mark"))
        look.setForeground(self._look.colour("text"))
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setFontUnderline(True)
        marked = QTextLayout.FormatRange()
        # Qt counts in UTF-16 units, the finding in code points
        marked.start = _units(self.text()[:start])
        marked.length = _units(self.text()[start:end])
        marked.format = look
        return marked


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
