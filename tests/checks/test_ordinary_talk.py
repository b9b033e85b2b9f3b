"""Ordinary talk raises next to nothing: what friends write to each other all day must not turn into findings."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks import CHECKS
from privacy_audit.checking import Context
from privacy_audit.findings import Confidence
from privacy_audit.gate import Gate
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, Passage, PassageKind, Voice
from tests.builders.asking import HERE

_ROOT = Path(__file__).resolve().parents[2]
_FILLINGS = {
    "day": ("Friday", "Saturday", "Tuesday", "the weekend", "tomorrow"),
    "time": ("half six", "seven", "8", "quarter to nine", "7.30"),
    "name": ("Jo", "Priya", "Dave", "Megan", "Tom"),
    "town": ("Ludlow", "Grimsby", "Frome", "Matlock", "Leeds"),
    "thing": ("ladder", "drill", "tent", "cool box", "torch"),
    "food": ("curry", "soup", "fajitas", "pie", "noodles"),
    "room": ("shed", "loft", "garage", "hall cupboard", "kitchen drawer"),
    "place": ("Crete", "Wales", "Portugal", "the Lakes", "Cromer"),
    "date": ("14 June", "the 2nd of October", "3 May 2024", "12/09/2023", "1st March"),
    "clock": ("7.42", "18:05", "9.10", "17.33", "6.15"),
    "match": ("the derby", "the cup replay", "the rugby", "the snooker", "the second half"),
    "shopping": ("milk", "bread", "teabags", "onions", "eggs"),
}


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(CHECKS)


@pytest.fixture(scope="module")
def talk() -> list[str]:
    """Our own lines, the small talk of the invented officer and that of the benchmark: each filled in several ways."""
    lines = _lines("tests/checks/ordinary_talk.txt") + _lines("tests/benchmarks/chatter.txt")
    lines += _lines("privacy_audit/demo/comments.txt")
    scenes = (_ROOT / "privacy_audit/demo/chatter.txt").read_text("utf-8").splitlines()
    lines += [line[2:] for line in scenes if re.match(r"[A-Z] \S", line)]
    return list(dict.fromkeys(filled for line in lines for filled in _filled(line)))


def _lines(path: str) -> list[str]:
    return [line for line in (_ROOT / path).read_text("utf-8").splitlines() if line and not line.startswith(("#", "["))]


def _filled(line: str) -> Iterator[str]:
    for turn in range(5):
        yield re.sub(r"\{(\w+)\}", lambda slot, turn=turn: _FILLINGS[slot[1]][turn], line)  # type: ignore[misc]


@pytest.mark.parametrize("kind", [PassageKind.MESSAGE, PassageKind.POST, PassageKind.COMMENT])
@pytest.mark.parametrize("voice", [Voice.OWNER, Voice.OTHER])
def test_at_most_two_lines_in_a_thousand_raise_anything(
    gate: Gate, talk: list[str], kind: PassageKind, voice: Voice
) -> None:
    said = [Passage(text, kind, voice, HERE) for text in talk]
    assert len(said) > 1_500
    batch = TextBatch(Category.MESSAGES, kind, "talk.json", talk, said.__getitem__)
    alarms = [
        (check.id, sighting.theme, said[index].text)
        for index, asked in gate.candidates(batch)
        for check, rule in asked
        if voice in rule.voices
        for sighting in rule.judge(said[index], Context())
        if sighting.confidence >= Confidence.LIKELY
    ]
    assert len(alarms) <= len(said) * 2 / 1_000, alarms
