"""Labels that show text as it is: nothing from an export is ever taken for markup."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class PlainLabel(QLabel):
    """Plain text that wraps. `role` picks its look in the stylesheet: title, heading, strong, muted, small, chip."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wraps)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A wrapping label may get as narrow as its longest word, never narrower."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        margins = self.contentsMargins()
        chrome = margins.left() + margins.right() + 2 * self.margin() + 4
        return QSize(min(widest + chrome, 40 * metrics.averageCharWidth()), metrics.height())

    def tone(self, name: str) -> None:
        """Changes the colours to those of a severity and restyles at once."""
        self.setProperty("tone", name)
        self.style().unpolish(self)
        self.style().polish(self)


def wrapping(text: str, metrics: QFontMetrics, width: int) -> int:
    """Wrap between words; inside them only where one is wider than there is room."""
    widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    return int(Qt.TextFlag.TextWordWrap if widest <= width else Qt.TextFlag.TextWrapAnywhere)


def lines_needed(text: str, metrics: QFontMetrics, width: int) -> int:
    """The height that `text` takes when wrapped into `width`, every line of it shown."""
    room = QRect(0, 0, max(width, 1), 1_000_000)
    return metrics.boundingRect(room, wrapping(text, metrics, width), text).height()
