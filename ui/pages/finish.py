"""When the user has finished: what is sorted, what is left, and what becomes of the download itself."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.bin_offer import BinOffer
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import TextButton
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import number_words


class FinishPage(Page):
    question_wanted = Signal()
    keep_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("When you have finished"), parent)
        self.tally = PlainLabel("", "heading")
        self.column.addWidget(self.tally)
        self.kept = PlainLabel("")
        self.column.addWidget(self.kept)
        self.offer = BinOffer(look)
        self.column.addWidget(self.offer)
        self.close_window = TextButton(look, "", "primary", "check")
        self.keep = TextButton(look, self.tr("Keep what I sorted"), "", "lock")
        self.column.addWidget(ButtonRow(look, self.close_window, self.keep))
        self.offer.question_wanted.connect(self.question_wanted)
        self.close_window.clicked.connect(self.left)
        self.keep.clicked.connect(self.keep_wanted)

    def show_state(self, done: int, total: int, *, keeps: bool, made_up: bool = False) -> None:
        text = self.tr("You have sorted {done} of {total}.")
        self.tally.setText(text.format(done=number_words(done), total=number_words(total)))
        again = self.tr(
            "Look again in some months, with a new download: something that is gone from it may still be kept by "
            "somebody."
        )
        stays = (
            self.tr("What you sorted is kept on this computer, encrypted. Closing this window locks it.")
            if keeps
            else self.tr("Closing this window forgets everything: what was read, found and decided.")
        )
        self.kept.setText(self.tr("{stays} {again}").format(stays=stays, again=again))
        self.close_window.say(self.tr("Close and lock") if keeps else self.tr("Close and forget"))
        self.keep.setVisible(not keeps and not made_up)

    def show_files(self, paths: tuple[Path, ...], *, may_go: bool, made_up: bool = False) -> None:
        """`may_go` says that the evidence question was answered with no."""
        self.offer.show_files(paths, may_go=may_go, made_up=made_up)

    def first_focus(self) -> QWidget | None:
        return self.close_window
