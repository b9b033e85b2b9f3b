"""Chats of a team that hide, keep somebody out, laugh at people or pass on work material: names and words."""

from collections.abc import Iterator
from dataclasses import replace

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Subject
from privacy_audit.model import Passage, PassageKind, Voice
from privacy_audit.phrasing import Phrasebook
from privacy_audit.talk import OTHERS, TALK

_CLAUSES = ("ecfrs:4.5", "essex-police-c3011:3.2")
_BOOK = Phrasebook("group_chat")

_THEMES = (
    Theme(
        "name",
        "The name of a chat that you are in can be read against everybody in it",
        "Names of groups are the first thing that an inquiry reads. Being a member and saying nothing has counted too; "
        "a union or staff association can advise you.",
        Weight.MODERATE,
        "group-chat",
    ),
    Theme(
        "hide",
        "A chat of yours is kept from being looked at",
        "Asking others to delete can look like hiding something, even where there is nothing to hide. What one member "
        "deletes, the others still have.",
        Weight.SERIOUS,
        "group-chat",
    ),
    Theme(
        "exclude",
        "A chat of yours keeps a colleague out",
        "Being cut out hurts, and a team's chat is held to the same standard as talk at work.",
        Weight.MODERATE,
        "group-chat",
    ),
    Theme(
        "mock",
        "A chat of yours laughs at colleagues or at people met at work",
        "What is a joke among five can be read out in front of the person it is about.",
        Weight.MODERATE,
        "group-chat",
    ),
    Theme(
        "material",
        "Material from work is passed round in a chat of yours",
        "Pictures, logs and names from work belong to people who trusted the service with them. Advice comes first: "
        "deleting does not undo it, and a report may be asked of those who only received it.",
        Weight.SERIOUS,
        "group-chat",
    ),
)

_NAMES = frozenset({PassageKind.GROUP_NAME})
_RECEIVED = frozenset({PassageKind.MESSAGE})


def _of_others(passage: Passage, context: Context) -> Iterator[Sighting]:
    """The same words by another member: received, and a question of whether they were let stand."""
    for sighting in _BOOK.judge(replace(passage, voice=Voice.OWNER), context):
        reason = f"Another member wrote it. {sighting.reason}"
        yield replace(sighting, reason=reason, subject=Subject.OTHER)


CHECK = Check(
    id="group-chat",
    title="Work chats that can be held against their members",
    clauses=_CLAUSES,
    touches=(Concern.REPUTATION, Concern.INFORMATION_SECURITY),
    themes=_THEMES,
    rules=(
        Rule("group-chat.own-words", _BOOK.gate(TALK), _BOOK.judge, TALK),
        Rule("group-chat.others-words", _BOOK.gate(_RECEIVED), _of_others, _RECEIVED, OTHERS),
        Rule("group-chat.names", _BOOK.gate(_NAMES), _BOOK.judge, _NAMES),
    ),
    conduct=True,
)
