"""Keeps items that two exports of one account both hold from being counted and asked about twice.

Each export is compared with those before it, item by item and with counts: three equal messages in the older export and
four in the newer one leave one new message. A run over a single export of a platform asks none of this.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import fields

from privacy_audit.folding import fold
from privacy_audit.importing import TextBatch
from privacy_audit.model import Moment, Record, Thread

_Key = int  # a hash: the items themselves would fill the memory


class Overlap:
    """What the exports of one platform have in common. `begin` starts the next export."""

    def __init__(self) -> None:
        self._before: Counter[_Key] = Counter()
        self._now: Counter[_Key] = Counter()

    def begin(self) -> None:
        self._before |= self._now  # the larger count of each
        self._now = Counter()

    def holds(self, record: Record) -> bool:
        """Whether an export before this one had the record."""
        return self._known(_record_key(record))

    def fresh_texts(self, batch: TextBatch) -> tuple[list[str], int]:
        """The batch's texts with those that are known already made empty, and how many these were."""
        key = _text_key(batch)
        texts = list(batch.texts)
        known = 0
        for index in range(len(texts)):
            if self._known(key(index)):
                texts[index] = ""
                known += 1
        return texts, known

    def _known(self, key: _Key) -> bool:
        self._now[key] += 1
        return self._now[key] <= self._before[key]


def _record_key(record: Record) -> _Key:
    """Threads grow from one export to the next; everything else is the same when all that it says is the same."""
    if isinstance(record, Thread):
        return hash((Thread, fold(record.title).text.casefold(), frozenset(record.participants)))
    parts = [_loose(getattr(record, field.name)) for field in fields(record) if field.name not in _LEFT_OUT]
    return hash((type(record), *parts))


_LEFT_OUT = frozenset({"source", "audience", "member"})


def _loose(value: object) -> object:
    """JSON gives UTC and HTML the time on the user's wall: minutes within the hour are what they agree on."""
    return value.at.minute if isinstance(value, Moment) else value


def _text_key(batch: TextBatch) -> Callable[[int], _Key]:
    identity = batch.identity
    if identity is not None:
        return lambda index: hash(identity(index))

    def from_passage(index: int) -> _Key:
        passage = batch.passage(index)
        minute = passage.when.at.minute if passage.when else None
        return hash((batch.kind, passage.author, passage.text, minute))

    return from_passage
