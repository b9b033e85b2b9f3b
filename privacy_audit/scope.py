"""Leaves out the messages of others where the user chose to have only their own read (safeguards.md §5)."""

from collections.abc import Iterable, Sequence

from privacy_audit.importing import TextBatch
from privacy_audit.model import Voice


def own_texts(batch: TextBatch, texts: Sequence[str], names: Iterable[str]) -> list[str]:
    """The texts with those of others made empty. A message whose writer is not told is not taken to be the user's."""
    if batch.authors:
        own = set(names)
        if batch.mojibake:
            own |= {name.encode("utf-8", "replace").decode("latin-1") for name in own}
        return [text if author in own else "" for text, author in zip(texts, batch.authors, strict=True)]
    return [text if text and batch.passage(index).voice is Voice.OWNER else "" for index, text in enumerate(texts)]
