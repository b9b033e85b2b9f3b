"""The page of how the user looks to others: three onlookers, the questions, the way to a finding, the keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from privacy_audit.decisions import Decision, DecisionKind
from privacy_audit.model import Audience
from privacy_audit.onlookers import Reach, looks
from privacy_audit.result import Ownership
from tests.builders import results
from ui.look import Look, Theme
from ui.onlooking import Onlooking
from ui.pages.stranger import StrangerPage
from ui.session import Session
from ui.widgets.labels import PlainLabel

FOUND = tuple(
    replace(finding, audience=Audience.FRIENDS) if finding.id == "phone" else finding for finding in results.findings()
)


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(PlainLabel) if not label.isHidden())


@pytest.fixture
def page(qtbot: QtBot) -> StrangerPage:
    page = StrangerPage(Look(Theme.LIGHT))
    qtbot.addWidget(page)
    page.show_looks(looks(FOUND))
    return page


def _lines(page: StrangerPage) -> list[str]:
    return [button.accessibleName().partition(",")[0] for button in page.buttons]


def test_each_onlooker_sees_what_is_theirs(page: StrangerPage) -> None:
    assert "Your full date of birth" in _lines(page)
    assert "Your number or e-mail address" not in _lines(page)
    page.onlookers.choose(2)
    assert "Your number or e-mail address" in _lines(page)
    assert "What a friend may see" in words(page)
    assert "counts as seen" in words(page)


def test_what_is_not_on_show_is_counted(page: StrangerPage) -> None:
    assert "took part in a conversation: 1" in words(page)


def test_the_answer_about_an_account_is_told(qtbot: QtBot, page: StrangerPage) -> None:
    with qtbot.waitSignal(page.said, timeout=500):
        page.answers["facebook"].setCurrentIndex(3)
    assert page.reach == {"facebook": Reach.FRIENDS}
    page.show_looks(looks(FOUND, (), page.reach))
    assert _lines(page) == []
    assert "Nothing of what was found" in words(page)
    assert list(page.answers) == ["facebook"], "the question is asked once"
    page.forget_answers()
    assert page.reach == {}


def test_a_line_leads_to_its_finding(qtbot: QtBot, page: StrangerPage) -> None:
    (birth,) = [button for button in page.buttons if button.accessibleName().startswith("Your full date")]
    with qtbot.waitSignal(page.finding_wanted, timeout=500) as told:
        qtbot.keyClick(birth, Qt.Key.Key_Space)
    assert told.args == ["dob"]


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, page: StrangerPage) -> None:
    page.show()
    qtbot.waitExposed(page)
    page.arrived()
    assert page.onlookers.cards[0].radio.hasFocus() or not page.isActiveWindow()
    shown = [widget for widget in page.findChildren(QWidget) if widget.isVisible()]
    stops = [widget for widget in shown if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) >= 3 + 1 + len(page.buttons)
    assert [widget for widget in stops if not widget.accessibleName()] == []


def test_no_words_of_the_export_are_shown(page: StrangerPage) -> None:
    text = words(page) + " ".join(_lines(page))
    for word in ("1989", "Llewellyn", "07700", "Ludbridge", "officer,"):
        assert word not in text


def test_sorting_a_finding_takes_it_out_and_another_download_forgets_the_answers(qtbot: QtBot) -> None:
    session = Session(result=results.result(found=FOUND))
    onlooking = Onlooking(Look(Theme.LIGHT), session)
    qtbot.addWidget(onlooking.page)
    before = _lines(onlooking.page)
    session.decisions.decide("dob", Decision(DecisionKind.DONE, date(2026, 11, 21)))
    onlooking.refresh()
    assert set(before) - set(_lines(onlooking.page)) == {"Your full date of birth"}
    onlooking.page.answers["facebook"].setCurrentIndex(1)
    assert onlooking.page.reach == {"facebook": Reach.EVERYONE}
    session.result = results.result(found=FOUND)
    onlooking.refresh()
    assert onlooking.page.reach == {}


def test_what_is_held_back_is_counted(qtbot: QtBot) -> None:
    result = replace(results.result(Ownership.UNCONFIRMED), withheld={"home-and-family": 2, "location-trail": 1})
    onlooking = Onlooking(Look(Theme.LIGHT), Session(result=result))
    qtbot.addWidget(onlooking.page)
    assert "Held back until it is known whose download this is: 3" in words(onlooking.page)


def test_before_anything_is_read_it_says_so(qtbot: QtBot) -> None:
    onlooking = Onlooking(Look(Theme.LIGHT), Session())
    qtbot.addWidget(onlooking.page)
    assert "Nothing has been read yet." in words(onlooking.page)


@pytest.mark.parametrize("larger", [0, 9])
def test_nothing_is_cut_at_large_letters(qtbot: QtBot, larger: int) -> None:
    look = Look(Theme.DARK)
    for _step in range(larger):
        look.larger()
    page = StrangerPage(look)
    qtbot.addWidget(page)
    page.show_looks(looks(FOUND))
    page.resize(look.em(40), look.em(60))
    page.show()
    qtbot.waitExposed(page)
    assert page.area.horizontalScrollBar().maximum() == 0
