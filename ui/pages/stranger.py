"""How you look to others: what somebody without an account, a friend of a friend and a friend would each see."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from privacy_audit.onlookers import Glimpse, Looks, Onlooker, Reach, Sight, Site, View
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, ChoiceGroup, Notice
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.icons import IconLabel
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import number_words, platform_words

_ONLOOKERS = tuple(Onlooker)
_SIGHT_ICONS = {Sight.OPEN: ("high", "high"), Sight.NOT_TOLD: ("unseen", "medium"), Sight.PERHAPS: ("low", "low")}


class StrangerPage(Page):
    """One onlooker at a time. What is shown is built anew whenever a finding is sorted or an answer is given."""

    finding_wanted = Signal(str)
    said = Signal()  # an answer to "who can see it" has changed

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("How you look to others"), parent)
        meaning = self.tr(
            "What was found, by who would see it. Nobody was asked and no site was visited: this is worked out from "
            "your download. Whatever you sort out is taken out of this page at once."
        )
        self.column.addWidget(PlainLabel(meaning))
        self.summary = PlainLabel("", "strong")
        self.column.addWidget(self.summary)
        self.onlookers = ChoiceGroup(look, self._choices())
        self.column.addWidget(self.onlookers)
        self.asking = Card(look, "soft")
        self.asking.column.addWidget(PlainLabel(self.tr("If you know who can see it"), "heading"))
        self._asked_why = PlainLabel(
            self.tr(
                "Your download does not say for everything who can see it. What is not told counts as seen by all. "
                "Your answer here changes this page alone, and nothing is kept."
            ),
            "muted",
        )
        self.asking.column.addWidget(self._asked_why)
        self.column.addWidget(self.asking)
        self.answers: dict[str, ChoiceBox] = {}
        self.buttons: list[TextButton] = []
        self._shown: list[QWidget] = []
        self._looks, self._held_back = Looks(), 0
        self.onlookers.choose(0)
        self.onlookers.changed.connect(self._show)

    def first_focus(self) -> QWidget | None:
        return self.onlookers.cards[self.onlookers.chosen or 0].radio

    @property
    def reach(self) -> dict[str, Reach]:
        """What the user says, by platform."""
        chosen = {platform: box.currentData() for platform, box in self.answers.items()}
        return {platform: Reach(value) for platform, value in chosen.items() if value}

    def show_looks(self, looks: Looks, held_back: int = 0) -> None:
        """`held_back` are findings that are not told while nobody has said "this is me"."""
        self._looks, self._held_back = looks, held_back
        self.summary.setText(self._tally())
        self._ask(looks.not_told)
        self._show()

    def show_nothing(self) -> None:
        """Before anything has been read."""
        self.show_looks(Looks())
        self.summary.setText(self.tr("Nothing has been read yet."))

    def forget_answers(self) -> None:
        """Another download: what was said of the accounts before does not hold."""
        for box in self.answers.values():
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)

    # --- the questions ----------------------------------------------------------------------------------------------

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Somebody without an account"), self.tr("A stranger who searches for your name.")),
            (self.tr("A friend of a friend"), self.tr("Somebody who is signed in and knows one of your friends.")),
            (self.tr("A friend"), self.tr("Anybody on your list. Friends can pass on what they see.")),
        )

    def _tally(self) -> str:
        if not self._looks.views:
            return ""
        stranger, other, friend = (number_words(view.count) for view in self._looks.views)
        text = self.tr(
            "Things to see: {stranger} for a stranger, {other} for a friend of a friend, {friend} for a friend."
        )
        return text.format(stranger=stranger, other=other, friend=friend)

    def _ask(self, platforms: tuple[str, ...]) -> None:
        """One question for each site; those that are there stay, so that the keyboard stays where it is."""
        for platform in platforms:
            if platform not in self.answers:
                self._add_question(platform)
        self.asking.setVisible(bool(self.answers))

    def _add_question(self, platform: str) -> None:
        words = self.tr("Who can see your account on {site}?").format(site=platform_words(platform))
        box = ChoiceBox(self.look, words)
        box.addItem(self.tr("I do not know"), "")
        box.addItem(self.tr("Everyone"), Reach.EVERYONE.value)
        box.addItem(self.tr("Friends of friends"), Reach.FRIENDS_OF_FRIENDS.value)
        box.addItem(self.tr("My friends or followers"), Reach.FRIENDS.value)
        box.addItem(self.tr("Only me"), Reach.ONLY_ME.value)
        box.currentIndexChanged.connect(self.said)
        self.answers[platform] = box
        self.asking.column.addWidget(PlainLabel(words))
        row = QHBoxLayout()
        row.addWidget(box)
        row.addStretch(1)
        self.asking.column.addLayout(row)

    # --- what is seen -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self._empty()
        if not self._looks.views:
            return
        view = self._looks.views[self.onlookers.chosen or 0]
        self._add(PlainLabel(self._heading(view), "heading"))
        for site in view.sites:
            self._site(site)
        self._add(self._not_there())
        self._add(Notice(self.look, self._look_yourself(), "soft"))

    def _heading(self, view: View) -> str:
        if not view.count:
            return self.tr("Nothing of what was found. That holds for what was read, and for nothing else.")
        match view.onlooker:
            case Onlooker.STRANGER:
                text = self.tr("What somebody without an account may see: {count}")
            case Onlooker.FRIEND_OF_FRIEND:
                text = self.tr("What a friend of a friend may see: {count}")
            case Onlooker.FRIEND:
                text = self.tr("What a friend may see: {count}")
        return text.format(count=number_words(view.count))

    def _site(self, site: Site) -> None:
        card = Card(self.look)
        card.column.addWidget(PlainLabel(platform_words(site.platform), "heading"))
        for sight in Sight:
            glimpses = [glimpse for glimpse in site.glimpses if glimpse.sight is sight]
            if glimpses:
                card.column.addLayout(self._sight(sight))
            for glimpse in glimpses:
                card.column.addWidget(self._button(glimpse, site.platform))
        self._add(card)

    def _sight(self, sight: Sight) -> QHBoxLayout:
        match sight:
            case Sight.OPEN:
                words = self.tr("Open, as your download or your answer says")
            case Sight.NOT_TOLD:
                words = self.tr("Not told who sees it, so it counts as seen")
            case Sight.PERHAPS:
                words = self.tr("Perhaps: only a hint, or only for some friends")
        row = QHBoxLayout()
        row.setSpacing(self.look.em(0.5))
        row.addWidget(IconLabel(self.look, *_SIGHT_ICONS[sight], times=1.0), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(words, "strong"), 1)
        return row

    def _button(self, glimpse: Glimpse, platform: str) -> TextButton:
        words = glimpse.words
        if len(glimpse.findings) > 1:
            words = self.tr("{what} (in {count} findings)").format(what=glimpse.words, count=len(glimpse.findings))
        button = TextButton(self.look, words, "quiet", "forward")
        spoken = self.tr("{what}, on {site}. Show what to fix.")
        button.setAccessibleName(spoken.format(what=words, site=platform_words(platform)))
        button.setProperty("finding", glimpse.findings[0])
        button.clicked.connect(self._wanted)
        self.buttons.append(button)
        return button

    def _not_there(self) -> QWidget:
        """What no onlooker gets to see is counted, so that it is not missed."""
        looks = self._looks
        lines = [
            (looks.in_chats, self.tr("Seen only by those who took part in a conversation: {count}")),
            (looks.inside, self.tr("Kept inside the account, such as settings and contacts: {count}")),
            (looks.only_me, self.tr("For you alone, as things stand: {count}")),
        ]
        card = Card(self.look)
        card.column.addWidget(PlainLabel(self.tr("Found, and not on show"), "heading"))
        if self._held_back:
            lines.append((self._held_back, self.tr("Held back until it is known whose download this is: {count}")))
        for count, text in lines:
            card.column.addWidget(PlainLabel(text.format(count=number_words(count)), "muted"))
        return card

    def _look_yourself(self) -> str:
        return self.tr(
            "Sites change what they show to people who are not signed in. To see for yourself, open your profile in a "
            "private window of your browser without signing in. What friends share or tag goes further: to their "
            "friends."
        )

    def _wanted(self) -> None:
        self.finding_wanted.emit(self.sender().property("finding"))

    def _add(self, widget: QWidget) -> None:
        self.column.addWidget(widget)
        self._shown.append(widget)

    def _empty(self) -> None:
        for widget in self._shown:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown, self.buttons = [], []
