"""The table, the calendar and the completion note: no formula, no word too much."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.report.calendar_report import as_calendar, folded
from privacy_audit.report.completion_note import completion_note
from privacy_audit.report.csv_report import as_csv, safe_cell
from privacy_audit.report.wording import NOTHING_FOUND
from privacy_audit.result import Ownership
from tests.builders.told_result import result, shelf, steering

_NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44",
        "-1",
        "@SUM(A1)",
        "\t=1",
        " \n=1",
        "\uff1d1",
        "\r\n@x",
        "\x0b-2",
        "\u2212 3",
        "  +cmd|' /C calc'!A0",
    ],
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert safe_cell(text).startswith("'")


@given(st.text())
def test_any_text_makes_one_quiet_line(text: str) -> None:
    cell = safe_cell(text)
    assert "\n" not in cell
    assert "\r" not in cell
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))
    assert steering(cell) == []


def test_every_finding_is_a_row_and_words_are_covered() -> None:
    told = as_csv(result(Ownership.CONFIRMED), shelf())
    rows = list(csv.reader(io.StringIO(told)))
    head = next(number for number, row in enumerate(rows) if row[:1] == ["Number"])
    assert [row[3] for row in rows[head + 1 : head + 3]] == [
        "Your date of birth is on show",
        "Posts tell where you work",
    ]
    assert "quokka" not in told
    assert "14.06.1989" not in told
    assert any(row[:1] == ["What no download can answer"] for row in rows)
    assert any(row[:1] == ["Videos"] for row in rows)


def test_shown_words_run_nothing() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(result(Ownership.CONFIRMED), shelf(), show_words=True))))
    assert any("14.06.1989" in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_a_calendar_tells_whoever_sees_it_nothing() -> None:
    told = as_calendar([date(2027, 1, 5), date(2026, 12, 1), date(2027, 1, 5)], _NOW)
    assert told.count("BEGIN:VEVENT") == 2
    assert told.index("20261201") < told.index("20270105")
    assert "DTEND;VALUE=DATE:20261202" in told
    assert "DTSTAMP:20261121T090000Z" in told
    assert not {"privacy", "audit", "police", "birth"} & set(told.casefold().replace(":", " ").split())
    assert all(line.endswith("\r") for line in told.split("\n")[:-1])


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",))))
def test_folded_lines_are_short_and_lose_nothing(text: str) -> None:
    parts = list(folded(text))
    assert all(len(part.encode("utf-8")) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == text


@pytest.mark.parametrize(("accounts", "said"), [(1, "one of my own"), (3, "three of my own"), (14, "14 of my own")])
def test_the_note_counts_accounts_and_nothing_else(accounts: int, said: str) -> None:
    note = completion_note(accounts, date(2026, 11, 21))
    assert said in note
    assert "21 November 2026" in note
    assert "clean" not in note
    assert "safe" not in note


def test_nothing_found_is_never_called_clean() -> None:
    told = as_csv(result(found=()), shelf())
    assert "clean" not in told.casefold()
    assert "clean" not in NOTHING_FOUND.casefold()
