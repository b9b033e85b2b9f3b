"""Acts and words for a party, asked about only where the user's role is politically restricted."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern
from privacy_audit.model import Passage, PassageKind
from privacy_audit.phrasing import Phrasebook
from privacy_audit.restriction import is_restricted
from privacy_audit.talk import FROM_OTHERS, OTHERS, WRITTEN

_CLAUSES = ("pfcc-053-2020:9b",)
_BOOK = Phrasebook("political_content")
_WHY = (
    "You may think and vote as you like. Your role is one of those that may not take an active part for a party, and "
    "words in public can count as that. Ask your union, staff association or monitoring officer where the line runs."
)

_THEMES = (
    Theme("acts", "You tell of work for a party", _WHY, Weight.MODERATE, "politics"),
    Theme("endorses", "You speak for or against a party at an election", _WHY, Weight.MODERATE, "politics"),
    Theme(
        "others-say",
        "Others tell of your work for a party",
        "A friend's thanks can show what your role asks you to keep apart. It is theirs to change, so ask kindly.",
        Weight.MODERATE,
        "friends-posts",
    ),
)

_OWN = WRITTEN | {PassageKind.GROUP_NAME}


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    """Nothing at all where the role is free: fire and rescue staff, most council staff, the Deputy PFCC."""
    if is_restricted(context.facts):
        yield from _BOOK.judge(passage, context)


CHECK = Check(
    id="political-content",
    title="Party politics, where your role is restricted",
    clauses=_CLAUSES,
    touches=(Concern.REPUTATION,),
    themes=_THEMES,
    rules=(
        Rule("political-content.own-words", _BOOK.gate(_OWN), _judge, _OWN),
        Rule("political-content.others-words", _BOOK.gate(FROM_OTHERS, OTHERS), _judge, FROM_OTHERS, OTHERS),
    ),
    conduct=True,
)
