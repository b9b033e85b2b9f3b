"""A window over a vault, for tests: opened again and again as on new starts of the program, and led to its pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from privacy_audit.events import Finished, HolderFound, Progressed, Stage
from privacy_audit.options import MessageScope
from privacy_audit.own_facts import OwnFacts
from privacy_audit.vault import Vault, VaultFolder
from tests.builders import results
from tests.builders.audits import Script, Scripted
from tests.builders.vaults import PASSPHRASE, Drawer, key_store
from ui.app import open_window
from ui.keeping import Keeping
from ui.look import Look, Theme
from ui.pages.keep import KeepPage
from ui.pages.kept import KeptPage
from ui.session import Session
from ui.walk import Walk
from ui.widgets.labels import PlainLabel

JOINING = Progressed(Stage.JOINING, 0, 1, 1, {}, 0)
EXPORT = (Path("facebook-gareth.zip"),)
STORE, WORDS, NOTHING = range(3)
Open = Callable[..., Walk]


def whole(holder: str = results.HOLDER) -> Scripted:
    return Scripted(HolderFound(0, "facebook", (holder,)), JOINING, Finished(results.result()))


def starts(qtbot: QtBot, folder: Path, drawer: Drawer) -> Iterator[Open]:
    """Yields what opens a window over one folder and one key store; each opening is a new start of the program."""
    walks: list[Walk] = []

    def open_it(*audits: Scripted, names: tuple[str, ...] = (results.HOLDER,), store: bool = True) -> Walk:
        for walk in walks:
            walk.close()
        session = Session(facts=OwnFacts(names=names), scope=MessageScope.OWN, facts_asked=True)
        keeping = Keeping(session, VaultFolder(folder), lambda: key_store(drawer) if store else None)
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
