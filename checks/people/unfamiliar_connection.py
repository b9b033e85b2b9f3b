"""New people who ask about the work, offer money for it, or turn up in a burst: a question, never an accusation."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from importlib.resources import files

import msgspec

from privacy_audit.checking import Check, Context, Gathered, Sighting, Theme, Weight
from privacy_audit.errors import DataError
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.folding import fold
from privacy_audit.model import Connection, ConnectionKind, Moment, Record
from privacy_audit.words import Words

_CLAUSES = ("essex-police-c3011:3.3", "essex-police-c3011:3.4b")

_APPROACH = Theme(
    "approach",
    "Somebody new asked about your work or offered money for it",
    "Most people who ask are harmless. Some look for a way in, and begin with praise, a fee or a friendly question. "
    "If it still feels odd when you read it again, your line manager or security team would like to hear of it.",
    Weight.MODERATE,
    "unfamiliar-connection",
)
_BURST = Theme(
    "burst",
    "Many new people turned up on one day",
    "A wedding or a new club brings many friends at once, and so does a list that somebody works through. "
    "Only you can tell which it was.",
    Weight.SLIGHT,
    "unfamiliar-connection",
)

_LET_IN = frozenset({ConnectionKind.FRIEND, ConnectionKind.FOLLOWER, ConnectionKind.REQUEST_RECEIVED})
_MANY = 20  # on one day
_DAY = timedelta(days=1)
_SETTLED = timedelta(days=7)  # a new account fills up on its first days


@dataclass(frozen=True, slots=True)
class _Approach:
    """Ways of asking and offering, as the lexicon has them."""

    offers: tuple[str, ...]
    job: tuple[str, ...]
    asks: tuple[str, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    offers: re.Pattern[str]
    job: re.Pattern[str]
    asks: re.Pattern[str]
    elsewhere: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    text = (files("privacy_audit.lexicon") / "unfamiliar_connection.toml").read_text(encoding="utf-8")
    try:
        words = msgspec.convert(tomllib.loads(text), _Approach)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError("A word list of the program cannot be read. Please get a fresh copy of the program.") from error
    return _Patterns(*map(_any_of, (words.offers, words.job, words.asks, words.elsewhere)))


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _on_record(record: Record, _context: Context) -> Iterator[Sighting]:
    """What somebody wrote with a request, or when they became a friend."""
    if not isinstance(record, Connection) or record.kind not in _LET_IN or not record.note:
        return
    note = fold(record.note)
    spans = _cues(note.text)
    if spans:
        raw = tuple(note.raw_span(start, end) for start, end in spans)
        evidence = Evidence(record.source, Words(record.note), raw, record.since, place="Request")
        reason = "What came with the request asks about your work, or offers something for it."
        yield Sighting(_APPROACH.id, Confidence.LIKELY, (evidence,), reason, key=record.name)


def _cues(text: str) -> tuple[tuple[int, int], ...]:
    """The words that make it an approach; none where it is none."""
    words = _patterns()
    asks, job = words.asks.search(text), words.job.search(text)
    other = words.offers.search(text) or words.elsewhere.search(text)
    found = {match.span() for match in (asks, *((job, other) if job and other else ())) if match}
    return tuple(sorted(found))


def _on_whole(gathered: Gathered, _context: Context) -> Iterator[Sighting]:
    """Twenty and more on one day, once the account has been in use for a while."""
    by_place: dict[tuple[str, ConnectionKind], list[tuple[Moment, Connection]]] = {}
    for record in gathered.records:
        if isinstance(record, Connection) and record.kind in _LET_IN and record.since:
            by_place.setdefault((record.source.importer, record.kind), []).append((record.since, record))
    for (_importer, kind), dated in by_place.items():
        yield from _bursts(kind, sorted(dated, key=lambda pair: pair[0].at))


def _bursts(kind: ConnectionKind, dated: list[tuple[Moment, Connection]]) -> Iterator[Sighting]:
    first, start = dated[0][0].at, 0
    while start < len(dated):
        begun = dated[start][0].at
        end = start
        while end < len(dated) and dated[end][0].at - begun < _DAY:
            end += 1
        waiting = kind is ConnectionKind.REQUEST_RECEIVED
        if end - start >= _MANY and (waiting or begun - first >= _SETTLED):
            moment, record = dated[start]
            evidence = Evidence(record.source, Words(""), when=moment, place="Request" if waiting else "Connection")
            reason = f"{end - start} people came in within one day."
            yield Sighting(_BURST.id, Confidence.POSSIBLE, (evidence,), reason, key=moment.at.date().isoformat())
        start = end


CHECK = Check(
    id="unfamiliar-connection",
    title="People you may not know",
    clauses=_CLAUSES,
    touches=(Concern.INFORMATION_SECURITY, Concern.STAFF_SAFETY),
    themes=(_APPROACH, _BURST),
    record_types=(Connection,),
    on_record=_on_record,
    on_whole=_on_whole,
)
