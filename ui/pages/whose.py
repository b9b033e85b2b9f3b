"""Whose download is it? Asked before anything that was found in it is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.folding import escape_hidden
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import platform_words


class WhosePage(Page):
    """`confirmed`: this is me. `renamed`: mine under another name. `refused`: not mine."""

    confirmed = Signal()
    renamed = Signal()
    refused = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Is this you?"), parent)
        self.lead = PlainLabel("")
        self.column.addWidget(self.lead)
        card = Card(look, "soft")
        self.names = PlainLabel("", "heading")
        card.column.addWidget(self.names)
        self.column.addWidget(card)
        why = self.tr(
            "This program is for looking at one's own accounts. If the download is somebody else's, say so: it is "
            "closed, and nothing that was read from it is kept."
        )
        self.column.addWidget(PlainLabel(why, "muted"))
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.me = TextButton(look, self.tr("This is me"), "primary", "check")
        self.other_name = TextButton(look, self.tr("This is mine, under another name"))
        self.not_mine = TextButton(look, self.tr("This is not mine"))
        for button in (self.me, self.other_name, self.not_mine):
            flow.addWidget(button)
        self.column.addWidget(row)
        self.me.clicked.connect(self.confirmed)
        self.other_name.clicked.connect(self.renamed)
        self.not_mine.clicked.connect(self.refused)

    def ask(self, platform: str, names: tuple[str, ...], *, known: bool) -> None:
        """`known` says that an owner was named before and that these names differ from theirs."""
        where = platform_words(platform)
        if not names:
            self.lead.setText(self.tr("This download does not say whose it is. Is it yours?"))
        elif known:
            self.lead.setText(
                self.tr("This {site} download is in another name than the one that you gave:").format(site=where)
            )
        else:
            self.lead.setText(self.tr("This {site} download seems to belong to:").format(site=where))
        self.names.setText(escape_hidden(", ".join(names)) if names else self.tr("No name is given in it."))
        self.me.setVisible(not known)
        self.other_name.setVisible(known)

    def first_focus(self) -> QWidget | None:
        return self.other_name if self.me.isHidden() else self.me
