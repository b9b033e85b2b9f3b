"""First look at a chat: who writes in it, in which order its dates stand, what it is called, who its owner may be."""

from collections import Counter
from dataclasses import dataclass, field
from typing import BinaryIO

from privacy_audit.archive import Archive, Member
from privacy_audit.importers.whatsapp.dates import Order
from privacy_audit.importers.whatsapp.lines import NO_DATE, Line, lines, name_and_words
from privacy_audit.importers.whatsapp.words import content, is_notice, is_you, named_group, title_in
from privacy_audit.voices import other_than

_PAIR = 2
_MOST_NAMES = 10_000  # writers of one chat that are kept; WhatsApp allows about a thousand


@dataclass(slots=True, repr=False)
class Survey:
    """What a chat shows as a whole."""

    title: str
    order: Order = field(default_factory=Order)
    writers: Counter[str] = field(default_factory=Counter)
    groups: dict[str, int] = field(default_factory=dict)  # names that the group had, with their lines
    messages: int = 0
    first: Line | None = None
    last: Line | None = None
    owner: str = ""  # the writer whose message says "You deleted this message"

    @property
    def is_group(self) -> bool:
        return bool(self.groups) or len(self.writers) > _PAIR

    @property
    def name(self) -> str:
        return self.title or next(reversed(self.groups), "") or ", ".join(self.writers)

    @property
    def likely(self) -> str:
        """The user's own name: it wrote "you", or it is not the one that a chat of two is called after."""
        named = self.owner or next(filter(is_you, self.writers), "")
        if named:
            return named
        return "" if self.is_group else other_than(self.title, self.writers)


def survey(stream: BinaryIO, title: str) -> Survey:
    """Goes through a chat once; nothing of its words is kept."""
    found = Survey(title)
    for line in lines(stream):
        if line.date is not NO_DATE:
            found.order.take(line.date)
            _take(found, line)
    found.order.decide()
    for name in [name for name in found.writers if _is_two_in_one(name, found.writers)]:
        del found.writers[name]
    return found


def _take(found: Survey, line: Line) -> None:
    said = name_and_words(line.body, found.writers)
    if said is None or is_notice(said[1]):
        if group := named_group(line.body):
            found.groups[group] = line.number
        return
    name, words = said
    if name in found.writers or len(found.writers) < _MOST_NAMES:
        found.writers[name] += 1
    found.messages += 1
    found.first = found.first or line
    found.last = line
    if not found.owner and len(words) < 60 and content(words).deleted_by_owner:  # noqa: PLR2004 - the sign is short
        found.owner = name


def _is_two_in_one(name: str, writers: Counter[str]) -> bool:
    """Whether the name is a writer's and the beginning of what was written, where a blank is missing."""
    before, colon, _ = name.partition(":")
    return bool(colon) and writers[before.strip()] > 0


def title_of(archive: Archive, member: Member) -> str:
    """By the file, its folder, or the ZIP that it came in."""
    pieces = (*reversed(member.path.split("/")), *(archive.parts if len(archive.parts) == 1 else ()))
    return next(filter(None, map(title_in, pieces)), "")
