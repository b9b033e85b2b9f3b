"""What one export turned out to hold: counts, whose it is, and what could not be read."""

from dataclasses import dataclass, field

from privacy_audit.archive import Archive
from privacy_audit.holders import together
from privacy_audit.importing import Holder, Importer, MemberFate, MemberNote, ReadProblem, Recognition, TextBatch
from privacy_audit.model import Category, Record, Source, Thread
from privacy_audit.result import ExportSummary

_PROBLEMS = 100  # kept; all are counted


@dataclass(slots=True)
class Reading:
    """An export while it is read."""

    archive: Archive
    importer: Importer
    recognition: Recognition
    counts: dict[Category, int] = field(default_factory=dict)
    holder: Holder = field(default_factory=Holder)
    problems: list[ReadProblem] = field(default_factory=list)
    problem_count: int = 0
    ignored: int = 0
    private: int = 0
    unknown: list[str] = field(default_factory=list)
    duplicates: int = 0
    size: int = 0
    voices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.size = sum(member.size for member in self.archive.members)
        for note in self.archive.notes:
            self.problem(ReadProblem(Source(self.importer.id, note.member), note.sentence))

    def count(self, record: Record) -> None:
        """A thread is counted by its messages, which come as texts."""
        if not isinstance(record, Thread):
            self.counts[record.category] = self.counts.get(record.category, 0) + 1

    def count_texts(self, batch: TextBatch, fresh: int, known: int) -> None:
        """Texts that stand beside a record are counted with it."""
        if batch.counted:
            self.counts[batch.category] = self.counts.get(batch.category, 0) + fresh
            self.duplicates += known

    def problem(self, problem: ReadProblem) -> None:
        self.problem_count += 1
        if len(self.problems) < _PROBLEMS:
            self.problems.append(problem)

    def note(self, note: MemberNote) -> None:
        match note.fate:
            case MemberFate.IGNORED:
                self.ignored += 1
            case MemberFate.PRIVATE:
                self.private += 1
            case MemberFate.UNKNOWN:
                self.unknown.append(note.member)
            case MemberFate.MEDIA:
                pass

    def held_by(self, holder: Holder) -> Holder:
        """Takes in what is told about the holder; gives what is known so far."""
        self.holder = together(self.holder, holder)
        return self.holder

    def has(self, member: str) -> bool:
        return self.archive.find(member) is not None

    def summary(self) -> ExportSummary:
        return ExportSummary(
            path=self.archive.parts,
            platform=self.importer.id,
            layout=self.recognition.layout,
            layout_evidence=self.recognition.evidence,
            parts=len(self.archive.parts),
            records={category.value: self.counts.get(category, 0) for category in Category},
            account_names=self.holder.names,
            made=self.holder.made,
            ignored=self.ignored,
            unknown=tuple(self.unknown),
            private=self.private,
            problems=tuple(self.problems),
            problem_count=self.problem_count,
            duplicates=self.duplicates,
            voices=self.voices,
        )
