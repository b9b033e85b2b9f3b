"""How the window feels: the time to the first window, and how late a 10 ms timer fires while an audit runs."""

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

TICK = 10  # milliseconds


@dataclass(frozen=True, slots=True)
class Lateness:
    """Milliseconds beyond the tick, and how often it was taken."""

    median: float
    p99: float
    worst: float
    ticks: int


def first_window(rounds: int = 5) -> float:
    """Seconds from starting a fresh interpreter until the window was painted, the quickest of a few."""
    return min(float(_fresh("first")) for _ in range(rounds))


def lateness(path: Path) -> Lateness:
    """How late the window's timer fires while a worker reads `path`."""
    return Lateness(**json.loads(_fresh("late", str(path))))


def _fresh(*arguments: str) -> str:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", BENCH_BEGAN=str(time.time()))
    command = [sys.executable, "-m", "tests.benchmarks.window", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout.splitlines()[-1]


def _show_first() -> None:
    from PySide6.QtWidgets import QApplication

    from ui.app import open_window
    from ui.look import Look
    from ui.session import Session

    application = QApplication([])
    walk = open_window(Session(), Look())
    walk.window.show()
    application.sendPostedEvents()
    walk.window.grab()
    print(time.time() - float(os.environ["BENCH_BEGAN"]))


def _watch(path: Path) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from privacy_audit.options import MessageScope
    from privacy_audit.own_facts import OwnFacts
    from tests.benchmarks.generate import OWNER
    from ui.app import open_window
    from ui.look import Look
    from ui.session import Session

    application = QApplication([])
    walk = open_window(Session(), Look())
    walk.window.show()
    late: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, (now - last) * 1000 - TICK))
        last = now

    timer = QTimer()
    timer.setInterval(TICK)
    timer.timeout.connect(tick)
    walk.readings.finished.connect(application.quit)
    walk.readings.ended.connect(application.quit)
    timer.start()
    last = time.perf_counter()
    walk.session.facts, walk.session.scope = OwnFacts(names=(OWNER,)), MessageScope.ALL
    walk.readings.read((path,))
    application.exec()
    told = Lateness(statistics.median(late), statistics.quantiles(late, n=100)[98], max(late), len(late))
    print(json.dumps(asdict(told)))


if __name__ == "__main__":
    if sys.argv[1] == "first":
        _show_first()
    else:
        _watch(Path(sys.argv[2]))
