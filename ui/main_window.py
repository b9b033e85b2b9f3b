"""The window: the side menu, one page at a time, the banner of the made-up officer, and the way out in a blink."""

import time
from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.focus_ring import FocusRing
from ui.widgets.icons import IconLabel
from ui.widgets.labels import PlainLabel
from ui.widgets.menu import Entry, Menu

_TWICE_WITHIN = 0.7  # seconds between two presses of Escape
_ICONS_BELOW_EM = 56
_UNDER = dict.fromkeys(("kept", "locked", "clear"), "keep")  # pages that share a line of the menu


@runtime_checkable
class Arriving(Protocol):
    def arrived(self) -> None: ...


class MainWindow(QMainWindow):
    """Knows pages by key only. Its title never says more than the program's name."""

    page_wanted = Signal(str)
    leaving = Signal()  # quick exit: the window is hidden already
    closing = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Privacy Audit"))
        self.look = look
        self._pages: dict[str, QWidget] = {}
        self.may_close: Callable[[], bool] = lambda: True
        self._last_escape = 0.0
        self.menu = Menu(look, self._entries())
        self.stack = QStackedWidget()
        self.banner = self._banner()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self.stack, 1)
        whole = QWidget()
        whole.setObjectName("page")
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.menu)
        across.addLayout(right, 1)
        self.setCentralWidget(whole)
        self.ring = FocusRing(look, self)
        self.menu.chosen.connect(self.page_wanted)
        self.menu.left.connect(self.leave)
        for keys, action in (("F12", self.leave), ("Ctrl++", look.larger), ("Ctrl+=", look.larger)):
            QShortcut(QKeySequence(keys), self, action, context=Qt.ShortcutContext.ApplicationShortcut)
        QShortcut(QKeySequence("Ctrl+-"), self, look.smaller, context=Qt.ShortcutContext.ApplicationShortcut)
        look.changed.connect(self._restyle)
        self._restyle()
        self.setMinimumSize(480, 420)
        self.resize(1240, 800)

    def add(self, key: str, page: QWidget) -> None:
        self._pages[key] = page
        self.stack.addWidget(page)

    def drop(self, key: str) -> None:
        """Lets a page go that is made anew when it is wanted again."""
        page = self._pages.pop(key, None)
        if page is not None:
            self.stack.removeWidget(page)
            page.deleteLater()

    def drop_pages(self) -> None:
        """Every page goes with what it shows, and so does each dialog; they are made anew when they are wanted."""
        for window in QApplication.topLevelWidgets():
            above = window.parentWidget()
            if above is not None and above.window() is self:
                window.close()
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def has(self, key: str) -> bool:
        return key in self._pages

    def page(self, key: str) -> QWidget:
        return self._pages[key]

    @property
    def current(self) -> str:
        return next((key for key, page in self._pages.items() if page is self.stack.currentWidget()), "")

    def show_page(self, key: str) -> None:
        page = self._pages[key]
        self.stack.setCurrentWidget(page)
        self.menu.show_chosen(_UNDER.get(key, key))
        if isinstance(page, Arriving):
            page.arrived()
        focused = self.focusWidget()
        if not page.isAncestorOf(focused):
            self.menu.list.setFocus()

    def show_banner(self, *, shown: bool) -> None:
        self.banner.setVisible(shown)

    def leave(self) -> None:
        """Gone first; everything else after."""
        for window in QApplication.topLevelWidgets():
            window.hide()
        self.ring.stop()
        self.leaving.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_F12:
            self.leave()
        if event.key() == Qt.Key.Key_Escape:
            now = time.monotonic()
            if now - self._last_escape < _TWICE_WITHIN:
                self.leave()
            self._last_escape = now
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_menu()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if self.isVisible() and not self.may_close():
            event.ignore()
            return
        self.hide()
        self.ring.stop()
        self.closing.emit()
        event.accept()

    def _restyle(self) -> None:
        self.look.apply(self)
        self._fit_menu()

    def _fit_menu(self) -> None:
        self.menu.set_narrow(self.width() < self.look.em(_ICONS_BELOW_EM) + self.menu.wide_width())

    def _banner(self) -> QFrame:
        banner = QFrame()
        banner.setObjectName("banner")
        row = QHBoxLayout(banner)
        edge = self.look.em(0.5)
        row.setContentsMargins(self.look.em(1.5), edge, edge, edge)
        row.addWidget(IconLabel(self.look, "person", "medium"))
        words = self.tr("This is a made-up officer. No person or message in it is real.")
        row.addWidget(PlainLabel(words, "strong"), 1)
        banner.hide()
        return banner

    def _entries(self) -> tuple[Entry, ...]:
        return (
            Entry("welcome", self.tr("Start"), "start"),
            Entry("choose", self.tr("Choose a download"), "download"),
            Entry("findings", self.tr("What we found"), "found"),
            Entry("people", self.tr("People"), "people"),
            Entry("dossier", self.tr("Piece together"), "pieces"),
            Entry("stranger", self.tr("How you look"), "seen"),
            Entry("beyond", self.tr("Beyond accounts"), "beyond"),
            Entry("before", self.tr("Before and after"), "later"),
            Entry("unseen", self.tr("Read and not read"), "unseen"),
            Entry("report", self.tr("Save a report"), "file"),
            Entry("finish", self.tr("When you finish"), "shield"),
            Entry("facts", self.tr("About you"), "person"),
            Entry("evidence", self.tr("Is there a case?"), "scales"),
            Entry("guidance", self.tr("Guidance"), "guidance"),
            Entry("internet", self.tr("The internet"), "link"),
            Entry("keep", self.tr("What is kept"), "lock"),
            Entry("settings", self.tr("Settings"), "settings"),
            Entry("about", self.tr("About"), "about"),
        )
