"""The side menu: as wide as its widest word, or icons alone where the window is narrow."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.icons import paint_icon
from ui.widgets.labels import PlainLabel

_ICON = Qt.ItemDataRole.UserRole
_KEY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu: the page's key, its words and its icon."""

    key: str
    words: str
    icon: str


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.narrow = look, False

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = QFontMetrics(self.look.font(bold=True))
        words = 0 if self.narrow else metrics.horizontalAdvance(str(index.data())) + self.look.em(0.7)
        return QSize(words + self.look.em(1.3) + 2 * self.look.em(0.8), max(28, metrics.height() + self.look.em(1.0)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour("accent_soft" if chosen else "sunk"))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 8, 8)
        ink = self.look.colour("accent" if chosen else "text")
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            ink = self.look.colour("muted")
        side, pad = self.look.em(1.3), self.look.em(0.8)
        paint_icon(painter, index.data(_ICON), QRectF(box.left() + pad, box.center().y() - side / 2, side, side), ink)
        if not self.narrow:
            painter.setPen(ink)
            painter.setFont(self.look.font(bold=chosen))
            words = box.adjusted(pad + side + self.look.em(0.7), 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), str(index.data()))
        painter.restore()


class Menu(QFrame):
    """Pages to go to, and the way out that is on every page."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look, entries: tuple[Entry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menu")
        self._look = look
        self.name = PlainLabel(self.tr("Privacy Audit"), "heading", wraps=False)
        self.list = QListWidget()
        self.list.setObjectName("menu_list")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.list.setMouseTracking(True)
        self._delegate = _EntryDelegate(look, self.list)
        self.list.setItemDelegate(self._delegate)
        for entry in entries:
            item = QListWidgetItem(entry.words)
            item.setData(_ICON, entry.icon)
            item.setData(_KEY, entry.key)
            item.setToolTip(entry.words)
            self.list.addItem(item)
        self.list.itemClicked.connect(self._clicked)
        self.list.itemActivated.connect(self._clicked)
        self.kept = PlainLabel("", "small")
        self.exit = TextButton(look, self.tr("Quick exit (F12)"), "exit", "exit")
        self.exit.clicked.connect(self.left)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.name)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.kept)
        self._column.addWidget(self.exit)
        look.changed.connect(self._measure)
        self._measure()

    def say_kept(self, text: str) -> None:
        """How things stand between what is on show and the disk."""
        self.kept.setText(text)

    @property
    def narrow(self) -> bool:
        return self._delegate.narrow

    def set_narrow(self, narrow: bool) -> None:
        if narrow != self._delegate.narrow:
            self._delegate.narrow = narrow
            self.name.setVisible(not narrow)
            self.kept.setVisible(not narrow)
            self.exit.say("" if narrow else self.tr("Quick exit (F12)"))
            self.exit.setAccessibleName(self.tr("Quick exit (F12)"))
            self.exit.setToolTip(self.tr("Quick exit (F12)"))
            self._measure()

    def wide_width(self) -> int:
        """How wide the menu is with its words."""
        was, self._delegate.narrow = self._delegate.narrow, False
        width = self._list_width() + 2 * self._look.em(0.5) + 2
        self._delegate.narrow = was
        return width

    def show_chosen(self, key: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self.list.setCurrentRow(row)
                return
        self.list.setCurrentRow(-1)

    def enable(self, key: str, on: bool) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(_KEY) == key:
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                item.setFlags(flags if on else Qt.ItemFlag.NoItemFlags)

    def is_enabled(self, key: str) -> bool:
        items = (self.list.item(row) for row in range(self.list.count()))
        return any(item.data(_KEY) == key and bool(item.flags() & Qt.ItemFlag.ItemIsEnabled) for item in items)

    def _clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_KEY))

    def _list_width(self) -> int:
        hints = [
            self._delegate.sizeHint(QStyleOptionViewItem(), self.list.model().index(row, 0)).width()
            for row in range(self.list.count())
        ]
        return max([*hints, 0 if self._delegate.narrow else self.exit.minimumSizeHint().width()]) + 2

    def _measure(self) -> None:
        edge = self._look.em(0.5)
        self._column.setContentsMargins(edge, self._look.em(0.9), edge, edge + self._look.em(0.3))
        self._column.setSpacing(self._look.em(0.6))
        self.name.setContentsMargins(self._look.em(0.6), 0, 0, 0)
        width = self._list_width()
        self.list.setFixedWidth(width)
        self.setFixedWidth(width + 2 * edge + 2)
        self.list.scheduleDelayedItemsLayout()
