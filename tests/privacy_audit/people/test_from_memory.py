"""Names typed from memory: one at a time, twenty at most; lists and files are never taken."""

import pytest

from privacy_audit.people.from_memory import MOST, Refusal, one_name


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Dave Bloggs", "Dave Bloggs"),
        ("  Dave   Bloggs ", "Dave Bloggs"),
        ("Dave Bloggs\n", "Dave Bloggs"),
        ("Siân O'Neill-Jones", "Siân O'Neill-Jones"),
        ("J. R. Hartley", "J. R. Hartley"),
        ("Maria del Carmen de la Cruz", "Maria del Carmen de la Cruz"),
        ("李小龍", "李小龍"),
        ("Daz", "Daz"),
    ],
)
def test_a_name_is_taken(raw: str, name: str) -> None:
    assert one_name(raw, 0) == name


@pytest.mark.parametrize(
    "raw",
    [
        "Dave Bloggs\nJane Roe",
        "Dave Bloggs\r\nJane Roe\r\n",
        "Dave Bloggs, Jane Roe",
        "Dave Bloggs; Jane Roe",
        "Dave Bloggs\tJane Roe",
        "Dave Bloggs\u2028Jane Roe",
        "Dave Bloggs | Jane Roe",
        "Dave Bloggs Jane Roe Sam Smith Ann Other",
        "victims.csv",
        "/home/me/custody.xlsx",
        "C:\\nominals.docx",
        "a" * 61,
    ],
)
def test_a_list_or_a_file_is_not(raw: str) -> None:
    assert one_name(raw, 0) is Refusal.LIST


@pytest.mark.parametrize("raw", ["", "   ", "\n", "12345", "?!"])
def test_nothing_is_nothing(raw: str) -> None:
    assert one_name(raw, 0) is Refusal.EMPTY


def test_twenty_are_enough() -> None:
    assert one_name("Dave Bloggs", MOST - 1) == "Dave Bloggs"
    assert one_name("Dave Bloggs", MOST) is Refusal.FULL
