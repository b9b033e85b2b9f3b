"""Saving a report from the window: what is ticked goes in, and only there where the user said."""

import re
import zlib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from privacy_audit.decisions import Decision, DecisionKind
from tests.builders import results
from ui import print_copy
from ui.look import Look, Theme
from ui.saved_forms import Form
from ui.saving import Saving
from ui.session import Session


@pytest.fixture
def session() -> Session:
    return Session(result=results.result())


@pytest.fixture
def saving(qtbot: QtBot, session: Session) -> Saving:
    saving = Saving(Look(Theme.LIGHT), session)
    qtbot.addWidget(saving.page)
    saving.refresh()
    return saving


def _goes_to(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path) if path else "", ""))


def _inflated(pdf: bytes) -> bytes:
    """What stands in the file, and in its compressed streams."""
    streams = re.findall(rb"FlateDecode[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return pdf + b"".join(zlib.decompressobj().decompress(stream) for stream in streams)


def _choose(saving: Saving, form: Form) -> None:
    saving.page.forms.choose(tuple(Form).index(form))


@pytest.mark.parametrize("form", [Form.HTML, Form.TEXT, Form.CSV, Form.JSON])
def test_the_report_is_saved_covered(
    saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Form
) -> None:
    target = tmp_path / f"report.{form.value}"
    _goes_to(monkeypatch, target)
    _choose(saving, form)
    saving.page.save.click()
    text = target.read_text(encoding="utf-8")
    assert "date of birth" in text
    assert "14 March 1989" not in text
    assert target.stat().st_mode & 0o077 == 0
    assert "for your eyes alone" in saving.page.told.words.text()


def test_words_are_shown_only_when_asked_for(saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.html"
    _goes_to(monkeypatch, target)
    saving.page.words.box.setChecked(True)
    saving.page.save.click()
    assert "14 March 1989" in target.read_text(encoding="utf-8")
    assert "uncovered" in saving.page.told.words.text()


def test_what_is_not_ticked_is_not_there(saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.txt"
    _goes_to(monkeypatch, target)
    _choose(saving, Form.TEXT)
    saving.page.none.click()
    assert saving.page.count.text().startswith("0 of")
    saving.page.save.click()
    assert "maiden" not in target.read_text(encoding="utf-8")
    saving.page.all.click()
    saving.page.save.click()
    assert "maiden" in target.read_text(encoding="utf-8")


def test_a_line_is_ticked_by_space_and_by_a_click(qtbot: QtBot, saving: Saving) -> None:
    page = saving.page
    page.show()
    page.arrived()
    before = len(page.model.chosen)
    page.list.setCurrentIndex(page.model.index(0))
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert len(page.model.chosen) == before - 1
    place = page.list.visualRect(page.model.index(0)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(page.model.chosen) == before


def test_conduct_is_left_out_at_first(qtbot: QtBot) -> None:
    from checks import CHECKS  # noqa: PLC0415 - read where it is asked for

    conduct = next(check.id for check in CHECKS if check.conduct)
    told = results.result(found=(results.finding("a"), results.finding("b", conduct)))
    saving = Saving(Look(Theme.LIGHT), Session(result=told))
    qtbot.addWidget(saving.page)
    saving.refresh()
    assert saving.page.model.chosen == {"a"}


@pytest.mark.parametrize("tagged", [True, False])
def test_a_pdf_is_made_either_way(
    saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, tagged: bool
) -> None:
    if tagged and print_copy.tagged_pdf("<p>x</p>") is None:
        pytest.skip("WeasyPrint or Pango is not here")
    if not tagged:
        monkeypatch.setattr(print_copy, "tagged_pdf", lambda _page: None)
    target = tmp_path / "report.pdf"
    _goes_to(monkeypatch, target)
    _choose(saving, Form.PDF)
    saving.page.save.click()
    data = target.read_bytes()
    assert data.startswith(b"%PDF") and b"%%EOF" in data[-1024:]
    assert (b"/StructTreeRoot" in _inflated(data)) is tagged
    assert ("print copy" in saving.page.told.words.text()) is not tagged


def test_a_page_that_asks_for_something_outside_gets_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"not a picture")
    page = f'<p>words</p><img src="{secret.as_uri()}"><link rel="stylesheet" href="https://example.com/x.css">'
    assert print_copy.printed_pdf(page).startswith(b"%PDF")


def test_the_note_counts_accounts_alone(saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "note.txt"
    _goes_to(monkeypatch, target)
    saving.page.note.click()
    text = target.read_text(encoding="utf-8")
    assert "one of my own accounts" in text
    assert not any(word in text.casefold() for word in ("finding", "birth", results.HOLDER.casefold()))


def test_reminders_go_into_a_calendar_file(
    saving: Saving, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not saving.page.calendar.isEnabled()
    session.decisions.decide("dob", Decision(DecisionKind.REMIND, date(2026, 11, 21), date(2026, 12, 21)))
    saving.refresh()
    assert saving.page.calendar.isEnabled()
    target = tmp_path / "reminders.ics"
    _goes_to(monkeypatch, target)
    saving.page.calendar.click()
    text = target.read_text(encoding="utf-8")
    assert "20261221" in text
    assert "birth" not in text.casefold()


def test_changing_ones_mind_saves_nothing(saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _goes_to(monkeypatch, None)
    for button in (saving.page.save, saving.page.note):
        button.click()
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(
    saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _goes_to(monkeypatch, tmp_path / "no such folder" / "report.html")
    saving.page.save.click()
    assert "could not be written" in saving.page.told.words.text()
