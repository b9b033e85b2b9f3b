"""Pages and shares that are hateful, extreme, pornographic or mocking are seen; charities, satire and sport are not."""

import pytest

from checks.conduct.endorsed_content import CHECK
from privacy_audit.findings import Confidence
from privacy_audit.model import PassageKind, Voice
from tests.builders.talk import passage, sightings, surest

PAGE, GROUP, POST, COMMENT = PassageKind.PAGE_NAME, PassageKind.GROUP_NAME, PassageKind.POST, PassageKind.COMMENT

CAUGHT = [
    ("page-hate", PAGE, "White Pride Midlands"),
    ("page-hate", PAGE, "Muslims Out Of Our Town"),
    ("page-hate", GROUP, "Deport Them All UK"),
    ("page-hate", PAGE, "The Great Replacement Explained To Patriots"),
    ("page-hate", PAGE, "Holocaust Lies"),
    ("page-hate", PAGE, "Feminism Is Cancer"),
    ("page-hate", GROUP, "Get The Gypsies Off Our Green"),
    ("page-mock", PAGE, "Junkies Falling Over"),
    ("page-mock", PAGE, "Chavs Of Basildon"),
    ("page-mock", PAGE, "Suicide Funnies"),
    ("page-mock", PAGE, "Drunk Girls Of Newcastle"),
    ("page-adult", PAGE, "XXX Housewives"),
    ("page-adult", PAGE, "Naked Girls Daily"),
    ("page-adult", GROUP, "Dogging Spots Kent"),
    ("shared", POST, "RT @trueblood: they are replacing white people and nobody says it"),
    ("shared", POST, "this page of tramps fighting cracks me up, give it a follow"),
    ("shared", COMMENT, "NSFW link to the full set, enjoy lads"),
    ("shared", POST, "what he did was bad but he had a point"),
]

LEFT_ALONE = [
    (PAGE, "Naked Wine Tastings"),
    (PAGE, "White Lion Pub Quiz"),
    (PAGE, "Stop Racism In Football"),
    (PAGE, "Refugees Welcome Leeds"),
    (PAGE, "Holocaust Educational Museum"),
    (PAGE, "Women In Policing Network"),
    (PAGE, "Escort MK2 Owners Club"),
    (PAGE, "Epic Kitchen Fails"),
    (PAGE, "Black Country Living"),
    (PAGE, "Travellers' Tales Bookshop"),
    (PAGE, "Labour Friends Of Wigan"),
    (PAGE, "Conservative Club Darts"),
    (PAGE, "FBU Eastern Region"),
    (GROUP, "Girls On The Run Cardiff"),
    (GROUP, "Gay Firefighters Network"),
    (PAGE, "The Muslim Women's Choir"),
    (PAGE, "Boats For Sale Norfolk"),
    (POST, "Sharing this report on how hate pages find teenagers, worth a read"),
    (POST, "Disgusting meme about the homeless going round, please don't share it"),
    (COMMENT, "the referee had a point there"),
]


@pytest.mark.parametrize(("theme", "kind", "text"), CAUGHT, ids=[text for _, _, text in CAUGHT])
def test_what_can_be_held_against_the_user_is_seen(theme: str, kind: PassageKind, text: str) -> None:
    found = sightings(CHECK, passage(text, kind))
    assert theme in {sighting.theme for sighting in found}
    assert surest(found) is Confidence.LIKELY


@pytest.mark.parametrize(("kind", "text"), LEFT_ALONE, ids=[text for _, text in LEFT_ALONE])
def test_charities_satire_sport_and_politics_are_left_alone(kind: PassageKind, text: str) -> None:
    assert sightings(CHECK, passage(text, kind)) == ()


def test_what_others_share_is_not_the_users_endorsement() -> None:
    assert sightings(CHECK, passage(CAUGHT[-1][2], POST, Voice.OTHER)) == ()


def test_conduct_keeps_no_words() -> None:
    assert CHECK.conduct
