"""Gathers the passages of a file into batches, the form in which the gate takes texts."""

from collections.abc import Iterable, Iterator, Sequence

from privacy_audit.importing import MemberNote, ReadProblem, TextBatch
from privacy_audit.model import Category, Passage, PassageKind, Record

Found = Record | Passage | TextBatch | ReadProblem | MemberNote

_FULL = 5_000  # passages

_CATEGORIES = {
    PassageKind.POST: Category.POSTS,
    PassageKind.COMMENT: Category.COMMENTS,
    PassageKind.MESSAGE: Category.MESSAGES,
    PassageKind.CAPTION: Category.PHOTOS,
    PassageKind.BIO: Category.PROFILE,
    PassageKind.HANDLE: Category.PROFILE,
    PassageKind.GROUP_NAME: Category.GROUPS,
    PassageKind.CONTACT_NAME: Category.CONNECTIONS,
    PassageKind.PAGE_NAME: Category.LIKES,
}
# A post, a comment and a message are records of their own; the others stand beside a record that counts already.
_COUNTED = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE})


def gathered(
    items: Iterable[Found], member: str, *, counted: frozenset[PassageKind] = _COUNTED
) -> Iterator[Record | TextBatch | ReadProblem | MemberNote]:
    """Passages become batches, those of a `counted` kind as records of their own; all else goes by unchanged."""
    waiting: dict[PassageKind, list[Passage]] = {}
    held = 0
    for item in items:
        if not isinstance(item, Passage):
            yield item
            continue
        waiting.setdefault(item.kind, []).append(item)
        held += 1
        if held >= _FULL:
            yield from _batches(waiting, member, counted)
            waiting, held = {}, 0
    yield from _batches(waiting, member, counted)


def _batches(
    waiting: dict[PassageKind, list[Passage]], member: str, counted: frozenset[PassageKind]
) -> Iterator[TextBatch]:
    for kind, passages in waiting.items():
        yield passages_batch(kind, member, passages, counted=kind in counted)


def passages_batch(kind: PassageKind, member: str, passages: Sequence[Passage], *, counted: bool) -> TextBatch:
    """A batch of passages that are made already."""
    return TextBatch(
        _CATEGORIES[kind],
        kind,
        member,
        [passage.text for passage in passages],
        passages.__getitem__,
        authors=[passage.author for passage in passages],
        counted=counted,
    )
