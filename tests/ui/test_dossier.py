"""The page of the joined picture: what it lists, the way to the finding, and that decisions change it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from privacy_audit.decisions import Decision, DecisionKind
from privacy_audit.result import Ownership
from tests.builders import results
from ui.app import open_window
from ui.look import Look, Theme
from ui.models.dossier import Next, OpenWay, Picture
from ui.pages.dossier import DossierPage
from ui.session import Session
from ui.walk import Walk
from ui.widgets.labels import PlainLabel

PICTURE = Picture(
    "One of two is open.",
    (OpenWay("Get past <b>questions</b>", "It asks.", ("Your birthday and your name",), ("dob", "maiden")),),
    tuple(Next(f"id{number}", f"Thing {number}", "Facebook", number) for number in range(7)),
    ("Find your home",),
)


@pytest.fixture
def page(qtbot: QtBot) -> DossierPage:
    page = DossierPage(Look(Theme.LIGHT))
    qtbot.addWidget(page)
    return page


@pytest.fixture
def walk(qtbot: QtBot) -> Iterator[Walk]:
    walk = open_window(Session(), Look(Theme.LIGHT))
    qtbot.addWidget(walk.window)
    walk.window.show()
    yield walk
    walk.close()


def words(page: DossierPage) -> list[str]:
    QApplication.processEvents()  # what is new in a layout comes up with the next event
    return [label.text() for label in page.findChildren(PlainLabel) if label.isVisibleTo(page)]


def ways(page: DossierPage, state: str) -> int:
    return words(page).count(state)


def test_open_and_closed_ways_are_said_in_words(page: DossierPage) -> None:
    page.show_picture(PICTURE)
    said = words(page)
    assert {"One of two is open.", "Get past <b>questions</b>", "• Your birthday and your name"} <= set(said)
    assert {"Find your home", "2 things close this.", "and 2 more: they come up here as you sort these."} <= set(said)
    assert (ways(page, "Open"), ways(page, "Closed")) == (1, 1)
    names = [button.accessibleName() for button in page.buttons]
    assert names[0] == "Thing 0 (Facebook, about 0 min)" and len(names) == 6
    assert names[-1] == "Show what to fix: Get past <b>questions</b>"


def test_each_button_leads_to_its_finding(qtbot: QtBot, page: DossierPage) -> None:
    page.show_picture(PICTURE)
    for place, finding in ((2, "id2"), (-1, "dob")):
        with qtbot.waitSignal(page.finding_wanted, timeout=500) as told:
            page.buttons[place].click()
        assert told.args == [finding]


def test_a_new_picture_takes_the_place_of_the_old_one(page: DossierPage) -> None:
    page.show_picture(PICTURE)
    page.show_picture(Picture("All closed.", (), (), ("Find your home", "Get past")))
    assert page.buttons == [] and page.first_focus() is None
    assert (ways(page, "Open"), ways(page, "Closed")) == (0, 2)


def test_the_way_to_the_fix_and_back(qtbot: QtBot, walk: Walk) -> None:
    walk.session.result = results.result()
    walk.readings.finished.emit(walk.session.result)
    walk.window.page_wanted.emit("dossier")
    page = walk.window.page("dossier")
    assert isinstance(page, DossierPage)
    bank = next(button for button in page.buttons if button.accessibleName().endswith("Get past your bank's questions"))
    before = ways(page, "Open")
    walk.review.page.search.setText("no such words anywhere")
    qtbot.mouseClick(bank, Qt.MouseButton.LeftButton)
    assert walk.window.current == "findings" and walk.review.page.current == bank.property("finding") == "dob"
    qtbot.mouseClick(walk.review.page.bar.done, Qt.MouseButton.LeftButton)
    assert ways(page, "Open") == before - 1
    qtbot.mouseClick(walk.review.page.undo, Qt.MouseButton.LeftButton)
    assert ways(page, "Open") == before


@pytest.mark.parametrize(
    ("kind", "gone"), [(DecisionKind.DONE, 1), (DecisionKind.NOT_A_PROBLEM, 1), (DecisionKind.REMIND, 0)]
)
def test_a_reminder_leaves_the_way_open(walk: Walk, kind: DecisionKind, gone: int) -> None:
    walk.session.result = results.result()
    walk.readings.finished.emit(walk.session.result)
    walk.show("dossier")
    page = walk.window.page("dossier")
    assert isinstance(page, DossierPage)
    before = ways(page, "Open")
    walk.session.decisions.decide("dob", Decision(kind, date(2026, 11, 21)))
    walk.review.changed.emit()
    assert ways(page, "Open") == before - gone


def test_nothing_is_pieced_together_before_it_is_known_whose_it_is(walk: Walk) -> None:
    held = replace(results.result(Ownership.UNCONFIRMED), withheld={"attack-paths": 4})
    walk.session.result = held
    walk.readings.finished.emit(held)
    walk.show("dossier")
    page = walk.window.page("dossier")
    assert isinstance(page, DossierPage)
    assert page.buttons == [] and page.summary.text().startswith("Held back") and "4" in page.summary.text()
