"""Pictures and places as Facebook's pages show them: the file, the words under it, and tables of what the file told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from privacy_audit.meta.blocks import Block, Shown
from privacy_audit.meta.network.pictures import coordinates, use_of
from privacy_audit.meta.page import Page
from privacy_audit.meta.page_words import key_of, known
from privacy_audit.meta.scene import Found
from privacy_audit.model import (
    Coordinates,
    MediaKind,
    MediaUse,
    Moment,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    Source,
    Voice,
)


def shown_pictures(page: Page, block: Block, use: MediaUse) -> Iterator[Found]:
    for number, shown in enumerate(block.shown):
        if shown.uri in page.scene.pictures:
            continue  # told already, in an album
        page.scene.pictures.add(shown.uri)
        source = Source(page.at(block).importer, page.member.path, f"record {block.number + 1}, picture {number + 1}")
        yield from _picture(page, block, shown, source, use)


def _picture(page: Page, block: Block, shown: Shown, source: Source, use: MediaUse) -> Iterator[Found]:
    said = known("picture", shown.pairs)
    uploaded = page.when(said.get("uploaded", "")) or page.when(block.date)
    caption = "\n".join(shown.texts[:1])
    album = page.album or (block.heading if use is MediaUse.ALBUM else "")
    yield Photo(
        source,
        member=page.file(shown.uri),
        kind=MediaKind.VIDEO if shown.film else MediaKind.PHOTO,
        use=use_of(use, shown.uri, album),
        caption=caption,
        album=album,
        taken=page.when(said.get("taken", "")),
        uploaded=uploaded,
        coordinates=_degrees(said.get("latitude", ""), said.get("longitude", "")),
        camera=" ".join(filter(None, (said.get("camera_make"), said.get("camera_model")))),
        upload_ip=said.get("upload_ip", ""),
    )
    if caption:
        yield Passage(caption, PassageKind.CAPTION, Voice.OWNER, source, place=album, when=uploaded)
    for text in shown.texts[1:]:  # what others and the owner wrote under it
        yield Passage(text, PassageKind.COMMENT, Voice.UNKNOWN, source, place=album)
    for pair in shown.pairs:
        if not key_of("picture", pair.path[-1]) and _has_words(pair.value):
            author = pair.path[-1]
            voice = page.scene.voice(author)
            yield Passage(pair.value, PassageKind.COMMENT, voice, source, author=author, place=album)


def _has_words(text: str) -> bool:
    return re.search(r"[^\W\d_]{2}", text) is not None


def _degrees(latitude: str, longitude: str) -> Coordinates | None:
    try:
        return coordinates(float(latitude), float(longitude))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place on a record, and which of its texts told it."""

    record: Place
    told_by: frozenset[str]

    def tells(self, text: str) -> bool:
        return text in self.told_by


@cache
def _with_point() -> re.Pattern[str]:
    """ "Place: The Swan (52.36, -2.71)", in any language."""
    return re.compile(
        r"(?:[^\W\d_]{2,20}\s?:\s)?(?P<name>.*?)\s*\(\s*(?P<north>-?\d{1,3}\.\d+)\s*,\s*(?P<east>-?\d{1,3}\.\d+)\s*\)\s*"
    )


@cache
def _point() -> re.Pattern[str]:
    return re.compile(r"\(?\s*(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*\)?")


def place_in(
    page: Page, block: Block, source: Source, when: Moment | None, kind: PlaceKind = PlaceKind.CHECK_IN
) -> FoundPlace | None:
    """The place of a record, from labelled values or from lines that end in degrees."""
    said = known("place", block.pairs)
    name, address, point = said.get("place", ""), said.get("address", ""), said.get("coordinates", "")
    told: set[str] = set()
    at: Coordinates | None = None
    if found := _point().fullmatch(point):
        at = _degrees(found[1], found[2])
    for text in block.texts:
        if line := _with_point().fullmatch(text):
            name, at = name or line["name"], at or _degrees(line["north"], line["east"])
            told.add(text)
        else:
            label, colon, rest = text.partition(":")
            if colon and key_of("place", label) == "address" and told:
                address = address or rest.strip()
                told.add(text)
    if not (name or address or at):
        return None
    return FoundPlace(Place(source, kind=kind, name=name, address=address, coordinates=at, when=when), frozenset(told))
