"""Reads an export with the Facebook importer and sorts what comes out, for comparing."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from privacy_audit.archive import open_archive
from privacy_audit.importers.facebook import IMPORTER
from privacy_audit.importing import (
    ExportItem,
    Holder,
    MemberFate,
    MemberNote,
    ReadOptions,
    ReadProblem,
    Recognition,
    TextBatch,
)
from privacy_audit.model import Category, Passage, Photo, Record, Source, Thread
from privacy_audit.text import repair

NOWHERE = Source("facebook", "")


@dataclass
class Read:
    """What came out of one export."""

    recognition: Recognition | None = None
    records: list[Record] = field(default_factory=list)
    counted: list[Passage] = field(default_factory=list)
    beside: list[Passage] = field(default_factory=list)
    identities: list[tuple[object, ...]] = field(default_factory=list)
    problems: list[ReadProblem] = field(default_factory=list)
    notes: dict[str, MemberFate] = field(default_factory=dict)
    holders: list[Holder] = field(default_factory=list)

    @property
    def holder(self) -> Holder:
        return self.holders[-1]

    def counts(self) -> dict[Category, int]:
        """As the result counts: threads by their messages, captions and names with their records."""
        found = Counter(record.category for record in self.records if not isinstance(record, Thread))
        kinds = {"post": Category.POSTS, "comment": Category.COMMENTS, "message": Category.MESSAGES}
        found.update(kinds[passage.kind.value] for passage in self.counted)
        return dict(found)

    def of(self, kind: type[Record]) -> list[Any]:
        return [record for record in self.records if type(record) is kind]

    def told(self, keep: Callable[[str], bool] = lambda _member: True) -> Counter[tuple[object, ...]]:
        """Everything that was read, without where it stood: what must be the same in another layout."""
        records = [_key(record) for record in self.records if keep(record.source.member)]
        passages = [(*_passage_key(text), True) for text in self.counted if keep(text.source.member)]
        passages += [(*_passage_key(text), False) for text in self.beside if keep(text.source.member)]
        return Counter([*records, *passages])


def read(*paths: Path, own_names: tuple[str, ...] = ()) -> Read:
    with open_archive(list(paths)) as archive:
        found = Read(IMPORTER.recognise(archive))
        for item in IMPORTER.read(archive, ReadOptions(own_names=own_names)):
            _sort(found, item)
    return found


def _sort(found: Read, item: ExportItem) -> None:
    if isinstance(item, Record):
        found.records.append(item)
    elif isinstance(item, TextBatch):
        _take(found, item)
    elif isinstance(item, ReadProblem):
        found.problems.append(item)
    elif isinstance(item, MemberNote):
        assert item.member not in found.notes
        found.notes[item.member] = item.fate
    else:
        assert isinstance(item, Holder)
        found.holders.append(item)


def _take(found: Read, batch: TextBatch) -> None:
    assert not batch.authors or len(batch.authors) == len(batch.texts)
    for number, raw in enumerate(batch.texts):
        passage = batch.passage(number)
        repaired = repair(raw) if batch.mojibake else raw
        assert passage.text == repaired, "the gate and the check would see different words"
        assert passage.kind is batch.kind
        assert passage.source.member == batch.member
        (found.counted if batch.counted else found.beside).append(passage)
        if batch.identity is not None:
            found.identities.append(batch.identity(number))


def _key(record: Record) -> tuple[object, ...]:
    """A record without its source; a picture's file without its folder, which moved every year."""
    plain = replace(record, source=NOWHERE)
    if isinstance(plain, Photo):
        plain = replace(plain, member=(plain.member or "").rpartition("/")[2])
    return (type(plain), *(getattr(plain, one.name) for one in fields(plain)))


def _passage_key(passage: Passage) -> tuple[object, ...]:
    return tuple(getattr(passage, one.name) for one in fields(passage) if one.name != "source")
