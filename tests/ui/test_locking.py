"""Locking through the window: nothing is readable behind it, the place is kept, and damage has its ways out."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from privacy_audit.events import Finished, HolderFound
from privacy_audit.own_facts import Answer, OwnFacts
from privacy_audit.vault import VaultFolder
from tests.builders import results
from tests.builders.audits import Scripted
from tests.builders.keeping import EXPORT, JOINING, WORDS, Open, at, keep, kept_vault, read, whole
from tests.builders.vaults import PASSPHRASE, Drawer
from ui.keeping import State
from ui.links import LinkDialog, open_link
from ui.pages.locked import LockedPage
from ui.pages.whose import WhosePage


def test_lock_and_unlock_keep_the_place_and_nothing_is_readable_between(qtbot: QtBot, opened: Open) -> None:
    grumble = results.finding("grumble", "grievance", items=(results.evidence("my sergeant is a Quokkazzle"),))
    found = results.result(found=(*results.findings(), grumble))
    walk = opened(Scripted(HolderFound(0, "facebook", (results.HOLDER,)), JOINING, Finished(found)))
    read(qtbot, walk)
    walk.session.answer(Answer.YES)
    keep(qtbot, walk, WORDS)
    walk.window.page_wanted.emit("findings")
    walk.review.page.open_finding("grumble")
    assert walk.review.page.current == "grumble"
    walk.review._copy("copied from a finding")
    open_link(walk.look, "https://www.facebook.com/", walk.review.page)
    walk.keep.lock()
    assert QGuiApplication.clipboard().text() != "copied from a finding"
    assert not any(isinstance(one, LinkDialog) and one.isVisible() for one in QApplication.topLevelWidgets())
    page = at(qtbot, walk, "locked")
    assert isinstance(page, LockedPage) and "brings you back" in page.lead.text()
    session = walk.session
    assert session.result is None and session.facts == OwnFacts() and session.paths == ()
    assert dict(session.decisions.all) == {} and session.owner == ()
    assert b"Quokkazzle" not in (walk.keep.keeping._sealed or b"")
    assert set(walk.window._pages) == {"locked"}, "no page is left that could show anything"
    for key in ("findings", "facts", "dossier", "finish", "keep", "choose"):
        walk.window.page_wanted.emit(key)
        assert walk.window.current == "locked"
    page.words.edit.setText("not the passphrase")
    page.open_by_words.click()
    qtbot.waitUntil(lambda: "does not open" in page.trouble.words.text(), timeout=10_000)
    assert page.words.text == ""
    page.words.edit.setText(PASSPHRASE)
    page.open_by_words.click()
    at(qtbot, walk, "findings")
    assert walk.review.page.current == "grumble" and walk.session.paths == EXPORT
    assert walk.session.result is not None and walk.session.result.findings == found.findings
    assert walk.session.facts.under_investigation is Answer.YES and not walk.session.from_vault
    assert len(kept_vault(walk).audits.all()) == 1


@pytest.mark.parametrize("key", ["settings", "finish", "dossier", "kept"])
def test_every_page_is_found_again(qtbot: QtBot, opened: Open, key: str) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    keep(qtbot, walk)
    walk.window.page_wanted.emit("keep" if key == "kept" else key)
    at(qtbot, walk, key)
    walk.keep.lock()
    page = at(qtbot, walk, "locked")
    assert isinstance(page, LockedPage)
    page.open_by_store.click()
    at(qtbot, walk, key)


def test_it_locks_by_itself_when_nobody_is_there(qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    page = keep(qtbot, walk)
    page.minutes.setCurrentIndex(0)
    assert kept_vault(walk).own.settings["lock after"] == 5
    idle = walk.keep._idle
    idle.look()
    assert walk.keep.keeping.state is State.OPEN
    now = 1000.0
    monkeypatch.setattr("ui.idle.time.monotonic", lambda: now)
    idle._note()
    now += 4.9 * 60
    idle.look()
    assert walk.keep.keeping.state is State.OPEN
    now += 6
    walk.keep.busy = lambda: True
    idle.look()
    assert walk.keep.keeping.state is State.OPEN, "a reading is not cut off"
    walk.keep.busy = lambda: False
    idle.look()
    now += 5 * 60
    idle.look()
    assert walk.keep.keeping.state is State.LOCKED


def test_a_computer_that_slept_is_locked(qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = opened(whole())
    keep(qtbot, walk)
    later = __import__("time").time() + 11 * 60
    monkeypatch.setattr("ui.idle.time.time", lambda: later)
    walk.keep._idle.look()
    assert walk.keep.keeping.state is State.LOCKED


def test_quick_exit_locks(qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtGui.QGuiApplication.quit", lambda: None)
    walk = opened(whole())
    read(qtbot, walk)
    keep(qtbot, walk)
    walk.window.leave()
    assert walk.keep.keeping.vault is None and walk.session.result is None
    assert walk.keep.keeping.state is State.LOCKED


def test_going_on_without_it_adds_nothing_to_it(qtbot: QtBot, opened: Open) -> None:
    first = opened(whole())
    keep(qtbot, first, WORDS)
    walk = opened(whole(), names=())
    page = at(qtbot, walk, "locked")
    assert isinstance(page, LockedPage)
    page.pass_by.click()
    at(qtbot, walk, "welcome")
    walk.readings.read(EXPORT)
    whose = at(qtbot, walk, "whose")
    assert isinstance(whose, WhosePage)
    whose.me.click()
    at(qtbot, walk, "findings")
    assert walk.keep.keeping.state is State.LOCKED and not walk.review.page.keep_strip.isVisible()
    walk.window.page_wanted.emit("keep")
    page = at(qtbot, walk, "locked")
    assert isinstance(page, LockedPage)
    page.words.edit.setText(PASSPHRASE)
    page.open_by_words.click()
    qtbot.waitUntil(lambda: walk.keep.keeping.state is State.OPEN, timeout=10_000)
    assert kept_vault(walk).audits.all() == () and walk.session.result is None


def test_a_damaged_vault_offers_its_copy(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    keep(qtbot, walk)
    walk.close()
    database = VaultFolder(tmp_path / "data").database
    database.write_bytes(b"\x00" + database.read_bytes()[1:])
    again = opened()
    page = at(qtbot, again, "locked")
    assert isinstance(page, LockedPage)
    qtbot.waitUntil(lambda: "damaged" in page.trouble.words.text(), timeout=10_000)
    assert page.use_copy.isVisible()
    page.use_copy.click()
    page.open_by_store.click()
    at(qtbot, again, "findings")
    assert len(kept_vault(again).audits.all()) == 1


def test_a_key_that_is_gone_leaves_the_way_to_start_afresh(qtbot: QtBot, opened: Open, drawer: Drawer) -> None:
    walk = opened(whole())
    keep(qtbot, walk)
    walk.close()
    drawer.held.clear()
    again = opened()
    page = at(qtbot, again, "locked")
    assert isinstance(page, LockedPage)
    qtbot.waitUntil(lambda: "no longer in this computer" in page.trouble.words.text(), timeout=10_000)
    assert page.afresh.isVisible() and not page.use_copy.isVisible() and not page.waits.isVisible()
    page.afresh.click()
    at(qtbot, again, "welcome")
    keep(qtbot, again)


def test_a_damaged_vault_can_be_set_aside(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    walk = opened(whole())
    keep(qtbot, walk)
    walk.close()
    VaultFolder(tmp_path / "data").key_file.write_bytes(b"")
    again = opened()
    page = at(qtbot, again, "locked")
    assert isinstance(page, LockedPage) and page.afresh.isVisible()
    page.afresh.click()
    at(qtbot, again, "welcome")
    assert again.keep.keeping.state is State.NOTHING
    keep(qtbot, again)
