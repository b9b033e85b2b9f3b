"""What the user allows and knows in one audit: own facts, how far messages are read, and how to stop."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from privacy_audit.own_facts import OwnFacts


class MessageScope(Enum):
    """How far private messages are read (safeguards.md §5); the values are those of `--messages`."""

    NONE = "none"  # threads' names and dates only
    OWN = "own"  # the user's own messages
    ALL = "all"  # whole threads


class SecondLook(Enum):
    """Which texts the learned second look may see (safeguards.md §5); the values are those of `--second-look`."""

    NONE = "none"
    OWN = "own"  # what the user posted, and what others wrote on the user's wall
    MESSAGES = "messages"  # private messages too, where a rule has stopped


@dataclass(frozen=True, slots=True, repr=False)
class AuditOptions:
    """`owner_confirmed` is asked once, before the result is put together when own names do not tell whose it is."""

    facts: OwnFacts = field(default_factory=OwnFacts)
    message_scope: MessageScope = MessageScope.ALL
    stop: Callable[[], bool] = lambda: False
    owner_confirmed: Callable[[], bool] = lambda: False
    second_look: SecondLook = SecondLook.NONE

    def __repr__(self) -> str:
        return f"<AuditOptions messages={self.message_scope.value}>"
