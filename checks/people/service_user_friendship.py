"""Friends, followers, requests and chats that may come from work: asked about with reasons, never decided."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from privacy_audit.checking import Check, Context, Gathered, Rule, Sighting, Theme, Weight, seen
from privacy_audit.findings import Concern, Confidence, Evidence, Subject
from privacy_audit.lexicon import ContactSign, Speaker, Spot, load_contact_signs
from privacy_audit.model import (
    Connection,
    ConnectionKind,
    Moment,
    Passage,
    PassageKind,
    Record,
    Relative,
    Thread,
    Voice,
)
from privacy_audit.people.contact_gate import CONTACT_GATE
from privacy_audit.sieve import Sieve
from privacy_audit.words import Words

_CLAUSES = ("derbyshire:5b", "derbyshire:A3", "essex-police-c3011:3.4b", "ecfrs:6.3")

_THEME = Theme(
    "met-through-work",
    "Is this somebody you met through work?",
    "A friendship with somebody you met through work can put both of you in a difficult place. Some should be told to "
    "a manager rather than hidden, and only you can know. A request can stay unanswered. If it may be a child or "
    "somebody vulnerable, please ask your safeguarding lead first.",
    Weight.MODERATE,
    "connection",
)
_CLOSE = frozenset(
    {ConnectionKind.FRIEND, ConnectionKind.FOLLOWER, ConnectionKind.REQUEST_RECEIVED, ConnectionKind.CONTACT}
)
_ENOUGH = 3  # points that make it worth asking in a chat of some length
_ENOUGH_IN_FEW = 2  # where hardly a word was exchanged, one clear sign says as much
_FEW_MESSAGES = 40
_TOLD = 3
_INTRODUCES = "introduces"  # whoever asks to be let in says who they are: an old school friend, too
_MANY_MESSAGES = 400  # a chat of years is a friendship, or was one long before work
_LONG_YEARS = 8  # friends since so many years before the newest friendship
_GROUP = 3  # more people than this in a chat, and nobody in it is addressed alone


@dataclass(slots=True)
class _Person:
    """What speaks for and against one person; reasons are our own sentences."""

    signs: dict[str, ContactSign] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    connection: Connection | None = None
    against: dict[str, int] = field(default_factory=dict)
    messages: int = 0

    @property
    def waits(self) -> bool:
        return self.connection is not None and self.connection.kind is ConnectionKind.REQUEST_RECEIVED

    def points(self) -> int:
        for_work = sum(sign.weight for sign in self.signs.values())
        told = any(sign.weight > 0 and sign.id != _INTRODUCES for sign in self.signs.values())
        return for_work + (1 if self.waits and told and for_work > 0 else 0) + sum(self.against.values())

    def reason(self) -> str:
        """The heaviest signs, and whether a request waits; a person can follow no more than a few."""
        heavy = sorted((sign for sign in self.signs.values() if sign.weight > 0), key=lambda sign: -sign.weight)
        told = [sign.reason for sign in heavy[:_TOLD]]
        return " ".join([*told, *(["Their request waits for an answer."] if self.waits else [])])

    def agreed(self) -> bool:
        enough = _ENOUGH if self.messages > _FEW_MESSAGES else _ENOUGH_IN_FEW
        return any(sign.weight > 0 for sign in self.signs.values()) and self.points() >= enough


class _Contacts:
    """Reads the signs of the lexicon once and asks them of messages, names and the whole picture."""

    @cached_property
    def _signs(self) -> tuple[tuple[ContactSign, re.Pattern[str]], ...]:
        return tuple((sign, re.compile(sign.pattern, re.IGNORECASE)) for sign in load_contact_signs())

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve([sign.pattern for sign, _pattern in self._signs])

    @cached_property
    def _known(self) -> dict[tuple[Spot, Speaker], frozenset[int]]:
        return {}

    @cached_property
    def _by_reason(self) -> Mapping[str, ContactSign]:
        return {sign.reason: sign for sign, _ in self._signs}

    def judge(self, passage: Passage, _context: Context) -> Iterator[Sighting]:
        """Each sign in a message between two people, keyed by the other one."""
        person = _other(passage)
        if not person:
            return
        speaker = Speaker.OTHER if passage.voice is Voice.OTHER else Speaker.OWNER
        found = [(sign, match) for sign, match in self._found(passage.plain, Spot.MESSAGE, speaker)]
        if not any(sign.weight > 0 for sign, _ in found):
            return
        for sign, match in found:
            yield _sighting(sign, seen(passage, match.span()), person)

    def on_record(self, record: Record, _context: Context) -> Iterator[Sighting]:
        """A note in the name under which somebody is kept: "Dave burglary victim"."""
        if isinstance(record, Connection) and record.kind in _CLOSE:
            names: tuple[str, ...] = (record.name, record.note)
        elif isinstance(record, Thread) and len(record.participants) < _GROUP:
            names = (record.title,)
        else:
            return
        person = _key(record.name if isinstance(record, Connection) else record.title)
        for name in names:
            found = list(self._found(name, Spot.NAME, Speaker.EITHER))
            if any(sign.weight > 1 for sign, _ in found) and all(sign.weight > 0 for sign, _ in found):
                sign, match = max(found, key=lambda pair: pair[0].weight)
                evidence = Evidence(record.source, Words(name), (match.span(),), place="Name of a contact")
                yield _sighting(sign, evidence, person)

    def on_whole(self, gathered: Gathered, _context: Context) -> Iterator[Sighting]:
        """Where two signs agree, or one tells a lot, and nothing from life weighs against it: worth asking."""
        people = self._people(gathered)
        for key, person in people.items():
            if person.agreed():
                yield Sighting(
                    _THEME.id, Confidence.LIKELY, _first(person), person.reason(), Subject.SERVICE_USER, key=key
                )

    def _people(self, gathered: Gathered) -> Mapping[str, _Person]:
        people: dict[str, _Person] = {}
        for sighting in gathered.sightings.get("service-user-friendship", ()):
            sign = self._by_reason.get(sighting.reason)
            if sign is not None and sighting.key:
                person = people.setdefault(sighting.key, _Person())
                person.signs[sign.id] = sign
                person.evidence.extend(sighting.evidence)
        newest = max((moment.at.year for moment in map(_since, gathered.records) if moment is not None), default=0)
        for record in gathered.records:
            self._weigh(record, people, newest)
        return people

    def _weigh(self, record: Record, people: Mapping[str, _Person], newest: int) -> None:
        """What the small records say of people of whom there are signs already."""
        if isinstance(record, Connection) and (person := people.get(_key(record.name))) is not None:
            person.connection = person.connection or record
            for sign, _ in self._found(record.name, Spot.NAME, Speaker.EITHER):
                person.signs.setdefault(sign.id, sign)
            if record.since is not None and record.since.at.year <= newest - _LONG_YEARS:
                person.against["years"] = -2
        elif isinstance(record, Relative) and (person := people.get(_key(record.name))) is not None:
            person.against["family"] = -_ENOUGH * 2
        elif isinstance(record, Thread):
            for key in {_key(name) for name in (*record.participants, record.title)}:
                if (person := people.get(key)) is not None:
                    person.messages += record.messages
                    if person.messages > _MANY_MESSAGES:
                        person.against["talk"] = -2

    def _found(self, text: str, spot: Spot, speaker: Speaker) -> Iterator[tuple[ContactSign, re.Match[str]]]:
        wanted = self._asked(spot, speaker)
        for number in self._sieve.passing(text.encode(errors="replace"), wanted):
            sign, pattern = self._signs[number]
            match = pattern.search(text)
            if match is not None:
                yield sign, match

    def _asked(self, spot: Spot, speaker: Speaker) -> frozenset[int]:
        """The signs that can stand in such a spot in such a voice."""
        if (spot, speaker) not in self._known:
            self._known[spot, speaker] = frozenset(
                number
                for number, (sign, _pattern) in enumerate(self._signs)
                if sign.where is spot and (sign.speaker in (speaker, Speaker.EITHER) or speaker is Speaker.EITHER)
            )
        return self._known[spot, speaker]


def _sighting(sign: ContactSign, evidence: Evidence, person: str) -> Sighting:
    return Sighting(_THEME.id, Confidence.POSSIBLE, (evidence,), sign.reason, Subject.SERVICE_USER, key=person)


def _other(passage: Passage) -> str:
    """The one other person of a chat, or nothing where several take part."""
    if len(passage.addressees) >= _GROUP:
        return ""
    if passage.voice is Voice.OTHER:
        return _key(passage.author)
    others = [name for name in passage.addressees if name != passage.author]
    return _key(others[0] if len(others) == 1 else passage.place)


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _since(record: Record) -> Moment | None:
    return record.since if isinstance(record, Connection) else None


def _first(person: _Person) -> tuple[Evidence, ...]:
    shown: Sequence[Evidence] = person.evidence[:8]
    return tuple(dict.fromkeys(shown))


_CONTACTS = _Contacts()

CHECK = Check(
    id="service-user-friendship",
    title="Friends and requests that may come from work",
    clauses=_CLAUSES,
    touches=(Concern.INFORMATION_SECURITY, Concern.REPUTATION, Concern.STAFF_SAFETY),
    themes=(_THEME,),
    rules=(
        Rule(
            "service-user-friendship.message",
            CONTACT_GATE,
            _CONTACTS.judge,
            frozenset({PassageKind.MESSAGE}),
            frozenset({Voice.OWNER, Voice.OTHER}),
        ),
    ),
    record_types=(Connection, Thread, Relative),
    on_record=_CONTACTS.on_record,
    on_whole=_CONTACTS.on_whole,
)
