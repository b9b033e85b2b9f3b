"""Talk of people met through work: prisoners, callers, victims, tenants, pupils; kind words and unnamed ones too."""

from collections.abc import Iterator
from dataclasses import replace

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence
from privacy_audit.model import Passage, PassageKind
from privacy_audit.phrasing import Phrasebook, compiled
from privacy_audit.talk import FROM_OTHERS, OTHERS, WRITTEN

_CLAUSES = (
    "essex-police-c3011:3.1",
    "ecfrs:1.3f",
    "southend:5d",
    "derbyshire:6.4",
    "derbyshire:A2",
)
_NAME = "service_user_discussion"
_BOOK = Phrasebook(_NAME)
_WHY = (
    "People who need help trust that it stays private. Even without a name, they or somebody close to them may know "
    "who is meant."
)

_THEMES = (
    Theme(
        "identifiable",
        "Your words tell of somebody met through work who could be recognised",
        "A name, an age, a house or an illness lets others work out who is meant, and that person may come to harm.",
        Weight.SERIOUS,
        "service-user-words",
    ),
    Theme(
        "met-through-work", "Your words tell of somebody met through work", _WHY, Weight.MODERATE, "service-user-words"
    ),
    Theme(
        "others-words",
        "Other people speak to you about somebody met through work",
        "It shows that work was talked about, and it can be read by whoever gets hold of the conversation.",
        Weight.MODERATE,
        "others-work-words",
    ),
    Theme(
        "contacts",
        "A contact or a group is named after somebody met through work",
        "Phones and apps copy such names into their own lists, and a lost or shared phone shows them.",
        Weight.SERIOUS,
        "contact-names",
    ),
)

_NAMES = frozenset({PassageKind.CONTACT_NAME, PassageKind.GROUP_NAME})


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    """The phrases; clear words that also tell who it is weigh more."""
    for sighting in _BOOK.judge(passage, context):
        if (
            sighting.theme == "met-through-work"
            and sighting.confidence >= Confidence.LIKELY
            and compiled(_NAME, "{identifying}").search(passage.plain)
        ):
            reason = "The words tell a name, an age, a house or an illness beside it."
            yield replace(sighting, theme="identifiable", reason=reason)
        else:
            yield sighting


CHECK = Check(
    id="service-user-discussion",
    title="Talk about people met through work",
    clauses=_CLAUSES,
    touches=(Concern.INFORMATION_SECURITY, Concern.REPUTATION),
    themes=_THEMES,
    rules=(
        Rule("service-user-discussion.own-words", _BOOK.gate(WRITTEN), _judge, WRITTEN),
        Rule("service-user-discussion.names", _BOOK.gate(_NAMES), _judge, _NAMES),
        Rule("service-user-discussion.others", _BOOK.gate(FROM_OTHERS, OTHERS), _judge, FROM_OTHERS, OTHERS),
    ),
    conduct=True,
)
