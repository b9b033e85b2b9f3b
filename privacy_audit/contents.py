"""What is done with each member of an export: its reader reads it, or it is private, ignored, media, or unknown.

An importer that goes file by file gives a Plan and yields what `carried_out` yields; it never sees a library error.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import same_letters
from privacy_audit.batching import Found, gathered
from privacy_audit.errors import ExportError
from privacy_audit.importing import ExportItem, MemberFate, MemberNote, ReadOptions, ReadProblem
from privacy_audit.model import Source, Voice

MEDIA_ENDINGS = (
    *(".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".bmp", ".tif", ".tiff", ".avif"),
    *(".mp4", ".mov", ".m4v", ".avi", ".3gp", ".webm", ".mkv"),
    *(".aac", ".mp3", ".m4a", ".wav", ".ogg", ".opus", ".amr", ".srt", ".vtt"),
)


@dataclass(repr=False)
class Visit:
    """An importer's visit to one export: where it reads, what the user allows, and what the owner is called there."""

    importer: str
    archive: Archive
    options: ReadOptions
    names: frozenset[str] = frozenset()  # names and handles of the owner, casefolded

    def voice(self, author: str) -> Voice:
        """Whose voice it is; UNKNOWN while nobody knows what the owner is called."""
        if not self.names or not author:
            return Voice.UNKNOWN
        return Voice.OWNER if author.casefold().strip() in self.names else Voice.OTHER

    def source(self, member: Member, pointer: str = "") -> Source:
        return Source(self.importer, member.path, pointer)

    def problem(self, member: Member, pointer: str, reason: str) -> ReadProblem:
        return ReadProblem(self.source(member, pointer), reason)

    def media(self, uri: str) -> str | None:
        """The member that a record points to: the longest end of its path that is there, then a name there is once."""
        if not uri or "://" in uri[:12]:
            return None
        pieces = uri.removeprefix("./").split("/")
        for start in range(max(len(pieces) - 1, 1)):
            found = self.archive.find("/".join(pieces[start:]))
            if found is not None:
                return found.path
        found = self.archive.find(pieces[-1])
        return found.path if found is not None and self._basenames[found.path.rpartition("/")[2]] == 1 else None

    @cached_property
    def _basenames(self) -> Counter[str]:
        return Counter(member.path.rpartition("/")[2] for member in self.archive.members)


Reader = Callable[[Visit, Member], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Globs of path ends (as `Archive.matching` takes them). Files are read in the order of `readers`, each once."""

    readers: Sequence[tuple[str, Reader]]
    private: Sequence[str] = ()  # searches: never read (safeguards.md §5)
    ignored: Sequence[str] = ()  # known, and nothing in them that an audit asks about


def carried_out(visit: Visit, plan: Plan) -> Iterator[ExportItem]:
    """Everything that the plan's readers find, and a note for every other member."""
    left = {member.path: member for member in visit.archive.members}
    for member in _members(visit, plan.private, left):
        yield _noted(visit, member, MemberFate.PRIVATE)
    for pattern, reader in plan.readers:
        for member in _members(visit, (pattern,), left):
            yield from _read(visit, member, reader)
            if visit.options.stop():
                return
    for member in _members(visit, plan.ignored, left):
        yield _noted(visit, member, MemberFate.IGNORED)
    for member in left.values():
        media = same_letters(member.path).endswith(MEDIA_ENDINGS)
        yield _noted(visit, member, MemberFate.MEDIA if media else MemberFate.UNKNOWN)


def _members(visit: Visit, patterns: Sequence[str], left: dict[str, Member]) -> Iterator[Member]:
    for pattern in patterns:
        for member in visit.archive.matching(pattern):
            if left.pop(member.path, None) is not None:
                yield member


def _read(visit: Visit, member: Member, reader: Reader) -> Iterator[ExportItem]:
    try:
        yield from gathered(reader(visit, member), member.path)
    except ExportError as error:
        yield ReadProblem(visit.source(member), error.sentence)
    visit.options.progress(member.size)


def _noted(visit: Visit, member: Member, fate: MemberFate) -> MemberNote:
    visit.options.progress(member.size)
    return MemberNote(member.path, fate)
