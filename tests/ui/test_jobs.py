"""Jobs: every event of an audit becomes its signal, and closing ends the work."""

import time
from collections import deque

import pytest
from pytestqt.qtbot import QtBot

from privacy_audit.events import Crashed, Event, Finished, HolderFound, Progressed, Refused, Stage, Stopped
from tests.builders import results
from ui.jobs import AuditJob, Errand


class FakeProcess:
    """Hands out what it was given, a batch a look."""

    def __init__(self, *batches: tuple[Event, ...]) -> None:
        self.ended = False
        self.closed = self.cancelled = False
        self.slow = 0.0
        self.said: list[bool] = []
        self._batches = deque(batches)

    def poll(self, timeout: float = 0.0) -> tuple[Event, ...]:
        return self._batches.popleft() if self._batches else ()

    def cancel(self) -> None:
        self.cancelled = True
        self._batches.append((Stopped(),))

    def confirm_owner(self, *, mine: bool) -> None:
        self.said.append(mine)

    def close(self) -> None:
        time.sleep(self.slow)
        self.closed = True


def progress(done: int) -> Progressed:
    return Progressed(Stage.READING, 0, done, 100, {}, 0)


def test_a_run_tells_its_newest_progress_and_then_its_result(qtbot: QtBot) -> None:
    process = FakeProcess((progress(1), HolderFound(0, "facebook", ("A",)), progress(2)), (Finished(results.result()),))
    job = AuditJob(lambda: process)
    told: list[int] = []
    job.progressed.connect(lambda event: told.append(event.done))
    with qtbot.waitSignals([job.holder_found, job.finished], timeout=2000):
        job.start()
    assert told == [2] and not job.running
    qtbot.waitUntil(lambda: process.closed, timeout=2000)


@pytest.mark.parametrize(
    ("event", "signal"),
    [(Refused("No."), "refused"), (Stopped(), "stopped"), (Crashed("ValueError", "x.py, line 1"), "crashed")],
)
def test_each_end_has_its_signal(qtbot: QtBot, event: Event, signal: str) -> None:
    process = FakeProcess((event,))
    job = AuditJob(lambda: process)
    with qtbot.waitSignal(getattr(job, signal), timeout=2000):
        job.start()
    qtbot.waitUntil(lambda: process.closed, timeout=2000)


def test_cancelling_asks_and_waits(qtbot: QtBot) -> None:
    process = FakeProcess((progress(1),))
    job = AuditJob(lambda: process)
    job.start()
    with qtbot.waitSignal(job.stopped, timeout=2000):
        job.cancel()
    assert process.cancelled
    qtbot.waitUntil(lambda: process.closed, timeout=2000)


def test_nothing_is_told_after_closing(qtbot: QtBot) -> None:
    process = FakeProcess((Finished(results.result()),))
    job = AuditJob(lambda: process)
    job.start()
    ended: list[bool] = []
    with qtbot.assertNotEmitted(job.finished, wait=150):
        job.close(lambda: ended.append(process.closed))
    qtbot.waitUntil(lambda: ended == [True], timeout=2000)


def test_closing_never_keeps_the_window_waiting(qtbot: QtBot) -> None:
    process = FakeProcess((progress(1),))
    process.slow = 0.5
    job = AuditJob(lambda: process)
    job.start()
    began = time.perf_counter()
    job.close()
    assert time.perf_counter() - began < 0.2 and not process.closed
    qtbot.waitUntil(lambda: process.closed, timeout=2000)


def test_an_errand_runs_beside_the_window(qtbot: QtBot) -> None:
    errand = Errand(lambda: 42)
    with qtbot.waitSignal(errand.done, timeout=2000) as said:
        errand.start()
    assert said.args == [42]


def test_a_process_that_cannot_start_is_a_sentence(qtbot: QtBot) -> None:
    def begin() -> FakeProcess:
        raise OSError

    job = AuditJob(begin)
    with qtbot.waitSignal(job.refused, timeout=2000) as told:
        job.start()
    assert told.args[0].count(".") == 2 and not job.running


def test_what_is_said_before_the_process_is_there_reaches_it(qtbot: QtBot) -> None:
    process = FakeProcess()

    def begin() -> FakeProcess:
        time.sleep(0.1)
        return process

    job = AuditJob(begin)
    job.start()
    job.confirm_owner(mine=True)
    qtbot.waitUntil(lambda: process.said == [True], timeout=2000)
    job.close()
    qtbot.waitUntil(lambda: process.closed, timeout=2000)


def test_closing_while_it_starts_ends_it_too(qtbot: QtBot) -> None:
    process = FakeProcess()

    def begin() -> FakeProcess:
        time.sleep(0.2)
        return process

    job = AuditJob(begin)
    job.start()
    job.close()
    assert not job.running
    qtbot.waitUntil(lambda: process.closed, timeout=2000)
