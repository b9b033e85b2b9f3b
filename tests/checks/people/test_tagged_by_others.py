"""What friends post that embarrasses or gives somebody away, and the thanks and good wishes that do neither."""

import pytest

from checks.people.tagged_by_others import CHECK
from privacy_audit.findings import Confidence
from privacy_audit.model import Audience, PassageKind, Place, PlaceKind, Record, Voice
from tests.builders.asking import HERE, of_record, passage, sightings, themes

_POST, _COMMENT, _MESSAGE, _CAPTION = PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION

CAUGHT = [
    ("embarrassing", _POST, "Caught on camera: this one passed out in a flower bed at 3am"),
    ("embarrassing", _POST, "Look who was sick in the taxi, twice, happy birthday Tom"),
    ("embarrassing", _POST, "Told his missus he was on a course, here he is in Magaluf"),
    ("embarrassing", _POST, "You on the table with no trousers, the video is in the comments"),
    ("embarrassing", _COMMENT, "does your wife know about the barmaid"),
    ("embarrassing", _POST, "Our Megan asleep in a kebab shop again"),
    ("embarrassing", _POST, "Cheers for sorting my speeding ticket out mate"),
    ("embarrassing", _POST, "Nine pints in and he starts at six, rather him than me"),
    ("embarrassing", _MESSAGE, "you've been tagged in a video from Saturday, you should see it"),
    ("whereabouts", _POST, "Checked in at Gatwick with Priya, two weeks of nothing"),
    ("whereabouts", _POST, "Tom's in Tenerife till the 9th, lucky man"),
    ("whereabouts", _POST, "With @jo_larch at the caravan in Cromer all weekend"),
    ("whereabouts", _POST, "She's here with us, room 214, come and say hello"),
    ("whereabouts", _POST, "Just waved Megan off at the airport, her house plants are on their own"),
    ("home", _POST, "Love your new house on Larch Grove, the yellow door is a dream"),
    ("home", _POST, "Housewarming at Priya's new place, 14 Larch Grove, bring a chair"),
    ("home", _POST, "Put a card through your letterbox on Larch Street, number 5"),
]

LEFT_ALONE = [
    ("thanks", _POST, "Thanks for the lift on Sunday, the kids loved it"),
    ("good wishes", _POST, "Congratulations on your half marathon, smashed it"),
    ("a dog asleep", _POST, "The dog is asleep on your jumper, as promised"),
    ("a book", _POST, "Asleep at page nine of the Booker winner, you've had it since October"),
    ("the writer's head", _POST, "Great night Saturday, my head is banging"),
    ("a retirement", _POST, "Happy retirement, go and enjoy that caravan"),
    ("a costume", _POST, "Your Halloween costume is a triumph, Ghostbusters at your age"),
    ("a child's play", _POST, "Your daughter was brilliant in the school play, no shoes and all"),
    ("a question", _POST, "Are you coming for Sunday lunch, beef or lamb"),
    ("an invitation", _POST, "Fancy a weekend in Wales till Monday, shall we"),
    ("union solidarity", _POST, "Solidarity with you and your union mates at the rally today"),
    ("a parcel", _POST, "Your parcel is with us, pop round when you are up"),
    ("a choir", _POST, "You were wonderful at the choir concert"),
    ("an illness", _POST, "Glad you are home after your op, get well soon"),
    ("a chance meeting", _POST, "Saw your mum in Boots, she looks well"),
    ("a match", _COMMENT, "What a save in the last minute, well played"),
    ("a surprise party", _MESSAGE, "keep Saturday free, it's her surprise party"),
    ("a photo", _CAPTION, "You and your mum at the zoo, lovely one"),
]


@pytest.mark.parametrize(("theme", "kind", "text"), CAUGHT, ids=[row[2][:30] for row in CAUGHT])
def test_caught(theme: str, kind: PassageKind, text: str) -> None:
    assert theme in themes(sightings(CHECK, passage(text, kind, Voice.OTHER)))


@pytest.mark.parametrize(("name", "kind", "text"), LEFT_ALONE, ids=[row[0] for row in LEFT_ALONE])
def test_left_alone(name: str, kind: PassageKind, text: str) -> None:
    assert themes(sightings(CHECK, passage(text, kind, Voice.OTHER))) == set(), name


def test_the_owners_own_posts_are_not_those_of_friends() -> None:
    assert sightings(CHECK, passage("Passed out in a flower bed, what a state", _POST, Voice.OWNER)) == []


def _place(kind: PlaceKind, name: str = "The Red Lion, Frome", audience: Audience = Audience.UNKNOWN) -> Place:
    return Place(HERE, kind, name, audience=audience)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (_place(PlaceKind.TAGGED), [("tagged-place", Confidence.LIKELY)]),
        (_place(PlaceKind.CHECK_IN), []),
        (_place(PlaceKind.HISTORY), []),
        (_place(PlaceKind.TAGGED, ""), []),
        (_place(PlaceKind.TAGGED, audience=Audience.ONLY_ME), []),
    ],
)
def test_tagged_places(record: Record, expected: list[tuple[str, Confidence]]) -> None:
    assert of_record(CHECK, record) == expected
