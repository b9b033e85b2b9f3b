"""What both reports tell of the joined picture: open paths with what opens and closes them, and the fewest fixes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from privacy_audit.dossier import WITHHELD
from privacy_audit.dossier.sentences import combinations_known, tally
from privacy_audit.report.wording import Bookshelf, count_of
from privacy_audit.result import AuditResult

JOINED: Final = "What a stranger could piece together"
FEWEST: Final = "The fewest things to sort out, the quickest gains first"
NOT_YET: Final = "Not open with what was found"
MEANING: Final = (
    "A single fact often looks harmless; together they can open a door. Nothing here says that anybody has tried."
)


@dataclass(frozen=True, slots=True)
class OpenPath:
    """A path with the combinations that open it, and the numbers of the findings that close it soonest."""

    title: str
    why: str
    opened_by: tuple[str, ...]
    closed_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fix:
    """A finding by its number in the report."""

    number: int
    title: str
    takes: str


def has_picture(result: AuditResult) -> bool:
    return bool(result.dossier.paths) or WITHHELD in result.withheld


def opening(result: AuditResult) -> str:
    """The first sentence: how many paths are open, or how many are held back."""
    held = result.withheld.get(WITHHELD, 0)
    if not held:
        return tally(result.dossier)
    ways = count_of(held, "way to put your facts together is", "ways to put your facts together are")
    return f"{ways} held back until you confirm that this is your own download."


def open_paths(result: AuditResult) -> Iterator[OpenPath]:
    dossier, numbers = result.dossier, _numbers(result)
    for path in dossier.open_paths:
        closed_by = tuple(sorted(numbers[fix] for fix in path.closed_by))
        yield OpenPath(path.title, path.why, combinations_known(dossier, path), closed_by)


def closed_paths(result: AuditResult) -> tuple[str, ...]:
    return tuple(path.title for path in result.dossier.paths if not path.open)


def fixes(result: AuditResult, shelf: Bookshelf) -> Iterator[Fix]:
    numbers = _numbers(result)
    for fix in result.dossier.fixes:
        finding = result.findings[numbers[fix] - 1]
        minutes = shelf.remedies.minutes(finding)
        yield Fix(numbers[fix], finding.title, f"about {count_of(minutes, 'minute', 'minutes')}")


def _numbers(result: AuditResult) -> Mapping[str, int]:
    return {finding.id: number for number, finding in enumerate(result.findings, 1)}
