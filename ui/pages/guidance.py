"""The sets of guidance in use: those built in, and the signed packs that the user takes in or puts away."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from privacy_audit.guidance import Pack
from privacy_audit.packs import PackFile
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import date_words


class GuidancePage(Page):
    pack_chosen = Signal(object)  # a path
    trusted = Signal()
    declined = Signal()
    put_away = Signal(str)  # a pack's name
    facts_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Guidance"), parent)
        lead = self.tr(
            "What we find is shown beside the guidance that it touches. Five published documents are built in. Your "
            "own force or service may give you its guidance as a signed file, a pack."
        )
        self.column.addWidget(PlainLabel(lead, "muted"))
        self.told = Notice(look, "", "notice")
        self.told.hide()
        self.column.addWidget(self.told)
        self.column.addWidget(self._asking())
        self.choose = TextButton(look, self.tr("Choose a pack"), "primary", "file")
        self.facts = TextButton(look, self.tr("Which sets apply to me"), "", "person")
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        flow.addWidget(self.choose)
        flow.addWidget(self.facts)
        self.column.addWidget(row)
        self.choose.clicked.connect(self._pick)
        self.facts.clicked.connect(self.facts_wanted)
        self.buttons: dict[str, TextButton] = {}
        self._cards: list[QWidget] = []

    def show_sets(self, sets: Sequence[Pack], packs: Sequence[PackFile], today: date) -> None:
        for card in self._cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self.buttons = [], {}
        for pack in packs:
            self._pack(pack, today)
        for one in sets:
            self._set(one)

    def ask(self, publisher: str, fingerprint: str) -> None:
        """Somebody signed it whom the user has not trusted yet. Empty words: nothing waits for an answer."""
        self.asking.setVisible(bool(fingerprint))
        who = self.tr("It says that it comes from: {publisher}. The fingerprint of its key is:")
        self.who.setText(who.format(publisher=publisher))
        self.fingerprint.setText(fingerprint)
        if fingerprint:
            self.area.verticalScrollBar().setValue(0)
            self.no.setFocus()

    def say(self, sentence: str) -> None:
        self.told.say(sentence)
        if sentence:
            self.area.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget | None:
        return self.choose

    def _asking(self) -> Card:
        card = self.asking = Card(self.look, "warning")
        card.column.addWidget(PlainLabel(self.tr("Do you trust whoever signed this?"), "heading"))
        self.who = PlainLabel("")
        card.column.addWidget(self.who)
        self.fingerprint = PlainLabel("", "strong")
        card.column.addWidget(self.fingerprint)
        compare = self.tr(
            "Compare it, letter by letter, with the one that your force or service published: on its own pages, on "
            "paper, or read out by somebody whom you know there. If they differ, do not use it."
        )
        card.column.addWidget(PlainLabel(compare))
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(self.look.em(0.7), parent=row)
        self.yes = TextButton(self.look, self.tr("They are the same: use it"), "", "check")
        self.no = TextButton(self.look, self.tr("Do not use it"), "primary", "close")
        flow.addWidget(self.no)
        flow.addWidget(self.yes)
        card.column.addWidget(row)
        self.yes.clicked.connect(self.trusted)
        self.no.clicked.connect(self.declined)
        card.hide()
        return card

    def _pack(self, pack: PackFile, today: date) -> None:
        card = Card(self.look)
        card.column.addWidget(PlainLabel(pack.title, "heading"))
        about = self.tr("A pack of {publisher}, version {version}, made on {day}.")
        told = about.format(publisher=pack.publisher, version=pack.version, day=date_words(pack.issued))
        card.column.addWidget(PlainLabel(told))
        if pack.is_stale(today) and pack.expires is not None:
            past = self.tr("It was meant to be used until {day}: ask for a newer one. Until then it stays in use.")
            card.column.addWidget(Notice(self.look, past.format(day=date_words(pack.expires)), "warning"))
        button = TextButton(self.look, self.tr("Put it away"), "", "undo")
        button.setAccessibleName(self.tr("Put it away: {title}").format(title=pack.title))
        button.setProperty("pack", pack.name)
        button.clicked.connect(self._away)
        self.buttons[pack.name] = button
        row = QWidget()
        row.setObjectName("plain")
        FlowLayout(self.look.em(0.7), parent=row).addWidget(button)
        card.column.addWidget(row)
        self._add(card)

    def _set(self, one: Pack) -> None:
        card = Card(self.look)
        card.column.addWidget(
            PlainLabel(self.tr("{issuer}: {title}").format(issuer=one.issuer, title=one.title), "strong")
        )
        issued = date_words(one.issued) if one.issued else self.tr("its date is not known")
        told = self.tr("For: {audience}. Clauses that an audit can act on: {count}. Issued: {day}.")
        words = told.format(audience=one.audience, count=len(one.clauses), day=issued)
        card.column.addWidget(PlainLabel(words, "muted"))
        self._add(card)

    def _add(self, card: QWidget) -> None:
        self.column.addWidget(card)
        self._cards.append(card)

    def _away(self) -> None:
        self.put_away.emit(self.sender().property("pack"))

    def _pick(self) -> None:
        kinds = self.tr("Packs (*.pack)")
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a pack"), str(Path.home()), kinds)
        if name:
            self.pack_chosen.emit(Path(name))
