"""Asks the second look's process, watches over it, and gives up on it when it dies, hangs or answers nonsense."""

import queue
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import BinaryIO, cast

from privacy_audit import pipe
from privacy_audit.own_process import begin

FLAG = "--privacy-audit-second-look"
_PATIENCE = 60.0  # seconds for one answer; the first one waits for the model as well
_GOING = 2.0  # seconds between closing the pipe and ending the process


class SecondLookLostError(Exception):
    """The process has gone, hangs, or says what makes no sense. The rules' findings are not touched by that."""


def _started() -> "subprocess.Popen[bytes]":
    return begin(FLAG, "privacy_audit.opinion.serving")


class Asking:
    """One process for as long as there is something to ask; every wait has an end."""

    def __init__(self, start: "Callable[[], subprocess.Popen[bytes]]" = _started, patience: float = _PATIENCE) -> None:
        try:
            self._process = start()
        except OSError as error:
            raise SecondLookLostError from error
        self._patience = patience
        self._answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="second-look", daemon=True)
        self._reader.start()

    @property
    def number(self) -> int:
        """The process's number in the system."""
        return self._process.pid

    def ids(self) -> tuple[str, ...]:
        """The checks that the model knows; asked for once, first."""
        said = self._next()
        if not isinstance(said, tuple) or not all(isinstance(name, str) for name in said):
            raise SecondLookLostError
        return said

    def shares(self, texts: Sequence[tuple[str, str]], width: int) -> list[tuple[float, ...]]:
        """For each text (with where it stands) its shares, one for each check that the model knows."""
        try:
            pipe.send(cast("BinaryIO", self._process.stdin), list(texts))
        except (OSError, ValueError) as error:
            raise SecondLookLostError from error
        said = self._next()
        if not isinstance(said, list) or len(said) != len(texts) or not all(_is_row(row, width) for row in said):
            raise SecondLookLostError
        return said

    def close(self) -> None:
        """Ends the process; nothing is left behind."""
        _close(self._process.stdin)
        try:
            self._process.wait(_GOING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        _close(self._process.stdout)

    def __enter__(self) -> "Asking":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _next(self) -> object:
        try:
            said = self._answers.get(timeout=self._patience)
        except queue.Empty as error:
            self._process.kill()
            raise SecondLookLostError from error
        if said is None:
            raise SecondLookLostError
        return said

    def _read(self) -> None:
        """Runs in a thread of its own until the process closes its pipe."""
        stream = cast("BinaryIO", self._process.stdout)
        while True:
            try:
                self._answers.put(pipe.receive_guarded(stream))
            except (EOFError, OSError, ValueError, pipe.ParcelError):
                self._answers.put(None)
                return


def _is_row(row: object, width: int) -> bool:
    return (
        isinstance(row, tuple)
        and len(row) == width
        and all(isinstance(share, float) and 0 <= share <= 1 for share in row)
    )


def _close(stream: object) -> None:
    try:
        cast("BinaryIO", stream).close()
    except OSError:
        return  # what was still to be written has nobody to read it
