"""One reading: the questions that it may raise, with an audit that says what it is told to say."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from privacy_audit.events import Crashed, Finished, HolderFound, Progressed, ResultSoFar, Stage, VoicesFound
from privacy_audit.not_told import waiting
from tests.builders import results
from tests.builders.audits import Script, Scripted
from ui.readings import Order, Readings
from ui.session import Session

JOINING = Progressed(Stage.JOINING, 0, 1, 1, {}, 0)
AGAIN = Progressed(Stage.SECOND_LOOK, 0, 3, 9, {}, 0)
VOICES = VoicesFound(0, "facebook", ("Gareth Pugsley", "Zoe"), "Gareth Pugsley")


def reading(session: Session, *scripts: Scripted) -> tuple[Readings, list[Order]]:
    script = Script(*scripts)
    return Readings(session, script), script.orders


def test_a_download_that_names_nobody_is_asked_about_all_the_same(qtbot: QtBot) -> None:
    readings, _orders = reading(Session(), Scripted(JOINING, Finished(results.result())))
    with qtbot.waitSignal(readings.asked, timeout=2000) as told:
        readings.read(())
    assert told.args == ["", (), False]
    with qtbot.waitSignal(readings.finished, timeout=2000):
        readings.mine()


def test_the_question_whose_it_is_comes_once(qtbot: QtBot) -> None:
    found = HolderFound(0, "facebook", (results.HOLDER,))
    readings, _orders = reading(Session(), Scripted(found, found, JOINING, Finished(results.result())))
    asked: list[object] = []
    readings.asked.connect(lambda *said: asked.append(said))
    with qtbot.waitSignal(readings.asked, timeout=2000):
        readings.read(())
    with qtbot.waitSignal(readings.finished, timeout=2000):
        readings.mine()
    assert len(asked) == 1


def test_the_writer_that_the_user_names_is_read_again_with(qtbot: QtBot) -> None:
    session = Session()
    first, second = (Scripted(VOICES, JOINING, Finished(results.result())) for _ in range(2))
    readings, orders = reading(session, first, second)
    asked: list[object] = []
    readings.asked.connect(lambda *said: asked.append(said))
    readings.asked.connect(lambda *_said: readings.mine())
    with qtbot.waitSignal(readings.voices_asked, timeout=2000) as told:
        readings.read(())
    assert told.args == ["facebook", VOICES.names, "Gareth Pugsley"]
    with qtbot.waitSignal(readings.finished, timeout=2000):
        readings.wrote_as("Gareth Pugsley")
    assert [order.facts.names for order in orders] == [(), ("Gareth Pugsley",)]
    assert len(asked) == 1, "whose it is was said already"


def test_a_writer_who_is_not_known_leaves_the_result_as_it_is(qtbot: QtBot) -> None:
    readings, orders = reading(Session(), Scripted(VOICES, JOINING, Finished(results.result())))
    readings.asked.connect(lambda *_said: readings.mine())
    with qtbot.waitSignal(readings.voices_asked, timeout=2000):
        readings.read(())
    with qtbot.waitSignal(readings.finished, timeout=2000):
        readings.go_on()
    assert len(orders) == 1


@pytest.mark.parametrize("end", ["not_mine", "cancel"])
def test_an_end_while_asking_keeps_nothing(qtbot: QtBot, end: str) -> None:
    session = Session()
    process = Scripted(HolderFound(0, "facebook", ("Somebody Else",)), JOINING)
    readings, _orders = reading(session, process)
    with qtbot.waitSignal(readings.asked, timeout=2000):
        readings.read(())
    with qtbot.waitSignal(readings.ended, timeout=2000) as told:
        getattr(readings, end)()
    assert "kept" in told.args[0] and session.result is None and session.facts.names == ()
    qtbot.waitUntil(lambda: process.ended, timeout=2000)
    assert process.mine == []


def test_the_rules_result_is_shown_while_the_second_look_goes_on(qtbot: QtBot) -> None:
    session = Session()
    early, late = results.result(), results.result()
    readings, _orders = reading(session, Scripted(JOINING, ResultSoFar(early), AGAIN, Finished(late)))
    readings.asked.connect(lambda *_said: readings.mine())
    with qtbot.waitSignals([readings.finished, readings.second_look, readings.amended], timeout=2000, order="strict"):
        readings.read(())
    assert session.result is late and not readings.running


def test_during_the_second_look_another_download_can_be_chosen(qtbot: QtBot) -> None:
    readings, _orders = reading(Session(), Scripted(JOINING, ResultSoFar(results.result()), AGAIN))
    readings.asked.connect(lambda *_said: readings.mine())
    with qtbot.waitSignal(readings.second_look, timeout=2000) as told:
        readings.read(())
    assert told.args == [3, 9] and not readings.running
    readings.close()


def test_when_the_second_look_takes_the_reading_with_it_the_rules_result_stays(qtbot: QtBot) -> None:
    session = Session()
    early = replace(results.result(), not_looked_at=(waiting(9),))
    readings, _orders = reading(session, Scripted(JOINING, ResultSoFar(early), AGAIN, Crashed("Bug", "here")))
    readings.asked.connect(lambda *_said: readings.mine())
    with qtbot.waitSignal(readings.amended, timeout=2000):
        readings.read(())
    assert session.result is not None and session.result.findings == early.findings
    (row,) = session.result.not_looked_at
    assert row.count == 9 and "wait" not in row.what


def test_whose_words_are_whose_is_asked_before_any_second_look(qtbot: QtBot) -> None:
    readings, _orders = reading(Session(), Scripted(VOICES, JOINING, ResultSoFar(results.result()), AGAIN))
    readings.asked.connect(lambda *_said: readings.mine())
    with qtbot.waitSignal(readings.voices_asked, timeout=2000):
        readings.read(())
