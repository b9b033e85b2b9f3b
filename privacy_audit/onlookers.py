"""How the user looks to others: what somebody without an account, a friend of a friend and a friend would each see."""

import tomllib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cache
from importlib import resources

import msgspec

from privacy_audit.dossier import load_atlas
from privacy_audit.errors import DataError
from privacy_audit.findings import Confidence, Finding
from privacy_audit.model import Audience


class Onlooker(Enum):
    """Who looks, from the farthest to the nearest."""

    STRANGER = "somebody without an account"
    FRIEND_OF_FRIEND = "a friend of a friend"
    FRIEND = "a friend"


class Reach(Enum):
    """What the user says of an account whose download does not tell who can see it."""

    EVERYONE = "everyone"
    FRIENDS_OF_FRIENDS = "friends of friends"
    FRIENDS = "friends"
    ONLY_ME = "only me"


class Sight(IntEnum):
    """How sure it is that the onlooker sees it."""

    OPEN = 0  # the download, or the user, says that they can
    NOT_TOLD = 1  # the download does not say who can, so it counts as seen
    PERHAPS = 2  # only some friends can, or it is only a hint


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One thing that is seen on a site, and the findings that give it away. `words` are our own."""

    words: str
    findings: tuple[str, ...]
    sight: Sight


@dataclass(frozen=True, slots=True)
class Site:
    """What is seen on one platform, the surest first."""

    platform: str
    glimpses: tuple[Glimpse, ...]


@dataclass(frozen=True, slots=True)
class View:
    onlooker: Onlooker
    sites: tuple[Site, ...]

    @property
    def count(self) -> int:
        return sum(len(site.glimpses) for site in self.sites)


@dataclass(frozen=True, slots=True)
class Looks:
    """The three views, and how many findings none of them holds: in conversations, in the account, for one alone."""

    views: tuple[View, ...] = ()
    in_chats: int = 0
    inside: int = 0
    only_me: int = 0
    not_told: tuple[str, ...] = ()  # platforms with findings of which the download does not say who sees them


_SEEN: dict[Audience, dict[Onlooker, Sight]] = {
    Audience.EVERYONE: dict.fromkeys(Onlooker, Sight.OPEN),
    Audience.UNKNOWN: dict.fromkeys(Onlooker, Sight.NOT_TOLD),
    Audience.FRIENDS: {Onlooker.FRIEND: Sight.OPEN},
    Audience.LISTED: {Onlooker.FRIEND: Sight.PERHAPS},
    Audience.ONLY_ME: {},
}
_SAID: dict[Reach, dict[Onlooker, Sight]] = {
    Reach.EVERYONE: _SEEN[Audience.EVERYONE],
    Reach.FRIENDS_OF_FRIENDS: {Onlooker.FRIEND_OF_FRIEND: Sight.OPEN, Onlooker.FRIEND: Sight.OPEN},
    Reach.FRIENDS: _SEEN[Audience.FRIENDS],
    Reach.ONLY_ME: {},
}


@dataclass(frozen=True, slots=True)
class Hidden:
    """The places of evidence that no onlooker gets to see."""

    chats: frozenset[str]
    inside: frozenset[str]
    inside_checks: frozenset[str]
    shown: frozenset[tuple[str, str]]  # checks and themes


def looks(
    findings: Iterable[Finding], sorted_out: Container[str] = (), said: Mapping[str, Reach] | None = None
) -> Looks:
    """What each onlooker sees of the findings that are not sorted out yet.

    `said` is what the user says, by platform; it stands in where the download tells nothing, and only there.
    """
    looking = _Looking(said or {})
    for finding in findings:
        if finding.id not in sorted_out:
            looking.take(finding)
    return looking.looks()


class _Looking:
    def __init__(self, said: Mapping[str, Reach]) -> None:
        self._said = said
        self._seen: dict[Onlooker, dict[str, dict[str, Glimpse]]] = {onlooker: {} for onlooker in Onlooker}
        self._in_chats = self._inside = self._only_me = 0
        self._not_told: dict[str, None] = {}

    def take(self, finding: Finding) -> None:
        if _stays_in(finding, load_hidden().inside):
            self._inside += 1
        elif _stays_in(finding, load_hidden().chats | load_hidden().inside):
            self._in_chats += 1
        else:
            self._show(finding)

    def looks(self) -> Looks:
        views = tuple(View(onlooker, _sites(sites)) for onlooker, sites in self._seen.items())
        return Looks(views, self._in_chats, self._inside, self._only_me, tuple(self._not_told))

    def _show(self, finding: Finding) -> None:
        seen = _SEEN[finding.audience]
        if finding.audience is Audience.UNKNOWN:
            self._not_told[finding.platform] = None
            reach = self._said.get(finding.platform)
            seen = _SAID[reach] if reach else seen
        self._only_me += not seen
        for onlooker, told in seen.items():
            sight = Sight.PERHAPS if finding.confidence is Confidence.POSSIBLE else told
            site = self._seen[onlooker].setdefault(finding.platform, {})
            for words in _words(finding):
                known = site.get(words)
                findings = (*known.findings, finding.id) if known else (finding.id,)
                site[words] = Glimpse(words, findings, min(sight, known.sight) if known else sight)


def _words(finding: Finding) -> tuple[str, ...]:
    """The facts that it gives away; its own title where the joined picture names none for it."""
    facts = (row.title for row in load_atlas().facts if row.is_given_by(finding.check, finding.group))
    return tuple(title[:1].upper() + title[1:] for title in facts) or (finding.title,)


def _stays_in(finding: Finding, places: frozenset[str]) -> bool:
    """Whether all that speaks for it stands where no onlooker looks. What a setting leaves open is seen for itself."""
    if finding.check in load_hidden().inside_checks:
        return True
    if (finding.check, finding.group) in load_hidden().shown:
        return False
    return bool(finding.evidence) and all(evidence.place in places for evidence in finding.evidence)


def _sites(sites: dict[str, dict[str, Glimpse]]) -> tuple[Site, ...]:
    return tuple(
        Site(platform, tuple(sorted(glimpses.values(), key=lambda one: one.sight)))
        for platform, glimpses in sites.items()
    )


@cache
def load_hidden() -> Hidden:
    text = (resources.files("privacy_audit") / "onlookers.toml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(tomllib.loads(text), Hidden)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(
            "The data on what other people see cannot be read. Please get a fresh copy of the program."
        ) from error
