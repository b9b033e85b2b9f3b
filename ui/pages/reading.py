"""How far the reading has come, in stages and counts, with a way to stop."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from privacy_audit.events import Progressed, Stage
from ui.look import Look
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import IconLabel
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import category_words, number_words, stage_words

_STEPS = 1000
_STAGES = (Stage.OPENING, Stage.READING, Stage.JOINING)  # the second look goes on beside what was found


class ReadingPage(Page):
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Reading your download"), parent)
        self.column.addWidget(
            PlainLabel(self.tr("It is read where it lies. Nothing is copied, sent or changed."), "muted")
        )
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much has been read"))
        self.percent = PlainLabel("", "strong")
        self.column.addWidget(self.bar)
        self.column.addWidget(self.percent)
        card = Card(look)
        self._stages: dict[Stage, tuple[IconLabel, PlainLabel]] = {}
        for stage in _STAGES:
            line = QHBoxLayout()
            line.setSpacing(look.em(0.6))
            mark, words = IconLabel(look, "later", "muted"), PlainLabel(stage_words(stage), "muted")
            line.addWidget(mark)
            line.addWidget(words, 1)
            card.column.addLayout(line)
            self._stages[stage] = (mark, words)
        self.column.addWidget(card)
        self.counts = PlainLabel("", "muted")
        self.found = PlainLabel("", "strong")
        self.column.addWidget(self.counts)
        self.column.addWidget(self.found)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(look.em(0.7), parent=row)
        self.cancel = TextButton(look, self.tr("Stop reading"), "", "close")
        flow.addWidget(self.cancel)
        self.column.addWidget(row)
        self.cancel.clicked.connect(self._stop)
        self._stage: Stage | None = None

    def start(self) -> None:
        self.cancel.setEnabled(True)
        self.cancel.say(self.tr("Stop reading"))
        self._stage = None
        self.bar.setValue(0)
        self.percent.setText("")
        self.counts.setText("")
        self.found.setText("")
        self._show_stage(Stage.OPENING)

    def show_progress(self, progress: Progressed) -> None:
        total = max(progress.total, 1)
        share = min(progress.done / total, 1.0) if progress.stage is not Stage.OPENING else 0.0
        self.bar.setValue(round(share * _STEPS))
        self.percent.setText(self.tr("{percent} % read").format(percent=round(share * 100)))
        parts = (category_words(name, count) for name, count in progress.counts.items() if count)
        text = ", ".join(parts)
        self.counts.setText(self.tr("Read so far: {what}.").format(what=text) if text else "")
        if progress.findings:
            count = number_words(progress.findings)
            self.found.setText(self.tr("Things to look at so far: {count}").format(count=count))
        self._show_stage(progress.stage)

    def show_motion(self, on: bool) -> None:
        """Without movement only the numbers change."""
        self.bar.setVisible(on)

    def first_focus(self) -> QWidget | None:
        return self.cancel

    def _show_stage(self, now: Stage) -> None:
        if now is self._stage or now not in _STAGES:
            return
        self._stage = now
        for stage, (mark, words) in self._stages.items():
            gone, here = _STAGES.index(stage) < _STAGES.index(now), stage is now
            mark.show_icon(
                "ok" if gone else "forward" if here else "later", "ok" if gone else "accent" if here else "muted"
            )
            words.setProperty("role", "strong" if here else "muted")
            words.tone("")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, stage_words(now)))

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel.say(self.tr("Stopping"))
        self.cancelled.emit()
