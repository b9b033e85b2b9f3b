"""What gives away a date of birth, and what only looks like it."""

from datetime import date

import pytest

from checks.identity.date_of_birth import CHECK
from privacy_audit.findings import Confidence
from privacy_audit.model import Audience, BirthDate, PartialDate, PassageKind, Voice
from privacy_audit.own_facts import OwnFacts
from tests.builders.asking import HERE, of_record, passage, row_tests, sightings

_POST, _MESSAGE, _BIO, _HANDLE = PassageKind.POST, PassageKind.MESSAGE, PassageKind.BIO, PassageKind.HANDLE

CAUGHT = [
    ("full-date", _POST, Voice.OWNER, "Born 3 June 1981 and still waiting for the jetpacks"),
    ("full-date", _MESSAGE, Voice.OWNER, "for the policy my dob is 03/06/1981"),
    ("full-date", _MESSAGE, Voice.OWNER, "put down 14.2.79 for me, thanks"),
    ("full-date", _POST, Voice.OWNER, "I was born on the 9th of May, the day the brewery burned"),
    ("full-date", _POST, Voice.OWNER, "Boxing Day baby, so one present for two occasions"),
    ("full-date", _MESSAGE, Voice.OWNER, "1968, the 2nd of October, write it down this time"),
    ("full-date", _HANDLE, Voice.OWNER, "dazza_12_09_83"),
    ("birthday", _BIO, Voice.OWNER, "Gardener. 17 Aug. Cats before people"),
    ("birthday", _POST, Voice.OWNER, "It's my birthday and the boiler has chosen today to die"),
    ("birthday", _POST, Voice.OWNER, "Thank you all for the lovely birthday wishes"),
    ("birthday", _POST, Voice.OWNER, "Mine is the 21st of March, same as the tax man's bad mood"),
    ("birthday", _POST, Voice.OWNER, "my birthday is on the 4th of July, no jokes please"),
    ("birthday", _POST, Voice.OWNER, "Sagittarius, 2 December, cannot be told anything"),
    ("age-and-day", _POST, Voice.OWNER, "44 today. Knees filed a complaint"),
    ("age-and-day", _POST, Voice.OWNER, "Turned thirty yesterday and bought a garden chair"),
    ("age-and-day", _MESSAGE, Voice.OWNER, "I'll be 52 on Saturday, come for a curry"),
    ("age-and-day", _POST, Voice.OWNER, "The big five oh and nobody warned me about the eyebrows"),
    ("age-and-day", _POST, Voice.OWNER, "booked the village hall for my 60th"),
    ("wishes", _POST, Voice.OTHER, "Happy birthday Trev, have a good one"),
    ("wishes", _POST, Voice.OTHER, "happyyyy birthdayyyy you old goat"),
    ("wishes", _POST, Voice.OTHER, "Many happy returns from all of us at number nine"),
    ("wishes", _POST, Voice.OTHER, "Penblwydd hapus i ti, mwynha"),
    ("wishes", _POST, Voice.OTHER, "35 today and still can't cook an egg"),
    ("wishes", _POST, Voice.OTHER, "🎂 for the best goalkeeper in the league"),
    ("wishes", _MESSAGE, Voice.OTHER, "happy 40th mate, see you at the Lamb"),
]

LEFT_ALONE = [
    ("another's birthday", _POST, Voice.OWNER, "My sister's birthday on Friday, she wants a kettle"),
    ("another's age", _POST, Voice.OWNER, "Our lad is 6 today and covered in icing"),
    ("another's date", _MESSAGE, Voice.OWNER, "her date of birth is 01/02/1990 if they ask"),
    ("a wedding", _POST, Voice.OWNER, "Married 12.06.99 and still speaking"),
    ("service, not age", _POST, Voice.OWNER, "20 years in the job today"),
    ("heat", _POST, Voice.OWNER, "30 degrees today, the tarmac is soft"),
    ("a railway", _POST, Voice.OWNER, "The station had its 150th birthday with a brass band"),
    ("a leader", _POST, Voice.OWNER, "She is a born leader"),
    ("a sister's birth", _POST, Voice.OWNER, "We planted that apple tree when my niece was born"),
    ("offers", _POST, Voice.OWNER, "Birthday offers from the pizza place every week now"),
    ("a clock", _MESSAGE, Voice.OWNER, "be there at 10.15 or the coach goes"),
    ("a score", _POST, Voice.OWNER, "We lost 21 to 19 after extra time"),
    ("distance", _POST, Voice.OWNER, "Did 40 miles today, never again"),
    ("a fair", PassageKind.GROUP_NAME, Voice.OWNER, "Summer fair 2024"),
    ("wish for someone else", _POST, Voice.OTHER, "Happy birthday to your mum, hope she liked the flowers"),
    ("in memory", _POST, Voice.OTHER, "Happy heavenly birthday Grandad, would have been 90"),
    ("the writer's own", _POST, Voice.OTHER, "It was my birthday and you forgot, you rotter"),
    ("someone else's dog", _POST, Voice.OTHER, "It's our dog's birthday so he has had a sausage"),
    ("anniversary", _POST, Voice.OTHER, "Happy anniversary you two, ten years"),
    ("a half", _POST, Voice.OTHER, "Happy half birthday, you daft thing"),
    ("a bill", _MESSAGE, Voice.OWNER, "the invoice dated 03/04/05 is still in the drawer"),
    ("a plumber", _BIO, Voice.OWNER, "Plumber since 2004. Ring any time"),
    ("a handle with digits", _HANDLE, Voice.OWNER, "runner_10k_2024"),
    ("a decade", _BIO, Voice.OWNER, "Born in the wrong decade, mods and scooters"),
    ("a daughter's birth", _POST, Voice.OWNER, "She's here. Ada May Thistlewood, born 17 April at 23:40, 7lb 9oz"),
    ("a son's birth", _POST, Voice.OWNER, "And then there were four. Finn, born yesterday evening, 2 October 2004"),
    ("a friend's child", _MESSAGE, Voice.OWNER, "they had a little girl born on 9 May, both doing well"),
    ("a litter", _POST, Voice.OWNER, "Five pups born 3 May, all loud"),
    ("a clock's minutes", _MESSAGE, Voice.OWNER, "the shop is open till 7.30 on Tuesday"),
    ("a page", _POST, Voice.OWNER, "I'm 34 pages in and nothing has happened"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


@pytest.mark.parametrize(
    ("value", "audience", "expected"),
    [
        (PartialDate(1981, 6, 3), Audience.UNKNOWN, [("profile", Confidence.SURE)]),
        (PartialDate(None, 6, 3), Audience.FRIENDS, [("profile", Confidence.SURE)]),
        (PartialDate(1981, 6, 3), Audience.ONLY_ME, []),
        (PartialDate(), Audience.EVERYONE, []),
    ],
)
def test_the_profile_s_own_field(
    value: PartialDate, audience: Audience, expected: list[tuple[str, Confidence]]
) -> None:
    assert of_record(CHECK, BirthDate(HERE, value, audience=audience)) == expected


@pytest.mark.parametrize(
    "text",
    ["3 June 1981", "03/06/1981", "3.6.81", "June 3rd, 1981", "1981-06-03", "the 3rd of June '81", "3rd june 81"],
)
def test_the_date_that_the_user_told_us_is_sure(text: str) -> None:
    facts = OwnFacts(date_of_birth=date(1981, 6, 3))
    found = sightings(CHECK, passage(f"they wanted {text} on the form"), facts)
    assert Confidence.SURE in {sighting.confidence for sighting in found}


def test_another_date_is_not_made_sure_by_the_user_s_own() -> None:
    facts = OwnFacts(date_of_birth=date(1981, 6, 3))
    found = sightings(CHECK, passage("I was born on 4 June 1981, they say"), facts)
    assert {sighting.confidence for sighting in found} == {Confidence.LIKELY}


def test_spans_point_at_the_words_that_matter() -> None:
    (sighting,) = sightings(CHECK, passage("Right then. It's my birthday and nobody rang"))
    start, end = sighting.evidence[0].spans[0]
    assert "my birthday" in "Right then. It's my birthday and nobody rang"[start:end]
