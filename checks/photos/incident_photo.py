"""Pictures of incidents, told by captions, posts, album names and what others say of them."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern
from privacy_audit.job_talk import is_official
from privacy_audit.model import Passage, PassageKind, Voice
from privacy_audit.phrasing import Phrasebook

_CLAUSES = ("ecfrs:1.3d",)
_BOOK = Phrasebook("incident_photo")

_THEMES = (
    Theme(
        "own-picture",
        "You have shared a picture from an incident",
        "A picture from an incident can show people on a bad day, their homes or what a court will ask about.",
        Weight.MODERATE,
        "incident-pictures",
    ),
    Theme(
        "caption",
        "Words under a picture speak of an incident at work",
        "The words say that the picture shows an incident. People in it, or their families, may see it.",
        Weight.MODERATE,
        "incident-pictures",
    ),
    Theme(
        "others",
        "Other people speak of pictures from your work",
        "What friends write shows that a picture from an incident has been passed on.",
        Weight.MODERATE,
        "friends-posts",
    ),
    Theme(
        "album",
        "A group or an album is named after pictures from work",
        "A collection of pictures from incidents is hard to explain, and everybody in the group has a copy.",
        Weight.MODERATE,
        "incident-pictures",
    ),
)

_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
_NAMES = frozenset({PassageKind.GROUP_NAME})
_OTHERS = frozenset({Voice.OTHER})


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    """On an official account pictures of incidents are published by the service itself."""
    if not is_official(passage.source.importer, context):
        yield from _BOOK.judge(passage, context)


CHECK = Check(
    id="incident-photo",
    title="Pictures from incidents",
    clauses=_CLAUSES,
    touches=(Concern.INFORMATION_SECURITY, Concern.REPUTATION),
    themes=_THEMES,
    rules=(
        Rule("incident-photo.own-words", _BOOK.gate(_WORDS), _judge, _WORDS),
        Rule("incident-photo.names", _BOOK.gate(_NAMES), _judge, _NAMES),
        Rule("incident-photo.others", _BOOK.gate(_WORDS, _OTHERS), _judge, _WORDS, _OTHERS),
    ),
)
