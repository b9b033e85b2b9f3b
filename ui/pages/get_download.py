"""How to ask a site for the download of one's own data, step by step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from privacy_audit.how_to import Advice, HowTo
from privacy_audit.sites import is_allowed
from ui.links import site_of
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import date_words


class GetDownloadPage(Page):
    link_wanted = Signal(str)
    have_it = Signal()

    def __init__(
        self, look: Look, guides: tuple[HowTo, ...], advice: tuple[Advice, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(look, self.tr("Get your download"), parent)
        lead = self.tr(
            "Each site has to give you a copy of your own data. You ask for it on the site itself; this program never "
            "asks for your password. Use your own computer at home, and save the download in one safe place."
        )
        self.column.addWidget(PlainLabel(lead, "muted"))
        self.site = ChoiceBox(look, self.tr("Site"))
        for guide in guides:
            self.site.addItem(guide.title, guide.id)
        self.column.addWidget(self._row(PlainLabel(self.tr("Site"), "strong", wraps=False), self.site))
        self.links: list[TextButton] = []
        self.cards = tuple(self._card(guide) for guide in guides)
        for card in self.cards:
            self.column.addWidget(card)
        for piece in advice:
            self.column.addWidget(self._advice_card(piece))
        self.go_on = TextButton(look, self.tr("I have it now"), "primary", "forward")
        self.column.addWidget(self._row(self.go_on))
        not_yet = self.tr("Not arrived yet? Close this window and come back when the site has written to you.")
        self.column.addWidget(PlainLabel(not_yet, "muted"))
        self.go_on.clicked.connect(self.have_it)
        self.site.currentIndexChanged.connect(self._show_site)
        self._show_site()

    def first_focus(self) -> QWidget | None:
        return self.site

    def _show_site(self) -> None:
        for place, card in enumerate(self.cards):
            card.setVisible(place == self.site.currentIndex())

    def _row(self, *widgets: QWidget) -> QWidget:
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(self.look.em(0.7), parent=row)
        for widget in widgets:
            flow.addWidget(widget)
        return row

    def _card(self, guide: HowTo) -> Card:
        card = Card(self.look)
        card.column.addWidget(PlainLabel(guide.title, "heading"))
        if is_allowed(guide.link):
            button = TextButton(self.look, self.tr("Open {site}").format(site=site_of(guide.link)), "quiet", "link")
            button.setProperty("address", guide.link)
            button.clicked.connect(self._follow)
            self.links.append(button)
            card.column.addWidget(self._row(button))
        self._add_steps(card, guide.steps)
        arrives = self.tr("How long it takes: {wait} What arrives: {file}.")
        card.column.addWidget(PlainLabel(arrives.format(wait=guide.wait, file=guide.file), "muted"))
        if guide.then:
            card.column.addWidget(Notice(self.look, guide.then))
        checked = self.tr("Last checked on {day}. Menus move: the words on the site may differ.")
        card.column.addWidget(PlainLabel(checked.format(day=date_words(guide.checked_on)), "small"))
        return card

    def _advice_card(self, advice: Advice) -> Card:
        card = Card(self.look)
        card.column.addWidget(PlainLabel(advice.title, "heading"))
        self._add_steps(card, advice.steps)
        return card

    def _add_steps(self, card: Card, steps: tuple[str, ...]) -> None:
        for number, words in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(self.look.em(0.5))
            counter = PlainLabel(self.tr("{number}.").format(number=number), "strong", wraps=False)
            counter.setMinimumWidth(self.look.em(1.5))
            row.addWidget(counter, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(PlainLabel(words), 1)
            card.column.addLayout(row)

    def _follow(self) -> None:
        self.link_wanted.emit(self.sender().property("address"))
