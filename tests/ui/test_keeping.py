"""Keeping, locking and clearing through the window: the place is kept, the made-up officer never, and no is a no."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from privacy_audit.decisions import Decision, DecisionKind
from privacy_audit.demo import OWN_NAMES
from privacy_audit.events import Finished, HolderFound, Progressed, Stage
from privacy_audit.options import MessageScope
from privacy_audit.own_facts import Answer, OwnFacts
from privacy_audit.packs import Publisher
from privacy_audit.vault import SlotKind, Vault, VaultFolder, is_there
from privacy_audit.words import Words
from tests.builders import results
from tests.builders.audits import Script, Scripted
from tests.builders.failing_disk import failing_disk
from tests.builders.vaults import PASSPHRASE, Drawer, bytes_under, fresh, key_store
from ui.app import open_window
from ui.keeping import Keeping, State
from ui.links import LinkDialog, open_link
from ui.look import Look, Theme
from ui.pages.before_after import BeforeAfterPage
from ui.pages.clear import ClearPage
from ui.pages.finish import FinishPage
from ui.pages.keep import KeepPage
from ui.pages.kept import KeptPage
from ui.pages.locked import LockedPage
from ui.pages.own_facts import OwnFactsPage
from ui.pages.whose import WhosePage
from ui.session import Session
from ui.walk import Walk
from ui.widgets.labels import PlainLabel

JOINING = Progressed(Stage.JOINING, 0, 1, 1, {}, 0)
EXPORT = (Path("facebook-gareth.zip"),)
STORE, WORDS, NOTHING = range(3)
Open = Callable[..., Walk]


def whole(holder: str = results.HOLDER) -> Scripted:
    return Scripted(HolderFound(0, "facebook", (holder,)), JOINING, Finished(results.result()))


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, drawer: Drawer) -> Iterator[Open]:
    """Opens a window over one folder and one key store; each opening is a new start of the program."""
    walks: list[Walk] = []

    def open_it(*audits: Scripted, names: tuple[str, ...] = (results.HOLDER,), store: bool = True) -> Walk:
        for walk in walks:
            walk.close()
        session = Session(facts=OwnFacts(names=names), scope=MessageScope.OWN, facts_asked=True)
        keeping = Keeping(session, VaultFolder(tmp_path / "data"), lambda: key_store(drawer) if store else None)
        walk = open_window(session, Look(Theme.LIGHT), Script(*audits), keeping)
        qtbot.addWidget(walk.window)
        walk.begin(made_up=False)
        walk.window.show()
        walks.append(walk)
        return walk

    yield open_it
    for walk in walks:
        walk.keep.forget()
        walk.close()


def at(qtbot: QtBot, walk: Walk, key: str) -> QWidget:
    qtbot.waitUntil(lambda: walk.window.current == key, timeout=10_000)
    return walk.window.page(key)


def read(qtbot: QtBot, walk: Walk) -> None:
    walk.readings.read(EXPORT)
    at(qtbot, walk, "findings")


def keep(qtbot: QtBot, walk: Walk, way: int = STORE) -> KeptPage:
    walk.window.page_wanted.emit("keep")
    page = at(qtbot, walk, "keep")
    assert isinstance(page, KeepPage)
    page.choices.choose(way)
    if way == WORDS:
        page.pair.first.edit.setText(PASSPHRASE)
        page.pair.second.edit.setText(PASSPHRASE)
        page.pair.go.click()
        assert page.pair.first.text == "" and page.pair.second.text == ""
    else:
        page.go_on.click()
    kept = at(qtbot, walk, "kept")
    assert isinstance(kept, KeptPage)
    return kept


def kept_vault(walk: Walk) -> Vault:
    vault = walk.keep.keeping.vault
    assert vault is not None
    return vault


def labels(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(PlainLabel))


# --- keeping ---


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


# --- closing ---


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


# --- locking ---


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


# --- what is kept ---


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


# --- clearing ---


def test_clear_everything_leaves_no_byte_and_gives_a_receipt(
    qtbot: QtBot, opened: Open, drawer: Drawer, tmp_path: Path
) -> None:
    walk = opened(whole())
    read(qtbot, walk)
    page = keep(qtbot, walk)
    page.clear.click()
    clear = at(qtbot, walk, "clear")
    assert isinstance(clear, ClearPage) and clear.offer.isVisible() and not clear.offer.bin.isVisible()
    clear.clear.click()
    clear.no.click()
    assert walk.keep.keeping.state is State.OPEN
    clear.clear.click()
    clear.yes.click()
    clear = at(qtbot, walk, "clear")
    assert isinstance(clear, ClearPage)
    qtbot.waitUntil(lambda: "was removed" in clear.receipt_lines.text(), timeout=10_000)
    told = labels(clear.receipt)
    assert "the key in the computer's key store" in told and "solid-state" in told and "backup" in told
    assert not (tmp_path / "data").exists() and drawer.held == {}
    assert walk.session.result is None and walk.session.facts == OwnFacts()
    assert set(walk.window._pages) == {"clear"}
    assert list(bytes_under(tmp_path)) == []


@pytest.fixture
def binned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    gone: list[str] = []

    def move(path: str) -> tuple[bool, str]:
        gone.append(path)
        return "stuck" not in path, ""

    monkeypatch.setattr("ui.widgets.bin_offer.QFile.moveToTrash", move)
    return gone


def test_the_download_goes_to_the_bin_only_on_a_tick_and_without_a_case(
    qtbot: QtBot, opened: Open, binned: list[str], tmp_path: Path
) -> None:
    walk = opened(whole())
    paths = (tmp_path / "OneDrive" / "one.zip", tmp_path / "stuck.zip", tmp_path / "three.zip")
    walk.readings.read(paths)
    at(qtbot, walk, "findings")
    walk.window.page_wanted.emit("finish")
    page = at(qtbot, walk, "finish")
    assert isinstance(page, FinishPage)
    offer = page.offer
    assert not offer.bin.isVisible() and offer.waits.isVisible() and offer.synced.isVisible()
    assert not any(line.box.isVisible() for line in offer.ticks)
    for answer in (Answer.YES, Answer.NOT_SURE):
        walk.session.answer(answer)
        walk.window.page_wanted.emit("finish")
        assert not offer.bin.isVisible()
    offer.ask.click()
    at(qtbot, walk, "evidence")
    walk.questions._case_answered(Answer.NO)
    at(qtbot, walk, "finish")
    assert offer.bin.isVisible() and not offer.bin.isEnabled() and not offer.waits.isVisible()
    assert [line.box.isChecked() for line in offer.ticks] == [False] * 3
    for line in offer.ticks[:2]:
        line.box.setChecked(True)
    offer.bin.click()
    assert binned == [str(path) for path in paths[:2]]
    assert walk.session.paths == paths[1:] and "stuck.zip" in offer.told.words.text()


def test_the_made_up_officers_download_is_not_offered(qtbot: QtBot, opened: Open) -> None:
    walk = opened(whole(OWN_NAMES[0]))
    walk.run_demo()
    at(qtbot, walk, "findings")
    walk.window.page_wanted.emit("finish")
    page = at(qtbot, walk, "finish")
    assert isinstance(page, FinishPage) and page.offer.paths == () and not page.keep.isVisible()


def test_a_vault_from_before_is_there_at_the_start(qtbot: QtBot, opened: Open, tmp_path: Path, drawer: Drawer) -> None:
    fresh(tmp_path / "data", key_store(drawer))[0].close()
    walk = opened()
    qtbot.waitUntil(lambda: walk.keep.keeping.state is State.OPEN, timeout=10_000)
    at(qtbot, walk, "welcome")
    assert "encrypted" in walk.window.menu.kept.text()
