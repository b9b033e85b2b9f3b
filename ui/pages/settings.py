"""Colours, text size, movement and single-letter keys."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.appearance import AppearanceRow
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Notice
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.widgets.tick_line import TickLine


class SettingsPage(Page):
    single_keys_changed = Signal(bool)
    motion_changed = Signal(bool)
    keep_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Settings"), parent)
        self.column.addWidget(PlainLabel(self.tr("How it looks"), "heading"))
        self.appearance = AppearanceRow(look)
        self.column.addWidget(self.appearance)
        self.column.addWidget(PlainLabel(self.tr("Ctrl and + or - change the text size on every page."), "muted"))
        self.keys = TickLine(
            look,
            self.tr("Single-letter keys in the list of findings"),
            self.tr("D: done. R: remind me. N: not a problem. U: undo. /: search."),
            on=look.single_keys,
        )
        self.motion = TickLine(
            look,
            self.tr("Movement"),
            self.tr("The progress bar moves while a download is read. Without this, only its numbers change."),
            on=look.motion,
        )
        self.column.addWidget(self.keys)
        self.column.addWidget(self.motion)
        self.kept = Notice(look, "", "soft")
        self.column.addWidget(self.kept)
        self.keeping = TextButton(look, self.tr("What is kept on this computer"), "", "lock")
        self.column.addWidget(ButtonRow(look, self.keeping))
        self.say_kept(keeps=False)
        self.keeping.clicked.connect(self.keep_wanted)
        self.keys.box.toggled.connect(self.single_keys_changed)
        self.motion.box.toggled.connect(self.motion_changed)

    def say_kept(self, *, keeps: bool) -> None:
        self.kept.say(
            self.tr("Settings are kept with what you sorted, encrypted.")
            if keeps
            else self.tr(
                "Settings are kept until you close this window, like everything else. Nothing is written to disk."
            )
        )

    def first_focus(self) -> QWidget | None:
        return self.appearance.theme
