"""A dialog that hands the quick exit's key on to its window: a shortcut of the window does not reach into a dialog."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog


class LeavableDialog(QDialog):
    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        above = self.parentWidget()
        if event.key() == Qt.Key.Key_F12 and above is not None:
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(above.window(), key)
            return
        super().keyPressEvent(event)
