"""Whose words are whose in a batch: rules are asked about those they speak to, and no more is read than was allowed."""

from collections.abc import Iterator, Mapping, Sequence

from privacy_audit.importing import TextBatch
from privacy_audit.model import Voice


def own_texts(batch: TextBatch, texts: Sequence[str]) -> list[str]:
    """The texts with those of others made empty (safeguards.md §5); what nobody can tell is not the user's."""
    if batch.authors:
        return _of(Voice.OWNER, batch.authors[:], _voices(batch), texts)
    return [text if text and batch.passage(index).voice is Voice.OWNER else "" for index, text in enumerate(texts)]


def by_voice(batch: TextBatch, texts: Sequence[str]) -> Iterator[tuple[Voice | None, Sequence[str]]]:
    """The texts by who speaks, each time with those of the others made empty; None where only each passage tells."""
    if not batch.authors or not texts:
        yield None, texts
        return
    voices = _voices(batch)
    for voice in Voice:
        if set(voices.values()) == {voice}:
            yield voice, texts
        elif voice in voices.values():
            yield voice, _of(voice, batch.authors[:], voices, texts)


def _voices(batch: TextBatch) -> Mapping[str, Voice]:
    """Whose voice each author's is: one passage of each tells."""
    authors = batch.authors[:]
    first = dict(zip(reversed(authors), range(len(authors) - 1, -1, -1), strict=True))
    return {author: batch.passage(index).voice for author, index in first.items()}


def _of(voice: Voice, authors: Sequence[str], voices: Mapping[str, Voice], texts: Sequence[str]) -> list[str]:
    theirs = frozenset(author for author, whose in voices.items() if whose is voice)
    return [text if author in theirs else "" for text, author in zip(texts, authors, strict=True)]
