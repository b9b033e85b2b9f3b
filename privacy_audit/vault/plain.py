"""Turns results, facts and decisions into bytes and back; what a later version cannot read any more is left out."""

from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from privacy_audit.decisions import Decision
from privacy_audit.findings import Finding
from privacy_audit.result import AuditResult, ExportSummary, NotAnswerable, NotLookedAt, Ownership

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True, repr=False)
class About:
    """What a result says beside its findings. Names of people in chats and read problems are not kept."""

    exports: tuple[ExportSummary, ...]
    owner: Ownership
    withheld: dict[str, int]
    not_answerable: tuple[NotAnswerable, ...]
    not_looked_at: tuple[NotLookedAt, ...]


def about(result: AuditResult) -> About:
    exports = tuple(replace(export, voices=(), problems=()) for export in result.exports)
    return About(exports, result.owner, result.withheld, result.not_answerable, result.not_looked_at)


def result_of(told: About, findings: tuple[Finding, ...]) -> AuditResult:
    """The joined picture is worked out anew where it is shown."""
    return AuditResult(told.exports, findings, told.owner, told.withheld, told.not_answerable, told.not_looked_at)


def packed(value: object) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a letter pair: no export should have it, but one that does must not stop the rest
        return msgspec.json.encode(_mended(msgspec.to_builtins(value)))


def unpacked(raw: object, kind: type[_Kind]) -> _Kind | None:
    """None where a version of this program that is older or newer wrote something else."""
    if not isinstance(raw, bytes):
        return None
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.DecodeError, ValueError):
        return None


@dataclass(frozen=True, slots=True, repr=False)
class _Perhaps:
    decision: Decision | None


def packed_decision(decision: Decision | None) -> bytes:
    return packed(_Perhaps(decision))


def unpacked_decision(raw: object) -> Decision | None:
    perhaps = unpacked(raw, _Perhaps)
    return perhaps.decision if perhaps else None


def _mended(tree: object) -> object:
    if isinstance(tree, str):
        return tree.encode("utf-8", "replace").decode("utf-8")
    if isinstance(tree, dict):
        return {_mended(key): _mended(value) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [_mended(item) for item in tree]
    return tree
