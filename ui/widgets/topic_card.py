"""A remedy as a card whose steps fold out, in the order that the answer to the evidence question asks for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privacy_audit.own_facts import Answer
from privacy_audit.remedies import Mark, Remedy, steps_under
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.labels import PlainLabel
from ui.widgets.step_row import StepRow, beside
from ui.wording import date_words


class TopicCard(Card):
    unfolding = Signal(object)
    link_wanted = Signal(str)
    copied = Signal(str)

    def __init__(self, look: Look, topic: Remedy, parent: QWidget | None = None) -> None:
        super().__init__(look, "true", parent)
        self._look, self.topic, self.unfolded = look, topic, False
        self.column.addWidget(PlainLabel(topic.title, "heading"))
        self.column.addWidget(PlainLabel(topic.note))
        self.button = TextButton(look, "", "quiet", "open")
        self.button.clicked.connect(self._pressed)
        self.column.addWidget(beside(look, self.button))
        self._steps: QWidget | None = None
        self._name()

    def unfold(self, answer: Answer) -> None:
        self._clear()
        self.unfolded = True
        self._steps = QWidget()
        self._steps.setObjectName("plain")
        column = QVBoxLayout(self._steps)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.em(0.5))
        steps = steps_under(self.topic, answer)
        if answer is not Answer.NO and any(step.kind.takes_away for step in steps):
            sentence = self.tr("You said that there is, or might be, a case. So nothing is taken down at first.")
            column.addWidget(Notice(self._look, sentence, "warning"))
        for number, step in enumerate(steps, start=1):
            row = StepRow(self._look, number, step)
            row.link_wanted.connect(self.link_wanted)
            row.copied.connect(self.copied)
            column.addWidget(row)
        column.addWidget(PlainLabel(self._known_from(), "small"))
        self.column.addWidget(self._steps)
        self._name()

    def fold(self) -> None:
        self._clear()
        self.unfolded = False
        self._name()

    def _pressed(self) -> None:
        if self.unfolded:
            self.fold()
        else:
            self.unfolding.emit(self)

    def _clear(self) -> None:
        if self._steps is not None:
            self.column.removeWidget(self._steps)
            self._steps.hide()
            self._steps.deleteLater()
            self._steps = None

    def _name(self) -> None:
        minutes = self.tr("Show the steps (about {minutes} min)").format(minutes=self.topic.minutes)
        words = self.tr("Hide the steps") if self.unfolded else minutes
        self.button.say(words)
        self.button.setAccessibleName(self.tr("{topic}: {action}").format(topic=self.topic.title, action=words))

    def _known_from(self) -> str:
        """Where the steps come from and when, so that nobody takes a moved form for a mistake of their own."""
        match self.topic.mark:
            case Mark.READ:
                source = self.tr("Read on the official page")
            case Mark.SECOND_HAND:
                source = self.tr("Read in a public source of others")
            case Mark.UNVERIFIED:
                source = self.tr("From general knowledge, not checked on the page itself")
        text = self.tr("{source}; last looked at on {day}. Forms move and rules change: what you find may differ.")
        return text.format(source=source, day=date_words(self.topic.checked_on))
