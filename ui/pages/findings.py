"""The page that lists what was found, lets the user open one finding, fix it and say what became of it."""

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from privacy_audit.decisions import Decision
from ui.look import Look
from ui.models.detail import Detail
from ui.models.findings import FINDING_ROLE, FindingRow, FindingsFilter, FindingsModel
from ui.widgets.buttons import TallyButton, TextButton
from ui.widgets.cards import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.decision_bar import DecisionBar
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import IconLabel
from ui.widgets.keep_strip import KeepStrip
from ui.widgets.labels import PlainLabel
from ui.widgets.lists import FindingDelegate, NamedList
from ui.widgets.scrolling import Area
from ui.widgets.second_look_strip import SecondLookStrip
from ui.widgets.step_row import beside
from ui.wording import Bucket, Topic, bucket_words, topic_words

_STACK_BELOW_EM = 60
_ROWS_ABOVE = 5


class FindingsPage(QWidget):
    """List and detail side by side; under sixty em the list stands above the detail and the page scrolls as one."""

    finding_opened = Signal(str)
    fix_wanted = Signal()
    question_wanted = Signal()
    link_wanted = Signal(str)
    looks_wanted = Signal()
    copied = Signal(str)
    decided = Signal(str, object, int, str)
    reopened = Signal(str)
    undone = Signal()

    def __init__(self, look: Look, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.look, self.model = look, model
        self.filter = FindingsFilter(model, self)
        self.stacked = False
        self._content = QWidget()
        self._content.setObjectName("plain")
        self._column = QVBoxLayout(self._content)
        self._head()
        self._filters()
        self._panels()
        self.area = Area(self.tr("What we found"), self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self._connect()
        self._keys()
        self._measure()
        self.refresh()

    @property
    def current(self) -> str:
        row = self.list.currentIndex().data(FINDING_ROLE)
        return row.finding.id if isinstance(row, FindingRow) else ""

    def arrived(self) -> None:
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_summary(self, text: str) -> None:
        self.summary.setText(text)

    def show_detail(self, detail: Detail | None) -> None:
        self.detail.show_detail(detail)
        decision = detail.row.decision if detail is not None else None
        self.bar.setVisible(detail is not None)
        self.bar.show_decision(decision)
        self.detail_area.verticalScrollBar().setValue(0)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Detail panels are built anew, which puts them last in the order of Tab; they belong before the buttons."""
        inside = [
            widget for widget in self.detail.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        chain = [self.list, self.detail_area, *inside, *self.bar.stops]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def show_undo(self, text: str) -> None:
        """What just happened, with the way back; an empty text hides it."""
        self._undo_words.setText(text)
        self._undo_strip.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def refresh(self) -> None:
        """Counts, topics and the empty state, after the model has changed."""
        counts = self.model.counts()
        for bucket, button in self.tallies.items():
            words = bucket_words(bucket)
            spoken = self.tr("{words}: {count}. Press to show only these.")
            button.show_count(counts[bucket], spoken.format(words=words, count=counts[bucket]))
        chosen = self.topic.currentData()
        self.topic.blockSignals(True)
        self.topic.clear()
        self.topic.addItem(self.tr("All topics"), None)
        for topic in self.model.topics():
            self.topic.addItem(topic_words(topic), topic)
        self.topic.setCurrentIndex(max(0, self.topic.findData(chosen)))
        self.topic.blockSignals(False)
        self._show_whether_empty()
        self._arrange()

    def open_first(self) -> None:
        if self.filter.rowCount():
            self.list.setCurrentIndex(self.filter.index(0, 0))

    def open_finding(self, finding: str) -> None:
        index = self.filter.mapFromSource(self.model.index_of(finding))
        if index.isValid():
            self.list.setCurrentIndex(index)

    def bring_up(self, finding: str) -> None:
        """Opens a finding whatever the list was narrowed to."""
        if not self.filter.mapFromSource(self.model.index_of(finding)).isValid():
            self._clear()
        self.open_finding(finding)
        self._bring_detail_up()

    def following(self) -> str:
        """The finding after the open one, for when that one is sorted."""
        row = self.list.currentIndex().siblingAtRow(self.list.currentIndex().row() + 1).data(FINDING_ROLE)
        return row.finding.id if isinstance(row, FindingRow) else ""

    def _head(self) -> None:
        self.title = PlainLabel(self.tr("What we found"), "title")
        self.summary = PlainLabel("", "muted")
        self._column.addWidget(self.title)
        self._column.addWidget(self.summary)
        self.looks = TextButton(self.look, self.tr("See how this looks to others"), "quiet", "seen")
        self._column.addWidget(beside(self.look, self.looks))
        row = QWidget()
        row.setObjectName("plain")
        self._cards = FlowLayout(self.look.em(0.7), even=True, parent=row)
        self.tallies = {bucket: TallyButton(self.look, bucket.value, bucket_words(bucket)) for bucket in Bucket}
        for button in self.tallies.values():
            self._cards.addWidget(button)
        self._column.addWidget(row)
        self._undo_strip = Card(self.look, "soft")
        pad = self.look.em(0.5)
        self._undo_strip.column.setContentsMargins(pad, pad // 2, pad, pad // 2)
        line = QHBoxLayout()
        self._undo_words = PlainLabel("")
        self.undo = TextButton(self.look, self.tr("Undo"), "quiet", "undo")
        line.addWidget(IconLabel(self.look, "ok", "ok"))
        line.addWidget(self._undo_words, 1)
        line.addWidget(self.undo)
        self._undo_strip.column.addLayout(line)
        self._undo_strip.hide()
        self._column.addWidget(self._undo_strip)
        self.second_look = SecondLookStrip(self.look)
        self._column.addWidget(self.second_look)
        self.keep_strip = KeepStrip(self.look)
        self._column.addWidget(self.keep_strip)

    def _filters(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search in what was found"))
        self.search.setAccessibleName(self.tr("Search in what was found"))
        self.search.setClearButtonEnabled(True)
        self.topic = ChoiceBox(self.look, self.tr("Topic"))
        self.clear = TextButton(self.look, self.tr("Show everything"), "quiet", "close")
        self.clear.hide()
        self._filter_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._filter_row.addWidget(self.search, 1)
        self._filter_row.addWidget(self.topic)
        self._filter_row.addWidget(self.clear)
        self._column.addLayout(self._filter_row)

    def _panels(self) -> None:
        self.list = NamedList(self.filter, self.tr("Findings, worst first"))
        self.list.setItemDelegate(FindingDelegate(self.look, self.list))
        self.empty = PlainLabel("", "muted")
        left = QVBoxLayout()
        left.addWidget(self.empty)
        left.addWidget(self.list, 1)
        self.detail = DetailPanel(self.look)
        self.detail_area = Area(self.tr("The finding in full"), self.detail)
        self.bar = DecisionBar(self.look)
        self._card = Card(self.look)
        self._card.column.setContentsMargins(2, 2, 2, 2)
        self._card.column.addWidget(self.detail_area, 1)
        rule = QFrame()
        rule.setObjectName("rule")
        self._card.column.addWidget(rule)
        pad = self.look.em(0.8)
        self.bar.setContentsMargins(pad, pad // 2, pad, pad)
        self._card.column.addWidget(self.bar)
        self._main = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._main.addLayout(left, 2)
        self._main.addWidget(self._card, 3)
        self._column.addLayout(self._main, 1)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._opened)
        self.list.clicked.connect(self._bring_detail_up)
        self.list.activated.connect(self._bring_detail_up)
        for bucket, button in self.tallies.items():
            button.setProperty("bucket", bucket.name)
            button.clicked.connect(self._tally_pressed)
        self.search.textChanged.connect(self._narrow)
        self.topic.currentIndexChanged.connect(self._narrow)
        self.clear.clicked.connect(self._clear)
        self.undo.clicked.connect(self.undone)
        self.looks.clicked.connect(self.looks_wanted)
        self.bar.decided.connect(self._decided)
        self.bar.reopened.connect(self._reopened)
        self.detail.fix_wanted.connect(self.fix_wanted)
        self.detail.question_wanted.connect(self.question_wanted)
        self.detail.link_wanted.connect(self.link_wanted)
        self.detail.copied.connect(self.copied)
        self.detail.resized.connect(self.detail_area.fit)
        self.look.changed.connect(self._measure)

    def _keys(self) -> None:
        """Single letters; switched off in the settings for those whom they get in the way."""
        actions = (("D", self.bar.done.click), ("R", self.bar.ask_when), ("N", self.bar.ask_reason))
        self.single_keys = [
            QShortcut(QKeySequence(key), self.list, action, context=Qt.ShortcutContext.WidgetShortcut)
            for key, action in (*actions, ("U", self.undone.emit), ("/", self.search.setFocus))
        ]
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undone.emit)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)

    def set_single_keys(self, on: bool) -> None:
        for shortcut in self.single_keys:
            shortcut.setEnabled(on)

    def _opened(self, now: QModelIndex | QPersistentModelIndex) -> None:
        row = now.data(FINDING_ROLE)
        self.finding_opened.emit(row.finding.id if isinstance(row, FindingRow) else "")

    def _bring_detail_up(self) -> None:
        """Where the detail stands below the list, what was asked for must not stay out of sight."""
        if self.stacked:
            top = self._card.mapTo(self._content, self._card.rect().topLeft())
            self.area.ensureVisible(top.x(), top.y() + self.look.em(14), 0, 0)

    def _tally_pressed(self, on: bool) -> None:
        pressed = self.sender()
        for button in self.tallies.values():
            if button is not pressed:
                button.setChecked(False)
        self._narrow()
        if on:
            self.open_first()

    def _narrow(self) -> None:
        bucket = next((bucket for bucket, button in self.tallies.items() if button.isChecked()), None)
        topic = self.topic.currentData()
        self.filter.narrow(bucket=bucket, topic=topic if isinstance(topic, Topic) else None, words=self.search.text())
        self._show_whether_empty()
        self._arrange()
        self._keep_place()

    def _keep_place(self) -> None:
        """A filter must never leave a finding open that is not chosen in the list."""
        shown = self.detail.detail.row.finding.id if self.detail.detail is not None else ""
        self.open_finding(shown)
        if not self.current and self.filter.rowCount():
            self.open_first()
        elif not self.current:
            self.finding_opened.emit("")

    def _clear(self) -> None:
        for button in self.tallies.values():
            button.setChecked(False)
        self.search.clear()
        self.topic.setCurrentIndex(0)
        self._narrow()
        self.list.setFocus()

    def _show_whether_empty(self) -> None:
        self.clear.setVisible(self.filter.narrowed)
        nothing = self.filter.rowCount() == 0
        self.empty.setVisible(nothing)
        self.list.setVisible(not nothing)
        if nothing and self.model.rowCount():
            self.empty.setText(self.tr("Nothing in the list matches. Show everything, or search for something else."))
        elif nothing:
            self.empty.setText(
                self.tr(
                    "We found nothing to show. That does not prove that there is nothing: see what was not looked at."
                )
            )

    def _decided(self, kind: object, days: int, reason: str) -> None:
        if self.current:
            self.decided.emit(self.current, kind, days, reason)

    def _reopened(self) -> None:
        if self.current:
            self.reopened.emit(self.current)

    def decision_shown(self, decision: Decision | None) -> None:
        self.bar.show_decision(decision)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _measure(self) -> None:
        edge = self.look.em(1.5)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(self.look.em(0.7))
        self._main.setSpacing(self.look.em(0.8))
        self._cards.setSpacing(self.look.em(0.7))
        self._arrange()

    def _arrange(self) -> None:
        self.stacked = self.width() < self.look.em(_STACK_BELOW_EM)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._main.setDirection(down if self.stacked else across)
        for button in self.tallies.values():
            button.set_compact(self.width() < self.look.em(34))
        self._filter_row.setDirection(down if self.width() < self.look.em(34) else across)
        self.detail_area.set_flowing(self.stacked)
        if self.stacked:
            self.list.setFixedHeight(max(self.list.rows_height(_ROWS_ABOVE), self.look.em(4)))
        else:
            self.list.setMinimumHeight(self.look.em(9))
            self.list.setMaximumHeight(16_777_215)
