"""One program at a time may have the vault open: a lock on a file of the folder, which the system drops at the end."""

import contextlib
import errno
import os
import sys
from pathlib import Path

from privacy_audit.vault.errors import VaultInUseError
from privacy_audit.vault.folder import in_place

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD_BY_OTHERS = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class FolderLock:
    """Held from the making until `free`; when the program ends in whatever way, the system frees it."""

    def __init__(self, path: Path) -> None:
        with in_place():
            self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._handle)
        except OSError as error:
            os.close(self._handle)
            self._handle = None
            if error.errno in _HELD_BY_OTHERS:
                raise VaultInUseError from None
            with in_place():
                raise

    def free(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            with contextlib.suppress(OSError):
                os.close(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
