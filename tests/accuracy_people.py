"""Scores service-user-friendship on the labelled friendships: `python -m tests.accuracy_people [--lines]`."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from checks.people.service_user_friendship import CHECK
from privacy_audit.checking import Context, Gathered, Sighting
from privacy_audit.findings import Confidence
from privacy_audit.model import Connection, ConnectionKind, Moment, Passage, PassageKind, Record, Source, Thread, Voice
from tests.corpus import DEFAULT_FOLDER

_PARTS = {0: "unseen third", 1: "read", 2: "dev"}
_OWNER = "Owner of the export"
_NEWEST = Moment(datetime(2025, 6, 1, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled friendship; `part` by the hash of its id."""

    label: str
    part: int
    records: tuple[Record, ...]
    passages: tuple[Passage, ...]
    row: dict[str, Any]


def cases(folder: Path) -> Iterator[Case]:
    for line in (folder / "service_users.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        part = int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 3
        yield Case(row["label"], part, _records(row), _passages(row), row)


def _records(row: dict[str, Any]) -> tuple[Record, ...]:
    name, status = row["connection"]["name"], row.get("request_status", "")
    kind = ConnectionKind.FRIEND
    if "request" in row["connection"]["how"] and "unanswered" in status:
        kind = ConnectionKind.REQUEST_RECEIVED
    elif "follower" in row["connection"]["how"]:
        kind = ConnectionKind.FOLLOWER
    elif "contact" in row["connection"]["how"]:
        kind = ConnectionKind.CONTACT
    since = Moment(datetime.fromisoformat(row["connection"]["since"]).replace(tzinfo=UTC))
    source = Source("made", "friends.json")
    connection = Connection(source, kind=kind, name=name, since=since)
    newest = Connection(
        source, kind=ConnectionKind.FRIEND, name="Somebody Else", since=_NEWEST
    )  # no export has one friend
    return (
        connection,
        newest,
        Thread(source, key=name, title=name, participants=(name, _OWNER), messages=len(row["messages"])),
    )


def _passages(row: dict[str, Any]) -> tuple[Passage, ...]:
    name = row["connection"]["name"]
    made = []
    for number, message in enumerate(row["messages"]):
        own = message["from"] == "me"
        made.append(
            Passage(
                message["text"],
                PassageKind.MESSAGE,
                Voice.OWNER if own else Voice.OTHER,
                Source("made", "messages.json", f"/{number}"),
                author=_OWNER if own else name,
                thread=name,
                place=name,
                addressees=(name,) if own else (_OWNER,),
            )
        )
    return tuple(made)


def answer(case: Case) -> Confidence | None:
    """The surest answer of the check over one friendship, asked as the engine asks it."""
    context = Context()
    sightings: list[Sighting] = []
    for passage in case.passages:
        for rule in CHECK.rules:
            if passage.voice in rule.voices:
                sightings.extend(rule.judge(passage, context))
    if CHECK.on_record is None or CHECK.on_whole is None:
        raise AssertionError
    for record in case.records:
        sightings.extend(CHECK.on_record(record, context))
    sightings.extend(CHECK.on_whole(Gathered(case.records, {CHECK.id: tuple(sightings)}), context))
    return max((sighting.confidence for sighting in sightings), default=None)


@dataclass(slots=True)
class Tally:
    right: int = 0
    wrong: int = 0
    missed: int = 0
    rows: int = 0
    traps: int = 0  # family or friends shown above "worth a look"

    def line(self) -> str:
        precision = self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0
        recall = self.right / (self.right + self.missed) if self.right + self.missed else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return (
            f"{self.rows} rows: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}, "
            f"friends or family above worth a look {self.traps}"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="accuracy_people", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--lines", action="store_true", help="missed and wrong rows of the part that is read")
    options = parser.parse_args(arguments)
    tallies: dict[int, Tally] = defaultdict(Tally)
    for case in cases(options.corpus):
        sure = answer(case)
        firm, tally = sure is not None and sure >= Confidence.LIKELY, tallies[case.part]
        wanted = case.label == "service-user"
        tally.rows += 1
        tally.right += firm and wanted
        tally.wrong += firm and not wanted
        tally.missed += wanted and not firm
        tally.traps += firm and case.label == "friend-or-family"
        if options.lines and case.part == 1 and firm is not wanted:
            said = [message["text"] for message in case.row["messages"]]
            sys.stdout.write(f"{case.label:16} {sure} {case.row['connection']['name']} {said}\n")
    for part, tally in sorted(tallies.items()):
        sys.stdout.write(f"{_PARTS[part]}: {tally.line()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
