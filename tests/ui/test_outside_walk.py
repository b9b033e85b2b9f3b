"""The ways to the pages on how the user looks and on what lies beyond the accounts, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from privacy_audit.events import Finished, HolderFound, Progressed, Stage
from privacy_audit.options import MessageScope
from privacy_audit.own_facts import Answer, OwnFacts
from tests.builders import results
from tests.builders.audits import Script, Scripted
from ui.app import open_window
from ui.look import Look, Theme
from ui.pages.beyond import BeyondPage
from ui.pages.evidence_question import EvidenceQuestionPage
from ui.pages.stranger import StrangerPage
from ui.session import Session
from ui.walk import Walk


@pytest.fixture
def walk(qtbot: QtBot) -> Iterator[Walk]:
    audit = Scripted(
        HolderFound(0, "facebook", (results.HOLDER,)),
        Progressed(Stage.JOINING, 0, 1, 1, {}, 0),
        Finished(results.result()),
    )
    session = Session(facts=OwnFacts(names=(results.HOLDER,)), scope=MessageScope.OWN, facts_asked=True)
    walk = open_window(session, Look(Theme.LIGHT), Script(audit))
    qtbot.addWidget(walk.window)
    walk.window.show()
    yield walk
    walk.close()


def _read(qtbot: QtBot, walk: Walk) -> None:
    walk.readings.read((Path("facebook-gareth.zip"),))
    qtbot.waitUntil(lambda: walk.window.current == "findings", timeout=5000)


def test_how_you_look_waits_for_a_result_and_leads_to_a_finding_and_back(qtbot: QtBot, walk: Walk) -> None:
    assert not walk.window.menu.is_enabled("stranger")
    _read(qtbot, walk)
    assert walk.window.menu.is_enabled("stranger")
    walk.review.page.looks.click()
    page = walk.window.page("stranger")
    assert walk.window.current == "stranger" and isinstance(page, StrangerPage) and page.buttons
    page.buttons[0].click()
    assert walk.window.current == "findings" and walk.review.page.current == page.buttons[0].property("finding")


def test_beyond_asks_about_a_case_first_and_comes_back(qtbot: QtBot, walk: Walk) -> None:
    assert walk.window.menu.is_enabled("beyond"), "it needs no download"
    walk.window.page_wanted.emit("beyond")
    page = walk.window.page("beyond")
    assert isinstance(page, BeyondPage)
    page.topics[0].button.click()
    question = walk.window.page("evidence")
    assert walk.window.current == "evidence" and isinstance(question, EvidenceQuestionPage)
    question.choices.choose(1)
    question.go_on.click()
    assert walk.window.current == "beyond" and walk.session.facts.under_investigation is Answer.YES
    page.topics[0].button.click()
    assert page.topics[0].unfolded


def test_the_question_from_the_menu_does_not_lead_beyond(qtbot: QtBot, walk: Walk) -> None:
    _read(qtbot, walk)
    walk.window.page_wanted.emit("beyond")
    beyond = walk.window.page("beyond")
    assert isinstance(beyond, BeyondPage)
    beyond.question_wanted.emit()
    walk.window.page_wanted.emit("evidence")
    question = walk.window.page("evidence")
    assert isinstance(question, EvidenceQuestionPage)
    question.choices.choose(0)
    question.go_on.click()
    assert walk.window.current == "findings"
