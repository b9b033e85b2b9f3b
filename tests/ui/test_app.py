"""Opening the window, drawing it into a picture, and the calm word after a mistake of ours."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import results
from ui import app
from ui.look import Look, Theme
from ui.widgets.crash_dialog import CrashDialog, place_of


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_picture_of_the_findings(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    picture = tmp_path / "window.png"
    app.screenshot(results.result(), picture, theme=theme)
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1240, 800)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1240, 7) for y in range(0, 800, 7)}
    tokens = Look(theme).tokens
    assert {tokens["page"].lower(), tokens["surface"].lower(), tokens["high_soft"].lower()} <= colours


def test_a_picture_of_an_empty_result(qtbot: QtBot, tmp_path: Path) -> None:
    app.screenshot(results.result(found=()), tmp_path / "window.png")
    assert not QImage(str(tmp_path / "window.png")).isNull()


def test_the_calm_word_holds_no_word_of_the_error(qtbot: QtBot) -> None:
    try:
        raise ValueError("somebody's private words")
    except ValueError as error:
        place = place_of(error.__traceback__, "1.0")
    dialog = CrashDialog(Look(Theme.LIGHT), "ValueError", place)
    qtbot.addWidget(dialog)
    assert dialog.line.text().startswith("ValueError in test_app.py, line ")
    assert "private" not in dialog.line.text()


def test_the_program_opens_and_ends(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def once() -> int:
        open_now = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        seen.extend(window.windowTitle() for window in open_now)
        for window in open_now:
            window.close()
        return 0

    monkeypatch.setattr(QApplication, "exec", staticmethod(once))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    assert app.main([]) == 0
    assert seen == ["Privacy Audit"]
