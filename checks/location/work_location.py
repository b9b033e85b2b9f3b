"""The station, base, court, office or beat where the owner works, told by words, check-ins and events."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.job_talk import is_official
from privacy_audit.model import (
    Audience,
    Employment,
    Membership,
    MembershipKind,
    Passage,
    PassageKind,
    Place,
    PlaceKind,
    Record,
    Voice,
)
from privacy_audit.own_matches import any_of
from privacy_audit.phrasing import Phrasebook, compiled
from privacy_audit.words import Words

_CLAUSES = (
    "essex-police-c3011:3.4a",
    "ecfrs:1.3d",
    "derbyshire:5a",
    "derbyshire:A4",
)
_NAME = "work_location"
_BOOK = Phrasebook(_NAME)
_WHY = "Whoever knows where you work, and when, can wait for you there or follow you home."

_THEMES = (
    Theme("profile", "Your profile names the place where you work", _WHY, Weight.MODERATE, "work-details"),
    Theme("own-words", "Your words tell where you work", _WHY, Weight.MODERATE, "work-places"),
    Theme(
        "on-duty",
        "Your words tell where you stand on duty",
        "A post from a cordon, a gate or a lay-by shows strangers where you are while you are busy with your work.",
        Weight.MODERATE,
        "work-places",
    ),
    Theme("bio", "Your bio names the place where you work", _WHY, Weight.MODERATE, "work-details"),
    Theme(
        "group",
        "A group's name tells where its members work",
        "A group's name and its list of members show together who works in which building.",
        Weight.MODERATE,
        "groups",
    ),
    Theme("others-words", "Other people tell where you work", _WHY, Weight.MODERATE, "tags"),
    Theme("check-in", "You checked in where you work", _WHY, Weight.MODERATE, "location-on-posts"),
    Theme(
        "saved-place",
        "Your place of work is saved on the account",
        "A saved place says outright where you work, and apps that are linked to the account may read it.",
        Weight.MODERATE,
        "location-on-posts",
    ),
    Theme(
        "event",
        "Events that you joined take place at a station",
        "A list of events at one station lets strangers guess that you belong there.",
        Weight.SLIGHT,
        "location-on-posts",
    ),
)

_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
_NAMES = frozenset({PassageKind.BIO, PassageKind.GROUP_NAME})
_OTHERS = frozenset({Voice.OTHER})


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    if not is_official(passage.source.importer, context):
        yield from _BOOK.judge(passage, context)


_RULES = (
    Rule("work-location.own-words", _BOOK.gate(_WORDS), _judge, _WORDS),
    Rule("work-location.names", _BOOK.gate(_NAMES), _judge, _NAMES),
    Rule("work-location.others", _BOOK.gate(_WORDS, _OTHERS), _judge, _WORDS, _OTHERS),
)

# Places on a map; {public} names what such a building has become, or what anybody goes there for.
_SERVICE_PLACE = r"{hard}\b|\b(?:constabulary|fire (?:and|&) rescue|fire (?:service|brigade)|policing)\b"
_CIVIC_PLACE = r"{civic}\b"
_PUBLIC = r"{public}|\b(?:the old|theatre|cinema|bowl|club|cafe|coffee|kitchen|apartments|library|arts)\b"
_VISITED = frozenset({PlaceKind.CHECK_IN, PlaceKind.TAGGED})
_WORK = frozenset({"work", "my work", "office", "the office", "my office"})


def _on_record(record: Record, context: Context) -> Iterator[Sighting]:
    if record.audience is Audience.ONLY_ME or is_official(record.source.importer, context):
        return
    if isinstance(record, Place):
        yield from _place(record, context)
    elif isinstance(record, Employment):
        yield from _employment(record)
    elif isinstance(record, Membership) and record.kind is MembershipKind.EVENT:
        yield from _event(record, context)


def _employment(work: Employment) -> Iterator[Sighting]:
    """A work entry that names a building; the town alone is left to the check of the employer."""
    if work.current is False or (work.end is not None and work.current is None):
        return
    shown = ", ".join(part for part in (work.title, work.employer, work.place, work.description) if part)
    if compiled(_NAME, r"{named}").search(shown) and not compiled(_NAME, _PUBLIC).search(shown):
        evidence = (Evidence(work.source, Words(shown), place="Profile"),)
        reason = "The work entry of the profile names a building of the service."
        yield Sighting("profile", Confidence.SURE, evidence, reason, audience=work.audience)


def _place(place: Place, context: Context) -> Iterator[Sighting]:
    words = place.name or place.address
    if place.kind in (PlaceKind.PRIMARY, PlaceKind.SAVED) and place.name.casefold().strip(" .!") in _WORK:
        shown = place.address or place.name
        yield _told(place, "saved-place", shown, Confidence.SURE, "The account keeps this place as your work.")
    elif place.kind in _VISITED:
        sure = _how_sure(words, context)
        if sure is not None:
            reason = "The place is a building of a service or a council."
            yield _told(place, "check-in", words, sure, reason)


def _event(event: Membership, context: Context) -> Iterator[Sighting]:
    if "declin" in event.detail.casefold():
        return
    sure = _how_sure(event.place, context)
    if sure is not None:
        reason = "The event takes place in a building of a service or a council."
        yield _told(event, "event", f"{event.name}, {event.place}", sure, reason)


def _how_sure(place: str, context: Context) -> Confidence | None:
    """How surely a place is where the user works; None when nothing speaks for it."""
    own = any_of((context.facts.service,))
    if own is not None and context.facts.service.casefold() != "none" and own.search(place):
        return Confidence.SURE
    if not place or compiled(_NAME, _PUBLIC).search(place):
        return None
    if compiled(_NAME, _SERVICE_PLACE).search(place):
        return Confidence.LIKELY
    return Confidence.POSSIBLE if compiled(_NAME, _CIVIC_PLACE).search(place) else None


def _told(record: Place | Membership, theme: str, words: str, sure: Confidence, reason: str) -> Sighting:
    where = "Event" if theme == "event" else "Check-in" if theme == "check-in" else "Saved place"
    evidence = (Evidence(record.source, Words(words), when=record.when, place=where),)
    return Sighting(theme, sure, evidence, reason, audience=record.audience)


CHECK = Check(
    id="work-location",
    title="Where you work",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY, Concern.INFORMATION_SECURITY),
    themes=_THEMES,
    rules=_RULES,
    record_types=(Place, Membership, Employment),
    on_record=_on_record,
    withheld_unless_owner=True,
)
