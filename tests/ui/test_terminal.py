"""What the terminal is sent: a progress line on terminals alone, and letters that it can show."""

import io
import sys

import pytest

from privacy_audit.events import Progressed, Stage
from ui.terminal import ProgressLine, say, write


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def at(stage: Stage, done: int, total: int) -> Progressed:
    return Progressed(stage, 0, done, total, {"posts": 1200, "messages": 34}, 5)


def test_progress_rewrites_one_line_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    line = ProgressLine()
    line.show(at(Stage.OPENING, 0, 0))
    line.show(at(Stage.READING, 50, 200))
    assert screen.getvalue().endswith("\rReading 25 %: 1,234 records, 5 findings so far")
    line.clear()
    assert "\n" not in screen.getvalue()
    assert screen.getvalue().rpartition("\r")[2] == ""
    assert set(screen.getvalue().split("\r")[-2]) == {" "}


def test_a_shorter_line_covers_the_longer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    line = ProgressLine()
    line.show(at(Stage.JOINING, 1, 1))
    line.show(at(Stage.OPENING, 0, 0))
    first, second = screen.getvalue().split("\r")[1:]
    assert len(second) == len(first)


def test_no_progress_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = io.StringIO()
    monkeypatch.setattr(sys, "stderr", quiet)
    line = ProgressLine()
    line.show(at(Stage.READING, 1, 2))
    line.clear()
    assert quiet.getvalue() == ""


def test_letters_that_a_terminal_lacks_become_question_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    write("“•” ▲ é \ud83d")
    assert raw.getvalue().decode("cp1252") == "“•” ? é ?"


def test_a_program_without_streams_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    write("a")
    say("b")
    ProgressLine().show(at(Stage.READING, 1, 2))
