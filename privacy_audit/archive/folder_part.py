"""A folder, or a single file, as a part of an archive. Links are not followed."""

import io
import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from privacy_audit.archive import sentences as say
from privacy_audit.archive.names import is_clutter
from privacy_audit.archive.parts import Budget, Label, Member, Notes, RawBytes, shown
from privacy_audit.errors import Cancelled, ExportError
from privacy_audit.locations import is_link, lies_in_cloud, stub_of

_PIECE = 1 << 18


class FolderPart:
    """A folder with all that lies in it, or chosen single files; paths are as below `root`."""

    def __init__(self, label: Label, root: Path, files: Sequence[tuple[str, int]], budget: Budget) -> None:
        self.name = label.name
        self._root = root
        self._budget = budget
        self._paths = [path for path, _ in files]
        self.members: Sequence[Member] = [
            Member(shown(path), size, label.number, place) for place, (path, size) in enumerate(files)
        ]

    def read(self, place: int) -> bytes:
        with self.stream(place) as stream:
            data = stream.read(self._budget.limits.member + 1)
        if len(data) > self._budget.limits.member:
            raise ExportError(say.MEMBER_TOO_LARGE)
        return data

    def stream(self, place: int) -> BinaryIO:
        return io.BufferedReader(_FileStream(_opened(self._root / self._paths[place]), self._budget), _PIECE)

    def window(self, place: int) -> Callable[[], RawBytes]:
        return partial(_opened, self._root / self._paths[place])

    def close(self) -> None:
        """Nothing stays open between reads."""


def _opened(path: Path) -> io.FileIO:
    try:
        return path.open("rb", buffering=0)
    except OSError:
        raise ExportError(say.GONE) from None


class _FileStream(io.RawIOBase):
    """Counts what is read of a file and turns the system's errors into ours."""

    def __init__(self, file: io.FileIO, budget: Budget) -> None:
        self._file = file
        self._budget = budget
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed: any Buffer
        try:
            size = self._file.readinto(buffer) or 0
        except OSError:
            raise ExportError(say.GONE) from None
        self._given += size
        self._budget.spend(size)
        if self._given > self._budget.limits.streamed:
            raise ExportError(say.MEMBER_TOO_LARGE)
        return size

    def close(self) -> None:
        self._file.close()
        super().close()


def files_below(root: Path, budget: Budget, notes: Notes, may_fetch: Callable[[], bool]) -> Iterator[tuple[str, int]]:
    """Path below `root` (forward slashes) and size of every file that can be read, in a fixed order."""
    waiting = [("", 0)]
    while waiting:
        if budget.stop():
            raise Cancelled
        folder, depth = waiting.pop()
        inner: list[tuple[str, int]] = []
        for entry in _listed(root, folder, notes):
            path = f"{folder}{entry.name}"
            budget.entries_left -= 1
            if budget.entries_left < 0:
                raise ExportError(say.TOO_MANY_IN_FOLDER)
            status, is_folder = _status(entry, path, notes), entry.is_dir(follow_symlinks=False)
            if status is None or is_clutter(path + "/" * is_folder):
                continue
            if is_folder:
                inner.append((f"{path}/", depth + 1))
            elif entry.is_file(follow_symlinks=False) and _is_here(path, status, notes, may_fetch):
                yield path, status.st_size
        waiting += reversed([one for one in inner if _not_too_deep(one, budget, notes)])


def _not_too_deep(folder: tuple[str, int], budget: Budget, notes: Notes) -> bool:
    path, depth = folder
    if depth <= budget.limits.depth:
        return True
    notes.add(path, say.NOTE_DEEP)
    return False


def _listed(root: Path, folder: str, notes: Notes) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(root / folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        if not folder:
            raise ExportError(say.FOLDER_SHUT) from None
        notes.add(folder, say.NOTE_UNREADABLE)
        return []


def _status(entry: os.DirEntry[str], path: str, notes: Notes) -> os.stat_result | None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        notes.add(path, say.NOTE_UNREADABLE)
        return None
    if is_link(status):
        notes.add(path, say.NOTE_LINK)
        return None
    return status


def _is_here(path: str, status: os.stat_result, notes: Notes, may_fetch: Callable[[], bool]) -> bool:
    if path.endswith(".icloud") and stub_of(Path(path)) is not None:  # a Path for each of 50,000 files takes its time
        notes.add(path, say.NOTE_AWAY)
        return False
    if not status.st_size:
        return False
    if lies_in_cloud(status) and not may_fetch():
        notes.add(path, say.NOTE_AWAY)
        return False
    return True
