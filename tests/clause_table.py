"""The table of clauses: what each asks, which checks cite it, and how many labelled rows show it caught or left alone.

Rows are counted from what the repository itself holds, so that the table is the same everywhere: the rows by another
hand in tests/checks/rows, and the tables of each check's own test.
"""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checks import CHECKS
from privacy_audit.guidance import Clause, ClauseKind, load_guidance

TESTS = Path(__file__).parent
ROWS = TESTS / "checks" / "rows"

# What the tables of the checks' own tests are called.
_CAUGHT_TABLES = frozenset({"CAUGHT", "MET", "OPEN"})
_LEFT_TABLES = frozenset({"LEFT_ALONE", "NOT_MET", "CLOSED"})

# The near misses of each guard: rows of guards.tsv, and where else the guard shows.
GUARDS = {"ecfrs:1.4": "opinion", "ecfrs:7.15": "union", "derbyshire:3": "speaking-up"}

# Steps and tags: the test that shows where each appears.
SHOWN = {
    "essex-police-c3011:3.0": "tests/test_clauses.py::test_every_finding_says_which_of_the_three_it_touches",
    "pfcc-053-2020:3": "tests/test_clauses.py::test_every_finding_says_which_of_the_three_it_touches",
    "ecfrs:4.1": "tests/ui/test_own_facts_page.py::test_the_checklist_asks_what_the_document_asks",
    "ecfrs:6.3": "tests/test_clauses.py::test_contact_with_a_child_or_the_vulnerable_leads_to_the_safeguarding_lead",
}

_KINDS = {
    ClauseKind.FINDING: "finding",
    ClauseKind.GUARD: "never a finding",
    ClauseKind.STEP: "step",
    ClauseKind.TAG: "tag",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Labelled rows: those that must be told, and the near misses that must be left alone."""

    caught: int = 0
    left_alone: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.caught + other.caught, self.left_alone + other.left_alone)


@cache
def rows_of(check: str) -> Tally:
    """All labelled rows of one check."""
    return sum(_row_files(check), start=_own_tables(check))


def _row_files(check: str) -> Iterator[Tally]:
    texts, records = ROWS / f"{check}.tsv", ROWS / f"{check}.toml"
    expected: list[str] = []
    if texts.exists():
        lines = texts.read_text(encoding="utf-8").splitlines()
        expected += [line.partition("\t")[0] for line in lines if line and not line.startswith("#")]
    if records.exists():
        expected += [row["expect"] for row in tomllib.loads(records.read_text(encoding="utf-8"))["row"]]
    yield Tally(expected.count("caught"), expected.count("left-alone"))


def _own_tables(check: str) -> Tally:
    """The lists of rows in the check's own test, by their names."""
    caught = left = 0
    for file in (TESTS / "checks").rglob(f"test_{check.replace('-', '_')}*.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            names, rows = _table(node)
            caught += rows if names & _CAUGHT_TABLES else 0
            left += rows if names & _LEFT_TABLES else 0
    return Tally(caught, left)


def _table(node: ast.stmt) -> tuple[set[str], int]:
    """The names that a statement gives to a list of rows, and how many rows that has."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    if not isinstance(value, ast.List | ast.Tuple):
        return set(), 0
    return {target.id for target in targets if isinstance(target, ast.Name)}, len(value.elts)


def citing(clause_id: str) -> tuple[str, ...]:
    """The checks whose findings cite the clause."""
    return tuple(
        check.id
        for check in CHECKS
        if clause_id in check.clauses or any(clause_id in theme.clauses for theme in check.themes)
    )


def guarded(guard: str) -> int:
    """How many near misses a guard has."""
    lines = (ROWS / "guards.tsv").read_text(encoding="utf-8").splitlines()
    return sum(line.partition("\t")[0] == guard for line in lines)


def clauses_page() -> str:
    """docs/clauses.md: one line a clause, grouped by document, and at the end what no export can answer."""
    guidance = load_guidance()
    lines = [
        "# The guidance, clause by clause",
        "",
        "Made from the packs, the checks and their tests by `python -m tests.write_docs`; a test compares the two.",
        "",
        "Rows are labelled examples: so many must be told, and so many near misses must be left alone. They are",
        "counted from the tests in this repository, over the checks whose findings cite the clause.",
    ]
    for pack in guidance.packs:
        lines += ["", f"## {pack.title}", "", f"`{pack.id}`, {pack.issuer}; for {pack.audience}.", ""]
        lines += ["| clause | kind | what it asks | cited by | told | left alone |", "|---|---|---|---|---|---|"]
        lines += [_line(clause) for clause in pack.clauses]
    lines += [
        "",
        "## What a person's own export cannot answer",
        "",
        "Shown in every result as reading, never skipped.",
        "",
    ]
    lines += ["| topic | why | clauses |", "|---|---|---|"]
    lines += [f"| {one.topic} | {one.why} | {', '.join(one.guidance)} |" for one in guidance.unanswerable]
    return "\n".join(lines) + "\n"


def _line(clause: Clause) -> str:
    sections = ", ".join(clause.sections)
    head = f"| {sections} | {_KINDS[clause.kind]} | {clause.asks} |"
    if clause.kind is ClauseKind.FINDING:
        checks = citing(clause.id)
        tally = sum(map(rows_of, checks), Tally())
        return f"{head} {', '.join(checks)} | {tally.caught} | {tally.left_alone} |"
    if clause.kind is ClauseKind.GUARD:
        return f"{head} all stay silent | | {guarded(GUARDS[clause.id])} |"
    return f"{head} shown by `{SHOWN[clause.id]}` | | |"
