"""The ring round whatever the keyboard is on: a gap in the colour of the page, then a ring that stands out from it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from ui.look import Look

_GAP, _RING = 2, 3
RING_ON_CARD = "ring_on_card"  # a small control whose ring goes round the box that it stands in
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QWidget):
    """Lies over the whole window, lets every click through and paints nothing but the ring.

    A ring in the stylesheet has one tone, and one tone cannot stand out from a filled button and from the page alike.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        self._application = QApplication.instance()
        if isinstance(self._application, QApplication):
            self._application.focusChanged.connect(self._focus_moved)
        look.changed.connect(self.update)

    def stop(self) -> None:
        """The window goes: nothing more is followed."""
        application, self._application = self._application, None
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _MOVES:
            if watched is self._window:
                self.setGeometry(self._window.rect())
                self.raise_()
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        where = self._visible_part()
        if where is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for token, width, out in (("page", _GAP, _GAP / 2), ("focus", _RING, _GAP + _RING / 2)):
            painter.setPen(QPen(self._look.colour(token), width))
            ring = QRectF(where).adjusted(-out, -out, out, out)
            painter.drawRoundedRect(ring & QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)

    def _focus_moved(self, _old: QWidget, now: QWidget) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        if not isValid(self._window):  # the last focus goes while the window is being taken apart
            return
        self._target = now if self._window.isAncestorOf(now) else None  # Qt says no to None
        self._watched = [] if self._target is None else self._upwards(self._target)
        for widget in self._watched:
            widget.installEventFilter(self)
        self.raise_()
        self.update()

    def _upwards(self, target: QWidget) -> list[QWidget]:
        chain = [target]
        above = target.parentWidget()
        while above is not None and above is not self._window:
            chain.append(above)
            above = above.parentWidget()
        return chain

    def _visible_part(self) -> QRect | None:
        target = self._target
        if target is not None and target.property(RING_ON_CARD):
            target = target.parentWidget()
        if target is None or not target.isVisible():
            return None
        window = self._window
        where = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        above = target.parentWidget()
        while above is not None and above is not window:
            if isinstance(above.parentWidget(), QAbstractScrollArea):  # a viewport cuts what it holds
                where &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
            above = above.parentWidget()
        return where if where.isValid() else None
