"""Where the owner has been: check-ins, places others tagged, location history and the place Facebook takes for home."""

import re
from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.decoding import walk_texts
from privacy_audit.importers.facebook.labels import Labels, labels
from privacy_audit.importers.facebook.pictures import coordinates
from privacy_audit.importers.facebook.scene import IMPORTER_ID, Found, Reader, Scene, fix, moment
from privacy_audit.importers.facebook.shapes import Labelled, Spot, Stay
from privacy_audit.importers.facebook.tables import each, untyped
from privacy_audit.importing import ReadProblem
from privacy_audit.model import Coordinates, Passage, PassageKind, Place, PlaceKind, Source, Voice

_NO_PLACE = "This file names no place in a form that we know. Look at it in the export itself."


def spot(source: Source, kind: PlaceKind, found: Spot, seconds: float | None = None) -> Iterator[Place]:
    name, address = fix(found.name), fix(found.address)
    at = coordinates(found.coordinate.latitude, found.coordinate.longitude) if found.coordinate else None
    if name or address or at:
        when = seconds or found.creation_timestamp or found.timestamp or found.time
        yield Place(source, kind=kind, name=name, address=address, coordinates=at, when=moment(when))


def check_ins(scene: Scene, member: Member) -> Iterator[Found]:
    def make(source: Source, row: Labelled) -> Iterator[Place | Passage]:
        said = labels(row.label_values)
        seconds = row.timestamp or said.any_time()
        place = Place(
            source,
            kind=PlaceKind.CHECK_IN,
            name=said.text("name", "placename"),
            address=said.text("address"),
            coordinates=_point(said),
            when=moment(seconds),
        )
        if place.name or place.address or place.coordinates:
            yield place
        text = said.text("message") or ("" if place.name or place.address else said.words())
        if text:
            yield Passage(text, PassageKind.POST, Voice.OWNER, source, place=place.name, when=moment(seconds))

    yield from each(scene, member, Labelled, "", make)


def tagged_places(scene: Scene, member: Member) -> Iterator[Found]:
    def make(source: Source, row: Labelled) -> Iterator[Place]:
        said = labels(row.label_values)
        name = said.text("placename", "name") or said.words().partition("\n")[0]
        when = moment(said.time("visittime") or row.timestamp or said.any_time())
        if name:
            yield Place(
                source,
                kind=PlaceKind.TAGGED,
                name=name,
                address=said.text("address"),
                coordinates=_point(said),
                when=when,
            )

    yield from each(scene, member, Labelled, "", make)


def _point(said: Labels) -> Coordinates | None:
    """ "(52.367 , -2.718)" under whatever label."""
    for leaf in said.leaves:
        match = re.fullmatch(r"\s*\(?\s*(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*\)?\s*", leaf.text)
        if match:
            return coordinates(float(match[1]), float(match[2]))
    return None


def stays(root: str) -> Reader:
    """A reader of places: 2018 and 2019 a post with a place attached, later a place by itself."""

    def read(scene: Scene, member: Member) -> Iterator[Found]:
        return each(scene, member, Stay, root, make)

    def make(source: Source, row: Stay) -> Iterator[Place]:
        yield from spot(source, PlaceKind.HISTORY, row, row.timestamp)
        for group in row.attachments or ():
            for thing in group.data or ():
                here = thing.place or Spot(name=thing.name)
                yield from spot(source, PlaceKind.HISTORY, here, row.timestamp)

    return read


def known_place(scene: Scene, member: Member) -> Iterator[Found]:
    """Small files that each year words anew: the last place, the home place, the time zone."""
    value, problems = untyped(scene, member)
    yield from problems
    point = _coordinate_in(value)
    texts = dict.fromkeys(fix(text) for _pointer, text in walk_texts(value) if text.strip())
    source = Source(IMPORTER_ID, member.path, "/")
    if texts or point:
        yield Place(source, kind=PlaceKind.PRIMARY, name=", ".join(texts), coordinates=point)
    elif not problems:
        yield ReadProblem(source, _NO_PLACE)


def _coordinate_in(value: object) -> Coordinates | None:
    """The first pair of degrees anywhere inside."""
    todo = [value]
    while todo:
        item = todo.pop()
        if isinstance(item, dict):
            pair = item.get("latitude"), item.get("longitude")
            if all(isinstance(degrees, int | float) for degrees in pair):
                return coordinates(*pair)
            todo.extend(item.values())
        elif isinstance(item, list):
            todo.extend(item)
    return None
