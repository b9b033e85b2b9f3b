"""A field for one name from memory: whatever holds more than a name, or is a file, is refused and not kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from privacy_audit.people.from_memory import Refusal, one_name
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.labels import PlainLabel
from ui.widgets.step_row import beside


class NameField(Card):
    """`entered` carries the name once; the field is empty again by then."""

    entered = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "soft", parent)
        self._typed = 0
        label = self.tr("A name that you remember from work")
        self.column.addWidget(PlainLabel(label, "strong"))
        why = self.tr(
            "Type one name, from memory, and those who are called like it come up next. It is looked for and let go: "
            "it is never saved. Twenty at most in a sitting."
        )
        self.column.addWidget(PlainLabel(why, "muted"))
        self.edit = QLineEdit()
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(why)
        self.edit.setAcceptDrops(False)  # what is dropped goes to the page, which says why not
        self.column.addWidget(self.edit)
        self.look_for = TextButton(look, self.tr("Look for this name"), "", "search")
        self.column.addWidget(beside(look, self.look_for))
        self.notice = Notice(look, "", "warning")
        self.notice.hide()
        self.column.addWidget(self.notice)
        self.edit.textChanged.connect(self._watch)
        self.edit.returnPressed.connect(self._enter)
        self.look_for.clicked.connect(self._enter)

    def say(self, text: str) -> None:
        self.notice.say(text)

    def refuse_list(self) -> None:
        self._refuse(Refusal.LIST)

    def forget(self) -> None:
        """Another sitting: nothing was typed."""
        self._typed = 0
        self.edit.clear()
        self.say("")

    def _watch(self, text: str) -> None:
        """A list that is pasted is gone before it can be read."""
        if text and one_name(text, 0) is Refusal.LIST:
            self._refuse(Refusal.LIST)

    def _enter(self) -> None:
        taken = one_name(self.edit.text(), self._typed)
        if isinstance(taken, Refusal):
            self._refuse(taken)
            return
        self._typed += 1
        self.edit.clear()
        self.entered.emit(taken)

    def _refuse(self, refusal: Refusal) -> None:
        self.edit.clear()
        match refusal:
            case Refusal.EMPTY:
                self.say(self.tr("There is no name yet. Type one, and press Return."))
            case Refusal.FULL:
                self.say(
                    self.tr("That was the twentieth name, and this sitting takes no more. Go on with the cards below.")
                )
            case Refusal.LIST:
                self.say(
                    self.tr(
                        "Lists and files are not taken here, and nothing of it was kept. Names of people met at work "
                        "belong to work: taking records of them home may break data protection law. Type one name "
                        "that you remember, without commas, or simply go on with the cards."
                    )
                )
