"""The private review of people: one card at a time, by keys or buttons, in batches that one may stop after."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from privacy_audit.own_facts import Answer
from privacy_audit.people.acquaintance import Acquaintance
from privacy_audit.people.reviewing import Outcome, Tally
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.met_through_work import Guided, MetThroughWork
from ui.widgets.name_field import NameField
from ui.widgets.person_card import PersonCard
from ui.widgets.scrolling import Page
from ui.widgets.step_row import beside
from ui.wording import number_words

_KEYS = {
    Qt.Key.Key_1: Outcome.KNOWN,
    Qt.Key.Key_2: Outcome.WORK,
    Qt.Key.Key_3: Outcome.NOT_SURE,
    Qt.Key.Key_Space: Outcome.SKIPPED,
}


class Standing(Enum):
    """What the page shows below its head."""

    NOTHING = "nothing to look at"
    CARD = "a person"
    WORK = "somebody met through work"
    STOPPED = "between batches, or paused"
    END = "everybody was looked at"


class PeopleReviewPage(Page):
    """Knows one person at a time. Single keys are asked of the look each time, so that switching them off holds."""

    answered = Signal(object)  # an Outcome
    undone = Signal()
    rest_known = Signal()
    paused = Signal()
    gone_on = Signal()
    skipped_wanted = Signal()
    parted = Signal()
    searched = Signal(str)
    named = Signal(str)
    left = Signal()
    question_wanted = Signal()
    link_wanted = Signal(str)
    copied = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("People"), parent)
        self.standing = Standing.NOTHING
        self.setAcceptDrops(True)  # only to say why not
        self._head()
        self.card = PersonCard(look)
        self.card.parted.connect(self.parted)
        self.column.addWidget(self.card)
        self._answers()
        self.work: MetThroughWork | None = None
        self._stop()
        self._tools()
        self.names = NameField(look)
        self.names.entered.connect(self.named)
        self.column.addWidget(self.names)
        self.show_nothing("")

    def first_focus(self) -> QWidget | None:
        match self.standing:
            case Standing.CARD:
                return self.card
            case Standing.WORK if self.work is not None:
                return self.work.go_on
            case Standing.STOPPED:
                return self.go_on
            case Standing.END if not self.again.isHidden():
                return self.again
            case Standing.END:
                return self.done
            case _:
                return None

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_nothing(self, why: str) -> None:
        self._say_head(why)
        self._turn(Standing.NOTHING)

    def show_person(self, person: Acquaintance, outcome: Outcome | None) -> None:
        answered = self.tr("Your answer so far: {answer}.").format(answer=self._outcome(outcome)) if outcome else ""
        self.card.show_person(person, answered)
        self._turn(Standing.CARD)
        self._announce(self.card.accessibleName())

    def show_work(self, guided: Guided, answer: Answer) -> None:
        self._drop_work()
        work = self.work = MetThroughWork(self.look, guided, answer)
        work.gone_on.connect(self.gone_on)
        work.undone.connect(self.undone)
        work.question_wanted.connect(self.question_wanted)
        work.link_wanted.connect(self.link_wanted)
        work.copied.connect(self.copied)
        self.column.insertWidget(self.column.indexOf(self.card), work)
        self._turn(Standing.WORK)
        self._announce(work.whom_to_ask())

    def show_stop(self, words: str) -> None:
        self.stop_words.setText(words)
        self._turn(Standing.STOPPED)
        self._announce(words)

    def show_end(self, words: str) -> None:
        self.stop_words.setText(words)
        self._turn(Standing.END)
        self._announce(words)

    def show_tally(self, tally: Tally, *, may_undo: bool) -> None:
        text = self.tr("Looked at {done} of {total}. Skipped: {skipped}. Still open: {left}.")
        self.progress.setText(
            text.format(
                done=number_words(tally.answered),
                total=number_words(tally.total),
                skipped=number_words(tally.skipped),
                left=number_words(tally.left),
            )
        )
        self.undo.setEnabled(may_undo)
        self.again.setVisible(tally.skipped > 0)
        rest = self.tr("I know all {count} who are left personally").format(count=number_words(tally.left))
        self.rest.say(rest)
        self.rest.setVisible(tally.left > 0 and self.standing in {Standing.CARD, Standing.STOPPED})
        self.progress.setVisible(self.standing is not Standing.NOTHING)

    def say(self, text: str) -> None:
        """What just happened, or how many were found."""
        self.said.setText(text)
        self.said.setVisible(bool(text))
        if text:
            self._announce(text)

    def focus_card(self) -> None:
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- its parts ----------------------------------------------------------------------------------------------------

    def _head(self) -> None:
        self.lead = PlainLabel("")
        self.column.addWidget(self.lead)
        self.progress = PlainLabel("", "strong")
        self.column.addWidget(self.progress)
        self.said = PlainLabel("", "muted")
        self.said.hide()
        self.column.addWidget(self.said)

    def _say_head(self, why: str) -> None:
        self.lead.setText(
            why
            or self.tr(
                "Only you see this, and only you can tell how you met. You may stop at any time and need not finish. "
                "Whoever may come from work stands first. Answers are kept without names, if you keep anything."
            )
        )

    def _answers(self) -> None:
        words = {
            Outcome.KNOWN: self.tr("1  I know them personally"),
            Outcome.WORK: self.tr("2  Met through work"),
            Outcome.NOT_SURE: self.tr("3  Not sure"),
            Outcome.SKIPPED: self.tr("Skip"),
        }
        self.choices = {outcome: TextButton(self.look, text) for outcome, text in words.items()}
        for outcome, button in self.choices.items():
            button.setProperty("outcome", outcome.name)
            button.setAccessibleName(words[outcome].lstrip("123 "))
            button.clicked.connect(self._pressed)
        self._choice_row = beside(self.look, *self.choices.values())
        self.column.addWidget(self._choice_row)
        self.keys = PlainLabel("", "small")
        self.column.addWidget(self.keys)

    def _stop(self) -> None:
        self.stop = Card(self.look, "soft")
        self.stop_words = PlainLabel("", "heading")
        self.stop.column.addWidget(self.stop_words)
        self.go_on = TextButton(self.look, self.tr("Go on"), "primary", "forward")
        self.go_on.clicked.connect(self.gone_on)
        self.again = TextButton(self.look, self.tr("Look at the skipped ones again"), "", "undo")
        self.again.clicked.connect(self.skipped_wanted)
        self.done = TextButton(self.look, self.tr("Done for now"), "", "check")
        self.done.clicked.connect(self.left)
        self.stop.column.addWidget(beside(self.look, self.go_on, self.again, self.done))
        self.column.addWidget(self.stop)

    def _tools(self) -> None:
        self.undo = TextButton(self.look, self.tr("Undo"), "quiet", "undo")
        self.undo.clicked.connect(self.undone)
        self.pause = TextButton(self.look, self.tr("Pause"), "quiet", "later")
        self.pause.clicked.connect(self.paused)
        self.rest = TextButton(self.look, "", "quiet", "ok")
        self.rest.clicked.connect(self.rest_known)
        self.tools = beside(self.look, self.undo, self.pause, self.rest)
        self.column.addWidget(self.tools)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search for a name, and press Return"))
        self.search.setAccessibleName(self.tr("Search for a name"))
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self.search.returnPressed.connect(self._search)
        self.column.addWidget(self.search)

    def _turn(self, standing: Standing) -> None:
        self.standing = standing
        if standing is not Standing.WORK:
            self._drop_work()
        if standing is not Standing.NOTHING:
            self._say_head("")
        on_card, stopped = standing is Standing.CARD, standing in {Standing.STOPPED, Standing.END}
        for widget in (self.card, self._choice_row, self.keys, self.pause):
            widget.setVisible(on_card)
        self.keys.setVisible(on_card and self.look.single_keys)
        self.keys.setText(
            self.tr("Keys: 1, 2, 3, Space to skip, U to undo, / to search, Esc to pause. Settings can switch them off.")
        )
        self.stop.setVisible(stopped)
        self.go_on.setVisible(standing is Standing.STOPPED)
        there = standing is not Standing.NOTHING
        self.tools.setVisible(there and standing is not Standing.WORK)
        self.search.setVisible(there)
        self.names.setVisible(there)

    def _drop_work(self) -> None:
        if self.work is not None:
            self.column.removeWidget(self.work)
            self.work.hide()
            self.work.deleteLater()
            self.work = None

    # --- keys, and what is dropped ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Only keys that no field and no button under the keyboard has taken come here."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
            event.ignore()  # the window counts it too: twice is the way out
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.search.setFocus()
        elif not self._single_key(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Whatever it is: it is not looked at."""
        event.acceptProposedAction()
        self.names.refuse_list()

    def _single_key(self, event: QKeyEvent) -> bool:
        if not self.look.single_keys or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key in _KEYS and self.standing is Standing.CARD:
            self.answered.emit(_KEYS[key])
        elif key == Qt.Key.Key_U and self.standing is not Standing.NOTHING:
            self.undone.emit()
        elif event.text() == "/" and self.standing is not Standing.NOTHING:
            self.search.setFocus()
        else:
            return False
        return True

    def _escape(self) -> None:
        if self.search.hasFocus() or self.names.edit.hasFocus():
            self.focus_card()
        elif self.standing is Standing.CARD:
            self.paused.emit()

    def _pressed(self) -> None:
        self.answered.emit(Outcome[str(self.sender().property("outcome"))])

    def _search(self) -> None:
        self.searched.emit(self.search.text())

    # --- words --------------------------------------------------------------------------------------------------------

    def _outcome(self, outcome: Outcome) -> str:
        match outcome:
            case Outcome.KNOWN:
                return self.tr("you know them personally")
            case Outcome.WORK:
                return self.tr("met through work")
            case Outcome.NOT_SURE:
                return self.tr("not sure")
            case Outcome.SKIPPED:
                return self.tr("skipped")

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
