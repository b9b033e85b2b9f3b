"""When the user has finished: what is sorted, what is left, and what becomes of the download itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.folding import escape_hidden
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import number_words


class FinishPage(Page):
    question_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("When you have finished"), parent)
        self.tally = PlainLabel("", "heading")
        self.column.addWidget(self.tally)
        forgets = self.tr(
            "Closing this window forgets everything: what was read, what was found and what you decided. Look again in "
            "some months, with a new download: something that is gone from it may still be kept by somebody."
        )
        self.column.addWidget(PlainLabel(forgets))
        card = Card(look)
        card.column.addWidget(PlainLabel(self.tr("The download itself"), "heading"))
        biggest = self.tr("It is the biggest exposure of all: everything about you is in it. You chose:")
        card.column.addWidget(PlainLabel(biggest))
        self.files = PlainLabel("", "strong")
        card.column.addWidget(self.files)
        self.advice = PlainLabel("")
        card.column.addWidget(self.advice)
        self.column.addWidget(card)
        self.waits = Notice(look, "", "warning")
        self.column.addWidget(self.waits)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.ask = TextButton(look, self.tr("Is there a case?"), "", "scales")
        self.close_window = TextButton(look, self.tr("Close and forget"), "primary", "check")
        flow.addWidget(self.close_window)
        flow.addWidget(self.ask)
        self.column.addWidget(row)
        self.ask.clicked.connect(self.question_wanted)
        self.close_window.clicked.connect(self.left)

    def show_state(self, done: int, total: int, files: tuple[str, ...], *, may_go: bool) -> None:
        """`may_go` says that the evidence question was answered with no."""
        text = self.tr("You have sorted {done} of {total}.")
        self.tally.setText(text.format(done=number_words(done), total=number_words(total)))
        self.files.setText("\n".join(escape_hidden(name) for name in files))
        if may_go:
            self.advice.setText(
                self.tr("Keep it in one safe place that is not shared, or move it to the bin and empty the bin.")
            )
            self.waits.say("")
        else:
            self.advice.setText(self.tr("Keep it in one safe place that is not shared."))
            self.waits.say(
                self.tr(
                    "Do not delete it while there is, or might be, a case: get independent advice first. If you have "
                    "not answered that question yet, please do."
                )
            )

    def first_focus(self) -> QWidget | None:
        return self.close_window
