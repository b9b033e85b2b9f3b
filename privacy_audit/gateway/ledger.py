"""The ledger of the network door: a chain of entries in which nothing can be taken out or changed unseen."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any, Final

_START: Final = "0" * 64


class EntryKind(Enum):
    ASKED = "asked"  # written before a byte leaves
    ANSWERED = "answered"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `text` is the whole request, or what came of it; `sent` and `received` are bytes inside TLS."""

    kind: EntryKind
    purpose: str
    host: str
    text: str = ""
    sent: int = 0
    received: int = 0
    number: int = 0  # from 1
    at: str = ""  # ISO 8601 with offset
    before: str = ""  # digest of the entry before
    digest: str = ""

    def told(self) -> dict[str, object]:
        return {**asdict(self), "kind": self.kind.value}


class Ledger:
    """Entries in order. `keep` is called with all of them, the new one last, before anything else happens."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        entries: Sequence[Entry] = (),
        keep: Callable[[Sequence[Entry]], None] = lambda _entries: None,
    ) -> None:
        self._clock, self._keep = clock, keep
        self._entries = list(entries)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries)

    def asked(self, purpose: str, host: str, text: str) -> Entry:
        """Written first: `sent` is what is about to leave, so that nothing leaves unnoted."""
        return self._append(Entry(EntryKind.ASKED, purpose, host, text, sent=len(text.encode())))

    def answered(self, entry: Entry, received: int) -> Entry:
        return self._append(Entry(EntryKind.ANSWERED, entry.purpose, entry.host, received=received))

    def refused(self, entry: Entry, why: str, received: int) -> Entry:
        return self._append(Entry(EntryKind.REFUSED, entry.purpose, entry.host, why, received=received))

    def as_json(self) -> str:
        return as_json(self._entries)

    def _append(self, bare: Entry) -> Entry:
        before = self._entries[-1].digest if self._entries else _START
        at = self._clock().isoformat(timespec="seconds")
        entry = _sealed(replace(bare, number=len(self._entries) + 1, at=at, before=before))
        self._keep((*self._entries, entry))
        self._entries.append(entry)
        return entry


def as_json(entries: Sequence[Entry]) -> str:
    return json.dumps([entry.told() for entry in entries], ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> tuple[Entry, ...]:
    """What `as_json` wrote. ValueError when it is something else, or the chain is broken."""
    rows = json.loads(text)
    try:
        entries = tuple(Entry(**{**row, "kind": EntryKind(row["kind"])}) for row in _list(rows))
    except (TypeError, KeyError) as error:
        raise ValueError("these are no entries") from error
    if not is_whole(entries):
        raise ValueError("an entry was changed or taken out")
    return entries


def _list(rows: object) -> list[dict[str, Any]]:
    if not isinstance(rows, list):
        raise TypeError
    return rows


def is_whole(entries: Sequence[Entry]) -> bool:
    """Whether the chain is unbroken from its first entry on."""
    before = _START
    for number, entry in enumerate(entries, 1):
        if entry.number != number or entry.before != before or _sealed(entry).digest != entry.digest:
            return False
        before = entry.digest
    return True


def _sealed(entry: Entry) -> Entry:
    bare = {name: value for name, value in entry.told().items() if name != "digest"}
    material = json.dumps(bare, sort_keys=True, ensure_ascii=True).encode("ascii")
    return replace(entry, digest=hashlib.sha256(material).hexdigest())
