"""Places on Google Maps: reviews that everybody can read, saved and labelled places, the way to work, saved lists."""

from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import decode_values
from privacy_audit.importers.google_takeout.map_points import point_of
from privacy_audit.importing import ReadProblem
from privacy_audit.leaf import Leaf
from privacy_audit.model import (
    Audience,
    Coordinates,
    Login,
    Passage,
    PassageKind,
    Place,
    PlaceKind,
    Setting,
    Source,
    Voice,
)
from privacy_audit.sheets import Cells
from privacy_audit.tracks import coordinates_of

_PUBLIC = Audience.EVERYONE
_ODD = "This place is not in a form that we know. Look at it in the download itself."
_HOME = frozenset(("home", "zuhause", "zu hause", "domicile", "maison", "casa", "thuis", "dom"))
_WORK = frozenset(("work", "arbeit", "travail", "trabajo", "lavoro", "werk", "praca"))
_RATINGS = ("five_star_rating_published", "star_rating", "Star Rating", "rating")
_REVIEWS = ("review_text_published", "review_comment", "Review Comment", "review_text")
_PAIR = 2  # numbers of a point


def places(visit: Visit, member: Member) -> Iterator[Found]:
    """GeoJSON: whether an entry is a review, a labelled or a saved place, its own keys tell."""
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    for number, feature in enumerate(Leaf(decoded.value).leaves("features")):
        source = visit.source(member, f"/features/{number}")
        made = list(_feature(source, feature))
        yield from made
        if not made:
            yield ReadProblem(source, _ODD)


def _feature(source: Source, feature: Leaf) -> Iterator[Found]:
    about = feature.at("properties")
    location = about.at("location") if about.at("location").value else about.at("Location")
    name = location.first("name", "Business Name") or about.first("name", "Title", "title")
    address = location.first("address", "Address") or about.text("address")
    point = _point(feature) or point_of(location.at("Geo Coordinates"))
    when = about.moment("date") or about.moment("Published")
    words = about.first(*_REVIEWS)
    if words or any(about.at(key).value is not None for key in _RATINGS):
        yield Place(source, PlaceKind.CHECK_IN, name, address, point, when, audience=_PUBLIC)
        if words:
            yield Passage(words, PassageKind.COMMENT, Voice.OWNER, source, place=name, when=when, audience=_PUBLIC)
        return
    plain = about.text("name").casefold()
    if plain in _HOME or plain in _WORK:
        yield Place(source, PlaceKind.PRIMARY, "Home" if plain in _HOME else "Work", address, point, when)
    elif name or address or point:
        yield Place(source, PlaceKind.SAVED, name, address, point, when)


def _point(feature: Leaf) -> Coordinates | None:
    """East before north, as GeoJSON has it."""
    pair = feature.at("geometry", "coordinates").value
    if isinstance(pair, list) and len(pair) >= _PAIR:
        east, north = pair[:_PAIR]
        if isinstance(east, int | float) and isinstance(north, int | float):
            return coordinates_of(float(north), float(east))
    return None


def commute(visit: Visit, member: Member) -> Iterator[Found]:
    """The way to work: every stop of every trip."""
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    for number, trip in enumerate(Leaf(decoded.value).leaves("trips")):
        for stop_number, stop in enumerate(trip.leaves("place_visit")):
            source = visit.source(member, f"/trips/{number}/place_visit/{stop_number}")
            place = stop.at("place") if isinstance(stop.at("place").value, dict) else stop
            point = point_of(place) or point_of(place.at("location")) or point_of(place.at("point"))
            name = place.first("name", "title") or stop.text("place") or stop.text("id")
            yield Place(source, PlaceKind.ROUTE, name, place.text("address"), point)


def location_settings(visit: Visit, member: Member) -> Iterator[Found]:
    """Whether the history is kept, and which devices told it."""
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    leaf = Leaf(decoded.value)
    kept = leaf.at("historyEnabled").value
    if isinstance(kept, bool):
        yield Setting(visit.source(member, "/historyEnabled"), "Location history", "on" if kept else "off")
    for number, device in enumerate(leaf.leaves("deviceSettings")):
        name = device.first("devicePrettyName", "deviceModel", "platformType")
        when = device.moment("deviceCreationTime") or device.moment("latestLocationReportingSettingChange")
        yield Login(visit.source(member, f"/deviceSettings/{number}"), "device", when, device=name)


def saved(visit: Visit, row: Cells) -> Iterator[Found]:
    """A row of a saved list: most are places on the map, some are pages."""
    name, note = row.text("Title", "Titel", "Titre", "Título", "Titolo"), row.text("Note", "Notiz", "Comment")
    url = row.text("URL")
    if name or url or note:
        yield Place(row.source, PlaceKind.SAVED, name or url)
    if note:
        yield Passage(note, PassageKind.CAPTION, Voice.OWNER, row.source, place=name)
