"""What the second look costs: processor time a text, five thousand posts, and the memory of its process."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

import privacy_audit.opinion
from privacy_audit.opinion.asking import Asking

MODEL = Path(privacy_audit.opinion.__file__).parent / "model.onnx"
_CHATTER = Path(__file__).parents[2] / "privacy_audit" / "demo" / "chatter.txt"
_POSTS, _AT_ONCE = 5_000, 16


@dataclass(frozen=True, slots=True)
class Cost:
    milliseconds: float  # of processor time, a text
    seconds: float  # for five thousand posts, as long as they take
    peak: float  # MiB


def second_look_cost() -> Cost:
    """Posts of the length that people write: two lines of chatter each."""
    lines = _CHATTER.read_text("utf-8").splitlines()
    posts = [("self-post: ", f"{lines[n % len(lines)]} {lines[n * 7 % len(lines)]}") for n in range(_POSTS)]
    with Asking() as asking:
        ids = asking.ids()
        before, began = _spent(asking.number), time.monotonic()
        for at in range(0, _POSTS, _AT_ONCE):
            asking.shares(posts[at : at + _AT_ONCE], len(ids))
        took, spent = time.monotonic() - began, _spent(asking.number) - before
        return Cost(1000 * spent / _POSTS, took, _peak(asking.number))


def _spent(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
