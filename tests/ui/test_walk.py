"""The ways through the window, over audits that say what they are told to say."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from privacy_audit.events import Finished, HolderFound, Progressed, SetAside, Stage
from privacy_audit.options import MessageScope
from privacy_audit.own_facts import Answer, OwnFacts
from tests.builders import results
from tests.builders.audits import Script, Scripted
from ui.app import open_window
from ui.look import Look, Theme
from ui.pages.choose_export import ChooseExportPage
from ui.pages.not_looked import NotLookedPage
from ui.pages.own_facts import OwnFactsPage
from ui.pages.whose import WhosePage
from ui.session import Session
from ui.walk import Walk
from ui.widgets.labels import PlainLabel
from ui.wording import Bucket

JOINING = Progressed(Stage.JOINING, 0, 1, 1, {}, 0)
HOLDER = HolderFound(0, "facebook", (results.HOLDER,))
EXPORT = (Path("facebook-gareth.zip"),)
Open = Callable[..., tuple[Walk, Script]]


def whole() -> Scripted:
    return Scripted(SetAside(("14 pictures are no download.",)), HOLDER, JOINING, Finished(results.result()))


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """Opens a window whose readings follow a script; the questions before reading are answered."""
    walks: list[Walk] = []

    def open_it(*audits: Scripted, names: tuple[str, ...] = ()) -> tuple[Walk, Script]:
        script = Script(*audits)
        session = Session(facts=OwnFacts(names=names), scope=MessageScope.OWN, facts_asked=True)
        walk = open_window(session, Look(Theme.LIGHT), script)
        qtbot.addWidget(walk.window)
        walk.window.show()
        walks.append(walk)
        return walk, script

    yield open_it
    for walk in walks:
        walk.close()


def at(qtbot: QtBot, walk: Walk, key: str) -> object:
    qtbot.waitUntil(lambda: walk.window.current == key, timeout=5000)
    return walk.window.page(key)


def test_a_later_download_in_another_name_is_asked_about(qtbot: QtBot, opened: Open) -> None:
    walk, _script = opened(whole(), names=("Somebody Else",))
    walk.readings.read(EXPORT)
    whose = at(qtbot, walk, "whose")
    assert isinstance(whose, WhosePage) and whose.me.isHidden()
    whose.other_name.click()
    at(qtbot, walk, "findings")
    assert walk.session.facts.names == ("Somebody Else", results.HOLDER)


def test_a_name_that_was_given_is_not_asked_about(qtbot: QtBot, opened: Open) -> None:
    audit = whole()
    walk, _script = opened(audit, names=(results.HOLDER,))
    asked: list[object] = []
    walk.readings.asked.connect(lambda *said: asked.append(said))
    walk.readings.read(EXPORT)
    at(qtbot, walk, "findings")
    assert asked == [] and audit.mine == [True]


def test_somebody_elses_download_is_closed_and_nothing_kept(qtbot: QtBot, opened: Open) -> None:
    audit = whole()
    walk, _script = opened(audit)
    walk.readings.read(EXPORT)
    whose = at(qtbot, walk, "whose")
    assert isinstance(whose, WhosePage)
    whose.not_mine.click()
    page = at(qtbot, walk, "choose")
    assert isinstance(page, ChooseExportPage) and "Nothing that was read from it is kept" in page.refusal.words.text()
    assert walk.session.result is None and walk.session.paths == () and walk.session.facts.names == ()
    qtbot.waitUntil(lambda: audit.ended, timeout=2000)
    assert audit.mine == []


def test_the_menu_leads_back_to_the_question_that_is_open(qtbot: QtBot, opened: Open) -> None:
    walk, _script = opened(whole())
    walk.readings.read(EXPORT)
    at(qtbot, walk, "whose")
    walk.window.page_wanted.emit("about")
    walk.window.page_wanted.emit("choose")
    assert walk.window.current == "whose"


def test_findings_cannot_be_seen_before_it_is_known_whose_they_are(qtbot: QtBot, opened: Open) -> None:
    walk, _script = opened(whole())
    walk.readings.read(EXPORT)
    at(qtbot, walk, "whose")
    assert walk.review.model.rowCount() == 0 and walk.session.result is None


def test_stopping_keeps_nothing(qtbot: QtBot, opened: Open) -> None:
    walk, _script = opened(Scripted(HOLDER), names=(results.HOLDER,))
    walk.readings.read(EXPORT)
    at(qtbot, walk, "reading")
    walk.readings.cancel()
    page = at(qtbot, walk, "choose")
    assert isinstance(page, ChooseExportPage) and "Nothing that was read is kept" in page.refusal.words.text()
    assert walk.session.result is None


def test_a_file_that_lies_in_a_cloud_is_not_read_unasked(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "facebook.zip"
    export.write_bytes(b"x")
    monkeypatch.setattr("ui.reading_walk.lies_in_cloud", lambda _status: True)
    walk, script = opened(whole())
    walk.window.page_wanted.emit("choose")
    page = at(qtbot, walk, "choose")
    assert isinstance(page, ChooseExportPage)
    page.add((export,))
    page.read.click()
    assert page.away.isVisible() and script.orders == []
    page.fetch.click()
    at(qtbot, walk, "whose")
    assert [order.may_fetch for order in script.orders] == [True]


def test_a_folder_that_is_copied_to_a_cloud_is_spoken_of(qtbot: QtBot, opened: Open) -> None:
    walk, _script = opened()
    walk.window.page_wanted.emit("choose")
    page = at(qtbot, walk, "choose")
    assert isinstance(page, ChooseExportPage)
    page.add((Path("/home/me/OneDrive/facebook.zip"),))
    assert "OneDrive" in page.where.words.text() and page.where.isVisible()


def test_what_the_user_tells_later_is_used_and_decisions_stay(qtbot: QtBot, opened: Open) -> None:
    walk, script = opened(whole(), whole(), names=(results.HOLDER,))
    walk.readings.read(EXPORT)
    at(qtbot, walk, "findings")
    decided = walk.review.page.current
    walk.review.page.bar.done.click()
    walk.window.page_wanted.emit("facts")
    facts = at(qtbot, walk, "facts")
    assert isinstance(facts, OwnFactsPage)
    facts.home_town.setText("Ludbridge")
    facts.save.click()
    at(qtbot, walk, "findings")
    assert [order.facts.home_town for order in script.orders] == ["", "Ludbridge"]
    assert walk.session.decisions.of(decided) is not None
    assert walk.review.model.counts()[Bucket.SORTED] == 1


def test_another_choice_of_guidance_needs_no_new_reading(qtbot: QtBot, opened: Open) -> None:
    walk, script = opened(whole(), names=(results.HOLDER,))
    walk.readings.read(EXPORT)
    at(qtbot, walk, "findings")
    walk.window.page_wanted.emit("facts")
    facts = at(qtbot, walk, "facts")
    assert isinstance(facts, OwnFactsPage)
    facts.packs[0].setChecked(True)
    facts.save.click()
    at(qtbot, walk, "findings")
    assert len(script.orders) == 1 and walk.session.facts.guidance != ()


def test_the_made_up_officers_facts_never_mix_with_the_users(qtbot: QtBot, opened: Open) -> None:
    walk, script = opened(whole(), whole(), names=(results.HOLDER,))
    mine = walk.session.facts = replace(walk.session.facts, home_town="Ludbridge", under_investigation=Answer.YES)
    walk.run_demo()
    qtbot.waitUntil(lambda: bool(script.orders), timeout=10_000)
    assert walk.session.made_up and walk.window.banner.isVisible()
    assert script.orders[0].facts.home_town == "" and results.HOLDER not in script.orders[0].facts.names
    walk.readings.read(EXPORT)
    assert walk.session.facts == mine and not walk.session.made_up
    at(qtbot, walk, "findings")
    assert walk.window.banner.isHidden()


def test_what_was_chosen_beside_a_download_is_told(qtbot: QtBot, opened: Open) -> None:
    walk, _script = opened(whole(), names=(results.HOLDER,))
    walk.readings.read(EXPORT)
    at(qtbot, walk, "findings")
    page = walk.window.page("unseen")
    assert isinstance(page, NotLookedPage)
    assert "14 pictures are no download." in [label.text() for label in page.findChildren(PlainLabel)]


@pytest.mark.parametrize("key", ["findings", "dossier", "unseen", "finish"])
def test_pages_about_a_result_wait_for_one(qtbot: QtBot, opened: Open, key: str) -> None:
    walk, _script = opened(whole(), names=(results.HOLDER,))
    assert not walk.window.menu.is_enabled(key)
    walk.readings.read(EXPORT)
    at(qtbot, walk, "findings")
    assert walk.window.menu.is_enabled(key)
