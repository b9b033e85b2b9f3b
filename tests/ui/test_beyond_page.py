"""The page beyond the accounts: topics fold out after the evidence question, and everything works by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from privacy_audit.beyond import load_beyond
from privacy_audit.own_facts import Answer
from ui.look import Look, Theme
from ui.pages.beyond import BeyondPage
from ui.widgets.labels import PlainLabel
from ui.widgets.step_row import StepRow
from ui.widgets.topic_card import TopicCard

OLD_ACCOUNTS = "beyond/old-accounts"


@pytest.fixture
def page(qtbot: QtBot) -> BeyondPage:
    page = BeyondPage(Look(Theme.LIGHT), load_beyond())
    qtbot.addWidget(page)
    return page


def _card(page: BeyondPage, topic: str) -> TopicCard:
    (card,) = [card for card in page.topics if card.topic.id == topic]
    return card


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(PlainLabel)]


def test_the_first_steps_wait_for_the_question(qtbot: QtBot, page: BeyondPage) -> None:
    card = _card(page, OLD_ACCOUNTS)
    with qtbot.waitSignal(page.question_wanted, timeout=500):
        card.button.click()
    assert not card.unfolded


@pytest.mark.parametrize("answer", [Answer.NO, Answer.YES, Answer.NOT_SURE])
def test_the_steps_follow_the_answer(qtbot: QtBot, page: BeyondPage, answer: Answer) -> None:
    card = _card(page, OLD_ACCOUNTS)
    page.show_answer(answer)
    with qtbot.assertNotEmitted(page.question_wanted):
        qtbot.keyClick(card.button, Qt.Key.Key_Space)
    told = words(card)
    assert card.unfolded
    assert any(text.startswith("Keep a copy first") for text in told) is (answer is not Answer.NO)
    assert any("last looked at on 21 November 2026" in text for text in told)
    assert "Hide the steps" in card.button.accessibleName()
    card.button.click()
    assert not card.unfolded
    assert "Show the steps" in card.button.accessibleName()


def test_a_new_answer_orders_what_stands_open_anew(page: BeyondPage) -> None:
    card = _card(page, OLD_ACCOUNTS)
    page.show_answer(Answer.NO)
    card.button.click()
    page.show_answer(Answer.YES)
    assert any(text.startswith("Keep a copy first") for text in words(card))


def test_links_and_messages_are_passed_on(qtbot: QtBot, page: BeyondPage) -> None:
    page.show_answer(Answer.NO)
    card = _card(page, "beyond/own-name")
    card.button.click()
    rows = card.findChildren(StepRow)
    with qtbot.waitSignals([page.link_wanted, page.copied], timeout=500):
        for row in rows:
            for button in row.findChildren(QWidget):
                if button.accessibleName().startswith(("Open ", "Copy ")):
                    button.click()  # type: ignore[attr-defined]  # both are buttons


def test_everything_that_takes_the_keyboard_has_a_name_of_its_own(page: BeyondPage) -> None:
    names = [card.button.accessibleName() for card in page.topics]
    assert all(names)
    assert len(set(names)) == len(names)
    assert page.first_focus() is page.topics[0].button


def test_nothing_is_cut_at_large_letters(qtbot: QtBot) -> None:
    look = Look(Theme.DARK)
    for _step in range(9):
        look.larger()
    page = BeyondPage(look, load_beyond())
    qtbot.addWidget(page)
    page.show_answer(Answer.YES)
    for card in page.topics:
        card.button.click()
    page.resize(look.em(40), look.em(60))
    page.show()
    qtbot.waitExposed(page)
    assert page.area.horizontalScrollBar().maximum() == 0
