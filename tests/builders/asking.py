"""Asks a check of one text or one record, through the same gate as a real audit."""

from collections.abc import Callable, Iterable, Sequence

import pytest

from privacy_audit.checking import Check, Context, Sighting
from privacy_audit.findings import Confidence
from privacy_audit.gate import Gate
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, Passage, PassageKind, Record, Source, Voice
from privacy_audit.own_facts import OwnFacts

HERE = Source("made-up", "posts.json", "/0")
_GATES: dict[str, Gate] = {}


def passage(text: str, kind: PassageKind = PassageKind.POST, voice: Voice = Voice.OWNER) -> Passage:
    return Passage(text, kind, voice, HERE)


def sightings(check: Check, said: Passage, facts: OwnFacts | None = None) -> list[Sighting]:
    """What the check says of one passage, when the gate lets it through."""
    if check.id not in _GATES:
        _GATES[check.id] = Gate([check])
    gate = _GATES[check.id]
    batch = TextBatch(Category.POSTS, said.kind, "posts.json", [said.text], lambda _index: said)
    context = Context(facts=facts or OwnFacts())
    return [
        sighting
        for _index, asked in gate.candidates(batch)
        for _check, rule in asked
        if said.voice in rule.voices
        for sighting in rule.judge(said, context)
    ]


def themes(found: Iterable[Sighting], least: Confidence = Confidence.LIKELY) -> set[str]:
    return {sighting.theme for sighting in found if sighting.confidence >= least}


Row = tuple[str, PassageKind, Voice, str]


def row_tests(
    check: Check, caught: Sequence[Row], left_alone: Sequence[Row]
) -> tuple[Callable[..., None], Callable[..., None]]:
    """The two tests that every check of texts has: rows of (theme, kind, voice, text) that must fire, and rows of
    (name, kind, voice, text) that must raise nothing at medium or above."""

    @pytest.mark.parametrize(("theme", "kind", "voice", "text"), caught, ids=[row[3][:30] for row in caught])
    def test_caught(theme: str, kind: PassageKind, voice: Voice, text: str) -> None:
        assert theme in themes(sightings(check, passage(text, kind, voice)))

    @pytest.mark.parametrize(("name", "kind", "voice", "text"), left_alone, ids=[row[0] for row in left_alone])
    def test_left_alone(name: str, kind: PassageKind, voice: Voice, text: str) -> None:
        assert themes(sightings(check, passage(text, kind, voice))) == set(), name

    return test_caught, test_left_alone


def of_record(check: Check, record: Record, facts: OwnFacts | None = None) -> list[tuple[str, Confidence]]:
    assert check.on_record is not None
    assert isinstance(record, check.record_types)
    found = check.on_record(record, Context(facts=facts or OwnFacts()))
    return [(sighting.theme, sighting.confidence) for sighting in found]
