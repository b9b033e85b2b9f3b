"""The audits that are kept: exposures with their words, the rest as fingerprints; each for a year unless it is held."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

import msgspec

from privacy_audit.comparing import AuditMemory
from privacy_audit.findings import Finding
from privacy_audit.result import AuditResult, NotLookedAt
from privacy_audit.vault.pages import Pages, Row, Writing
from privacy_audit.vault.plain import About, about, packed, result_of, unpacked
from privacy_audit.vault.wordless import Wordless

_NOT_KEPT: Final = NotLookedAt(
    "What you wrote about work, and other people",
    0,
    "Words about these are not kept. Read the download again to see them.",
)
_TERM: Final = timedelta(days=365)
_TOGETHER: Final = 500  # findings in one row
_QUICK: Final = 1  # of zlib's levels: the titles and reasons of one theme are the same a hundred times over
_WARNED: Final = timedelta(days=1)  # a clock that is wrong for one sitting must not cost a year's work


@dataclass(frozen=True, slots=True)
class KeptAudit:
    """One audit of the past. `going` says that its year is over: it goes when the vault is next opened."""

    id: int
    made: datetime
    held: bool
    going: bool
    platforms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptMark:
    """A finding without its words: that it was there, by which check, and when."""

    id: str
    check: str
    seen: date


@dataclass(frozen=True, slots=True)
class Expiry:
    """What a look at the calendar did: audits removed, and audits that go next time."""

    removed: int = 0
    going: int = 0


class Audits:
    def __init__(self, pages: Pages, wordless: Wordless) -> None:
        self._pages, self._wordless = pages, wordless

    def add(self, result: AuditResult, made: datetime, memory: AuditMemory | None = None) -> int:
        """Keeps a result whole or not at all, with what a later comparison needs to remember of it."""
        with self._pages.change() as writing:
            audit = writing.new_row(
                "INSERT INTO audit (made, about, memory) VALUES (?, ?, ?)",
                (_told(made), packed(about(result)), packed(memory) if memory else None),
            )
            self._fill(writing, audit, result, made)
        return audit

    def replace(self, audit: int, result: AuditResult, made: datetime, memory: AuditMemory | None = None) -> None:
        """The same download read again in the same sitting."""
        with self._pages.change() as writing:
            writing.run("DELETE FROM finding WHERE audit = ?", (audit,))
            writing.run("DELETE FROM conduct WHERE audit = ?", (audit,))
            writing.run(
                "INSERT INTO audit (id, made, about, memory) VALUES (?1, ?2, ?3, ?4) "
                "ON CONFLICT (id) DO UPDATE SET made = ?2, about = ?3, memory = ?4",
                (audit, _told(made), packed(about(result)), packed(memory) if memory else None),
            )
            self._fill(writing, audit, result, made)

    def all(self) -> tuple[KeptAudit, ...]:
        """The newest first."""
        rows = self._pages.rows("SELECT id, made, kept, due, about FROM audit ORDER BY id DESC")
        return tuple(_audit(row) for row in rows)

    def newest(self) -> int | None:
        found = self._pages.one("SELECT max(id) FROM audit")
        return found if isinstance(found, int) else None

    def result(self, audit: int) -> AuditResult | None:
        """What is kept with its words, and the note that the rest is not; what cannot be read any more is left out."""
        told = unpacked(self._pages.one("SELECT about FROM audit WHERE id = ?", (audit,)), About)
        if told is None:
            return None
        rows = self._pages.rows("SELECT body FROM finding WHERE audit = ? ORDER BY place", (audit,))
        result = result_of(told, tuple(finding for row in rows for finding in _findings(row[0])))
        return replace(result, not_looked_at=(*result.not_looked_at, _NOT_KEPT))

    def memory(self, audit: int) -> AuditMemory | None:
        return unpacked(self._pages.one("SELECT memory FROM audit WHERE id = ?", (audit,)), AuditMemory)

    def history(self, before: int | None = None) -> tuple[AuditMemory, ...]:
        """What is remembered of each audit (of those before one), the oldest first."""
        rows = self._pages.rows("SELECT memory FROM audit WHERE ?1 IS NULL OR id < ?1 ORDER BY id", (before,))
        told = (unpacked(row[0], AuditMemory) for row in rows)
        return tuple(memory for memory in told if memory is not None)

    def fingerprints(self, audit: int) -> frozenset[str]:
        """Everything that was found, words or no words."""
        sql = "SELECT ids FROM finding WHERE audit = ?1 UNION ALL SELECT id FROM conduct WHERE audit = ?1"
        return frozenset(one for row in self._pages.rows(sql, (audit,)) for one in str(row[0]).split())

    def marks(self, audit: int) -> tuple[KeptMark, ...]:
        rows = self._pages.rows('SELECT id, "check", seen FROM conduct WHERE audit = ? ORDER BY id', (audit,))
        return tuple(KeptMark(str(row[0]), str(row[1]), date.fromisoformat(str(row[2]))) for row in rows)

    def hold(self, audit: int, *, on: bool) -> None:
        """A held audit does not go after its year."""
        with self._pages.change() as writing:
            writing.run("UPDATE audit SET kept = ?, due = NULL WHERE id = ?", (int(on), audit))

    def remove(self, audit: int) -> None:
        with self._pages.change() as writing:
            writing.run("DELETE FROM audit WHERE id = ?", (audit,))

    def expire(self, now: datetime) -> Expiry:
        """An audit past its year is marked first, and goes at an opening that is at least a day later."""
        over = [row for row in self._pages.rows("SELECT id, made, due FROM audit WHERE kept = 0") if _is_over(row, now)]
        gone = [row[0] for row in over if row[2] is not None and now - _moment(row[2]) >= _WARNED]
        marked = [row[0] for row in over if row[2] is None or _moment(row[2]) > now]
        waiting = self._pages.rows("SELECT id, made, due FROM audit WHERE due IS NOT NULL")
        fresh = [row[0] for row in waiting if not _is_over(row, now)]
        if gone or marked or fresh:
            with self._pages.change() as writing:
                writing.many("DELETE FROM audit WHERE id = ?", [(audit,) for audit in gone])
                writing.many("UPDATE audit SET due = ? WHERE id = ?", [(_told(now), audit) for audit in marked])
                writing.many("UPDATE audit SET due = NULL WHERE id = ?", [(audit,) for audit in fresh])
        return Expiry(len(gone), len(over) - len(gone))

    def _fill(self, writing: Writing, audit: int, result: AuditResult, made: datetime) -> None:
        seen = made.date().isoformat()
        writing.many(
            "INSERT INTO finding (audit, place, ids, body) VALUES (?, ?, ?, ?)", self._with_words(audit, result)
        )
        writing.many(
            'INSERT OR IGNORE INTO conduct (audit, id, "check", seen) VALUES (?, ?, ?, ?)',
            ((audit, finding.id, finding.check, seen) for finding in result.findings if finding in self._wordless),
        )

    def _with_words(self, audit: int, result: AuditResult) -> Iterator[Row]:
        worded = [finding for finding in result.findings if finding not in self._wordless]
        for start in range(0, len(worded), _TOGETHER):
            some = tuple(worded[start : start + _TOGETHER])
            ids = " ".join(finding.id for finding in some)
            yield audit, start, ids, zlib.compress(packed(some), _QUICK)


def _audit(row: Row) -> KeptAudit:
    told = unpacked(row[4], About)
    platforms = tuple(dict.fromkeys(export.platform for export in told.exports)) if told else ()
    return KeptAudit(int(str(row[0])), _moment(row[1]), bool(row[2]), row[3] is not None, platforms)


def _findings(body: object) -> tuple[Finding, ...]:
    """One that cannot be read does not take its neighbours along."""
    try:
        raw = zlib.decompress(body) if isinstance(body, bytes) else b"[]"
    except zlib.error:
        return ()
    whole = unpacked(raw, tuple[Finding, ...])
    if whole is not None:
        return whole
    pieces = unpacked(raw, tuple[msgspec.Raw, ...]) or ()
    singly = (unpacked(bytes(piece), Finding) for piece in pieces)
    return tuple(finding for finding in singly if finding is not None)


def _is_over(row: Row, now: datetime) -> bool:
    return now - _moment(row[1]) > _TERM


def _told(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _moment(told: object) -> datetime:
    return datetime.fromisoformat(str(told))
