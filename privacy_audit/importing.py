"""The contract of an importer: recognise an export by its members, then stream what it holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from privacy_audit.archive import Archive
from privacy_audit.model import Category, Moment, Passage, PassageKind, Record, Source


class LayoutEvidence(Enum):
    """How well a layout is known: a real fixture was read, a public parser's source, or memory only."""

    FIXTURE = "fixture"
    SOURCE = "source"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Recognition:
    """An importer's claim on an archive. The highest `score` wins (0 to 1: share of the proof that was found)."""

    importer: str
    layout: str  # "2024 nested JSON"
    evidence: LayoutEvidence
    score: float
    advice: str = ""  # our sentence when a better format could be asked for


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """One record or file that made no sense. `reason` is our own sentence and holds no content of the export."""

    source: Source
    reason: str


class MemberFate(Enum):
    """What becomes of a member that yields no records."""

    IGNORED = "ignored"  # known, and holds nothing that an audit asks about
    PRIVATE = "private"  # known and deliberately not read: searches (safeguards.md §5)
    UNKNOWN = "unknown"  # not known: listed, so that nothing is missed in silence
    MEDIA = "media"  # a picture, film or sound file that records point to


@dataclass(frozen=True, slots=True)
class MemberNote:
    member: str
    fate: MemberFate


@dataclass(frozen=True, slots=True, repr=False)
class Holder:
    """Whose account this is, as far as the export tells."""

    names: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    account_id: str = ""
    made: Moment | None = None  # when the export was made

    def __repr__(self) -> str:
        return "<Holder>"


@dataclass(frozen=True, slots=True, repr=False)
class TextBatch:
    """The texts of one file (or a part of it) and how to build the Passage at an index; most never become one.

    `texts[i]` may be empty (a message that is only a picture); it still counts. With `mojibake` the strings hold UTF-8
    bytes as Latin-1 letters (Meta's JSON): the gate repairs them all at once, and `passage(i)` gives repaired text.
    `authors`, when given, are aligned with `texts` and in the same encoding as them; one author has one voice.
    """

    category: Category
    kind: PassageKind
    member: str
    texts: Sequence[str]
    passage: Callable[[int], Passage]
    mojibake: bool = False
    authors: Sequence[str] = ()
    identity: Callable[[int], tuple[object, ...]] | None = None  # what makes item i the same item in another export
    counted: bool = True  # False: the texts stand beside a record that counts already (captions, bios, names)


@dataclass(frozen=True, slots=True, repr=False)
class Voices:
    """Who writes in chats that do not say which of them is the user; the user is asked once, with these names.

    `likely` is the one that the export itself points to, "" when it points to nobody.
    """

    names: tuple[str, ...]
    likely: str = ""

    def __repr__(self) -> str:
        return f"<Voices {len(self.names)}>"


ExportItem = Record | TextBatch | ReadProblem | MemberNote | Holder | Voices


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user allows and knows: own names help to tell who speaks where the export does not say.

    `progress` is told the size of each member once it has been dealt with (an amount to add, not a running total).
    """

    own_names: tuple[str, ...] = ()
    progress: Callable[[int], None] = field(default=lambda _bytes: None)
    stop: Callable[[], bool] = field(default=lambda: False)


@dataclass(frozen=True, slots=True)
class Importer:
    """One platform. `recognise` looks at names and a few bytes only; `read` streams and never raises on bad content.

    `not_told` are our own sentences on what this platform's export does not hold (audience, others' copies …).
    """

    id: str
    title: str
    recognise: Callable[[Archive], Recognition | None]
    read: Callable[[Archive, ReadOptions], Iterator[ExportItem]]
    not_told: tuple[str, ...] = ()
    category_evidence: dict[str, LayoutEvidence] = field(default_factory=dict)
    layouts: tuple[tuple[str, LayoutEvidence], ...] = ()  # every layout that is known, and how well
    last_resort: bool = False  # asked only about what no other importer claims
