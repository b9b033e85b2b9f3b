"""What the program is, what it promises, and whose work it stands on."""

from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page


class AboutPage(Page):
    def __init__(self, look: Look, version: str, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("About Privacy Audit"), parent)
        self._text(self.tr("Version {version}. Licensed under Apache 2.0.").format(version=version))
        self._heading(self.tr("What it does"))
        self._text(
            self.tr(
                "It reads the download of your own data on this computer, shows what in it could expose you, cites the "
                "guidance that it touches, and leads you through the fix."
            )
        )
        self._heading(self.tr("What it cannot do"))
        self._text(
            self.tr(
                "It sees what the download holds and nothing else. It cannot see who looked at your profile, what "
                "others keep of it, or whether a setting is in force. Something that is gone from a download may still "
                "be kept by somebody. Finding nothing does not prove that there is nothing."
            )
        )
        self._heading(self.tr("How a grade comes about"))
        self._text(
            self.tr(
                "Fix first, fix soon and worth a look say how bad something is: how much harm it can do, who can see "
                "it, and what it adds up to with the rest. How sure we are is said apart. When the download does not "
                "say who can see an item, we do not take it to be safe. Each finding lists its reasons."
            )
        )
        self._heading(self.tr("Keys"))
        self._text(
            self.tr(
                "F12, or Escape twice, closes the window at once. Ctrl and + or - change the text size. Ctrl+F "
                "searches the findings. Ctrl+Z takes the last decision back."
            )
        )
        self._heading(self.tr("Whose work it stands on"))
        self._text(
            self.tr(
                "Qt and PySide6 (LGPL 3), Python (PSF licence), Beautiful Soup (MIT), selectolax (MIT), msgspec (BSD), "
                "google-re2 (BSD), libdeflate (MIT), ijson (BSD), keyring (MIT), requests (Apache 2.0). The icons were "
                "drawn for this program."
            )
        )

    def _heading(self, text: str) -> None:
        self.column.addWidget(PlainLabel(text, "heading"))

    def _text(self, text: str) -> None:
        self.column.addWidget(PlainLabel(text))
