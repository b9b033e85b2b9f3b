"""The question before the first fix: is there a case that any of this could matter to?"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.own_facts import Answer
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import ChoiceGroup
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page

_ANSWERS: Final = (Answer.NO, Answer.YES, Answer.NOT_SURE)


class EvidenceQuestionPage(Page):
    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("One question before anything is changed"), parent)
        question = self.tr(
            "Is there, or might there be, a complaint, misconduct case, investigation, court case or claim that "
            "touches any of this?"
        )
        self.column.addWidget(PlainLabel(question, "heading"))
        why = self.tr(
            "Taking something down can look like destroying evidence, even when it was meant well. Your answer changes "
            "the order of the steps. It stays in memory, is told to nobody, and you can change it at any time."
        )
        self.column.addWidget(PlainLabel(why, "muted"))
        self.choices = ChoiceGroup(
            look,
            (
                (self.tr("No"), self.tr("You see the steps as they are.")),
                (
                    self.tr("Yes"),
                    self.tr("First keep a copy and get independent advice. Nothing is taken down until then."),
                ),
                (self.tr("Not sure"), self.tr("You see the same careful steps as with yes.")),
            ),
        )
        self.column.addWidget(self.choices)
        advice = self.tr(
            "Independent advice: the Police Federation, the Superintendents' Association, the FBU, UNISON, the GMB or "
            "a solicitor."
        )
        self.column.addWidget(PlainLabel(advice, "muted"))
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.go_on = TextButton(look, self.tr("Go on"), "primary", "forward")
        self.go_on.setEnabled(False)
        flow.addWidget(self.go_on)
        self.column.addWidget(row)
        self.choices.changed.connect(self._chosen)
        self.go_on.clicked.connect(self._answer)

    def show_answer(self, answer: Answer) -> None:
        if answer in _ANSWERS:
            self.choices.choose(_ANSWERS.index(answer))
        else:
            self.choices.clear()
            self.go_on.setEnabled(False)

    def first_focus(self) -> QWidget | None:
        return self.choices.cards[self.choices.chosen or 0].radio

    def _chosen(self) -> None:
        self.go_on.setEnabled(True)

    def _answer(self) -> None:
        if self.choices.chosen is not None:
            self.answered.emit(_ANSWERS[self.choices.chosen])
