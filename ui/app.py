"""Opens the window, or draws its findings page into a picture."""

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from privacy_audit import __version__
from privacy_audit.own_facts import Answer
from privacy_audit.own_process import close_to_others
from privacy_audit.result import AuditResult
from privacy_audit.vault import VaultFolder, data_folder
from ui.collector import Collector
from ui.jobs import Running
from ui.keeping import Keeping
from ui.look import Look, Theme
from ui.main_window import MainWindow
from ui.readings import Begin, Order
from ui.session import Session
from ui.walk import Walk
from ui.widgets.crash_dialog import CrashDialog, place_of


def main(argv: Sequence[str] | None = None) -> int:
    """Opens the window; with --demo it reads the made-up officer's download at once. Returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    from privacy_audit.worker import serve_when_asked  # noqa: PLC0415 - a worker needs no window

    if serve_when_asked(arguments):
        return 0
    close_to_others()
    application = _application()
    walk = open_window(Session(), Look())
    walk.begin(made_up="--demo" in arguments)
    walk.window.show()
    Collector(walk.window)
    sys.excepthook = partial(_tell_calmly, walk.window)
    return application.exec()


def begin_audit(order: Order) -> Running:
    """Starts the audit in a process of its own."""
    from checks.catalogue import catalogue  # noqa: PLC0415 - the window is there before the checks are
    from privacy_audit.worker import AuditProcess, AuditRequest  # noqa: PLC0415

    request = AuditRequest(
        order.paths,
        catalogue,
        order.facts,
        order.scope,
        ask_owner=True,
        may_fetch=order.may_fetch,
        second_look=order.second_look,
    )
    return AuditProcess(request)


def open_window(session: Session, look: Look, begin: Begin = begin_audit, keeping: Keeping | None = None) -> Walk:
    """The window with everything joined, on its first page and not yet shown."""
    window = MainWindow(look)
    look.setParent(window)
    walk = Walk(window, look, session, begin, keeping or Keeping(session, VaultFolder(data_folder())))
    walk.show("welcome")
    return walk


def screenshot(  # noqa: PLR0913 - what differs between two pictures
    result: AuditResult,
    path: Path,
    *,
    theme: Theme = Theme.LIGHT,
    scale: int = 100,
    size: tuple[int, int] = (1240, 800),
    made_up: bool = True,
    answer: Answer = Answer.NO,
) -> None:
    """Draws the findings page over `result` into a PNG file; needs no screen."""
    application = _application()
    walk = open_window(Session(made_up=made_up), Look(theme, scale))
    walk.session.answer(answer)
    walk.session.result = result
    walk.window.resize(*size)
    walk.window.show()
    walk.window.show_banner(shown=made_up)
    walk.readings.finished.emit(result)
    application.sendPostedEvents()
    walk.window.grab().save(str(path), "PNG")
    walk.window.close()


def _tell_calmly(
    window: MainWindow, kind: type[BaseException], _error: BaseException, trace: TracebackType | None
) -> None:
    """Instead of a traceback, which may hold somebody's words, on a screen that nobody reads."""
    dialog = CrashDialog(window.look, kind.__name__, place_of(trace, __version__), window)
    dialog.show()  # not modal: the quick exit must work over it


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    no_screen = sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    if no_screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    application.setApplicationName("Privacy Audit")
    return application


if __name__ == "__main__":
    sys.exit(main())
