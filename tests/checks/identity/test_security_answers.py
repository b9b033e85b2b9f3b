"""What answers a bank's questions, and what only sounds like it."""

import pytest

from checks.identity.security_answers import CHECK
from privacy_audit.findings import Confidence
from privacy_audit.model import Audience, FieldKind, PassageKind, ProfileField, Record, Relative, Schooling, Voice
from privacy_audit.own_facts import OwnFacts
from tests.builders.asking import HERE, of_record, passage, row_tests, sightings, themes

_POST, _MESSAGE, _BIO = PassageKind.POST, PassageKind.MESSAGE, PassageKind.BIO
_CONTACT, _PAGE = PassageKind.CONTACT_NAME, PassageKind.PAGE_NAME

CAUGHT = [
    ("secret", _MESSAGE, Voice.OWNER, "the password is Marmalade9 if it asks"),
    ("secret", _CONTACT, Voice.OWNER, "Santander pin 4410"),
    ("secret", _MESSAGE, Voice.OWNER, "my NI number is QQ 12 34 56 C"),
    ("secret", _MESSAGE, Voice.OWNER, "sort code 00-11-22 account 00012345"),
    ("mothers-maiden-name", _POST, Voice.OWNER, "Mum's maiden name was Thistlewood, a grand old name"),
    ("mothers-maiden-name", _POST, Voice.OWNER, "My mother was a Cragg before she married"),
    ("birthplace", _BIO, Voice.OWNER, "Born in Wick, living on toast"),
    ("birthplace", _POST, Voice.OWNER, "I was born and raised in Goole and I will not hear a word"),
    ("birthplace", _BIO, Voice.OWNER, "Kirkcaldy lass. Two dogs."),
    ("school", _POST, Voice.OWNER, "I went to Brambling Lane Primary, the one with the leaky dome"),
    ("school", _POST, Voice.OWNER, "Mrs Tattersall's class, 1986, who is that with the bowl haircut"),
    ("school", _POST, Voice.OWNER, "Favourite teacher: Mr Plumley, woodwork"),
    ("school", _PAGE, Voice.OWNER, "Heather Bank High Leavers 1994"),
    ("school", _POST, Voice.OTHER, "Look who turned up at the St Cuthbert's reunion, you owe me a pencil from 1991"),
    ("first-pet", _POST, Voice.OWNER, "First pet: Nibbles, a rabbit with opinions"),
    ("first-pet", _POST, Voice.OWNER, "Biscuit was my first dog and ate two sofas"),
    ("first-car", _POST, Voice.OWNER, "my first car was a Metro held together by hope"),
    ("first-car", _POST, Voice.OWNER, "I learned to drive in my nan's Allegro"),
    ("first-job", _POST, Voice.OWNER, "My first job was stacking shelves at Presto"),
    ("first-gig", _POST, Voice.OWNER, "First gig? The Beautiful South at the Guildhall"),
    ("team", _BIO, Voice.OWNER, "Rovers till I die"),
    ("team", _POST, Voice.OWNER, "Season ticket holder at Boro for thirty years"),
    ("team", _POST, Voice.OWNER, "I've been Forest since the cradle"),
    ("street", _POST, Voice.OWNER, "The street I grew up on is a car park now"),
    ("street", _POST, Voice.OWNER, "We grew up on Larkhill Road, all six of us in two rooms"),
    ("partner", _POST, Voice.OWNER, "Our honeymoon was in Llandudno and it rained"),
    ("favourite", _POST, Voice.OWNER, "My favourite film is The Ladykillers, always was"),
]

LEFT_ALONE = [
    ("advice", _POST, Voice.OWNER, "Don't do those first pet and street quizzes, scammers love them"),
    ("refusal", _POST, Voice.OWNER, "My first pet was lovely but I won't say the name, nice try"),
    ("expired", _POST, Voice.OWNER, "password expired again, third this month"),
    ("a guest network", _MESSAGE, Voice.OWNER, "the cottage wifi password is on the fridge"),
    ("cricket", _POST, Voice.OWNER, "Bowled a maiden over and slept through the rest"),
    ("a daughter's birth", _POST, Voice.OWNER, "My daughter was born in Leeds in a car park"),
    ("a leader", _POST, Voice.OWNER, "He was born to drive that bus badly"),
    ("a child's school", _POST, Voice.OWNER, "My son starts at Brambling Lane Primary on Monday"),
    ("a school fair", _POST, Voice.OWNER, "The school fair raised eight hundred quid"),
    ("the pet shop", _POST, Voice.OWNER, "First pet shop in town to sell ferrets, apparently"),
    ("a first day", _POST, Voice.OWNER, "First day back and I forgot my lanyard"),
    ("a first aid course", _POST, Voice.OWNER, "First aid refresher done, bandaged my own thumb"),
    ("a daughter's first car", _POST, Voice.OWNER, "my daughter's first car is greener than the hills"),
    ("a match", _POST, Voice.OWNER, "Watched the match, nil nil, cold chips"),
    ("a result", _POST, Voice.OWNER, "City lost again and the traffic was murder"),
    ("politics", _POST, Voice.OWNER, "Saw Labour and the Tories arguing outside Boots"),
    ("a house on the telly", _POST, Voice.OWNER, "That house on the telly sold for a fortune"),
    ("a wedding of others", _POST, Voice.OTHER, "Happy anniversary you two, twelve years"),
    ("a teacher's strike", _POST, Voice.OWNER, "Teachers out on the picket this morning, took them flapjack"),
    ("favourite mug", _POST, Voice.OWNER, "Somebody has broken my favourite mug"),
    ("the building's door", _POST, Voice.OWNER, "Locked out of my work login, forgotten it again"),
    ("a parents' group", PassageKind.GROUP_NAME, Voice.OWNER, "Year 4 parents and football"),
    ("a nurse", _POST, Voice.OWNER, "Mum was a nurse for forty years and never sat down"),
    ("a brown bear", _POST, Voice.OWNER, "My first thought was the timing belt"),
    ("question time", _POST, Voice.OWNER, "The question is who left the milk out"),
    ("a town in passing", _POST, Voice.OWNER, "Back from Grimsby, three hours behind a tractor"),
    ("a parade", _POST, Voice.OTHER, "Saw you on the High Street, looking very serious"),
    ("a word at the start", PassageKind.COMMENT, Voice.OWNER, "Thought that was you in the paint aisle"),
    ("a day", _POST, Voice.OWNER, "Nan was a Saturday person, never a Sunday"),
    ("a bowling alley", _POST, Voice.OWNER, "two strikes and the last pin still standing"),
    ("a date of birth", _POST, Voice.OWNER, "They had a boy, born on 14 June, home tomorrow"),
    ("the force", _POST, Voice.OWNER, "I've been working since I was sixteen and my feet know it"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Schooling(HERE, "Brambling Lane Primary"), ["profile-school"]),
        (Relative(HERE, "Ida Thistlewood", "Mother"), ["profile-family"]),
        (Relative(HERE, "Ida Thistlewood", "Großmutter"), ["profile-family"]),
        (Relative(HERE, "Ida Thistlewood"), ["profile-family"]),
        (Relative(HERE, "Ida Thistlewood", "Daughter"), []),
        (Relative(HERE, "Ida Thistlewood", "Married"), []),
        (ProfileField(HERE, FieldKind.HOME_TOWN, "Goole"), ["profile-home-town"]),
        (ProfileField(HERE, FieldKind.FORMER_NAME, "Kiera Cragg"), ["profile-former-name"]),
        (ProfileField(HERE, FieldKind.HOME_TOWN, "Goole", audience=Audience.ONLY_ME), []),
        (ProfileField(HERE, FieldKind.GENDER, "male"), []),
        (Schooling(HERE, ""), []),
        (Relative(HERE, "", "Cousin"), []),
    ],
)
def test_the_profile(record: Record, expected: list[str]) -> None:
    assert of_record(CHECK, record) == [(theme, Confidence.SURE) for theme in expected]


def test_a_followed_club_is_worth_a_look_only() -> None:
    found = sightings(CHECK, passage("Everton Football Club", _PAGE))
    assert [(sighting.theme, sighting.confidence) for sighting in found] == [("team", Confidence.POSSIBLE)]


def test_the_home_town_that_the_user_told_us_is_sure() -> None:
    found = sightings(CHECK, passage("born and bred in Goole"), OwnFacts(home_town="Goole"))
    assert {sighting.confidence for sighting in found} == {Confidence.SURE}


def test_a_birth_in_an_old_hospital_is_no_school() -> None:
    found = sightings(CHECK, passage("I was born in the old St Peter's in Maldon, one of the last"))
    assert themes(found) == {"birthplace"}
