"""The tables of a page, each under the heading that stands above it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import msgspec

from privacy_audit.markup import Element, pieces

_HEADINGS = "h1, h2, h3, h4, table"


@dataclass(frozen=True, slots=True, repr=False)
class PageTable:
    """Rows under a header as a list of objects; rows of a name and a value as one object. `number` is from 0."""

    heading: str
    number: int
    value: dict[str, object] | list[dict[str, object]]


def page_tables(page: bytes | BinaryIO) -> Iterator[PageTable]:
    heading, number = "", 0
    for piece in pieces(page):
        for element in piece.root.select(_HEADINGS):
            if element.tag == "table":
                yield PageTable(heading, number, _table(element))
                number += 1
            else:
                heading = element.text()


def _table(table: Element) -> dict[str, object] | list[dict[str, object]]:
    rows = [[cell.text() for cell in row.select("th, td")] for row in table.select("tr")]
    rows = [row for row in rows if row]
    headed = table.select("th")
    across = bool(headed) and len(rows) > 0 and len(headed) == len(rows[0]) > 1
    if rows and not across and all(len(row) == 2 for row in rows):  # noqa: PLR2004 - name and value
        return {name: _value(text) for name, text in rows}
    if not rows:
        return []
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
