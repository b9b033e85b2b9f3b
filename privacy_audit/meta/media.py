"""What all of Meta's platforms say about a picture in the same way: where it was taken, and whether it is a film."""

from privacy_audit.model import Coordinates

_VIDEO_ENDINGS = (".mp4", ".mov", ".m4v", ".avi", ".3gp", ".webm", ".mkv")
_POLE = 90  # degrees


def coordinates(latitude: float | None, longitude: float | None) -> Coordinates | None:
    """Meta writes 0, 0 where it knows no place, and so do broken cameras."""
    if latitude is None or longitude is None or not (latitude or longitude):
        return None
    if not (abs(latitude) <= _POLE and abs(longitude) <= 2 * _POLE):
        return None
    return Coordinates(float(latitude), float(longitude))


def is_video(uri: str) -> bool:
    return uri.lower().endswith(_VIDEO_ENDINGS)
