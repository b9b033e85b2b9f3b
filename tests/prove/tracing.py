"""Watches a whole run from the system's side: `python -m tests.prove.tracing` counts what it asked of the network.

The run opens the invented officer's download, audits it with a second look where there is one, writes the reports and
draws the window: with no network there (`unshare`), no word that it is being tested, and every system call on record.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Variables that quieten libraries where they are tested: with them a silence would prove nothing.
_TELL_TALES = ("CI", "GITHUB_ACTIONS", "ORT_DISABLE_TELEMETRY", "DO_NOT_TRACK", "PYTEST_CURRENT_TEST")
_CALL = re.compile(r"\b(socket|connect|sendto|sendmsg|sendmmsg|bind)\(")
_INTERNET = re.compile(r"AF_INET6?\b|sin6?_port|htons\(")


@dataclass(frozen=True, slots=True)
class Trace:
    """Calls by name to the internet's families, and how many processes were watched."""

    calls: Counter[str]
    processes: int
    lines: int

    @property
    def reached_out(self) -> int:
        """Connects and sends: a library that makes a socket, or binds one to this machine, reaches nobody."""
        return sum(count for name, count in self.calls.items() if name not in {"socket", "bind"})


def can_trace() -> str:
    """Why it cannot be watched here, or nothing."""
    if sys.platform != "linux":
        return "system calls are traced on Linux only"
    strace = shutil.which("strace")
    if strace is None:
        return "strace is not here"
    tried = subprocess.run([strace, "-o", os.devnull, sys.executable, "-V"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "this system does not let strace look"


def traced(arguments: list[str], folder: Path) -> tuple[int, Trace]:
    """Runs our terminal with these arguments; the exit status and what was asked of the network."""
    record = folder / "trace"
    environment = {name: value for name, value in os.environ.items() if name not in _TELL_TALES}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    watched = [sys.executable, "-m", "ui.cli", *arguments]
    strace = shutil.which("strace") or "strace"
    command = [*_alone(), strace, "-f", "-qq", "-e", "trace=network", "-o", str(record), *watched]
    status = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).returncode
    return status, _read(record)


def _alone() -> list[str]:
    """In a network of its own that leads nowhere, where the system allows that."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return []
    alone = [unshare, "--user", "--net", "--map-root-user"]
    tried = subprocess.run([*alone, sys.executable, "-V"], capture_output=True, check=False)
    return alone if tried.returncode == 0 else []


def _read(record: Path) -> Trace:
    calls: Counter[str] = Counter()
    processes = set()
    lines = record.read_text(encoding="utf-8", errors="replace").splitlines()
    for line in lines:
        processes.add(line.partition(" ")[0])
        call = _CALL.search(line)
        if call is not None and _INTERNET.search(line):
            calls[call[1]] += 1
    return Trace(calls, len(processes), len(lines))


def main() -> int:
    why = can_trace()
    if why:
        print(f"Not watched: {why}.")
        return 0
    with tempfile.TemporaryDirectory(prefix="trace-") as name:
        status, trace = traced(["demo", "--no-window", "--folder", str(Path(name) / "demo")], Path(name))
    print(
        f"{trace.reached_out} connect or send to the internet's families in {trace.processes} threads and processes, "
        f"{trace.calls['socket']} sockets made, {trace.lines} network calls in all; exit status {status}"
    )
    return 1 if trace.reached_out or status else 0


if __name__ == "__main__":
    sys.exit(main())
