"""New people who ask about the work, and bursts of them; the rows by another hand hold most of the cases."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from checks.people.unfamiliar_connection import CHECK
from privacy_audit.checking import Context, Gathered
from privacy_audit.findings import Confidence
from privacy_audit.model import Connection, ConnectionKind, Moment, Source

SOURCE = Source("linkedin", "Invitations.csv", "line 2")
START = datetime(2020, 1, 1, 9, 0, tzinfo=UTC)

CAUGHT = [
    "We pay experts for an hour's talk on policing",
    "Paid survey for serving firefighters, ten minutes",
    "which nick are you at these days",
    "could you tell us how officers are trained for a riot",
    "Got an opportunity for police staff, but please message me on Signal",
]
LEFT_ALONE = [
    "We pay plumbers well, interested?",
    "Paid survey on yoghurt, ten minutes",
    "which gym are you at these days",
    "I'd like to add you to my professional network",
    "Find me on WhatsApp, it's your cousin",
    "My brother is a police officer too, small world",
]


def _request(note: str, kind: ConnectionKind = ConnectionKind.REQUEST_RECEIVED) -> Connection:
    return Connection(SOURCE, kind, "Kim Larch", Moment(START), note=note)


def _asked(record: Connection) -> list[Confidence]:
    assert CHECK.on_record is not None
    return [sighting.confidence for sighting in CHECK.on_record(record, Context())]


@pytest.mark.parametrize("note", CAUGHT)
def test_an_approach_is_asked_about(note: str) -> None:
    assert _asked(_request(note)) == [Confidence.LIKELY]


@pytest.mark.parametrize("note", LEFT_ALONE)
def test_other_requests_are_left_alone(note: str) -> None:
    assert _asked(_request(note)) == []


def test_the_words_that_matter_are_marked() -> None:
    assert CHECK.on_record is not None
    (sighting,) = CHECK.on_record(_request("Hello! W\u200bhich station are you based at?"), Context())
    (evidence,) = sighting.evidence
    (span,) = evidence.spans
    assert evidence.quote.reveal()[slice(*span)].endswith("station are you")
    assert "Larch" not in sighting.reason


def _burst(count: int, days_before: int, kind: ConnectionKind = ConnectionKind.FRIEND) -> list[str]:
    early = Connection(SOURCE, kind, "Early", Moment(START - timedelta(days=days_before)))
    new = [Connection(SOURCE, kind, f"New {n}", Moment(START + timedelta(minutes=n))) for n in range(count)]
    assert CHECK.on_whole is not None
    return [sighting.reason for sighting in CHECK.on_whole(Gathered([early, *new], {}), Context())]


BURSTS = [
    (20, 30, ConnectionKind.FRIEND, ["20 people came in within one day."]),
    (19, 30, ConnectionKind.FRIEND, []),
    (25, 2, ConnectionKind.FRIEND, []),
    (25, 30, ConnectionKind.FOLLOWING, []),
    (25, 30, ConnectionKind.CONTACT, []),
    (25, 30, ConnectionKind.REQUEST_RECEIVED, ["25 people came in within one day."]),
]


@pytest.mark.parametrize(("count", "days", "kind", "expected"), BURSTS)
def test_a_burst(count: int, days: int, kind: ConnectionKind, expected: list[str]) -> None:
    assert _burst(count, days, kind) == expected


@pytest.mark.parametrize("piece", ["paid ", "tell me about ", "consultant ", "which station are ", "police "])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    def took(times: int) -> float:
        note = _request(piece * times)
        begun = time.process_time()
        _asked(note)
        return time.process_time() - begun

    took(10)
    short, long = (min(took(times) for _ in range(3)) for times in (10_000, 40_000))
    assert long < max(0.05, 8 * short)  # a square law would show as 16
