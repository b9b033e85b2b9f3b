"""One record of an Instagram file in a single shape, whichever of its three JSON shapes or a page it came from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from privacy_audit.importers.instagram.shapes import Exif, Loose, Media, Metadata, Row
from privacy_audit.importers.instagram.words import key_of
from privacy_audit.meta.labels import labels
from privacy_audit.meta.media import coordinates, is_video
from privacy_audit.meta.scene import fix, moment
from privacy_audit.model import Coordinates, Moment, Source
from privacy_audit.text import moment_from_text


@dataclass(frozen=True, slots=True, repr=False)
class Field:
    """A labelled value; `key` is "" where nobody has listed the label."""

    key: str
    label: str
    value: str = ""
    when: Moment | None = None
    href: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Link:
    href: str
    value: str = ""
    when: Moment | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Shot:
    """A picture or film with what is said about it."""

    uri: str
    film: bool = False
    caption: str = ""
    when: Moment | None = None
    taken: Moment | None = None
    coordinates: Coordinates | None = None
    camera: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    source: Source
    title: str = ""
    when: Moment | None = None
    fields: Sequence[Field] = ()
    links: Sequence[Link] = ()
    shots: Sequence[Shot] = ()
    texts: Sequence[str] = ()  # unlabelled words, on pages
    owner: str = ""
    blank: bool = False  # a form that nobody has filled in

    def text(self, *keys: str) -> str:
        """The first value under one of the keys, in the order of the keys."""
        if not self.fields:
            return ""
        return next((text for key in keys for text in self.all(key)), "")

    def all(self, key: str) -> tuple[str, ...]:
        return tuple(field.value for field in self.fields if field.key == key and field.value)

    def moment(self, *keys: str) -> Moment | None:
        """The time under one of the keys, else the record's own, else any in it."""
        named = (field.when for key in keys for field in self.fields if field.key == key)
        rest = (*(link.when for link in self.links), *(field.when for field in self.fields))
        return next(filter(None, (*named, self.when, *rest)), None)

    def person(self) -> str:
        """The user name that the record is about."""
        links = [link.value or handle_in(link.href) for link in self.links]
        hrefs = (handle_in(field.href) or handle_in(field.value) for field in self.fields if field.key in ("url", ""))
        found = (self.text("username", "owner"), self.owner, *links, self.title, *hrefs, *self.texts)
        return next(filter(None, found), "")


@cache
def _profile_address() -> re.Pattern[str]:
    return re.compile(r"(?:instagram\.com|threads\.(?:net|com))/(?:_u/|@)?([A-Za-z0-9._]{1,40})/?(?:\?.*)?$")


_NO_PEOPLE = frozenset({"p", "reel", "reels", "tv", "stories", "explore", "direct", "accounts"})


def handle_in(href: str) -> str:
    """The user name in the address of a profile; "" for other addresses."""
    found = _profile_address().search(href)
    return found[1] if found and found[1] not in _NO_PEOPLE else ""


def entry_of(source: Source, row: Row) -> Entry:
    fields = tuple(_fields(row))
    links = tuple(
        Link(fix(said.href), worded(said.value), moment(said.timestamp)) for said in row.string_list_data or ()
    )
    shots = tuple(_shots(row))
    title = fix(row.title) or fix(row.name)
    said = any(field.value or field.when or field.href for field in fields) or shots
    return Entry(
        source,
        title,
        moment(row.timestamp or row.creation_timestamp),
        fields,
        links,
        shots,
        owner=fix(row.media_owner),
        blank=not said and not links and _has_form(row),
    )


def _has_form(row: Row) -> bool:
    forms = (row.string_map_data, row.string_list_data, row.label_values, row.media, row.media_map_data)
    return any(form is not None for form in forms)


def worded(value: Loose) -> str:
    if isinstance(value, bool):
        return "True" if value else "False"
    return fix(value) if isinstance(value, str) else "" if value is None else str(value)


def _fields(row: Row) -> Iterator[Field]:
    if isinstance(row.string_map_data, dict):
        for raw, said in row.string_map_data.items():
            label = fix(raw)
            yield Field(key_of((label,)), label, worded(said.value), moment(said.timestamp), fix(said.href))
    for leaf in labels(row.label_values).leaves:
        yield Field(key_of(leaf.names), ": ".join(leaf.path), leaf.text, moment(leaf.time), leaf.href)


def _shots(row: Row) -> Iterator[Shot]:
    if row.uri:
        yield shot_of(row)
    for media in (*(row.media or ()), *(row.media_list_data or ())):
        yield shot_of(media)
    if isinstance(row.media_map_data, dict):
        for label, media in row.media_map_data.items():
            yield shot_of(media, fix(label))


def shot_of(media: Media, label: str = "") -> Shot:
    uri, exif = fix(media.uri), _exif(media)
    points = (degrees_of(one.latitude, one.longitude) for one in exif)
    times = (_taken(one) for one in exif)
    cameras = (_camera(one) for one in exif)
    return Shot(
        uri,
        film=is_video(uri) or _is_film(media),
        caption=fix(media.title),
        when=moment(media.creation_timestamp),
        taken=next(filter(None, times), None),
        coordinates=next(filter(None, points), None),
        camera=next(filter(None, cameras), ""),
        label=label,
    )


def _exif(media: Media) -> Sequence[Exif]:
    about = media.media_metadata
    if about is None or isinstance(about, list):
        return ()
    for found in (about.photo_metadata, about.video_metadata):
        if isinstance(found, Metadata) and found.exif_data:
            return found.exif_data
    return ()


def _is_film(media: Media) -> bool:
    about = media.media_metadata
    return about is not None and not isinstance(about, list) and isinstance(about.video_metadata, Metadata)


def _camera(exif: Exif) -> str:
    make = fix(exif.camera_make) or fix(exif.lens_make)
    model = fix(exif.camera_model) or fix(exif.lens_model)
    return " ".join(dict.fromkeys(filter(None, (make, model))))


def _taken(exif: Exif) -> Moment | None:
    """ "2024:06:15 18:42:11", the camera's own time without a zone, or seconds."""
    for value in (exif.date_time_original, exif.date_time_digitized):
        if isinstance(value, int | float) and not isinstance(value, bool):
            return moment(value)
        if isinstance(value, str):
            text = re.sub(r"^(\d{4}):(\d\d):(\d\d)", r"\1-\2-\3", value.strip())
            if found := moment_from_text(text):
                return found
    return None


def degrees_of(latitude: object, longitude: object) -> Coordinates | None:
    """Numbers in most years, texts in others."""
    try:
        pair = float(str(latitude)), float(str(longitude))
    except ValueError:  # there is none
        return None
    return coordinates(*pair)
