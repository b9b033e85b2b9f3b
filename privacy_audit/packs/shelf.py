"""The packs in use: whose keys are trusted, which versions are taken, and the guidance and steps that come of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from privacy_audit.guidance import Guidance, load_guidance
from privacy_audit.library import Library, built_in
from privacy_audit.packs.pack_file import PackError, PackFile, Publisher, fingerprint, read_pack
from privacy_audit.packs.pack_rules import Contents, contents_of
from privacy_audit.remedies import Remedies

_OLDER: Final = (
    "A newer version of this pack, or the same one, is in use already. Nothing was changed. To go back, put the pack "
    "away first."
)
_ANOTHERS: Final = (
    "This pack has the name of one that somebody else signed, so it was not taken. Ask whoever gave it to you why the "
    "signature changed."
)


class UnknownKeyError(PackError):
    """Nobody the user trusts has signed it. `publisher` is for the question; `pack` waits for the answer."""

    def __init__(self, pack: PackFile) -> None:
        super().__init__(
            "This pack is signed by somebody whom you have not trusted yet. Compare the fingerprint with the one that "
            "your force or service published, and trust it only if they are the same."
        )
        self.publisher = Publisher(pack.publisher, pack.key)
        self.fingerprint = fingerprint(pack.key)


@dataclass(slots=True)
class PackShelf:
    """Trusted keys and packs by name. `keep` is called with the raw bytes of all packs after every change.

    `checks` are the ids that clauses may name.
    """

    checks: frozenset[str]
    keep: Callable[[Sequence[Publisher], Sequence[bytes]], None] = lambda _keys, _packs: None
    _trusted: dict[bytes, Publisher] = field(default_factory=dict)
    _packs: dict[str, tuple[PackFile, Contents, bytes]] = field(default_factory=dict)

    @property
    def packs(self) -> tuple[PackFile, ...]:
        return tuple(pack for pack, _contents, _data in self._packs.values())

    @property
    def publishers(self) -> tuple[Publisher, ...]:
        return tuple(self._trusted.values())

    def trust(self, publisher: Publisher) -> None:
        """The user compared the fingerprint and said yes."""
        self._trusted[publisher.key] = publisher
        self._kept()

    def add(self, data: bytes) -> PackFile:
        """Takes a pack into use, whole or not at all. Raises UnknownKeyError to ask, or PackError with a sentence."""
        pack = read_pack(data)
        if pack.key not in self._trusted:
            raise UnknownKeyError(pack)
        before = self._packs.get(pack.name)
        if before is not None and before[0].key != pack.key:
            raise PackError(_ANOTHERS)
        if before is not None and before[0].version >= pack.version:
            raise PackError(_OLDER)
        contents = contents_of(pack, load_guidance(), self.checks)
        self._packs[pack.name] = pack, contents, data
        self._kept()
        return pack

    def put_away(self, name: str) -> None:
        """Back to what is built in, as far as this pack goes."""
        if self._packs.pop(name, None) is not None:
            self._kept()

    def restore(self, publishers: Iterable[Publisher], packs: Iterable[bytes]) -> tuple[str, ...]:
        """What was kept, checked as if it were new. Returns a sentence for each that is no longer taken."""
        keep, self.keep = self.keep, _nothing
        refused = []
        try:
            self._trusted = {publisher.key: publisher for publisher in publishers}
            for data in packs:
                try:
                    self.add(data)
                except PackError as error:
                    refused.append(error.sentence)
        finally:
            self.keep = keep
        return tuple(refused)

    def stale(self, today: date) -> tuple[PackFile, ...]:
        """Packs past their day. They stay in use: the computer's clock may be wrong, and old guidance beats none."""
        return tuple(pack for pack in self.packs if pack.is_stale(today))

    def library(self) -> Library:
        """The built-in guidance and steps with those of the packs."""
        ours = built_in()
        guidance, remedies = ours.guidance, ours.remedies
        brought = [contents for _pack, contents, _data in self._packs.values()]
        newer = {one.id: one for contents in brought for one in contents.guidance}
        kept = [newer.pop(one.id, one) for one in guidance.packs]
        steps = {remedy.id: remedy for remedy in remedies}
        steps.update({remedy.id: remedy for contents in brought for remedy in contents.remedies})
        return Library(Guidance((*kept, *newer.values()), guidance.unanswerable), Remedies(steps.values()))

    def _kept(self) -> None:
        self.keep(self.publishers, [data for _pack, _contents, data in self._packs.values()])


def _nothing(_keys: Sequence[Publisher], _packs: Sequence[bytes]) -> None:
    """While what was kept is read, nothing is kept anew."""
