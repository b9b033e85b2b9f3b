"""Keeping through the window: nothing before a yes, the made-up officer never, and no is a no."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from privacy_audit.decisions import Decision, DecisionKind
from privacy_audit.demo import OWN_NAMES
from privacy_audit.events import Finished, HolderFound
from privacy_audit.own_facts import Answer
from privacy_audit.vault import VaultFolder, is_there
from privacy_audit.words import Words
from tests.builders import results
from tests.builders.audits import Scripted
from tests.builders.keeping import (
    EXPORT,
    JOINING,
    NOTHING,
    STORE,
    WORDS,
    Open,
    at,
    keep,
    kept_vault,
    labels,
    read,
    whole,
)
from tests.builders.vaults import PASSPHRASE, Drawer
from ui.keeping import State
from ui.pages.finish import FinishPage
from ui.pages.keep import KeepPage
from ui.pages.locked import LockedPage
from ui.pages.whose import WhosePage


def test_nothing_is_written_before_a_yes(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    walk.review.page.bar.done.click()
    walk.window.page_wanted.emit("keep")
    at(qtbot, walk, "keep")
    assert not (tmp_path / "data").exists()


def test_the_offer_comes_with_the_first_findings_and_a_no_is_a_no(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole(), whole())
    read(qtbot, walk)
    strip = walk.review.page.keep_strip
    assert strip.isVisible()
    strip.later.click()
    assert not strip.isVisible()
    read(qtbot, walk)
    assert not walk.review.page.keep_strip.isVisible()
    walk.review.page.bar.done.click()
    walk.window.close()
    assert not walk.window.isVisible(), "who said no is not asked again at the door"


def test_the_offer_leads_to_the_page_on_what_it_means(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    walk.review.page.keep_strip.see.click()
    page = at(qtbot, walk, "keep")
    told = labels(page)
    assert "asked for in a misconduct or court matter" in told and "never the words" in told
    assert "twelve months" in told and "whether there is a case" in told


@pytest.mark.parametrize("way", [STORE, WORDS])
def test_what_is_kept_comes_back_after_a_new_start(qtbot: QtBot, opened: Open, way: int) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    decided = walk.review.page.current
    walk.review.page.bar.done.click()
    walk.session.facts = replace(walk.session.facts, home_town="Ludbridge", under_investigation=Answer.YES)
    keep(qtbot, walk, way)
    walk.look.set_scale(150)
    second = walk.review.page.current
    walk.window.page_wanted.emit("findings")
    walk.review.page.bar.done.click()
    again = opened(names=())
    if way == WORDS:
        page = at(qtbot, again, "locked")
        assert isinstance(page, LockedPage)
        page.words.edit.setText(PASSPHRASE)
        page.open_by_words.click()
    at(qtbot, again, "findings")
    decisions = again.session.decisions
    assert {decided, second} <= set(decisions.all) and decisions.of(decided) is not None
    assert again.session.facts.home_town == "Ludbridge"
    assert again.session.facts.under_investigation is Answer.NOT_ASKED, "it is asked again before the first step"
    assert again.look.scale == 150
    assert again.session.from_vault and "This is what was kept" in again.review.page.summary.text()
    assert decisions.undo() == second and kept_vault(again).decisions.all().keys() == {decided}


def test_conduct_is_on_show_until_the_window_closes_and_never_kept(qtbot: QtBot, opened: Open) -> None:
    grumble = results.finding("grumble", "grievance", items=(results.evidence("my sergeant is a Quokkazzle"),))
    audit = whole()
    audit = Scripted(HolderFound(0, "facebook", (results.HOLDER,)), JOINING,
                     Finished(results.result(found=(*results.findings(), grumble))))  # fmt: skip
    walk = opened(audit)
    read(qtbot, walk)
    keep(qtbot, walk)
    walk.session.decisions.decide("grumble", decision_with_reason())
    assert walk.session.decisions.all["grumble"].reason.reveal() == "it was the Quokkazzle"
    assert kept_vault(walk).decisions.all()["grumble"].reason.reveal() == ""
    again = opened(names=())
    at(qtbot, again, "findings")
    result = again.session.result
    assert result is not None and "grumble" not in {finding.id for finding in result.findings}
    assert again.session.decisions.of("grumble") is not None


def decision_with_reason() -> Decision:
    return Decision(DecisionKind.NOT_A_PROBLEM, date(2026, 11, 21), reason=Words("it was the Quokkazzle"))


def test_the_made_up_officer_is_never_kept(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole(), whole(OWN_NAMES[0]))
    read(qtbot, walk)
    keep(qtbot, walk)
    audits = len(kept_vault(walk).audits.all())
    before = kept_vault(walk).decisions.all()
    walk.run_demo()
    qtbot.waitUntil(lambda: walk.session.made_up and walk.session.result is not None, timeout=10_000)
    at(qtbot, walk, "findings")
    walk.review.page.open_first()
    walk.review.page.bar.done.click()
    assert walk.session.decisions.all != {}
    assert kept_vault(walk).decisions.all() == before and len(kept_vault(walk).audits.all()) == audits
    assert kept_vault(walk).own.facts.names == (results.HOLDER,)


def test_a_download_in_another_name_is_asked_about_even_if_the_names_were_emptied(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    keep(qtbot, walk)
    again = opened(whole("Somebody Else"), names=())
    at(qtbot, again, "findings")
    again.session.facts = replace(again.session.facts, names=())
    again.readings.read(EXPORT)
    page = at(qtbot, again, "whose")
    assert isinstance(page, WhosePage) and page.me.isHidden() and page.other_name.isVisible()
    page.not_mine.click()
    at(qtbot, again, "choose")
    assert len(kept_vault(again).audits.all()) == 1 and kept_vault(again).own.owner == (results.HOLDER,)


@pytest.mark.parametrize(
    ("holder", "asked"),
    [
        (results.HOLDER, False),
        ("Pugsley, Gareth", False),
        ("Gareth Ieuan Pugsley", False),
        ("Rhian Pugsley", True),  # a partner has the surname
        ("Gareth", True),  # a first name alone is no proof
        ("Gareth Llewellyn", True),  # a maiden or an earlier name: the user says so, once
    ],
)
def test_whose_download_it_is_follows_the_vault(qtbot: QtBot, opened: Open, holder: str, asked: bool) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    keep(qtbot, walk)
    again = opened(whole(holder), whole(holder), names=())
    at(qtbot, again, "findings")
    again.readings.read((Path("another.zip"),))
    if not asked:
        qtbot.waitUntil(lambda: len(kept_vault(again).audits.all()) == 2, timeout=10_000)
        return
    page = at(qtbot, again, "whose")
    assert isinstance(page, WhosePage) and page.me.isHidden()
    assert len(kept_vault(again).audits.all()) == 1
    page.other_name.click()
    qtbot.waitUntil(lambda: len(kept_vault(again).audits.all()) == 2, timeout=10_000)
    assert holder in kept_vault(again).own.owner
    again.readings.read((Path("a-third.zip"),))
    qtbot.waitUntil(lambda: len(kept_vault(again).audits.all()) == 3, timeout=10_000)


def test_without_a_key_store_there_is_the_passphrase(qtbot: QtBot, opened: Open) -> None:
    walk = opened(store=False)
    walk.window.page_wanted.emit("keep")
    page = at(qtbot, walk, "keep")
    assert isinstance(page, KeepPage)
    qtbot.waitUntil(page.choices.cards[STORE].isHidden, timeout=5000)
    assert page.no_store.isVisible()


def test_a_key_store_that_refuses_leaves_everything_as_it_was(
    qtbot: QtBot, opened: Open, drawer: Drawer, tmp_path: Path
) -> None:
    walk = opened()
    drawer.refuses = True
    walk.window.page_wanted.emit("keep")
    page = at(qtbot, walk, "keep")
    assert isinstance(page, KeepPage)
    page.choices.choose(STORE)
    page.go_on.click()
    qtbot.waitUntil(lambda: "does not answer" in page.trouble.words.text(), timeout=5000)
    assert walk.keep.keeping.state is State.NOTHING and page.go_on.isEnabled()
    assert not is_there(VaultFolder(tmp_path / "data"))


@pytest.mark.parametrize(
    ("first", "second", "told"), [("short", "short", "easy to guess"), (PASSPHRASE, "x", "not the")]
)
def test_a_passphrase_is_long_and_typed_twice(qtbot: QtBot, opened: Open, first: str, second: str, told: str) -> None:
    walk = opened()
    walk.window.page_wanted.emit("keep")
    page = at(qtbot, walk, "keep")
    assert isinstance(page, KeepPage)
    page.choices.choose(WORDS)
    assert page.pair.first.edit.echoMode() is QLineEdit.EchoMode.Password
    page.pair.first.edit.setText(first)
    page.pair.second.edit.setText(second)
    page.pair.go.click()
    assert told in page.pair.problem.words.text() and walk.keep.keeping.state is State.NOTHING


def test_sorting_is_not_forgotten_without_a_word(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    walk.review.page.bar.done.click()
    walk.window.close()
    assert walk.window.isVisible()
    page = at(qtbot, walk, "keep")
    assert isinstance(page, KeepPage)
    page.choices.choose(NOTHING)
    page.go_on.click()
    assert not walk.window.isVisible()


def test_looking_without_sorting_closes_at_once(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    walk.window.close()
    assert not walk.window.isVisible()


def test_close_and_forget_means_it(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    walk.review.page.bar.done.click()
    walk.window.page_wanted.emit("finish")
    page = at(qtbot, walk, "finish")
    assert isinstance(page, FinishPage) and "forgets everything" in page.kept.text()
    page.close_window.click()
    assert not walk.window.isVisible()
