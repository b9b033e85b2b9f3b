"""The run of an audit: streams exports through their importers, asks the checks, and tells what it finds as it goes."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from privacy_audit.archive import Archive
from privacy_audit.checking import Check, Context, Gathered, Sighting
from privacy_audit.dossier import Dossier, held_back, piece_together
from privacy_audit.errors import AuditError, Cancelled
from privacy_audit.events import (
    Event,
    ExportRead,
    FindingsFound,
    Finished,
    HolderFound,
    Progressed,
    Refused,
    ResultSoFar,
    Stage,
    Stopped,
    VoicesFound,
)
from privacy_audit.fingerprint import holder_key
from privacy_audit.gate import Asked, Gate
from privacy_audit.grouping import Findings
from privacy_audit.guidance import load_guidance
from privacy_audit.holders import DIFFERENT_PEOPLE, different_people, is_owner
from privacy_audit.importing import (
    Holder,
    Importer,
    MemberNote,
    ReadOptions,
    ReadProblem,
    Recognition,
    TextBatch,
    Voices,
)
from privacy_audit.model import Moment, Passage, PassageKind, Record, Source
from privacy_audit.not_told import Unread, not_answerable, not_looked_at, waiting
from privacy_audit.opinion.scope import looks_at
from privacy_audit.opinion.second_look import Held, SecondLookRun, Seen
from privacy_audit.opinion.themes import with_second_look
from privacy_audit.opinion.thresholds import load_thresholds
from privacy_audit.options import AuditOptions, MessageScope, SecondLook
from privacy_audit.overlap import Overlap
from privacy_audit.people.acquaintance import Acquaintance
from privacy_audit.people.gathering import acquaintances
from privacy_audit.people.quiet_signs import Known
from privacy_audit.people.work_days import tells_of_work
from privacy_audit.reading import Reading
from privacy_audit.remedies import load_remedies
from privacy_audit.result import AuditResult, Ownership
from privacy_audit.scope import own_texts

_EVERY = 0.05  # seconds between two words on progress


class ExportAtHand(Protocol):
    """An export that intake has found."""

    @property
    def archive(self) -> Archive: ...
    @property
    def importer(self) -> Importer: ...
    @property
    def recognition(self) -> Recognition: ...


def audit(
    exports: Sequence[ExportAtHand], checks: Iterable[Check], options: AuditOptions | None = None
) -> Iterator[Event]:
    """Runs an audit. The last event is Finished, Refused or Stopped; nothing but our own mistakes is raised."""
    run = _Run(exports, tuple(checks), options or AuditOptions())
    try:
        yield from run.events()
    except Cancelled:
        yield Stopped()
    except AuditError as error:
        yield Refused(error.sentence)


class _Run:
    def __init__(self, exports: Sequence[ExportAtHand], checks: tuple[Check, ...], options: AuditOptions) -> None:
        self._exports = exports
        self._checks = checks = with_second_look(checks) if options.second_look is not SecondLook.NONE else checks
        self._options = options
        self._gate = Gate(checks)
        self._findings = Findings(checks, _resolver(), options.facts.guidance)  # all that the rules say
        self._settled = self._findings  # what no second look can change; the same ledger where there is none
        self._second: SecondLookRun | None = None
        if options.second_look is not SecondLook.NONE:
            self._settled = Findings(checks, _resolver(), options.facts.guidance)
            self._second = SecondLookRun(checks, load_thresholds())
        self._context = Context(options.facts, {})
        self._askers: dict[type[Record], tuple[Check, ...]] = {}
        self._keep = any(check.on_whole for check in checks)
        self._records: list[Record] = []
        self._unread = Unread()
        self._readings: list[Reading] = []
        self._overlaps: dict[str, Overlap] = {}
        self._holders: dict[str, Holder] = {}  # by importer: what checks see
        self._keys: dict[str, bytes] = {}
        self._counts: dict[str, int] = {}
        self._told = 0.0
        self._done = 0
        self._owner = False
        self._worked: list[Moment] = []
        self._people: tuple[Acquaintance, ...] = ()

    def events(self) -> Iterator[Event]:
        for number in range(len(self._exports)):
            yield from self._export(number)
        yield self._progress(Stage.JOINING, max(len(self._exports) - 1, 0))
        if not self._owner:
            self._owner = self._options.owner_confirmed()
        self._check_stop()
        self._whole(self._findings)
        if self._owner:
            own = (*self._options.facts.names, *(name for reading in self._readings for name in reading.holder.names))
            known = Known(own, self._options.facts, tuple(self._worked))
            self._people = acquaintances(self._records, self._findings.sightings(), known)
        if self._second:
            yield from self._look_again(self._second)
        yield Finished(self._result(self._settled))

    # --- one export -------------------------------------------------------------------------------------------------

    def _export(self, number: int) -> Iterator[Event]:
        at_hand = self._exports[number]
        reading = Reading(at_hand.archive, at_hand.importer, at_hand.recognition)
        self._readings.append(reading)
        overlap = self._overlap(at_hand.importer.id)
        self._done = 0
        yield self._progress(Stage.READING, number)
        options = ReadOptions(self._options.facts.names, self._advance, self._options.stop)
        for item in at_hand.importer.read(at_hand.archive, options):
            self._check_stop()
            if isinstance(item, TextBatch):
                yield from self._texts(number, item, reading, overlap)
            elif isinstance(item, Record):
                self._record(number, item, reading, overlap)
            elif isinstance(item, ReadProblem):
                reading.problem(item)
            elif isinstance(item, MemberNote):
                reading.note(item)
                self._unread.member(item.member, item.fate)
            elif isinstance(item, Voices):
                reading.voices = item.names
                yield VoicesFound(number, at_hand.importer.id, item.names, item.likely)
            else:
                yield from self._holder(number, item, reading)
            yield from self._news(number)
        self._keys.setdefault(at_hand.importer.id, holder_key(reading.holder))
        yield ExportRead(reading.summary())
        self._told = 0.0
        yield from self._news(number)

    def _overlap(self, importer: str) -> Overlap | None:
        """What this export shares with those before it; None where no other export of the platform is in the run."""
        if sum(at_hand.importer.id == importer for at_hand in self._exports) == 1:
            return None
        overlap = self._overlaps.setdefault(importer, Overlap())
        overlap.begin()
        return overlap

    def _holder(self, number: int, item: Holder, reading: Reading) -> Iterator[Event]:
        holder = reading.held_by(item)
        importer = reading.importer.id
        own = self._options.facts.names
        for other in self._readings[:-1]:
            if different_people(other.holder, holder, own):
                raise AuditError(DIFFERENT_PEOPLE)
        self._owner = self._owner or is_owner(holder, own)
        self._holders[importer] = holder
        self._context = Context(self._options.facts, dict(self._holders))
        self._keys.setdefault(importer, holder_key(holder))
        yield HolderFound(number, importer, holder.names)

    def _record(self, number: int, record: Record, reading: Reading, overlap: Overlap | None) -> None:
        if overlap and overlap.holds(record):
            reading.duplicates += 1
            return
        reading.count(record)
        askers = self._askers.get(type(record))
        if askers is None:
            askers = self._askers[type(record)] = tuple(
                check for check in self._checks if check.on_record and issubclass(type(record), check.record_types)
            )
        for check in askers:
            if check.on_record:
                self._take(check, check.on_record(record, self._context), reading.importer.id, number)
        if self._keep:
            self._records.append(record)

    def _texts(self, number: int, batch: TextBatch, reading: Reading, overlap: Overlap | None) -> Iterator[Event]:
        texts: Sequence[str] = batch.texts
        known = 0
        if overlap:
            texts, known = overlap.fresh_texts(batch)
        reading.count_texts(batch, len(texts) - known, known)
        if batch.kind is PassageKind.MESSAGE:
            texts = self._allowed(batch, texts)
        stopped = set()
        for index, asked in self._gate.candidates(batch, texts):
            passage = batch.passage(index)
            self._text(number, passage, reading.importer.id, asked)
            stopped.add(index)
            yield from self._news(number)
        if self._second and batch.kind is not PassageKind.MESSAGE:
            for index, text in enumerate(texts):
                if index not in stopped and looks_at(batch.kind, text, self._options.second_look, stopped=False):
                    self._hold(self._second, Held(number, batch.passage(index), self._context, ()))

    def _text(self, number: int, passage: Passage, platform: str, asked: Sequence[Asked]) -> None:
        """What the rules say of a text; where it gets a second look, that is not the last word."""
        if passage.when is not None and tells_of_work(passage):
            self._worked.append(passage.when)
        answers = tuple(
            Seen(check, sighting)
            for check, rule in asked
            if passage.voice in rule.voices
            for sighting in rule.judge(passage, self._context)
        )
        held = Held(number, passage, self._context, answers)
        if self._second and looks_at(passage.kind, passage.text, self._options.second_look, stopped=True):
            self._see(self._findings, held, answers)
            self._hold(self._second, held)
            return
        if self._second and passage.kind is PassageKind.MESSAGE:
            self._unread.add("second_look_messages")
        for check, sighting in answers:
            self._take(check, (sighting,), platform, number)

    def _hold(self, second: SecondLookRun, held: Held) -> None:
        for too_old in second.hold(held):
            self._see(self._settled, too_old, too_old.seen)

    def _look_again(self, second: SecondLookRun) -> Iterator[Event]:
        """After the rules: what they found is told first, then the model looks at the texts that were held."""
        total = second.waiting
        if total:
            so_far = self._result(self._findings)
            yield ResultSoFar(replace(so_far, not_looked_at=(*so_far.not_looked_at, waiting(total))))
        for done, answers in second.look(self._options.stop):
            for held, seen in answers:
                self._see(self._settled, held, seen)
            counts = self._progress(Stage.JOINING, len(self._exports) - 1)
            yield replace(counts, stage=Stage.SECOND_LOOK, done=done, total=total, findings=len(self._settled))
        self._unread.add("second_look_limit", second.beyond)
        self._unread.add("second_look_lost" if second.lost else "second_look_stopped", second.left)
        self._whole(self._settled)

    def _allowed(self, batch: TextBatch, texts: Sequence[str]) -> Sequence[str]:
        """The messages that the user chose to have read."""
        scope = self._options.message_scope
        if scope is MessageScope.ALL:
            return texts
        allowed = own_texts(batch, texts) if scope is MessageScope.OWN else []
        self._unread.texts(sum(map(bool, texts)) - sum(map(bool, allowed)), scope)
        return allowed

    # --- what was seen ----------------------------------------------------------------------------------------------

    def _take(self, check: Check, sightings: Iterable[Sighting], platform: str, number: int) -> None:
        for sighting in sightings:
            placed = _placed(sighting, number)
            self._findings.add(check, placed, platform)
            if self._settled is not self._findings:
                self._settled.add(check, placed, platform)

    def _see(self, findings: Findings, held: Held, seen: Iterable[Seen]) -> None:
        platform = self._exports[held.number].importer.id
        for check, sighting in seen:
            findings.add(check, _placed(sighting, held.number), platform)

    def _whole(self, findings: Findings) -> None:
        """Whole-picture checks join what is there; their evidence is traced back to the export that it came from."""
        fallback = self._exports[0].importer.id if self._exports else ""
        for check in self._checks:
            if check.on_whole is None:
                continue
            gathered = Gathered(self._records, findings.sightings())
            for sighting in check.on_whole(gathered, self._context):
                placed = tuple(
                    evidence if evidence.export else replace(evidence, export=self._export_of(evidence.source))
                    for evidence in sighting.evidence
                )
                findings.add(check, replace(sighting, evidence=placed), fallback)

    def _export_of(self, source: Source) -> int:
        same = [number for number, reading in enumerate(self._readings) if reading.importer.id == source.importer]
        if len(same) > 1:
            same = [number for number in same if self._readings[number].has(source.member)] or same
        return same[0] if same else 0

    def _shown(self, check: Check) -> bool:
        """Safeguards §1: while nobody has said "this is me", what leads to a door is left out and counted."""
        return self._owner or not check.withheld_unless_owner

    # --- what is told -----------------------------------------------------------------------------------------------

    def _check_stop(self) -> None:
        if self._options.stop():
            raise Cancelled

    def _advance(self, size: int) -> None:
        self._done += size

    def _news(self, number: int) -> Iterator[Event]:
        """Progress and findings, when it is time for them; and the moment to stop."""
        if time.monotonic() - self._told < _EVERY:
            return
        self._check_stop()
        self._told = time.monotonic()
        yield self._progress(Stage.READING, number)
        findings = self._findings.changed(self._keys, self._shown)
        if findings:
            yield FindingsFound(findings)

    def _progress(self, stage: Stage, number: int) -> Progressed:
        counts: dict[str, int] = {}
        for reading in self._readings:
            for category, count in reading.counts.items():
                counts[category.value] = counts.get(category.value, 0) + count
        total = self._readings[-1].size if self._readings else 0
        done = total if stage is Stage.JOINING else min(self._done, total)
        return Progressed(stage, number, done, total, counts, len(self._findings))

    def _result(self, findings: Findings) -> AuditResult:
        titles = [at_hand.importer.title for at_hand in self._exports]
        dossier, withheld = self._pieced_together(findings)
        return AuditResult(
            exports=tuple(reading.summary() for reading in self._readings),
            findings=findings.finished(self._keys, self._shown),
            owner=Ownership.CONFIRMED if self._owner else Ownership.UNCONFIRMED,
            withheld=withheld,
            not_answerable=not_answerable(
                load_guidance(),
                [at_hand.importer for at_hand in self._exports],
                [(at_hand.importer.title, at_hand.recognition.advice) for at_hand in self._exports],
            ),
            not_looked_at=not_looked_at(self._unread, titles),
            dossier=dossier,
            people=self._people,
        )

    def _pieced_together(self, findings: Findings) -> tuple[Dossier, dict[str, int]]:
        """What the findings open together, and what is left out and counted while the owner is not confirmed."""
        everything = findings.finished(self._keys, lambda _check: True)
        minutes = load_remedies().minutes
        if self._owner:
            return piece_together(everything, minutes), {}
        return Dossier(), {**findings.withheld(self._shown), **held_back(everything, minutes)}


def _placed(sighting: Sighting, number: int) -> Sighting:
    """A sighting whose evidence says which export it is from."""
    if not number or not sighting.evidence:
        return sighting
    return replace(sighting, evidence=tuple(replace(evidence, export=number) for evidence in sighting.evidence))


def _resolver() -> Callable[[str, str], str]:
    remedies = load_remedies()
    return remedies.resolve
