"""Where tracks, stays, check-ins and pictures lead: to the front door, to work, to one place week by week."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from privacy_audit import severity
from privacy_audit.checking import Check, Context, Gathered, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.fire_stations import station_near
from privacy_audit.model import Audience, Coordinates, Photo, Place, PlaceKind, Record
from privacy_audit.place_clusters import metres, spots
from privacy_audit.place_names import called_hidden, called_home, called_station, called_work
from privacy_audit.tracks import coordinates_of
from privacy_audit.visits import Sort, Spot, Visit, visit_of
from privacy_audit.words import Words
from privacy_audit.workplaces import Workplace, workplaces

_CLAUSES = ("essex-police-c3011:5.0", "essex-police-c3011:3.4d")

_THEMES = (
    Theme(
        "home",
        "Your places lead to your front door",
        "No address need be written anywhere: where ways begin and nights are spent is where somebody lives.",
        Weight.SERIOUS,
        "tracks",
    ),
    Theme(
        "work",
        "Your places lead to where you work",
        "The same place turn after turn tells the station, and with the times also when you come and go.",
        Weight.MODERATE,
        "tracks",
        ("essex-police-c3011:5.0", "essex-police-c3011:3.4a"),
    ),
    Theme(
        "routine",
        "Your places tell where you are at set times",
        "The same place on the same day of the week lets somebody wait for you.",
        Weight.MODERATE,
        "tracks",
    ),
    Theme(
        "pictures",
        "Your pictures keep leading to one place",
        "A picture can carry the point where it was taken. Many from one place are most often from home or work.",
        Weight.MODERATE,
        "tracks",
    ),
    Theme(
        "often",
        "One place comes up again and again",
        "A place that returns over months is one where you can be met.",
        Weight.SLIGHT,
        "tracks",
    ),
)

_DOOR_DAYS: Final = 5  # ways that begin or end within some hundred metres
_SHARE_OF_DOORS: Final = 0.25  # of the days of the fullest door: an earlier home, or a second one
_NIGHTS: Final = 8
_MANY_NIGHTS: Final = 20
_TURNS: Final = 8
_WEEKS: Final = 6
_PICTURE_DAYS: Final = 6
_OFTEN_DAYS: Final = 5
_A_WHILE: Final = timedelta(days=14)
_AT_WORK: Final = 200.0  # metres from a point that the user gave
_AT_STATION: Final = 120.0
_STATION_DAYS: Final = 3
_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class _Answer:
    theme: str
    confidence: Confidence
    reason: str


def _on_record(record: Record, _context: Context) -> Iterator[Sighting]:
    """Places that somebody named home or work: no counting is needed."""
    if not isinstance(record, Place) or record.kind in (PlaceKind.HISTORY, PlaceKind.ROUTE):
        return
    if called_home(record.name):
        yield _named(record, "home", "The place is called home.")
    elif called_hidden(record.name):
        hidden = replace(record, audience=Audience.ONLY_ME)
        yield _named(hidden, "home", "Maps leave this area out, which is good. The download itself tells where it is.")
    elif record.kind is PlaceKind.PRIMARY and called_work(record.name):
        yield _named(record, "work", "The place is called work.")


def _named(record: Place, theme: str, reason: str) -> Sighting:
    shown = ", ".join(part for part in (record.name, record.address) if part)
    evidence = Evidence(record.source, Words(shown), when=record.when, place=record.kind.value.capitalize())
    return Sighting(theme, Confidence.SURE, (evidence,), reason, audience=record.audience)


def _on_whole(gathered: Gathered, context: Context) -> Iterator[Sighting]:
    """Each platform by itself: that is how a stranger meets them, and how they are set right."""
    own = workplaces(context.facts.places_of_work)
    visits: dict[str, list[Visit]] = defaultdict(list)
    for record in gathered.records:
        if isinstance(record, Place | Photo):
            visit = visit_of(record)
            if visit is not None:
                visits[record.source.importer].append(visit)
    for found in visits.values():
        yield from _Trail(found, own).sightings()


class _Trail:
    """What the visits of one platform tell together."""

    def __init__(self, visits: Sequence[Visit], own: Sequence[Workplace]) -> None:
        self._own = own
        placed = [visit for visit in visits if visit.point is not None]
        self._spots = [Spot(inside, middle) for middle, inside in spots(placed, _point)] + _by_name(visits)
        self._doors = max((len(spot.days_of(Sort.WAY)) for spot in self._spots), default=0)
        self._nights = max((len(spot.nights) for spot in self._spots), default=0)

    def sightings(self) -> Iterator[Sighting]:
        for spot in self._spots:
            answer = self._work(spot) or self._routine(spot) or self._home(spot) or self._often(spot)
            if answer is not None:
                yield _sighting(spot, answer)

    def _work(self, spot: Spot) -> _Answer | None:
        days = len(spot.days)
        if days > 1 and any(_is_at(spot, place) for place in self._own):
            return _Answer("work", Confidence.SURE, f"You told us that you work there; it shows on {days} days.")
        if days >= _STATION_DAYS and any(called_station(visit.name) for visit in spot.visits):
            return _Answer("work", Confidence.LIKELY, f"A station of a service by its name, on {days} days.")
        if days >= _STATION_DAYS and spot.point and station_near(spot.point, _AT_STATION):
            reason = f"It lies beside a fire station on the Home Office's list of 2018, on {days} days."
            return _Answer("work", Confidence.LIKELY, reason)
        if len(spot.turns) >= _TURNS:
            return _Answer("work", Confidence.LIKELY, f"Stays as long as a turn of work, on {len(spot.turns)} days.")
        if len(spot.night_turns) >= _TURNS and len(spot.nights) < self._nights:
            reason = f"Nights as long as a turn of work, {len(spot.night_turns)} of them, and others spent elsewhere."
            return _Answer("work", Confidence.POSSIBLE, reason)
        return None

    def _routine(self, spot: Spot) -> _Answer | None:
        if spot.has_a_day(_WEEKS):
            reason = f"The same day of the week at about the same hour, on {len(spot.days)} days."
            return _Answer("routine", Confidence.LIKELY, reason)
        return None

    def _home(self, spot: Spot) -> _Answer | None:
        nights, doors = len(spot.nights), len(spot.days_of(Sort.WAY))
        if nights >= _MANY_NIGHTS or (nights >= _NIGHTS and nights == self._nights):
            return _Answer("home", Confidence.LIKELY, f"{nights} nights were spent within some hundred metres.")
        if doors >= max(_DOOR_DAYS, _SHARE_OF_DOORS * self._doors):
            reason = f"On {doors} days ways began or ended within some hundred metres."
            return _Answer("home", Confidence.LIKELY, reason)
        return None

    def _often(self, spot: Spot) -> _Answer | None:
        pictures, days = len(spot.days_of(Sort.PICTURE)), len(spot.days)
        if spot.span < _A_WHILE:
            return None
        if pictures >= _PICTURE_DAYS:
            reason = f"Pictures of {pictures} days were taken within some hundred metres."
            return _Answer("pictures", Confidence.LIKELY, reason)
        if days >= _OFTEN_DAYS and spot.sorts & {Sort.TOLD, Sort.PICTURE}:
            return _Answer("often", Confidence.LIKELY, f"It shows on {days} days.")
        return None


def _point(visit: Visit) -> Coordinates:
    return visit.point or Coordinates(0.0, 0.0)  # only those with a point are asked


def _by_name(visits: Sequence[Visit]) -> list[Spot]:
    """Check-ins that tell a name and no point."""
    named: dict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        if visit.point is None:
            named[visit.name.casefold()].append(visit)
    return [Spot(inside) for inside in named.values()]


def _is_at(spot: Spot, place: Workplace) -> bool:
    if spot.point and place.point and metres(spot.point, place.point) <= _AT_WORK:
        return True
    words = place.words.casefold()
    return bool(words) and any(words in told.casefold() for visit in spot.visits for told in _told(visit))


def _told(visit: Visit) -> tuple[str, ...]:
    record = visit.record
    return (record.name, record.address) if isinstance(record, Place) else ()


def _sighting(spot: Spot, answer: _Answer) -> Sighting:
    """Evidence from all over the time; who can see it is told by the widest of them."""
    step = max(1, len(spot.visits) // _SHOWN)
    shown = tuple(_evidence(visit) for visit in spot.visits[::step][:_SHOWN])
    audience = max((visit.record.audience for visit in spot.visits), key=severity.openness, default=Audience.UNKNOWN)
    return Sighting(answer.theme, answer.confidence, shown, answer.reason, audience=audience)


def _evidence(visit: Visit) -> Evidence:
    record = visit.record
    point = coordinates_of(visit.point.latitude, visit.point.longitude) if visit.point else None
    on_map = f"{point.latitude:.3f}, {point.longitude:.3f}" if point else ""
    named = record.album or record.caption if isinstance(record, Photo) else record.name
    shown = f"{named} ({on_map})" if named and on_map else named or on_map
    moment = record.taken if isinstance(record, Photo) else record.when
    place = "Picture" if isinstance(record, Photo) else record.kind.value.capitalize()
    return Evidence(record.source, Words(shown), when=moment, place=place)


CHECK = Check(
    id="location-trail",
    title="Where your places lead",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY,),
    themes=_THEMES,
    record_types=(Place,),
    on_record=_on_record,
    on_whole=_on_whole,
    withheld_unless_owner=True,
)
