"""Asks a check of one text or one record, through the same gate as a real audit."""

from collections.abc import Iterable

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
    gate = _GATES.setdefault(check.id, Gate([check]))
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


def of_record(check: Check, record: Record, facts: OwnFacts | None = None) -> list[tuple[str, Confidence]]:
    assert check.on_record is not None
    assert isinstance(record, check.record_types)
    found = check.on_record(record, Context(facts=facts or OwnFacts()))
    return [(sighting.theme, sighting.confidence) for sighting in found]
