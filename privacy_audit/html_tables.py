"""The tables of a page, each under the heading that stands above it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import msgspec

from privacy_audit.markup import Element, pieces

_HEADINGS = "h1, h2, h3, h4, table"
_CELLS = ("td", "th")


CUT_OFF = (
    "A table of this page is too long; its beginning was read. Ask for the download in another format, such as JSON."
)


@dataclass(frozen=True, slots=True, repr=False)
class PageTable:
    """Rows under a header as a list of objects; rows of a name and a value as one object. `number` is from 0.

    `cut_off` says that the table is longer than any page of an export has, and that only its beginning is here.
    """

    heading: str
    number: int
    value: dict[str, object] | list[dict[str, object]]
    cut_off: bool = False


def page_tables(page: bytes | BinaryIO) -> Iterator[PageTable]:
    heading, number = "", 0
    for piece in pieces(page):
        elements = piece.root.select(_HEADINGS)
        for element in elements:
            if element.tag == "table":
                yield PageTable(heading, number, _table(element), piece.split and element is elements[-1])
                number += 1
            else:
                heading = element.text()


def _table(table: Element) -> dict[str, object] | list[dict[str, object]]:
    lines = [[cell for cell in row.children() if cell.tag in _CELLS] for row in table.select("tr")]
    lines = [line for line in lines if line]
    if not lines:
        return []
    across = len(lines[0]) > 1 and all(cell.tag == "th" for cell in lines[0])
    rows = [[cell.text() for cell in line] for line in lines]
    if not across and all(len(row) == 2 for row in rows):  # noqa: PLR2004 - name and value
        return {name: _value(text) for name, text in rows}
    return [dict(zip(rows[0], map(_value, row), strict=False)) for row in rows[1:]]


def _value(text: str) -> object:
    """Some platforms write JSON into their cells."""
    if text[:1] in ("{", "["):
        try:
            value: object = msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError):
            return text
        return value
    return text
