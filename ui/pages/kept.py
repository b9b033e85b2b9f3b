"""What is kept: how it opens, when it locks, each audit with its date, and the way to clear everything."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from privacy_audit.vault import SlotKind
from privacy_audit.vault.audits import KeptAudit
from ui.look import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import PlainLabel
from ui.widgets.passphrase_pair import PassphrasePair
from ui.widgets.scrolling import Page
from ui.wording import date_words, platform_words

IDLE_MINUTES: Final = (5, 10, 30, 60, 0)  # 0: never


class AuditLine(Card):
    """One audit of the past. `see`, `hold` and `remove` carry its number."""

    see = Signal(int)
    hold = Signal(int, bool)
    remove = Signal(int)

    def __init__(self, look: Look, audit: KeptAudit, parent: QWidget | None = None) -> None:
        super().__init__(look, "true", parent)
        self._audit = audit
        day = date_words(audit.made.astimezone().date())
        where = ", ".join(platform_words(platform) for platform in audit.platforms)
        self.column.addWidget(
            PlainLabel(self.tr("{day}: {sites}").format(day=day, sites=where) if where else day, "strong")
        )
        self.column.addWidget(PlainLabel(self._fate(), "muted"))
        words = self.tr("Let it go after its year") if audit.held else self.tr("Hold on to it")
        self.hold_button = TextButton(look, words, "quiet", "later" if audit.held else "lock")
        self.see_button = TextButton(look, self.tr("Show it"), "quiet", "found")
        self.remove_button = TextButton(look, self.tr("Remove it now"), "quiet", "close")
        for button, name in (
            (self.see_button, self.tr("Show it: {day}").format(day=day)),
            (self.hold_button, self.tr("{words}: {day}").format(words=words, day=day)),
            (self.remove_button, self.tr("Remove it now: {day}").format(day=day)),
        ):
            button.setAccessibleName(name)
        self.column.addWidget(ButtonRow(look, self.see_button, self.hold_button, self.remove_button))
        self.see_button.clicked.connect(self._see)
        self.hold_button.clicked.connect(self._hold)
        self.remove_button.clicked.connect(self._remove)

    def _fate(self) -> str:
        if self._audit.held:
            return self.tr("You hold on to it: it stays until you remove it.")
        if self._audit.going:
            return self.tr("Its twelve months are over. It goes the next day that you open this, unless you hold on.")
        made = self._audit.made.astimezone().date()
        return self.tr("It goes after {day}.").format(
            day=date_words(made.replace(day=min(made.day, 28), year=made.year + 1))
        )

    def _see(self) -> None:
        self.see.emit(self._audit.id)

    def _hold(self) -> None:
        self.hold.emit(self._audit.id, not self._audit.held)

    def _remove(self) -> None:
        self.remove.emit(self._audit.id)


class KeptPage(Page):
    lock_wanted = Signal()
    minutes_chosen = Signal(int)
    passphrase_chosen = Signal(str)
    store_wanted = Signal(bool)  # whether the key store opens it, too
    seen = Signal(int)
    held = Signal(int, bool)
    removed = Signal(int)
    clear_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("What is kept"), parent)
        self.lead = PlainLabel("")
        self.column.addWidget(self.lead)
        self.told = Notice(look, "", "notice")
        self.told.hide()
        self.column.addWidget(self.told)
        self.lock = TextButton(look, self.tr("Lock it now"), "primary", "lock")
        self.column.addWidget(ButtonRow(self.look, self.lock))
        self._locking()
        self.column.addWidget(PlainLabel(self.tr("Audits that are kept"), "heading"))
        self.none_yet = PlainLabel(self.tr("None yet. Each download that you look through is added here."), "muted")
        self.column.addWidget(self.none_yet)
        lines = QWidget()
        lines.setObjectName("plain")
        self._list = QVBoxLayout(lines)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.em(0.5))
        self.column.addWidget(lines)
        self.lines: tuple[AuditLine, ...] = ()
        self._ways()
        self.column.addWidget(PlainLabel(self.tr("Clear everything"), "heading"))
        gone = self.tr("Removes all that is kept here, its keys first, with a receipt.")
        self.column.addWidget(PlainLabel(gone, "muted"))
        self.clear = TextButton(look, self.tr("Clear everything"), "", "close")
        self.column.addWidget(ButtonRow(self.look, self.clear))
        self.lock.clicked.connect(self.lock_wanted)
        self.clear.clicked.connect(self.clear_wanted)

    def show_state(self, ways: frozenset[SlotKind], audits: tuple[KeptAudit, ...], minutes: int) -> None:
        by_words, by_store = SlotKind.PASSPHRASE in ways, SlotKind.KEY_STORE in ways
        self.lead.setText(self._how(by_words=by_words, by_store=by_store))
        self.minutes.blockSignals(True)
        self.minutes.setCurrentIndex(IDLE_MINUTES.index(minutes) if minutes in IDLE_MINUTES else 1)
        self.minutes.blockSignals(False)
        self.new_words.say(self.tr("Change the passphrase") if by_words else self.tr("Add a passphrase"))
        self.pair.hide()
        self.pair.wipe()
        self.with_store.setVisible(by_words and not by_store)
        self.without_store.setVisible(by_words and by_store)
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = tuple(AuditLine(self.look, audit) for audit in audits)
        for line in self.lines:
            line.see.connect(self.seen)
            line.hold.connect(self.held)
            line.remove.connect(self.removed)
            self._list.addWidget(line)
        self.none_yet.setVisible(not audits)

    def say(self, sentence: str) -> None:
        self.told.say(sentence)

    def first_focus(self) -> QWidget | None:
        return self.lock

    def _how(self, *, by_words: bool, by_store: bool) -> str:
        if by_words and by_store:
            return self.tr(
                "It lies on this computer, encrypted, and opens with your passphrase or by the computer's key store."
            )
        if by_words:
            return self.tr("It lies on this computer, encrypted, and opens with your passphrase.")
        return self.tr("It lies on this computer, encrypted, and opens by the computer's key store.")

    def _locking(self) -> None:
        self.column.addWidget(PlainLabel(self.tr("Lock by itself when nobody is at the keyboard"), "strong"))
        self.minutes = ChoiceBox(self.look, self.tr("Lock by itself when nobody is at the keyboard"))
        for minutes in IDLE_MINUTES:
            words = self.tr("After {count} minutes").format(count=minutes) if minutes else self.tr("Never")
            self.minutes.addItem(words, minutes)
        row = QHBoxLayout()
        row.addWidget(self.minutes)
        row.addStretch(1)
        self.column.addLayout(row)
        self.minutes.currentIndexChanged.connect(self._minutes_changed)

    def _ways(self) -> None:
        self.column.addWidget(PlainLabel(self.tr("How it opens"), "heading"))
        self.new_words = TextButton(self.look, self.tr("Change the passphrase"))
        self.with_store = TextButton(self.look, self.tr("Let this computer's key store open it, too"))
        self.without_store = TextButton(self.look, self.tr("Open it with the passphrase alone"))
        self.column.addWidget(ButtonRow(self.look, self.new_words, self.with_store, self.without_store))
        self.pair = PassphrasePair(self.look, self.tr("Use this passphrase from now on"))
        self.pair.hide()
        self.column.addWidget(self.pair)
        self.new_words.clicked.connect(self._ask_words)
        self.with_store.clicked.connect(self._with_store)
        self.without_store.clicked.connect(self._without_store)
        self.pair.chosen.connect(self.passphrase_chosen)

    def _ask_words(self) -> None:
        self.pair.show()
        self.pair.first.edit.setFocus()

    def _with_store(self) -> None:
        self.store_wanted.emit(True)

    def _without_store(self) -> None:
        self.store_wanted.emit(False)

    def _minutes_changed(self) -> None:
        self.minutes_chosen.emit(int(self.minutes.currentData()))
