"""The ways that are kept with the program are those of its rules, and come back as they were read."""

from privacy_audit.gate_prepared import PreparedWays, in_short
from privacy_audit.gate_ways import WayReader
from privacy_audit.gate_words import Sample
from tests.write_gate import PLACE, data

PATTERNS = [r"\bmy (?:old )?sergeant\b.*\btoday\b", "🎂", r"(?-i:[A-Z]\w+ Close|Lane) \d{3,}", r"a|the"]


def test_what_is_kept_is_what_the_rules_need_now() -> None:
    as_kept = PLACE.read_bytes() == data()  # compared apart: a difference of a million letters takes minutes to show
    assert as_kept, "run: python -m tests.write_gate"


def test_ways_come_back_as_they_were_read() -> None:
    read = [WayReader(Sample(["the old day"])).ways(pattern) for pattern in PATTERNS]
    kept = PreparedWays(in_short(read))
    for pattern, ways in zip(PATTERNS, read, strict=True):
        assert [_loose(way) for way in kept.ways(pattern)] == [_loose(way) for way in ways]
        assert pattern in kept


def _loose(way: object) -> tuple[object, ...]:
    """The order inside a set says nothing."""
    pattern, place, literals, words, capital = (
        getattr(way, name) for name in ("pattern", "place", "literals", "words", "capital")
    )
    return pattern, place, frozenset(literals), words, capital


def test_what_was_not_prepared_is_read_when_it_is_needed() -> None:
    kept = PreparedWays(in_short([WayReader(Sample([])).ways("zebra")]))
    assert kept.ways("zebras") == ()
    assert WayReader(Sample([]), kept).ways("zebras")[0].whole == "zebras"
