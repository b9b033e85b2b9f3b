"""Tables of pages: rows under a header, names and values, JSON in cells, headings above."""

import pytest

from privacy_audit.html_tables import page_tables

_ACROSS = "<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr>"
_DOWN = "<tr><td>A</td><td>1</td></tr><tr><td>B</td><td>[1, {}]</td></tr>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (_ACROSS, [{"A": "1", "B": "2"}, {"A": "3"}]),
        (
            f"<thead>{_ACROSS.partition('</tr>')[0]}</tr></thead><tbody><tr><td>5</td><td>6</td></tr></tbody>",
            [{"A": "5", "B": "6"}],
        ),
        ("<tr><th>A</th><th>B</th></tr>", []),
        (_DOWN, {"A": "1", "B": [1, {}]}),
        ("<tr><th>A</th><td>1</td></tr><tr><th>B</th><td>{broken</td></tr>", {"A": "1", "B": "{broken"}),
        (
            "<tr><td>A</td><td>B</td><td>C</td></tr><tr><td>1</td><td>2</td><td>3</td></tr>",
            [{"A": "1", "B": "2", "C": "3"}],
        ),
        ("", []),
    ],
)
def test_tables(rows: str, expected: object) -> None:
    (table,) = page_tables(f"<h2>Old</h2><h3>About <b>you</b></h3><p>x</p><table>{rows}</table>".encode())
    assert (table.heading, table.number, table.value) == ("About you", 0, expected)


def test_tables_are_numbered_and_headings_stay() -> None:
    page = f"<table>{_DOWN}</table><h2>One</h2><table>{_DOWN}</table><table>{_ACROSS}</table>"
    assert [(table.heading, table.number) for table in page_tables(page.encode())] == [("", 0), ("One", 1), ("One", 2)]


def test_a_table_without_end_is_told_as_cut_off() -> None:
    cell = "<td>" + "x" * 10_000 + "</td>"
    rows = f"<tr>{cell}<td>1</td></tr>" * 2_600
    first, *_rest = page_tables(f"<h2>Long</h2><table>{rows}</table>".encode())
    assert first.cut_off
    (short,) = page_tables(f"<table>{_ACROSS}</table>".encode())
    assert not short.cut_off
