"""What holds for every window test: circles are collected between tests, on the window's own thread alone."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders.keeping import Open, starts
from tests.builders.vaults import Drawer


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """A widget left over from another test must not end on the thread of an errand: Qt crashes."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def drawer() -> Drawer:
    """The key store of the window that `opened` opens."""
    return Drawer()


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, drawer: Drawer) -> Iterator[Open]:
    """Opens a window over one vault's folder; each opening is a new start of the program."""
    yield from starts(qtbot, tmp_path / "data", drawer)
