"""A person whom the user may want to look at: where they appear, since when, and why they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from privacy_audit.model import ConnectionKind, Moment
from privacy_audit.words import Words


class Band(IntEnum):
    """How much speaks for having met through work. It is never more than a reason to ask."""

    LIKELY = 1
    POSSIBLE = 2
    SILENT = 3  # nothing that was written tells, and the program cannot know


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place in which a person appears. `kind` is None for somebody with whom words were exchanged, and no more."""

    platform: str
    name: Words
    kind: ConnectionKind | None
    since: Moment | None = None


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Everything that may be one person's. `by_name` says that only the names hold it together: it stays a question.

    `band` is None where nothing asks for a look: family, and people with whom the user talks a lot.
    """

    appearances: tuple[Appearance, ...]
    band: Band | None
    reasons: tuple[str, ...] = ()  # our own sentences; never a word of the export
    by_name: bool = False
