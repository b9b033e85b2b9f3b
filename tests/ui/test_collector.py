"""The collector: circles with widgets in them end on the window's thread, never on another."""

import gc
import threading
import weakref

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.collector import Collector


def _circle(ended: list[bool]) -> None:
    widget = QWidget()
    widget.setProperty("circle", 1)
    holder = {"widget": widget}
    holder["itself"] = holder  # type: ignore[assignment] - a circle on purpose
    application = QApplication.instance()
    assert application is not None
    weakref.finalize(widget, lambda: ended.append(QThread.currentThread() == application.thread()))


def test_circles_wait_for_the_window(qtbot: QtBot) -> None:
    ended: list[bool] = []
    collector = Collector()
    _circle(ended)

    def busy() -> None:
        for _ in range(3):
            [[] for _ in range(20_000)]  # enough for Python to collect by itself

    thread = threading.Thread(target=busy)
    thread.start()
    thread.join()
    assert ended == []
    assert not gc.isenabled()
    collector.collect()
    assert ended == [True]
