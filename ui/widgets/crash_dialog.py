"""The calm word after a mistake of ours: version and place in code, and nothing of the user's."""

import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.dialogs import LeavableDialog
from ui.widgets.labels import PlainLabel


def place_of(trace: TracebackType | None, version: str) -> str:
    """The last of our own lines on the way; never the message of the exception, which may quote."""
    frames = [frame for frame in traceback.extract_tb(trace) if "site-packages" not in frame.filename]
    where = f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "unknown"
    return f"{where} (Privacy Audit {version})"


class CrashDialog(LeavableDialog):
    def __init__(self, look: Look, kind: str, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Privacy Audit"))
        column = QVBoxLayout(self)
        pad = look.em(1.2)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.em(0.8))
        column.addWidget(PlainLabel(self.tr("Something in this program went wrong"), "heading"))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Your download was not changed. You can go on, or close the window and start again. If you can, "
                    "tell the makers of the program this line, which holds nothing of yours:"
                )
            )
        )
        self.line = PlainLabel(self.tr("{kind} in {place}").format(kind=kind, place=place), "strong")
        column.addWidget(self.line)
        self.go_on = TextButton(look, self.tr("Go on"), "primary")
        column.addWidget(self.go_on)
        self.go_on.clicked.connect(self.accept)
        self.setMinimumWidth(look.em(30))
