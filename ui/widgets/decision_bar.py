"""What the user does with a finding: done, remind me, not a problem, undo; the two that ask more open a line below."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from privacy_audit.decisions import Decision, DecisionKind
from privacy_audit.words import Words
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.wording import decision_words


class DecisionBar(QWidget):
    """`decided` carries (kind, days until the reminder, the user's reason); `reopened` takes a decision back."""

    decided = Signal(object, int, str)
    reopened = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._look = look
        self.state = PlainLabel("", "strong")
        self.done = TextButton(look, self.tr("I have done this"), "primary", "check")
        self.remind = TextButton(look, self.tr("Remind me"), "", "later")
        self.fine = TextButton(look, self.tr("Not a problem"))
        self.reopen = TextButton(look, self.tr("Put it back on the list"), "", "undo")
        self._row = self._flow(self.done, self.remind, self.fine, self.reopen)
        self.when = tuple(
            TextButton(look, words) for words in (self.tr("Tomorrow"), self.tr("In a week"), self.tr("In a month"))
        )
        self._when_back = TextButton(look, self.tr("Back"), "quiet", "back")
        self._when_row = self._flow(PlainLabel(self.tr("When?"), "strong"), *self.when, self._when_back)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Why it is not a problem, if you like"))
        self.reason.setPlaceholderText(self.tr("Why not? You may leave this empty."))
        self.confirm = TextButton(look, self.tr("Mark as not a problem"), "primary")
        self._reason_back = TextButton(look, self.tr("Back"), "quiet", "back")
        self._reason_row = QWidget()
        self._reason_row.setObjectName("plain")
        column = QVBoxLayout(self._reason_row)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.reason)
        column.addWidget(self._flow(self.confirm, self._reason_back))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.em(0.4))
        for widget in (self.state, self._row, self._when_row, self._reason_row):
            whole.addWidget(widget)
        self._connect()
        self.show_decision(None)

    def show_decision(self, decision: Decision | None) -> None:
        self._ask(None)
        for button in (self.done, self.remind, self.fine):
            button.setVisible(decision is None or not decision.sorted_out)
        self.reopen.setVisible(decision is not None)
        self.state.setVisible(decision is not None)
        self.reason.clear()
        if decision is not None:
            self.state.setText(_state_words(decision))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the keyboard can stop at, in reading order."""
        first = (self.done, self.remind, self.fine, self.reopen)
        return (*first, *self.when, self._when_back, self.reason, self.confirm, self._reason_back)

    def ask_when(self) -> None:
        self._ask(self._when_row)
        self.when[0].setFocus()

    def ask_reason(self) -> None:
        self._ask(self._reason_row)
        self.reason.setFocus()

    def _connect(self) -> None:
        self.done.clicked.connect(self._mark_done)
        self.remind.clicked.connect(self.ask_when)
        self.fine.clicked.connect(self.ask_reason)
        self.reopen.clicked.connect(self.reopened)
        self._when_back.clicked.connect(self._back)
        self._reason_back.clicked.connect(self._back)
        self.confirm.clicked.connect(self._mark_fine)
        self.reason.returnPressed.connect(self._mark_fine)
        for button in self.when:
            button.clicked.connect(self._mark_later)

    def _flow(self, *widgets: QWidget) -> QWidget:
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(self._look.em(0.6), parent=row)
        for widget in widgets:
            flow.addWidget(widget)
        return row

    def _ask(self, question: QWidget | None) -> None:
        self._row.setVisible(question is None)
        self._when_row.setVisible(question is self._when_row)
        self._reason_row.setVisible(question is self._reason_row)

    def _back(self) -> None:
        was_reason = self._reason_row.isVisible()
        self._ask(None)
        (self.fine if was_reason else self.remind).setFocus()

    def _mark_done(self) -> None:
        self.decided.emit(DecisionKind.DONE, 0, "")

    def _mark_fine(self) -> None:
        self.decided.emit(DecisionKind.NOT_A_PROBLEM, 0, self.reason.text().strip())

    def _mark_later(self) -> None:
        days = (1, 7, 30)[next(place for place, button in enumerate(self.when) if button is self.sender())]
        self.decided.emit(DecisionKind.REMIND, days, "")


def decision_from(kind: DecisionKind, days: int, reason: str, today: date) -> Decision:
    """The decision that the bar's signal stands for."""
    remind_on = today + timedelta(days=days) if kind is DecisionKind.REMIND else None
    return Decision(kind, today, remind_on, Words(reason))


def _state_words(decision: Decision) -> str:
    words = decision_words(decision)
    return f"{words}: {decision.reason.reveal()}" if decision.reason else words
