"""Pages liked or followed and things shared that are hateful, extremist, pornographic or laugh at people in need."""

from privacy_audit.checking import Check, Rule, Theme, Weight
from privacy_audit.findings import Concern
from privacy_audit.model import PassageKind
from privacy_audit.phrasing import Phrasebook

_CLAUSES = ("ecfrs:7.3", "southend:5c")
_BOOK = Phrasebook("endorsed_content")
_WHY = (
    "A like or a follow can be read as agreement, and others can often see it. Pages change their names over the "
    "years, so it may be quite another page than the one you chose; where it could come up, a union or staff "
    "association can advise you first."
)

_THEMES = (
    Theme(
        "page-hate",
        "You follow or like a page or group that is against people for what they are",
        _WHY,
        Weight.SERIOUS,
        "endorsed",
    ),
    Theme(
        "page-mock",
        "You follow or like a page or group that laughs at people in need",
        _WHY,
        Weight.MODERATE,
        "endorsed",
    ),
    Theme("page-adult", "You follow or like a page or group of pornography", _WHY, Weight.MODERATE, "endorsed"),
    Theme("shared", "You pass on or praise something that others may find hateful", _WHY, Weight.MODERATE, "endorsed"),
)

_PAGES = frozenset({PassageKind.PAGE_NAME, PassageKind.GROUP_NAME})
_SHARED = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.CAPTION})

CHECK = Check(
    id="endorsed-content",
    title="What you like, follow and share",
    clauses=_CLAUSES,
    touches=(Concern.REPUTATION,),
    themes=_THEMES,
    rules=(
        Rule("endorsed-content.pages", _BOOK.gate(_PAGES), _BOOK.judge, _PAGES),
        Rule("endorsed-content.shared", _BOOK.gate(_SHARED), _BOOK.judge, _SHARED),
    ),
    conduct=True,
)
