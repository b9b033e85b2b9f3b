"""The contract of a check: a question asked of passages, of small records, or of the whole picture."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from privacy_audit.findings import Concern, Confidence, Evidence, Subject
from privacy_audit.importing import Holder
from privacy_audit.model import Audience, Passage, PassageKind, Record, Voice
from privacy_audit.own_facts import OwnFacts
from privacy_audit.words import Words


class Weight(IntEnum):
    """How bad a theme is by itself, before audience and joins (see severity.py)."""

    SLIGHT = 1
    MODERATE = 2
    SERIOUS = 3


@dataclass(frozen=True, slots=True)
class Theme:
    """One line that the user may see. `title` and `why` are whole plain sentences without blame.

    `remedy` names the exposure in the remedies' data ("birthday-audience"); the platform's own file is tried first,
    then the generic one.
    """

    id: str
    title: str
    why: str
    weight: Weight
    remedy: str
    clauses: tuple[str, ...] = ()  # when they differ from the check's


@dataclass(frozen=True, slots=True)
class Sighting:
    """A check's raw answer: evidence for one theme. The engine grades it, groups it and makes it a Finding.

    Spans of evidence made from a passage index `passage.plain`; `checking.seen` makes such evidence.
    """

    theme: str
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    reason: str = ""  # our own sentence: why this was raised; never a word of the export
    subject: Subject = Subject.ME
    audience: Audience = Audience.UNKNOWN
    key: str = ""  # what makes it the same exposure elsewhere: sightings of one theme with one key are one finding


Judge = Callable[[Passage, "Context"], Iterable[Sighting]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A text rule of two fields. `gate` is a loose caseless pattern, run once over all text, raw and folded; `judge`
    decides exactly on `passage.plain`.

    The gate must let through whatever the judge would raise; a test proves it on the corpus and its disguised copies.
    It is written for RE2 or for Python: look-around is left out of it, gaps may have any length. Where the judge's
    patterns are data, a function gives them as they are (`Phrasebook.gate`): nothing is loosened by hand, nothing is
    missed, and far fewer texts stop at the gate than at a list of single words.
    """

    id: str
    gate: str | Callable[[], str | tuple[str, ...]]
    judge: Judge
    kinds: frozenset[PassageKind]
    voices: frozenset[Voice] = frozenset({Voice.OWNER, Voice.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know beside the item in hand."""

    facts: OwnFacts = field(default_factory=OwnFacts)
    holders: Mapping[str, Holder] = field(default_factory=dict)  # importer id -> whose export


@dataclass(frozen=True, slots=True)
class Gathered:
    """What whole-picture checks see after the last export: all small records, and the sightings so far by check id."""

    records: Sequence[Record]
    sightings: Mapping[str, Sequence[Sighting]]


@dataclass(frozen=True, slots=True)
class Check:
    """A question. Its id is its module's name with hyphens, and an id in the guidance's table of clauses."""

    id: str
    title: str
    clauses: tuple[str, ...]
    touches: tuple[Concern, ...]
    themes: tuple[Theme, ...]
    rules: tuple[Rule, ...] = ()
    record_types: tuple[type[Record], ...] = ()
    on_record: Callable[[Record, Context], Iterable[Sighting]] | None = None
    on_whole: Callable[[Gathered, Context], Iterable[Sighting]] | None = None
    conduct: bool = False  # safeguards.md §3: keeps no words in the vault
    withheld_unless_owner: bool = False  # safeguards.md §1: left out and counted while the holder is unconfirmed


def seen(passage: Passage, *spans: tuple[int, int]) -> Evidence:
    """Evidence from a passage; spans index `passage.plain` and are mapped onto the raw text here."""
    mapped = tuple(passage.folded.raw_span(start, end) for start, end in spans)
    return Evidence(passage.source, Words(passage.text), mapped, passage.when, place=passage.kind.value.capitalize())
