"""Scores the text checks on the labelled corpora: `python -m tests.accuracy [--corpus PATH] [--lines CHECK]`."""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checks import CHECKS
from privacy_audit.checking import Check, Context, Sighting
from privacy_audit.findings import Severity
from privacy_audit.gate import Gate
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, PassageKind
from privacy_audit.own_facts import OwnFacts
from privacy_audit.severity import graded
from tests.corpus import DEFAULT_FOLDER, Line, Part, lines

TUNING = (Part.READ, Part.DEV, Part.CALIBRATION)
SHOWN = (Part.READ, Part.DEV)
# The guidance's own table calls these low ("worth a look"), so they count from low upwards, alarms too.
LOW_BY_DESIGN = frozenset({"sick-leave-post", "reposted-material"})
# The app decides by the role whether politics is asked about at all: here it is.
FACTS = OwnFacts(politically_restricted=True)
Flags = dict[str, Severity]  # check id -> the gravest answer


@dataclass(slots=True)
class Score:
    """Counts over some lines; see the corpus README for the measures."""

    required: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    found_low: Counter[str] = field(default_factory=Counter)
    false_by: Counter[str] = field(default_factory=Counter)
    harmless: int = 0
    false: int = 0
    false_low: int = 0
    flagged: int = 0
    wrong: int = 0

    def add(self, line: Line, flags: Flags, ids: frozenset[str]) -> None:
        firm = {name for name, grade in flags.items() if is_firm(name, grade)}
        for name in line.required & ids:
            self.required[name] += 1
            self.found[name] += name in firm
            self.found_low[name] += name in flags
        unfit = firm - line.required - line.neutral
        self.flagged += bool(firm)
        self.wrong += bool(unfit)
        self.false_by.update(unfit if line.harmless else ())
        if line.harmless:
            self.harmless += 1
            self.false += bool(unfit)
            self.false_low += bool(set(flags) - line.neutral)


def is_firm(check: str, grade: Severity) -> bool:
    return grade >= (Severity.LOW if check in LOW_BY_DESIGN else Severity.MEDIUM)


def flagged(rows: Sequence[Line], gate: Gate, context: Context) -> list[Flags]:
    """What the checks say of each line, graded, through the same gate as a real audit."""
    answers: list[Flags] = [{} for _row in rows]
    by_kind: dict[PassageKind, list[int]] = {}
    for number, row in enumerate(rows):
        by_kind.setdefault(row.passage().kind, []).append(number)
    for kind, numbers in by_kind.items():
        passages = [rows[number].passage() for number in numbers]
        texts = [passage.text for passage in passages]
        batch = TextBatch(Category.POSTS, kind, "corpus", texts, passages.__getitem__)
        for index, asked in gate.candidates(batch):
            for check, rule in asked:
                if passages[index].voice in rule.voices:
                    _take(answers[numbers[index]], check, rule.judge(passages[index], context))
    return answers


def _take(flags: Flags, check: Check, sightings: Iterable[Sighting]) -> None:
    weights = {theme.id: theme.weight for theme in check.themes}
    for sighting in sightings:
        grade = graded(weights[sighting.theme], sighting.audience, sighting.confidence)
        flags[check.id] = max(flags.get(check.id, Severity.INFO), grade)


def interval(found: int, total: int) -> str:
    """The 95 % Wilson interval of a share."""
    if not total:
        return "none"
    z, share = 1.96, found / total
    centre = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return f"{(centre - spread) / scale:.2f} to {(centre + spread) / scale:.2f}"


def share(found: int, total: int) -> float:
    return found / total if total else 0.0


def table(score: Score, ids: Iterable[str]) -> list[str]:
    rows = [
        "| check | required | recall | 95 % | recall with worth a look | false alarms |",
        "|---|---|---|---|---|---|",
    ]
    for name in sorted(ids):
        total, found = score.required[name], score.found[name]
        if not total and not score.false_by[name]:
            continue
        low = share(score.found_low[name], total)
        alarms = share(score.false_by[name], score.harmless)
        rows.append(
            f"| {name} | {total} | {share(found, total):.3f} | {interval(found, total)} | {low:.3f} | {alarms:.2%} |"
        )
    total, found = score.required.total(), score.found.total()
    low = share(score.found_low.total(), total)
    rows.append(
        f"| **all** | {total} | **{share(found, total):.3f}** | {interval(found, total)} | {low:.3f} | "
        f"**{share(score.false, score.harmless):.2%}** |"
    )
    rows.append("")
    rows.append(
        f"False alarms with worth a look {share(score.false_low, score.harmless):.2%} "
        f"of {score.harmless} harmless lines; "
        f"wrong ids {share(score.wrong, score.flagged):.1%} of {score.flagged} flagged lines."
    )
    return rows


def text_checks(checks: Sequence[Check]) -> tuple[Check, ...]:
    return tuple(check for check in checks if check.rules)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    if not options.corpus.is_dir():
        sys.stdout.write("The labelled corpus is not here; give its folder with --corpus PATH.\n")
        return 2
    checks = [check for check in text_checks(CHECKS) if not options.check or check.id in options.check]
    ids = frozenset(check.id for check in checks)
    rows = [row for row in lines(options.corpus) if not (options.tuning_only and row.part is Part.UNSEEN)]
    answers = flagged(rows, Gate(checks), Context(FACTS))
    if options.lines:
        for row, flags in zip(rows, answers, strict=True):
            if row.part in SHOWN:
                _show(row, flags, options.lines, options.part)
        return 0
    for title, score in _scores(rows, answers, ids):
        sys.stdout.write(f"\n### {title}\n\n" + "\n".join(table(score, ids)) + "\n")
    return 0


def _scores(rows: Sequence[Line], answers: Sequence[Flags], ids: frozenset[str]) -> list[tuple[str, Score]]:
    """One score a file group and part: posts.tsv and more/ apart, the unseen third last in each."""
    scores = {
        (group, part): Score()
        for group in ("posts.tsv", "more/")
        for part in ("tuning, read", "tuning, scored", "tuning, calibration", "tuning", "unseen third")
    }
    for row, flags in zip(rows, answers, strict=True):
        group = "posts.tsv" if row.file == "posts" else "more/"
        scores[group, row.part.value].add(row, flags, ids)
        if row.part in TUNING:
            scores[group, "tuning"].add(row, flags, ids)
    return [(", ".join(place), score) for place, score in scores.items() if score.flagged or score.harmless]


def _show(line: Line, flags: Flags, check: str, part: str) -> None:
    """One missed or wrongly flagged line; lines for calibration and of the unseen third never come here."""
    if part and line.part.name.lower() != part:
        return
    grade = flags.get(check)
    firm = grade is not None and is_firm(check, grade)
    if check in line.required and not firm:
        mark = "low   " if grade is not None else "missed"
    elif firm and check not in line.required | line.neutral:
        mark = "wrong " if line.required else "false "
    else:
        return
    sys.stdout.write(f"{mark} {line.context:18} {line.text}\n")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="accuracy", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=DEFAULT_FOLDER, help="folder with posts.tsv and more/")
    parser.add_argument("--lines", default="", metavar="CHECK", help="missed and wrong lines of the tuning part")
    parser.add_argument(
        "--part", default="", choices=("", "read", "dev"), help="with --lines: one half of the tuning part"
    )
    parser.add_argument("--check", action="append", default=[], help="score this check only; may be repeated")
    parser.add_argument("--tuning-only", action="store_true", help="leave the unseen third alone")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
