"""What the gate costs a text, in CPU microseconds once it is warm: ordinary chatter, and lines written to be hard."""

import time
from collections.abc import Sequence
from pathlib import Path

from checks import CHECKS
from privacy_audit.gate import Gate
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, Passage, PassageKind, Source, Voice

_CHATTER = Path(__file__).parents[2] / "privacy_audit" / "demo" / "chatter.txt"
_SOURCE = Source("benchmark", "lines.txt")


def chatter_cost() -> float:
    """The invented officer's chatter, each line once a round."""
    return _cost(_CHATTER.read_text("utf-8").splitlines())


def lines_cost(lines: Sequence[str]) -> float:
    """Any lines, such as a labelled corpus of which half are findings."""
    return _cost(lines)


def _cost(lines: Sequence[str]) -> float:
    """The second round is timed, over texts that differ by a letter: one that was met before costs nothing."""
    gate, spent = Gate(CHECKS), 0.0
    for ending in ("", " x"):
        batch = _batch([line + ending for line in lines])
        began = time.process_time()
        for _found in gate.candidates(batch):
            pass
        spent = time.process_time() - began
    return spent / len(lines) * 1e6


def _batch(texts: Sequence[str]) -> TextBatch:
    def passage(index: int) -> Passage:
        return Passage(texts[index], PassageKind.MESSAGE, Voice.OWNER, _SOURCE)

    return TextBatch(Category.MESSAGES, PassageKind.MESSAGE, _SOURCE.member, texts, passage)
