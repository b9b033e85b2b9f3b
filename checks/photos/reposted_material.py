"""Other people's pictures, films and texts passed on without leave, and papers from work: never more than low."""

from privacy_audit.checking import Check, Rule, Theme, Weight
from privacy_audit.findings import Concern
from privacy_audit.model import PassageKind
from privacy_audit.phrasing import Phrasebook

_CLAUSES = ("ecfrs:7.5", "southend:5e", "derbyshire:A7")
_BOOK = Phrasebook("reposted_material")

_THEMES = (
    Theme(
        "others-work",
        "You have passed on what somebody else made",
        "Pictures, films and texts belong to their makers, also online. Leave and a name are soon asked for.",
        Weight.SLIGHT,
        "others-material",
    ),
    Theme(
        "from-work",
        "You have passed on papers or pictures from work",
        "What was made at work belongs to the service, and may hold more than it seems.",
        Weight.SLIGHT,
        "others-material",
    ),
)

_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})

CHECK = Check(
    id="reposted-material",
    title="What others made",
    clauses=_CLAUSES,
    touches=(Concern.REPUTATION, Concern.INFORMATION_SECURITY),
    themes=_THEMES,
    rules=(Rule("reposted-material.own-words", _BOOK.gate(_WORDS), _BOOK.judge, _WORDS),),
)
