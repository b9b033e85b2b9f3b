"""Chooses from which share on the model's word counts, on the lines kept aside for that: `python -m tests.calibrate`.

The rules are taken as they stand, so this is run again whenever they have changed: a minute or two. Few lines tell
little about one check, so most is chosen for all checks together: from which share on the model speaks, and how much
less (or more) it takes where a rule has spoken. Then the checks that find least get more room, while the budget lasts.
The unseen third is not read.
"""

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import privacy_audit.opinion
from checks import CHECKS
from privacy_audit.checking import Check, Context, Weight
from privacy_audit.findings import Confidence
from privacy_audit.gate import Gate
from privacy_audit.opinion.scope import reads
from privacy_audit.opinion.thresholds import ALWAYS_SURE, NEVER, Thresholds
from tests.accuracy import FACTS, LOW_BY_DESIGN, text_checks
from tests.answers import Answer, answers, shares
from tests.corpus import DEFAULT_FOLDER, Part, lines

DATA = Path(privacy_audit.opinion.__file__).parent / "thresholds.toml"
# Of harmless lines that may be flagged, at medium or above and with worth a look. Below 3 and 10 %: thresholds that are
# chosen on these lines let more through elsewhere, and the first rules were written when these lines could be read.
FIRM, LOW = 0.019, 0.078
_FOR_ALL = 0.88  # of that, spent on what is chosen for all checks together
_LEAST = 0.55  # recall on these lines below which a check gets more room
_UNFIT = 0.35  # what a wrong id on a line that is rightly flagged costs, beside a false alarm
_PRIOR = 3.0  # false alarms that a step is taken to cost beyond those seen
_FURTHEST = 1.5  # log odds below the common share: beyond that, a few lines would decide
_STEPS = 12  # how many lines further down a step may look
_SPEAKS = [0.1 * step for step in range(60, -30, -1)]  # in log odds
_LESS_WHERE_POSSIBLE, _LESS_WHERE_LIKELY = (1.0, 2.0, 3.0), (3.0, 4.0, 5.0, 6.0, 8.0, 12.0)


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
    rows = list(_rows(answers(kept, Gate(checks), Context(FACTS)), checks))
    chosen = calibrated(rows, [check.id for check in checks], options.firm, options.low)
    DATA.write_text(written(chosen), encoding="utf-8")
    sys.stdout.write(
        f"Thresholds of {len(chosen)} checks written to {DATA.name}; the rules were taken as they stand.\n"
    )
    return 0


def _rows(told: Sequence[Answer], checks: Sequence[Check]) -> Iterator[Row]:
    for answer, opinion in zip(told, shares(told), strict=True):
        rules: dict[str, Confidence] = {}
        for check, sighting in answer.held.seen:
            if not _is_light(check, sighting.theme):
                rules[check.id] = max(rules.get(check.id, Confidence.POSSIBLE), sighting.confidence)
            else:
                rules.setdefault(check.id, Confidence.POSSIBLE)
        passage = answer.held.passage
        asked = [check.id for check in checks if answer.looked and reads(check, passage.kind, passage.voice)]
        known = {name: opinion[name] for name in asked if name in opinion}
        yield Row(answer.line.required, answer.line.neutral, rules, known)


def _is_light(check: Check, theme: str) -> bool:
    """A theme that is never called medium, whatever is thought of it."""
    return next(one.weight for one in check.themes if one.id == theme) is Weight.SLIGHT


def calibrated(rows: Sequence[Row], ids: Sequence[str], firm: float, low: float) -> dict[str, Thresholds]:
    """First what is chosen for all checks, then more room for those that find least, then what is worth a look."""
    known = [name for name in ids if any(name in row.shares for row in rows)]
    spoken = _lowered(rows, _for_all(rows, known, firm * _FOR_ALL), firm)
    hinted = spoken
    for odds in _SPEAKS:
        tried = {name: _hinting(one, _share(odds)) for name, one in spoken.items()}
        if _alarms(rows, tried, _is_seen) > low:
            return hinted
        hinted = tried
    return hinted


def _for_all(rows: Sequence[Row], ids: Sequence[str], budget: float) -> dict[str, Thresholds]:
    """The best of all that keep to the budget; for each pair of lessenings the lowest share that does."""
    best: tuple[float, dict[str, Thresholds]] = (-1.0, {name: Thresholds() for name in ids})
    for possible in _LESS_WHERE_POSSIBLE:
        for likely in _LESS_WHERE_LIKELY:
            for odds in _SPEAKS:
                same = Thresholds(_share(odds), NEVER, _share(odds - possible), _share(odds - likely))
                tried = {name: Thresholds(hints=same.speaks) if name in LOW_BY_DESIGN else same for name in ids}
                if _alarms(rows, tried, _is_firm) > budget:
                    break
                best = max(best, (_found(rows, tried), tried), key=lambda pair: pair[0])
    return best[1]


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _hinting(one: Thresholds, share: float) -> Thresholds:
    return replace(one, hints=min(one.hints, one.speaks, share))


def _alarms(rows: Sequence[Row], chosen: Mapping[str, Thresholds], counts: "Counts") -> float:
    harmless = [row for row in rows if not row.required]
    flagged = sum(
        any(name not in row.neutral and counts(name, one, row) for name, one in chosen.items()) for row in harmless
    )
    return flagged / len(harmless)


Counts = Callable[[str, Thresholds, Row], bool]


def _is_firm(name: str, thresholds: Thresholds, row: Row) -> bool:
    verdict = _verdict(name, thresholds, row)
    return verdict is not None and (name in LOW_BY_DESIGN or verdict >= Confidence.LIKELY)


def _is_seen(name: str, thresholds: Thresholds, row: Row) -> bool:
    return _verdict(name, thresholds, row) is not None


def _verdict(name: str, thresholds: Thresholds, row: Row) -> Confidence | None:
    rule = row.rules.get(name)
    return thresholds.joined(row.shares[name], rule) if name in row.shares else rule


def _lowered(rows: Sequence[Row], start: dict[str, Thresholds], budget: float) -> dict[str, Thresholds]:
    """Lowers one check's threshold at a time, of those that find least, while the budget lasts."""
    chosen = dict(start)
    flagged = [{name for name in chosen if _is_firm(name, chosen[name], row)} for row in rows]
    falling = {name: _falling(rows, name, _lowest(start[name])) for name in chosen}
    most = budget * sum(not row.required for row in rows)
    while True:
        spent = sum(not row.required and bool(found - row.neutral) for row, found in zip(rows, flagged, strict=True))
        weak = [name for name in chosen if _recall(rows, flagged, name) < _LEAST]
        steps = [step for name in weak for step in _steps(rows, flagged, name, falling[name], most - spent)]
        if not steps:
            return chosen
        best = max(steps, key=lambda step: step.worth)
        chosen[best.name] = _speaking(best.name, chosen[best.name], best.share)
        for share, number in falling[best.name]:
            if share < best.share:
                break
            flagged[number].add(best.name)


def _speaking(name: str, thresholds: Thresholds, share: float) -> Thresholds:
    if name in LOW_BY_DESIGN:
        return replace(thresholds, hints=share)
    return replace(thresholds, speaks=share, confirms=min(thresholds.confirms, share))


def _recall(rows: Sequence[Row], flagged: Sequence[set[str]], name: str) -> float:
    needed = [found for row, found in zip(rows, flagged, strict=True) if name in row.required]
    return sum(name in found for found in needed) / len(needed) if needed else 1.0


def _falling(rows: Sequence[Row], name: str, lowest: float) -> list[tuple[float, int]]:
    """The shares of one check with their rows, the highest first."""
    shares = ((row.shares.get(name, -1.0), number) for number, row in enumerate(rows))
    return sorted((one for one in shares if one[0] >= lowest), reverse=True)


def _lowest(start: Thresholds) -> float:
    common = min(start.speaks, start.hints)
    return NEVER if common >= 1 else _share(math.log(common / (1 - common)) - _FURTHEST)


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    share: float
    worth: float


def _steps(
    rows: Sequence[Row], flagged: Sequence[set[str]], name: str, falling: Sequence[tuple[float, int]], left: float
) -> Iterator[_Step]:
    """The next shares at which something required would be found, with what each step down to there would cost."""
    found = alarms = unfit = 0
    for share, number in falling:
        row = rows[number]
        if name in flagged[number]:
            continue
        if name in row.required:
            found += 1
            yield _Step(name, share, found / (alarms + _UNFIT * unfit + _PRIOR))
        elif name not in row.neutral:
            alarms += not row.required and not flagged[number] - row.neutral
            unfit += bool(row.required)
        if found >= _STEPS or alarms > left:
            return


def _found(rows: Sequence[Row], chosen: Mapping[str, Thresholds]) -> float:
    """Required ids that are found, less what wrong ids cost."""
    total = 0.0
    for row in rows:
        if not row.required:
            continue
        said = {name for name, one in chosen.items() if _is_firm(name, one, row)}
        total += len(said & row.required) - _UNFIT * bool(said - row.required - row.neutral)
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
