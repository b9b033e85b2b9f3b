"""Opening the parts of one export: what each path is, and how all become one tree."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from privacy_audit.archive import sentences as say
from privacy_audit.archive.folder_part import FolderPart, files_below
from privacy_audit.archive.inner_zips import InnerZips
from privacy_audit.archive.parts import Budget, Label, Notes, Part
from privacy_audit.archive.tar_part import TarPart
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
    budget, notes = Budget(limits, stop), Notes(limits.notes)
    opener = _Opener(budget, notes, may_fetch)
    try:
        parts = [opener.part(path, number) for number, path in enumerate(paths)]
    except OSError:
        raise ExportError(say.MISSING) from None
    inner_zips = InnerZips(parts, budget, notes)
    # a ZIP in a folder may hold ZIPs of its own, a ZIP in a ZIP may not
    found = [inner_zips.members(part, 2 if isinstance(part, FolderPart) else 1) for part in tuple(parts)]
    if stop():
        raise Cancelled
    members = found[0] if len(parts) == 1 else without_repeats(chain.from_iterable(found))
    names = tuple(dict.fromkeys(path.name for path in paths))
    return Archive(parts, members, notes.all(), names=names, limits=limits)


@dataclass(frozen=True, slots=True)
class _Opener:
    budget: Budget
    notes: Notes
    may_fetch: Callable[[Path], bool]

    def part(self, path: Path, number: int) -> Part:
        status = path.stat()
        if path.is_dir():
            return self._folder(path, number)
        if lies_in_cloud(status) and not self.may_fetch(path):
            raise ExportError(say.AWAY)
        if not status.st_size:
            raise ExportError(say.EMPTY_FILE)
        kind = _packed_kind(path)
        if kind:
            return kind(Label(path.name, number), partial(_bytes_of, path), self.budget, self.notes)
        return FolderPart(Label(path.name, number), path.parent, [(path.name, status.st_size)], self.budget)

    def _folder(self, path: Path, number: int) -> FolderPart:
        answers: list[bool] = []

        def may_fetch_any() -> bool:
            if not answers:
                answers.append(self.may_fetch(path))  # asked once for a folder, not for each of its files
            return answers[0]

        files = list(files_below(path, self.budget, self.notes, may_fetch_any))
        if not files:
            raise ExportError(say.HOLLOW_FOLDER)
        return FolderPart(Label(path.name, number), path, files, self.budget)


def _packed_kind(path: Path) -> type[ZipPart | TarPart] | None:
    """By its name, since a damaged one must have its sentence; otherwise by its first bytes."""
    name = path.name.casefold()
    if name.endswith(".zip"):
        return ZipPart
    if name.endswith((".tar", ".tgz", ".tar.gz")):
        return TarPart
    with path.open("rb") as file:
        return ZipPart if file.read(4) in (b"PK\x03\x04", b"PK\x05\x06") else None


def _bytes_of(path: Path) -> io.FileIO:
    return path.open("rb", buffering=0)
