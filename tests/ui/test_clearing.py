"""Clearing through the window: nothing of us is left, and the download goes only when ticked and without a case."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from privacy_audit.demo import OWN_NAMES
from privacy_audit.own_facts import Answer, OwnFacts
from tests.builders.keeping import Open, at, keep, labels, read, whole
from tests.builders.vaults import Drawer, bytes_under, fresh, key_store
from ui.keeping import State
from ui.pages.clear import ClearPage
from ui.pages.finish import FinishPage


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
