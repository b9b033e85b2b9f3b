"""What an audit found: findings with their evidence, and how bad and how sure they are."""

from dataclasses import dataclass
from enum import Enum, IntEnum

from privacy_audit.model import Audience, Moment, Source
from privacy_audit.words import Words


class Severity(IntEnum):
    """How bad it is, never how sure we are."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3


class Confidence(IntEnum):
    """How sure we are: an exact match to an own fact is SURE, a strong pattern LIKELY, a weak one POSSIBLE."""

    POSSIBLE = 0
    LIKELY = 1
    SURE = 2


class Subject(Enum):
    """Whom the finding exposes."""

    ME = "me"
    FAMILY = "family"
    COLLEAGUE = "colleague"
    SERVICE_USER = "service user"
    OTHER = "other"


class Concern(Enum):
    """The three tags of c3011 3.0 and pfcc 3: what a finding touches."""

    INFORMATION_SECURITY = "information-security"
    REPUTATION = "reputation"
    STAFF_SAFETY = "staff-safety"


@dataclass(frozen=True, slots=True)
class Box:
    """A region of a photo in shares of its width and height, from the top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place where the finding shows: the words and the spans of them that matter, or boxes in a photo."""

    source: Source
    quote: Words
    spans: tuple[tuple[int, int], ...] = ()  # into the quote, end exclusive
    when: Moment | None = None
    boxes: tuple[Box, ...] = ()
    place: str = ""  # our own words for where it stands: "Profile", "Post", "Message thread"
    export: int = 0  # index into the result's exports; the engine fills it


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer, shown as one line: a theme of a check with everything on one platform that speaks for it."""

    id: str  # keyed fingerprint, the same in a later export
    check: str
    group: str  # theme id within the check
    title: str
    why: str  # why it matters, a plain sentence
    severity: Severity
    confidence: Confidence
    platform: str
    audience: Audience
    subject: Subject
    touches: tuple[Concern, ...]
    evidence: tuple[Evidence, ...]  # the first few; `count` says how many there are
    count: int
    clauses: tuple[str, ...]
    remedy: str  # "facebook/birthday-audience"
    reasons: tuple[str, ...]  # our own sentences on how severity and confidence came about
