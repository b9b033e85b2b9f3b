"""`privacy-audit compare`: two downloads of one person, an earlier and a later one, and what became of each finding."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from checks.catalogue import catalogue
from privacy_audit.comparing import AuditMemory, compare, made_on, remembered
from privacy_audit.errors import ExportError, UsageError
from privacy_audit.fingerprint import holder_key
from privacy_audit.guidance import load_guidance
from privacy_audit.holders import DIFFERENT_PEOPLE, different_people
from privacy_audit.importing import Holder
from privacy_audit.options import MessageScope
from privacy_audit.own_facts import OwnFacts
from privacy_audit.own_facts_file import load_own_facts
from privacy_audit.report.comparison_report import comparison_text
from privacy_audit.result import AuditResult
from privacy_audit.worker import AuditRequest
from ui.scan import audited
from ui.terminal import say, write

_WHICH_FIRST: Final = (
    "The earlier download was made after the later one. They are compared as you gave them; turn them round if that "
    "was not meant."
)


@dataclass(frozen=True, slots=True)
class Pair:
    """What was asked for on the command line."""

    before: tuple[Path, ...]
    after: tuple[Path, ...]
    own: Path | None = None
    messages: MessageScope | None = None


def compare_downloads(pair: Pair) -> int:
    """Reads both and tells what became of each finding. Nothing is kept. Raises AuditError with a sentence."""
    for path in (*pair.before, *pair.after):
        if not path.exists():
            raise ExportError(
                "There is no file or folder where one of your downloads should be. Check the names that you gave."
            )
    if set(map(Path.absolute, pair.before)) & set(map(Path.absolute, pair.after)):
        raise UsageError("One download stands on both sides. Give an earlier one and a later one.")
    facts = load_own_facts(pair.own, tuple(p.id for p in load_guidance().packs)).facts if pair.own else OwnFacts()
    scope = pair.messages or MessageScope.ALL
    first, second = (_audited(paths, facts, scope) for paths in (pair.before, pair.after))
    if different_people(holder_of(first), holder_of(second), facts.names):
        raise ExportError(DIFFERENT_PEOPLE)
    made = [made_on(result) for result in (first, second)]
    if made[0] > made[1]:
        say(_WHICH_FIRST)
    memories = [memory_of(result, scope, day) for result, day in zip((first, second), made, strict=True)]
    write(comparison_text(compare(memories[:1], memories[1]), check_titles()))
    return 0


def _audited(paths: tuple[Path, ...], facts: OwnFacts, scope: MessageScope) -> AuditResult:
    return audited(AuditRequest(tuple(path.absolute() for path in paths), catalogue, facts, scope))


def holder_of(result: AuditResult) -> Holder:
    """Whose downloads these are, as far as they say."""
    return Holder(names=tuple(dict.fromkeys(name for export in result.exports for name in export.account_names)))


def memory_of(result: AuditResult, scope: MessageScope, day: date) -> AuditMemory:
    conduct = frozenset(check.id for check in catalogue().checks if check.conduct)
    return remembered(result, holder_key(holder_of(result)), day, scope, conduct)


def check_titles() -> Mapping[str, str]:
    return {check.id: check.title for check in catalogue().checks}
