"""This program started anew as a process of its own: an empty environment, and two pipes as its only ways out."""

import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import resource

_KEPT = (
    "SYSTEMROOT",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "TMPDIR",
    "TEMP",
)  # without these some systems start nothing


def begin(flag: str, module: str) -> "subprocess.Popen[bytes]":
    """Starts `main` of a module of ours; the built program knows it by the flag. May raise OSError."""
    boot = f"import sys; sys.path.insert(0, sys.argv[1]); from {module} import main; main()"
    root = str(Path(__file__).resolve().parents[1])
    frozen = getattr(sys, "frozen", False)
    return subprocess.Popen(  # noqa: S603 - this program itself
        [sys.executable, flag] if frozen else [sys.executable, "-I", "-c", boot, root],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def taken_over() -> tuple[BinaryIO, BinaryIO]:
    """In the new process: the pipes for us alone; what a library prints or reads goes nowhere."""
    inbox, outbox = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    return inbox, outbox


def close_to_others() -> None:
    """Files that are made are the user's alone, and a crash leaves no copy of the memory on the disk."""
    os.umask(0o077)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
