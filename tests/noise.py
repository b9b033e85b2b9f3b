"""Measures alarms on ordinary text: `python -m tests.noise [FILE…]`, findings of medium or above per 1,000 lines.

A file holds one text a line; a .jsonl file one object a line with "text" and, if it tells, "kind" and "voice". Without
files our own small talk is measured. What is given here is measured only: nothing of it is kept.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checks import CHECKS
from privacy_audit.checking import Check, Context
from privacy_audit.findings import Severity
from privacy_audit.gate import Gate
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, Passage, PassageKind, Source, Voice
from privacy_audit.own_facts import OwnFacts
from privacy_audit.severity import graded

_ROOT = Path(__file__).resolve().parents[1]
_OURS = ("tests/checks/ordinary_talk.txt", "privacy_audit/demo/chatter.txt", "privacy_audit/demo/comments.txt")
_SCENE = re.compile(r"[A-Z] (?=\S)")  # who speaks, in the officer's small talk
_SLOT = re.compile(r"\{\w+\}")
_FACTS = OwnFacts(politically_restricted=True)  # the strictest user: every check is on
_SEED = 7


@dataclass(slots=True)
class Alarms:
    """What a set of texts raised, by check: lines of medium or above, and lines of anything at all."""

    lines: int = 0
    firm_lines: int = 0
    low_lines: int = 0
    firm: Counter[str] = field(default_factory=Counter)
    low: Counter[str] = field(default_factory=Counter)
    shown: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, said: Passage, grades: dict[str, tuple[Severity, str]]) -> None:
        loud = {check for check, (grade, _rule) in grades.items() if grade >= Severity.MEDIUM}
        self.firm_lines += bool(loud)
        self.low_lines += bool(grades)
        for check, (_grade, rule) in grades.items():
            (self.firm if check in loud else self.low)[check] += 1
            if check in loud:
                self.shown[check].append(f"{rule} | {said.text}")

    def rate(self, count: int) -> float:
        return 1_000 * count / max(1, self.lines)


def texts_of(path: Path) -> Iterator[tuple[str, PassageKind | None, Voice | None]]:
    """Comments, headings and empty lines are left out; slots of our own lines become a plain word."""
    ours = path.is_relative_to(_ROOT)  # only our own small talk tells who speaks by a letter
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if path.suffix == ".jsonl":
            row = json.loads(line)
            kind = PassageKind(row["kind"]) if "kind" in row else None
            yield str(row["text"]), kind, Voice(row["voice"]) if "voice" in row else None
        elif line and not line.startswith(("#", "[")):
            yield _SLOT.sub("Friday", _SCENE.sub("", line, count=1) if ours else line), None, None


def measure(
    said: Iterable[tuple[str, PassageKind | None, Voice | None]],
    kind: PassageKind,
    voice: Voice,
    checks: Sequence[Check] = CHECKS,
) -> Alarms:
    """Asks all checks of all texts, through the gate as in an audit. Each text counts once."""
    source = Source("made-up", "talk.txt")
    sets: dict[PassageKind, list[Passage]] = defaultdict(list)
    for text, own_kind, own_voice in dict.fromkeys(said):
        passage = Passage(text, own_kind or kind, own_voice or voice, source)
        sets[passage.kind].append(passage)
    alarms, gate = Alarms(), Gate(checks)
    weights = {(check.id, theme.id): theme.weight for check in checks for theme in check.themes}
    context = Context(_FACTS)
    for each_kind, passages in sets.items():
        alarms.lines += len(passages)
        texts = [passage.text for passage in passages]
        batch = TextBatch(Category.MESSAGES, each_kind, "talk.txt", texts, passages.__getitem__)
        for index, asked in gate.candidates(batch):
            grades: dict[str, tuple[Severity, str]] = {}
            for check, rule in asked:
                if passages[index].voice not in rule.voices:
                    continue
                for sighting in rule.judge(passages[index], context):
                    grade = graded(weights[check.id, sighting.theme], sighting.audience, sighting.confidence)
                    if check.id not in grades or grade > grades[check.id][0]:
                        grades[check.id] = grade, f"{rule.id}/{sighting.theme}"
            alarms.add(passages[index], grades)
    return alarms


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--kind", default="message", choices=[kind.value for kind in PassageKind])
    parser.add_argument("--voice", default="owner", choices=[voice.value for voice in Voice])
    parser.add_argument("--check", help="only this one")
    parser.add_argument("--lines", type=int, default=0, metavar="N", help="show up to N alarms of each check")
    chosen = parser.parse_args()
    files = chosen.files or [_ROOT / name for name in _OURS]
    checks = [check for check in CHECKS if chosen.check in (None, check.id)]
    for path in files:
        alarms = measure(texts_of(path), PassageKind(chosen.kind), Voice(chosen.voice), checks)
        print(f"{path.name}: {alarms.lines} lines, {alarms.rate(alarms.firm_lines):.2f} per 1,000 of medium or above, ")
        print(f"  {alarms.rate(alarms.low_lines):.2f} per 1,000 with those worth a look")
        for check, count in alarms.firm.most_common():
            print(f"  {check:26} {alarms.rate(count):6.2f}  (worth a look {alarms.rate(alarms.low[check]):.2f})")
            shown = random.Random(_SEED).sample(alarms.shown[check], min(chosen.lines, count))  # noqa: S311
            for line in shown:
                print(f"      {line[:220]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
