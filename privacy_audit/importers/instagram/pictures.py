"""Pictures and films of an Instagram export, with their captions."""

from collections.abc import Iterator
from dataclasses import dataclass

from privacy_audit.importers.instagram.account import Account
from privacy_audit.importers.instagram.entries import Shot
from privacy_audit.meta.scene import Found
from privacy_audit.model import Audience, MediaKind, MediaUse, Passage, PassageKind, Photo, Source, Voice


@dataclass(frozen=True, slots=True)
class Showing:
    """How a picture is shown: as what, to whom, and which words stand over it already."""

    use: MediaUse
    audience: Audience = Audience.UNKNOWN
    said: str = ""


def photo(account: Account, source: Source, shot: Shot, how: Showing) -> Iterator[Found]:
    """One picture and its caption, unless that is said already. One picture in two files is one record."""
    if shot.uri:
        if shot.uri in account.pictures:
            return
        account.pictures.add(shot.uri)
    yield Photo(
        source,
        account.media(shot.uri),
        MediaKind.VIDEO if shot.film else MediaKind.PHOTO,
        how.use,
        shot.caption,
        taken=shot.taken,
        uploaded=shot.when,
        coordinates=shot.coordinates,
        camera=shot.camera,
        audience=how.audience,
    )
    if shot.caption and shot.caption != how.said:
        yield Passage(shot.caption, PassageKind.CAPTION, Voice.OWNER, source, when=shot.when, audience=how.audience)
