"""What tells how to reach the owner, and the numbers and addresses that are anybody's."""

import pytest

from checks.identity.contact_details import CHECK
from privacy_audit.findings import Confidence
from privacy_audit.model import Audience, FieldKind, PassageKind, ProfileField, Voice
from tests.builders.asking import HERE, of_record, row_tests

_POST, _MESSAGE, _BIO, _HANDLE = PassageKind.POST, PassageKind.MESSAGE, PassageKind.BIO, PassageKind.HANDLE

CAUGHT = [
    ("number", _POST, Voice.OWNER, "New phone, I'm on 07700 900461 now"),
    ("number", _POST, Voice.OWNER, "Ring the house after six, 01632 960417"),
    ("number", _MESSAGE, Voice.OWNER, "my mobile is +44 7700 900 462"),
    ("number", _POST, Voice.OWNER, "Selling the wardrobe, text 07700900463"),
    ("number", _BIO, Voice.OWNER, "Dog walker, Leith. 07700 900464"),
    ("number", _HANDLE, Voice.OWNER, "call_me_07700900465"),
    ("number", PassageKind.CONTACT_NAME, Voice.OWNER, "My new number 07700 900466"),
    ("email", _POST, Voice.OWNER, "Mail the forms to me, p.hargreave@example.org"),
    ("email", _BIO, Voice.OWNER, "Bookings: twolefthands@example.com"),
    ("email", _MESSAGE, Voice.OWNER, "it's kiera dot no, sorry, kiera.w at example dot com"),
    ("account-name", _POST, Voice.OWNER, "Find me on insta as wobbly.bev_77"),
    ("account-name", _BIO, Voice.OWNER, "snap: gaz_on_toast"),
    ("account-name", _MESSAGE, Voice.OWNER, "add me on psn im Tank_Commander9"),
    ("place-code", _MESSAGE, Voice.OWNER, "we are at ///spoon.lantern.gravel if the satnav sulks"),
    ("given-out", _POST, Voice.OTHER, "Anybody after Bev, she's on 07700 900467 these days"),
    ("given-out", _MESSAGE, Voice.OTHER, "is 07700 900468 still your number?"),
    ("given-out", _MESSAGE, Voice.OTHER, "I gave them your email, bev.t@example.net, hope that's ok"),
]

LEFT_ALONE = [
    ("surgery", _POST, Voice.OWNER, "The surgery has a new number, 01632 960420"),
    ("helpline", _POST, Voice.OWNER, "If it gets too much ring Samaritans on 116 123"),
    ("vet", _MESSAGE, Voice.OWNER, "the vet's out of hours line is 01632 960421"),
    ("takeaway", _MESSAGE, Voice.OWNER, "number for the curry house is 01632 960422"),
    ("charity", _POST, Voice.OWNER, "Write to the hospice at info@example.org"),
    ("school office", _MESSAGE, Voice.OWNER, "ring the school office, 01632 960423"),
    ("a sum", _POST, Voice.OWNER, "We raised 1,250 pounds and 40 pence"),
    ("an order", _POST, Voice.OWNER, "Order number 07700-1185 has gone to Leeds by mistake"),
    ("a year", _POST, Voice.OWNER, "In 2019 we had 365 days and I was cold on all of them"),
    ("at the end", _POST, Voice.OWNER, "he looked at me. At lunch he looked at me again"),
    ("a mention", _POST, Voice.OTHER, "so proud of you @lottie.b, what a run"),
    ("somebody else's number", _MESSAGE, Voice.OTHER, "new phone, this is Pete on 07700 900470"),
    ("the writer's e-mail", _MESSAGE, Voice.OTHER, "my email is pete@example.com, send the list there"),
    ("a restaurant for the two", _POST, Voice.OTHER, "the restaurant is on 01632 960424 if you are late"),
    ("an app in talk", _POST, Voice.OWNER, "Strava: Evening plod, 5k, rained"),
    ("a network in talk", _POST, Voice.OWNER, "Twitter is down again, back to reading the cereal box"),
    ("a firm in the book", PassageKind.CONTACT_NAME, Voice.OWNER, "Boiler man 01632 960425"),
    ("three words", _POST, Voice.OWNER, "Give them your what3words and they will find you"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


@pytest.mark.parametrize(
    ("kind", "value", "audience", "expected"),
    [
        (FieldKind.PHONE, "07700 900461", Audience.UNKNOWN, ["profile"]),
        (FieldKind.EMAIL, "bev@example.com", Audience.FRIENDS, ["profile"]),
        (FieldKind.ADDRESS, "4 Larch Grove, Ludlow", Audience.EVERYONE, []),  # a home: see home-and-family
        (FieldKind.EMAIL, "bev.t@westmercia.police.uk", Audience.EVERYONE, []),
        (FieldKind.EMAIL, "bev.t@council.gov.uk", Audience.UNKNOWN, []),
        (FieldKind.PHONE, "07700 900461", Audience.ONLY_ME, []),
        (FieldKind.PHONE, "", Audience.UNKNOWN, []),
        (FieldKind.GENDER, "female", Audience.EVERYONE, []),
    ],
)
def test_profile_fields(kind: FieldKind, value: str, audience: Audience, expected: list[str]) -> None:
    found = of_record(CHECK, ProfileField(HERE, kind, value, audience=audience))
    assert found == [(theme, Confidence.SURE) for theme in expected]
