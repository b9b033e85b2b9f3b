"""Google Photos: a JSON file beside each picture, with its caption, place and people, and one for each album."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import decode, decode_values
from privacy_audit.importers.google_takeout.map_points import point_of
from privacy_audit.leaf import Leaf
from privacy_audit.model import MediaKind, MediaUse, Passage, PassageKind, Photo, Setting, Source, Voice
from privacy_audit.text import moment_from_seconds, unescape

_SIDECAR = re.compile(r"(?P<name>.+?)(?:\.s[a-z-]{0,22})?(?P<copy>\(\d+\))?\.json$", re.IGNORECASE)
_FILMS = (".mp4", ".mov", ".avi", ".m4v", ".3gp", ".mkv", ".webm", ".mts")
_SHORTEST = 10  # letters of a name that was cut off
_LONGEST_BASE = 46  # letters that some years kept of a picture's name


class Stamp(msgspec.Struct, gc=False):
    timestamp: str | int | None = None


class Person(msgspec.Struct, gc=False):
    name: str | None = None


class Picture(msgspec.Struct, gc=False, rename="camel"):
    title: str | None = None
    description: str | None = None
    creation_time: Stamp | None = None
    photo_taken_time: Stamp | None = None
    geo_data: Any = None
    geo_data_exif: Any = None
    people: list[Person] | None = None
    trashed: bool | None = None
    google_photos_origin: Any = None


@dataclass(slots=True)
class Pictures:
    """The same picture stands in the folder of its year and in each of its albums: told once."""

    told: set[tuple[int, int | None, int | None]] = field(default_factory=set)

    def __call__(self, visit: Visit, member: Member, data: bytes) -> Iterator[Found]:
        decoded = decode(data, Picture, visit.source(member))
        yield from decoded.problems
        if decoded.value is None:
            return
        file = _file_of(visit, member, decoded.value.title or "")
        about = (hash(data), file.size if file else None, file.crc if file else None)
        if about not in self.told:
            self.told.add(about)
            yield from _picture(visit.source(member), decoded.value, file)


def _picture(source: Source, value: Picture, file: Member | None) -> Iterator[Found]:
    title = value.title or ""
    caption = unescape(value.description or "").strip()
    taken = moment_from_seconds(value.photo_taken_time.timestamp) if value.photo_taken_time else None
    origin = Leaf(value.google_photos_origin)
    yield Photo(
        source,
        file.path if file else None,
        MediaKind.VIDEO if title.lower().endswith(_FILMS) else MediaKind.PHOTO,
        MediaUse.ALBUM,
        caption,
        source.member.rpartition("/")[0].rpartition("/")[2],
        taken,
        moment_from_seconds(value.creation_time.timestamp) if value.creation_time else None,
        point_of(Leaf(value.geo_data)) or point_of(Leaf(value.geo_data_exif)),
        origin.text("mobileUpload", "deviceType").replace("_", " ").lower(),
        tags=tuple(person.name for person in value.people or () if person.name),
    )
    if caption:
        yield Passage(caption, PassageKind.CAPTION, Voice.OWNER, source, when=taken)


def _file_of(visit: Visit, member: Member, title: str) -> Member | None:
    """The picture beside its JSON file. Long names are cut off, and copies are numbered in another place."""
    folder, slash, own = member.path.rpartition("/")
    found = _SIDECAR.match(own)
    names = []
    if found is not None:
        stem, dot, ending = found["name"].rpartition(".")
        copy = found["copy"] or ""
        names = [f"{stem}{copy}{dot}{ending}" if dot else f"{ending}{copy}", found["name"]]
    if title and not (found and found["copy"]):
        names.append(title)
    for name in names:
        picture_file = visit.archive.find(folder + slash + name)
        if picture_file is not None and not picture_file.path.endswith(".json"):
            return picture_file
    return _cut_off(visit, folder + slash, title)


def _cut_off(visit: Visit, folder: str, title: str) -> Member | None:
    """The file's name may be the beginning of the title."""
    stem, _, ending = title.rpartition(".")
    if len(stem) < _SHORTEST or any(mark in title for mark in "*?/"):
        return None
    for length in (_LONGEST_BASE + 1, _LONGEST_BASE, _LONGEST_BASE - len(ending)):
        found = visit.archive.find(f"{folder}{stem[:length]}.{ending}")
        if found is not None:
            return found
    return None


def album(visit: Visit, member: Member) -> Iterator[Found]:
    """An album's title and words, whether it is shared, and what others wrote below it."""
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    leaf = Leaf(decoded.value)
    leaf = leaf.at("albumData") if leaf.at("albumData").value else leaf
    title, source = leaf.text("title"), visit.source(member)
    if access := leaf.text("access"):
        yield Setting(source, f"Album: {title}", access)
    if words := "\n".join(filter(None, (title, leaf.text("description")))):
        yield Passage(words, PassageKind.CAPTION, Voice.OWNER, source, place=title)
    for number, comment in enumerate(leaf.leaves("sharedAlbumComments")):
        if said := comment.text("text"):
            author = comment.text("contentOwnerName")
            yield Passage(
                said,
                PassageKind.COMMENT,
                visit.voice(author),
                visit.source(member, f"/sharedAlbumComments/{number}"),
                author,
                place=title,
                when=moment_from_seconds(comment.at("creationTime", "timestamp").value)
                or comment.moment("creationTime"),
            )
