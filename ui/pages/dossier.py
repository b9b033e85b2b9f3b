"""What a stranger could piece together: which ways are open, what opens them, and what to fix first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look import Look
from ui.models.dossier import OpenWay, Picture
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card
from ui.widgets.icons import IconLabel
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page

_NEXT_SHOWN = 5  # things to fix in sight; the others come up as these are sorted


class DossierPage(Page):
    """A list of cards, built anew whenever the picture changes."""

    finding_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("What a stranger could piece together"), parent)
        meaning = self.tr(
            "A single fact often looks harmless; together they can open a door. Nothing here says that anybody has "
            "tried. Whatever you sort out is taken out of this picture at once."
        )
        self.column.addWidget(PlainLabel(meaning))
        self.summary = PlainLabel("", "strong")
        self.column.addWidget(self.summary)
        self.buttons: list[TextButton] = []
        self._cards: list[QWidget] = []

    def show_picture(self, picture: Picture) -> None:
        self._empty()
        self.summary.setText(picture.summary)
        self._next(picture)
        if picture.open:
            self._heading(self.tr("Open with what was found"))
        for way in picture.open:
            self._open(way)
        if picture.closed:
            self._closed(picture)

    def show_held_back(self, count: int) -> None:
        """While nobody has said "this is me", no way is shown."""
        self._empty()
        text = self.tr("Held back until it is known whose download this is. Ways to put its facts together: {count}.")
        self.summary.setText(text.format(count=count))

    def first_focus(self) -> QWidget | None:
        return self.buttons[0] if self.buttons else None

    def _next(self, picture: Picture) -> None:
        if not picture.fixes:
            return
        card = Card(self.look, "soft")
        card.column.addWidget(PlainLabel(self.tr("Where to begin"), "heading"))
        closing = self.tr("The fewest things that close every open way, the quickest gains first.")
        card.column.addWidget(PlainLabel(closing, "muted"))
        for item in picture.fixes[:_NEXT_SHOWN]:
            words = self.tr("{title} ({site}, about {minutes} min)")
            text = words.format(title=item.title, site=item.site, minutes=item.minutes)
            card.column.addWidget(self._button(text, text, item.finding, "quiet"))
        left = len(picture.fixes) - _NEXT_SHOWN
        if left > 0:
            text = self.tr("and {count} more: they come up here as you sort these.")
            card.column.addWidget(PlainLabel(text.format(count=left), "muted"))
        self._add(card)

    def _open(self, way: OpenWay) -> None:
        card = Card(self.look)
        card.column.addLayout(self._title(way.title, "pieces", "medium", self.tr("Open")))
        card.column.addWidget(PlainLabel(way.why))
        card.column.addWidget(PlainLabel(self.tr("What opens it"), "strong"))
        for known in way.opened_by:
            card.column.addWidget(PlainLabel(self.tr("• {facts}").format(facts=known)))
        words = self.tr("Show what to fix")
        spoken = self.tr("Show what to fix: {way}").format(way=way.title)
        row = QHBoxLayout()
        row.setContentsMargins(0, self.look.em(0.2), 0, 0)
        row.setSpacing(self.look.em(0.7))
        row.addWidget(self._button(words, spoken, way.fixes[0], ""))
        count = len(way.fixes)
        closes = self.tr("One thing closes this.") if count == 1 else self.tr("{count} things close this.")
        row.addWidget(PlainLabel(closes.format(count=count), "muted"), 1)
        card.column.addLayout(row)
        self._add(card)

    def _closed(self, picture: Picture) -> None:
        self._heading(self.tr("Not open"))
        card = Card(self.look)
        for title in picture.closed:
            card.column.addLayout(self._title(title, "ok", "ok", self.tr("Closed"), "strong"))
        self._add(card)

    def _title(self, title: str, icon: str, tone: str, state: str, role: str = "heading") -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.em(0.6))
        chip = PlainLabel(state, "chip", wraps=False)
        chip.tone(tone)
        row.addWidget(IconLabel(self.look, icon, tone))
        row.addWidget(PlainLabel(title, role), 1)
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _button(self, words: str, spoken: str, finding: str, kind: str) -> TextButton:
        button = TextButton(self.look, words, kind, "forward")
        button.setAccessibleName(spoken)
        button.setProperty("finding", finding)
        button.clicked.connect(self._wanted)
        self.buttons.append(button)
        return button

    def _wanted(self) -> None:
        self.finding_wanted.emit(self.sender().property("finding"))

    def _heading(self, text: str) -> None:
        self._add(PlainLabel(text, "heading"))

    def _add(self, widget: QWidget) -> None:
        self.column.addWidget(widget)
        self._cards.append(widget)

    def _empty(self) -> None:
        for widget in self._cards:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._cards, self.buttons = [], []
