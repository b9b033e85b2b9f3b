"""Passages and answers for the tables of the text checks."""

from collections.abc import Mapping

from privacy_audit.checking import Check, Context, Sighting
from privacy_audit.findings import Confidence
from privacy_audit.importing import Holder
from privacy_audit.model import Passage, PassageKind, Source, Voice
from privacy_audit.own_facts import OwnFacts

SOURCE = Source("made-up", "posts.json", "/0")
OTHER_VOICE = Voice.OTHER


def passage(text: str, kind: PassageKind = PassageKind.POST, voice: Voice = Voice.OWNER, author: str = "") -> Passage:
    return Passage(text, kind, voice, SOURCE, author=author)


def context(facts: OwnFacts | None = None, holders: Mapping[str, Holder] | None = None) -> Context:
    return Context(facts or OwnFacts(), holders or {})


def sightings(check: Check, what: Passage, known: Context | None = None) -> tuple[Sighting, ...]:
    """What all rules of a check raise on one passage, gates left aside."""
    fit = [rule for rule in check.rules if what.kind in rule.kinds and what.voice in rule.voices]
    return tuple(sighting for rule in fit for sighting in rule.judge(what, known or Context()))


def surest(found: tuple[Sighting, ...]) -> Confidence | None:
    return max((sighting.confidence for sighting in found), default=None)
