"""Asks for each account whether it is the user's own or the service's, with a checklist for those of the service."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from privacy_audit.folding import escape_hidden
from privacy_audit.official_accounts import OfficialChecklist, names_official, qualified
from ui.fact_texts import several
from ui.look import Look
from ui.widgets.cards import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.focus_ring import RING_ON_CARD
from ui.widgets.labels import PlainLabel
from ui.widgets.ticks import TickBox
from ui.wording import platform_words


@dataclass(frozen=True, slots=True, repr=False)
class Account:
    """An account that a download told of."""

    platform: str
    name: str


class AccountKinds(QWidget):
    """Accounts that were read are asked about one by one; others can be written down."""

    changed = Signal()

    def __init__(self, look: Look, checklist: OfficialChecklist, cited: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("plain")
        self._asked: list[tuple[Account, ChoiceBox]] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(look.em(0.5))
        self.others = QLineEdit()
        self.others.setAccessibleName(self.tr("Accounts that you run for the service"))
        self.others.setPlaceholderText(self.tr("Names with commas between them"))
        self.others.textChanged.connect(self._follow)
        self.checklist = Checklist(look, checklist, cited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.em(0.5))
        column.addLayout(self._cards)
        column.addWidget(self.others)
        column.addWidget(self.checklist)
        self._follow()

    def show_accounts(self, accounts: tuple[Account, ...], official: tuple[str, ...]) -> None:
        for _account, choice in self._asked:
            card = choice.parentWidget()
            if card is not None:
                card.setParent(None)
                card.deleteLater()
        self._asked = [(account, self._ask(account)) for account in accounts]
        told = set(official)
        for account, choice in self._asked:
            choice.setCurrentIndex(int(names_official(official, account.platform, (account.name,))))
            told -= {one for one in told if names_official((one,), account.platform, (account.name,))}
            choice.currentIndexChanged.connect(self._follow)
        self.others.setText(", ".join(one for one in official if one in told))
        self._follow()

    def official(self) -> tuple[str, ...]:
        chosen = tuple(qualified(each.platform, each.name) for each, choice in self._asked if choice.currentIndex())
        return (*chosen, *several(self.others.text()))

    def choices(self) -> tuple[ChoiceBox, ...]:
        return tuple(choice for _account, choice in self._asked)

    def _ask(self, account: Account) -> ChoiceBox:
        shown = self.tr("{name} on {site}").format(
            name=escape_hidden(account.name), site=platform_words(account.platform)
        )
        card = Card(self._look)
        card.column.addWidget(PlainLabel(shown, "strong"))
        choice = ChoiceBox(self._look, shown)
        choice.addItem(self.tr("It is my own"))
        choice.addItem(self.tr("I run it for the service"))
        choice.setProperty(RING_ON_CARD, True)
        row = QHBoxLayout()
        row.addWidget(choice)
        row.addStretch(1)
        card.column.addLayout(row)
        self._cards.addWidget(card)
        return choice

    def _follow(self) -> None:
        self.checklist.setVisible(bool(self.official()))
        self.changed.emit()


class Checklist(Card):
    """Questions to tick off for an account of the service. The ticks are for the user's eyes and are not kept."""

    def __init__(self, look: Look, checklist: OfficialChecklist, cited: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "soft", parent)
        self.column.addWidget(PlainLabel(self.tr("For an account of the service"), "heading"))
        lead = self.tr("Go through these for each of them. The ticks are for you alone and are not kept.")
        self.column.addWidget(PlainLabel(lead, "muted"))
        self.ticks = tuple(self._line(look, step.asks) for step in checklist.steps)
        self.column.addWidget(PlainLabel(cited, "small"))

    def _line(self, look: Look, asks: str) -> TickBox:
        box = TickBox(look)
        box.setProperty(RING_ON_CARD, True)
        box.setAccessibleName(asks)
        row = QHBoxLayout()
        row.setSpacing(look.em(0.6))
        row.addWidget(box)
        row.addWidget(PlainLabel(asks), 1)
        self.column.addLayout(row)
        return box
