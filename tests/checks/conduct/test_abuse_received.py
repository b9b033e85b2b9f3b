"""What others send the user is seen where it threatens, follows, blackmails or exposes; banter is left alone."""

import pytest

from checks.conduct.abuse_received import CHECK
from privacy_audit.findings import Confidence
from privacy_audit.model import PassageKind, Voice
from tests.builders.talk import passage, sightings, surest

MESSAGE, POST, COMMENT = PassageKind.MESSAGE, PassageKind.POST, PassageKind.COMMENT

CAUGHT = [
    ("threat", MESSAGE, "I'm going to stab you when I see you"),
    ("threat", MESSAGE, "we will burn your house, believe it"),
    ("threat", COMMENT, "sleep with one eye open copper"),
    ("threat", MESSAGE, "last warning. leave town by Friday"),
    ("threat", MESSAGE, "you won't be laughing when I get out"),
    ("threat", POST, "kill yourself you scum"),
    ("threat", MESSAGE, "your kids won't come home one of these days"),
    ("stalking", MESSAGE, "I know where you live and what car she drives"),
    ("stalking", MESSAGE, "sat outside your house for three hours last night"),
    ("stalking", MESSAGE, "you blocked me so this is my new account"),
    ("stalking", POST, "I'll post this on here every day till you answer"),
    ("stalking", MESSAGE, "I'll be waiting at the gates when your shift ends"),
    ("blackmail", MESSAGE, "send me £400 by Sunday or everyone you know gets the video"),
    ("blackmail", MESSAGE, "I've got your photos. what would your boss say if I sent them"),
    ("blackmail", MESSAGE, "drop the charges or these go to your wife"),
    ("exposed", POST, "He lives at 12 Made Up Street, go and say hello"),
    ("exposed", POST, "her name is on the papers, share it, make her famous"),
    ("abuse", COMMENT, "you absolute pig scum"),
    ("abuse", MESSAGE, "your sort should never have been allowed in the job"),
    ("abuse", MESSAGE, "go back to where you came from"),
]

LEFT_ALONE = [
    (MESSAGE, "I'll kill you if you finish that cake without me"),
    (MESSAGE, "you're dead when I get you on FIFA tonight"),
    (MESSAGE, "I know where you live so I'll drop the parcel round 😂"),
    (MESSAGE, "I'm outside, let me in, it's chucking it down"),
    (MESSAGE, "I'll be waiting at the station with the car, train gets in at six"),
    (MESSAGE, "send me £20 for the curry or I'm eating yours"),
    (MESSAGE, "watch your back lifting that washing machine"),
    (MESSAGE, "saw your kids at the school fair, lovely manners"),
    (MESSAGE, "why aren't you answering, tea is ready"),
    (MESSAGE, "your last shift on Friday! what time is cake"),
    (POST, "Happy birthday you old devil, see you tonight"),
    (POST, "Proud to say this woman taught my lads to swim, share the love"),
    (POST, "We'll batter you on Saturday, 3-0 easy"),
    (COMMENT, "bacon butties are on you then"),
    (MESSAGE, "Got your address off Jen, the invite is in the post"),
    (MESSAGE, "he'll be sorry he missed it, what a night"),
    (MESSAGE, "lock your doors, there's been break-ins on our road"),
    (MESSAGE, "tell your boss you need the day off"),
    (POST, "Union rally on Saturday, bring a flask and shout"),
]


@pytest.mark.parametrize(("theme", "kind", "text"), CAUGHT, ids=[text for _, _, text in CAUGHT])
def test_threats_and_abuse_by_others_are_seen(theme: str, kind: PassageKind, text: str) -> None:
    found = sightings(CHECK, passage(text, kind, Voice.OTHER))
    assert theme in {sighting.theme for sighting in found}
    assert surest(found) is Confidence.LIKELY


@pytest.mark.parametrize(("kind", "text"), LEFT_ALONE, ids=[text for _, text in LEFT_ALONE])
def test_banter_and_everyday_words_are_left_alone(kind: PassageKind, text: str) -> None:
    assert sightings(CHECK, passage(text, kind, Voice.OTHER)) == ()


@pytest.mark.parametrize("text", [text for _, _, text in CAUGHT])
def test_the_users_own_words_are_no_abuse_received(text: str) -> None:
    assert sightings(CHECK, passage(text, MESSAGE, Voice.OWNER)) == ()


def test_what_happened_to_the_user_is_no_conduct_of_the_user() -> None:
    assert not CHECK.conduct
    assert {theme.remedy for theme in CHECK.themes} == {"abuse", "blackmail"}
