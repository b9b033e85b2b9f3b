"""What the user may tell about themselves: all of it optional; it makes the findings more exact."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from privacy_audit.date_texts import partial_date_from_text
from privacy_audit.guidance import Pack
from privacy_audit.own_facts import OwnFacts
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import FlowLayout
from ui.widgets.focus_ring import RING_ON_CARD
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.widgets.ticks import TickBox
from ui.wording import date_words

_RESTRICTED: Final = (None, True, False)
_TO: Final = re.compile(r"\s+(?:to|until|till|-)\s+|\s*[\u2013\u2014]\s*", re.IGNORECASE)


class OwnFactsPage(Page):
    given = Signal(object)
    skipped = Signal()

    def __init__(self, look: Look, packs: tuple[Pack, ...], parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("About you, if you like"), parent)
        self._packs = packs
        self._facts = OwnFacts()
        why = self.tr(
            "Everything here is optional, and you can skip it. What you fill in stays in memory and makes the findings "
            "more exact: without it we can only guess what is about you."
        )
        self.column.addWidget(PlainLabel(why, "muted"))
        self.names = self._field(self.tr("Names and user names you go by"), self.tr("With commas between them"))
        self.service = self._field(self.tr("Your force or service"), self.tr("Its full name, or leave it empty"))
        self.role = self._field(self.tr("Your role"), self.tr("For example response officer, or fire fighter"))
        self.home_town = self._field(self.tr("Where you live"), self.tr("The town or village"))
        self.postcode = self._field(self.tr("Your postcode"), "")
        self.family = self._field(self.tr("First names of your family"), self.tr("With commas between them"))
        self.born = self._field(self.tr("Your date of birth"), self.tr("Day, month and year, such as 14 March 1989"))
        self.sick_leave = self._field(
            self.tr("When you were on sick leave"),
            self.tr("First to last day, such as 8 January 2024 to 2 February 2024; with semicolons between them"),
        )
        self.official = self._field(
            self.tr("Accounts that you run for the service"), self.tr("Other rules hold for these")
        )
        self._label(self.tr("Is your role politically restricted?"))
        self.restricted = ChoiceBox(look, self.tr("Is your role politically restricted?"))
        for words in (self.tr("Work it out from my role"), self.tr("Yes"), self.tr("No")):
            self.restricted.addItem(words)
        self._alone(self.restricted)
        self._label(self.tr("Which guidance is yours?"))
        self.column.addWidget(
            PlainLabel(self.tr("With none ticked all are shown. Ticking some marks the rest as not yours."), "muted")
        )
        self.packs = tuple(self._pack(pack) for pack in packs)
        self.problem = Notice(look, "", "warning")
        self.problem.hide()
        self.column.addWidget(self.problem)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.save = TextButton(look, self.tr("Use this"), "primary", "forward")
        self.skip = TextButton(look, self.tr("Skip this"))
        flow.addWidget(self.save)
        flow.addWidget(self.skip)
        self.column.addWidget(row)
        self.save.clicked.connect(self._give)
        self.skip.clicked.connect(self.skipped)

    def show_facts(self, facts: OwnFacts) -> None:
        self._facts = facts
        self.names.setText(", ".join(facts.names))
        self.service.setText(facts.service)
        self.role.setText(facts.role)
        self.home_town.setText(facts.home_town)
        self.postcode.setText(facts.home_postcode)
        self.family.setText(", ".join(facts.family_names))
        self.born.setText(date_words(facts.date_of_birth) if facts.date_of_birth else "")
        self.sick_leave.setText("; ".join(self._span_words(first, last) for first, last in facts.sick_leave))
        self.official.setText(", ".join(facts.official_accounts))
        self.restricted.setCurrentIndex(_RESTRICTED.index(facts.politically_restricted))
        for pack, box in zip(self._packs, self.packs, strict=True):
            box.setChecked(pack.id in facts.guidance)

    def first_focus(self) -> QWidget | None:
        return self.names

    def _label(self, text: str) -> None:
        self.column.addWidget(PlainLabel(text, "strong"))

    def _field(self, label: str, hint: str) -> QLineEdit:
        self._label(label)
        field = QLineEdit()
        field.setAccessibleName(label)
        field.setPlaceholderText(hint)
        self.column.addWidget(field)
        return field

    def _alone(self, widget: QWidget) -> None:
        row = QHBoxLayout()
        row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)

    def _pack(self, pack: Pack) -> TickBox:
        card = Card(self.look)
        title = self.tr("{issuer}: {title}").format(issuer=pack.issuer, title=pack.title)
        box = TickBox(self.look)
        box.setProperty(RING_ON_CARD, True)
        box.setAccessibleName(title)
        row = QHBoxLayout()
        row.setSpacing(self.look.em(0.6))
        row.addWidget(box)
        row.addWidget(PlainLabel(title), 1)
        card.column.addLayout(row)
        self.column.addWidget(card)
        return box

    def _give(self) -> None:
        written = self.born.text().strip()
        born = _day(written)
        if written and born is None:
            sentence = self.tr("We could not read the date of birth. Please write it as in 14 March 1989.")
            self._ask_again(self.born, sentence)
            return
        leave = _spans(self.sick_leave.text())
        if leave is None:
            sentence = self.tr(
                "We could not read the days of your sick leave. "
                "Please write them as in 8 January 2024 to 2 February 2024, the first day first."
            )
            self._ask_again(self.sick_leave, sentence)
            return
        self.problem.say("")
        facts = replace(
            self._facts,
            names=_several(self.names.text()),
            service=self.service.text().strip(),
            role=self.role.text().strip(),
            home_town=self.home_town.text().strip(),
            home_postcode=self.postcode.text().strip(),
            family_names=_several(self.family.text()),
            date_of_birth=born,
            official_accounts=_several(self.official.text()),
            sick_leave=leave,
            politically_restricted=_RESTRICTED[self.restricted.currentIndex()],
            guidance=tuple(pack.id for pack, box in zip(self._packs, self.packs, strict=True) if box.isChecked()),
        )
        self.given.emit(facts)

    def _ask_again(self, field: QLineEdit, sentence: str) -> None:
        self.problem.say(sentence)
        field.setFocus()

    def _span_words(self, first: date, last: date) -> str:
        return self.tr("{first} to {last}").format(first=date_words(first), last=date_words(last))


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _day(text: str) -> date | None:
    partial = partial_date_from_text(text.strip())
    return partial.as_date() if partial else None


def _spans(text: str) -> tuple[tuple[date, date], ...] | None:
    """Pairs of first and last day; one day alone is its own last. None where any of it is no such thing."""
    spans: list[tuple[date, date]] = []
    for part in text.split(";"):
        if not part.strip():
            continue
        days = [_day(day) for day in _TO.split(part.strip())]
        first, last = days[0], days[-1]
        if first is None or last is None or len(days) > 2 or last < first:  # noqa: PLR2004 - a first and a last day
            return None
        spans.append((first, last))
    return tuple(spans)
