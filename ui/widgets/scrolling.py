"""Areas that scroll, take the keyboard only when there is something to scroll, and can grow with what they hold."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.labels import PlainLabel


class Area(QScrollArea):
    """With `flowing` it never scrolls by itself but asks for the height of its content."""

    _flowing = False  # of the class: Qt sends events before and after the instance has its own

    def __init__(self, name: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self.setWidget(content)
        content.installEventFilter(self)

    def set_flowing(self, flowing: bool) -> None:
        self._flowing = flowing
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if flowing else needed)
        vertical = QSizePolicy.Policy.Minimum if flowing else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.fit()

    def fit(self) -> None:
        """Takes the height of the content again; to be called when the content has changed."""
        self.setMinimumHeight(self._content_height() if self._flowing else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if self._flowing and watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self._flowing and event.size().width() != event.oldSize().width():
            self.fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = super().sizeHint()
        return QSize(hint.width(), self._content_height()) if self._flowing else hint

    def _content_height(self) -> int:
        content = self._inside
        layout = content.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self.viewport().width()) + 2 * self.frameWidth()
        return content.sizeHint().height() + 2 * self.frameWidth()

    def _range_changed(self, _low: int, high: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if high > 0 else Qt.FocusPolicy.NoFocus)


class Page(QWidget):
    """A page: its title, then a column of a width that reads well, all of it scrolling."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.look = look
        self.title = PlainLabel(title, "title")
        self._content = QWidget()
        self._content.setObjectName("plain")
        self._column = QWidget()
        self._column.setObjectName("plain")
        self.column = QVBoxLayout(self._column)
        self.column.addWidget(self.title)
        outer = QVBoxLayout(self._content)
        outer.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()  # it measures the column at the width that it gets; a vertical layout would at its own
        row.addStretch()
        row.addWidget(self._column, 1)
        row.addStretch()
        outer.addLayout(row)
        outer.addStretch(1)
        self.area = Area(title, self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        look.changed.connect(self._measure)
        self._measure()

    def arrived(self) -> None:
        """Called each time the page comes up: the keyboard starts at its first control."""
        self.area.verticalScrollBar().setValue(0)
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.area.verticalScrollBar().maximum() > 0:
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        return None

    def _measure(self) -> None:
        self._column.setMaximumWidth(self.look.em(62))
        edge = self.look.em(1.6)
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(self.look.em(0.8))
