"""The internet: shut unless the user asks; what would leave is shown first, and everything that left is listed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from privacy_audit.gateway import Entry, EntryKind
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import number_words

_SHOWN = 20  # entries of the ledger in sight, the newest first


class InternetPage(Page):
    previewed = Signal(str)  # a password; it is held in the field alone
    agreed = Signal()
    declined = Signal()
    ledger_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("The internet"), parent)
        promise = self.tr(
            "This program never speaks to the internet by itself, and nothing of your download ever leaves this "
            "computer. There is one thing that you can ask of it here. You see the exact words first, and nothing "
            "leaves before you say yes to them."
        )
        self.column.addWidget(Notice(look, promise, "soft"))
        self.told = Notice(look, "", "notice")
        self.told.hide()
        self.column.addWidget(self.told)
        self.column.addWidget(self._password())
        self.column.addWidget(self._shown_first())
        self.column.addWidget(self._newer())
        self.column.addWidget(self._ledger())
        self.show_entries(())

    def show_request(self, text: str, host: str) -> None:
        """The exact words that would leave, and where they would go; empty: nothing is waiting for a yes."""
        self.request.setVisible(bool(text))
        self.words.setText(text.replace("\r\n", "\n").strip())
        where = self.tr("To {host}, encrypted on the way. {count} characters, and nothing else.")
        self.where.setText(where.format(host=host, count=number_words(len(text))))
        if text:
            self.yes.setFocus()

    def show_sending(self, *, on: bool) -> None:
        self.password.setDisabled(on)
        self.look_first.setDisabled(on)

    def say(self, sentence: str) -> None:
        self.told.say(sentence)
        if sentence:
            self.area.verticalScrollBar().setValue(0)

    def forget_password(self) -> None:
        self.password.clear()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        newest = entries[::-1]
        lines = [self._entry(entry) for entry in newest[:_SHOWN]]
        if len(newest) > _SHOWN:
            lines.append(self.tr("and {count} earlier ones").format(count=number_words(len(newest) - _SHOWN)))
        self.entries.setText("\n".join(lines) or self.tr("Nothing has left this computer."))
        self.save.setEnabled(bool(entries))

    def first_focus(self) -> QWidget | None:
        return self.password

    def _password(self) -> Card:
        card = Card(self.look)
        card.column.addWidget(PlainLabel(self.tr("Has a password of mine been stolen somewhere?"), "heading"))
        meaning = self.tr(
            "The service Have I Been Pwned keeps lists of stolen passwords. Five characters of a fingerprint of yours "
            "are sent, which hundreds of other passwords share; the rest is compared here. The password itself does "
            "not leave, and is not kept."
        )
        card.column.addWidget(PlainLabel(meaning, "muted"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("The password to look up"))
        self.password.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        card.column.addWidget(self.password)
        self.look_first = TextButton(self.look, self.tr("Show what would leave"), "primary", "forward")
        self.look_first.setEnabled(False)
        card.column.addWidget(self._row(self.look_first))
        self.password.textChanged.connect(self._typed)
        self.password.returnPressed.connect(self._preview)
        self.look_first.clicked.connect(self._preview)
        return card

    def _shown_first(self) -> Card:
        card = self.request = Card(self.look, "warning")
        card.column.addWidget(PlainLabel(self.tr("These words would leave this computer"), "heading"))
        quote = Card(self.look, "quote")
        self.words = PlainLabel("")
        quote.column.addWidget(self.words)
        card.column.addWidget(quote)
        self.where = PlainLabel("", "muted")
        card.column.addWidget(self.where)
        self.yes = TextButton(self.look, self.tr("Yes, send these words"), "primary", "check")
        self.no = TextButton(self.look, self.tr("No"), "", "close")
        card.column.addWidget(self._row(self.yes, self.no))
        self.yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self.declined)
        card.hide()
        return card

    def _newer(self) -> Card:
        card = Card(self.look)
        card.column.addWidget(PlainLabel(self.tr("Newer guidance and steps"), "heading"))
        text = self.tr(
            "They come as a file that you choose under Guidance, signed by whoever made it. Nothing is fetched: this "
            "program holds no address for that."
        )
        card.column.addWidget(PlainLabel(text))
        return card

    def _ledger(self) -> Card:
        card = Card(self.look)
        card.column.addWidget(PlainLabel(self.tr("What has left this computer"), "heading"))
        self.entries = PlainLabel("")
        card.column.addWidget(self.entries)
        self.save = TextButton(self.look, self.tr("Save this list"), "", "file")
        card.column.addWidget(self._row(self.save))
        self.save.clicked.connect(self.ledger_wanted)
        return card

    def _entry(self, entry: Entry) -> str:
        at = entry.at.replace("T", " ")
        match entry.kind:
            case EntryKind.ASKED:
                text = self.tr("{at}: {sent} characters to {host}: {first}")
                first = entry.text.partition("\r\n")[0]
                return text.format(at=at, sent=number_words(entry.sent), host=entry.host, first=first)
            case EntryKind.ANSWERED:
                text = self.tr("{at}: {received} characters came back from {host}")
                return text.format(at=at, received=number_words(entry.received), host=entry.host)
            case EntryKind.REFUSED:
                text = self.tr("{at}: the answer of {host} was not taken: {why}")
                return text.format(at=at, host=entry.host, why=entry.text)

    def _row(self, *buttons: TextButton) -> QWidget:
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(self.look.em(0.7), parent=row)
        for button in buttons:
            flow.addWidget(button)
        return row

    def _typed(self, text: str) -> None:
        self.look_first.setEnabled(bool(text))
        if not self.request.isHidden():
            self.declined.emit()  # the words shown belong to another password

    def _preview(self) -> None:
        if self.password.text():
            self.previewed.emit(self.password.text())
