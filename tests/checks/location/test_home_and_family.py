"""What leads to the owner's door, car, hours and family, and what only looks like it."""

import pytest

from checks.location.home_and_family import CHECK
from privacy_audit.findings import Confidence
from privacy_audit.model import (
    Audience,
    FieldKind,
    PassageKind,
    Place,
    PlaceKind,
    ProfileField,
    Record,
    Relative,
    Voice,
)
from privacy_audit.own_facts import OwnFacts
from tests.builders.asking import HERE, of_record, passage, row_tests, sightings

_POST, _MESSAGE, _BIO = PassageKind.POST, PassageKind.MESSAGE, PassageKind.BIO
_CONTACT, _GROUP = PassageKind.CONTACT_NAME, PassageKind.GROUP_NAME

CAUGHT = [
    ("address", _POST, Voice.OWNER, "Boot sale from ours on Sunday, 27 Larkhill Road, mind the dog"),
    ("address", _MESSAGE, Voice.OWNER, "we're at 12 Willow Court, buzzer on the left"),
    ("address", _POST, Voice.OWNER, "Finally got the keys, Pemberton Close is ours"),
    ("address", _MESSAGE, Voice.OWNER, "mine's the end terrace with the green gate, just knock"),
    ("address", _MESSAGE, Voice.OTHER, "are you still on Larkhill Road, I've a parcel for you"),
    ("address", _POST, Voice.OTHER, "Your new house on Willow Court looks lovely"),
    ("empty-house", _POST, Voice.OWNER, "We fly out on Friday, back on the 14th, sun please"),
    ("empty-house", _MESSAGE, Voice.OWNER, "nobody home till Sunday so don't send the sofa"),
    ("empty-house", _POST, Voice.OWNER, "House is empty all week while we're in Corfu"),
    ("empty-house", _POST, Voice.OWNER, "Home alone till Thursday with three films and a pie"),
    ("keys-and-codes", _MESSAGE, Voice.OWNER, "key's under the blue pot, let yourself in"),
    ("keys-and-codes", _MESSAGE, Voice.OWNER, "alarm code is 2714 then hash"),
    ("keys-and-codes", _MESSAGE, Voice.OWNER, "the back door is never locked, come through"),
    ("keys-and-codes", _CONTACT, Voice.OWNER, "Keyholder Jean, no 14"),
    ("plate", _POST, Voice.OWNER, "New car! YK19 ZTR if you see me wave"),
    ("plate", _MESSAGE, Voice.OWNER, "mine's the red one, reg ends TKL"),
    ("routine", _POST, Voice.OWNER, "Same loop every morning, 6am, round the canal and home"),
    ("routine", _POST, Voice.OWNER, "I run the towpath every Tuesday at half six, come along"),
    ("children", _POST, Voice.OWNER, "Our Poppy starts at Brambling Lane Primary on Monday"),
    ("children", _BIO, Voice.OWNER, "Dad to Finn and Ottilie"),
    ("children", _POST, Voice.OTHER, "Saw your two going into St Cuthbert's this morning, so smart"),
    ("care-home", _POST, Voice.OWNER, "Nan has settled in at Rosemount Lodge, room 11, loves a visit"),
    ("care-home", _MESSAGE, Voice.OWNER, "Mum is on her own at night now, pop in if you can"),
]

LEFT_ALONE = [
    ("a shop", _POST, Voice.OWNER, "The shop at 12 Market Street has closed down"),
    ("the village hall", _POST, Voice.OWNER, "Jumble sale at the village hall, 4 Church Lane"),
    ("a childhood home", _POST, Voice.OWNER, "When I was little we lived at 9 Coal Row"),
    ("an incident", _POST, Voice.OWNER, "Crash on Larkhill Road, avoid the bypass"),
    ("the station", _MESSAGE, Voice.OWNER, "we're at the station on Bridge Road till ten"),
    ("an empty nest", _POST, Voice.OWNER, "Empty nest at last, and I miss the shoes in the hall"),
    ("an empty office", _POST, Voice.OWNER, "Office is empty, everyone's on annual leave"),
    ("nobody in the world", _POST, Voice.OWNER, "Nobody in their right mind would run that hill"),
    ("a film", _POST, Voice.OWNER, "Watched Home Alone till midnight with the film club"),
    ("lost keys", _POST, Voice.OWNER, "Found these keys by the swings, are they yours?"),
    ("the dress code", _MESSAGE, Voice.OWNER, "is there a dress code for Saturday"),
    ("the van keys", _MESSAGE, Voice.OWNER, "the van keys are on the hook in the office"),
    ("a fire alarm", _POST, Voice.OWNER, "Fire alarm test at eleven, do not panic"),
    ("a lorry's plate", _POST, Voice.OWNER, "Stuck behind a lorry, OX11 GEN, wasted on a lorry"),
    ("a shop's hours", _POST, Voice.OWNER, "The library opens every Tuesday at half nine"),
    ("a bus", _POST, Voice.OWNER, "The number 4 was late every day this week"),
    ("a school fair", _POST, Voice.OWNER, "School fair on Saturday, plants and a raffle"),
    ("a visit", _POST, Voice.OWNER, "School visit to Brambling Lane Primary, forty kids and one hose"),
    ("a nephew", _POST, Voice.OWNER, "My nephew's at Heather Bank Academy and taller than me"),
    ("cat mother", _BIO, Voice.OWNER, "Mum to Biscuit and Gravy, both cats"),
    ("a concert hall", _POST, Voice.OWNER, "A good night at the Albert Hall, sore feet"),
    ("a saint's day", _POST, Voice.OTHER, "Happy St Patrick's Day to you all"),
    ("a supporters' page", PassageKind.PAGE_NAME, Voice.OWNER, "Larkhill Road Takeaway"),
    ("the high street", _POST, Voice.OTHER, "Saw you on the High Street in your new coat"),
    ("the owner's own school", _GROUP, Voice.OWNER, "Northey Reach School class of 2005"),
    ("doors of a gig", _MESSAGE, Voice.OWNER, "seven I think, doors open half six"),
    ("gates of a fair", _POST, Voice.OWNER, "gates open at eight for the car boot"),
    ("bed", _MESSAGE, Voice.OWNER, "right I'm off to bed much better thanks, home on Friday with any luck"),
    ("a day out", _MESSAGE, Voice.OWNER, "going to Ludlow for the day, back for tea"),
    ("a spare ladder", _MESSAGE, Voice.OWNER, "I've a spare ladder in the shed if you want it"),
    ("a meeting", _MESSAGE, Voice.OWNER, "meeting moved to 14 June"),
    ("a joke", _POST, Voice.OWNER, "no one home but us chickens"),
    ("carers in general", _POST, Voice.OWNER, "Dad always said carers deserve better pay"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Relative(HERE, "Ottilie Hargreave", "Daughter"), ["profile-family"]),
        (ProfileField(HERE, FieldKind.CURRENT_CITY, "Ludlow"), ["profile-home"]),
        (ProfileField(HERE, FieldKind.ADDRESS, "4 Larch Grove, Ludlow"), ["profile-address"]),
        (Place(HERE, PlaceKind.PRIMARY, "Home"), ["check-in-home"]),
        (Place(HERE, PlaceKind.CHECK_IN, "Home sweet home"), ["check-in-home"]),
        (Place(HERE, PlaceKind.CHECK_IN, "The Lamb Inn"), []),
        (Place(HERE, PlaceKind.ROUTE, "Home"), []),
        (ProfileField(HERE, FieldKind.GENDER, "female"), []),
        (ProfileField(HERE, FieldKind.CURRENT_CITY, "Ludlow", audience=Audience.ONLY_ME), []),
    ],
)
def test_the_profile(record: Record, expected: list[str]) -> None:
    assert of_record(CHECK, record) == [(theme, Confidence.SURE) for theme in expected]


@pytest.mark.parametrize("text", ["we are SY8 1AA if the app asks", "send it to sy81aa please"])
def test_the_own_postcode_is_sure_wherever_it_stands(text: str) -> None:
    found = sightings(CHECK, passage(text), OwnFacts(home_postcode="SY8 1AA"))
    assert ("own-postcode", Confidence.SURE) in {(sighting.theme, sighting.confidence) for sighting in found}


def test_an_own_name_makes_sure() -> None:
    facts = OwnFacts(family_names=("Poppy",))
    found = sightings(CHECK, passage("Our Poppy starts at Brambling Lane Primary on Monday"), facts)
    assert {sighting.confidence for sighting in found} == {Confidence.SURE}


def test_it_is_withheld_until_the_owner_is_known() -> None:
    assert CHECK.withheld_unless_owner
