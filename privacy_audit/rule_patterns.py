"""Makes a rule's gate pattern ready, or says in a sentence which rule has one that cannot be used."""

from collections.abc import Iterable

import re2

from privacy_audit.errors import DataError
from privacy_audit.gate_patterns import matcher
from privacy_audit.gate_prepared import Way
from privacy_audit.gate_ways import way_reader


def prepared(rule_id: str, patterns: Iterable[str]) -> tuple[Way, ...]:
    """The ways through a rule's gate patterns. DataError names the rule when one cannot be used."""
    return tuple(way for pattern in patterns for way in _ways(rule_id, pattern))


def _ways(rule_id: str, pattern: str) -> tuple[Way, ...]:
    if way_reader().knows(pattern):  # tried when it was prepared
        return way_reader().ways(pattern)
    try:
        found = way_reader().ways(pattern)
        idle = matcher([way.whole for way in found]).search(b"")
    except (re2.error, ValueError) as error:
        raise DataError(_broken(rule_id, "has a first pattern that cannot be used")) from error
    if idle:
        raise DataError(_broken(rule_id, "has a first pattern that lets every text through"))
    return found


def _broken(rule_id: str, what: str) -> str:
    return f"The rule {rule_id} {what}. Please get a fresh copy of the program."
