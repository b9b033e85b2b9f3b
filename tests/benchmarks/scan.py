"""One scan of a generated export in a process of its own: CPU of floor and scan, records, peak memory, plants found."""

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from checks import CHECKS
from privacy_audit.engine import audit
from privacy_audit.events import Finished
from privacy_audit.importers import IMPORTERS
from privacy_audit.intake import gather
from privacy_audit.options import AuditOptions
from privacy_audit.own_facts import OwnFacts
from privacy_audit.serving import seldom_collected
from tests.benchmarks.floor import floor
from tests.benchmarks.generate import OWNER
from tests.benchmarks.memory import peak_mib

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU seconds of the quickest round each; `peak` is the whole process in MiB."""

    floor: float
    scan: float
    records: int
    findings: int
    peak: float


def measure(path: Path, *, with_floor: bool = True, rounds: int = ROUNDS) -> Measured:
    """Floor and scan in the same process and run, the quickest of a few rounds each."""
    floors, scans, records, findings = [], [], 0, 0
    for _ in range(rounds):
        if with_floor:
            began = time.process_time()
            floor(path)
            floors.append(time.process_time() - began)
        began = time.process_time()
        records, findings = scan(path)
        scans.append(time.process_time() - began)
    peak = peak_mib()
    return Measured(min(floors, default=0.0), min(scans), records, findings, peak)


def scan(path: Path) -> tuple[int, int]:
    """The whole audit of one export, messages on and the owner known; returns records and findings."""
    options = AuditOptions(facts=OwnFacts(names=(OWNER,)))
    exports = gather([path], IMPORTERS).exports
    for event in audit(exports, CHECKS, options):
        if isinstance(event, Finished):
            result = event.result
            return sum(result.exports[0].records.values()), sum(finding.count for finding in result.findings)
    raise ValueError("the generated export was not read")


def in_own_process(path: Path, *, with_floor: bool, rounds: int) -> Measured:
    """The same in a fresh process, so that its peak memory is its own."""
    command = [sys.executable, "-m", "tests.benchmarks.scan", str(path), str(int(with_floor)), str(rounds)]
    environment = dict(os.environ, PYTHONHASHSEED="0")
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    return Measured(**json.loads(answer.splitlines()[-1]))


if __name__ == "__main__":
    seldom_collected()  # as the worker does
    measured = measure(Path(sys.argv[1]), with_floor=sys.argv[2] == "1", rounds=int(sys.argv[3]))
    print(json.dumps(asdict(measured)))
