"""Answers to the press and to the public for the service: spoken, offered, put right, or told of by others."""

from collections.abc import Iterator
from dataclasses import replace

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence
from privacy_audit.model import Passage, PassageKind
from privacy_audit.phrasing import Phrasebook, compiled
from privacy_audit.speaking_up import rerouted
from privacy_audit.talk import FROM_OTHERS, OTHERS, WRITTEN

_CLAUSES = ("ecfrs:7.8",)
_NAME = "media_response"
_BOOK = Phrasebook(_NAME)
_WHY = (
    "What is said to the press can be taken for the service's own word, and a source is often easier to find than "
    "people think."
)

_THEMES = (
    Theme("spoke", "Your words tell that you spoke to the press about work", _WHY, Weight.MODERATE, "media-words"),
    Theme("offered", "You offer the press a story or a talk", _WHY, Weight.MODERATE, "media-words"),
    Theme("corrected", "You put a report right as somebody who was there", _WHY, Weight.MODERATE, "media-words"),
    Theme(
        "answered-public",
        "You answer the public as if for the service",
        "Readers take such an answer for the service's own, and it can tell more than was to be told.",
        Weight.MODERATE,
        "media-words",
    ),
    Theme(
        "others-words",
        "Other people's words show that you spoke to the press",
        _WHY,
        Weight.MODERATE,
        "others-work-words",
    ),
    Theme(
        "speaking-up",
        "Words to the press may raise a concern that the law protects",
        "Telling of danger, of broken rules or of a cover-up can be protected. Nothing here needs taking down: see "
        "the ways that are meant for it, such as your confidential reporting line, the IOPC, Protect and your union.",
        Weight.MODERATE,
        "speaking-up",
    ),
)

_NAMES = frozenset({PassageKind.CONTACT_NAME})


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    """The phrases. Words to the press with no sign of work may be about the village show: only worth a look."""
    for sighting in _BOOK.judge(passage, context):
        told = sighting.theme == "spoke" and passage.kind is not PassageKind.CONTACT_NAME
        if told and not compiled(_NAME, "{at_work}").search(passage.plain):
            yield replace(sighting, confidence=Confidence.POSSIBLE, reason="It tells of the press, and maybe of work.")
        else:
            yield sighting


_JUDGE = rerouted(_judge)

CHECK = Check(
    id="media-response",
    title="Answers to the press and the public",
    clauses=_CLAUSES,
    touches=(Concern.REPUTATION, Concern.INFORMATION_SECURITY),
    themes=_THEMES,
    rules=(
        Rule("media-response.own-words", _BOOK.gate(WRITTEN), _JUDGE, WRITTEN),
        Rule("media-response.names", _BOOK.gate(_NAMES), _JUDGE, _NAMES),
        Rule("media-response.others", _BOOK.gate(FROM_OTHERS, OTHERS), _JUDGE, FROM_OTHERS, OTHERS),
    ),
    conduct=True,
)
