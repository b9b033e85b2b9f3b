"""Saves what the user asked for: a report of what was ticked, the completion note, the reminders."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDir, QObject
from PySide6.QtWidgets import QFileDialog

from checks.catalogue import catalogue
from privacy_audit.errors import AuditError
from privacy_audit.library import Library, built_in
from privacy_audit.locations import synced_by
from privacy_audit.private_files import write_private
from privacy_audit.report.calendar_report import as_calendar
from privacy_audit.report.choice import Choice, everything_but, rendered
from privacy_audit.report.completion_note import completion_note
from privacy_audit.report.csv_report import as_csv
from privacy_audit.report.html_report import as_html
from privacy_audit.report.json_report import as_json
from privacy_audit.report.text_report import as_text
from privacy_audit.report.wording import Bookshelf, bookshelf
from privacy_audit.result import AuditResult
from ui.look import Look
from ui.pages.save_report import SaveReportPage
from ui.print_copy import as_pdf
from ui.saved_forms import Form
from ui.session import Session


class Saving(QObject):
    """Holds the page for one window."""

    def __init__(
        self, look: Look, session: Session, library: Callable[[], Library] = built_in, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._library = session, library
        self.page = SaveReportPage(look)
        self.page.report_wanted.connect(self._report)
        self.page.note_wanted.connect(self._note)
        self.page.calendar_wanted.connect(self._calendar)

    def refresh(self) -> None:
        """Before the page is shown: what there is to tick. What speaks of conduct is left out at first."""
        result = self._session.result
        if result is None:
            return
        conduct = frozenset(check.id for check in catalogue().checks if check.conduct)
        self.page.show_findings(result.findings, everything_but(result, conduct), reminders=bool(self._days()))

    def _report(self, form: Form, choice: Choice) -> None:
        result = self._session.result
        path = self._where(f"privacy-audit-report.{form.value}")
        if result is None or path is None:
            return
        try:
            data, remark = self._made(result, form, choice)
        except AuditError as error:
            self.page.say(error.sentence)
            return
        self._write(path, data, remark)

    def _made(self, result: AuditResult, form: Form, choice: Choice) -> tuple[bytes, str]:
        shelf = bookshelf(self._session.facts, self._library())
        show = choice.show_words
        remark = self.tr("It holds your own words, uncovered.") if show else ""
        if form is not Form.PDF:
            text = rendered(result, choice, shelf, lambda told: _as(form, told, shelf, show_words=show))
            return text.encode("utf-8", "backslashreplace"), remark
        page = rendered(result, choice, shelf, lambda told: as_html(told, shelf, show_words=show))
        data, tagged = as_pdf(page, self)
        if not tagged:
            untagged = self.tr("It is a print copy: with a screen reader, the page for the browser reads better.")
            remark = f"{remark} {untagged}".strip()
        return data, remark

    def _note(self) -> None:
        result = self._session.result
        path = self._where("completion-note.txt")
        if result is None or path is None:
            return
        note = completion_note(len(result.exports), datetime.now().astimezone().date())
        self._write(path, note.encode("utf-8"))

    def _calendar(self) -> None:
        path = self._where("reminders.ics")
        if path is not None:
            self._write(path, as_calendar(self._days(), datetime.now().astimezone()).encode("utf-8"))

    def _days(self) -> list[date]:
        return [decision.remind_on for decision in self._session.decisions.all.values() if decision.remind_on]

    def _where(self, name: str) -> Path | None:
        """The place that the user chose, or None."""
        start = str(Path(QDir.homePath()) / name)
        chosen, _kind = QFileDialog.getSaveFileName(self.page, self.tr("Save as"), start)
        return Path(chosen) if chosen else None

    def _write(self, path: Path, data: bytes, remark: str = "") -> None:
        try:
            write_private(path, data)
        except AuditError as error:
            self.page.say(error.sentence)
            return
        told = self.tr("Saved, for your eyes alone. {remark}").format(remark=remark).strip()
        if synced_by(path.absolute()) is not None:
            told = self.tr(
                "{told} The folder is copied to a cloud: move it to one that stays on this computer."
            ).format(told=told)
        self.page.say(told)


def _as(form: Form, result: AuditResult, shelf: Bookshelf, *, show_words: bool) -> str:
    match form:
        case Form.JSON:
            return as_json(result, show_words=show_words)
        case Form.CSV:
            return as_csv(result, shelf, show_words=show_words)
        case Form.TEXT:
            return as_text(result, shelf, show_words=show_words)
        case Form.HTML | Form.PDF:
            return as_html(result, shelf, show_words=show_words)
