"""What the data of a pack may hold: clauses and steps in plain words, and nothing that weakens a safeguard."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from privacy_audit.errors import DataError
from privacy_audit.folding import escape_hidden
from privacy_audit.guidance import ClauseKind, Guidance, Pack, parse_pack
from privacy_audit.kind_messages import flaws
from privacy_audit.packs.pack_file import PackError, PackFile
from privacy_audit.remedies import Remedy, StepKind, parse_remedies
from privacy_audit.sites import is_allowed

_LONGEST: Final = 600  # letters of one sentence
_PUT_BACK: Final = "It was not taken; what you have stays in use. Ask whoever made it to mend it."
# A step that takes something away must say so by its kind: the evidence guard knows kinds, not words.
_TAKES_AWAY: Final = re.compile(
    r"\b(?:delete|remove|erase|unfriend|unfollow|block|untag|take (?:it|them|this|that|the \w+) down|bin|clear|wipe"
    r"|leave the (?:group|chat|page)|deactivate|close (?:the|your) account)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a pack brings: sets of guidance, and steps that stand in for ours or beside them."""

    guidance: tuple[Pack, ...]
    remedies: tuple[Remedy, ...]


def contents_of(pack: PackFile, built_in: Guidance, checks: frozenset[str]) -> Contents:
    """Reads and checks the data. `checks` are the ids that clauses may name. Raises PackError with a sentence."""
    guidance: list[Pack] = []
    remedies: list[Remedy] = []
    try:
        for name, text in pack.files.items():
            folder, _, file = name.partition("/")
            if folder == "guidance":
                guidance.append(parse_pack(file, text))
            else:
                remedies.extend(parse_remedies(file, text))
    except DataError as error:
        raise PackError(f"{error.sentence} {_PUT_BACK}") from None
    for problem in (*_about_guidance(guidance, built_in, checks), *_about_remedies(remedies)):
        raise PackError(f"{problem} {_PUT_BACK}")
    return Contents(tuple(guidance), tuple(remedies))


def _about_guidance(sets: Iterable[Pack], built_in: Guidance, checks: frozenset[str]) -> Iterator[str]:
    ours = {one.id: one for one in built_in.packs}
    seen: set[str] = set()
    for one in sets:
        if one.id in seen:
            yield f"Two sets of guidance in the pack have the same name, {one.id}."
        seen.add(one.id)
        yield from _about_words((one.title, one.issuer, one.audience, one.document))
        for clause in one.clauses:
            unknown = [check for check in clause.checks if check not in checks]
            if unknown:
                yield f"The pack speaks of a check that this program does not have: {escape_hidden(unknown[0])[:60]}."
            yield from _about_words((*clause.sections, clause.asks, clause.quote))
        if one.id in ours:
            yield from _about_guards(one, ours[one.id])


def _about_guards(newer: Pack, ours: Pack) -> Iterator[str]:
    """What must not be flagged (rights, safeguards §4) cannot be left out or turned round by a newer version."""
    kinds = {clause.id: clause.kind for clause in newer.clauses}
    for clause in ours.clauses:
        if clause.kind is ClauseKind.GUARD and kinds.get(clause.id) is not ClauseKind.GUARD:
            yield "The pack would take away a clause that protects people's rights."


def _about_remedies(remedies: Iterable[Remedy]) -> Iterator[str]:
    for remedy in remedies:
        yield from _about_words((remedy.title, remedy.note))
        for step in remedy.steps:
            yield from _about_words((step.text, step.message, *step.menu))
            if step.link and not is_allowed(step.link):
                yield "The pack holds a link to a place that this program does not know."
            if _TAKES_AWAY.search(step.text) and not (step.kind.takes_away or _only_warns(step.kind)):
                yield "The pack holds a step that takes something away and does not say so."
            for flaw in flaws(step.message):
                yield f"The pack holds a message to somebody else that {flaw.value}."


def _only_warns(kind: StepKind) -> bool:
    """Advice, reporting and copies may speak of removal; they do not do it."""
    return kind in {StepKind.ADVICE, StepKind.REPORT, StepKind.KEEP_A_COPY, StepKind.DANGER, StepKind.SUPPORT}


def _about_words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if len(text) > _LONGEST:
            yield "The pack holds a sentence that is too long to be read."
        if "<" in text or ">" in text:
            yield "The pack holds markup, and only plain words are taken."
        if escape_hidden(text) != text:
            yield "The pack holds marks that hide or turn words."
