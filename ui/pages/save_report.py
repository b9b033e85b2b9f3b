"""Saving a report: what goes in is ticked, words stay covered unless asked for, and the form is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.findings import Finding
from privacy_audit.report.choice import Choice
from ui.look import Look
from ui.models.report_choice import ReportChoiceModel
from ui.saved_forms import Form, form_meaning, form_words
from ui.widgets.buttons import TextButton
from ui.widgets.cards import Card, ChoiceGroup, Notice
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.widgets.tick_line import TickLine
from ui.widgets.tick_list import TickList

_ROWS_SHOWN = 9


class SaveReportPage(Page):
    report_wanted = Signal(object, object)  # Form, Choice
    note_wanted = Signal()
    calendar_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Save a report"), parent)
        lead = self.tr(
            "A report is for you. Whatever is kept on a computer can be asked for in a misconduct or court matter, so "
            "save only what you need, and only where nobody else can read it."
        )
        self.column.addWidget(PlainLabel(lead, "muted"))
        self.told = Notice(look, "", "notice")
        self.told.hide()
        self.column.addWidget(self.told)
        self.model = ReportChoiceModel(self)
        self.column.addWidget(self._findings())
        self.words = TickLine(
            look,
            self.tr("Show my own words"),
            self.tr("Otherwise they are covered, and so is where in your download they stand."),
            on=False,
        )
        self.column.addWidget(self.words)
        self.column.addWidget(PlainLabel(self.tr("As what?"), "heading"))
        self.forms = ChoiceGroup(look, tuple((form_words(form), form_meaning(form)) for form in Form))
        self.forms.choose(0)
        self.column.addWidget(self.forms)
        self.save = TextButton(look, self.tr("Save the report"), "primary", "file")
        self._row(self.save)
        self.save.clicked.connect(self._save)
        self.model.ticked.connect(self._ticked)
        look.changed.connect(self._fit)
        self.column.addWidget(self._handed_over())

    def show_findings(self, findings: tuple[Finding, ...], choice: Choice, *, reminders: bool) -> None:
        """`reminders` says whether any finding waits for a day."""
        self.model.replace(findings, choice)
        self.words.box.setChecked(choice.show_words)
        self._fit()
        self.list.setVisible(bool(findings))
        self.calendar.setEnabled(reminders)
        self.say("")

    def _fit(self) -> None:
        self.list.setFixedHeight(self.list.rows_height(_ROWS_SHOWN))

    def arrived(self) -> None:
        super().arrived()
        self._fit()  # before it is shown, a list does not know its width

    def say(self, sentence: str) -> None:
        """What came of the last wish."""
        self.told.say(sentence)
        if sentence:
            self.area.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget | None:
        return self.list if self.model.rowCount() else self.save

    def _findings(self) -> Card:
        card = Card(self.look)
        card.column.addWidget(PlainLabel(self.tr("What goes in"), "heading"))
        conduct = self.tr("What was said is left out unless you tick it. Space ticks the line that is chosen.")
        card.column.addWidget(PlainLabel(conduct, "muted"))
        self.list = TickList(self.look, self.model, self.tr("Findings that go into the report"))
        card.column.addWidget(self.list)
        self.count = PlainLabel("", "strong")
        card.column.addWidget(self.count)
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(self.look.em(0.7), parent=row)
        self.all = TextButton(self.look, self.tr("Tick all"), "quiet", "check")
        self.none = TextButton(self.look, self.tr("Tick none"), "quiet", "close")
        flow.addWidget(self.all)
        flow.addWidget(self.none)
        card.column.addWidget(row)
        self.all.clicked.connect(self._tick_all)
        self.none.clicked.connect(self._tick_none)
        return card

    def _handed_over(self) -> Card:
        card = Card(self.look, "soft")
        card.column.addWidget(PlainLabel(self.tr("Something to hand over, and reminders"), "heading"))
        note = self.tr(
            "If somebody asks whether you have looked through your accounts, the completion note says that you have, "
            "and when. It says nothing of what you found. There is no report for managers."
        )
        card.column.addWidget(PlainLabel(note))
        calendar = self.tr(
            "Reminders can go into your calendar. The entries do not say what they are about: calendars are shared."
        )
        card.column.addWidget(PlainLabel(calendar))
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(self.look.em(0.7), parent=row)
        self.note = TextButton(self.look, self.tr("Save the completion note"), "", "check")
        self.calendar = TextButton(self.look, self.tr("Save the reminders"), "", "later")
        flow.addWidget(self.note)
        flow.addWidget(self.calendar)
        card.column.addWidget(row)
        self.note.clicked.connect(self.note_wanted)
        self.calendar.clicked.connect(self.calendar_wanted)
        return card

    def _row(self, *buttons: TextButton) -> None:
        row = QWidget()
        row.setObjectName("plain")
        flow = FlowLayout(self.look.em(0.7), parent=row)
        for button in buttons:
            flow.addWidget(button)
        self.column.addWidget(row)

    def _save(self) -> None:
        form = tuple(Form)[self.forms.chosen or 0]
        self.report_wanted.emit(form, Choice(self.model.chosen, self.words.box.isChecked()))

    def _tick_all(self) -> None:
        self.model.tick_all(on=True)

    def _tick_none(self) -> None:
        self.model.tick_all(on=False)

    def _ticked(self) -> None:
        text = self.tr("{count} of {all} go in.")
        self.count.setText(text.format(count=len(self.model.chosen), all=self.model.rowCount()))
