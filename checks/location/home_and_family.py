"""Where the owner lives, when nobody is in, how to get in, the car, set times, the children and the old people."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight, seen
from privacy_audit.findings import Concern, Confidence, Evidence, Subject
from privacy_audit.model import (
    Audience,
    FieldKind,
    Passage,
    PassageKind,
    Place,
    PlaceKind,
    ProfileField,
    Record,
    Relative,
    Voice,
)
from privacy_audit.own_matches import any_of, confirmed, found
from privacy_audit.phrasing import Phrasebook
from privacy_audit.words import Words

_CLAUSES = ("essex-police-c3011:3.4d", "essex-police-c3011:5.0")
_BOOK = Phrasebook("home_and_family")

_THEMES = (
    Theme(
        "profile-address",
        "Your profile holds your postal address",
        "A postal address leads to your home and your family.",
        Weight.SERIOUS,
        "contact-info",
    ),
    Theme(
        "address",
        "Your words tell where you live",
        "A house and a street lead anybody to your door and to your family.",
        Weight.SERIOUS,
        "old-posts",
    ),
    Theme(
        "empty-house",
        "Your words tell when nobody is at home",
        "Whoever knows where you live learns when the house is empty, or when somebody is alone in it.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "keys-and-codes",
        "Your words tell how to get in",
        "A key's place, a code or a door that does not lock helps a burglar and outlives the post.",
        Weight.SERIOUS,
        "old-posts",
    ),
    Theme(
        "plate",
        "Your number plate can be read",
        "A plate tells your car from all others, and with it where you live and work.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "routine",
        "Your words tell where you are at set times",
        "A fixed time and place lets somebody wait for you.",
        Weight.MODERATE,
        "location-on-posts",
    ),
    Theme(
        "children",
        "Your children can be found",
        "A child's name with a school, a class or a time of day tells a stranger where the child is.",
        Weight.SERIOUS,
        "family-posts",
    ),
    Theme(
        "family-places",
        "Where your family works can be read",
        "Somebody who cannot find you can wait where your partner or your child works.",
        Weight.MODERATE,
        "family-posts",
    ),
    Theme(
        "care-home",
        "An elderly relative can be found",
        "A home's name and a room, or the hours when somebody is alone, open the door to callers.",
        Weight.MODERATE,
        "family-posts",
    ),
    Theme(
        "own-postcode",
        "Your own postcode can be read",
        "A postcode narrows the search for your home to a handful of doors.",
        Weight.SERIOUS,
        "old-posts",
    ),
    Theme(
        "profile-family",
        "Your profile names your family",
        "Relatives on a profile can be found and approached in your place, and their names answer bank questions.",
        Weight.MODERATE,
        "name-and-family",
    ),
    Theme(
        "profile-home",
        "Your profile tells where you live",
        "A town with a name is often enough to find an address in open registers.",
        Weight.MODERATE,
        "contact-info",
    ),
    Theme(
        "check-in-home",
        "You checked in at home",
        "A check-in at home puts your front door on a map.",
        Weight.SERIOUS,
        "location-on-posts",
    ),
)

_POSTCODE = r"\b[a-z]{1,2}\d{1,2}[a-z]?\s*\d\s*[a-z]{2}\b"  # any of which may be the own one


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    """The phrases, surer where they name what the user told us; and the own postcode, wherever it stands."""
    facts = context.facts
    own = any_of((*facts.family_names, facts.home_town, facts.home_postcode))
    yield from confirmed(_BOOK.judge(passage, context), passage, own, "It names your home or family as you told us.")
    span = found(passage, any_of((facts.home_postcode,)))
    if span:
        reason = "It holds your own postcode."
        yield Sighting("own-postcode", Confidence.SURE, (seen(passage, span),), reason, audience=passage.audience)


_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
_NAMES = frozenset({PassageKind.BIO, PassageKind.GROUP_NAME, PassageKind.CONTACT_NAME, PassageKind.PAGE_NAME})
_OTHERS_WORDS = frozenset({PassageKind.POST, PassageKind.MESSAGE})
_OTHERS = frozenset({Voice.OTHER})
_RULES = (
    Rule("home-and-family.own-words", _BOOK.gate(_WORDS, also=_POSTCODE), _judge, _WORDS),
    Rule("home-and-family.names", _BOOK.gate(_NAMES, also=_POSTCODE), _judge, _NAMES),
    Rule("home-and-family.others", _BOOK.gate(_OTHERS_WORDS, _OTHERS, _POSTCODE), _judge, _OTHERS_WORDS, _OTHERS),
)

_HOME_WORDS = frozenset(
    {"home", "my home", "our home", "my house", "our house", "the house", "my flat", "home sweet home"}
)


def _on_record(record: Record, _context: Context) -> Iterator[Sighting]:
    if record.audience is Audience.ONLY_ME:
        return
    if isinstance(record, Relative):
        reason = "The profile itself names a relative."
        words = record.name if not record.relation else f"{record.name} ({record.relation})"
        yield _sure(record, "profile-family", words, reason, Subject.FAMILY)
    elif isinstance(record, ProfileField) and record.kind is FieldKind.CURRENT_CITY and record.value:
        yield _sure(record, "profile-home", record.value, "The profile itself names the town.")
    elif isinstance(record, ProfileField) and record.kind is FieldKind.ADDRESS and record.value:
        yield _sure(record, "profile-address", record.value, "The profile itself holds it.")
    elif isinstance(record, Place) and _called_home(record):
        yield _sure(record, "check-in-home", record.address or record.name, "The place is called home.")


_NAMED_PLACES = frozenset({PlaceKind.CHECK_IN, PlaceKind.TAGGED, PlaceKind.PRIMARY, PlaceKind.SAVED})


def _called_home(place: Place) -> bool:
    return place.kind in _NAMED_PLACES and place.name.casefold().strip(" .!") in _HOME_WORDS


def _sure(record: Record, theme: str, words: str, reason: str, subject: Subject = Subject.ME) -> Sighting:
    place = "Check-in" if theme == "check-in-home" else "Profile"
    evidence = (Evidence(record.source, Words(words), place=place),)
    return Sighting(theme, Confidence.SURE, evidence, reason, subject, record.audience)


CHECK = Check(
    id="home-and-family",
    title="Your home and your family",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY,),
    themes=_THEMES,
    rules=_RULES,
    record_types=(Relative, ProfileField, Place),
    on_record=_on_record,
    withheld_unless_owner=True,
)
