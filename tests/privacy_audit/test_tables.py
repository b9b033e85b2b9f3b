"""Tables: header, delimiter, namesake columns, lost quotes; every line comes out as a row or a problem."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source
from privacy_audit.tables import Row, columns_of, csv_rows

_HERE = Source("linkedin", "Connections.csv")
_PREAMBLE = b'Notes:\r\n"Some connections, and\r\ntheir addresses, are missing"\r\n\r\n'


def _read(data: bytes, needs: tuple[str, ...] = (), *, streamed: bool = False) -> list[tuple[int, list[str]] | str]:
    found = csv_rows(io.BytesIO(data) if streamed else data, _HERE, needs=needs)
    return [item.source.pointer if isinstance(item, ReadProblem) else (item.line, item.cells) for item in found]


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize(
    ("data", "needs", "rows"),
    [
        (b"a,b\n1,2\n3,4\n", (), [(2, ["1", "2"]), (3, ["3", "4"])]),
        (b"\xef\xbb\xbfa;b\n1;2\n", ("b",), [(2, ["1", "2"])]),
        ("a\tb\n1\té\n".encode("utf-16"), (), [(2, ["1", "é"])]),
        ("a,b\n1,caf\u00e9\n".encode("cp1252"), (), [(2, ["1", "café"])]),
        (_PREAMBLE + b"Name,Connected On\r\nA,1\r\n", ("Connected On",), [(6, ["A", "1"])]),
        (b'a,b\n"x ""y""\nz",2\n3,4\n', (), [(2, ['x "y"\nz', "2"]), (4, ["3", "4"])]),
        (b"a,b\n1,2\x003\n", (), [(2, ["1", "23"])]),
        (b"a,b\n\n1,2\n", (), [(3, ["1", "2"])]),
        (b"a,b\n1\n1,2,3\n", (), [(2, ["1"]), (3, ["1", "2", "3"])]),
        (b"a,b\r1,2\r", (), [(2, ["1", "2"])]),
        (b"", (), []),
        (b"a,b\n", ("c",), [""]),
        (b"a,b", (), []),
    ],
)
def test_rows(data: bytes, needs: tuple[str, ...], rows: list[tuple[int, list[str]] | str], streamed: bool) -> None:
    assert _read(data, needs, streamed=streamed) == rows


@pytest.mark.parametrize("streamed", [False, True])
def test_a_lost_quote_swallows_nothing(streamed: bool) -> None:
    lines = [b'a,"unclosed'] + [b"%d,x" % number for number in range(5_000)]
    found = _read(b"p,q\n" + b"\n".join(lines) + b"\n", streamed=streamed)
    assert found[:2] == ["line 2", (2, ["a", "unclosed"])]
    assert found[2:] == [(3 + number, [str(number), "x"]) for number in range(5_000)]


def test_many_lost_quotes_cost_little_and_lose_nothing() -> None:
    block = b'x,"lost\n' + b"1,2\n" * 2_100
    found = _read(b"p,q\n" + block * 60)
    rows = [item for item in found if not isinstance(item, str)]
    assert len(rows) == 60 * 2_101
    assert sum(1 for item in found if isinstance(item, str)) == 50


def test_columns_of_one_name_stay_apart() -> None:
    (row,) = [item for item in csv_rows(b"Email,Name,email\n,Ann, b@example.com \n", _HERE) if isinstance(item, Row)]
    assert row.get("EMAIL") == "b@example.com"
    assert row.all("Email") == (" b@example.com ",)
    assert row.get("missing", "name") == "Ann"
    assert row.get("missing") == ""
    assert columns_of(b"Email,Name,email\n") == ("Email", "Name", "email")
    assert columns_of(_PREAMBLE + b"Name,Connected On\r\n", needs=("connected on",)) == ("Name", "Connected On")


_CELLS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00\r\x85\u2028\u2029"), max_size=6)


@given(st.lists(st.lists(_CELLS, min_size=2, max_size=3), max_size=6), st.booleans())
def test_what_is_written_is_read(rows: list[list[str]], streamed: bool) -> None:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([["first", "second"], *rows])
    found = csv_rows(io.BytesIO(text.getvalue().encode()) if streamed else text.getvalue().encode(), _HERE)
    assert [item.cells for item in found if isinstance(item, Row)] == rows


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_give_rows_or_problems(data: bytes, streamed: bool) -> None:
    for item in csv_rows(io.BytesIO(b"a,b\n" + data) if streamed else b"a,b\n" + data, _HERE):
        assert isinstance(item, Row | ReadProblem)
