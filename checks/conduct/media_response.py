"""Answers to the press and to the public for the service: spoken, offered, put right, or told of by others."""

from privacy_audit.checking import Check, Rule, Theme, Weight
from privacy_audit.findings import Concern
from privacy_audit.model import PassageKind, Voice
from privacy_audit.phrasing import Phrasebook
from privacy_audit.speaking_up import rerouted

_CLAUSES = ("ecfrs:7.8",)
_BOOK = Phrasebook("media_response")
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

_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION, PassageKind.BIO})
_NAMES = frozenset({PassageKind.CONTACT_NAME})
_OTHERS_WORDS = frozenset({PassageKind.POST, PassageKind.MESSAGE})
_OTHERS = frozenset({Voice.OTHER})
_JUDGE = rerouted(_BOOK.judge)

CHECK = Check(
    id="media-response",
    title="Answers to the press and the public",
    clauses=_CLAUSES,
    touches=(Concern.REPUTATION, Concern.INFORMATION_SECURITY),
    themes=_THEMES,
    rules=(
        Rule("media-response.own-words", _BOOK.gate(_WORDS), _JUDGE, _WORDS),
        Rule("media-response.names", _BOOK.gate(_NAMES), _JUDGE, _NAMES),
        Rule("media-response.others", _BOOK.gate(_OTHERS_WORDS, _OTHERS), _JUDGE, _OTHERS_WORDS, _OTHERS),
    ),
    conduct=True,
)
