"""Light or dark, and how large the words are: on the first page and in the settings."""

from PySide6.QtWidgets import QWidget

from ui.look import SCALES, Look, Theme
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel


class AppearanceRow(QWidget):
    """Two drop-down lists that follow the look wherever else it is changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._look = look
        self.theme = ChoiceBox(look, self.tr("Colours"))
        names = {
            Theme.SYSTEM: self.tr("As on this computer"),
            Theme.LIGHT: self.tr("Light"),
            Theme.DARK: self.tr("Dark"),
        }
        for theme, words in names.items():
            self.theme.addItem(words, theme)
        self.scale = ChoiceBox(look, self.tr("Text size"))
        for scale in SCALES:
            self.scale.addItem(self.tr("{percent} %").format(percent=scale), scale)
        flow = FlowLayout(look.em(0.7), parent=self)
        for label, box in ((self.tr("Colours"), self.theme), (self.tr("Text size"), self.scale)):
            name = PlainLabel(label, wraps=False)
            name.setBuddy(box)
            flow.addWidget(name)
            flow.addWidget(box)
        self.theme.activated.connect(self._theme_chosen)
        self.scale.activated.connect(self._scale_chosen)
        look.changed.connect(self._follow)
        self._follow()

    def _theme_chosen(self) -> None:
        self._look.set_theme(self.theme.currentData())

    def _scale_chosen(self) -> None:
        self._look.set_scale(self.scale.currentData())

    def _follow(self) -> None:
        self.theme.setCurrentIndex(self.theme.findData(self._look.theme))
        self.scale.setCurrentIndex(self.scale.findData(self._look.scale))
