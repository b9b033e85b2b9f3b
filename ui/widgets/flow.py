"""A layout that puts widgets side by side and goes on in the next row where they no longer fit."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """`even` gives all columns the same width, as many columns as fit; otherwise each widget has its own width."""

    def __init__(self, spacing: int = 10, *, even: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._even = even
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = sum(item.sizeHint().width() + self.spacing() for item in self._shown())
        return QSize(max(width - self.spacing(), 0), self.heightForWidth(max(width, 1)))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        shown = self._shown()
        return QSize(
            max((item.minimumSize().width() for item in shown), default=0),
            max((item.minimumSize().height() for item in shown), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        shown, gap = self._shown(), self.spacing()
        if self._even:
            return self._arrange_evenly(shown, rect, gap, move=move)
        top = rect.y()
        for row in self._rows(shown, rect.width()):
            height = max(size.height() for _item, size in row)
            x = rect.x()
            for item, size in row:
                if move:  # in the middle of its row
                    item.setGeometry(QRect(QPoint(x, top + (height - size.height()) // 2), size))
                x += size.width() + gap
            top += height + gap
        return max(top - gap - rect.y(), 0)

    def _rows(self, shown: list[QLayoutItem], room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in shown:
            width = min(item.sizeHint().width(), max(room, item.minimumSize().width()))
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if not rows or taken + width > room:
                rows.append([])
                taken = 0
            rows[-1].append((item, QSize(width, height)))
            taken += width + self.spacing()
        return rows

    @staticmethod
    def _arrange_evenly(shown: list[QLayoutItem], rect: QRect, gap: int, *, move: bool) -> int:
        if not shown:
            return 0
        widest = max(item.sizeHint().width() for item in shown)
        columns = max(1, min(len(shown), (rect.width() + gap) // (widest + gap)))
        rows = -(-len(shown) // columns)
        columns = -(-len(shown) // rows)  # four in two rows are two and two, never three and one
        width = (rect.width() - gap * (columns - 1)) // columns
        height = max(item.sizeHint().height() for item in shown)
        if move:
            for place, item in enumerate(shown):
                corner = QPoint(
                    rect.x() + place % columns * (width + gap), rect.y() + place // columns * (height + gap)
                )
                item.setGeometry(QRect(corner, QSize(width, height)))
        return rows * (height + gap) - gap
