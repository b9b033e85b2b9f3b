"""What stands about the user beyond their own accounts: registers, directories, searches, and the steps for each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.own_facts import Answer
from privacy_audit.remedies import Remedy
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.widgets.step_row import beside
from ui.widgets.topic_card import TopicCard


class BeyondPage(Page):
    """One card a topic; its steps fold out. Before the first, the evidence question is asked, as for any fix."""

    question_wanted = Signal()
    link_wanted = Signal(str)
    copied = Signal(str)

    def __init__(self, look: Look, topics: tuple[Remedy, ...], parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Beyond your accounts"), parent)
        lead = self.tr(
            "No download tells what others hold about you. These are the places where people look first, and what you "
            "can do about each. This program visits none of them: a link opens in your browser when you press it."
        )
        self.column.addWidget(PlainLabel(lead))
        self._answer = Answer.NOT_ASKED
        self.topics = tuple(TopicCard(look, topic) for topic in topics)
        for card in self.topics:
            card.unfolding.connect(self._unfold)
            card.link_wanted.connect(self.link_wanted)
            card.copied.connect(self.copied)
            self.column.addWidget(card)
        ask = TextButton(look, self.tr("Change my answer about a case"), "quiet", "scales")
        ask.clicked.connect(self.question_wanted)
        self.column.addWidget(beside(look, ask))

    def first_focus(self) -> QWidget | None:
        return self.topics[0].button if self.topics else None

    def show_answer(self, answer: Answer) -> None:
        """The order of the steps follows the answer; what stands open is shown anew."""
        self._answer = answer
        for card in self.topics:
            if card.unfolded:
                card.unfold(answer)

    def _unfold(self, card: TopicCard) -> None:
        if self._answer is Answer.NOT_ASKED:
            self.question_wanted.emit()
        else:
            card.unfold(self._answer)
