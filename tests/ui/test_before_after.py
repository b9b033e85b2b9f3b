"""An earlier download read beside the findings: what is compared, what is refused, and how it ends."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from privacy_audit.events import Crashed, Event, Finished, HolderFound, Progressed, Refused, Stage
from privacy_audit.model import Moment
from privacy_audit.not_told import waiting
from privacy_audit.own_facts import OwnFacts
from privacy_audit.result import AuditResult
from tests.builders import results
from tests.builders.audits import Script, Scripted
from ui.look import Look, Theme
from ui.looking_back import LookingBack
from ui.session import Session
from ui.widgets.labels import PlainLabel

_MINE = HolderFound(0, "facebook", (results.HOLDER,))
_JOINING = Progressed(Stage.JOINING, 0, 1, 1, {}, 0)
_OLD = (Path("old.zip"),)


def _made(year: int, *names: str) -> AuditResult:
    """An audit of a download of that year, with these findings."""
    result = results.result(found=tuple(results.finding(name, items=(results.evidence(name, name),)) for name in names))
    return replace(result, exports=(replace(result.exports[0], made=Moment(datetime(year, 5, 1, tzinfo=UTC))),))


def _back(qtbot: QtBot, *events: Event, session: Session | None = None) -> tuple[LookingBack, Scripted]:
    audit = Scripted(*events)
    session = session or Session(
        facts=OwnFacts(names=(results.HOLDER,)), result=_made(2026, "kept", "new"), paths=(Path("now.zip"),)
    )
    back = LookingBack(Look(Theme.LIGHT), session, Script(audit))
    qtbot.addWidget(back.page)
    back.refresh()
    return back, audit


def _words(back: LookingBack) -> str:
    return "\n".join(label.text() for label in back.page.findChildren(PlainLabel) if label.isVisibleTo(back.page))


def test_what_became_of_each_finding_is_shown(qtbot: QtBot) -> None:
    back, audit = _back(qtbot, _MINE, Finished(_made(2025, "kept", "gone")))
    back.page.earlier_chosen.emit(_OLD)
    qtbot.waitUntil(lambda: "Still there" in _words(back), timeout=2000)
    for words in ("No longer there", "not proof that nobody kept a copy", "New since then", "1 May 2025"):
        assert words in _words(back)
    assert audit.mine == [True]
    assert back.page.files.isEnabled() and back.page.stop.isHidden()


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ((HolderFound(0, "facebook", ("Somebody Else",)),), "different people"),
        ((Refused("It cannot be opened. Choose another."),), "cannot be opened"),
        ((Crashed("ValueError", "x.py, line 1"),), "nothing was changed"),
        ((_MINE, Finished(_made(2027, "kept"))), "newer one"),
    ],
    ids=["somebody else's", "refused", "crashed", "the newer one"],
)
def test_each_other_end_is_said(qtbot: QtBot, events: tuple[Event, ...], said: str) -> None:
    back, _audit = _back(qtbot, *events)
    back.page.earlier_chosen.emit(_OLD)
    qtbot.waitUntil(lambda: said in back.page.told.words.text(), timeout=2000)
    assert back.page.summary.text() == ""
    assert back.page.files.isEnabled()


def test_a_download_that_names_nobody_stays_unconfirmed(qtbot: QtBot) -> None:
    back, audit = _back(qtbot, _JOINING, Finished(_made(2025, "kept")))
    back.page.earlier_chosen.emit(_OLD)
    qtbot.waitUntil(lambda: "Still there" in _words(back), timeout=2000)
    assert audit.mine == [False]


def test_a_second_look_that_goes_on_is_waited_for(qtbot: QtBot) -> None:
    now = _made(2026, "kept")
    session = Session(result=replace(now, not_looked_at=(*now.not_looked_at, waiting(7))))
    back, audit = _back(qtbot, _MINE, Finished(_made(2025, "kept")), session=session)
    back.page.earlier_chosen.emit(_OLD)
    assert "once it has ended" in back.page.told.words.text()
    assert back.page.files.isEnabled() and audit.mine == []


def test_it_can_be_stopped(qtbot: QtBot) -> None:
    back, _audit = _back(qtbot)
    back.page.earlier_chosen.emit(_OLD)
    assert not back.page.stop.isHidden() and not back.page.files.isEnabled()
    back.page.stop.click()
    qtbot.waitUntil(lambda: "Stopped" in back.page.told.words.text(), timeout=2000)


def test_the_same_download_is_not_read_twice(qtbot: QtBot) -> None:
    back, _audit = _back(qtbot)
    back.page.earlier_chosen.emit((Path("now.zip"),))
    assert "Choose an earlier one" in back.page.told.words.text()


def test_another_result_makes_the_comparison_void(qtbot: QtBot) -> None:
    session = Session(facts=OwnFacts(names=(results.HOLDER,)), result=_made(2026, "kept"))
    back, _audit = _back(qtbot, _MINE, Finished(_made(2025, "kept")), session=session)
    back.page.earlier_chosen.emit(_OLD)
    qtbot.waitUntil(lambda: "Still there" in _words(back), timeout=2000)
    session.result = _made(2026, "other")
    back.refresh()
    assert "Still there" not in _words(back)


def test_files_or_a_folder_are_chosen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    back, _audit = _back(qtbot)
    chosen: list[object] = []
    back.page.earlier_chosen.disconnect()
    back.page.earlier_chosen.connect(chosen.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (["a.zip", "b.zip"], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
    back.page.files.click()
    back.page.folder.click()
    assert chosen == [(Path("a.zip"), Path("b.zip"))]
