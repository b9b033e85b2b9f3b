"""One person of the review: the name, where and since when, and why they are shown; the keyboard stops at it once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from privacy_audit.folding import escape_hidden
from privacy_audit.model import ConnectionKind
from privacy_audit.people.acquaintance import Acquaintance, Appearance, Band
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.step_row import beside
from ui.wording import moment_words, platform_words

_TONES = {Band.LIKELY: "medium", Band.POSSIBLE: "low", Band.SILENT: "low", None: "ok"}


class PersonCard(Card):
    """Built anew for each person; a screen reader gets all of it as one name."""

    parted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "true", parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._inner: list[QWidget] = []
        self.part: TextButton | None = None

    def show_person(self, person: Acquaintance, answered: str) -> None:
        self._empty()
        name = escape_hidden(person.appearances[0].name.reveal())
        self._head(name, person.band)
        where = [self._where(one, name) for one in person.appearances]
        for line in where:
            self._add(PlainLabel(line, "muted"))
        if len(where) > 1:
            self._several(by_name=person.by_name)
        reasons = person.reasons or (self._no_reason(person.band),)
        self._add(PlainLabel(self.tr("Why you see this"), "strong"))
        for reason in reasons:
            self._reason(reason)
        if answered:
            self._add(PlainLabel(answered, "small"))
        self.setAccessibleName(" ".join([f"{name}.", *where, self._band(person.band), *reasons, answered]).strip())

    def _head(self, name: str, band: Band | None) -> None:
        line = QWidget()
        line.setObjectName("plain")
        flow = FlowLayout(self._look.em(0.6), parent=line)
        flow.addWidget(PlainLabel(name, "heading"))
        chip = PlainLabel(self._band(band), "chip", wraps=False)
        chip.tone(_TONES[band])
        flow.addWidget(chip)
        self._add(line)

    def _band(self, band: Band | None) -> str:
        match band:
            case Band.LIKELY:
                return self.tr("Perhaps from work: clear signs")
            case Band.POSSIBLE:
                return self.tr("Perhaps from work: a hint")
            case Band.SILENT:
                return self.tr("We cannot know")
            case None:
                return self.tr("Nothing asks for a look")

    def _where(self, one: Appearance, shown: str) -> str:
        name = escape_hidden(one.name.reveal())
        site, since = platform_words(one.platform), moment_words(one.since)
        text = self._kind(one.kind).format(site=site)
        if name != shown:
            text = self.tr("{text}, as {name}").format(text=text, name=name)
        return self.tr("{text}, since {day}.").format(text=text, day=since) if since else f"{text}."

    def _kind(self, kind: ConnectionKind | None) -> str:
        match kind:
            case ConnectionKind.FRIEND:
                return self.tr("A friend or contact on {site}")
            case ConnectionKind.FOLLOWER:
                return self.tr("Follows you on {site}")
            case ConnectionKind.REQUEST_RECEIVED:
                return self.tr("Has asked to be connected on {site}")
            case ConnectionKind.CONTACT:
                return self.tr("In the address book that {site} has of you")
            case _:
                return self.tr("You wrote to each other on {site}")

    def _several(self, *, by_name: bool) -> None:
        text = self.tr("The same number or address stands with each of these. Is it one person?")
        if by_name:
            text = self.tr("Only the names are alike. Is it one person?")
        self._add(PlainLabel(text))
        self.part = TextButton(self._look, self.tr("No, these are different people"), "quiet", "people")
        self.part.clicked.connect(self.parted)
        self._add(beside(self._look, self.part))

    def _no_reason(self, band: Band | None) -> str:
        if band is None:
            return self.tr("You looked for this name. Nothing in the download asks for a second look.")
        return self.tr("Nothing in the download tells how you met, so we cannot know.")

    def _reason(self, reason: str) -> None:
        row = QWidget()
        row.setObjectName("plain")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(self._look.em(0.5))
        across.addWidget(PlainLabel("•", "muted", wraps=False), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(PlainLabel(reason), 1)
        self._add(row)

    def _add(self, widget: QWidget) -> None:
        self.column.addWidget(widget)
        self._inner.append(widget)

    def _empty(self) -> None:
        for widget in self._inner:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._inner, self.part = [], None
