"""Writes files that only their owner can read, whole or not at all: a new file first, then a rename."""

import contextlib
import os
import secrets
from pathlib import Path

from privacy_audit.errors import UsageError


def write_private(path: Path, data: bytes) -> None:
    """Writes `data` to `path` with rights for the owner alone. Raises UsageError with a sentence when it cannot."""
    new = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _write_new(new, data)
        new.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
    else:
        return
    # outside the handler, so that no trace of the system's error, which names the path, goes along
    raise UsageError(
        "The file could not be written there. Choose another folder with room in it, where you may write, "
        "and a name that is not a folder's."
    )


def _write_new(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
