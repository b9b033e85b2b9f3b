"""Clear everything: what goes, the download if you wish, and a receipt that does not promise too much."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.vault.clearing import Receipt, Trace
from ui.look import Look
from ui.widgets.bin_offer import BinOffer
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import date_words


class ClearPage(Page):
    confirmed = Signal()
    went_back = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Clear everything"), parent)
        lead = self.tr(
            "This removes all that the program has kept on this computer, and what is in memory now. It cannot be "
            "undone. What you have fixed on the sites stays fixed."
        )
        self.column.addWidget(PlainLabel(lead))
        self.list = Card(look)
        self.list.column.addWidget(PlainLabel(self.tr("What goes"), "heading"))
        for trace in (Trace.STORE_KEY, Trace.KEYS, Trace.VAULT, Trace.REST, Trace.TEMPORARY):
            self.list.column.addWidget(PlainLabel(self.tr("• {line}").format(line=self._words(trace))))
        stays = self.tr("Reports that you saved yourself stay where you put them.")
        self.list.column.addWidget(PlainLabel(stays, "muted"))
        self.column.addWidget(self.list)
        self.offer = BinOffer(look)
        self.column.addWidget(self.offer)
        self.clear = TextButton(look, self.tr("Clear everything"), "", "close")
        self.back = TextButton(look, self.tr("Go back"), "", "back")
        self.first = ButtonRow(self.look, self.clear, self.back)
        self.column.addWidget(self.first)
        self.sure = Card(look, "warning")
        self.sure.column.addWidget(PlainLabel(self.tr("Clear it all now? This cannot be undone."), "heading"))
        self.yes = TextButton(look, self.tr("Yes, clear everything"), "primary")
        self.no = TextButton(look, self.tr("No, keep it"))
        self.sure.column.addWidget(ButtonRow(self.look, self.yes, self.no))
        self.column.addWidget(self.sure)
        self.receipt = Card(look, "soft")
        self.receipt_lines = PlainLabel("")
        self.receipt.column.addWidget(PlainLabel(self.tr("Cleared"), "heading"))
        self.receipt.column.addWidget(self.receipt_lines)
        self.not_gone = Notice(look, "", "warning")
        self.receipt.column.addWidget(self.not_gone)
        honest = self.tr(
            "What we cannot reach: a solid-state disk may keep old blocks for a while, and a backup, a cloud or a "
            "synchronised folder may hold an older copy. What was encrypted cannot be read there without its key; "
            "behind a passphrase it is as safe as that passphrase."
        )
        self.receipt.column.addWidget(PlainLabel(honest, "muted"))
        self.close_window = TextButton(look, self.tr("Close the window"), "primary", "check")
        self.receipt.column.addWidget(ButtonRow(self.look, self.close_window))
        self.column.addWidget(self.receipt)
        self.clear.clicked.connect(self._ask)
        self.no.clicked.connect(self._not_now)
        self.yes.clicked.connect(self.confirmed)
        self.back.clicked.connect(self.went_back)
        self.close_window.clicked.connect(self.left)
        self.ask((), may_go=False)

    def ask(self, paths: tuple[Path, ...], *, may_go: bool, made_up: bool = False) -> None:
        """Before the clearing."""
        self.offer.show_files(paths, may_go=may_go, made_up=made_up)
        self.offer.setVisible(bool(self.offer.paths))
        self.list.show()
        self.first.show()
        self.sure.hide()
        self.receipt.hide()

    def show_busy(self) -> None:
        """While it goes: the key store may take its time."""
        for part in (self.list, self.offer, self.first, self.sure):
            part.hide()
        self.receipt_lines.setText(self.tr("One moment: it is being cleared."))
        self.not_gone.say("")
        self.receipt.show()

    def show_receipt(self, receipt: Receipt) -> None:
        for part in (self.list, self.offer, self.first, self.sure):
            part.hide()
        at = receipt.at.astimezone()
        head = self.tr("On {day} at {time}, this was removed from this computer:")
        lines = [head.format(day=date_words(at.date()), time=at.strftime("%H:%M"))]
        lines += [self.tr("• {line}").format(line=self._words(trace)) for trace in receipt.gone]
        if not receipt.gone:
            lines = [self.tr("There was nothing of ours on this computer to remove.")]
        self.receipt_lines.setText("\n".join(lines))
        left = ", ".join(self._words(trace) for trace in receipt.left)
        text = self.tr("This could not be removed: {what}. Close other programs, then clear once more.")
        self.not_gone.say(text.format(what=left) if left else "")
        self.receipt.show()
        self.area.verticalScrollBar().setValue(0)
        self.close_window.setFocus()

    def first_focus(self) -> QWidget | None:
        return self.back if self.receipt.isHidden() else self.close_window

    def _ask(self) -> None:
        self.sure.show()
        self.first.hide()
        self.no.setFocus()
        QTimer.singleShot(0, self._bring_up)  # it has no size yet

    def _bring_up(self) -> None:
        self.area.ensureWidgetVisible(self.sure)

    def _not_now(self) -> None:
        self.sure.hide()
        self.first.show()
        self.back.setFocus()

    def _words(self, trace: Trace) -> str:
        return {
            Trace.STORE_KEY: self.tr("the key in the computer's key store"),
            Trace.KEYS: self.tr("the file of keys"),
            Trace.VAULT: self.tr("what you kept, its copy and what was set aside"),
            Trace.REST: self.tr("settings, caches, logs and crash notes"),
            Trace.TEMPORARY: self.tr("temporary files of the made-up officer"),
        }[trace]
