"""The first page: what the program promises, what it reads, what it keeps, and how to start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look import Look
from ui.widgets.appearance import AppearanceRow
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import IconLabel
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page


class WelcomePage(Page):
    started = Signal()
    demo_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None, *, managed: bool = False) -> None:
        super().__init__(look, self.tr("See your profile the way a stranger could"), parent)
        lead = self.tr(
            "You choose the download of your own data that a site gave you. We show what in it could expose you, which "
            "guidance it touches, and how to fix it step by step."
        )
        self.column.addWidget(PlainLabel(lead))
        managed_words = self.tr(
            "This computer seems to belong to an organisation, which may be able to see what is done on it. Look at "
            "your own download at home, on a computer of your own; here, try it with the made-up officer."
        )
        self.managed = Notice(look, managed_words, "warning")
        self.managed.setVisible(managed)
        self.column.addWidget(self.managed)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.start = TextButton(look, self.tr("Start with my own download"), "primary", "forward")
        self.demo = TextButton(look, self.tr("Try it with a made-up officer"), "", "person")
        self.help = TextButton(look, self.tr("I have no download yet"), "", "download")
        for button in (self.start, self.demo, self.help):
            flow.addWidget(button)
        self.column.addWidget(row)
        for icon, heading, words in self._promises():
            self.column.addWidget(self._promise(icon, heading, words))
        self.column.addWidget(PlainLabel(self.tr("How it looks"), "heading"))
        self.appearance = AppearanceRow(look)
        self.column.addWidget(self.appearance)
        self.start.clicked.connect(self.started)
        self.demo.clicked.connect(self.demo_wanted)
        self.help.clicked.connect(self.help_wanted)

    def first_focus(self) -> QWidget | None:
        return self.start

    def _promises(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "lock",
                self.tr("Everything stays on this computer"),
                self.tr(
                    "Nothing is sent anywhere by itself, and we never sign in to an account of yours. The page named "
                    "The internet shows every word that would leave, before it does."
                ),
            ),
            (
                "unseen",
                self.tr("What is read, and what is kept"),
                self.tr(
                    "The download is read where it lies, once you choose it. What we find and what you decide is in "
                    "memory only, and closing this window forgets it, unless you choose to keep it on this computer, "
                    "encrypted. You can look and keep nothing."
                ),
            ),
            (
                "scales",
                self.tr("What others could ask for"),
                self.tr(
                    "Things kept on a computer can be asked for in a misconduct or court matter. That goes for "
                    "the download itself and for any report that you save. If there is a case, get independent "
                    "advice first."
                ),
            ),
            (
                "person",
                self.tr("It is for you"),
                self.tr(
                    "Look through your own accounts only, best on your own computer at home. There is no score, and no "
                    "report for a manager."
                ),
            ),
        )

    def _promise(self, icon: str, heading: str, words: str) -> Card:
        card = Card(self.look)
        across = QHBoxLayout()
        across.setSpacing(self.look.em(0.8))
        across.addWidget(IconLabel(self.look, icon, "accent", 1.7), 0, Qt.AlignmentFlag.AlignTop)
        block = Card(self.look, "none")
        block.column.setContentsMargins(0, 0, 0, 0)
        block.column.setSpacing(self.look.em(0.2))
        block.column.addWidget(PlainLabel(heading, "strong"))
        block.column.addWidget(PlainLabel(words, "muted"))
        across.addWidget(block, 1)
        card.column.addLayout(across)
        return card
