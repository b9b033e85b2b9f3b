"""Opinions with the weight of the job, bios that promise them, accounts without a word on whose views they are."""

import pytest

from checks.conduct.missing_disclaimer import CHECK
from privacy_audit.checking import Context, Gathered, Sighting, seen
from privacy_audit.findings import Confidence
from privacy_audit.importing import Holder
from privacy_audit.model import FieldKind, Passage, PassageKind, ProfileField, Source, Voice
from privacy_audit.own_facts import OwnFacts
from tests.builders.asking import passage, sightings, themes

_POST, _COMMENT, _BIO, _MESSAGE = PassageKind.POST, PassageKind.COMMENT, PassageKind.BIO, PassageKind.MESSAGE

CAUGHT = [
    ("opinion", _COMMENT, "I'm a police officer and I would legalise the lot tomorrow"),
    ("opinion", _POST, "Speaking as a firefighter, sprinklers should be law in every school"),
    ("opinion", _COMMENT, "As a custody sergeant I'd scrap short sentences"),
    ("opinion", _COMMENT, "PCSO here. Dispersal orders do nothing, they just move them on"),
    ("opinion", _POST, "In my professional opinion that building is lethal"),
    ("opinion", _COMMENT, "Twenty years of policing and I can tell you prison doesn't work for these lads"),
    ("opinion", _COMMENT, "We nick the same four burglars every month, bail is pointless"),
    ("opinion", _POST, "I inspect flats for a living and half of these fire doors should be condemned"),
    ("opinion", _MESSAGE, "speaking as a fire officer those rules are a con"),
    ("bio", _BIO, "Cop. Strong opinions on roads and sentencing"),
    ("bio", _BIO, "Wholetime firefighter posting about kit, cuts and cover"),
    ("bio", _BIO, "Custody sergeant by night, blogging about bail by day"),
    ("bio", _BIO, "Straight talk about policing from the back of the van"),
]

LEFT_ALONE = [
    ("said so", _COMMENT, "I'm a police officer, my own view and not the force's, but I would legalise it"),
    ("said so in a post", _POST, "Personal view, nothing official: as a firefighter I'd make sprinklers law"),
    ("said so in a bio", _BIO, "Cop. Strong opinions on roads. Views my own"),
    ("said so of the force", _BIO, "Detective, opinions on courts, not those of my employer"),
    ("opinion of anybody", _COMMENT, "I think the courts are too soft and always have"),
    ("opinion of a voter", _POST, "The council should mend the road before the summer"),
    ("union", _POST, "Our branch says the cuts should be scrapped, come to the rally on Saturday"),
    ("a concern", _MESSAGE, "I have told the safety rep that the doors do not shut"),
    ("another trade", _COMMENT, "As a chartered accountant I can say stop keeping receipts in a shoebox"),
    ("a baker", _COMMENT, "Trust me, I'm a baker, that loaf should be banned"),
    ("a fan of dramas", _COMMENT, "That detective in the drama should be sacked, end of"),
    ("the job without an opinion", _POST, "Twenty years a firefighter today, there was cake"),
    ("a bio with the job", _BIO, "Firefighter, dad of two, sea swimmer"),
    ("a bio on crisps", _BIO, "Opinions on crisps. Preston"),
    ("years of marriage", _POST, "Thirty years married and we should have it in writing"),
    ("a runner's advice", _COMMENT, "You should never run in new shoes, I've seen what it does"),
]

_HERE = Source("facebook", "profile.json", "/bio")


@pytest.mark.parametrize(("theme", "kind", "text"), CAUGHT, ids=[row[2][:30] for row in CAUGHT])
def test_caught(theme: str, kind: PassageKind, text: str) -> None:
    assert theme in themes(sightings(CHECK, passage(text, kind)))


@pytest.mark.parametrize(("name", "kind", "text"), LEFT_ALONE, ids=[row[0] for row in LEFT_ALONE])
def test_left_alone(name: str, kind: PassageKind, text: str) -> None:
    assert themes(sightings(CHECK, passage(text, kind))) == set(), name


def _talk(number: int, kind: PassageKind = _POST, theme: str = "own-words") -> tuple[Sighting, ...]:
    said = [Passage("I am a PC", kind, Voice.OWNER, Source("facebook", "posts.json", f"/{i}")) for i in range(number)]
    return tuple(Sighting(theme, Confidence.LIKELY, (seen(one, (0, 4)),)) for one in said)


def _whole(
    bios: tuple[str, ...],
    talk: tuple[Sighting, ...],
    facts: OwnFacts | None = None,
    check: str = "employer-affiliation",
) -> list[Sighting]:
    records = tuple(ProfileField(_HERE, FieldKind.BIO, bio) for bio in bios)
    assert CHECK.on_whole is not None
    gathered = Gathered(records, {check: talk})
    holders = {"facebook": Holder(names=("Ludbridge Police",))}
    return list(CHECK.on_whole(gathered, Context(facts or OwnFacts(), holders)))


def test_an_account_that_talks_of_work_is_asked_for_a_word_in_its_bio() -> None:
    (found,) = _whole(("Sea swimmer",), _talk(4))
    assert found.theme == "account"
    assert found.evidence[0].source == _HERE
    assert len(found.evidence) == 5


@pytest.mark.parametrize(
    ("bios", "talk"),
    [
        (("Sea swimmer, views my own",), _talk(9)),
        (("Sea swimmer", "Here as myself. Opinions are mine"), _talk(9)),
        (("Sea swimmer",), _talk(2)),
        (("Sea swimmer",), _talk(9, _MESSAGE)),
        (("Sea swimmer",), _talk(9, _POST, "others-words")),
        ((), _talk(9)),
        (("  ",), _talk(9)),
    ],
    ids=["says so", "says so elsewhere", "two remarks", "private messages", "words of others", "no bio", "empty bio"],
)
def test_other_accounts_are_left_alone(bios: tuple[str, ...], talk: tuple[Sighting, ...]) -> None:
    assert _whole(bios, talk) == []


def test_an_official_account_is_left_alone() -> None:
    assert _whole(("Sea swimmer",), _talk(9), OwnFacts(official_accounts=("Ludbridge Police",))) == []


def test_words_of_conduct_count_and_are_not_shown() -> None:
    """They are not kept in the vault, so no other finding may carry them there."""
    (found,) = _whole(("Sea swimmer",), _talk(5, theme="managers"), check="grievance")
    assert [item.source for item in found.evidence] == [_HERE]
