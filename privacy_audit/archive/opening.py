"""Opening the parts of one export: what each path is, and how all become one tree."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from privacy_audit.archive import sentences as say
from privacy_audit.archive.folder_part import FolderPart, files_below
from privacy_audit.archive.inner_zips import InnerZips
from privacy_audit.archive.part_names import missing_parts
from privacy_audit.archive.parts import ArchiveNote, Budget, Entry, Member, Notes, Part
from privacy_audit.archive.tree import Archive, without_repeats
from privacy_audit.archive.zip_part import ZipPart
from privacy_audit.errors import Cancelled, ExportError
from privacy_audit.limits import LIMITS, Limits
from privacy_audit.locations import lies_in_cloud


def open_archive(
    paths: Sequence[Path],
    *,
    may_fetch: Callable[[Path], bool] = lambda _path: False,
    stop: Callable[[], bool] = lambda: False,
    limits: Limits = LIMITS,
) -> Archive:
    """Opens the parts of one export. ExportError with a sentence when nothing can be read; Cancelled when stopped."""
    if not paths:
        raise ExportError(say.NOTHING_CHOSEN)
    opener = _Opener(Budget(limits, stop), Notes(limits.notes), may_fetch)
    try:
        parts = [opener.part(path) for path in paths]
    except OSError:
        raise ExportError(say.MISSING) from None
    entries = opener.with_inner_zips(parts)
    if stop():
        raise Cancelled
    archive = _tree(parts, entries, opener.notes.all(), limits)
    return archive.with_notes(missing_notes(archive))


def missing_notes(archive: Archive) -> tuple[ArchiveNote, ...]:
    """A note that names the parts of an export that were not chosen, as far as the names of the others tell."""
    missing = missing_parts(archive.parts)
    return (ArchiveNote("", say.missing_parts(missing)),) if missing else ()


@dataclass(frozen=True, slots=True)
class _Opener:
    budget: Budget
    notes: Notes
    may_fetch: Callable[[Path], bool]

    def part(self, path: Path) -> Part:
        status = path.stat()
        if path.is_dir():
            return self._folder(path)
        if lies_in_cloud(status) and not self.may_fetch(path):
            raise ExportError(say.AWAY)
        if not status.st_size:
            raise ExportError(say.EMPTY_FILE)
        if _looks_like_zip(path):
            return ZipPart(path.name, partial(_bytes_of, path), self.budget, self.notes)
        return FolderPart(path.name, path.parent, [(path.name, status.st_size)], self.budget)

    def _folder(self, path: Path) -> FolderPart:
        answers: list[bool] = []

        def may_fetch_any() -> bool:
            if not answers:
                answers.append(self.may_fetch(path))  # asked once for a folder, not for each of its files
            return answers[0]

        files = list(files_below(path, self.budget, self.notes, may_fetch_any))
        if not files:
            raise ExportError(say.HOLLOW_FOLDER)
        return FolderPart(path.name, path, files, self.budget)

    def with_inner_zips(self, parts: list[Part]) -> list[tuple[int, Entry]]:
        """The entries of all parts by part number; a ZIP among them gives way to what it holds and becomes a part.

        A ZIP in a folder may hold ZIPs of its own, a ZIP in a ZIP may not.
        """
        inner_zips = InnerZips(self.budget, self.notes)

        def expanded(number: int, levels: int) -> Iterator[tuple[int, Entry]]:
            opened = dict(inner_zips.of(parts[number])) if levels else {}
            for entry in parts[number].entries:
                if entry not in opened:
                    yield number, entry
                    continue
                parts.append(opened[entry])
                yield from expanded(len(parts) - 1, levels - 1)

        levels = [2 if isinstance(part, FolderPart) else 1 for part in parts]
        return [found for number, level in enumerate(levels) for found in expanded(number, level)]


def _looks_like_zip(path: Path) -> bool:
    if path.suffix.casefold() == ".zip":
        return True
    with path.open("rb") as file:
        return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def _bytes_of(path: Path) -> io.FileIO:
    return path.open("rb", buffering=0)


def _tree(
    parts: Sequence[Part], entries: Iterable[tuple[int, Entry]], notes: Sequence[ArchiveNote], limits: Limits
) -> Archive:
    members = [Member(entry.path, entry.size, number, *entry[2:]) for number, entry in entries]
    return Archive(parts, members if len(parts) == 1 else without_repeats(members), notes, limits=limits)
