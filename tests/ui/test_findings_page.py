"""The findings page with one model: filters, keys, the narrow and the wide way, and what it says when empty."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from privacy_audit.decisions import Decision, DecisionKind
from tests.builders import results
from ui.look import Look, Theme
from ui.models.findings import FindingsModel
from ui.pages.findings import FindingsPage
from ui.wording import Bucket


@pytest.fixture
def page(qtbot: QtBot) -> FindingsPage:
    model = FindingsModel()
    model.replace(results.findings(), {})
    look = Look(Theme.LIGHT)
    page = FindingsPage(look, model)
    page.model.setParent(page)
    look.setParent(page)
    look.apply(page)
    qtbot.addWidget(page)
    page.resize(1040, 760)
    page.show()
    page.refresh()
    page.open_first()
    return page


def press(qtbot: QtBot, page: FindingsPage, bucket: Bucket) -> None:
    qtbot.mouseClick(page.tallies[bucket], Qt.MouseButton.LeftButton)


def test_opening_a_row_is_told(qtbot: QtBot, page: FindingsPage) -> None:
    with qtbot.waitSignal(page.finding_opened, timeout=500) as told:
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert told.args == [page.current] and page.current


def test_a_card_filters_and_a_second_press_shows_all(qtbot: QtBot, page: FindingsPage) -> None:
    press(qtbot, page, Bucket.SOON)
    assert page.filter.rowCount() == 3 and page.clear.isVisible()
    press(qtbot, page, Bucket.LOOK)
    assert page.filter.rowCount() == 2 and not page.tallies[Bucket.SOON].isChecked()
    press(qtbot, page, Bucket.LOOK)
    assert page.filter.rowCount() == 8 and page.clear.isHidden()


def test_a_filter_that_finds_nothing_says_so_and_can_be_cleared(qtbot: QtBot, page: FindingsPage) -> None:
    qtbot.keyClicks(page.search, "no such thing")
    assert page.list.isHidden() and "Nothing in the list matches" in page.empty.text()
    page.clear.click()
    assert page.filter.rowCount() == 8 and page.search.text() == "" and page.list.isVisible()


def test_nothing_found_is_never_called_clean(page: FindingsPage) -> None:
    page.model.replace((), {})
    page.refresh()
    assert "does not prove" in page.empty.text()
    assert "clean" not in page.empty.text().casefold()


def test_single_letters_decide_and_can_be_switched_off(qtbot: QtBot, page: FindingsPage) -> None:
    page.list.setFocus()
    with qtbot.waitSignal(page.decided, timeout=500) as told:
        qtbot.keyClick(page.list, Qt.Key.Key_D)
    assert told.args == [page.current, DecisionKind.DONE, 0, ""]
    page.set_single_keys(on=False)
    with qtbot.assertNotEmitted(page.decided, wait=30):
        qtbot.keyClick(page.list, Qt.Key.Key_D)


def test_a_letter_typed_into_the_search_decides_nothing(qtbot: QtBot, page: FindingsPage) -> None:
    page.search.setFocus()
    with qtbot.assertNotEmitted(page.decided, wait=30):
        qtbot.keyClicks(page.search, "dn")
    assert page.search.text() == "dn"


def test_not_a_problem_takes_a_reason_or_none(qtbot: QtBot, page: FindingsPage) -> None:
    page.bar.show()
    page.bar.fine.click()
    qtbot.keyClicks(page.bar.reason, "It is my stage name")
    with qtbot.waitSignal(page.decided, timeout=500) as told:
        qtbot.keyClick(page.bar.reason, Qt.Key.Key_Return)
    assert told.args == [page.current, DecisionKind.NOT_A_PROBLEM, 0, "It is my stage name"]


@pytest.mark.parametrize(("place", "days"), [(0, 1), (1, 7), (2, 30)])
def test_a_reminder_asks_when(qtbot: QtBot, page: FindingsPage, place: int, days: int) -> None:
    page.bar.remind.click()
    with qtbot.waitSignal(page.decided, timeout=500) as told:
        page.bar.when[place].click()
    assert told.args == [page.current, DecisionKind.REMIND, days, ""]


def test_a_sorted_finding_can_be_put_back(qtbot: QtBot, page: FindingsPage) -> None:
    page.decision_shown(Decision(DecisionKind.DONE, date(2026, 11, 21)))
    assert page.bar.done.isHidden() and not page.bar.reopen.isHidden()
    with qtbot.waitSignal(page.reopened, timeout=500):
        page.bar.reopen.click()


def test_the_list_stands_above_the_detail_when_narrow(qtbot: QtBot, page: FindingsPage) -> None:
    assert not page.stacked and page.detail_area.geometry().left() >= 0
    page.resize(page.look.em(58), 760)
    qtbot.waitUntil(lambda: page.stacked, timeout=1000)
    qtbot.waitUntil(
        lambda: (
            page.list.mapTo(page, page.list.rect().bottomLeft()).y()
            < page.detail_area.mapTo(page, page.detail_area.rect().topLeft()).y()
        ),
        timeout=1000,
    )


@pytest.mark.parametrize("width", [620, 700, 1040])
def test_no_row_is_lower_than_its_words(qtbot: QtBot, page: FindingsPage, width: int) -> None:
    long = results.finding("long", title="A title that goes on and on, so that it needs several lines of the list " * 3)
    page.model.replace([*results.findings(), long], {})
    page.resize(width, 700)
    qtbot.wait(30)
    rows = [page.list.visualRect(page.filter.index(row, 0)) for row in range(page.filter.rowCount())]
    assert [box.height() for box in rows] == [page.list.sizeHintForRow(row) for row in range(len(rows))]
    assert all(above.bottom() < below.top() for above, below in pairwise(rows))
    tall = page.filter.mapFromSource(page.model.index_of("long")).row()
    assert rows[tall].height() > 1.5 * min(box.height() for box in rows)


def test_markup_in_an_export_is_text(page: FindingsPage) -> None:
    page.model.replace([results.finding("x", title="<h1>BIG</h1>")], {})
    assert page.filter.index(0, 0).data() == "<h1>BIG</h1>"


def test_the_second_look_tells_how_far_it_is_and_can_be_ended(qtbot: QtBot, page: FindingsPage) -> None:
    assert page.second_look.isHidden()
    page.second_look.show_progress(1200, 5000)
    assert "1,200 of 5,000" in page.second_look.words.text() and page.second_look.isVisible()
    with qtbot.waitSignal(page.second_look.ended, timeout=500):
        page.second_look.end.click()
    assert not page.second_look.end.isEnabled()
    page.second_look.over()
    assert page.second_look.isHidden() and page.second_look.end.isEnabled()
