"""Writes to the terminal: results to standard output, all else to standard error, whatever letters it can show."""

import sys
from typing import TextIO

from privacy_audit.events import Progressed, Stage

_STAGES = {
    Stage.OPENING: "Opening",
    Stage.READING: "Reading",
    Stage.JOINING: "Putting it together",
    Stage.SECOND_LOOK: "A second look",
}


def write(text: str) -> None:
    """The result."""
    _put(sys.stdout, text)


def say(sentence: str) -> None:
    """A sentence beside the result."""
    _put(sys.stderr, sentence + "\n")


class ProgressLine:
    """One line on standard error that rewrites itself, where that is a terminal; counts only, nothing personal."""

    def __init__(self) -> None:
        self._on = sys.stderr is not None and sys.stderr.isatty()
        self._width = 0

    def show(self, event: Progressed) -> None:
        if not self._on:
            return
        share = f" {100 * event.done // event.total} %" if event.total else ""
        records = sum(event.counts.values())
        line = f"{_STAGES[event.stage]}{share}: {records:,} records, {event.findings:,} findings so far"
        self._draw(line)

    def clear(self) -> None:
        if self._width:
            self._draw("")
            _put(sys.stderr, "\r")
            self._width = 0

    def _draw(self, line: str) -> None:
        _put(sys.stderr, "\r" + line.ljust(self._width))
        self._width = len(line)


def _put(stream: TextIO | None, text: str) -> None:
    if stream is None:  # a windowed program has none
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))
    stream.flush()
