"""The chain of entries: whole as it was made, broken by any change."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from privacy_audit.gateway import Entry, Ledger
from privacy_audit.gateway.ledger import from_json, is_whole


def _ledger() -> Ledger:
    ledger = Ledger(lambda: datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
    for number in range(3):
        ledger.answered(ledger.asked("password-range", "example.com", f"GET /range/0000{number}"), number)
    return ledger


def test_what_was_written_is_whole_and_goes_on_from_where_it_was() -> None:
    kept: list[tuple[Entry, ...]] = []
    first = _ledger()
    assert is_whole(first.entries) and is_whole(())
    again = Ledger(
        lambda: datetime(2026, 11, 22, tzinfo=UTC), first.entries, lambda entries: kept.append(tuple(entries))
    )
    again.asked("newer-pack", "example.com", "GET /")
    assert is_whole(again.entries)
    assert [len(entries) for entries in kept] == [7]
    assert from_json(again.as_json()) == again.entries
    assert [line["number"] for line in json.loads(again.as_json())] == list(range(1, 8))


@pytest.mark.parametrize("place", range(6))
@pytest.mark.parametrize(
    "change", [{"text": "GET /other"}, {"received": 99}, {"at": "2020-01-01"}, {"sent": 0, "host": "x"}], ids=str
)
def test_any_change_is_seen(place: int, change: dict[str, object]) -> None:
    entries = list(_ledger().entries)
    entries[place] = replace(entries[place], **change)  # type: ignore[arg-type] # a table of changes
    assert not is_whole(entries)


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '[{"kind": "asked"}]', '[{"kind": "x", "purpose": "", "host": ""}]', "null"]
)
def test_what_is_no_ledger_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of them will do
        from_json(text)
    broken = _ledger().as_json().replace("GET /range/00001", "GET /range/0000x")
    with pytest.raises(ValueError, match="changed"):
        from_json(broken)


@pytest.mark.parametrize("place", range(5))
def test_an_entry_taken_out_is_seen(place: int) -> None:
    entries = list(_ledger().entries)
    del entries[place]
    assert not is_whole(entries)


def test_entries_that_change_places_are_seen() -> None:
    entries = list(_ledger().entries)
    entries[1], entries[2] = entries[2], entries[1]
    assert not is_whole(entries)
