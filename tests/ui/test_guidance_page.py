"""The page of guidance: packs come into use after a comparison, and go again; findings follow."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from privacy_audit.own_facts import OwnFacts
from privacy_audit.packs import fingerprint
from tests.builders import results
from tests.builders.packs import pack
from ui.guiding import Guiding
from ui.look import Look, Theme
from ui.widgets.labels import PlainLabel

KEY = Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)


@pytest.fixture
def guiding(qtbot: QtBot) -> Guiding:
    guiding = Guiding(Look(Theme.LIGHT))
    qtbot.addWidget(guiding.page)
    guiding.page.show()
    return guiding


def _choose(guiding: Guiding, path: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(data)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    guiding.page.choose.click()


def _words(guiding: Guiding) -> str:
    return "\n".join(label.text() for label in guiding.page.findChildren(PlainLabel) if label.isVisible())


def test_the_five_sets_are_named(guiding: Guiding) -> None:
    for words in ("Essex Police", "Southend council", "Clauses that an audit can act on: 10"):
        assert words in _words(guiding)


def test_a_pack_waits_for_the_comparison(
    guiding: Guiding, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _choose(guiding, tmp_path / "w.pack", pack(KEY), monkeypatch)
    assert fingerprint(KEY.public_key().public_bytes_raw()) in _words(guiding)
    assert guiding.library.guidance.clause("westhaven:2.1") is None
    with qtbot.waitSignals([guiding.changed, guiding.kept], timeout=500):
        guiding.page.yes.click()
    assert guiding.library.guidance.clause("westhaven:2.1") is not None
    assert "In use from now on" in _words(guiding) and not guiding.page.asking.isVisible()
    told = guiding.applied(results.result(), OwnFacts(guidance=("westhaven",)))
    assert next(one for one in told.findings if one.check == "date-of-birth").clauses[0] == "westhaven:2.1"
    with qtbot.waitSignal(guiding.changed, timeout=500):
        guiding.page.buttons["westhaven"].click()
    assert guiding.library.guidance.clause("westhaven:2.1") is None
    assert guiding.applied(results.result(), OwnFacts()) == results.result()


def test_no_means_no(guiding: Guiding, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _choose(guiding, tmp_path / "w.pack", pack(KEY), monkeypatch)
    guiding.page.no.click()
    assert not guiding.page.asking.isVisible()
    guiding.page.yes.click()
    assert guiding.library.guidance.clause("westhaven:2.1") is None


@pytest.mark.parametrize("data", [b"", b"{}", b"PK\x03\x04", pack(KEY)[:-40], b"x" * 2_000_000])
def test_what_is_no_pack_is_refused_with_a_sentence(
    guiding: Guiding, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    _choose(guiding, tmp_path / "w.pack", data, monkeypatch)
    assert "pack" in guiding.page.told.words.text()
    assert not guiding.page.asking.isVisible()


def test_a_stale_pack_says_so(guiding: Guiding, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _choose(guiding, tmp_path / "w.pack", pack(KEY, expires="2020-01-01"), monkeypatch)
    guiding.page.yes.click()
    qtbot.waitUntil(lambda: "ask for a newer one" in _words(guiding), timeout=1000)


def test_what_was_kept_comes_back(
    guiding: Guiding, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[tuple[object, object]] = []
    guiding.kept.connect(lambda keys, packs: kept.append((keys, packs)))
    _choose(guiding, tmp_path / "w.pack", pack(KEY), monkeypatch)
    guiding.page.yes.click()
    keys, packs = kept[-1]
    again = Guiding(Look(Theme.LIGHT))
    qtbot.addWidget(again.page)
    assert again.restore(keys, packs) == ()  # type: ignore[arg-type] # what the signal carried
    assert again.library.guidance.clause("westhaven:2.1") is not None
