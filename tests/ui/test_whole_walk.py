"""The whole window over a fake export with the real worker, clicked as a user would."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from privacy_audit.decisions import DecisionKind
from privacy_audit.options import MessageScope
from privacy_audit.own_facts import Answer
from privacy_audit.result import Ownership
from tests.builders.facebook import write_export
from tests.builders.facebook_content import Layout
from tests.builders.facebook_person import NAME, PERSON
from ui.app import open_window
from ui.look import Look, Theme
from ui.pages.choose_export import ChooseExportPage
from ui.pages.evidence_question import EvidenceQuestionPage
from ui.pages.messages_question import MessagesQuestionPage
from ui.pages.own_facts import OwnFactsPage
from ui.pages.welcome import WelcomePage
from ui.pages.whose import WhosePage
from ui.session import Session
from ui.walk import Walk
from ui.wording import Bucket

PATIENCE = 30_000


@pytest.fixture
def walk(qtbot: QtBot) -> Iterator[Walk]:
    walk = open_window(Session(), Look(Theme.LIGHT))
    qtbot.addWidget(walk.window)
    walk.window.show()
    yield walk
    walk.close()


def at(qtbot: QtBot, walk: Walk, key: str) -> QWidget:
    refused: list[str] = []
    walk.readings.ended.connect(refused.append)
    qtbot.waitUntil(lambda: walk.window.current == key or bool(refused and key != "choose"), timeout=PATIENCE)
    assert walk.window.current == key, refused
    return walk.window.page(key)


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, walk: Walk, *paths: Path) -> None:
    """From the first page to the download being read."""
    welcome = at(qtbot, walk, "welcome")
    assert isinstance(welcome, WelcomePage)
    click(qtbot, welcome.start)
    messages = at(qtbot, walk, "messages")
    assert isinstance(messages, MessagesQuestionPage)
    click(qtbot, messages.choices.cards[2])
    click(qtbot, messages.go_on)
    facts = at(qtbot, walk, "facts")
    assert isinstance(facts, OwnFactsPage)
    click(qtbot, facts.skip)
    page = at(qtbot, walk, "choose")
    assert isinstance(page, ChooseExportPage)
    page.add(paths)  # what the file dialog would do
    click(qtbot, page.read)


def test_from_the_first_page_to_the_last_fix_and_back(qtbot: QtBot, walk: Walk, tmp_path: Path) -> None:
    choose(qtbot, walk, write_export(PERSON, Layout.E, tmp_path / "facebook-sian.zip"))
    assert walk.session.scope is MessageScope.ALL
    whose = at(qtbot, walk, "whose")
    assert isinstance(whose, WhosePage) and NAME in whose.names.text()
    click(qtbot, whose.me)
    at(qtbot, walk, "findings")
    page = walk.review.page
    result = walk.session.result
    assert result is not None and result.owner is Ownership.CONFIRMED and result.withheld == {}
    assert page.filter.rowCount() == len(result.findings) > 0
    opened = page.current
    detail = page.detail
    assert detail.fix_button is not None, "no steps before the evidence question"
    click(qtbot, detail.fix_button)
    question = at(qtbot, walk, "evidence")
    assert isinstance(question, EvidenceQuestionPage)
    click(qtbot, question.choices.cards[0])
    click(qtbot, question.go_on)
    at(qtbot, walk, "findings")
    assert walk.session.facts.under_investigation is Answer.NO
    assert page.current == opened and detail.detail is not None and detail.detail.fix is not None
    page.search.setText("no such words anywhere")
    assert page.current == "" and page.bar.isHidden()
    click(qtbot, page.clear)
    page.open_finding(opened)
    click(qtbot, page.bar.done)
    decision = walk.session.decisions.of(opened)
    assert decision is not None and decision.kind is DecisionKind.DONE
    assert walk.review.model.counts()[Bucket.SORTED] == 1 and page.tallies[Bucket.SORTED].count == 1
    click(qtbot, page.undo)
    assert walk.session.decisions.of(opened) is None and page.current == opened
    assert walk.review.model.counts()[Bucket.SORTED] == 0


def test_a_wrong_choice_has_its_sentence(qtbot: QtBot, walk: Walk, tmp_path: Path) -> None:
    wrong = tmp_path / "holiday.zip"
    wrong.write_bytes(b"this is no ZIP at all")
    choose(qtbot, walk, wrong)
    qtbot.waitUntil(lambda: walk.window.current == "choose" and not walk.readings.running, timeout=PATIENCE)
    page = walk.window.page("choose")
    assert isinstance(page, ChooseExportPage)
    qtbot.waitUntil(lambda: page.refusal.words.text() != "", timeout=PATIENCE)
    assert page.refusal.words.text().count(".") >= 2


def test_the_made_up_officer_fills_every_card_and_leaves_no_file(
    qtbot: QtBot, walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    welcome = at(qtbot, walk, "welcome")
    assert isinstance(welcome, WelcomePage)
    click(qtbot, welcome.demo)
    at(qtbot, walk, "findings")
    assert walk.window.banner.isVisible()
    assert len(walk.review.page.filter.sourceModel().index(0, 0).data()) > 0
    assert list(tmp_path.iterdir()) == []
