"""One finding in full: what was seen, what the guidance says, how to fix it, and how its grade came about."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from privacy_audit.remedies import Step
from ui.look import Look
from ui.models.detail import Cited, Detail, Fix, Quote, steps_as_text
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, Notice
from ui.widgets.clause_block import ClauseBlock
from ui.widgets.flow import FlowLayout
from ui.widgets.icons import IconLabel
from ui.widgets.labels import PlainLabel
from ui.widgets.quotes import MarkedLabel
from ui.widgets.step_row import StepRow, beside
from ui.wording import (
    bucket_words,
    concern_words,
    confidence_words,
    date_words,
    platform_words,
    topic_words,
)

_QUOTES_AT_FIRST = 3
_CLAUSES_AT_FIRST = 2


class DetailPanel(QWidget):
    """Built anew for each finding; it holds no state of its own but which finding it shows."""

    fix_wanted = Signal()
    question_wanted = Signal()
    link_wanted = Signal(str)
    copied = Signal(str)
    resized = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._look = look
        self.detail: Detail | None = None
        self.fix_button: TextButton | None = None
        self._column = QVBoxLayout(self)
        self._inner: QWidget | None = None

    def show_detail(self, detail: Detail | None) -> None:
        self.detail = detail
        self._inner = self._start_again()
        if detail is None:
            self._add(PlainLabel(self.tr("Choose a line in the list to see what we saw and how to fix it."), "muted"))
        else:
            self._head(detail)
            self._saw(detail, _QUOTES_AT_FIRST)
            self._guidance(detail.clauses)
            self._fix(detail)
            self._grade(detail)
        self._inner_column.addStretch(1)
        self._inner.show()  # at once: a hidden widget has no height to go by
        self.resized.emit()

    def _start_again(self) -> QWidget:
        if self._inner is not None:
            self._column.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self.fix_button = None
        inner = QWidget()
        inner.setObjectName("plain")
        self._inner_column = QVBoxLayout(inner)
        self._inner_column.setContentsMargins(0, 0, 0, 0)
        self._inner_column.setSpacing(self._look.em(0.6))
        pad = self._look.em(1.0)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.addWidget(inner)
        return inner

    def _add(self, widget: QWidget) -> None:
        self._inner_column.addWidget(widget)

    def _heading(self, text: str) -> None:
        self._inner_column.addSpacing(self._look.em(0.4))
        self._add(PlainLabel(text, "heading"))

    def _head(self, detail: Detail) -> None:
        row = detail.row
        chip = PlainLabel(bucket_words(row.bucket), "chip", wraps=False)
        chip.setProperty("tone", row.bucket.value)
        line = QWidget()
        line.setObjectName("plain")
        flow = FlowLayout(self._look.em(0.6), parent=line)
        flow.addWidget(IconLabel(self._look, row.bucket.value, row.bucket.value, 1.5))
        flow.addWidget(chip)
        words = self.tr("{platform} · {topic}").format(
            platform=platform_words(row.finding.platform), topic=topic_words(row.topic)
        )
        flow.addWidget(PlainLabel(words, "muted"))
        self._add(line)
        title = PlainLabel(row.finding.title, "heading")
        self._add(title)
        self._add(PlainLabel(row.finding.why))

    def _saw(self, detail: Detail, most: int) -> None:
        self._heading(self.tr("What we saw"))
        box = QWidget()
        box.setObjectName("plain")
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.em(0.5))
        for quote in detail.quotes[:most]:
            column.addWidget(self._quote(quote))
        hidden = detail.quotes[most:]
        if hidden:
            more = TextButton(self._look, self.tr("Show {count} more").format(count=len(hidden)), "quiet", "forward")
            more.clicked.connect(self._show_all)
            self._hidden, self._more, self._quotes = hidden, more, column
            column.addWidget(more)
        self._add(box)
        if detail.more:
            text = self.tr("One more place like this is in your download.")
            if detail.more > 1:
                text = self.tr("{count} more places like these are in your download.").format(count=detail.more)
            self._add(PlainLabel(text, "muted"))
        self._add(PlainLabel(self.tr("{audience}.").format(audience=detail.audience), "muted"))

    def _show_all(self) -> None:
        self._more.hide()
        for quote in self._hidden:
            self._quotes.addWidget(self._quote(quote))
        self.resized.emit()

    def _quote(self, quote: Quote) -> Card:
        card = Card(self._look, "quote")
        if quote.text:
            card.column.addWidget(MarkedLabel(self._look, quote.text, quote.spans))
        card.column.addWidget(PlainLabel(" · ".join(part for part in (quote.where, quote.member) if part), "small"))
        return card

    def _guidance(self, clauses: tuple[Cited, ...]) -> None:
        if not clauses:
            return
        self._heading(self.tr("What the guidance says"))
        for cited in clauses[:_CLAUSES_AT_FIRST]:
            self._add(ClauseBlock(self._look, cited))
        rest = tuple(ClauseBlock(self._look, cited) for cited in clauses[_CLAUSES_AT_FIRST:])
        if rest:
            text = self.tr("Show {count} more clauses") if len(rest) > 1 else self.tr("Show one more clause")
            more = TextButton(self._look, text.format(count=len(rest)), "quiet", "forward")
            more.clicked.connect(self._show_clauses)
            self._add(more)
            self._more_clauses, self._hidden_clauses = more, rest
            for block in rest:
                self._add(block)
                block.hide()

    def _show_clauses(self) -> None:
        self._more_clauses.hide()
        for block in self._hidden_clauses:
            block.show()
        self.resized.emit()

    def _fix(self, detail: Detail) -> None:
        self._heading(self.tr("How to fix it"))
        if detail.fix is None:
            self._add(PlainLabel(self.tr("Before the first fix there is one question to answer."), "muted"))
            self.fix_button = TextButton(self._look, self.tr("Show me how to fix it"), "primary", "forward")
            self.fix_button.clicked.connect(self.fix_wanted)
            self._add(beside(self._look, self.fix_button))
            return
        fix = detail.fix
        if fix.waits:
            sentence = self.tr("You said that there is, or might be, a case. So nothing is taken down at first.")
            self._add(Notice(self._look, sentence, "warning"))
        about = self.tr("{title}. It takes about {minutes} minutes.").format(title=fix.title, minutes=fix.minutes)
        self._add(PlainLabel(about, "muted"))
        for number, step in enumerate(fix.steps, start=1):
            self._add(self._step(number, step))
        self._add(PlainLabel(self._caution(fix), "small"))
        copy = TextButton(self._look, self.tr("Copy these steps"), "quiet", "file")
        copy.clicked.connect(self._copy)
        ask = TextButton(self._look, self.tr("Change my answer about a case"), "quiet", "scales")
        ask.clicked.connect(self.question_wanted)
        self._add(beside(self._look, copy, ask))

    def _step(self, number: int, step: Step) -> QWidget:
        row = StepRow(self._look, number, step)
        row.link_wanted.connect(self.link_wanted)
        row.copied.connect(self.copied)
        return row

    def _caution(self, fix: Fix) -> str:
        checked = self.tr("These steps were last checked on {day}.").format(day=date_words(fix.checked_on))
        moves = "" if fix.certain else self.tr("Menus move: the words on the site may differ.")
        unseen = self.tr("This program cannot see whether a setting is in force: please look for yourself.")
        return " ".join(part for part in (fix.note, checked, moves, unseen) if part)

    def _grade(self, detail: Detail) -> None:
        finding = detail.row.finding
        self._heading(self.tr("Why it is graded like this"))
        for reason in finding.reasons or (confidence_words(finding.confidence),):
            row = QWidget()
            row.setObjectName("plain")
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(self._look.em(0.5))
            across.addWidget(PlainLabel("•", "muted", wraps=False), 0, Qt.AlignmentFlag.AlignTop)
            across.addWidget(PlainLabel(reason), 1)
            self._add(row)
        if finding.touches:
            touched = ", ".join(concern_words(concern) for concern in finding.touches)
            self._add(PlainLabel(self.tr("It touches {what}.").format(what=touched), "muted"))

    def _copy(self) -> None:
        if self.detail is not None:
            self.copied.emit(steps_as_text(self.detail))
