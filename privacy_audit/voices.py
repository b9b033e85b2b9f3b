"""Tells which writer of a chat is the user, where the chat itself does not say; and whom to ask about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from privacy_audit.holders import is_owner
from privacy_audit.importing import Holder, Voices


class Talk(Protocol):
    """A conversation: how often each writer wrote, and which of them the export points to as the user ("": none)."""

    @property
    def writers(self) -> Counter[str]: ...
    @property
    def likely(self) -> str: ...


def own_writers(talks: Sequence[Talk], own_names: Iterable[str]) -> frozenset[str]:
    """The writers who are the user: by the names that the user gave, else by what the conversations show."""
    return _named(talks, tuple(own_names)) or frozenset(filter(None, (talk.likely for talk in talks)))


def question(talks: Sequence[Talk], own_names: Iterable[str]) -> Voices | None:
    """The writers to ask the user about, the busiest first; None where the user's own names answer it."""
    counted: Counter[str] = Counter()
    for talk in talks:
        counted.update(talk.writers)
    if not counted or _named(talks, tuple(own_names)):
        return None
    likely = {talk.likely for talk in talks} - {""}
    return Voices(tuple(name for name, _ in counted.most_common()), likely.pop() if len(likely) == 1 else "")


def other_than(title: str, writers: Iterable[str]) -> str:
    """In a conversation of two that is called after one of them, the other; "" in any other."""
    names = tuple(writers)
    others = [name for name in names if name != title]
    return others[0] if len(names) == 2 and len(others) == 1 else ""  # noqa: PLR2004 - a pair


def _named(talks: Sequence[Talk], own_names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for talk in talks for name in talk.writers if is_owner(Holder(names=(name,)), own_names))
