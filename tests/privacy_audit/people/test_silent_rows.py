"""Friends who never wrote: the rows by another hand, asked as the engine asks and as the deck looks for names."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checks import CHECKS
from privacy_audit.checking import Context, Sighting
from privacy_audit.gate import Gate
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, Moment, PassageKind
from privacy_audit.own_facts import OwnFacts
from privacy_audit.people.acquaintance import Acquaintance, Band
from privacy_audit.people.gathering import acquaintances
from privacy_audit.people.quiet_signs import Known
from privacy_audit.people.reviewing import Answers, Deck
from privacy_audit.people.work_days import tells_of_work
from tests.builders import told_records

_FILE = Path(__file__).parents[2] / "checks" / "rows" / "silent-friend.toml"
_POLICE = OwnFacts(service="Essex Police", role="police officer")
ROWS: list[dict[str, Any]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["row"]


@cache
def _gate() -> Gate:
    return Gate(CHECKS)


def _asked(row: Mapping[str, Any], facts: OwnFacts) -> tuple[dict[str, list[Sighting]], tuple[Moment, ...]]:
    found: dict[str, list[Sighting]] = {}
    worked: list[Moment] = []
    said = [passage for told in row.get("posts", ()) for passage in told_records.passages(told)]
    for kind in PassageKind:
        mine = [one for one in said if one.kind is kind]
        batch = TextBatch(Category.POSTS, kind, "posts.json", [one.text for one in mine], mine.__getitem__)
        for index, asked in _gate().candidates(batch):
            worked += [when for when in (mine[index].when,) if when and tells_of_work(mine[index])]
            for check, rule in asked:
                if mine[index].voice in rule.voices:
                    found.setdefault(check.id, []).extend(rule.judge(mine[index], Context(facts)))
    return found, tuple(worked)


def _people(row: Mapping[str, Any]) -> tuple[Acquaintance, ...]:
    facts = told_records.facts(row["facts"]) if "facts" in row else _POLICE
    records = [record for told in row["records"] for record in told_records.records(told)]
    found, worked = _asked(row, facts)
    people = acquaintances(records, found, Known(facts.names, facts, worked))
    deck = Deck(people, Answers())
    deck.remember(row.get("remembered", ()))
    return tuple(card.person for card in deck.cards)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_each_row_is_listed_or_left_alone(row: dict[str, Any]) -> None:
    them = [person for person in _people(row) if row["friend"] in {one.name.reveal() for one in person.appearances}]
    assert not any(person.band in (Band.LIKELY, Band.POSSIBLE) for person in them), "silence is never more"
    assert any(person.reasons for person in them) is (row["expect"] == "caught")


def test_there_are_enough_rows_of_either_kind() -> None:
    caught = sum(row["expect"] == "caught" for row in ROWS)
    assert caught >= 20 and len(ROWS) - caught >= 20
