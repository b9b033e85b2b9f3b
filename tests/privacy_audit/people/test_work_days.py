"""Words that date a shift or an incident: the user's own, with a date, and nobody else's."""

from datetime import UTC, datetime
from time import process_time

import pytest

from privacy_audit.model import Moment, Passage, PassageKind, Source, Voice
from privacy_audit.people.work_days import tells_of_work

WHEN = Moment(datetime(2023, 5, 1, tzinfo=UTC))


def said(text: str, voice: Voice = Voice.OWNER, kind: PassageKind = PassageKind.POST, *, dated: bool = True) -> bool:
    return tells_of_work(Passage(text, kind, voice, Source("made-up", "posts.json"), when=WHEN if dated else None))


@pytest.mark.parametrize(
    "text",
    [
        "Late turn done, kettle on",
        "first of my night shifts over, bed",
        "what a shift. my shift finished with a fall",
        "proud of the watch at the warehouse fire",
        "house fire off the ring road, everyone out and safe",
        "two arrests before breakfast",
        "three hours on a cordon in the rain",
        "the last job was a sad one",
    ],
)
def test_words_of_a_shift_or_an_incident(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize(
    "text",
    [
        "lovely walk round the reservoir",
        "shift that sofa over a bit",
        "the last bus was late",
        "toasting marshmallows by the fire",
        "two jars of jam left",
        "watch this space",
        "the night before Christmas",
        "night out on Saturday?",
    ],
)
def test_other_words_date_nothing(text: str) -> None:
    assert not said(text)


def test_only_the_users_own_dated_words_count() -> None:
    text = "Late turn done, two arrests"
    assert said(text, kind=PassageKind.CAPTION)
    assert not said(text, Voice.OTHER) and not said(text, dated=False) and not said(text, kind=PassageKind.BIO)


def test_it_takes_linear_time() -> None:
    began = process_time()
    said("night house hours at a two " * 20_000)
    assert process_time() - began < 1
