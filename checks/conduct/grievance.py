"""Complaints about the own work in the open: managers, colleagues, leave and kit; and somebody accused by name."""

from privacy_audit.checking import Check, Rule, Theme, Weight
from privacy_audit.findings import Concern
from privacy_audit.model import PassageKind
from privacy_audit.phrasing import Phrasebook
from privacy_audit.speaking_up import rerouted
from privacy_audit.talk import FROM_OTHERS, OTHERS, WRITTEN

_CLAUSES = (
    "ecfrs:7.2",
    "ecfrs:7.9",
    "southend:5c",
    "derbyshire:6.1",
    "derbyshire:6.4",
    "derbyshire:A2",
)
_BOOK = Phrasebook("grievance")
_WHY = (
    "You may be right. Said in the open it seldom helps, and it can be held against you; your union or staff "
    "association and the way for grievances can."
)

_THEMES = (
    Theme("managers", "Your words complain of managers at work", _WHY, Weight.MODERATE, "work-complaint"),
    Theme("workplace", "Your words complain of your place of work", _WHY, Weight.MODERATE, "work-complaint"),
    Theme(
        "colleagues",
        "Your words run down colleagues",
        "Words among friends travel, and those meant by them may take them for bullying.",
        Weight.MODERATE,
        "work-complaint",
    ),
    Theme(
        "named",
        "Your words accuse somebody by name",
        "To accuse a person or a firm by name can be defamation, whatever the reason, and you would have to prove it.",
        Weight.MODERATE,
        "work-complaint",
        ("derbyshire:A7", "pfcc-053-2020:9a", "southend:5c"),
    ),
    Theme(
        "names",
        "A group or a contact is named in anger at work",
        "Names of groups show in lists and notices, and everybody in the group stands beside the name.",
        Weight.MODERATE,
        "work-complaint",
    ),
    Theme(
        "others-words",
        "Other people complain of work on your page or to you",
        "It can look as if the words were yours, and it shows that you spoke of work.",
        Weight.MODERATE,
        "others-work-words",
    ),
    Theme(
        "speaking-up",
        "A complaint of yours may raise a concern that the law protects",
        "Telling of danger, of broken rules or of a cover-up can be protected. Nothing here needs taking down: see "
        "the ways that are meant for it, such as your confidential reporting line, the IOPC, Protect and your union.",
        Weight.MODERATE,
        "speaking-up",
    ),
)

_NAMES = frozenset({PassageKind.GROUP_NAME, PassageKind.CONTACT_NAME})
_JUDGE = rerouted(_BOOK.judge)

CHECK = Check(
    id="grievance",
    title="Complaints about work in the open",
    clauses=(*_CLAUSES, "derbyshire:A7", "pfcc-053-2020:9a"),
    touches=(Concern.REPUTATION,),
    themes=_THEMES,
    rules=(
        Rule("grievance.own-words", _BOOK.gate(WRITTEN), _JUDGE, WRITTEN),
        Rule("grievance.names", _BOOK.gate(_NAMES), _JUDGE, _NAMES),
        Rule("grievance.others", _BOOK.gate(FROM_OTHERS, OTHERS), _JUDGE, FROM_OTHERS, OTHERS),
    ),
    conduct=True,
)
