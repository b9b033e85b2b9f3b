"""The window as a whole: names for everything, an order of Tab, nothing cut at any text size, quick exit."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from privacy_audit.own_facts import Answer
from privacy_audit.vault import SlotKind, VaultDamagedError
from privacy_audit.vault.audits import KeptAudit
from tests.builders import results
from ui.app import open_window
from ui.links import LinkDialog, open_link
from ui.look import Look, Theme
from ui.pages.beyond import BeyondPage
from ui.pages.clear import ClearPage
from ui.pages.keep import KeepPage
from ui.pages.kept import KeptPage
from ui.pages.locked import LockedPage
from ui.session import Session
from ui.walk import Walk
from ui.widgets.labels import PlainLabel

PAGES = (
    "welcome",
    "messages",
    "facts",
    "download",
    "choose",
    "reading",
    "whose",
    "findings",
    "dossier",
    "stranger",
    "beyond",
    "evidence",
    "unseen",
    "finish",
    "keep",
    "kept",
    "locked",
    "clear",
    "settings",
    "about",
)
SIZES = ((1240, 800), (700, 900))


@pytest.fixture
def walk(qtbot: QtBot) -> Iterator[Walk]:
    walk = open_window(Session(), Look(Theme.LIGHT))
    qtbot.addWidget(walk.window)
    walk.window.show()
    yield walk
    walk.close()


def fill(walk: Walk, key: str) -> None:
    """Brings a page up as the user would see it, with something on it."""
    if key in {"findings", "dossier", "stranger", "unseen", "finish"} and walk.session.result is None:
        walk.session.result = results.result()
        walk.readings.finished.emit(walk.session.result)
    if key == "whose":
        walk.readings.asked.emit("facebook", (results.HOLDER,), False)
    if key == "finish":
        walk.window.page_wanted.emit(key)
    else:
        walk.show(key)
    if key == "beyond":
        walk.session.answer(Answer.YES)
        walk.window.page_wanted.emit(key)
        page = walk.window.page(key)
        assert isinstance(page, BeyondPage)
        page.topics[0].unfold(Answer.YES)
    fill_keeping(walk, key)


def fill_keeping(walk: Walk, key: str) -> None:
    """Everything that those pages can show at once."""
    page = walk.window.page(key)
    if isinstance(page, KeepPage):
        page.ask(closing=True, synced="OneDrive")
        page.choices.choose(1)
        page.pair.problem.say("That is easy to guess. Please make it at least twelve letters: a few words do.")
    elif isinstance(page, KeptPage):
        made = datetime(2026, 11, 21, tzinfo=UTC)
        audits = tuple(KeptAudit(number, made, number == 1, number == 2, ("facebook", "x")) for number in range(3))
        page.show_state(frozenset(SlotKind), audits, 10)
        page.new_words.click()
    elif isinstance(page, LockedPage):
        page.ask(by_words=True, by_store=True, sitting=False)
        page.refuse(VaultDamagedError().sentence, for_good=True, has_copy=True)
        page.waits.show()
    elif isinstance(page, ClearPage):
        page.ask((Path("/home/gareth/OneDrive/facebook-gareth.zip"),), may_go=True)
        page.clear.click()


def settle() -> None:
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def shown(walk: Walk, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in walk.window.findChildren(kind) if widget.isVisible()]


@pytest.mark.parametrize("key", PAGES)
def test_whatever_takes_the_keyboard_has_a_name(walk: Walk, key: str) -> None:
    fill(walk, key)
    settle()
    unnamed = [
        type(widget).__name__
        for widget in shown(walk, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (name_of(widget) or widget.objectName() == "qt_spinbox_lineedit")
    ]
    assert unnamed == []


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


@pytest.mark.parametrize("key", PAGES)
def test_tab_goes_through_all_of_it_in_reading_order_and_comes_round(qtbot: QtBot, walk: Walk, key: str) -> None:
    fill(walk, key)
    settle()
    walk.window.activateWindow()
    page = walk.window.page(key)
    seen: list[QWidget] = []
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget() or walk.window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now in seen:
            break
        seen.append(now)
    else:
        pytest.fail("Tab never comes round")
    wanted = {
        widget
        for widget in shown(walk, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None
    }
    missed = [type(widget).__name__ for widget in wanted - set(seen) if not _one_of_a_group(widget, seen)]
    assert missed == []
    on_page = [widget for widget in seen if page.isAncestorOf(widget) and not isinstance(widget, QScrollArea)]
    # a ring: turn it so that the topmost comes first, then every step goes down or to the right
    tops = [widget.mapTo(walk.window, QPoint(0, 0)) for widget in on_page]
    if tops:
        start = min(range(len(tops)), key=lambda place: (tops[place].y(), tops[place].x()))
        turned = tops[start:] + tops[:start]
        back = sum(later.y() < earlier.y() - 40 and later.x() <= earlier.x() for earlier, later in pairwise(turned))
        assert back == 0


def _one_of_a_group(widget: QWidget, seen: list[QWidget]) -> bool:
    """Radio buttons of one question are one stop; the arrows go on from there."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(button in seen for button in group.buttons())


def cut(walk: Walk) -> list[str]:
    """What is smaller than it needs to be for its words."""
    short = []
    for widget in [*shown(walk, PlainLabel), *shown(walk, QAbstractButton)]:
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
        if widget.height() < needed - 1:
            short.append(f"height of {widget.accessibleName() or getattr(widget, 'text', str)()}")
        least = widget.minimumSizeHint().width()
        if widget.width() < least - 1:
            short.append(f"width of {widget.accessibleName() or getattr(widget, 'text', str)()}")
    return short


def overflowing(walk: Walk) -> list[str]:
    return [
        area.accessibleName()
        for area in walk.window.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=["wide", "narrow"])
def test_nothing_is_cut(walk: Walk, size: tuple[int, int], scale: int) -> None:
    walk.look.set_scale(scale)
    walk.window.resize(*size)
    for key in PAGES:
        fill(walk, key)
        settle()
        assert (key, cut(walk), overflowing(walk)) == (key, [], [])


def test_nothing_is_cut_when_every_text_is_twice_as_long(walk: Walk) -> None:
    walk.window.resize(900, 800)
    for key in PAGES:
        fill(walk, key)
        for label in walk.window.page(key).findChildren(PlainLabel):
            label.setText(f"{label.text()} {label.text()}")
        settle()
        assert (key, cut(walk), overflowing(walk)) == (key, [], [])


@pytest.mark.parametrize("scale", [100, 200])
def test_whatever_is_clicked_is_large_enough(walk: Walk, scale: int) -> None:
    walk.look.set_scale(scale)
    for key in PAGES:
        fill(walk, key)
        settle()
        small = [
            (key, widget.accessibleName())
            for widget in shown(walk, QAbstractButton)
            if widget.objectName() != "qt_toolbar_ext_button"
            and widget.accessibleName()
            and (widget.height() < 24 or widget.width() < 24)
        ]
        assert small == []


def test_the_menu_shows_whole_words_or_icons(walk: Walk) -> None:
    walk.window.resize(1240, 800)
    settle()
    menu = walk.window.menu
    assert not menu.narrow
    delegate_width = max(menu.list.sizeHintForColumn(0), 0)
    assert menu.list.viewport().width() >= delegate_width
    walk.window.resize(700, 800)
    settle()
    assert menu.narrow and menu.width() < 90
    assert menu.exit.isVisible() and menu.exit.accessibleName() == "Quick exit (F12)"


def test_light_and_dark_change_at_once(walk: Walk) -> None:
    light = walk.window.grab().toImage().pixelColor(walk.window.width() - 30, walk.window.height() - 10)
    walk.look.set_theme(Theme.DARK)
    settle()
    dark = walk.window.grab().toImage().pixelColor(walk.window.width() - 30, walk.window.height() - 10)
    assert light.lightness() > 200 and dark.lightness() < 60


def test_the_ring_is_drawn_round_what_has_the_keyboard(walk: Walk) -> None:
    walk.window.activateWindow()
    settle()
    page = walk.window.page("welcome")
    start = page.start  # type: ignore[attr-defined]
    start.setFocus()
    settle()
    corner = start.mapTo(walk.window, QPoint(start.width() // 2, 0))
    picture = walk.window.grab().toImage()
    column = [picture.pixelColor(corner.x(), corner.y() - up).name() for up in range(1, 8)]
    assert walk.look.colour("focus").name() in column
    assert column[0] == walk.look.colour("page").name()


def test_the_title_says_nothing_personal(walk: Walk) -> None:
    fill(walk, "whose")
    fill(walk, "findings")
    assert walk.window.windowTitle() == "Privacy Audit"


@pytest.mark.parametrize("way", ["F12", "Escape twice", "button"])
@pytest.mark.parametrize("key", ["welcome", "findings", "facts"])
def test_quick_exit(qtbot: QtBot, walk: Walk, way: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quits: list[bool] = []
    monkeypatch.setattr(QGuiApplication, "quit", lambda: quits.append(True))
    fill(walk, key)
    settle()
    walk.window.activateWindow()
    began = time.perf_counter()
    if way == "button":
        walk.window.menu.exit.click()
    elif way == "F12":
        qtbot.keyClick(walk.window, Qt.Key.Key_F12)
    else:
        qtbot.keyClick(walk.window, Qt.Key.Key_Escape)
        assert walk.window.isVisible()
        qtbot.keyClick(walk.window, Qt.Key.Key_Escape)
    assert not walk.window.isVisible() and time.perf_counter() - began < 0.3
    assert walk.session.result is None and quits == [True]


def test_the_first_window_is_there_at_once(qtbot: QtBot) -> None:
    began = time.perf_counter()
    walk = open_window(Session(), Look(Theme.LIGHT))
    qtbot.addWidget(walk.window)
    walk.window.show()
    QApplication.processEvents()
    assert time.perf_counter() - began < 0.5


def test_quick_exit_takes_an_open_question_with_it(qtbot: QtBot, walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "quit", lambda: None)
    open_link(walk.look, "https://www.facebook.com/", walk.window)
    dialog = walk.window.findChild(LinkDialog)
    assert isinstance(dialog, LinkDialog) and dialog.isVisible()
    dialog.activateWindow()
    settle()
    qtbot.keyClick(dialog, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: not dialog.isVisible() and not walk.window.isVisible(), timeout=1000)
