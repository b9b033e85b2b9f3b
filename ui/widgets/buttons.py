"""Buttons whose words wrap instead of being cut, with an icon that grows with them."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from ui.look import Look
from ui.widgets.icons import paint_icon
from ui.widgets.labels import lines_needed, wrapping

_INK: Final = {"primary": "accent_text", "quiet": "accent", "exit": "high"}
_CENTRED: Final = Qt.AlignmentFlag.AlignCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TextButton(QPushButton):
    """`kind` is primary, quiet, exit or nothing."""

    def __init__(self, look: Look, text: str, kind: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words, self._kind, self._icon = look, text, kind, icon
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setText(text.replace("&", "&&"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def say(self, text: str) -> None:
        self._words = text
        self.setAccessibleName(text)
        self.setText(text.replace("&", "&&"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = self._metrics().horizontalAdvance(self._words) + self._chrome() + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        metrics = self._metrics()
        widest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        widest = min(widest, self._look.em(9))  # a longer word is broken, not cut
        return QSize(widest + self._chrome() + 2, self._padding().y() * 2 + metrics.height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        text = lines_needed(self._words, self._metrics(), width - self._chrome())
        return max(text, self._icon_side()) + 2 * self._padding().y()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        self._draw_content(painter)

    def _draw_content(self, painter: QPainter) -> None:
        painter.setFont(self._text_font())
        ink = self._look.colour(_INK.get(self._kind, "text") if self.isEnabled() else "muted")
        painter.setPen(ink)
        box = self.rect().adjusted(self._padding().x(), 0, -self._padding().x(), 0)
        if not self._icon:
            self._write_words(painter, box, _LEFT if self._kind == "quiet" else _CENTRED)
            return
        side, gap = self._icon_side(), self._look.em(0.5) if self._words else 0
        needed = self._metrics().horizontalAdvance(self._words) + side + gap
        left = box.left() if self._kind == "quiet" else box.left() + max(0, (box.width() - needed) // 2)
        paint_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink)
        words = QRect(left + side + gap, 0, box.right() - left - side - gap + 2, self.height())
        self._write_words(painter, words, _LEFT)

    def _write_words(self, painter: QPainter, where: QRect, aligned: Qt.AlignmentFlag) -> None:
        flags = int(aligned) | wrapping(self._words, self._metrics(), where.width())
        painter.drawText(where, flags, self._words)

    def _text_font(self) -> QFont:
        return self._look.font(bold=self._kind in {"primary", "exit"})

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._text_font())

    def _icon_side(self) -> int:
        return self._look.em(1.15) if self._icon else 0

    def _padding(self) -> QPoint:
        tight = self._kind in {"quiet", "exit"}
        return QPoint(self._look.em(0.55 if tight else 0.95), self._look.em(0.35 if tight else 0.5))

    def _chrome(self) -> int:
        """Everything in the width that is not words."""
        gap = self._look.em(0.5) if self._words else 0
        icon = self._icon_side() + gap if self._icon else 0
        return 2 * self._padding().x() + icon + 2


class TallyButton(QPushButton):
    """How many findings of one severity there are: icon, number and word. Pressed, it shows only those."""

    def __init__(self, look: Look, tone: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._tone, self._words, self._count, self._compact = look, tone, text, 0, False
        self.setCheckable(True)
        self.setProperty("kind", "tally")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def count(self) -> int:
        return self._count

    def show_count(self, count: int, spoken: str) -> None:
        self._count = count
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """The word below the number, for narrow windows and large letters."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        number, word = (QFontMetrics(font) for font in self._fonts())
        side, gap, pad = self._look.em(1.5), self._look.em(0.5), self._pad()
        count, words = number.horizontalAdvance(str(self._count)), word.horizontalAdvance(self._words)
        if self._compact:
            height = max(number.height(), side) + word.height() + self._look.em(0.7)
            return QSize(max(side + gap + count, words) + 2 * pad + 6, height)
        height = max(number.height(), side) + self._look.em(0.8)
        return QSize(side + count + words + 2 * pad + 2 * gap + 6, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        numbers, words = self._fonts()
        number, word = QFontMetrics(numbers), QFontMetrics(words)
        side, gap, pad = self._look.em(1.5), self._look.em(0.5), self._pad()
        first = self.height() - word.height() - self._look.em(0.2) if self._compact else self.height()
        paint_icon(painter, self._tone, QRectF(pad, (first - side) / 2, side, side), self._look.colour(self._tone))
        at = pad + side + gap
        self._write(painter, QRect(at, 0, self.width() - at, first), numbers, str(self._count), self._tone)
        below = QRect(pad, first - self._look.em(0.3), self.width() - pad, word.height())
        at += number.horizontalAdvance(str(self._count)) + gap
        beside = QRect(at, 0, self.width() - at, self.height())
        self._write(painter, below if self._compact else beside, words, self._words, "text")

    def _write(self, painter: QPainter, where: QRect, font: QFont, text: str, token: str) -> None:
        painter.setPen(self._look.colour(token))
        painter.setFont(font)
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _pad(self) -> int:
        return self._look.em(0.55 if self._compact else 0.8)

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._look.font(1.75, bold=True), self._look.font(0.95 if self._compact else 1.05, bold=True)
