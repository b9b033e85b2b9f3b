"""Which conversation a file belongs to, as its path tells, and who takes part in it, as its first bytes tell."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import same_letters
from privacy_audit.errors import ExportError
from privacy_audit.meta.scene import fix

_HEAD = 65_536  # bytes of a thread that hold its participants
_ENOUGH_THREADS = 2


@dataclass(frozen=True, slots=True)
class Messages:
    """A file of a thread: which thread, and in which folder of the messages it stands (inbox, requests …)."""

    key: str
    folder: str


def thread_of(path: str) -> Messages | None:
    match = _thread().search(same_letters(path))
    return Messages(match[2] or "", match[1] or "") if match else None


@cache
def _thread() -> re.Pattern[str]:
    """2018 had one message.json a thread; later ones number their files."""
    return re.compile(r"(?:^|/)(?:messages/(?:([a-z0-9_]+)/)?)?(?:([^/]+)/)?message(?:_\d+)?\.(?:json|html)$")


def who_is_always_there(archive: Archive, threads: Iterable[Member]) -> tuple[str, ...]:
    """The one person who takes part in every conversation; with a single conversation nobody can tell."""
    people: dict[str, set[str]] = {}
    for member in threads:
        thread = thread_of(member.path)
        key = thread.key if thread else member.path
        if not people.get(key):
            people[key] = participants_in(archive, member)
    return shared_by_all([names for names in people.values() if names])


def shared_by_all(threads: Sequence[set[str]]) -> tuple[str, ...]:
    """The one name that stands in every conversation."""
    counted = Counter(name for names in threads for name in names)
    always = [name for name, times in counted.items() if times == len(threads)]
    return tuple(always) if len(threads) >= _ENOUGH_THREADS and len(always) == 1 else ()


def participants_in(archive: Archive, member: Member) -> set[str]:
    """The names at the start of a thread's file, without reading the rest of it."""
    try:
        head = archive.head(member, _HEAD).decode("utf-8", "replace")
    except ExportError:
        return set()
    start = re.search(r'"participants"\s*:\s*(?=\[)', head)
    if start is None:
        return set()
    try:
        found, _end = json.JSONDecoder().raw_decode(head, start.end())
    except (ValueError, RecursionError):
        return set()
    names = (one.get("name") if isinstance(one, dict) else one for one in found)
    return {fix(name) for name in names if isinstance(name, str) and name}
