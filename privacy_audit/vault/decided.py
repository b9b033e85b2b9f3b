"""The decisions and the way back through them, written as they are made."""

from datetime import date
from typing import Final

from privacy_audit.decisions import Change, Decision, DecisionKind
from privacy_audit.vault.pages import Pages, Row, Writing
from privacy_audit.vault.plain import packed_decision, unpacked_decision
from privacy_audit.words import Words

_STEPS: Final = 500  # of the way back; more is no undo but archaeology
_KINDS: Final = {kind.value: kind for kind in DecisionKind}


class KeptDecisions:
    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def all(self) -> dict[str, Decision]:
        rows = self._pages.rows("SELECT finding, kind, made, remind, reason FROM decision")
        return {str(row[0]): _decision(row) for row in rows if row[1] in _KINDS}

    def history(self) -> tuple[Change, ...]:
        rows = self._pages.rows("SELECT finding, before, after FROM change ORDER BY place")
        return tuple(Change(str(row[0]), unpacked_decision(row[1]), unpacked_decision(row[2])) for row in rows)

    def record(self, change: Change) -> None:
        """A step forward, with the way back."""
        with self._pages.change() as writing:
            _put(writing, change.finding, change.after)
            place = writing.new_row(
                "INSERT INTO change (finding, before, after) VALUES (?, ?, ?)",
                (change.finding, packed_decision(change.before), packed_decision(change.after)),
            )
            writing.run("DELETE FROM change WHERE place <= ?", (place - _STEPS,))

    def take_back(self, change: Change) -> None:
        """The last step was undone."""
        with self._pages.change() as writing:
            _put(writing, change.finding, change.before)
            writing.run("DELETE FROM change WHERE place = (SELECT max(place) FROM change)")

    def keep_all(self, changes: tuple[Change, ...], decisions: dict[str, Decision]) -> None:
        """What was decided before there was a vault, or while it could not be written to, in place of what is there."""
        with self._pages.change() as writing:
            writing.run("DELETE FROM decision")
            writing.run("DELETE FROM change")
            for finding, decision in decisions.items():
                _put(writing, finding, decision)
            writing.many(
                "INSERT INTO change (finding, before, after) VALUES (?, ?, ?)",
                [
                    (change.finding, packed_decision(change.before), packed_decision(change.after))
                    for change in changes[-_STEPS:]
                ],
            )


def without_reason(decision: Decision | None) -> Decision | None:
    """As it is kept for a finding whose words are not."""
    if decision is None or not decision.reason:
        return decision
    return Decision(decision.kind, decision.made_on, decision.remind_on)


def _put(writing: Writing, finding: str, decision: Decision | None) -> None:
    if decision is None:
        writing.run("DELETE FROM decision WHERE finding = ?", (finding,))
        return
    remind = decision.remind_on.isoformat() if decision.remind_on else None
    row = (finding, decision.kind.value, decision.made_on.isoformat(), remind, decision.reason.reveal())
    writing.run("INSERT OR REPLACE INTO decision (finding, kind, made, remind, reason) VALUES (?, ?, ?, ?, ?)", row)


def _decision(row: Row) -> Decision:
    remind = date.fromisoformat(str(row[3])) if row[3] else None
    return Decision(_KINDS[str(row[1])], date.fromisoformat(str(row[2])), remind, Words(str(row[4])))
