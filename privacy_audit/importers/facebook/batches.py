"""Passages into batches, for the pages."""

from collections.abc import Iterable, Iterator, Sequence

from privacy_audit import batching
from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.importing import MemberNote, ReadProblem, TextBatch
from privacy_audit.model import Passage, PassageKind, Record


def gathered(items: Iterable[Found], member: Member) -> Iterator[Record | TextBatch | ReadProblem | MemberNote]:
    return batching.gathered(items, member.path, counted=frozenset())


def passages_batch(kind: PassageKind, member: Member, passages: Sequence[Passage], *, counted: bool) -> TextBatch:
    return batching.passages_batch(kind, member.path, passages, counted=counted)
