"""Rows written before the checks by another hand than coded them: each check is asked about all of its rows."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from checks import CHECKS
from privacy_audit.checking import Check, Context, Gathered, Rule, Sighting
from privacy_audit.findings import Severity
from privacy_audit.gate import Gate
from privacy_audit.hurtful_words import Mode, hurtful_words
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, Passage, PassageKind, Record, Voice
from privacy_audit.own_facts import OwnFacts
from privacy_audit.severity import graded
from tests.accuracy import LOW_BY_DESIGN
from tests.builders import asking, told_records

_FOLDER = Path(__file__).parent / "rows"
_CHECKS: Mapping[str, Check] = {check.id: check for check in CHECKS}
_ENOUGH = 20

# Told from low upwards: what the guidance's own table calls low, and a logo, which by itself gives little away.
_FROM_LOW = LOW_BY_DESIGN | {"service-logo"}
# A check that speaks only for users of one role is asked as such a user.
_POLICE = OwnFacts(service="Essex Police", role="police officer", politically_restricted=True)
_FACTS = {"political-content": _POLICE, "unfamiliar-connection": _POLICE}
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a text, or a short list of records."""

    check: str
    caught: bool
    name: str
    said: Passage | None = None
    records: tuple[Record, ...] = ()
    facts: OwnFacts = field(default_factory=OwnFacts)


def _texts(file: Path) -> Iterator[Row]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            expect, kind, voice, text = line.split("\t")
            said = _passage(text, kind, voice)
            yield Row(file.stem, _is_caught(expect), text, said, facts=_FACTS.get(file.stem, OwnFacts()))


def _guards(file: Path) -> Iterator[Row]:
    """The same columns, with the guard in place of what is expected: nothing ever is."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            guard, kind, voice, text = line.split("\t")
            yield Row(guard, caught=False, name=text, said=_passage(text, kind, voice), facts=_POLICE)


def _passage(text: str, kind: str, voice: str) -> Passage:
    return asking.passage(_SLOT.sub(_hurtful, text), PassageKind(kind), Voice[voice])


def _hurtful(slot: re.Match[str]) -> str:
    """No such word stands in a file of rows: a slot names a category of the encoded list."""
    return next(word.word for word in hurtful_words() if word.category == slot[1] and word.mode is Mode.ALWAYS)


def _is_caught(expect: str) -> bool:
    assert expect in {"caught", "left-alone"}, expect
    return expect == "caught"


def _record_rows(file: Path) -> Iterator[Row]:
    with file.open("rb") as opened:
        rows = tomllib.load(opened)["row"]
    for row in rows:
        records = tuple(record for told in row["records"] for record in told_records.records(told))
        given = row.get("facts")
        facts = told_records.facts(given) if given else _FACTS.get(file.stem, OwnFacts())
        yield Row(file.stem, _is_caught(row["expect"]), row["name"], records=records, facts=facts)


@cache
def _stopped() -> Mapping[Passage, tuple[tuple[Check, Rule], ...]]:
    """Which rules the gate asks of which text: one gate over all checks, as in an audit."""
    gate, asked = Gate(CHECKS), {}
    for kind in PassageKind:
        said = [row.said for row in (*ROWS, *GUARDED) if row.said and row.said.kind is kind]
        batch = TextBatch(Category.POSTS, kind, "posts.json", [one.text for one in said], said.__getitem__)
        for index, pairs in gate.candidates(batch):
            asked[said[index]] = tuple(pairs)
    return asked


def _raised(check: Check, row: Row) -> list[Sighting]:
    """What the check says, asked as the engine asks: of the text through the gate, of each record, of the whole."""
    context = Context(row.facts)
    found: list[Sighting] = []
    for asked, rule in _stopped().get(row.said, ()) if row.said else ():
        if asked.id == check.id and row.said and row.said.voice in rule.voices:
            found += rule.judge(row.said, context)
    if check.on_record:
        for record in row.records:
            if isinstance(record, check.record_types):
                found += check.on_record(record, context)
    if check.on_whole:
        found += check.on_whole(Gathered(row.records, {check.id: tuple(found)}), context)
    return found


def _counts(check: Check, row: Row, found: list[Sighting]) -> bool:
    """Whether it speaks loudly enough to count: medium from a text, whatever it is from records."""
    weights = {theme.id: theme.weight for theme in check.themes}
    grades = [graded(weights[one.theme], one.audience, one.confidence) for one in found]
    if row.said is None:
        return bool(grades)
    return any(grade >= (Severity.LOW if check.id in _FROM_LOW else Severity.MEDIUM) for grade in grades)


_GUARDS, _TURNS, _MESSAGES = "guards", "turns", "kind-message"  # files of another form
_FILES = sorted(file for file in _FOLDER.iterdir() if file.stem not in {_GUARDS, _TURNS, _MESSAGES})
ROWS = [row for file in _FILES for row in (_texts(file) if file.suffix == ".tsv" else _record_rows(file))]
GUARDED = list(_guards(_FOLDER / f"{_GUARDS}.tsv"))
_REGISTERED = [row for row in ROWS if row.check in _CHECKS]


@pytest.mark.parametrize("row", _REGISTERED, ids=lambda row: f"{row.check}: {row.name}")
def test_each_row_is_told_or_left_alone_as_its_writer_expected(row: Row) -> None:
    check = _CHECKS[row.check]
    assert _counts(check, row, _raised(check, row)) is row.caught


@pytest.mark.parametrize("check", [file.stem for file in _FILES])
def test_there_are_enough_rows_of_either_kind(check: str) -> None:
    caught = sum(row.caught for row in ROWS if row.check == check)
    assert caught >= _ENOUGH
    assert sum(row.check == check for row in ROWS) - caught >= _ENOUGH


def test_no_row_stands_twice() -> None:
    keys = [(row.check, row.name, row.said.voice if row.said else None) for row in ROWS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("row", GUARDED, ids=lambda row: f"{row.check}: {row.name}")
def test_union_activity_opinion_and_speaking_up_are_never_findings(row: Row) -> None:
    assert [check.id for check in CHECKS if _counts(check, row, _raised(check, row))] == []


@pytest.mark.parametrize("guard", ["union", "opinion", "speaking-up"])
def test_there_are_enough_rows_for_each_guard(guard: str) -> None:
    assert sum(row.check == guard for row in GUARDED) >= _ENOUGH
