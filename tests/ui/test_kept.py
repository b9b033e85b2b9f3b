"""What is kept, through the window: compared, shown again, reminded of, held and removed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from privacy_audit.decisions import DecisionKind
from privacy_audit.demo import OWN_NAMES
from privacy_audit.events import Finished, HolderFound
from privacy_audit.packs import Publisher
from privacy_audit.vault import SlotKind
from tests.builders import results
from tests.builders.audits import Scripted
from tests.builders.failing_disk import failing_disk
from tests.builders.keeping import JOINING, WORDS, Open, at, keep, kept_vault, labels, read, whole
from tests.builders.vaults import Drawer
from ui.pages.before_after import BeforeAfterPage
from ui.pages.kept import KeptPage
from ui.pages.locked import LockedPage
from ui.pages.own_facts import OwnFactsPage


def test_a_later_download_is_compared_with_what_was_kept(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    keep(qtbot, walk)
    later = results.result(
        found=(
            *results.findings()[1:],
            results.finding("new", "contact-details", theme="landline", title="A new thing"),
        )
    )
    again = opened(Scripted(HolderFound(0, "facebook", (results.HOLDER,)), JOINING, Finished(later)), names=())
    at(qtbot, again, "findings")
    again.window.page_wanted.emit("before")
    page = at(qtbot, again, "before")
    assert isinstance(page, BeforeAfterPage) and page.summary.text() == "", "one audit has nothing before it"
    again.readings.read((Path("facebook-later.zip"),))
    qtbot.waitUntil(lambda: len(kept_vault(again).audits.all()) == 2, timeout=10_000)
    again.window.page_wanted.emit("before")
    page = at(qtbot, again, "before")
    assert isinstance(page, BeforeAfterPage)
    told = labels(page)
    assert "A new thing" in told and "Your date of birth is on your profile" in told
    third = opened(names=())
    at(qtbot, third, "findings")
    third.window.page_wanted.emit("before")
    page = at(qtbot, third, "before")
    assert isinstance(page, BeforeAfterPage) and "A new thing" in labels(page), "the same from what was kept alone"


def test_a_kept_audit_is_shown_again_after_the_made_up_officer(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole(), whole(OWN_NAMES[0]))
    read(qtbot, walk)
    keep(qtbot, walk)
    walk.run_demo()
    qtbot.waitUntil(lambda: walk.session.made_up and walk.session.result is not None, timeout=10_000)
    walk.window.page_wanted.emit("keep")
    page = at(qtbot, walk, "kept")
    assert isinstance(page, KeptPage)
    page.lines[0].see_button.click()
    at(qtbot, walk, "findings")
    assert walk.session.from_vault and not walk.session.made_up and walk.window.banner.isHidden()
    assert walk.session.facts.names == (results.HOLDER,)
    walk.keep.lock()
    page = at(qtbot, walk, "locked")
    assert isinstance(page, LockedPage)
    page.open_by_store.click()
    at(qtbot, walk, "findings")
    assert walk.session.from_vault and "This is what was kept" in walk.review.page.summary.text()


def test_a_reminder_comes_at_a_later_start(qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    keep(qtbot, walk)
    walk.review.page.decided.emit(walk.review.page.current, DecisionKind.REMIND, 7, "")
    assert "when you open this" in walk.review.page._undo_words.text()
    again = opened(names=())
    at(qtbot, again, "findings")
    assert "reminded" not in again.review.page.summary.text()
    monkeypatch.setattr("ui.review._today", lambda: date.today() + timedelta(days=8))  # noqa: DTZ011 - as the window
    again.review.refresh()
    assert "reminded of 1" in again.review.page.summary.text()


def test_a_full_disk_is_said_once_and_made_up_for(qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    with failing_disk(monkeypatch) as faults:
        walk = opened(whole())
        read(qtbot, walk)
        keep(qtbot, walk)
        walk.window.page_wanted.emit("findings")
        faults.set(1, stays=True)
        first = walk.review.page.current
        walk.review.page.bar.done.click()
        page = at(qtbot, walk, "kept")
        assert isinstance(page, KeptPage) and "disk may be full" in page.told.words.text()
        walk.window.page_wanted.emit("findings")
        second = walk.review.page.current
        walk.review.page.bar.done.click()
        assert walk.window.current == "findings", "not said at each step"
        faults.set(-1, stays=False)
        third = walk.review.page.current
        walk.review.page.bar.done.click()
        assert set(kept_vault(walk).decisions.all()) == {first, second, third}
        assert kept_vault(walk).decisions.history() == walk.session.decisions.history
        walk.close()


def test_the_users_own_guidance_comes_back(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole())
    walk.guiding.kept.emit((Publisher("Essex", b"k" * 32),), (b"a pack that is none",))
    read(qtbot, walk)
    page = keep(qtbot, walk)
    packs = kept_vault(walk).own.packs
    assert packs is not None and packs.publishers == (Publisher("Essex", b"k" * 32),)
    again = opened(names=())
    at(qtbot, again, "findings")
    again.window.page_wanted.emit("keep")
    page = at(qtbot, again, "kept")
    assert isinstance(page, KeptPage) and page.told.words.text().endswith("."), "a pack that no longer fits is said"
    again.window.page_wanted.emit("guidance")
    at(qtbot, again, "guidance")
    again.keep.lock()
    at(qtbot, again, "locked").open_by_store.click()  # type: ignore[attr-defined]
    at(qtbot, again, "guidance" if again.window.current == "guidance" else "findings")
    again.window.page_wanted.emit("guidance")
    at(qtbot, again, "guidance")


def test_audits_are_listed_held_and_removed(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    page = keep(qtbot, walk)
    assert len(page.lines) == 1 and "Facebook" in labels(page.lines[0]) and "It goes after" in labels(page.lines[0])
    page.lines[0].hold_button.click()
    assert "You hold on to it" in labels(page.lines[0]) and kept_vault(walk).audits.all()[0].held
    page.lines[0].remove_button.click()
    assert page.lines == () and page.none_yet.isVisible() and kept_vault(walk).audits.all() == ()


def test_reading_the_same_download_again_is_the_same_audit(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole(), whole(), whole())
    read(qtbot, walk)
    keep(qtbot, walk)
    walk.window.page_wanted.emit("facts")
    facts = at(qtbot, walk, "facts")
    assert isinstance(facts, OwnFactsPage)
    facts.home_town.setText("Ludbridge")
    facts.save.click()
    at(qtbot, walk, "findings")
    assert len(kept_vault(walk).audits.all()) == 1 and kept_vault(walk).own.facts.home_town == "Ludbridge"
    walk.readings.read((Path("another.zip"),))
    qtbot.waitUntil(lambda: len(kept_vault(walk).audits.all()) == 2, timeout=10_000)


def test_the_ways_in_are_changed_on_the_page(qtbot: QtBot, opened: Open, drawer: Drawer) -> None:
    walk = opened()
    page = keep(qtbot, walk, WORDS)
    assert page.with_store.isVisible() and not page.without_store.isVisible()
    page.with_store.click()
    qtbot.waitUntil(lambda: kept_vault(walk).ways == set(SlotKind), timeout=10_000)
    qtbot.waitUntil(page.without_store.isVisible, timeout=5000)
    page.without_store.click()
    qtbot.waitUntil(lambda: kept_vault(walk).ways == {SlotKind.PASSPHRASE}, timeout=10_000)
    qtbot.waitUntil(lambda: walk.keep.keeping._errand is None, timeout=5000)
    assert drawer.held == {}
    page.new_words.click()
    page.pair.first.edit.setText("another four quiet words")
    page.pair.second.edit.setText("another four quiet words")
    page.pair.go.click()
    qtbot.waitUntil(lambda: "no earlier one" in page.told.words.text(), timeout=10_000)
