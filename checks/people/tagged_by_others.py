"""Friends' posts and tags that embarrass the owner, or that give away where the owner is or lives."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.model import Audience, PassageKind, Place, PlaceKind, Record, Voice
from privacy_audit.phrasing import Phrasebook
from privacy_audit.words import Words

_CLAUSES = ("derbyshire:5d", "derbyshire:A5", "essex-police-c3011:3.4d")
_BOOK = Phrasebook("tagged_by_others")

_THEMES = (
    Theme(
        "embarrassing",
        "Friends post what could embarrass you",
        "What is a joke among friends can be used to put pressure on you, and their settings decide who sees it.",
        Weight.MODERATE,
        "friends-posts",
    ),
    Theme(
        "whereabouts",
        "Friends tell where you are",
        "A friend's post shows strangers where you can be met, or that nobody is at your home.",
        Weight.MODERATE,
        "friends-posts",
    ),
    Theme(
        "home",
        "Friends tell where you live",
        "You may keep your address to yourself, and a friend's kind words can still lead to your door.",
        Weight.MODERATE,
        "friends-posts",
    ),
    Theme(
        "tagged-place",
        "Friends have tagged you at places",
        "A list of places and days where others tagged you shows where you like to be.",
        Weight.SLIGHT,
        "tags",
    ),
)

_SHOWN = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.CAPTION})
_TOLD = frozenset({PassageKind.MESSAGE})
_OTHERS = frozenset({Voice.OTHER})


def _on_record(record: Record, _context: Context) -> Iterator[Sighting]:
    """Places at which somebody else tagged the owner."""
    if not isinstance(record, Place) or record.kind is not PlaceKind.TAGGED or record.audience is Audience.ONLY_ME:
        return
    words = record.name or record.address
    if words:
        evidence = (Evidence(record.source, Words(words), when=record.when, place="Tagged place"),)
        reason = "The download lists it among the places where you were tagged."
        yield Sighting("tagged-place", Confidence.LIKELY, evidence, reason, audience=record.audience)


CHECK = Check(
    id="tagged-by-others",
    title="What friends post about you",
    clauses=_CLAUSES,
    touches=(Concern.REPUTATION, Concern.STAFF_SAFETY),
    themes=_THEMES,
    rules=(
        Rule("tagged-by-others.posts", _BOOK.gate(_SHOWN, _OTHERS), _BOOK.judge, _SHOWN, _OTHERS),
        Rule("tagged-by-others.told", _BOOK.gate(_TOLD, _OTHERS), _BOOK.judge, _TOLD, _OTHERS),
    ),
    record_types=(Place,),
    on_record=_on_record,
    withheld_unless_owner=True,
)
