"""A list whose rows are ticked, with boxes that grow with the text; a click anywhere on a row ticks it."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import Look
from ui.widgets.labels import lines_needed, wrapping
from ui.widgets.lists import NamedList
from ui.widgets.ticks import paint_tick

_CHECK = Qt.ItemDataRole.CheckStateRole


class TickList(NamedList):
    """Its model answers and takes the check state of each row."""

    def __init__(self, look: Look, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self.setItemDelegate(_TickDelegate(look, self))


class _TickDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = QFontMetrics(self._look.font())
        height = max(lines_needed(str(index.data() or ""), metrics, self._room()), self._look.em(1.25))
        return QSize(self._view.viewport().width(), height + 2 * self._pad())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, self._look.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, self._look.colour("sunk"))
        side = self._look.em(1.25)
        box = QRectF(row.left() + self._look.em(0.7), row.top() + self._pad(), side, side)
        paint_tick(painter, self._look, box, on=_is_on(index))
        text, font = str(index.data() or ""), self._look.font()
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        place = QRect(row.left() + self._left(), row.top() + self._pad(), self._room(), row.height())
        painter.drawText(place, wrapping(text, QFontMetrics(font), self._room()), text)
        painter.restore()

    def editorEvent(  # noqa: N802 - Qt's name
        self,
        event: QEvent,
        model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        clicked = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        pressed = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}
        if not clicked and not pressed:
            return False
        return model.setData(
            model.index(index.row(), 0), Qt.CheckState.Unchecked if _is_on(index) else Qt.CheckState.Checked, _CHECK
        )

    def _pad(self) -> int:
        return self._look.em(0.45)

    def _left(self) -> int:
        return self._look.em(0.7) + self._look.em(1.25) + self._look.em(0.7)

    def _room(self) -> int:
        bar = self._view.verticalScrollBar().sizeHint().width()
        return self._view.width() - 2 * self._view.frameWidth() - bar - self._left() - self._look.em(0.5)


def _is_on(index: QModelIndex | QPersistentModelIndex) -> bool:
    return bool(index.data(_CHECK) == Qt.CheckState.Checked)
