"""How to ask a site for the download of one's own data, step by step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from privacy_audit.downloads import Download
from ui.links import site_of
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import date_words


class GetDownloadPage(Page):
    link_wanted = Signal(str)
    have_it = Signal()

    def __init__(self, look: Look, downloads: tuple[Download, ...], parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Get your download"), parent)
        lead = self.tr(
            "Each site has to give you a copy of your own data. You ask for it on the site itself; this program never "
            "asks for your password. Use your own computer at home, and save the download in one safe place."
        )
        self.column.addWidget(PlainLabel(lead, "muted"))
        self.links: list[TextButton] = []
        for download in downloads:
            self.column.addWidget(self._site(download))
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.go_on = TextButton(look, self.tr("I have it now"), "primary", "forward")
        flow.addWidget(self.go_on)
        self.column.addWidget(row)
        not_yet = self.tr("Not arrived yet? Close this window and come back when the site has written to you.")
        self.column.addWidget(PlainLabel(not_yet, "muted"))
        self.go_on.clicked.connect(self.have_it)

    def first_focus(self) -> QWidget | None:
        return self.links[0] if self.links else self.go_on

    def _site(self, download: Download) -> Card:
        card = Card(self.look)
        card.column.addWidget(PlainLabel(download.title, "heading"))
        card.column.addWidget(PlainLabel(download.arrives, "muted"))
        card.column.addWidget(self._link(download.link))
        for number, words in enumerate(download.steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(self.look.em(0.5))
            counter = PlainLabel(self.tr("{number}.").format(number=number), "strong", wraps=False)
            counter.setMinimumWidth(self.look.em(1.5))
            row.addWidget(counter, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(PlainLabel(words), 1)
            card.column.addLayout(row)
        if download.note:
            card.column.addWidget(Notice(self.look, download.note))
        if download.note_link:
            card.column.addWidget(self._link(download.note_link))
        checked = self.tr("Last checked on {day}. Menus move: the words on the site may differ.")
        card.column.addWidget(PlainLabel(checked.format(day=date_words(download.checked_on)), "small"))
        return card

    def _link(self, address: str) -> QWidget:
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(parent=row)
        button = TextButton(self.look, self.tr("Open {site}").format(site=site_of(address)), "quiet", "link")
        button.setProperty("address", address)
        button.clicked.connect(self._follow)
        flow.addWidget(button)
        self.links.append(button)
        return row

    def _follow(self) -> None:
        self.link_wanted.emit(self.sender().property("address"))
