"""Where the owner has been: check-ins, places others tagged, location history and the place Facebook takes for home."""

import re
from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.decoding import walk_texts
from privacy_audit.importing import ReadProblem
from privacy_audit.meta.labels import Labels, labels
from privacy_audit.meta.network.pictures import Setting, coordinates, picture
from privacy_audit.meta.scene import Found, Reader, Scene, fix, moment
from privacy_audit.meta.shapes import Labelled, Spot, Stay
from privacy_audit.meta.tables import each, untyped
from privacy_audit.model import Coordinates, MediaUse, Passage, PassageKind, Place, PlaceKind, Source, Voice

_NO_PLACE = "This file names no place in a form that we know. Look at it in the export itself."


def spot(source: Source, kind: PlaceKind, found: Spot, seconds: float | None = None) -> Iterator[Place]:
    name, address = fix(found.name), fix(found.address)
    at = coordinates(found.coordinate.latitude, found.coordinate.longitude) if found.coordinate else None
    if name or address or at:
        when = seconds or found.creation_timestamp or found.timestamp or found.time
        yield Place(source, kind=kind, name=name, address=address, coordinates=at, when=moment(when))


def check_ins(scene: Scene, member: Member) -> Iterator[Found]:
    def make(source: Source, row: Labelled) -> Iterator[Found]:
        said = labels(row.label_values)
        when = moment(row.timestamp or said.any_time())
        name, address = _name_and_address(said)
        place = Place(source, kind=PlaceKind.CHECK_IN, name=name, address=address, coordinates=_point(said), when=when)
        if place.name or place.address or place.coordinates:
            yield place
        text = said.text("message") or _outer_words(said)
        if text:
            yield Passage(text, PassageKind.POST, Voice.OWNER, source, place=place.name, when=when)
        where = scene.position(member, source.pointer)
        for number, media in enumerate(row.media or ()):
            yield from picture(scene, where.at(f"media/{number}"), media, Setting(MediaUse.POST))

    yield from each(scene, member, Labelled, "", make)


def _name_and_address(said: Labels) -> tuple[str, str]:
    """By their labels; in a language that we do not know, by their order: coordinates, address, name."""
    name, address = said.text("name", "placename"), said.text("address")
    inner = [leaf.text for leaf in said.leaves if len(leaf.path) > 1 and leaf.text and _degrees(leaf.text) is None]
    if not name and inner:
        name, address = inner[-1], address or ", ".join(inner[:-1])
    return name, address


def _outer_words(said: Labels) -> str:
    """What the owner wrote, under a label in a language that we do not know: all that is not part of the place."""
    outer = (leaf.text for leaf in said.leaves if len(leaf.path) == 1 and "://" not in leaf.text)
    return "\n".join(text for text in outer if text and _degrees(text) is None)


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
    """Coordinates under whatever label."""
    return next(filter(None, (_degrees(leaf.text) for leaf in said.leaves)), None)


def _degrees(text: str) -> Coordinates | None:
    """ "(52.367 , -2.718)" as the export writes it."""
    match = re.fullmatch(r"\s*\(?\s*(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*\)?\s*", text)
    return coordinates(float(match[1]), float(match[2])) if match else None


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
    source = scene.source(member, "/")
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
