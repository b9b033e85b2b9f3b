"""What the owner, or friends of the owner, give away of colleagues: names with faces, numbers, homes, private lives."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern
from privacy_audit.model import Passage, PassageKind, Voice
from privacy_audit.phrasing import Phrasebook

_CLAUSES = ("ecfrs:1.3c", "ecfrs:1.3f")
_BOOK = Phrasebook("colleague_exposed")

_THEMES = (
    Theme(
        "contact",
        "You have given out how to reach a colleague",
        "A colleague's number or address is the colleague's to give; strangers can use it to find or to trick them.",
        Weight.MODERATE,
        "colleague-posts",
    ),
    Theme(
        "home",
        "You tell where a colleague lives or can be met",
        "The same people who may look for you may look for your colleagues, and this helps them.",
        Weight.MODERATE,
        "colleague-posts",
    ),
    Theme(
        "private-life",
        "You speak of a colleague's private life",
        "Health, family and trouble at work are for the colleague to tell. Data protection law covers what you learned "
        "at work.",
        Weight.MODERATE,
        "colleague-posts",
    ),
    Theme(
        "name-and-picture",
        "You name colleagues with their job, their picture or their day",
        "A name with a face and a job makes a colleague as easy to find as you are.",
        Weight.MODERATE,
        "colleague-posts",
    ),
    Theme(
        "others",
        "Other people expose your colleagues to you or on your page",
        "What a friend writes of a colleague on your page can be read by everybody who can read the page.",
        Weight.MODERATE,
        "friends-posts",
    ),
)

_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
_NAMES = frozenset({PassageKind.CONTACT_NAME, PassageKind.GROUP_NAME})
_OTHERS = frozenset({Voice.OTHER})


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    yield from _BOOK.judge(passage, context)


CHECK = Check(
    id="colleague-exposed",
    title="What you give away of colleagues",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY, Concern.INFORMATION_SECURITY),
    themes=_THEMES,
    rules=(
        Rule("colleague-exposed.own-words", _BOOK.gate(_WORDS), _judge, _WORDS),
        Rule("colleague-exposed.names", _BOOK.gate(_NAMES), _judge, _NAMES),
        Rule("colleague-exposed.others", _BOOK.gate(_WORDS, _OTHERS), _judge, _WORDS, _OTHERS),
    ),
)
