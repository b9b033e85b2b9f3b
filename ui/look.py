"""How the window looks: one dictionary of colours for light and one for dark, the text size, and the stylesheet."""

import sys
from collections.abc import Mapping
from enum import Enum
from importlib.resources import files
from string import Template
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

SCALES: Final = (100, 125, 150, 175, 200)

LIGHT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "page": "#F3F5F8",
        "surface": "#FFFFFF",
        "sunk": "#E9EDF3",
        "text": "#16202C",
        "muted": "#465464",
        "line": "#717E8E",
        "hair": "#D3DAE3",
        "accent": "#1D4FA3",
        "accent_text": "#FFFFFF",
        "accent_over": "#163E82",
        "accent_soft": "#E1EAF9",
        "focus": "#B25000",
        "mark": "#FFE9A8",
        "high": "#A8231C",
        "high_soft": "#FCE9E7",
        "medium": "#824600",
        "medium_soft": "#FDF0DD",
        "low": "#2A5782",
        "low_soft": "#E4EEF8",
        "ok": "#1B6237",
        "ok_soft": "#E2F3E8",
    }
)
DARK: Final[Mapping[str, str]] = MappingProxyType(
    {
        "page": "#12171E",
        "surface": "#1B222C",
        "sunk": "#262F3B",
        "text": "#EEF2F7",
        "muted": "#B4C0CE",
        "line": "#8493A4",
        "hair": "#354152",
        "accent": "#8AB6FF",
        "accent_text": "#0B1A30",
        "accent_over": "#A9C9FF",
        "accent_soft": "#22334F",
        "focus": "#FFB454",
        "mark": "#5A4A12",
        "high": "#FF9B92",
        "high_soft": "#43211F",
        "medium": "#FFC46B",
        "medium_soft": "#3F2F16",
        "low": "#9CC7F2",
        "low_soft": "#1D3348",
        "ok": "#86D9A3",
        "ok_soft": "#1B3A28",
    }
)

# (what is drawn, on what, the least contrast): a test computes every pair for both dictionaries
TEXT, SHAPE = 4.5, 3.0
PAIRS: Final = (
    *((ink, ground, TEXT) for ink in ("text", "muted") for ground in ("page", "surface", "sunk", "accent_soft")),
    *((tone, f"{tone}_soft", TEXT) for tone in ("high", "medium", "low", "ok")),
    *(
        (tone, ground, TEXT)
        for tone in ("high", "medium", "low", "ok")
        for ground in ("page", "surface", "accent_soft")
    ),
    *(("text", f"{tone}_soft", TEXT) for tone in ("high", "medium", "low", "ok")),
    ("accent_text", "accent", TEXT),
    ("accent_text", "accent_over", TEXT),
    ("accent", "surface", TEXT),
    ("accent", "page", TEXT),
    ("accent", "accent_soft", TEXT),
    ("text", "mark", TEXT),
    *(("focus", ground, SHAPE) for ground in ("page", "surface", "sunk", "accent_soft")),
    *(("line", ground, SHAPE) for ground in ("page", "surface", "sunk")),
)


_WELL_DRAWN: Final = ("Inter", "Noto Sans")


def _family() -> str:
    """The system's own letters where they are good; on Linux the first well drawn family that is there."""
    own = QGuiApplication.font().family()
    if not sys.platform.startswith("linux"):
        return own
    there = set(QFontDatabase.families())
    return next((family for family in _WELL_DRAWN if family in there), own)


class Theme(Enum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """The colours and sizes in force. Widgets that paint for themselves hold it and repaint on `changed`."""

    changed = Signal()

    def __init__(self, theme: Theme = Theme.SYSTEM, scale: int = 100, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = scale
        self.single_keys = True
        self.motion = True
        self.family = _family()
        self._unit = 0.0  # pixels of one em; measured anew when the text size changes
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def dark(self) -> bool:
        if self.theme is Theme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.theme is Theme.DARK

    @property
    def tokens(self) -> Mapping[str, str]:
        return DARK if self.dark else LIGHT

    @property
    def points(self) -> float:
        return (13.0 if sys.platform == "darwin" else 11.0) * self.scale / 100

    def colour(self, token: str) -> QColor:
        return QColor(self.tokens[token])

    def font(self, times: float = 1.0, *, bold: bool = False) -> QFont:
        font = QFont(QGuiApplication.font())
        font.setFamily(self.family)
        font.setPointSizeF(self.points * times)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def em(self, times: float = 1.0) -> int:
        """So many times the height of a letter in pixels: all sizes that must grow with the text come from here."""
        if not self._unit:
            self._unit = QFontMetricsF(self.font()).height() * 0.85
        return round(self._unit * times)

    def set_theme(self, theme: Theme) -> None:
        if theme is not self.theme:
            self.theme = theme
            self.changed.emit()

    def set_scale(self, scale: int) -> None:
        wanted = min(max(scale, SCALES[0]), SCALES[-1])
        if wanted != self.scale:
            self.scale = wanted
            self._unit = 0.0
            self.changed.emit()

    def larger(self) -> None:
        self.set_scale(next((scale for scale in SCALES if scale > self.scale), self.scale))

    def smaller(self) -> None:
        self.set_scale(next((scale for scale in reversed(SCALES) if scale < self.scale), self.scale))

    def palette(self) -> QPalette:
        """What Fusion draws by itself (ticks, menus, tooltips) takes its colours from here."""
        roles = {
            QPalette.ColorRole.Window: "page",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "sunk",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.PlaceholderText: "muted",
            QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "accent_text",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.ToolTipBase: "surface",
            QPalette.ColorRole.ToolTipText: "text",
        }
        palette = QPalette()
        for role, token in roles.items():
            palette.setColor(role, self.colour(token))
        return palette

    def stylesheet(self) -> str:
        sizes = {
            "family": self.family,
            "points": f"{self.points:.2f}pt",
            "points_title": f"{self.points * 1.75:.2f}pt",
            "points_heading": f"{self.points * 1.18:.2f}pt",
            "points_count": f"{self.points * 1.75:.2f}pt",
            "points_small": f"{self.points * 0.92:.2f}pt",
            "pad": f"{self.em(0.55)}px",
            "pad_small": f"{self.em(0.3)}px",
            "pad_wide": f"{self.em(0.95)}px",
            "tick": f"{self.em(1.05)}px",
            "arrow_room": f"{self.em(1.8)}px",
            "least": f"{max(24, self.em(1.2))}px",
        }
        template = files("ui.resources").joinpath("window.qss").read_text(encoding="utf-8")
        return Template(template).substitute({**self.tokens, **sizes})

    def apply(self, window: QWidget) -> None:
        window.setPalette(self.palette())
        window.setStyleSheet(self.stylesheet())

    def _system_changed(self) -> None:
        if self.theme is Theme.SYSTEM:
            self.changed.emit()
