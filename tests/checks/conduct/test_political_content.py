"""Party politics is found only where the role is restricted; voting, union work and opinion are left alone."""

import pytest

from checks.conduct.political_content import CHECK
from privacy_audit.findings import Confidence
from privacy_audit.model import PassageKind, Voice
from privacy_audit.own_facts import OwnFacts
from tests.builders.talk import context, passage, sightings, surest

POST, COMMENT, MESSAGE, BIO, CAPTION = (
    PassageKind.POST,
    PassageKind.COMMENT,
    PassageKind.MESSAGE,
    PassageKind.BIO,
    PassageKind.CAPTION,
)
RESTRICTED = context(OwnFacts(politically_restricted=True))

CAUGHT = [
    ("acts", POST, "Spent the morning canvassing for the Lib Dems"),
    ("acts", POST, "Proud to be standing as the Green Party candidate in our ward"),
    ("acts", MESSAGE, "I've joined the Labour Party, sent the form off today"),
    ("acts", POST, "Rosette on, off to the count"),
    ("acts", CAPTION, "Tory conference with the gang"),
    ("acts", MESSAGE, "can you take some SNP leaflets round your street"),
    ("endorses", POST, "Vote Labour on Thursday"),
    ("endorses", COMMENT, "anyone but the Tories please"),
    ("endorses", COMMENT, "Reform have my vote"),
    ("endorses", POST, "Get the Conservatives out, every last one"),
    ("endorses", COMMENT, "Plaid all the way"),
    ("endorses", BIO, "Dad, runner, Labour member"),
    ("endorses", BIO, "Lib Dem councillor for the lakes. Tea."),
    ("endorses", COMMENT, "I'll be voting for him again"),
]

LEFT_ALONE = [
    (POST, "Don't forget to vote on Thursday, polls open at seven"),
    (POST, "Register to vote by Tuesday, it takes five minutes"),
    (POST, "Dogs at polling stations, the best hashtag of the year"),
    (COMMENT, "did you watch the leaders' debate on telly last night"),
    (POST, "Our union rally is on Saturday, bring the banner"),
    (POST, "Voted for strike action today with UNISON"),
    (POST, "In labour since four, send biscuits"),
    (POST, "Green Watch quiz night, two pound a head"),
    (COMMENT, "a conservative guess would be forty miles"),
    (POST, "The reform of the bus timetable is a disaster"),
    (MESSAGE, "counting cakes at the church hall, 41 so far"),
    (COMMENT, "I think the council should fix the potholes before anything else"),
    (POST, "Vote for Biscuit in the pet show, number nine"),
    (COMMENT, "Grandad was a Labour councillor before the war"),
    (BIO, "Midwife on labour ward. Tired."),
    (CAPTION, "red rose from the garden"),
]


@pytest.mark.parametrize(("theme", "kind", "text"), CAUGHT, ids=[text for _, _, text in CAUGHT])
def test_acts_and_endorsements_are_seen_where_the_role_is_restricted(theme: str, kind: PassageKind, text: str) -> None:
    found = sightings(CHECK, passage(text, kind), RESTRICTED)
    assert theme in {sighting.theme for sighting in found}
    assert surest(found) is Confidence.LIKELY


@pytest.mark.parametrize(("kind", "text"), LEFT_ALONE, ids=[text for _, text in LEFT_ALONE])
def test_voting_union_work_and_opinion_are_left_alone(kind: PassageKind, text: str) -> None:
    assert sightings(CHECK, passage(text, kind), RESTRICTED) == ()


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        (OwnFacts(), False),
        (OwnFacts(role="watch manager", service="London Fire Brigade"), False),
        (OwnFacts(role="police constable", service="Kent Police"), True),
        (OwnFacts(role="deputy PFCC"), False),
        (OwnFacts(role="engagement officer", service="OPCC"), True),
        (OwnFacts(role="police constable", politically_restricted=False), False),
        (OwnFacts(role="planner", service="Southend council", politically_restricted=True), True),
    ],
    ids=["nothing told", "fire", "constable", "the Deputy", "commissioner's staff", "own no first", "own yes first"],
)
@pytest.mark.parametrize(("theme", "kind", "text"), CAUGHT[:3], ids=["canvassing", "standing", "joining"])
def test_only_restricted_roles_are_asked(
    facts: OwnFacts, asked: bool, theme: str, kind: PassageKind, text: str
) -> None:
    assert bool(sightings(CHECK, passage(text, kind), context(facts))) is asked, theme


def test_what_others_tell_is_theirs_to_change() -> None:
    thanks = passage("Thanks for leafleting with us for the Greens, you star", POST, Voice.OTHER)
    assert [sighting.theme for sighting in sightings(CHECK, thanks, RESTRICTED)] == ["others-say"]
    assert sightings(CHECK, thanks, context(OwnFacts(role="firefighter"))) == ()


def test_conduct_keeps_no_words() -> None:
    assert CHECK.conduct
