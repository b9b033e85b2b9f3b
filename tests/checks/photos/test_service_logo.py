"""Badges and logos of the service, and those of clubs, schools, charities and shops."""

import pytest

from checks.photos.service_logo import CHECK
from privacy_audit.checking import Context
from privacy_audit.findings import Confidence
from privacy_audit.importing import Holder
from privacy_audit.model import MediaUse, PassageKind, Photo, Record, Voice
from privacy_audit.own_facts import OwnFacts
from tests.builders.asking import HERE, of_record, passage, row_tests

_POST, _COMMENT, _MESSAGE = PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE
_CAPTION, _BIO = PassageKind.CAPTION, PassageKind.BIO
_OWNER, _OTHER = Voice.OWNER, Voice.OTHER

CAUGHT = [
    ("own-picture", _POST, _OWNER, "New profile picture, the force badge with a poppy in it"),
    ("own-picture", _POST, _OWNER, "The brigade crest is my cover photo until the parade is over"),
    ("own-picture", _BIO, _OWNER, "Banner = our service crest. Baker of bad bread"),
    ("own-picture", _MESSAGE, _OWNER, "put the Kent Police logo on my whatsapp picture, looks sharp"),
    ("own-picture", _POST, _OTHER, "Your new profile pic is only a badge, where is your face"),
    ("in-a-picture", _CAPTION, _OWNER, "Force crest on the letter, I could frame it"),
    ("in-a-picture", _CAPTION, _OWNER, "Cake for the shift with the fire service logo in icing"),
    ("in-a-picture", _CAPTION, _OWNER, "New livery on the pump, logo and all"),
    ("in-a-picture", _CAPTION, _OWNER, "My first cap badge, polished"),
    ("in-a-picture", _POST, _OWNER, "Had hoodies printed with the brigade crest, twelve quid each"),
    ("in-a-picture", _POST, _OWNER, "Flyer for the golf day, I used the constabulary crest in both corners"),
]

LEFT_ALONE = [
    ("a school", _CAPTION, _OWNER, "School crest on the blazer, forty pounds of it"),
    ("a club", _CAPTION, _OWNER, "New club badge on the away shirt, what were they thinking"),
    ("a charity pin", _CAPTION, _OWNER, "Fire Fighters Charity pin badges on the counter, do buy one"),
    ("a museum", _CAPTION, _OWNER, "Old police badges at the museum, a whole wall of them"),
    ("a costume", _CAPTION, _OWNER, "Fireman costume with a cardboard badge, nursery was impressed"),
    ("the union's own", _CAPTION, _OWNER, "Our union branch banner and the FBU badge in the rain"),
    ("a hill", _CAPTION, _OWNER, "Over the crest of the hill at Matlock, wind and sheep"),
    ("a car", _CAPTION, _OWNER, "The badge fell off the car in the car wash"),
    ("a bank", _POST, _OWNER, "Why does every bank have a new logo this year"),
    ("parkrun", _CAPTION, _OWNER, "Parkrun fifty shirt with the little logo"),
    ("a council's money", _POST, _OWNER, "The new council logo cost how much"),
    ("a restraint", _POST, _OWNER, "I don't put anything from work on here, no badge, no hat"),
    ("a designer", _BIO, _OWNER, "I draw logos and menus in Frome"),
    ("a friend's dog", _POST, _OTHER, "Your new profile picture with the dog is lovely"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


def _photo(use: MediaUse, caption: str) -> Photo:
    return Photo(HERE, "photos/1.jpg", use=use, caption=caption)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (_photo(MediaUse.PROFILE, "The force crest for Sunday"), [("own-picture", Confidence.LIKELY)]),
        (_photo(MediaUse.COVER, "Our brigade badge at dawn"), [("own-picture", Confidence.LIKELY)]),
        (_photo(MediaUse.POST, "The force crest for Sunday"), []),  # the words under it are asked as words
        (_photo(MediaUse.PROFILE, "School crest, 1989"), []),
        (_photo(MediaUse.PROFILE, ""), []),
    ],
)
def test_profile_pictures(record: Record, expected: list[tuple[str, Confidence]]) -> None:
    assert of_record(CHECK, record) == expected


def test_an_official_account_may_carry_the_badge() -> None:
    context = Context(OwnFacts(official_accounts=("FromeFire",)), {HERE.importer: Holder(handles=("FromeFire",))})
    text = passage("Our brigade badge is the new profile picture", _POST)
    assert [sighting for rule in CHECK.rules for sighting in rule.judge(text, context)] == []
    assert CHECK.on_record is not None
    assert list(CHECK.on_record(_photo(MediaUse.PROFILE, "The force crest"), context)) == []
