"""The machine-readable result, "privacy-audit.findings/1"; its schema ships beside this module."""

import json
import re
from importlib import resources
from typing import Any, Final

from privacy_audit.dossier import Dossier
from privacy_audit.findings import Evidence, Finding
from privacy_audit.importing import ReadProblem
from privacy_audit.model import Category
from privacy_audit.result import AuditResult, ExportSummary

SCHEMA_NAME: Final = "privacy-audit.findings/1"


def as_json(result: AuditResult, *, show_words: bool = False) -> str:
    """The whole result as JSON text. Quotes are masked, and spans into them left out, unless asked for."""
    tree: dict[str, Any] = {
        "schema": SCHEMA_NAME,
        "owner": result.owner.value,
        "exports": [_export(export, show_words) for export in result.exports],
        "findings": [_finding(finding, show_words) for finding in result.findings],
        "withheld": dict(sorted(result.withheld.items())),
        "dossier": _dossier(result.dossier),
        "not_answerable": [
            {"topic": item.topic, "why": item.why, "guidance": list(item.guidance)} for item in result.not_answerable
        ],
        "not_looked_at": [{"what": item.what, "count": item.count, "why": item.why} for item in result.not_looked_at],
    }
    return _visible(json.dumps(tree, ensure_ascii=False, indent=1)) + "\n"


def schema() -> str:
    """The JSON Schema of the result."""
    return (resources.files("privacy_audit.report") / "findings.schema.json").read_text(encoding="utf-8")


def _export(export: ExportSummary, show_words: bool) -> dict[str, Any]:
    return {
        "path": list(export.path),
        "platform": export.platform,
        "layout": export.layout,
        "parts": export.parts,
        "records": {category.value: export.records.get(category.value, 0) for category in Category},
        "layout_evidence": export.layout_evidence.value,
        "account": {
            # The first name says whose export it is; nicknames and former names are words like any other.
            "names": list(export.account_names if show_words else export.account_names[:1]),
            "made": export.made.at.date().isoformat() if export.made else None,
        },
        "ignored": export.ignored,
        "unknown": list(export.unknown),
        "problems": [_problem(problem) for problem in export.problems],
    }


def _problem(problem: ReadProblem) -> dict[str, str]:
    return {"member": problem.source.member, "pointer": problem.source.pointer, "reason": problem.reason}


def _finding(finding: Finding, show_words: bool) -> dict[str, Any]:
    return {
        "id": finding.id,
        "check": finding.check,
        "title": finding.title,
        "severity": finding.severity.name.lower(),
        "confidence": finding.confidence.name.lower(),
        "platform": finding.platform,
        "audience": finding.audience.value,
        "subject": finding.subject.value,
        "touches": [concern.value for concern in finding.touches],
        "group": finding.group,
        "count": finding.count,
        "evidence": [_evidence(evidence, show_words) for evidence in finding.evidence],
        "guidance": list(finding.clauses),
        "remedy": finding.remedy,
        "reasons": list(finding.reasons),
    }


def _dossier(dossier: Dossier) -> dict[str, Any]:
    return {
        "facts": [{"id": fact.id, "from": list(fact.sources)} for fact in dossier.facts],
        "paths": [
            {"id": path.id, "open": path.open, "needs": [list(need) for need in path.needs]} for path in dossier.paths
        ],
        "fixes": list(dossier.fixes),
    }


def _evidence(evidence: Evidence, show_words: bool) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "export": evidence.export,
        "member": evidence.source.member,
        "pointer": evidence.source.pointer,
        "date": evidence.when.iso() if evidence.when else None,
        "zone_known": bool(evidence.when and evidence.when.zone_known),
        "quote": evidence.quote.reveal() if show_words else evidence.quote.masked(),
        "boxes": [[box.left, box.top, box.right, box.bottom] for box in evidence.boxes],
    }
    if show_words:
        tree["spans"] = [list(span) for span in evidence.spans]
    return tree


def _visible(text: str) -> str:
    """Marks that a terminal would obey, that hide or turn text, and halves of letters are written as JSON escapes."""
    return re.sub(
        "[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]",
        lambda found: f"\\u{ord(found[0]):04x}",
        text,
    )
