"""A report as a PDF: tagged by WeasyPrint where it and Pango are there, otherwise the print copy that Qt makes."""

import logging
import warnings
from collections.abc import Mapping
from typing import Any, NoReturn

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject, QUrl
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

_MARGIN_MM = 18


class _Sealed(QTextDocument):
    """Loads nothing: not from the network, and not from the disk either."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        return None


def as_pdf(page: str, parent: QObject | None = None) -> tuple[bytes, bool]:
    """The PDF of one of our own HTML pages, and whether it is tagged for screen readers."""
    tagged = tagged_pdf(page)
    if tagged is not None:
        return tagged, True
    return printed_pdf(page, parent), False


def tagged_pdf(page: str) -> bytes | None:
    """A PDF/UA by WeasyPrint, or None where it or Pango is not there."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # it speaks of the system's libraries to developers
            import weasyprint  # noqa: PLC0415 - large, and not there on every system
    except (ImportError, OSError):  # OSError: the package is there, Pango is not
        return None
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL + 1)  # it would quote from the page
    document = weasyprint.HTML(string=page, url_fetcher=_refused)
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return made


def _refused(_address: str, *_more: Any, **_options: Mapping[str, object]) -> NoReturn:
    raise ValueError("a report asks for nothing from outside")


def printed_pdf(page: str, parent: QObject | None = None) -> bytes:
    """What Qt would print: looks the same, but holds no tags for screen readers."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setResolution(300)
    writer.setTitle("Privacy Audit")
    writer.setCreator("Privacy Audit")
    document = _Sealed(parent)
    document.setHtml(page)
    document.print_(writer)
    del writer  # it writes the end of the file when it goes
    buffer.close()
    return bytes(data.data())
