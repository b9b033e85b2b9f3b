"""Reads the ways through all rules' patterns anew and keeps them with the program: `python -m tests.write_gate`."""

from pathlib import Path

from checks import CHECKS
from privacy_audit.gate_prepared import FILE, in_short
from privacy_audit.gate_ways import WayReader, ordinary_talk

PLACE = Path(__file__).parents[1] / "privacy_audit" / FILE


def patterns() -> list[str]:
    """Every pattern that a rule gives, each once."""
    found: dict[str, None] = {}
    for check in CHECKS:
        for rule in check.rules:
            given = rule.gate if isinstance(rule.gate, str) else rule.gate()
            found.update(dict.fromkeys((given,) if isinstance(given, str) else given))
    return list(found)


def data() -> bytes:
    """As it should stand in the file; nothing that was prepared before is asked."""
    reader = WayReader(ordinary_talk())
    return in_short([reader.ways(pattern) for pattern in patterns()])


def main() -> None:
    written = data()
    PLACE.write_bytes(written)
    print(f"{PLACE.name}: {len(patterns())} patterns, {len(written):,} bytes")


if __name__ == "__main__":
    main()
