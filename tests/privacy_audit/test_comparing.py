"""What became of each finding from one audit to the next, and when that cannot be told."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.comparing import AuditMemory, Fate, Remembered, compare, remembered
from privacy_audit.findings import Severity
from privacy_audit.model import Moment
from privacy_audit.options import MessageScope
from privacy_audit.words import Words
from tests.builders import results

_DAY = date(2026, 11, 21)
_KEY = b"k" * 32
_READ = {"facebook": frozenset({"posts", "messages", "profile"})}


def _one(name: str = "a", **changes: object) -> Remembered:
    start = Remembered(
        name, "date-of-birth", "birthday", "facebook", "Your birthday", Severity.MEDIUM, frozenset({"posts"}),
        frozenset({"p1"}), 1,
    )  # fmt: skip
    return replace(start, **changes)  # type: ignore[arg-type] # a builder names what differs


def _audit(*findings: Remembered, **changes: object) -> AuditMemory:
    return replace(AuditMemory(_DAY, _READ, findings), **changes)  # type: ignore[arg-type] # as above


def _fate(before: AuditMemory, now: AuditMemory, *earlier: AuditMemory) -> list[str]:
    return [change.fate.value for change in compare((*earlier, before), now).changes]


CASES = [
    ("the same", _audit(_one()), _audit(_one()), ["still there"]),
    ("gone", _audit(_one()), _audit(), ["fixed"]),
    ("come", _audit(), _audit(_one()), ["new"]),
    ("another name, the same place", _audit(_one("a")), _audit(_one("b")), ["still there"]),
    ("another name, another place", _audit(_one("a")), _audit(_one("b", items=frozenset({"p2"}))), ["fixed", "new"]),
    ("another platform not loaded", _audit(_one()), _audit(read={"x": frozenset({"posts"})}), ["cannot tell"]),
    ("posts not in it", _audit(_one()), _audit(read={"facebook": frozenset({"messages"})}), ["cannot tell"]),
    (
        "messages not read this time",
        _audit(_one(categories=frozenset({"messages"}))),
        _audit(messages=MessageScope.NONE),
        ["cannot tell"],
    ),
    ("posts, with fewer messages read", _audit(_one()), _audit(messages=MessageScope.NONE), ["fixed"]),
    ("held back now", _audit(_one()), _audit(withheld=frozenset({"date-of-birth"})), ["cannot tell"]),
    ("conduct, gone", _audit(Remembered("c", "grievance")), _audit(), ["fixed"]),
    (
        "conduct, fewer kinds of record",
        _audit(Remembered("c", "grievance")),
        _audit(read={"facebook": frozenset({"posts"})}),
        ["cannot tell"],
    ),
    (
        "conduct, fewer messages",
        _audit(Remembered("c", "grievance")),
        _audit(messages=MessageScope.OWN),
        ["cannot tell"],
    ),
    ("conduct is matched by its id alone", _audit(Remembered("c", "grievance")), _audit(Remembered("d", "grievance")),
     ["fixed", "new"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "now", "fates"), CASES, ids=[case[0] for case in CASES])
def test_what_became_of_it(name: str, before: AuditMemory, now: AuditMemory, fates: list[str]) -> None:
    assert _fate(before, now) == fates, name


def test_what_was_fixed_once_can_be_back() -> None:
    assert _fate(_audit(), _audit(_one()), _audit(_one())) == ["back again"]


def test_places_that_went_and_came_are_counted() -> None:
    before, now = _one(items=frozenset("abc")), _one(items=frozenset("cd"))
    change = compare((_audit(before),), _audit(now)).changes[0]
    assert (change.gone, change.added, change.reworded) == (2, 1, False)


def test_nothing_to_compare_with_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="no earlier"):
        compare((), _audit())


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.lists(st.sampled_from("abcdef"), unique=True))
def test_every_finding_is_told_once(before: list[str], now: list[str]) -> None:
    old = _audit(*(_one(name, items=frozenset({name})) for name in before))
    new = _audit(*(_one(name, items=frozenset({name})) for name in now))
    told = compare((old,), new)
    assert {change.before.id for change in told.changes if change.before} == set(before)
    assert {change.now.id for change in told.changes if change.now} == set(now)
    assert len(told.changes) == len(set(before) | set(now))
    assert {change.finding.id for change in told.of(Fate.STILL_THERE)} == set(before) & set(now)


def test_no_word_of_an_export_is_remembered() -> None:
    result = results.result()
    memory = remembered(result, _KEY, _DAY, MessageScope.ALL, frozenset({"security-answers"}))
    text = repr(memory)
    quotes = [one.quote.reveal() for finding in result.findings for one in finding.evidence if one.quote]
    assert quotes
    assert not [quote for quote in quotes if quote in text]
    kept = {one.check: one for one in memory.findings}
    assert kept["security-answers"] == Remembered(kept["security-answers"].id, "security-answers")
    assert kept["date-of-birth"].theme == "profile"


def test_the_same_words_in_another_layout_leave_the_same_print() -> None:
    result = results.result(found=(results.finding("dob"),))
    first = remembered(result, _KEY, _DAY, MessageScope.ALL, frozenset()).findings[0]
    evidence = result.findings[0].evidence[0]
    moved = replace(
        evidence,
        quote=Words("Birthday:  14 MARCH 1989"),
        spans=((11, 24),),
        when=Moment(datetime(2023, 3, 14, 23, 1, tzinfo=UTC)),
    )
    again = replace(result, findings=(replace(result.findings[0], evidence=(moved,)),))
    assert remembered(again, _KEY, _DAY, MessageScope.ALL, frozenset()).findings[0].items == first.items
    other_key = remembered(result, b"o" * 32, _DAY, MessageScope.ALL, frozenset()).findings[0]
    assert not other_key.items & first.items
