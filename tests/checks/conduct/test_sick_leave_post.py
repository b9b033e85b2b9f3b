"""Time off sick: inside the dates given an activity is seen, without dates only words that say both, and low."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from checks.conduct.sick_leave_post import CHECK
from privacy_audit.checking import Sighting
from privacy_audit.findings import Confidence, Severity
from privacy_audit.model import FieldKind, Moment, PassageKind, Place, PlaceKind, ProfileField, Voice
from privacy_audit.own_facts import OwnFacts
from privacy_audit.severity import graded
from tests.builders.talk import SOURCE, context, passage, sightings, surest

POST, MESSAGE, CAPTION, COMMENT = PassageKind.POST, PassageKind.MESSAGE, PassageKind.CAPTION, PassageKind.COMMENT
LEAVE = context(OwnFacts(sick_leave=((date(2024, 3, 4), date(2024, 3, 22)),)))

SAY_BOTH = [
    (POST, "Signed off with my back till Easter, laid the patio meanwhile"),
    (POST, "Sick note in one hand, boarding pass in the other. Tenerife!"),
    (MESSAGE, "told work it's flu, I'm at Alton Towers"),
    (CAPTION, "day 3 of sick leave, new parkrun pb"),
    (COMMENT, "threw a sickie for the races, no regrets"),
    (MESSAGE, "supposed to be in bed so don't tag me at the karaoke"),
    (POST, "Doctor's note says rest. Doing the Great North half marathon instead"),
    (MESSAGE, "I'm on the sick so I can do your tiling, cash in hand"),
    (POST, "Off with stress and DJing a wedding on Saturday"),
    (COMMENT, "not even ill, just couldn't face work"),
]

LEFT_ALONE = [
    (POST, "Annual leave starts now, Tenerife here we come"),
    (POST, "Signed off the plans for the kitchen today"),
    (POST, "Full of cold, in bed with soup"),
    (POST, "Gutted to miss the gig, signed off with my chest"),
    (MESSAGE, "can't make football on Sunday, my knee is bad"),
    (POST, "Sick of this rain, off to Spain tomorrow"),
    (POST, "Half my team are off sick and I have done three doubles"),
    (COMMENT, "he rang in sick and went to the match, the cheek"),
    (POST, "Parkrun done, 27 minutes, legs like jelly"),
    (POST, "Sick goal in the second half"),
    (MESSAGE, "the doctor says I'm fine to run again"),
    (POST, "Union meeting about sick pay on Thursday"),
]


def _on(text: str, day: int, month: int = 3) -> tuple[Sighting, ...]:
    said = replace(passage(text), when=Moment(datetime(2024, month, day, 12, tzinfo=UTC)))
    return sightings(CHECK, said, LEAVE)


@pytest.mark.parametrize(("kind", "text"), SAY_BOTH, ids=[text for _, text in SAY_BOTH])
def test_without_dates_words_that_say_both_are_a_hint_and_low(kind: PassageKind, text: str) -> None:
    found = sightings(CHECK, passage(text, kind))
    assert surest(found) is Confidence.POSSIBLE
    weights = {theme.id: theme.weight for theme in CHECK.themes}
    assert {graded(weights[one.theme], one.audience, one.confidence) for one in found} == {Severity.LOW}


@pytest.mark.parametrize(("kind", "text"), LEFT_ALONE, ids=[text for _, text in LEFT_ALONE])
def test_leave_illness_and_sport_by_themselves_are_left_alone(kind: PassageKind, text: str) -> None:
    assert sightings(CHECK, passage(text, kind)) == ()


@pytest.mark.parametrize(
    ("text", "day", "month", "themes"),
    [
        ("Parkrun done, 27 minutes, legs like jelly", 9, 3, ["in-dates"]),
        ("Parkrun done, 27 minutes, legs like jelly", 4, 3, ["in-dates"]),
        ("Parkrun done, 27 minutes, legs like jelly", 22, 3, ["in-dates"]),
        ("Parkrun done, 27 minutes, legs like jelly", 23, 3, []),
        ("Parkrun done, 27 minutes, legs like jelly", 9, 4, []),
        ("New patio, all my own work", 12, 3, ["in-dates"]),
        ("Soup again, bored of daytime telly", 12, 3, []),
        ("Had to cancel the festival, gutted", 12, 3, []),
    ],
)
def test_inside_the_dates_given_an_activity_is_seen(text: str, day: int, month: int, themes: list[str]) -> None:
    found = _on(text, day, month)
    assert [one.theme for one in found] == themes
    assert all(one.confidence is Confidence.LIKELY for one in found)


@pytest.mark.parametrize(
    ("kind", "day", "seen"),
    [
        (PlaceKind.ROUTE, 10, True),
        (PlaceKind.CHECK_IN, 10, True),
        (PlaceKind.HISTORY, 10, False),
        (PlaceKind.ROUTE, 25, False),
    ],
)
def test_routes_and_check_ins_inside_the_dates_are_worth_a_look(kind: PlaceKind, day: int, seen: bool) -> None:
    place = Place(SOURCE, kind, "Morning run", when=Moment(datetime(2024, 3, day, 8, tzinfo=UTC)))
    assert CHECK.on_record is not None
    found = list(CHECK.on_record(place, LEAVE))
    assert [one.theme for one in found] == (["moves"] if seen else [])
    assert list(CHECK.on_record(place, context())) == []
    assert list(CHECK.on_record(ProfileField(SOURCE, FieldKind.BIO, "run"), LEAVE)) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("thought you were signed off? saw you on the zip wire", True),
        ("how's the bad back? didn't look bad on the bouncy castle", True),
        ("get well soon, hope you feel better for the gig", False),
        ("Pulled a sickie and went to the zoo", False),
    ],
)
def test_what_others_tell_of_the_user(text: str, seen: bool) -> None:
    found = sightings(CHECK, passage(text, POST, Voice.OTHER))
    assert [one.theme for one in found] == (["others-say"] if seen else [])


def test_conduct_keeps_no_words() -> None:
    assert CHECK.conduct
