"""A disk whose nth write, sync or truncation fails, under the vault's database and under its small files."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw
import pytest

_BASE = "multipleciphers-unix"


class Faults:
    """Counts down; at nought the operation fails, and every one after it when the disk stays full."""

    def __init__(self) -> None:
        self.left = -1
        self.stays = False
        self.met = 0

    def set(self, nth: int, *, stays: bool) -> None:
        self.left, self.stays, self.met = nth, stays, 0

    def due(self) -> bool:
        if self.left < 0:
            return False
        self.left -= 1
        if self.left == 0 or (self.stays and self.left < 0):
            self.left = 0 if self.stays else -1
            self.met += 1
            return True
        return False


class FailingFile(apsw.VFSFile):
    faults: Faults

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: N802 - the library's name
        if self.faults.due():
            raise apsw.FullError("full")
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802 - the library's name
        if self.faults.due():
            raise apsw.IOError("sync")
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:  # noqa: N802 - the library's name
        if self.faults.due():
            raise apsw.IOError("truncate")
        super().xTruncate(size)


class FailingDisk(apsw.VFS):
    def __init__(self, name: str, faults: Faults) -> None:
        self.faults = faults
        super().__init__(name, _BASE)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - the library's name
        file = FailingFile(_BASE, name, flags)
        file.faults = self.faults
        return file


@contextmanager
def failing_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Faults]:
    """Databases that are opened meanwhile lie on it."""
    faults = Faults()
    disk = FailingDisk("failing", faults)
    real = apsw.Connection

    def connection(path: str, **options: Any) -> apsw.Connection:
        return real(path, vfs="failing", **options)

    with monkeypatch.context() as patch:
        patch.setattr("privacy_audit.vault.pages.apsw.Connection", connection)
        try:
            yield faults
        finally:
            disk.unregister()


@contextmanager
def failing_calls(monkeypatch: pytest.MonkeyPatch, faults: Faults) -> Iterator[None]:
    """The system calls that small files are written with."""

    def failing(call: Any) -> Any:
        def maybe(*arguments: Any, **options: Any) -> Any:
            if faults.due():
                raise OSError(errno.ENOSPC, "full")
            return call(*arguments, **options)

        return maybe

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", failing(os.open))
        patch.setattr(os, "fsync", failing(os.fsync))
        patch.setattr(os, "fdopen", failing(os.fdopen))
        patch.setattr(Path, "replace", failing(Path.replace))
        yield
