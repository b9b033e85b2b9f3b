"""Lists that have a name for screen readers, and the rows of the findings list, which never cut a line."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import Look
from ui.models.findings import BUCKET_ROLE, SOURCE_ROLE, STATE_ROLE
from ui.widgets.icons import paint_icon
from ui.widgets.labels import lines_needed, wrapping
from ui.wording import Bucket


class NamedList(QListView):
    """A list over a model. Rows are as high as their text needs at the width that there is."""

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def rows_height(self, most: int) -> int:
        """The height of the first `most` rows, for a list that stands above something else."""
        rows = min(self.model().rowCount(), most)
        return sum(self.sizeHintForRow(row) for row in range(rows)) + 2 * self.frameWidth() + 4


class FindingDelegate(QStyledItemDelegate):
    """A row: the severity's icon, the title, where it was found, and what the user decided."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._heights: dict[tuple[int, tuple[str, ...]], int] = {}  # measuring text is what a long list waits for
        look.changed.connect(self._heights.clear)

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        room = self._room()
        key = (
            room,
            tuple(str(index.data(role) or "") for role in (Qt.ItemDataRole.DisplayRole, SOURCE_ROLE, STATE_ROLE)),
        )
        height = self._heights.get(key)
        if height is None:
            lines = self._lines(index)
            height = sum(lines_needed(text, QFontMetrics(font), room) for text, font, _token in lines)
            self._heights[key] = height
        return QSize(self._view.viewport().width(), height + 2 * self._look.em(0.6))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, self._look.colour("accent_soft"))
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), self._look.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, self._look.colour("sunk"))
        painter.setPen(QPen(self._look.colour("hair"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_words(painter, box, index)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        bucket = index.data(BUCKET_ROLE)
        tone = bucket.value if isinstance(bucket, Bucket) else "muted"
        side, pad = self._look.em(1.35), self._look.em(0.6)
        left, width = box.left() + self._left(), self._room()
        icon = QRectF(box.left() + self._look.em(0.9), box.top() + pad, side, side)
        paint_icon(painter, tone, icon, self._look.colour(tone))
        top = box.top() + pad
        for text, font, token in self._lines(index):
            height = lines_needed(text, QFontMetrics(font), width)
            painter.setFont(font)
            painter.setPen(self._look.colour(token))
            painter.drawText(QRect(left, top, width, height), wrapping(text, QFontMetrics(font), width), text)
            top += height

    def _room(self) -> int:
        """The width for words. Room for the scroll bar is always kept: when it comes, no line may need more rows."""
        bar = self._view.verticalScrollBar().sizeHint().width()
        return self._view.width() - 2 * self._view.frameWidth() - bar - self._left() - self._look.em(0.5)

    def _left(self) -> int:
        return self._look.em(0.9) + self._look.em(1.35) + self._look.em(0.7)

    def _lines(self, index: QModelIndex | QPersistentModelIndex) -> list[tuple[str, QFont, str]]:
        sorted_out = index.data(BUCKET_ROLE) is Bucket.SORTED
        lines = [
            (str(index.data() or ""), self._look.font(bold=not sorted_out), "muted" if sorted_out else "text"),
            (str(index.data(SOURCE_ROLE) or ""), self._look.font(0.94), "muted"),
        ]
        state = str(index.data(STATE_ROLE) or "")
        if state:
            lines.append((state, self._look.font(0.94, bold=True), "ok" if sorted_out else "accent"))
        return lines
