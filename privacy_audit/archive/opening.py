"""Opening the parts of one export: what each path is, and how all become one tree."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from privacy_audit.archive import sentences as say
from privacy_audit.archive.folder_part import FolderPart, files_below
from privacy_audit.archive.parts import Budget, Entry, Member, Notes, Part
from privacy_audit.archive.tree import Archive
from privacy_audit.archive.zip_part import ZipPart
from privacy_audit.errors import ExportError
from privacy_audit.limits import LIMITS, Limits
from privacy_audit.locations import lies_in_cloud


def open_archive(
    paths: Sequence[Path],
    *,
    may_fetch: Callable[[Path], bool] = lambda _path: False,
    stop: Callable[[], bool] = lambda: False,
    limits: Limits = LIMITS,
) -> Archive:
    """Opens the parts of one export. Raises ExportError with a sentence when nothing can be read."""
    if not paths:
        raise ExportError(say.NOTHING_CHOSEN)
    budget, notes = Budget(limits), Notes(limits.notes)
    parts = [_open_part(path, budget, notes, may_fetch, stop) for path in paths]
    members, unsure = _joined(parts)
    return Archive(parts, members, notes.all(), unsure=unsure, limits=limits)


def _open_part(
    path: Path, budget: Budget, notes: Notes, may_fetch: Callable[[Path], bool], stop: Callable[[], bool]
) -> Part:
    try:
        status = path.stat()
        if path.is_dir():
            return _open_folder(path, budget, notes, may_fetch, stop)
        if lies_in_cloud(status) and not may_fetch(path):
            raise ExportError(say.AWAY)
        if not status.st_size:
            raise ExportError(say.EMPTY_FILE)
        if _looks_like_zip(path):
            return ZipPart(path.name, partial(_bytes_of, path), budget, notes, stop)
        return FolderPart(path.name, path.parent, [(path.name, status.st_size)], budget)
    except OSError:
        raise ExportError(say.MISSING) from None


def _looks_like_zip(path: Path) -> bool:
    if path.suffix.casefold() == ".zip":
        return True
    with path.open("rb") as file:
        return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def _bytes_of(path: Path) -> BinaryIO:
    return path.open("rb", buffering=0)


def _open_folder(
    path: Path, budget: Budget, notes: Notes, may_fetch: Callable[[Path], bool], stop: Callable[[], bool]
) -> FolderPart:
    answers: list[bool] = []

    def may_fetch_any() -> bool:
        if not answers:
            answers.append(may_fetch(path))  # asked once for a folder, not for each of its files
        return answers[0]

    files = list(files_below(path, budget, notes, may_fetch=may_fetch_any, stop=stop))
    if not files:
        raise ExportError(say.HOLLOW_FOLDER)
    return FolderPart(path.name, path, files, budget)


def _joined(parts: Sequence[Part]) -> tuple[list[Member], frozenset[int]]:
    """All members in the order of the parts. The same file in two parts (a read-me, say) is listed once."""
    members: list[Member] = []
    unsure: set[int] = set()
    seen: dict[str, Entry] = {}
    for number, part in enumerate(parts):
        for entry in part.entries:
            if len(parts) > 1:
                other = seen.setdefault(entry.path, entry)
                if other is not entry and entry.crc is not None and other[1::3] == entry[1::3]:
                    continue
            if entry.unsure:
                unsure.add(len(members))
            members.append(Member(entry.path, entry.size, number, entry.place))
    return members, frozenset(unsure)
