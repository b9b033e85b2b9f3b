"""Which of Google's files a JSON file is: told by its keys, since names are in the language of the account."""

import re
from enum import Enum, auto

HEAD = 8192  # bytes that tell


class Kind(Enum):
    ACTIVITY = auto()
    RECORDS = auto()
    SEMANTIC = auto()
    ON_ANDROID = auto()
    ON_IPHONE = auto()
    EDITS = auto()
    LOCATION_SETTINGS = auto()
    MAP_PLACES = auto()
    COMMUTE = auto()
    PICTURE = auto()
    ALBUM = auto()
    PROFILE = auto()
    CHAT_USER = auto()
    CHAT_GROUP = auto()
    CHAT_MESSAGES = auto()
    HANGOUTS = auto()
    KEEP = auto()
    INSTALLS = auto()
    DEVICES = auto()
    STORE_REVIEWS = auto()
    BROWSING = auto()


# In this order: the first that fits. A key stands in quotation marks before a colon.
_SIGNS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.BROWSING, ("Browser History",)),
    (Kind.PICTURE, ("photoTakenTime",)),
    (Kind.ON_ANDROID, ("semanticSegments",)),
    (Kind.ON_ANDROID, ("rawSignals",)),
    (Kind.ON_ANDROID, ("userLocationProfile",)),
    (Kind.SEMANTIC, ("timelineObjects",)),
    (Kind.EDITS, ("timelineEdits",)),
    (Kind.LOCATION_SETTINGS, ("deviceSettings",)),
    (Kind.LOCATION_SETTINGS, ("historyEnabled",)),
    (Kind.COMMUTE, ("trips", "place_visit")),
    (Kind.MAP_PLACES, ("features",)),
    (Kind.RECORDS, ("locations", "latitudeE7")),
    (Kind.RECORDS, ("locations", "timestampMs")),
    (Kind.HANGOUTS, ("conversations", "conversation_id")),
    (Kind.CHAT_MESSAGES, ("messages", "creator")),
    (Kind.CHAT_USER, ("user", "user_type")),
    (Kind.CHAT_GROUP, ("members", "user_type")),
    (Kind.KEEP, ("userEditedTimestampUsec",)),
    (Kind.KEEP, ("textContent", "isTrashed")),
    (Kind.INSTALLS, ("install", "doc")),
    (Kind.DEVICES, ("device", "mostRecentData")),
    (Kind.STORE_REVIEWS, ("review", "document")),
    (Kind.PROFILE, ("emails", "name")),
    (Kind.PROFILE, ("displayName",)),
    (Kind.PROFILE, ("formattedName",)),
    (Kind.ACTIVITY, ("header", "title")),
    (Kind.ACTIVITY, ("titleUrl", "time")),
    (Kind.ALBUM, ("title", "access")),
    (Kind.ALBUM, ("albumData",)),
    (Kind.ALBUM, ("title", "description", "date")),
    (Kind.ALBUM, ("sharedAlbumComments",)),
)
_IPHONE = re.compile(rb'^\s*\[\s*\{.{0,4000}?"(?:visit|activity|timelinePath)"\s*:', re.DOTALL)
_KEY = re.compile(rb'"([A-Za-z0-9_ ]{3,40})"\s*:')
_MARK = b"\xef\xbb\xbf"


def kind_of(head: bytes) -> Kind | None:
    """The kind of a JSON file from its first bytes."""
    head = head[:HEAD].removeprefix(_MARK)
    keys = {found[1].decode() for found in _KEY.finditer(head)}
    if "startTime" in keys and _IPHONE.search(head):
        return Kind.ON_IPHONE
    return next((kind for kind, signs in _SIGNS if keys.issuperset(signs)), None)
