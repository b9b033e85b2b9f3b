"""Choosing thresholds: the budget of false alarms is kept, and what the model knows is used."""

import random
import tomllib

from privacy_audit.findings import Confidence
from privacy_audit.opinion.thresholds import Thresholds
from tests.calibrate import Row, calibrated, written

LIKELY = Confidence.LIKELY


def _rows(seed: int = 1) -> list[Row]:
    """Harmless lines on which model and rule seldom err, and lines that need an id: the model sees most of them."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    rows = [
        Row(
            frozenset(),
            frozenset(),
            {"grievance": LIKELY} if chance.random() < 0.02 else {},
            _shares(chance.random() ** 9),
        )
        for _line in range(600)
    ]
    for _line in range(100):
        rules = {"grievance": LIKELY} if chance.random() < 0.4 else {}
        rows.append(Row(frozenset({"grievance"}), frozenset(), rules, _shares(1 - chance.random() ** 3 * 0.6)))
    return rows


def _shares(grievance: float) -> dict[str, float]:
    return {"grievance": grievance, "group-chat": grievance / 9}


def _counts(rows: list[Row], chosen: dict[str, Thresholds], least: Confidence) -> tuple[float, float]:
    """Share of harmless lines that are flagged, and of required ids that are found."""
    verdicts = [chosen["grievance"].joined(row.shares["grievance"], row.rules.get("grievance")) for row in rows]
    flagged = [verdict is not None and verdict >= least for verdict in verdicts]
    harmless = [flag for flag, row in zip(flagged, rows, strict=True) if not row.required]
    needed = [flag for flag, row in zip(flagged, rows, strict=True) if row.required]
    return sum(harmless) / len(harmless), sum(needed) / len(needed)


def test_more_is_found_within_the_budget() -> None:
    rows = _rows()
    chosen = calibrated(rows, ["grievance", "group-chat"], 0.03, 0.1)
    alarms, found = _counts(rows, chosen, LIKELY)
    before = _counts(rows, {"grievance": Thresholds()}, LIKELY)
    assert alarms <= 0.03 and found > before[1] + 0.2
    alarms, found_low = _counts(rows, chosen, Confidence.POSSIBLE)
    assert alarms <= 0.1 and found_low >= found


def test_a_check_that_the_model_does_not_know_gets_no_thresholds() -> None:
    assert set(calibrated(_rows(), ["grievance", "settings"], 0.03, 0.1)) == {"grievance"}


def test_what_is_written_reads_back_and_never_asks_for_more() -> None:
    chosen = {"grievance": Thresholds(speaks=0.91239, hints=0.51239, doubts=0.00219), "group-chat": Thresholds()}
    read = tomllib.loads(written(chosen))
    assert read == {"grievance": {"speaks": 0.9123, "hints": 0.5123, "doubts": 0.0021}, "group-chat": {}}
