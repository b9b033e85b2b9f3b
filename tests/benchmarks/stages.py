"""What each stage of a scan adds, in CPU seconds of one process: `python -m tests.benchmarks.stages EXPORT.zip`.

Each line holds all the work of the lines above it, so that the differences are what the stages cost.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checks import CHECKS
from privacy_audit.gate import Gate, joined
from privacy_audit.importers import IMPORTERS
from privacy_audit.importing import ReadOptions, TextBatch
from privacy_audit.intake import gather
from privacy_audit.scope import by_voice
from privacy_audit.serving import seldom_collected
from tests.benchmarks.floor import floor
from tests.benchmarks.generate import OWNER
from tests.benchmarks.scan import scan

ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Stages:
    """CPU seconds of the quickest round, and how many texts there were."""

    texts: int
    seconds: dict[str, float]


def measure(path: Path) -> Stages:
    """In this process."""
    gate = Gate(CHECKS)
    texts = sum(len(batch.texts) for batch in _batches(path))
    stages: dict[str, Callable[[], object]] = {
        "floor: inflate and typed decode": lambda: floor(path),
        "records and batches of texts": lambda: sum(1 for _batch in _batches(path)),
        "texts apart by who speaks, and joined": lambda: [_joined(batch) for batch in _batches(path)],
        "gate": lambda: [sum(1 for _ in gate.candidates(batch)) for batch in _batches(path)],
        "whole scan: its start, judges, findings": lambda: scan(path),
    }
    return Stages(texts, {name: _timed(stage) for name, stage in stages.items()})


def in_own_process(path: Path) -> Stages:
    command = [sys.executable, "-m", "tests.benchmarks.stages", str(path)]
    environment = dict(os.environ, PYTHONHASHSEED="0")
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    told = json.loads(answer)
    return Stages(told["texts"], told["seconds"])


def _batches(path: Path) -> Iterator[TextBatch]:
    export = gather([path], IMPORTERS).exports[0]
    for item in export.importer.read(export.archive, ReadOptions((OWNER,))):
        if isinstance(item, TextBatch):
            yield item


def _joined(batch: TextBatch) -> int:
    return sum(len(joined(texts, mojibake=batch.mojibake)) for _voice, texts in by_voice(batch, batch.texts))


def _timed(stage: Callable[[], object]) -> float:
    seconds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        stage()
        seconds.append(time.process_time() - began)
    return min(seconds)


if __name__ == "__main__":
    seldom_collected()  # as the worker does
    measured = measure(Path(sys.argv[1]))
    print(json.dumps({"texts": measured.texts, "seconds": measured.seconds}))
