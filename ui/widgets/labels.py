"""Labels that show text as it is: nothing from an export is ever taken for markup."""

import re
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_MAY_BREAK: Final = "\u200b"  # a space without width
_LONG: Final = 18  # letters without a gap, as in a file's path


class PlainLabel(QLabel):
    """Plain text that wraps. `role` picks its look in the stylesheet: title, heading, strong, muted, small, chip."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(parent)
        self._raw = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        if role:
            self.setProperty("role", role)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Long words such as paths may break; a screen reader gets them whole."""
        self._raw = text
        drawn = _breakable(text) if self.wordWrap() else text
        super().setText(drawn)
        self.setAccessibleName(text if drawn != text else "")

    def text(self) -> str:
        return self._raw

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line as far as it reads well; Qt itself would fold short texts in the middle."""
        if not self.wordWrap():
            return super().sizeHint()
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(line) for line in self._raw.split("\n")), default=0)
        width = max(min(longest + self._chrome(), 60 * metrics.averageCharWidth()), self.minimumSizeHint().width())
        return QSize(width, max(self.heightForWidth(width), metrics.height()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A wrapping label may get as narrow as its longest word, never narrower."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(word) for word in re.split(r"[\s\u200b]+", super().text())), default=0)
        return QSize(widest + self._chrome(), metrics.height())

    def _chrome(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right() + 2 * self.margin() + 4

    def tone(self, name: str) -> None:
        """Changes the colours to those of a severity and restyles at once."""
        self.setProperty("tone", name)
        self.style().unpolish(self)
        self.style().polish(self)


def _breakable(text: str) -> str:
    return re.sub(rf"\S{{{_LONG},}}", _with_gaps, text)


def _with_gaps(found: re.Match[str]) -> str:
    parts = re.sub(r"([/\\_.,@&=?-])", rf"\1{_MAY_BREAK}", found[0])
    return re.sub(rf"([^{_MAY_BREAK}]{{{_LONG}}})(?=[^{_MAY_BREAK}])", rf"\1{_MAY_BREAK}", parts)


def wrapping(text: str, metrics: QFontMetrics, width: int) -> int:
    """Wrap between words; inside them only where one is wider than there is room."""
    widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    return int(Qt.TextFlag.TextWordWrap if widest <= width else Qt.TextFlag.TextWrapAnywhere)


def lines_needed(text: str, metrics: QFontMetrics, width: int) -> int:
    """The height that `text` takes when wrapped into `width`, every line of it shown."""
    room = QRect(0, 0, max(width, 1), 1_000_000)
    return metrics.boundingRect(room, wrapping(text, metrics, width), text).height()
