"""Gathers everybody whom an audit has come across: each person once, with what speaks for having met through work."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from privacy_audit.checking import Sighting
from privacy_audit.findings import Confidence
from privacy_audit.lexicon import Spot, load_contact_signs
from privacy_audit.model import Connection, ConnectionKind, Moment, Record, Relative, Thread
from privacy_audit.people.acquaintance import Acquaintance, Appearance, Band
from privacy_audit.people.joining import Identity, Why, joined
from privacy_audit.people.quiet_signs import Known, QuietSigns
from privacy_audit.words import Words

_CHECK: Final = "service-user-friendship"
_KINDS: Final = (  # those that count, the closest first
    ConnectionKind.FRIEND,
    ConnectionKind.REQUEST_RECEIVED,
    ConnectionKind.FOLLOWER,
    ConnectionKind.CONTACT,
)
_HARDLY: Final = 40  # messages; whoever exchanged more, and said nothing of work, is no stranger
_PAIR: Final = 2  # more people in a chat, and it is nobody's own
_TOLD: Final = 4  # reasons; more nobody follows
_NATIONAL: Final = 10  # digits of a number without the country

_WAITS: Final = "Their request waits for an answer."  # the reason of the check says it already


@dataclass(slots=True)
class _Traits:
    """What is known of everybody of one name."""

    likely: list[str] = field(default_factory=list)
    signs: dict[str, int] = field(default_factory=dict)  # reason -> weight
    messages: int = 0
    first: Moment | None = None
    family: bool = False

    def band(self) -> Band | None:
        if self.family:
            return None
        if self.likely:
            return Band.LIKELY
        if sum(self.signs.values()) > 0:
            return Band.POSSIBLE
        return Band.SILENT if self.messages <= _HARDLY else None

    def reasons(self) -> list[str]:
        heavy = sorted((one for one in self.signs.items() if one[1] > 0), key=lambda one: -one[1])
        return self.likely or [reason for reason, _ in heavy]


@dataclass(frozen=True, slots=True)
class _Found:
    appearance: Appearance
    key: str
    addresses: tuple[str, ...]


def acquaintances(
    records: Sequence[Record],
    sightings: Mapping[str, Sequence[Sighting]],
    known: Known | None = None,
) -> tuple[Acquaintance, ...]:
    """Everybody once, the likeliest first, and then whoever came last. `known` is what is known of the user."""
    known = known or Known()
    own = known.names
    traits = _traits(records, sightings)
    for name in own:
        traits.pop(_key(name), None)
    found = _found(records, traits, frozenset(map(_key, own)))
    quiet = QuietSigns(records, sightings, known)
    people = [
        _acquaintance([found[place] for place in person.members], traits, quiet, by_name=person.why is Why.NAME)
        for person in joined([_identity(one) for one in found])
    ]
    return tuple(sorted(people, key=_order))


def _acquaintance(
    members: Sequence[_Found], traits: Mapping[str, _Traits], quiet: QuietSigns, *, by_name: bool
) -> Acquaintance:
    known = [traits[key] for key in dict.fromkeys(one.key for one in members) if key in traits]
    bands = [one.band() for one in known] or [Band.SILENT]
    sure = [band for band in bands if band is not None and band is not Band.SILENT]
    band = min(sure) if sure else None if None in bands else Band.SILENT
    reasons = [reason for one in known if one.band() for reason in one.reasons()]
    if band is not None:
        for one in members:
            told = traits.get(one.key)
            reasons += quiet.reasons(one.appearance, told.first if told else None)
    if band is Band.LIKELY:
        reasons = [reason for reason in reasons if reason != _WAITS]
    shown = tuple(one.appearance for one in members)
    return Acquaintance(shown, band, tuple(dict.fromkeys(reasons))[:_TOLD], by_name)


def _order(person: Acquaintance) -> tuple[int, int, float]:
    newest = max((one.since.at.timestamp() for one in person.appearances if one.since), default=0.0)
    return (person.band or len(Band) + 1, -len(person.reasons), -newest)


# --- what is known ----------------------------------------------------------------------------------------------------


def _traits(records: Sequence[Record], sightings: Mapping[str, Sequence[Sighting]]) -> dict[str, _Traits]:
    signs = load_contact_signs()
    weights = {sign.reason: sign.weight for sign in signs}
    homely = [re.compile(sign.pattern, re.IGNORECASE) for sign in signs if sign.where is Spot.NAME and sign.weight < 0]
    traits: dict[str, _Traits] = defaultdict(_Traits)
    for sighting in sightings.get(_CHECK, ()):
        if not sighting.key:
            continue
        if sighting.confidence >= Confidence.LIKELY:
            traits[sighting.key].likely.append(sighting.reason)
        else:
            traits[sighting.key].signs[sighting.reason] = weights.get(sighting.reason, 0)
    for record in records:
        if isinstance(record, Relative) or (isinstance(record, Connection) and _is_homely(record.name, homely)):
            traits[_key(record.name)].family = True
        elif isinstance(record, Thread) and len(record.participants) <= _PAIR:
            for key in {_key(name) for name in (*record.participants, record.title) if name}:
                _talked(traits[key], record)
    return dict(traits)


def _is_homely(name: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    """A name as one gives it to family: "Mum", "Auntie Pat"."""
    return any(pattern.search(name) for pattern in patterns)


def _talked(traits: _Traits, thread: Thread) -> None:
    traits.messages += thread.messages
    if thread.first is not None and (traits.first is None or thread.first.at < traits.first.at):
        traits.first = thread.first


def _found(records: Sequence[Record], traits: Mapping[str, _Traits], own: frozenset[str]) -> list[_Found]:
    """Connections, each person of a platform once however they appear there; then who only wrote, and what."""
    found: dict[tuple[str, str, str], _Found] = {}
    for kind in _KINDS:
        there = {(platform, key) for platform, key, _ in found}
        for record in records:
            if not isinstance(record, Connection) or record.kind is not kind or not _key(record.name):
                continue
            platform, key = record.source.importer, _key(record.name)
            if (platform, key) in there or key in own:
                continue
            appearance = Appearance(platform, Words(record.name), kind, record.since)
            since = record.since.iso() if record.since else ""
            found.setdefault((platform, key, since), _Found(appearance, key, _addresses(record)))
    named = {key for _, key, _ in found}
    for record in records:
        if isinstance(record, Thread) and len(record.participants) <= _PAIR:
            for name in (*record.participants, record.title):
                key, platform = _key(name), record.source.importer
                if key not in named and key in traits and (traits[key].likely or traits[key].signs):
                    found.setdefault((platform, key, ""), _Found(Appearance(platform, Words(name), None), key, ()))
    return list(found.values())


# --- who is who -------------------------------------------------------------------------------------------------------


def _identity(one: _Found) -> Identity:
    return Identity(one.appearance.platform, one.appearance.name.reveal(), one.addresses)


def _addresses(record: Connection) -> tuple[str, ...]:
    """Numbers and e-mail addresses in plain form; a handle counts on its own platform alone."""
    points = [plain for point in record.contact_points if (plain := _plain_point(point))]
    handle = record.handle.lstrip("@").casefold()
    return (*points, *([f"{record.source.importer}:{handle}"] if handle else []))


def _plain_point(point: str) -> str:
    if "@" in point:
        return point.strip().casefold()
    digits = "".join(char for char in point if char.isdecimal())
    return digits[-_NATIONAL:] if len(digits) >= _NATIONAL else ""


def _key(name: str) -> str:
    """As the check of friendships keys its sightings."""
    return " ".join(name.casefold().split())
