"""What the user may tell about themselves: all of it optional; it makes the findings more exact."""

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from privacy_audit.guidance import Guidance, Pack
from privacy_audit.official_accounts import OfficialChecklist
from privacy_audit.own_facts import OwnFacts
from privacy_audit.restriction import told_by_role
from ui.fact_texts import day, several, spans
from ui.look import Look
from ui.widgets.account_kinds import Account, AccountKinds
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


class OwnFactsPage(Page):
    """`given` carries the facts; `skipped` leaves them as they were."""

    given = Signal(object)
    skipped = Signal()

    def __init__(
        self, look: Look, guidance: Guidance, checklist: OfficialChecklist, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, self.tr("About you, if you like"), parent)
        self._packs = guidance.packs
        self._facts = OwnFacts()
        why = self.tr(
            "Everything here is optional, and you can skip it. What you fill in stays on this computer and makes the "
            "findings more exact: without it we can only guess what is about you."
        )
        self.column.addWidget(PlainLabel(why, "muted"))
        self._you()
        self._home()
        self._work(checklist, guidance)
        self._leave()
        self._guidance()
        self._end()

    def show_facts(self, facts: OwnFacts, accounts: tuple[Account, ...] = ()) -> None:
        """`accounts` are those that the downloads told of: each is asked about by itself."""
        self._facts = facts
        self.names.setText(", ".join(facts.names))
        self.service.setText(facts.service)
        self.role.setText(facts.role)
        self.workplaces.setText("; ".join(facts.places_of_work))
        self.home_town.setText(facts.home_town)
        self.postcode.setText(facts.home_postcode)
        self.family.setText(", ".join(facts.family_names))
        self.born.setText(date_words(facts.date_of_birth) if facts.date_of_birth else "")
        self.sick_leave.setText("; ".join(self._span_words(first, last) for first, last in facts.sick_leave))
        self.accounts.show_accounts(accounts, facts.official_accounts)
        self.restricted.setCurrentIndex(_RESTRICTED.index(facts.politically_restricted))
        for pack, box in zip(self._packs, self.packs, strict=True):
            box.setChecked(pack.id in facts.guidance)

    def first_focus(self) -> QWidget | None:
        return self.names

    # --- the parts of the page --------------------------------------------------------------------------------------

    def _you(self) -> None:
        self._heading(self.tr("You"))
        names = self.tr("Names and user names you go by, also earlier ones")
        self.names = self._field(names, self.tr("With commas between them"))
        self.born = self._field(self.tr("Your date of birth"), self.tr("Day, month and year, such as 14 March 1989"))

    def _home(self) -> None:
        self._heading(self.tr("Your home and family"))
        self.home_town = self._field(self.tr("Where you live"), self.tr("The town or village"))
        self.postcode = self._field(self.tr("Your postcode"), "")
        self.family = self._field(self.tr("First names of your family"), self.tr("With commas between them"))

    def _work(self, checklist: OfficialChecklist, guidance: Guidance) -> None:
        self._heading(self.tr("Your work"))
        self.service = self._field(self.tr("Your force or service"), self.tr("Its full name, or leave it empty"))
        self.role = self._field(self.tr("Your role"), self.tr("For example response officer, or fire fighter"))
        self.workplaces = self._field(
            self.tr("Places where you work"), self.tr("Names or addresses, with semicolons between them")
        )
        points = self.tr(
            "A point on the map helps to tell tracks that lead there. You can write it behind the name as your map "
            "shows it: Ludbridge station, 52.3671, -2.7182"
        )
        self.column.addWidget(PlainLabel(points, "muted"))
        self._label(self.tr("Is your role politically restricted?"))
        self.restricted = ChoiceBox(self.look, self.tr("Is your role politically restricted?"))
        for words in (self.tr("Work it out from my role"), self.tr("Yes"), self.tr("No")):
            self.restricted.addItem(words)
        self._alone(self.restricted)
        self.preset = PlainLabel("", "muted")
        self.column.addWidget(self.preset)
        for field in (self.service, self.role):
            field.textChanged.connect(self._show_preset)
        self.restricted.currentIndexChanged.connect(self._show_preset)
        self._show_preset()
        self._label(self.tr("Accounts that you run for the service"))
        self.column.addWidget(PlainLabel(self.tr("There your job is meant to be seen, and other rules hold."), "muted"))
        self.accounts = AccountKinds(self.look, checklist, self._cited(checklist.clause, guidance))
        self.column.addWidget(self.accounts)

    def _leave(self) -> None:
        self._heading(self.tr("Sick leave"))
        self.sick_leave = self._field(
            self.tr("When you were on sick leave"), self.tr("8 January 2024 to 2 February 2024")
        )
        several_spans = self.tr("The first and the last day. Put a semicolon before the next time.")
        self.column.addWidget(PlainLabel(several_spans, "muted"))

    def _guidance(self) -> None:
        self._heading(self.tr("Which guidance is yours?"))
        self.column.addWidget(
            PlainLabel(self.tr("With none ticked all are shown. Ticking some marks the rest as not yours."), "muted")
        )
        self.packs = tuple(self._pack(pack) for pack in self._packs)

    def _end(self) -> None:
        self.problem = Notice(self.look, "", "warning")
        self.problem.hide()
        self.column.addWidget(self.problem)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(self.look.em(0.7), parent=row)
        self.save = TextButton(self.look, self.tr("Use this"), "primary", "forward")
        self.skip = TextButton(self.look, self.tr("Skip this"))
        flow.addWidget(self.save)
        flow.addWidget(self.skip)
        self.column.addWidget(row)
        self.save.clicked.connect(self._give)
        self.skip.clicked.connect(self.skipped)

    def _heading(self, text: str) -> None:
        self.column.addSpacing(self.look.em(0.8))
        self.column.addWidget(PlainLabel(text, "heading"))

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

    def _show_preset(self) -> None:
        """What role and service tell, while the user has not answered otherwise."""
        told = told_by_role(self.role.text(), self.service.text())
        if told is None:
            words = self.tr("Your role does not tell it: nothing is taken to be restricted until you answer.")
        elif told:
            words = self.tr(
                "From your role we take it to be restricted. Please answer for yourself where that is wrong."
            )
        else:
            words = self.tr("From your role we take it not to be restricted. Please answer where that is wrong.")
        self.preset.setText(words)
        self.preset.setVisible(self.restricted.currentIndex() == 0)

    def _cited(self, clause: str, guidance: Guidance) -> str:
        pack, found = guidance.pack_of(clause), guidance.clause(clause)
        if pack is None or found is None:
            return ""
        text = self.tr("From {issuer}, {title}, sections {first} to {last}")
        return text.format(issuer=pack.issuer, title=pack.title, first=found.sections[0], last=found.sections[-1])

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
        born = day(written)
        if written and born is None:
            sentence = self.tr("We could not read the date of birth. Please write it as in 14 March 1989.")
            self._ask_again(self.born, sentence)
            return
        leave = spans(self.sick_leave.text())
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
            names=several(self.names.text()),
            service=self.service.text().strip(),
            role=self.role.text().strip(),
            places_of_work=several(self.workplaces.text(), ";"),
            home_town=self.home_town.text().strip(),
            home_postcode=self.postcode.text().strip(),
            family_names=several(self.family.text()),
            date_of_birth=born,
            official_accounts=self.accounts.official(),
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
