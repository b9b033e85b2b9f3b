"""Before anything is read: how far private messages may be looked at, since they hold other people's words too."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.options import MessageScope, SecondLook
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import ChoiceGroup
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.widgets.tick_line import TickLine

_SCOPES: Final = (MessageScope.NONE, MessageScope.OWN, MessageScope.ALL)


class MessagesQuestionPage(Page):
    answered = Signal(object, object)  # how far messages are read, and what may get a second look
    went_back = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("How far should private messages be read?"), parent)
        why = self.tr(
            "Messages hold other people's words as well as yours. They are read in memory, on this computer, and only "
            "what we find is shown. Choose what you are comfortable with."
        )
        self.column.addWidget(PlainLabel(why))
        self.choices = ChoiceGroup(
            look,
            (
                (
                    self.tr("Names and dates only"),
                    self.tr("Who you wrote with and when. No message is read."),
                ),
                (
                    self.tr("My own messages"),
                    self.tr("What you wrote yourself. What others wrote to you is not read."),
                ),
                (
                    self.tr("Whole conversations"),
                    self.tr("What everybody wrote. This finds the most, threats and group chats included."),
                ),
            ),
        )
        self.column.addWidget(self.choices)
        self._second_looks(look)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.go_on = TextButton(look, self.tr("Go on"), "primary", "forward")
        self.back = TextButton(look, self.tr("Back"), "", "back")
        flow.addWidget(self.go_on)
        flow.addWidget(self.back)
        self.column.addWidget(row)
        self.go_on.setEnabled(False)
        self.choices.changed.connect(self._chosen)
        self.posts.box.toggled.connect(self._chosen)
        self.go_on.clicked.connect(self._answer)
        self.back.clicked.connect(self.went_back)

    def _second_looks(self, look: Look) -> None:
        """Two further questions: what the small model may look at, after the rules."""
        self.column.addWidget(PlainLabel(self.tr("A second look"), "heading"))
        self.posts = TickLine(
            look,
            self.tr("Look a second time at what I posted"),
            self.tr(
                "After the rules, a small language model in this program looks at your posts, comments, captions and "
                "profile, and at what others wrote on your wall. It finds what no rule knows, and it is wrong more "
                "often. Nothing leaves this computer."
            ),
            on=True,
        )
        self.messages = TickLine(
            look,
            self.tr("Private messages too"),
            self.tr("Only those of the messages you chose above at which a rule has stopped already."),
            on=False,
        )
        self.column.addWidget(self.posts)
        self.column.addWidget(self.messages)

    def first_focus(self) -> QWidget | None:
        chosen = self.choices.chosen
        return self.choices.cards[chosen or 0].radio

    def _chosen(self) -> None:
        scope = self.choices.chosen
        self.go_on.setEnabled(scope is not None)
        self.messages.setEnabled(self.posts.box.isChecked() and scope != 0)

    def _answer(self) -> None:
        if self.choices.chosen is not None:
            self.answered.emit(_SCOPES[self.choices.chosen], self._second_look())

    def _second_look(self) -> SecondLook:
        if not self.posts.box.isChecked():
            return SecondLook.NONE
        both = self.messages.isEnabled() and self.messages.box.isChecked()
        return SecondLook.MESSAGES if both else SecondLook.OWN
