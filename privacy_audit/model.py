"""One model of a person's online presence: the small records and the passages of text that every importer yields.

Absent values are None or an UNKNOWN member, and the two differ: None says that the export has no such field; UNKNOWN
says that it has one and does not tell. No record's repr shows what the record holds.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum
from functools import cached_property
from typing import ClassVar

from privacy_audit.folding import Folded, fold


class Audience(Enum):
    """Who can see an item. UNKNOWN is the usual case and is never treated as safe."""

    EVERYONE = "everyone"
    FRIENDS = "friends"
    LISTED = "listed people"
    ONLY_ME = "only me"
    UNKNOWN = "unknown"


class Voice(Enum):
    """Who speaks: the owner of the export, somebody else, or nobody can tell."""

    OWNER = "owner"
    OTHER = "other"
    UNKNOWN = "unknown"


class Category(Enum):
    """The kinds of record that a result counts; the values are the keys of `records` in the JSON result."""

    PROFILE = "profile"
    POSTS = "posts"
    COMMENTS = "comments"
    MESSAGES = "messages"
    CONNECTIONS = "connections"
    PHOTOS = "photos"
    LIKES = "likes"
    GROUPS = "groups"
    PLACES = "places"
    LOGINS = "logins"
    SETTINGS = "settings"
    APPS = "apps"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record stands: the importer's id, the member's path as the archive has it, and the position inside.

    `pointer` is a JSON pointer ("/profile_v2/birthday"), "line 41" for tables and texts, or "record 7" for HTML.
    """

    importer: str
    member: str
    pointer: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point in time. `at` is always aware; when the export gave no zone it holds the wall-clock time as if in UTC."""

    at: datetime
    zone_known: bool = True

    def iso(self) -> str:
        """ISO 8601 with offset, or without one where the export told none."""
        return self.at.isoformat() if self.zone_known else self.at.replace(tzinfo=None).isoformat()

    @classmethod
    def from_seconds(cls, seconds: float) -> "Moment":
        """From Unix seconds in UTC. May raise ValueError or OverflowError; doors use `text.moment_from_seconds`."""
        return cls(datetime.fromtimestamp(seconds, UTC))


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Degrees north and east (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date of which parts may be missing, as in a birthday without its year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def as_date(self) -> date | None:
        """The date when all three parts are there and form one."""
        if self.year and self.month and self.day:
            try:
                return date(self.year, self.month, self.day)
            except ValueError:
                return None
        return None


@dataclass(frozen=True, slots=True, repr=False)
class Record:
    """What every small record has: where it came from and who can see it."""

    source: Source
    category: ClassVar[Category]
    audience: Audience = field(default=Audience.UNKNOWN, kw_only=True)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {self.source.importer}>"


class FieldKind(Enum):
    NAME = "name"
    OTHER_NAME = "other name"
    FORMER_NAME = "former name"
    HANDLE = "handle"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    GENDER = "gender"
    CURRENT_CITY = "current city"
    HOME_TOWN = "home town"
    RELATIONSHIP = "relationship"
    BIO = "bio"
    HEADLINE = "headline"
    QUOTE = "favourite quote"
    WEBSITE = "website"
    LANGUAGE = "language"
    RELIGION = "religion"
    POLITICS = "politics"
    INTEREST = "interest"
    HEALTH = "health"
    OTHER = "other"


@dataclass(frozen=True, slots=True, repr=False)
class ProfileField(Record):
    """One field of the owner's profile. Text that a person writes freely (bio, quote) is yielded as a Passage too."""

    category: ClassVar[Category] = Category.PROFILE
    kind: FieldKind
    value: str
    detail: str = ""  # what the field says beside the value: "partner", "mobile, verified", the old field's label
    when: Moment | None = None


@dataclass(frozen=True, slots=True, repr=False)
class BirthDate(Record):
    category: ClassVar[Category] = Category.PROFILE
    value: PartialDate


@dataclass(frozen=True, slots=True, repr=False)
class Employment(Record):
    category: ClassVar[Category] = Category.PROFILE
    employer: str
    title: str = ""
    place: str = ""
    description: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    current: bool | None = None  # None: the export does not say


@dataclass(frozen=True, slots=True, repr=False)
class Schooling(Record):
    category: ClassVar[Category] = Category.PROFILE
    school: str
    kind: str = ""  # "High School", "University" as the export words it
    degree: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Relative(Record):
    """A family member or partner named on the profile; `relation` is in the words (and language) of the export."""

    category: ClassVar[Category] = Category.PROFILE
    name: str
    relation: str = ""
    when: Moment | None = None


class ConnectionKind(Enum):
    FRIEND = "friend"
    FOLLOWER = "follower"
    FOLLOWING = "following"
    REQUEST_RECEIVED = "request received"
    REQUEST_SENT = "request sent"
    REQUEST_REJECTED = "request rejected"
    REMOVED = "removed"
    CONTACT = "contact"  # address book
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True, repr=False)
class Connection(Record):
    category: ClassVar[Category] = Category.CONNECTIONS
    kind: ConnectionKind
    name: str
    since: Moment | None = None
    handle: str = ""
    contact_points: tuple[str, ...] = ()  # phone numbers, e-mail addresses
    note: str = ""  # employer, position, message of an invitation: what the export says beside the name


@dataclass(frozen=True, slots=True, repr=False)
class Thread(Record):
    """A conversation: who takes part, how many messages, first and last. Its messages come as Passages."""

    category: ClassVar[Category] = Category.MESSAGES
    key: str  # stable within the export: groups the parts of one thread
    title: str
    participants: tuple[str, ...]
    messages: int
    folder: str = ""  # inbox, archived, requests …
    first: Moment | None = None
    last: Moment | None = None
    still_member: bool | None = None


class MembershipKind(Enum):
    GROUP = "group"
    GROUP_RUN = "group run"
    PAGE_FOLLOWED = "page followed"
    PAGE_RUN = "page run"
    EVENT = "event"


@dataclass(frozen=True, slots=True, repr=False)
class Membership(Record):
    category: ClassVar[Category] = Category.GROUPS
    kind: MembershipKind
    name: str
    when: Moment | None = None
    place: str = ""
    detail: str = ""  # answer given, "declined", "left"


@dataclass(frozen=True, slots=True, repr=False)
class Like(Record):
    """A page liked, or a reaction to somebody's item."""

    category: ClassVar[Category] = Category.LIKES
    on: str  # the page's name, or the export's own sentence about the item
    reaction: str = ""
    is_page: bool = False
    when: Moment | None = None


class MediaKind(Enum):
    PHOTO = "photo"
    VIDEO = "video"


class MediaUse(Enum):
    """Where a picture stands; a profile or cover picture can be seen by everybody on most platforms."""

    PROFILE = "profile picture"
    COVER = "cover picture"
    ALBUM = "album"
    POST = "post"
    STORY = "story"
    MESSAGE = "message"
    OTHER = "other"


@dataclass(frozen=True, slots=True, repr=False)
class Photo(Record):
    """A photo or video with what the export says about it; the caption comes as a Passage too."""

    category: ClassVar[Category] = Category.PHOTOS
    member: str | None  # path of the file inside the export, None when the export lacks it
    kind: MediaKind = MediaKind.PHOTO
    use: MediaUse = MediaUse.OTHER
    caption: str = ""
    album: str = ""
    taken: Moment | None = None
    uploaded: Moment | None = None
    coordinates: Coordinates | None = None
    camera: str = ""
    upload_ip: str = ""
    tags: tuple[str, ...] = ()


class PlaceKind(Enum):
    CHECK_IN = "check-in"
    TAGGED = "tagged"
    HISTORY = "location history"
    PRIMARY = "primary location"
    ROUTE = "route"
    SAVED = "saved"


@dataclass(frozen=True, slots=True, repr=False)
class Place(Record):
    category: ClassVar[Category] = Category.PLACES
    kind: PlaceKind
    name: str = ""
    address: str = ""
    coordinates: Coordinates | None = None
    when: Moment | None = None
    until: Moment | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Login(Record):
    """A sign-in, a session or a remembered device."""

    category: ClassVar[Category] = Category.LOGINS
    action: str
    when: Moment | None = None
    ip: str = ""
    device: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class LinkedApp(Record):
    category: ClassVar[Category] = Category.APPS
    name: str
    added: Moment | None = None
    state: str = ""  # active, inactive, removed


@dataclass(frozen=True, slots=True, repr=False)
class Setting(Record):
    """A setting as the export words it; its `audience` is filled only where the value maps to one for certain."""

    category: ClassVar[Category] = Category.SETTINGS
    name: str
    value: str


class PassageKind(Enum):
    POST = "post"
    COMMENT = "comment"
    MESSAGE = "message"
    CAPTION = "caption"
    BIO = "bio"
    GROUP_NAME = "group name"  # a group, or a chat's title
    CONTACT_NAME = "contact name"
    HANDLE = "handle"  # a display name or user name of the owner
    PAGE_NAME = "page name"  # a page, group or channel liked or followed


@dataclass(frozen=True, repr=False)
class Passage:
    """A stretch of text in its setting: who wrote it, where, when and to whom.

    Checks match on `plain`, the folded form (see folding.py), and give spans into it; the engine maps them to `text`.
    """

    text: str
    kind: PassageKind
    voice: Voice
    source: Source
    author: str = ""
    thread: str = ""  # key of the Thread, for messages
    place: str = ""  # where it stands: the thread's title, the group's name, the album's name
    addressees: tuple[str, ...] = ()  # names of those it is written to, where the export tells
    when: Moment | None = None
    audience: Audience = Audience.UNKNOWN

    @cached_property
    def folded(self) -> Folded:
        return fold(self.text)

    @property
    def plain(self) -> str:
        return self.folded.text

    def __repr__(self) -> str:
        return f"<Passage {self.kind.value} at {self.source.importer}>"
