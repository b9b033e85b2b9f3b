"""Loads the guidance packs: who issued each document, what each clause asks, and the words that it rests on."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from importlib import resources

from privacy_audit.errors import DataError

# Listed by hand: globbing finds nothing in a frozen build.
PACK_FILES = ("essex_police_c3011.toml", "ecfrs.toml", "southend.toml", "derbyshire.toml", "pfcc_053_2020.toml")


class ClauseKind(Enum):
    """What a clause asks of the program: a finding, a guard (never flagged), a step or question, a tag on findings."""

    FINDING = "finding"
    GUARD = "guard"
    STEP = "step"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause. `sections` are the numbers in the document that say the same; the first one is in the id."""

    id: str  # "essex-police-c3011:3.4c"
    sections: tuple[str, ...]
    kind: ClauseKind
    asks: str
    quote: str
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """One document of guidance."""

    id: str
    title: str
    issuer: str
    audience: str
    document: str
    issued: date | None
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Unanswerable:
    """A topic of the guidance that no export can answer, and why."""

    topic: str
    why: str
    guidance: tuple[str, ...]


class Guidance:
    """All packs, with look-up of a clause by its id."""

    def __init__(self, packs: Iterable[Pack], unanswerable: Iterable[Unanswerable] = ()) -> None:
        self.packs = tuple(packs)
        self.unanswerable = tuple(unanswerable)
        self._clauses = {clause.id: (pack, clause) for pack in self.packs for clause in pack.clauses}

    def clause(self, clause_id: str) -> Clause | None:
        found = self._clauses.get(clause_id)
        return found[1] if found else None

    def pack_of(self, clause_id: str) -> Pack | None:
        found = self._clauses.get(clause_id)
        return found[0] if found else None

    def is_yours(self, clause_id: str, chosen: tuple[str, ...]) -> bool:
        """Whether the clause belongs to a set that the user chose; with none chosen, all are shown as theirs."""
        return not chosen or clause_id.partition(":")[0] in chosen


def load_guidance() -> Guidance:
    """Reads the packs that ship with the program. Raises DataError with a sentence when one is broken."""
    folder = resources.files("privacy_audit.guidance")
    packs = [parse_pack(name, (folder / name).read_text(encoding="utf-8")) for name in PACK_FILES]
    return Guidance(packs, _parse_topics((folder / "not_answerable.toml").read_text(encoding="utf-8")))


def parse_pack(name: str, toml: str) -> Pack:
    """One pack from TOML text; `name` is used in sentences only."""
    table = _toml(name, toml)
    pack_id = _text(name, table, "id")
    rows = table.get("clause")
    if not isinstance(rows, list) or not rows:
        raise DataError(f"The guidance pack {name} lists no clauses. Please get a fresh copy of it.")
    clauses = tuple(_clause(name, pack_id, row) for row in rows)
    ids = [clause.id for clause in clauses]
    for clause_id in ids:
        if ids.count(clause_id) > 1:
            raise DataError(
                f"The guidance pack {name} has the clause {clause_id} twice. Please get a fresh copy of it."
            )
    issued = table.get("issued")
    return Pack(
        pack_id,
        _text(name, table, "title"),
        _text(name, table, "issuer"),
        _text(name, table, "audience"),
        _text(name, table, "document"),
        issued if isinstance(issued, date) else None,
        clauses,
    )


def _clause(name: str, pack_id: str, row: object) -> Clause:
    if not isinstance(row, dict):
        raise DataError(f"The guidance pack {name} has a clause that is no table. Please get a fresh copy of it.")
    section = _text(name, row, "section")
    where = f"{name}, clause {section},"
    kind = _text(where, row, "kind")
    if kind not in {member.value for member in ClauseKind}:
        raise DataError(f"The guidance pack {where} has an unknown kind. Please get a fresh copy of it.")
    return Clause(
        f"{pack_id}:{section}",
        _texts(where, row.get("sections", [section])),
        ClauseKind(kind),
        _text(where, row, "asks"),
        _text(where, row, "quote"),
        _texts(where, row.get("checks", [])),
    )


def _parse_topics(toml: str) -> tuple[Unanswerable, ...]:
    name = "not_answerable.toml"
    rows = _toml(name, toml).get("topic")
    if not isinstance(rows, list):
        raise DataError(f"The guidance file {name} lists no topics. Please get a fresh copy of the program.")
    return tuple(
        Unanswerable(_text(name, row, "topic"), _text(name, row, "why"), _texts(name, row.get("guidance", [])))
        for row in rows
    )


def _toml(name: str, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"The guidance pack {name} cannot be read. Please get a fresh copy of it.") from error


def _text(where: str, table: dict[str, object], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise DataError(f"The guidance pack {where} lacks “{key}”. Please get a fresh copy of it.")
    return value


def _texts(where: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DataError(f"The guidance pack {where} has a list that is none. Please get a fresh copy of it.")
    return tuple(value)
