"""Gathers the passages of a file into batches, the form in which the gate takes texts."""

from collections.abc import Iterable, Iterator, Sequence

from privacy_audit.archive import Member
from privacy_audit.importing import ReadProblem, TextBatch
from privacy_audit.model import Category, Passage, PassageKind, Record

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


def gathered(
    items: Iterable[Record | TextBatch | ReadProblem | Passage], member: Member
) -> Iterator[Record | TextBatch | ReadProblem]:
    """Passages that stand beside records become batches that are not counted; all else goes by unchanged."""
    waiting: dict[PassageKind, list[Passage]] = {}
    held = 0
    for item in items:
        if not isinstance(item, Passage):
            yield item
            continue
        waiting.setdefault(item.kind, []).append(item)
        held += 1
        if held >= _FULL:
            yield from _batches(waiting, member)
            waiting, held = {}, 0
    yield from _batches(waiting, member)


def _batches(waiting: dict[PassageKind, list[Passage]], member: Member) -> Iterator[TextBatch]:
    for kind, passages in waiting.items():
        yield passages_batch(kind, member, passages, counted=False)


def passages_batch(kind: PassageKind, member: Member, passages: Sequence[Passage], *, counted: bool) -> TextBatch:
    return TextBatch(
        _CATEGORIES[kind],
        kind,
        member.path,
        [passage.text for passage in passages],
        passages.__getitem__,
        authors=[passage.author for passage in passages],
        counted=counted,
    )
