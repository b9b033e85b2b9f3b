"""The only way out to a web page: known https addresses alone, and the whole address is shown before it opens."""

from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices  # noqa: TID251 - this is the place that the rule points to
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from privacy_audit.sites import is_allowed
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.dialogs import LeavableDialog
from ui.widgets.labels import PlainLabel


def site_of(address: str) -> str:
    """The host alone, for a button; the dialog shows the whole address."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


class LinkDialog(LeavableDialog):
    """Shows where a link leads. The browser opens only on a yes."""

    def __init__(self, look: Look, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open a web page?"))
        column = QVBoxLayout(self)
        pad = look.em(1.2)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.em(0.8))
        column.addWidget(PlainLabel(self.tr("This opens in your web browser, outside this program:")))
        self.address = PlainLabel(address, "strong")
        column.addWidget(self.address)
        column.addWidget(
            PlainLabel(
                self.tr("Nothing about you is sent along. The site will see a visit, as it always does."), "muted"
            )
        )
        row = QHBoxLayout()
        self.open_button = TextButton(look, self.tr("Open in the browser"), "primary", "link")
        self.stay_button = TextButton(look, self.tr("Stay here"))
        row.addWidget(self.open_button)
        row.addWidget(self.stay_button)
        row.addStretch(1)
        column.addLayout(row)
        self.open_button.clicked.connect(self.accept)
        self.stay_button.clicked.connect(self.reject)
        self.setMinimumWidth(look.em(30))
        self.stay_button.setFocus()


def open_link(look: Look, address: str, parent: QWidget) -> None:
    """Asks and then opens; an address that is not on the list is not even offered."""
    if not is_allowed(address):
        return
    dialog = LinkDialog(look, address, parent)
    dialog.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
    dialog.show()  # not modal: the quick exit must work over it
