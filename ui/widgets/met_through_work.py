"""After "met through work": what the guidance asks, whom to ask, and the way on, with safeguarding before all else."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privacy_audit.folding import escape_hidden
from privacy_audit.own_facts import Answer
from privacy_audit.remedies import Remedy
from ui.look import Look
from ui.models.detail import Cited
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, ChoiceGroup, Notice
from ui.widgets.clause_block import ClauseBlock
from ui.widgets.labels import PlainLabel
from ui.widgets.step_row import beside
from ui.widgets.topic_card import TopicCard

_PERHAPS, _NO = 0, 1


@dataclass(frozen=True, slots=True, repr=False)
class Guided:
    """What is shown about one person. `platforms` are the steps on each site where they appear."""

    name: str
    clauses: tuple[Cited, ...]
    platforms: tuple[Remedy, ...]
    safeguarding: Remedy


class MetThroughWork(Card):
    """The steps come after the question whether this may be a child, or somebody vulnerable."""

    gone_on = Signal()
    undone = Signal()
    question_wanted = Signal()
    link_wanted = Signal(str)
    copied = Signal(str)

    def __init__(self, look: Look, guided: Guided, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(look, "true", parent)
        self._look, self._guided, self._answer = look, guided, answer
        self.cards: tuple[TopicCard, ...] = ()
        name = escape_hidden(guided.name)
        self.column.addWidget(PlainLabel(self.tr("{name}: met through work").format(name=name), "heading"))
        self.column.addWidget(Notice(look, self.whom_to_ask()))
        self.column.addWidget(PlainLabel(self.tr("What the guidance says"), "strong"))
        for clause in guided.clauses:
            self.column.addWidget(ClauseBlock(look, clause))
        self.column.addWidget(PlainLabel(self.tr("Could this be a child, or somebody vulnerable?"), "strong"))
        self.choices = ChoiceGroup(
            look,
            (
                (self.tr("Yes, or perhaps"), self.tr("You see whom to tell, before anything else.")),
                (self.tr("No"), self.tr("You see the steps for each site.")),
            ),
        )
        self.choices.changed.connect(self._show_steps)
        self.column.addWidget(self.choices)
        self._steps = QWidget()
        self._steps.setObjectName("plain")
        self._column = QVBoxLayout(self._steps)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.em(0.6))
        self.column.addWidget(self._steps)
        self.go_on = TextButton(look, self.tr("Go on with the next person"), "primary", "forward")
        self.go_on.clicked.connect(self.gone_on)
        undo = TextButton(look, self.tr("Undo this answer"), "quiet", "undo")
        undo.clicked.connect(self.undone)
        self.column.addWidget(beside(look, self.go_on, undo))

    def show_answer(self, answer: Answer) -> None:
        """The evidence question has been answered: what stands open is ordered anew."""
        self._answer = answer
        for card in self.cards:
            if card.unfolded:
                card.unfold(answer)

    def whom_to_ask(self) -> str:
        return self.tr(
            "If in doubt, talk to your manager or professional standards: some friendships should be declared, not "
            "hidden. Your union or staff association can advise you independently. Nothing has to be ended today."
        )

    def _show_steps(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        guided, perhaps = self._guided, self.choices.chosen == _PERHAPS
        self.cards = tuple(
            TopicCard(self._look, remedy) for remedy in ((guided.safeguarding,) if perhaps else guided.platforms)
        )
        for card in self.cards:
            card.link_wanted.connect(self.link_wanted)
            card.copied.connect(self.copied)
            card.unfolding.connect(self._unfold)
            self._column.addWidget(card)
        if perhaps:
            self.cards[0].unfold(self._answer)  # whom to tell waits for no question: nothing in it takes anything away

    def _unfold(self, card: TopicCard) -> None:
        if self._answer is Answer.NOT_ASKED and card.topic.id != self._guided.safeguarding.id:
            self.question_wanted.emit()
        else:
            card.unfold(self._answer)
