"""Photos and videos: what the JSON says about each, with captions and what others wrote under them."""

from collections.abc import Iterator
from dataclasses import dataclass

from privacy_audit.archive import Member
from privacy_audit.meta.media import coordinates, is_video
from privacy_audit.meta.scene import Found, Scene, fix, moment
from privacy_audit.meta.shapes import Album, Exif, Media, MediaComment
from privacy_audit.meta.tables import Repeated, each
from privacy_audit.model import MediaKind, MediaUse, Passage, PassageKind, Photo, Source, Voice

__all__ = ["Setting", "albums", "coordinates", "loose_photos", "loose_videos", "names_of", "picture", "use_of"]

_NO_TIMES = (-62169958800,)  # the year 0, which Facebook writes for unknown


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a picture stands."""

    use: MediaUse
    album: str = ""
    kind: MediaKind = MediaKind.PHOTO
    tags: tuple[str, ...] = ()


def picture(scene: Scene, source: Source, media: Media, setting: Setting) -> Iterator[Photo | Passage]:
    """The record of one picture, its caption and the comments under it. One picture in two files is one record."""
    uri = fix(media.uri)
    if uri:
        if uri in scene.pictures:
            return
        scene.pictures.add(uri)
    exif = _exif(media)
    album = setting.album or fix(media.title)
    uploaded = moment(media.creation_timestamp) or moment(exif.upload_timestamp)
    caption = fix(media.description)
    yield Photo(
        source,
        member=scene.media(uri),
        kind=_kind(media, uri, setting.kind),
        use=use_of(setting.use, uri, album),
        caption=caption,
        album=album,
        taken=moment(exif.taken_timestamp) if exif.taken_timestamp not in _NO_TIMES else None,
        uploaded=uploaded,
        coordinates=coordinates(exif.latitude, exif.longitude),
        camera=" ".join(filter(None, (fix(exif.camera_make), fix(exif.camera_model)))),
        upload_ip=fix(exif.upload_ip),
        tags=(*setting.tags, *(names_of(media.tags))),
    )
    if caption:
        yield Passage(caption, PassageKind.CAPTION, Voice.OWNER, source, place=album, when=uploaded)
    for comment in media.comments or ():
        yield from _remark(scene, source, comment, album)


def _remark(scene: Scene, source: Source, comment: MediaComment, album: str) -> Iterator[Passage]:
    author, text = fix(comment.author), fix(comment.comment)
    if text:
        yield Passage(
            text,
            PassageKind.COMMENT,
            scene.voice(author),
            source,
            author=author,
            place=fix(comment.group) or album,
            when=moment(comment.timestamp),
        )


def names_of(tags: list[object] | None) -> tuple[str, ...]:
    """People tagged: plain names, in newer exports objects with a name."""
    names = (tag.get("name") if isinstance(tag, dict) else tag for tag in tags or ())
    return tuple(fix(name) for name in names if isinstance(name, str) and name)


def _exif(media: Media) -> Exif:
    metadata = media.media_metadata
    if metadata is None:
        return Exif()
    found = metadata.photo_metadata or metadata.video_metadata
    if found is None:
        return Exif()
    return found.exif_data[0] if found.exif_data else found


def _kind(media: Media, uri: str, otherwise: MediaKind) -> MediaKind:
    metadata = media.media_metadata
    if is_video(uri) or (metadata and metadata.video_metadata):
        return MediaKind.VIDEO
    return otherwise


def use_of(use: MediaUse, uri: str, album: str) -> MediaUse:
    """Folder names are English in every export ("ProfilePictures_123"), album names are not."""
    if use is MediaUse.MESSAGE:
        return use
    names = (uri.rpartition("/")[0].rpartition("/")[2], album)
    plain = [name.casefold().replace(" ", "").replace("_", "") for name in names]
    if any(name.startswith(("profilepicture", "profilephoto", "profilevideo")) for name in plain):
        return MediaUse.PROFILE
    return MediaUse.COVER if any(name.startswith("coverphoto") for name in plain) else use


def albums(scene: Scene, member: Member) -> Iterator[Found]:
    def make(source: Source, album: Album) -> Iterator[Photo | Passage]:
        name, description = fix(album.name), fix(album.description)
        place = scene.position(member, source.pointer)
        if description:
            when = moment(album.last_modified_timestamp)
            yield Passage(description, PassageKind.CAPTION, Voice.OWNER, source, place=name, when=when)
        for key, kind in (("photos", MediaKind.PHOTO), ("videos", MediaKind.VIDEO)):
            for number, media in enumerate(getattr(album, key) or ()):
                setting = Setting(MediaUse.ALBUM, name, kind)
                yield from picture(scene, place.at(f"{key}/{number}"), media, setting)
        if album.cover_photo is not None:
            yield from picture(scene, place.at("cover_photo"), album.cover_photo, Setting(MediaUse.ALBUM, name))
        if name:
            yield Passage(name, PassageKind.CAPTION, Voice.OWNER, source, place=name)

    yield from each(scene, member, Album, "", make)


def loose_photos(scene: Scene, member: Member) -> Iterator[Found]:
    yield from _loose(scene, member, "other_photos", MediaKind.PHOTO)


def loose_videos(scene: Scene, member: Member) -> Iterator[Found]:
    yield from _loose(scene, member, "videos", MediaKind.VIDEO)


def _loose(scene: Scene, member: Member, root: str, kind: MediaKind) -> Iterator[Found]:
    def make(source: Source, media: Media) -> Iterator[Photo | Passage | Repeated]:
        made = list(picture(scene, source, media, Setting(MediaUse.OTHER, kind=kind))) if media != Media() else []
        yield from made
        if media.uri and not made:
            yield Repeated()

    yield from each(scene, member, Media, root, make)
