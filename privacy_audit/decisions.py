"""What the user decided about each finding, with every step undoable; a journal may follow each step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Final, Protocol

from privacy_audit.words import Words

_NO_REASON: Final = Words("")


class DecisionKind(Enum):
    DONE = "done"
    REMIND = "remind"
    NOT_A_PROBLEM = "not a problem"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `reason` is the user's own and may be empty; `remind_on` is a date for REMIND only."""

    kind: DecisionKind
    made_on: date
    remind_on: date | None = None
    reason: Words = _NO_REASON

    @property
    def sorted_out(self) -> bool:
        """A reminder leaves the finding where it was; the other two sort it."""
        return self.kind is not DecisionKind.REMIND


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the history: what stood there before, None when nothing did."""

    finding: str
    before: Decision | None
    after: Decision | None


class Journal(Protocol):
    """Hears of every step as it is made, so that it can be kept."""

    def record(self, change: Change) -> None: ...
    def take_back(self, change: Change) -> None: ...


class Decisions:
    """Decisions by finding id. A finding that comes back in a later export meets its decision again."""

    def __init__(self) -> None:
        self.journal: Journal | None = None
        self._now: dict[str, Decision] = {}
        self._history: list[Change] = []

    @property
    def all(self) -> Mapping[str, Decision]:
        return MappingProxyType(self._now)

    @property
    def history(self) -> tuple[Change, ...]:
        return tuple(self._history)

    def of(self, finding: str) -> Decision | None:
        return self._now.get(finding)

    def decide(self, finding: str, decision: Decision) -> None:
        self._change(finding, decision)

    def reopen(self, finding: str) -> None:
        """Takes a decision back, however long ago it was made; this too can be undone."""
        if finding in self._now:
            self._change(finding, None)

    def undo(self) -> str | None:
        """Takes the last change back and names its finding; None when there is nothing to undo."""
        if not self._history:
            return None
        last = self._history.pop()
        self._put(last.finding, last.before)
        if self.journal is not None:
            self.journal.take_back(last)
        return last.finding

    def bring_back(self, decisions: Mapping[str, Decision], history: tuple[Change, ...]) -> None:
        """What was kept, in place of what is here; the journal knows it already."""
        self._now, self._history = dict(decisions), list(history)

    def forget(self) -> None:
        """Lets go of all of it in memory; what a journal has written stays there."""
        self._now.clear()
        self._history.clear()

    def due(self, today: date) -> tuple[str, ...]:
        """The findings whose reminder has come."""
        return tuple(
            finding
            for finding, decision in self._now.items()
            if decision.remind_on is not None and decision.remind_on <= today
        )

    def _change(self, finding: str, decision: Decision | None) -> None:
        change = Change(finding, self._now.get(finding), decision)
        self._history.append(change)
        self._put(finding, decision)
        if self.journal is not None:
            self.journal.record(change)

    def _put(self, finding: str, decision: Decision | None) -> None:
        if decision is None:
            self._now.pop(finding, None)
        else:
            self._now[finding] = decision
