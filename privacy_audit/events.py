"""What a running audit tells its watcher, in order: small picklable values that cross the pipe from the worker."""

from dataclasses import dataclass
from enum import Enum

from privacy_audit.findings import Finding
from privacy_audit.result import AuditResult, ExportSummary


class Stage(Enum):
    OPENING = "opening"
    READING = "reading"
    JOINING = "putting it together"
    SECOND_LOOK = "a second look"  # done and total are texts


@dataclass(frozen=True, slots=True)
class Progressed:
    """`done` and `total` are bytes of the export at hand; counts are by Category value over the whole run."""

    stage: Stage
    export: int
    done: int
    total: int
    counts: dict[str, int]
    findings: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was chosen but is no export, each in a sentence for the user."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class HolderFound:
    """Whose export it seems to be, as soon as it is known: the window asks "is this you?" while reading goes on."""

    export: int
    platform: str
    names: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<HolderFound {self.platform}>"


@dataclass(frozen=True, slots=True, repr=False)
class VoicesFound:
    """An export does not say which of these writers the user is: ask once, and read again with the answer.

    The answer is a name in `ReadOptions.own_names` (the own facts). `likely` is the one that the export points to.
    """

    export: int
    platform: str
    names: tuple[str, ...]
    likely: str = ""

    def __repr__(self) -> str:
        return f"<VoicesFound {self.platform}>"


@dataclass(frozen=True, slots=True)
class ExportRead:
    summary: ExportSummary


@dataclass(frozen=True, slots=True)
class FindingsFound:
    """Findings so far; a later one with the same id replaces the earlier."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ResultSoFar:
    """All that the rules found, to be shown while the second look goes on; Finished brings the whole."""

    result: AuditResult


@dataclass(frozen=True, slots=True)
class Finished:
    result: AuditResult


@dataclass(frozen=True, slots=True)
class Refused:
    """The run ended with a sentence for the user."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """The user stopped the run; nothing was kept."""


@dataclass(frozen=True, slots=True)
class Crashed:
    """We have a bug: version and place in code, no data."""

    kind: str
    place: str


Event = (
    Progressed
    | SetAside
    | HolderFound
    | VoicesFound
    | ExportRead
    | FindingsFound
    | ResultSoFar
    | Finished
    | Refused
    | Stopped
    | Crashed
)
