"""Reads the ways through all rules' patterns anew and keeps them with the program: `python -m tests.write_gate`."""

import gc
from pathlib import Path

from checks import CHECKS
from privacy_audit.gate_prepared import FILE, in_short
from privacy_audit.gate_ways import WayReader, ordinary_talk
from privacy_audit.phrasing import Phrasebook

PLACE = Path(__file__).parents[1] / "privacy_audit" / FILE


def patterns() -> list[str]:
    """Every pattern that a rule gives and every phrase of a book, each once."""
    found: dict[str, None] = {}
    for check in CHECKS:
        for rule in check.rules:
            given = rule.gate if isinstance(rule.gate, str) else rule.gate()
            found.update(dict.fromkeys((given,) if isinstance(given, str) else given))
    books = (
        one for one in gc.get_objects() if isinstance(one, Phrasebook)
    )  # some phrases are only asked for behind it
    for book in sorted(books, key=lambda book: book.name):
        found.update(dict.fromkeys(phrase.words for phrase in book.phrases()))
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
