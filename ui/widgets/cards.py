"""Framed boxes: a notice, a card with a column of its own, and a choice with its explanation."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.focus_ring import RING_ON_CARD
from ui.widgets.icons import IconLabel
from ui.widgets.labels import PlainLabel
from ui.widgets.ticks import RoundBox


def restyle(widget: QWidget) -> None:
    """Makes the stylesheet look at a changed property again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Card(QFrame):
    """A box with a column; `kind` picks its look: true, soft, quote, notice, warning, drop."""

    def __init__(self, look: Look, kind: str = "true", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)
        self.column = QVBoxLayout(self)
        pad = look.em(0.9)
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(look.em(0.45))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_kind(self, kind: str) -> None:
        self.setProperty("card", kind)
        restyle(self)


class Notice(Card):
    """An icon and a sentence or two: what happened and what to do next."""

    def __init__(self, look: Look, text: str = "", kind: str = "notice", parent: QWidget | None = None) -> None:
        super().__init__(look, kind, parent)
        icon = {"warning": ("medium", "medium"), "soft": ("lock", "accent")}.get(kind, ("low", "low"))
        row = QHBoxLayout()
        row.setSpacing(look.em(0.7))
        self._icon = IconLabel(look, *icon)
        self.words = PlainLabel(text)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        self.column.addLayout(row)

    def say(self, text: str) -> None:
        self.words.setText(text)
        self.setVisible(bool(text))


class ChoiceCard(Card):
    """One answer of several: a radio button, its words and what it means. A click anywhere on it chooses it."""

    toggled = Signal(bool)

    def __init__(self, look: Look, title: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "true", parent)
        self.radio = RoundBox(look)
        self.radio.setProperty(RING_ON_CARD, True)
        self.radio.setAccessibleName(title)
        self.radio.setAccessibleDescription(meaning)
        self.radio.toggled.connect(self._changed)
        words = QVBoxLayout()
        words.setSpacing(look.em(0.2))
        words.addWidget(PlainLabel(title, "strong"))
        if meaning:
            words.addWidget(PlainLabel(meaning, "muted"))
        row = QHBoxLayout()
        row.setSpacing(look.em(0.6))
        row.addWidget(self.radio)
        row.addLayout(words, 1)
        self.column.addLayout(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.radio.setFocus()
        self.radio.setChecked(True)
        event.accept()

    def _changed(self, on: bool) -> None:
        self.set_kind("chosen" if on else "true")
        self.toggled.emit(on)


class ChoiceGroup(QWidget):
    """A column of choices of which one holds."""

    changed = Signal()

    def __init__(self, look: Look, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.em(0.6))
        self.cards = tuple(ChoiceCard(look, title, meaning) for title, meaning in choices)
        self._group = QButtonGroup(self)  # the buttons have different parents; the group makes them one question
        for card in self.cards:
            column.addWidget(card)
            self._group.addButton(card.radio)
            card.toggled.connect(self._chosen)

    @property
    def chosen(self) -> int | None:
        return next((place for place, card in enumerate(self.cards) if card.radio.isChecked()), None)

    def choose(self, place: int) -> None:
        self.cards[place].radio.setChecked(True)

    def clear(self) -> None:
        self._group.setExclusive(False)
        for card in self.cards:
            card.radio.setChecked(False)
        self._group.setExclusive(True)

    def _chosen(self, on: bool) -> None:
        if on:
            self.changed.emit()
