"""What rules and model say of labelled lines, through the same gate and the same join as a real audit."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from privacy_audit.checking import Check, Context
from privacy_audit.findings import Severity
from privacy_audit.gate import Asked, Gate
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, Passage, PassageKind
from privacy_audit.opinion.scope import head_of, looks_at
from privacy_audit.opinion.second_look import Held, SecondLookRun, Seen
from privacy_audit.opinion.themes import with_second_look
from privacy_audit.opinion.thresholds import Thresholds
from privacy_audit.options import SecondLook
from privacy_audit.severity import graded
from tests.corpus import Line

CACHE = Path(__file__).parents[1] / "build"  # shares by the hash of a text; never the text
Flags = dict[str, Severity]  # check id -> the gravest answer
Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """One line, and what the rules see in it. `looked` is true where the second look may look at it."""

    line: Line
    held: Held
    looked: bool


def answers(rows: Sequence[Line], gate: Gate, context: Context) -> list[Answer]:
    """What the rules say of each line; messages are looked at again only where a rule's gate has stopped."""
    asked = _asked([row.passage() for row in rows], gate)
    told = []
    for number, row in enumerate(rows):
        passage = row.passage()
        seen = tuple(
            Seen(check, sighting)
            for check, rule in asked.get(number, ())
            if passage.voice in rule.voices
            for sighting in rule.judge(passage, context)
        )
        looked = looks_at(passage.kind, passage.text, SecondLook.MESSAGES, stopped=number in asked)
        told.append(Answer(row, Held(0, passage, context, seen), looked))
    return told


def _asked(passages: Sequence[Passage], gate: Gate) -> dict[int, list[Asked]]:
    by_kind: dict[PassageKind, list[int]] = {}
    for number, passage in enumerate(passages):
        by_kind.setdefault(passage.kind, []).append(number)
    found = {}
    for kind, numbers in by_kind.items():
        theirs = [passages[number] for number in numbers]
        texts = [passage.text for passage in theirs]
        batch = TextBatch(Category.POSTS, kind, "corpus", texts, theirs.__getitem__)
        found.update({numbers[index]: asked for index, asked in gate.candidates(batch)})
    return found


def flags(seen: Sequence[Seen]) -> Flags:
    """The gravest grade of each check."""
    worst: Flags = {}
    for check, sighting in seen:
        weight = next(theme.weight for theme in check.themes if theme.id == sighting.theme)
        grade = graded(weight, sighting.audience, sighting.confidence)
        worst[check.id] = max(worst.get(check.id, Severity.INFO), grade)
    return worst


def joined(told: Sequence[Answer], checks: Sequence[Check], thresholds: Mapping[str, Thresholds]) -> list[Flags]:
    """The flags of each line with the model's opinion joined to the rules'."""
    run = SecondLookRun(with_second_look(checks), thresholds)
    opinions = shares(told)
    return [
        flags(tuple(run.joined(answer.held, opinion)) if answer.looked else answer.held.seen)
        for answer, opinion in zip(told, opinions, strict=True)
    ]


def shares(told: Sequence[Answer]) -> list[Shares]:
    """The model's shares for each line, as the shipped model gives them; kept beside the checkout's other products."""
    raw_model = (resources.files("privacy_audit.opinion") / "model.onnx").read_bytes()
    path = CACHE / f"shares-{hashlib.sha256(raw_model).hexdigest()[:16]}.json"
    known: dict[str, list[float]] = json.loads(path.read_text(encoding="ascii")) if path.exists() else {}
    keys = [_key(answer) for answer in told]
    from privacy_audit.opinion.model import Model  # noqa: PLC0415 - half a second that most runs of pytest do not need

    model = Model(raw_model)
    missing = {key: answer for key, answer in zip(keys, told, strict=True) if key not in known}
    for key, answer in missing.items():
        passage = answer.held.passage
        known[key] = [round(share, 6) for share in model.shares(head_of(passage.kind, passage.voice), passage.text)]
    if missing:
        CACHE.mkdir(exist_ok=True)
        path.write_text(json.dumps(known), encoding="ascii")
    return [dict(zip(model.ids, known[key], strict=True)) for key in keys]


def _key(answer: Answer) -> str:
    passage = answer.held.passage
    return hashlib.sha256(f"{head_of(passage.kind, passage.voice)}{passage.text}".encode()).hexdigest()[:20]
