"""`privacy-audit demo`: the whole way with the download of an officer who does not exist."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from checks.catalogue import catalogue
from privacy_audit.demo import OWN_FACTS, Stage, build
from privacy_audit.errors import UsageError
from privacy_audit.private_files import write_private
from privacy_audit.report.text_report import summary_text
from privacy_audit.report.wording import bookshelf
from privacy_audit.result import AuditResult
from privacy_audit.worker import AuditRequest
from ui.scan import audited, told
from ui.terminal import say, write


def demo(folder: Path | None, stage: str, *, window: bool) -> int:
    """Builds the export, audits it, tells where everything is, and opens the window where there is a screen."""
    where = _made(folder)
    say("This is the invented officer Callum Wrenfield. Nobody in his download exists.")
    result, export = run(where, Stage(stage))
    # He is made up, so his words may be shown; a report about a real person is covered unless asked otherwise.
    page = where / f"report-{stage}.html"
    write_private(page, told(result, "html", bookshelf(OWN_FACTS), show_words=True).encode("utf-8"))
    write(summary_text(result))
    write(f"\nThe invented download:  {export}\nThe report:             {page}\n")
    if window and has_screen() and _open_window():
        return 0
    picture = _screenshot(result, where / f"window-{stage}.png")
    if picture:
        write(f"The window as a picture: {picture}\n")
    return 0


def run(folder: Path, stage: Stage) -> tuple[AuditResult, Path]:
    """The audit of the invented officer's export, which is written into the folder first."""
    export = build(folder, stage)
    return audited(AuditRequest((export.absolute(),), catalogue, OWN_FACTS)), export


def has_screen() -> bool:
    """Whether a window could be seen."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _made(folder: Path | None) -> Path:
    if folder is None:
        return Path(tempfile.mkdtemp(prefix="privacy-audit-demo-"))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise UsageError("The folder for the demo cannot be made there. Choose another place for --folder.") from None
    return folder.resolve()


def _screenshot(result: AuditResult, path: Path) -> Path | None:
    """A picture of the findings page, drawn off screen; None where Qt cannot start at all."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from ui.app import screenshot  # noqa: PLC0415 - Qt is loaded only when a window is drawn
    except ImportError:
        say("The window cannot be drawn here: a library of the system that it needs is missing. The report is whole.")
        return None
    screenshot(result, path)
    path.chmod(0o600)
    return path


def _open_window() -> bool:
    """Whether the window could be opened. Qt ends the whole process where the system lacks a library: not this one."""
    if getattr(sys, "frozen", False):
        from ui.app import main  # noqa: PLC0415 - as above; the built program brings its libraries along

        return main(["--demo"]) == 0
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    command = [sys.executable, "-m", "ui.app", "--demo"]
    if subprocess.run(command, env=environment, stderr=subprocess.DEVNULL, check=False).returncode == 0:  # noqa: S603
        return True
    say(
        "The window could not be opened: the system lacks a library that it needs to draw on this screen. "
        "Everything else is whole; on Debian or Ubuntu, python3 run.py offers to install what is missing."
    )
    return False
