"""Tables of exports: the header is found, odd files give what they have, and an open quotation mark costs one row."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.csv_table import Line, Table, read_table
from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source

_SOURCE = Source("made-up", "Connections.csv")
_KNOWN = ("First Name", "Connected On")


def _cells(data: bytes | BytesIO) -> list[list[str]]:
    table = read_table(data, _KNOWN, _SOURCE)
    assert isinstance(table, Table)
    return [row.cells for row in table.rows if isinstance(row, Line)]


@pytest.mark.parametrize(
    "data",
    [
        b"First Name,Connected On\nJo,1 May 2020\n",
        b"\xef\xbb\xbfFirst Name,Connected On\r\nJo,1 May 2020\r\n",
        "First Name,Connected On\nJo,1 May 2020\n".encode("utf-16"),
        b"first_name;CONNECTED ON\nJo;1 May 2020\n",
        b"First Name\tConnected On\nJo\t1 May 2020\n",
        b'Notes:\n"When exporting, some\nlines, stand here"\n\nFirst Name,Connected On\nJo,1 May 2020\n',
        b"First Name,Connected On\n\nJo,1 \x00May 2020",
    ],
    ids=["plain", "byte order mark", "utf-16", "semicolons", "tabs", "note before", "zero byte"],
)
def test_the_same_row_comes_out(data: bytes) -> None:
    assert _cells(data) == [["Jo", "1 May 2020"]]
    if not data.startswith(b"\xff\xfe"):
        assert _cells(BytesIO(data)) == [["Jo", "1 May 2020"]]


def test_columns_are_found_by_any_of_their_names() -> None:
    table = read_table(b"First_Name,Name,name,Connected On\nJo,A,B\n", _KNOWN, _SOURCE)
    assert isinstance(table, Table)
    (row,) = table.rows
    assert isinstance(row, Line)
    assert (table.place("first name"), table.place("Nothing", "NAME"), table.place("nothing")) == (0, 1, None)
    assert (row.cell(1), row.cell(3), row.cell(None), row.number) == ("A", "", "", 2)


def test_cells_may_hold_lines_and_quotation_marks() -> None:
    assert _cells(b'First Name,Connected On\n"Jo\n""Joey""",1\nSam,2\n') == [['Jo\n"Joey"', "1"], ["Sam", "2"]]


def test_an_open_quotation_mark_costs_one_row() -> None:
    table = read_table(b'First Name,Connected On\nJo,1\n"Sam,2\nAmy,3\nBen,4\n', _KNOWN, _SOURCE)
    assert isinstance(table, Table)
    items = list(table.rows)
    assert [item.cells[0] for item in items if isinstance(item, Line)] == ["Jo", "Amy", "Ben"]
    assert [item.source.pointer for item in items if isinstance(item, ReadProblem)] == ["line 3"]


@pytest.mark.parametrize(("columns", "between"), [(2, 10), (2, 300), (3, 3), (4, 1), (6, 2), (6, 4_000)], ids=str)
@pytest.mark.parametrize("closing", ['Zed"', '"Zed'], ids=["behind", "before"])
def test_two_lost_marks_cost_no_row_between_them(columns: int, between: int, closing: str) -> None:
    """The first mark opens a cell that the second one closes, many rows below."""
    more = "," + ",".join("x" * (columns - 1))
    names = [f"Person {number}" for number in range(between)]
    lines = [
        "First Name" + more,
        "Jo" + more,
        '"Sam' + more,
        *(name + more for name in names),
        closing + more,
        "Al" + more,
    ]
    table = read_table("\n".join(lines).encode(), _KNOWN, _SOURCE)
    assert isinstance(table, Table)
    items = list(table.rows)
    cells = [item.cells[0] for item in items if isinstance(item, Line)]
    assert [name for name in ("Jo", *names, "Al") if name not in cells] == []
    assert len([item for item in items if isinstance(item, ReadProblem)]) == (2 if closing.startswith('"') else 1)


def test_a_text_of_many_lines_is_one_cell() -> None:
    letter = "Dear Sam,\n" + "It rained, and we stayed in.\nNothing else to tell.\n" * 200 + "Yours, Jo"
    data = f'First Name,Connected On\n"{letter}",1\nSam,2\n'.encode()
    assert _cells(data) == [[letter, "1"], ["Sam", "2"]]
    verse = "roses, red, and so on\nviolets, blue\nsugar"
    assert _cells(f'First Name,Connected On,A,B\nJo,1,"{verse}",2\n'.encode()) == [["Jo", "1", verse, "2"]]


def test_a_table_without_its_header_is_said() -> None:
    problem = read_table(b"a,b\n1,2\n", _KNOWN, _SOURCE)
    assert isinstance(problem, ReadProblem)
    assert "column names" in problem.reason


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_come_out_as_rows_or_problems(data: bytes, headed: bool) -> None:
    table = read_table(b"First Name,Connected On\n" * headed + data, _KNOWN, _SOURCE)
    if isinstance(table, Table):
        assert all(isinstance(row, Line | ReadProblem) for row in table.rows)
