"""A field for a passphrase: covered, with a tick to look at it; what is typed never leaves it but by a signal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.labels import PlainLabel
from ui.widgets.ticks import TickBox

_LONGEST = 1000


class PassphraseField(QWidget):
    """`entered` comes with Return."""

    entered = Signal()
    changed = Signal()

    def __init__(self, look: Look, label: str, parent: QWidget | None = None, *, can_show: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.edit = QLineEdit()
        self.edit.setAccessibleName(label)
        self.edit.setMaxLength(_LONGEST)
        hints = Qt.InputMethodHint
        self.edit.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase)
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.em(0.35))
        column.addWidget(PlainLabel(label, "strong"))
        column.addWidget(self.edit)
        self.shown = TickBox(look)
        words = self.tr("Show what I type")
        self.shown.setAccessibleName(words)
        row = QHBoxLayout()
        row.setSpacing(look.em(0.5))
        row.addWidget(self.shown)
        row.addWidget(PlainLabel(words, "muted"), 1)
        if can_show:
            column.addLayout(row)
        self._cover()
        self.shown.toggled.connect(self._cover)
        self.edit.returnPressed.connect(self.entered)
        self.edit.textChanged.connect(self.changed)

    @property
    def text(self) -> str:
        return self.edit.text()

    def wipe(self) -> None:
        """Empties it, its way back included."""
        self.edit.clear()
        self.edit.setModified(False)
        self.shown.setChecked(False)

    def follow(self, other: "PassphraseField") -> None:
        """Shows what is typed when the other does."""
        other.shown.toggled.connect(self.shown.setChecked)

    def _cover(self) -> None:
        mode = QLineEdit.EchoMode
        self.edit.setEchoMode(mode.Normal if self.shown.isChecked() else mode.Password)
