"""Shows each promise with its proof and the figure that was measured: `python3 run.py prove [WORD…]`."""

import argparse
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.prove.fuzzing import NAMES

ROOT = Path(__file__).resolve().parents[2]
_PASSED = re.compile(r"(\d+) passed")
_FIGURE = re.compile(r"^[^.=\s-].*\d.*$")


@dataclass(frozen=True, slots=True)
class Promise:
    """One row. `proof` runs only the tests that are long in full; `fuzz` takes each reader in turn."""

    says: str
    tests: tuple[str, ...] = ()
    command: tuple[str, ...] = ()
    proof: bool = False
    fuzz: bool = False

    @property
    def shown_by(self) -> str:
        if self.fuzz:
            return "`tests/prove/fuzzing.py`, each reader for a minute"
        return ", ".join(f"`{name}`" for name in (*self.tests, *(f"python -m {one}" for one in self.command)))


def promises() -> tuple[Promise, ...]:
    table = tomllib.loads((Path(__file__).parent / "promises.toml").read_text(encoding="utf-8"))
    return tuple(
        Promise(
            row["says"],
            tuple(row.get("tests", ())),
            tuple(row.get("command", ())),
            row.get("proof", False),
            row.get("fuzz", False),
        )
        for row in table["promise"]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="prove", description=__doc__)
    parser.add_argument("words", nargs="*", help="only promises that hold one of these words")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long each reader is fuzzed")
    options = parser.parse_args(arguments)
    wanted = [one for one in promises() if not options.words or any(word in one.says for word in options.words)]
    failed = 0
    print("| promise | held | figure | took |\n|---|---|---|---|", flush=True)
    for promise in wanted:
        begun = time.monotonic()
        held, figure = _fuzzed(options.seconds) if promise.fuzz else _shown(promise)
        failed += not held
        took = f"{time.monotonic() - begun:.0f} s"
        print(f"| {promise.says} | {'yes' if held else '**NO**'} | {figure} | {took} |", flush=True)
    return 1 if failed else 0


def _shown(promise: Promise) -> tuple[bool, str]:
    if promise.command:
        done = _run([sys.executable, "-m", *promise.command])
        return done.returncode == 0, _last_line(done.stdout)
    marker = ["-m", "proof"] if promise.proof else []
    done = _run([sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", *marker, *promise.tests])
    if done.returncode != 0:
        return False, _last_line(done.stdout)
    passed = _PASSED.search(done.stdout)
    return True, "; ".join((f"{passed[1]} tests" if passed else "no test", *_figures(done.stdout)))


def _fuzzed(seconds: float) -> tuple[bool, str]:
    """Every reader in turn, each in a process of its own: led by coverage, the run ends the process."""
    counts, broken = 0, []
    for name in NAMES:
        done = _run([sys.executable, "-m", "tests.prove.fuzzing", name, "--seconds", str(seconds)])
        found = re.search(r"(?:executed_units: |^)(\d+)", done.stdout + done.stderr, re.MULTILINE)
        counts += int(found[1]) if found else 0
        if done.returncode != 0:
            broken.append(name)
    told = f"{counts:,} inputs in {len(NAMES)} readers"
    return not broken, f"{told}; broken: {', '.join(broken)}" if broken else told


def _run(command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)


def _figures(output: str) -> Iterator[str]:
    """What the tests printed of their own measuring; pytest's own lines are left out."""
    for line in output.splitlines():
        told = line.lstrip(".s ")
        if _FIGURE.match(told) and " passed" not in told and "%]" not in told:
            yield told


def _last_line(output: str) -> str:
    return next((line.strip() for line in reversed(output.splitlines()) if line.strip()), "nothing was said")


if __name__ == "__main__":
    sys.exit(main())
