"""Scores whether two names could be one person's on the labelled pairs: `python -m tests.accuracy_names [--lines]`."""

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from privacy_audit.people.likeness import may_be_one
from tests.corpus import DEFAULT_FOLDER


@dataclass(frozen=True, slots=True)
class Pair:
    same: bool
    one: str
    other: str

    @property
    def unseen(self) -> bool:
        """The third that nobody reads, by the hash of both names."""
        return int(hashlib.sha256(f"{self.one}|{self.other}".encode()).hexdigest(), 16) % 3 == 0


def pairs(folder: Path) -> Iterator[Pair]:
    for row in (folder / "names.tsv").read_text(encoding="utf-8").splitlines():
        label, one, other = row.split("\t")[:3]
        yield Pair(label == "same", one, other)


def line(title: str, chosen: Sequence[Pair]) -> str:
    """Precision and recall of "could be one" over some pairs, as a row of a table."""
    said = [pair for pair in chosen if may_be_one(pair.one, pair.other)]
    right, same = sum(pair.same for pair in said), sum(pair.same for pair in chosen)
    precision = right / len(said) if said else 0.0
    return f"| {title} | {len(chosen)} | {precision:.3f} | {right / same if same else 0.0:.3f} |"


def table(folder: Path) -> list[str]:
    found = list(pairs(folder))
    return [
        "| names that could be one | pairs | precision | recall |",
        "|---|---|---|---|",
        line("all", found),
        line("tuning", [pair for pair in found if not pair.unseen]),
        line("unseen third", [pair for pair in found if pair.unseen]),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="accuracy names", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=DEFAULT_FOLDER, help="folder with names.tsv")
    parser.add_argument("--lines", action="store_true", help="the wrong pairs of the tuning part")
    options = parser.parse_args(arguments)
    if not (options.corpus / "names.tsv").exists():
        print("The labelled names are not here; give their folder with --corpus PATH.")
        return 2
    print("\n".join(table(options.corpus)))
    for pair in pairs(options.corpus) if options.lines else ():
        if not pair.unseen and may_be_one(pair.one, pair.other) != pair.same:
            print("missed" if pair.same else "wrong ", pair.one, "|", pair.other)
    return 0


if __name__ == "__main__":
    sys.exit(main())
