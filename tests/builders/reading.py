"""Reads an export that a test has built: its items, their counts by category, their passages."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from privacy_audit.archive import open_archive
from privacy_audit.importing import ExportItem, Importer, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import Passage, Record, Thread
from tests.builders.variants import Files, as_zip


def read_export(
    importer: Importer, files: Files, folder: Path, name: str = "export.zip", options: ReadOptions | None = None
) -> list[ExportItem]:
    """All items of an export, which the importer must claim as its own first."""
    archive = open_archive([as_zip(files, folder / name)])
    recognition = importer.recognise(archive)
    assert recognition is not None
    assert recognition.importer == importer.id
    return list(importer.read(archive, options or ReadOptions()))


def counts(items: Sequence[ExportItem]) -> Counter[str]:
    """Records by category as a result counts them: threads stand beside their messages."""
    found: Counter[str] = Counter()
    for item in items:
        if isinstance(item, TextBatch) and item.counted:
            found[item.category.value] += len(item.texts)
        elif isinstance(item, Record) and not isinstance(item, Thread):
            found[item.category.value] += 1
    return found


def passages(items: Sequence[ExportItem]) -> list[Passage]:
    return [item.passage(n) for item in items if isinstance(item, TextBatch) for n in range(len(item.texts))]


def problems(items: Sequence[ExportItem]) -> list[ReadProblem]:
    return [item for item in items if isinstance(item, ReadProblem)]


def fates(items: Sequence[ExportItem]) -> dict[str, MemberFate]:
    return {item.member: item.fate for item in items if isinstance(item, MemberNote)}


def records(items: Sequence[ExportItem]) -> list[Record]:
    return [item for item in items if isinstance(item, Record)]
