"""Scores the text checks on the labelled corpora, without and with the learned second look: `run.py accuracy`."""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from checks import CHECKS
from privacy_audit.checking import Check, Context
from privacy_audit.findings import Severity
from privacy_audit.gate import Gate
from privacy_audit.opinion.thresholds import load_thresholds
from privacy_audit.own_facts import OwnFacts
from tests.answers import Answer, Flags, answers, flags, joined
from tests.corpus import DEFAULT_FOLDER, Line, Part, lines

TUNING = (Part.READ, Part.DEV, Part.CALIBRATION)
SHOWN = (Part.READ, Part.DEV)
# The guidance's own table calls these low ("worth a look"), so they count from low upwards, alarms too.
LOW_BY_DESIGN = frozenset({"sick-leave-post", "reposted-material"})
# The app decides by the role whether politics is asked about at all: here it is.
FACTS = OwnFacts(politically_restricted=True)
PAGE = Path(__file__).resolve().parents[1] / "docs" / "accuracy.md"
BEGIN, END = "<!-- figures begin -->", "<!-- figures end -->"
WAYS = {"rules": "the rules alone", "model": "the model alone", "joined": "rules and second look joined"}


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

    def add(self, line: Line, found: Flags, ids: frozenset[str]) -> None:
        firm = {name for name, grade in found.items() if is_firm(name, grade)}
        for name in line.required & ids:
            self.required[name] += 1
            self.found[name] += name in firm
            self.found_low[name] += name in found
        unfit = firm - line.required - line.neutral
        self.flagged += bool(firm)
        self.wrong += bool(unfit)
        self.false_by.update(unfit if line.harmless else ())
        if line.harmless:
            self.harmless += 1
            self.false += bool(unfit)
            self.false_low += bool(set(found) - line.neutral)


def is_firm(check: str, grade: Severity) -> bool:
    return grade >= (Severity.LOW if check in LOW_BY_DESIGN else Severity.MEDIUM)


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
    """Each check, then all of them, then the alarms with worth a look."""
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
    rows = [row for row in lines(options.corpus) if not (options.tuning_only and row.part is Part.UNSEEN)]
    told = answers(rows, Gate(checks), Context(FACTS))
    if options.lines:
        for answer, found in zip(told, said(told, checks, options.opinion), strict=True):
            if answer.line.part in SHOWN:
                _show(answer.line, found, options.lines, options.part)
        return 0
    text = "\n".join(_report(told, checks, tuple(WAYS) if options.write else (options.opinion,)))
    if options.write:
        before, after = PAGE.read_text(encoding="utf-8").split(BEGIN)[0], PAGE.read_text(encoding="utf-8").split(END)[1]
        PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
    else:
        sys.stdout.write(text + "\n")
    return 0


def said(told: Sequence[Answer], checks: Sequence[Check], way: str) -> list[Flags]:
    """The flags of each line: of the rules, of the model as if there were no rule, or of both."""
    if way == "rules":
        return [flags(answer.held.seen) for answer in told]
    if way == "model":
        told = [replace(answer, held=replace(answer.held, seen=())) for answer in told]
    return joined(told, checks, load_thresholds())


def _report(told: Sequence[Answer], checks: Sequence[Check], ways: Sequence[str]) -> Iterator[str]:
    """One line a way and part first, where there are several ways; then every table."""
    ids = frozenset(check.id for check in checks)
    scored = {way: dict(_scores([answer.line for answer in told], said(told, checks, way), ids)) for way in ways}
    if len(ways) > 1:
        yield from _summary(scored)
    for title in scored[ways[-1]]:
        yield from ("", f"### {title}: {WAYS[ways[-1]]}", "", *table(scored[ways[-1]][title], ids))


def _summary(scored: Mapping[str, Mapping[str, Score]]) -> Iterator[str]:
    yield "| lines | way | recall | 95 % | false alarms | recall with worth a look | alarms with it | wrong ids |"
    yield "|---|---|---|---|---|---|---|---|"
    for title in next(iter(scored.values())):
        for way, scores in scored.items():
            score = scores[title]
            found, low, total = score.found.total(), score.found_low.total(), score.required.total()
            yield (
                f"| {title} | {WAYS[way]} | {share(found, total):.3f} | {interval(found, total)} "
                f"| {share(score.false, score.harmless):.2%} | {share(low, total):.3f} "
                f"| {share(score.false_low, score.harmless):.2%} | {share(score.wrong, score.flagged):.1%} |"
            )


def _scores(rows: Sequence[Line], found: Sequence[Flags], ids: frozenset[str]) -> list[tuple[str, Score]]:
    """One score a file group and part: posts.tsv, more/ and both, the unseen third last in each."""
    parts = (*(part.value for part in TUNING), "tuning", Part.UNSEEN.value)
    scores = {(group, part): Score() for group in ("posts.tsv", "more/", "both") for part in parts}
    for row, flagged in zip(rows, found, strict=True):
        for group in ("posts.tsv" if row.file == "posts" else "more/", "both"):
            scores[group, row.part.value].add(row, flagged, ids)
            if row.part in TUNING:
                scores[group, "tuning"].add(row, flagged, ids)
    return [(", ".join(place), score) for place, score in scores.items() if score.flagged or score.harmless]


def _show(line: Line, found: Flags, check: str, part: str) -> None:
    """One missed or wrongly flagged line; lines for calibration and of the unseen third never come here."""
    if part and line.part.name.lower() != part:
        return
    grade = found.get(check)
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
    parser.add_argument(
        "--opinion", default="joined", choices=WAYS, help="whose word counts (both joined when left out)"
    )
    parser.add_argument("--write", action="store_true", help="all three ways, written into docs/accuracy.md")
    parser.add_argument("--tuning-only", action="store_true", help="leave the unseen third alone")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
