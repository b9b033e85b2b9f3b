"""Signs that need no message: when somebody came in, and how. They never say more than "perhaps"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from privacy_audit.checking import Sighting
from privacy_audit.model import Connection, ConnectionKind, Employment, Moment, Photo, Record
from privacy_audit.own_facts import OwnFacts
from privacy_audit.people.acquaintance import Appearance
from privacy_audit.people.name_parts import name_parts

_OF_WORK: Final = frozenset(  # checks whose sightings date a shift or an incident
    {"operational-information", "service-user-discussion", "incident-photo", "work-location"}
)
_WORDS_OF_WORK: Final = ("employer-affiliation", frozenset({"own-words", "hints"}))
_THEIRS: Final = "others"  # how the themes begin that speak of other people's words
_SERVICE: Final = re.compile(r"\b(?:police|constabulary|fire|rescue|pcc|pfcc|council)\b", re.IGNORECASE)
_SOON: Final = timedelta(days=3)
_A_DAY: Final = timedelta(days=1)
_NEAR: Final = timedelta(days=60)
_OFTEN: Final = 12  # days with words on work within that time on either side: then one of them tells nothing
_LATE: Final = timedelta(days=30)
_MANY: Final = 5  # on one day

_AFTER_WORK: Final = "They came in within three days of something that you wrote about work."
_WITH_OTHERS: Final = "Several people came in on that day."
_WAITS: Final = "Their request waits for an answer."
_LAY: Final = "Their request lay for more than a month before it was accepted."
_TALKED_FIRST: Final = "You wrote to each other before you were connected."


@dataclass(frozen=True, slots=True, repr=False)
class Known:
    """What an audit knows of the user: names, own facts, and when the user wrote of a shift or an incident."""

    names: tuple[str, ...] = ()
    facts: OwnFacts = field(default_factory=OwnFacts)
    worked: tuple[Moment, ...] = ()


class QuietSigns:
    """Asked about one appearance at a time. Whoever is known from life has none."""

    def __init__(self, records: Sequence[Record], sightings: Mapping[str, Sequence[Sighting]], known: Known) -> None:
        facts, own = known.facts, known.names
        self._of_work = sorted({*_work_days(sightings), *(moment.at for moment in known.worked)})
        self._begun = _begun_in_service(records)
        self._families = {parts.names[-1] for name in own if len((parts := name_parts(name)).names) > 1}
        self._known = {_key(name) for name in facts.family_names}
        self._asked: dict[tuple[str, str], Moment] = {}
        self._days: dict[tuple[str, str], int] = {}
        self._service = facts.service.casefold()
        for record in records:
            if isinstance(record, Photo):
                self._known.update(map(_key, record.tags))
            elif isinstance(record, Connection):
                self._take(record)

    def reasons(self, one: Appearance, first: Moment | None) -> list[str]:
        """`first` is when the first words were exchanged, where any were."""
        name, since = one.name.reveal(), one.since
        if one.kind is ConnectionKind.CONTACT or self._is_known(name):
            return []  # the date of a contact is that of the address book
        asked = self._asked.get((one.platform, _key(name)))
        told = [_WAITS] if one.kind is ConnectionKind.REQUEST_RECEIVED else []
        if since is None or (self._begun is not None and since.at < self._begun):
            return told
        if self._after_work(since) or (asked is not None and self._after_work(asked)):
            told.append(_AFTER_WORK)
            if self._days[one.platform, since.at.date().isoformat()] >= _MANY:
                told.append(_WITH_OTHERS)
        if one.kind is not ConnectionKind.REQUEST_RECEIVED and asked is not None and since.at - asked.at > _LATE:
            told.append(_LAY)
        if first is not None and since.at - first.at > _A_DAY:
            told.append(_TALKED_FIRST)
        return told

    def _take(self, record: Connection) -> None:
        platform, key = record.source.importer, _key(record.name)
        if self._is_colleague(record.note):
            self._known.add(key)
        if record.since is None:
            return
        day = (platform, record.since.at.date().isoformat())
        self._days[day] = self._days.get(day, 0) + 1
        if record.kind is ConnectionKind.REQUEST_RECEIVED:
            self._asked[platform, key] = min(self._asked.get((platform, key), record.since), record.since)

    def _is_colleague(self, note: str) -> bool:
        """LinkedIn tells the employer beside the name."""
        return bool(self._service) and self._service in note.casefold()

    def _is_known(self, name: str) -> bool:
        parts = name_parts(name).names
        return _key(name) in self._known or (len(parts) > 1 and parts[-1] in self._families)

    def _after_work(self, since: Moment) -> bool:
        at = since.at
        place = bisect_right(self._of_work, at)
        if not place or at.date() - self._of_work[place - 1].date() > _SOON:
            return False
        near = self._of_work[bisect_left(self._of_work, at - _NEAR) : bisect_right(self._of_work, at + _NEAR)]
        return len({day.date() for day in near}) <= _OFTEN


def _work_days(sightings: Mapping[str, Sequence[Sighting]]) -> Iterable[datetime]:
    """When the user wrote of work, whatever the checks make of it."""
    theirs = [sighting for check in _OF_WORK for sighting in sightings.get(check, ())]
    check, themes = _WORDS_OF_WORK
    theirs += [sighting for sighting in sightings.get(check, ()) if sighting.theme in themes]
    return {
        item.when.at
        for sighting in theirs
        if not sighting.theme.startswith(_THEIRS)
        for item in sighting.evidence
        if item.when is not None
    }


def _begun_in_service(records: Sequence[Record]) -> datetime | None:
    """When the first job in a service began, where the export says; nobody was met through work before."""
    starts = [
        datetime(record.start.year, record.start.month or 1, record.start.day or 1, tzinfo=UTC)
        for record in records
        if isinstance(record, Employment) and record.start and record.start.year and _SERVICE.search(record.employer)
    ]
    return min(starts, default=None)


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
