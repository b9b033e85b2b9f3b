"""The forms that a report can be saved in: what each is called, means and ends with."""

from enum import Enum

from PySide6.QtCore import QCoreApplication


class Form(Enum):
    """The value is the ending of the file."""

    HTML = "html"
    PDF = "pdf"
    TEXT = "txt"
    CSV = "csv"
    JSON = "json"


def _tr(text: str) -> str:
    return QCoreApplication.translate("saved_forms", text)


def form_words(form: Form) -> str:
    match form:
        case Form.HTML:
            return _tr("A page for the browser (HTML)")
        case Form.PDF:
            return _tr("A document to print (PDF)")
        case Form.TEXT:
            return _tr("Plain text")
        case Form.CSV:
            return _tr("A table (CSV)")
        case Form.JSON:
            return _tr("Data for other programs (JSON)")


def form_meaning(form: Form) -> str:
    match form:
        case Form.HTML:
            return _tr("Best for reading, also with a screen reader. It asks for nothing from the internet.")
        case Form.PDF:
            return _tr("For paper. With a screen reader the page for the browser reads better.")
        case Form.TEXT:
            return _tr("Opens everywhere.")
        case Form.CSV:
            return _tr("For a spreadsheet. No cell in it is a formula.")
        case Form.JSON:
            return _tr("For people who want to look at it with tools of their own.")
