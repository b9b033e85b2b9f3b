"""What the service keeps to itself: operations to come, ways of working, gaps in cover, codes, logs, papers."""

from privacy_audit.checking import Check, Rule, Theme, Weight
from privacy_audit.findings import Concern
from privacy_audit.model import PassageKind
from privacy_audit.phrasing import Phrasebook
from privacy_audit.speaking_up import rerouted
from privacy_audit.talk import FROM_OTHERS, OTHERS, WRITTEN

_CLAUSES = ("essex-police-c3011:3.1", "ecfrs:1.3a", "ecfrs:7.2", "southend:5d")
_BOOK = Phrasebook("operational_information")

_THEMES = (
    Theme(
        "live-operation",
        "Your words tell of an operation",
        "Somebody who reads where, when or how it happens can get away, get ready or get rid of proof, and people may "
        "be hurt.",
        Weight.SERIOUS,
        "operational-words",
    ),
    Theme(
        "access",
        "Your words hold a code, a log-in or a place of keys at work",
        "Whoever reads it can get into a building or a system, and the way in outlives the post.",
        Weight.SERIOUS,
        "work-access",
    ),
    Theme(
        "cover",
        "Your words tell how thin the cover is",
        "Numbers, hours and gaps tell when and where nobody will come.",
        Weight.MODERATE,
        "operational-words",
    ),
    Theme(
        "ways-of-working",
        "Your words tell how the service goes about its work",
        "Ways of working that are not public lose their use once those whom they are meant for know them.",
        Weight.MODERATE,
        "operational-words",
    ),
    Theme(
        "inside",
        "Your words pass on what a system or a paper of the service holds",
        "Logs, checks and papers are there for the work alone, and each look into a system leaves a trace.",
        Weight.MODERATE,
        "operational-words",
    ),
    Theme(
        "others-words",
        "Other people's words tell what you said, or pass on what the service keeps to itself",
        "It shows that something was told, and it can be read by whoever gets hold of the conversation.",
        Weight.MODERATE,
        "others-work-words",
    ),
    Theme(
        "speaking-up",
        "Words on how the service works may raise a concern that the law protects",
        "Telling of danger, of broken rules or of a cover-up can be protected. Nothing here needs taking down: see "
        "the ways that are meant for it, such as your confidential reporting line, the IOPC, Protect and your union.",
        Weight.MODERATE,
        "speaking-up",
    ),
)

_NAMES = frozenset({PassageKind.GROUP_NAME, PassageKind.CONTACT_NAME})
_JUDGE = rerouted(_BOOK.judge)

CHECK = Check(
    id="operational-information",
    title="Operations and inner workings of the service",
    clauses=_CLAUSES,
    touches=(Concern.INFORMATION_SECURITY, Concern.STAFF_SAFETY, Concern.REPUTATION),
    themes=_THEMES,
    rules=(
        Rule("operational-information.own-words", _BOOK.gate(WRITTEN), _JUDGE, WRITTEN),
        Rule("operational-information.names", _BOOK.gate(_NAMES), _JUDGE, _NAMES),
        Rule("operational-information.others", _BOOK.gate(FROM_OTHERS, OTHERS), _JUDGE, FROM_OTHERS, OTHERS),
    ),
    conduct=True,
)
