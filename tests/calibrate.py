"""Chooses from which share on the model's word counts, on the lines kept aside for that: `python -m tests.calibrate`.

The rules are taken as they stand, so this is run again whenever they have changed: some minutes, most of it the model
reading each line once. One by one, the step is taken that finds most for the false alarms that it costs, until the
budget is spent. The unseen third is not read.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import privacy_audit.opinion
from checks import CHECKS
from privacy_audit.checking import Check, Context, Weight
from privacy_audit.findings import Confidence
from privacy_audit.gate import Gate
from privacy_audit.opinion.thresholds import ALWAYS_SURE, NEVER, Thresholds
from tests.accuracy import FACTS, LOW_BY_DESIGN, text_checks
from tests.answers import Answer, answers, shares
from tests.corpus import DEFAULT_FOLDER, Part, lines

DATA = Path(privacy_audit.opinion.__file__).parent / "thresholds.toml"
FIRM, LOW = 0.025, 0.085  # of harmless lines that may be flagged: at medium or above, and with worth a look
_LEAST = 0.5  # recall that each check is to have before the others get more
_UNFIT = 0.35  # what a wrong id on a line that is rightly flagged costs, beside a false alarm
_PRIOR = 0.6  # false alarms that a step is taken to cost beyond those seen: few lines tell little
_STEPS = 12  # how many lines further down a step may look
_CONFIRMS, _DOUBTS = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, NEVER), (ALWAYS_SURE, 0.001, 0.002, 0.004, 0.008)


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it needs, what may be said, what the rules say of each check, and what the model thinks."""

    required: frozenset[str]
    neutral: frozenset[str]
    rules: dict[str, Confidence]
    shares: dict[str, float]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="calibrate", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=DEFAULT_FOLDER, help="folder with posts.tsv and more/")
    parser.add_argument("--firm", type=float, default=FIRM, help="share of harmless lines that may be flagged")
    parser.add_argument("--low", type=float, default=LOW, help="the same with what is worth a look")
    options = parser.parse_args(arguments)
    if not options.corpus.is_dir():
        sys.stdout.write("The labelled corpus is not here; give its folder with --corpus PATH.\n")
        return 2
    checks = text_checks(CHECKS)
    kept = [line for line in lines(options.corpus) if line.part is Part.CALIBRATION]
    rows = list(_rows(answers(kept, Gate(checks), Context(FACTS))))
    chosen = calibrated(rows, [check.id for check in checks], options.firm, options.low)
    DATA.write_text(written(chosen), encoding="utf-8")
    sys.stdout.write(
        f"Thresholds of {len(chosen)} checks written to {DATA.name}; the rules were taken as they stand.\n"
    )
    return 0


def _rows(told: Sequence[Answer]) -> Iterator[Row]:
    for answer, opinion in zip(told, shares(told), strict=True):
        rules: dict[str, Confidence] = {}
        for check, sighting in answer.held.seen:
            if not _is_light(check, sighting.theme):
                rules[check.id] = max(rules.get(check.id, Confidence.POSSIBLE), sighting.confidence)
            else:
                rules.setdefault(check.id, Confidence.POSSIBLE)
        yield Row(answer.line.required, answer.line.neutral, rules, dict(opinion) if answer.looked else {})


def _is_light(check: Check, theme: str) -> bool:
    """A theme that is never called medium, whatever is thought of it."""
    return next(one.weight for one in check.themes if one.id == theme) is Weight.SLIGHT


def calibrated(rows: Sequence[Row], ids: Sequence[str], firm: float, low: float) -> dict[str, Thresholds]:
    """What confirms and what doubts is one figure for all checks, tried out; what speaks and hints is each's own."""
    known = [name for name in ids if any(name in row.shares for row in rows)]
    tried = (_spoken(rows, known, confirms, doubts, firm) for confirms in _CONFIRMS for doubts in _DOUBTS)
    best = max(tried, key=lambda chosen: _found(rows, chosen, _is_firm))
    return _hinted(rows, known, best, low)


def _spoken(
    rows: Sequence[Row], ids: Sequence[str], confirms: float, doubts: float, budget: float
) -> dict[str, Thresholds]:
    start = {name: Thresholds(confirms=confirms, doubts=doubts) for name in ids}
    for name in LOW_BY_DESIGN & set(ids):  # any answer of theirs counts, so there is nothing to confirm
        start[name] = Thresholds()
    return _lowered(rows, start, budget, _is_firm, _with_speaks)


def _hinted(
    rows: Sequence[Row], ids: Sequence[str], spoken: dict[str, Thresholds], budget: float
) -> dict[str, Thresholds]:
    start = {name: replace(spoken[name], hints=min(spoken[name].hints, spoken[name].speaks)) for name in ids}
    return _lowered(rows, start, budget, _is_seen, _with_hints)


Counts = Callable[[str, Thresholds, Row], bool]


def _is_firm(name: str, thresholds: Thresholds, row: Row) -> bool:
    verdict = _verdict(name, thresholds, row)
    return verdict is not None and (name in LOW_BY_DESIGN or verdict >= Confidence.LIKELY)


def _is_seen(name: str, thresholds: Thresholds, row: Row) -> bool:
    return _verdict(name, thresholds, row) is not None


def _verdict(name: str, thresholds: Thresholds, row: Row) -> Confidence | None:
    rule = row.rules.get(name)
    return thresholds.joined(row.shares[name], rule) if name in row.shares else rule


def _with_speaks(name: str, thresholds: Thresholds, share: float) -> Thresholds:
    if name in LOW_BY_DESIGN:
        return replace(thresholds, hints=share)
    return replace(thresholds, speaks=share, confirms=min(thresholds.confirms, share))


def _with_hints(_name: str, thresholds: Thresholds, share: float) -> Thresholds:
    return replace(thresholds, hints=share)


def _lowered(
    rows: Sequence[Row],
    start: dict[str, Thresholds],
    budget: float,
    counts: Counts,
    lowered: Callable[[str, Thresholds, float], Thresholds],
) -> dict[str, Thresholds]:
    """Lowers one check's threshold at a time: the step that finds most for what it costs, until the budget is spent."""
    chosen = dict(start)
    flagged = [{name for name in chosen if counts(name, chosen[name], row)} for row in rows]
    falling = {name: _falling(rows, name) for name in chosen}
    most = budget * sum(not row.required for row in rows)
    while True:
        spent = sum(not row.required and bool(found - row.neutral) for row, found in zip(rows, flagged, strict=True))
        steps = [step for name in chosen for step in _steps(rows, flagged, name, falling[name], most - spent)]
        if not steps:
            return chosen
        best = max(steps, key=lambda step: step.worth)
        chosen[best.name] = lowered(best.name, chosen[best.name], best.share)
        for share, number in falling[best.name]:
            if share < best.share:
                break
            flagged[number].add(best.name)


def _falling(rows: Sequence[Row], name: str) -> list[tuple[float, int]]:
    """The shares of one check with their rows, the highest first."""
    return sorted(((row.shares[name], number) for number, row in enumerate(rows) if name in row.shares), reverse=True)


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    share: float
    worth: float


def _steps(
    rows: Sequence[Row], flagged: Sequence[set[str]], name: str, falling: Sequence[tuple[float, int]], left: float
) -> Iterator[_Step]:
    """The next shares at which something required would be found, with what each step down to there would cost."""
    needed = sum(name in row.required for row in rows)
    known = sum(name in row.required and name in found for row, found in zip(rows, flagged, strict=True))
    weight = 2.0 if needed and known / needed < _LEAST else 1.0
    found = alarms = unfit = 0
    for share, number in falling:
        row = rows[number]
        if name in flagged[number]:
            continue
        if name in row.required:
            found += 1
            yield _Step(name, share, weight * found / (alarms + _UNFIT * unfit + _PRIOR))
        elif name not in row.neutral:
            alarms += not row.required and not flagged[number] - row.neutral
            unfit += bool(row.required)
        if found >= _STEPS or alarms > left:
            return


def _found(rows: Sequence[Row], chosen: dict[str, Thresholds], counts: Counts) -> float:
    """Required ids that are found, less what false alarms and wrong ids cost."""
    total = 0.0
    for row in rows:
        said = {name for name, thresholds in chosen.items() if counts(name, thresholds, row)}
        total += len(said & row.required)
        total -= _UNFIT * bool(row.required) * bool(said - row.required - row.neutral)
    return total


def written(chosen: dict[str, Thresholds]) -> str:
    """As TOML. A share is cut, not rounded, so that the line which set it still counts."""
    text = [
        "# For each check, from which share on the model speaks, hints, confirms and doubts.",
        "# Made by `python -m tests.calibrate`.",
    ]
    for name, one in sorted(chosen.items()):
        text += ["", f"[{name}]"]
        for key, never in (("speaks", NEVER), ("hints", NEVER), ("confirms", NEVER), ("doubts", ALWAYS_SURE)):
            value = getattr(one, key)
            if value != never:
                text.append(f"{key} = {int(value * 10_000) / 10_000}")
    return "\n".join(text) + "\n"


if __name__ == "__main__":
    sys.exit(main())
