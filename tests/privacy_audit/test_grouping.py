"""Nobody faces hundreds of lines: one line a theme, its evidence capped, and the whole count kept."""

from pathlib import Path

from privacy_audit import grouping
from privacy_audit.checking import Sighting
from privacy_audit.engine import audit
from privacy_audit.events import Finished
from privacy_audit.findings import Confidence, Evidence
from privacy_audit.grouping import KEPT, Findings
from privacy_audit.model import Source
from privacy_audit.options import AuditOptions
from privacy_audit.own_facts import OwnFacts
from privacy_audit.words import Words
from tests.builders.made_up import MadeUp, opened, theme, word_check, word_rule

MANY = 5_000
SHIFT = word_check(
    word_rule("shift", "shift", "work"),
    word_rule("spare", "spare key", "key"),
    themes=(theme("work"), theme("key")),
)


def test_five_thousand_posts_of_one_theme_are_one_line(tmp_path: Path) -> None:
    posts = tuple(f"off to shift number {number}" for number in range(MANY))
    found = opened(MadeUp(posts=posts).write(tmp_path))
    told = list(audit([found], (SHIFT,), AuditOptions(OwnFacts(names=("Alwen Prosser",)))))
    assert isinstance(told[-1], Finished)
    (finding,) = told[-1].result.findings
    assert finding.count == MANY
    assert 0 < len(finding.evidence) <= KEPT


def test_two_themes_are_two_lines_however_many_items_each_has(tmp_path: Path) -> None:
    posts = tuple(f"shift {n}" if n % 2 else f"the spare key {n}" for n in range(400))
    told = list(audit([opened(MadeUp(posts=posts).write(tmp_path))], (SHIFT,)))
    assert isinstance(told[-1], Finished)
    counts = {finding.group: finding.count for finding in told[-1].result.findings}
    assert counts == {"work": 200, "key": 200}
    assert len(told[-1].result.findings) == len(counts)


def _sighting(number: int, confidence: Confidence = Confidence.LIKELY, key: str = "") -> Sighting:
    evidence = Evidence(Source("made-up", "posts.json", f"/{number}"), Words(f"shift {number}"))
    return Sighting("work", confidence, (evidence,), key=key)


def _grouped() -> Findings:
    return Findings((SHIFT,), lambda _platform, exposure: f"generic/{exposure}")


def test_the_surest_evidence_is_kept_though_it_came_last() -> None:
    findings = _grouped()
    for number in range(grouping.KEPT * 3):
        findings.add(SHIFT, _sighting(number), "made-up")
    findings.add(SHIFT, _sighting(MANY, Confidence.SURE), "made-up")
    (finding,) = findings.finished({}, lambda _check: True)
    assert finding.evidence[0].source.pointer == f"/{MANY}"
    assert finding.confidence is Confidence.SURE
    assert finding.count == grouping.KEPT * 3 + 1


def test_the_same_place_counts_once() -> None:
    findings = _grouped()
    for _time in range(9):
        findings.add(SHIFT, _sighting(1), "made-up")
    (finding,) = findings.finished({}, lambda _check: True)
    assert (finding.count, len(finding.evidence)) == (1, 1)


def test_different_exposures_of_one_theme_stay_apart() -> None:
    findings = _grouped()
    for number, key in enumerate(("one", "two", "one")):
        findings.add(SHIFT, _sighting(number, key=key), "made-up")
    assert sorted(finding.count for finding in findings.finished({}, lambda _check: True)) == [1, 2]
