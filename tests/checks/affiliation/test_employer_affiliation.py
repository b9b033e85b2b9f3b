"""Which words, records and whole accounts tell where somebody works, and which only look like it."""

import re
from datetime import UTC, datetime

import pytest

from checks.affiliation.employer_affiliation import CHECK
from privacy_audit.checking import Context, Gathered, Sighting
from privacy_audit.findings import Confidence
from privacy_audit.importing import Holder
from privacy_audit.lexicon import Service, ServiceKind, load_jobs, load_services, load_slang
from privacy_audit.model import (
    Employment,
    FieldKind,
    MediaUse,
    Moment,
    PartialDate,
    Passage,
    PassageKind,
    Photo,
    ProfileField,
    Record,
    Source,
    Voice,
)
from privacy_audit.own_facts import OwnFacts
from tests.builders.talk import SOURCE, context, passage, sightings, surest

POST, BIO, MESSAGE = PassageKind.POST, PassageKind.BIO, PassageKind.MESSAGE
GROUP, CONTACT, CAPTION, COMMENT = (
    PassageKind.GROUP_NAME,
    PassageKind.CONTACT_NAME,
    PassageKind.CAPTION,
    PassageKind.COMMENT,
)

CAUGHT = [
    (POST, "I'm a response officer so don't ring me before noon"),
    (POST, "Speaking as a watch manager, check the batteries in your alarm"),
    (POST, "Nine years with Humberside Police come Friday"),
    (POST, "Started with Dorset Police on Monday and my feet hurt"),
    (POST, "Custody sergeant here, happy to explain the booking in desk"),
    (POST, "PCSO by day, drummer by night"),
    (POST, "Passed my sergeant's exam, drinks are on me"),
    (POST, "Handed in my warrant card this morning"),
    (POST, "First arrest tonight and my hands have only just stopped shaking"),
    (POST, "Been a firefighter since 2009 and still can't cook"),
    (POST, "Can't come, I'm on Red Watch this weekend"),
    (POST, "I work for the council, in planning"),
    (POST, "I\u2019m a p\u200bolice officer, ask me anything"),
    (COMMENT, "as a PCSO I hear that every day"),
    (COMMENT, "my force still uses the old radios"),
    (MESSAGE, "I'm in the Met, been there twelve years"),
    (MESSAGE, "got my start date with Kent Fire and Rescue!!"),
    (CAPTION, "Attestation day, mum came too"),
    (BIO, "Dad. Runner. Detective Constable, Northumbria Police."),
    (BIO, "Wholetime firefighter, bad golfer"),
    (BIO, "Fire control. Cats. Tea"),
    (GROUP, "Cleveland Police netball girls"),
    (CONTACT, "My sergeant Kev (work)"),
]

LEFT_ALONE = [
    (POST, "Kent Police say please stay away from the seafront"),
    (POST, "Shared from Dorset Police: please share, silver Fiat seen leaving the car park"),
    (POST, "My brother in law is a police officer in Leeds"),
    (POST, "Our neighbour is a retired fireman and tells the best stories"),
    (POST, "Grandad was a constable in the fifties, bike and whistle"),
    (POST, "Dressed up as a fireman for the school fête"),
    (POST, "Watched a drama about a bent copper, the ending was daft"),
    (POST, "Copper pipes are in, kitchen next"),
    (POST, "The police came about my bike and gave me a number"),
    (POST, "Council tax letter came, up again"),
    (POST, "Custody of the biscuit tin goes to the dog"),
    (POST, "Special offer on plants at the market"),
    (POST, "My PC crashed again, lost the lot"),
    (POST, "The firefighters' union rally was loud and proud"),
    (POST, "Red watch with a new strap, forty quid"),
    (COMMENT, "He's been a copper longer than I've been alive"),
    (COMMENT, "Inspector Morse is better than the new one"),
    (MESSAGE, "rang 999 and they came in ten minutes"),
    (CAPTION, "Museum day: an old police box and a bun"),
    (BIO, "DJ Sergeant Pepper, weddings and parties"),
    (BIO, "Runner. Baker. Tired."),
    (BIO, "Policeman's daughter, teacher, gardener"),
    (GROUP, "Police Interceptors fans"),
    (CONTACT, "Constable Removals Ltd"),
]


@pytest.mark.parametrize(("kind", "text"), CAUGHT, ids=[text for _, text in CAUGHT])
def test_words_that_tell_the_job_are_seen(kind: PassageKind, text: str) -> None:
    assert surest(sightings(CHECK, passage(text, kind))) is Confidence.LIKELY


@pytest.mark.parametrize(("kind", "text"), LEFT_ALONE, ids=[text for _, text in LEFT_ALONE])
def test_words_that_only_look_like_it_are_left_alone(kind: PassageKind, text: str) -> None:
    assert surest(sightings(CHECK, passage(text, kind))) in (None, Confidence.POSSIBLE)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Congratulations on making sergeant, you kept that quiet", True),
        ("You'd know, you being a copper and all", True),
        ("So proud of you, first day at Gwent Police", True),
        ("My cousin is a police officer too", False),
        ("There were police all over the high street, did you see", False),
    ],
)
def test_what_others_say_of_the_owner(text: str, told: bool) -> None:
    found = sightings(CHECK, passage(text, POST, Voice.OTHER))
    assert (surest(found) is Confidence.LIKELY) is told
    assert all(sighting.theme == "others-words" for sighting in found)


@pytest.mark.parametrize(
    "text",
    [
        "Ballot paper from the union came, vote however you like but vote",
        "Proud to stand with the FBU on the picket line today",
        "Federation meeting tonight, bring your questions",
        "Been a union rep for nine years and still learning",
        "The Fire Brigades Union march was loud and cheerful",
        "Signed the petition to keep the night bus",
        "UNISON hardship fund is open, please share",
    ],
)
def test_trade_union_activity_is_never_a_finding(text: str) -> None:
    assert not sightings(CHECK, passage(text))


def test_the_gate_lets_through_whatever_a_judge_raises() -> None:
    for kind, text in CAUGHT:
        what = passage(text, kind)
        for rule in CHECK.rules:
            if what.kind in rule.kinds and what.voice in rule.voices and any(rule.judge(what, Context())):
                assert re.search(rule.gate, what.plain, re.IGNORECASE), text


def _asked(record: Record, known: Context | None = None) -> tuple[Sighting, ...]:
    assert CHECK.on_record is not None
    return tuple(CHECK.on_record(record, known or Context()))


EMPLOYERS = [
    ("Essex Police", "", True),
    ("Derbyshire Fire & Rescue Service", "HR Adviser", True),
    ("Leeds City Council", "", True),
    ("London Fire Brigade", "", True),
    ("", "Police Constable", True),
    ("Cardiff Fire Alarms Ltd", "Fitter", False),
    ("Fire Brigades Union", "Organiser", False),
    ("Police Federation", "Rep", False),
    ("Arts Council England", "", False),
    ("The Met Office", "Forecaster", False),
    ("Tesco", "Store detective", False),
    ("The Police Museum", "Guide", False),
]


@pytest.mark.parametrize(("employer", "title", "told"), EMPLOYERS)
def test_work_entries(employer: str, title: str, told: bool) -> None:
    found = _asked(Employment(SOURCE, employer=employer, title=title))
    assert [(sighting.theme, sighting.confidence) for sighting in found] == (
        [("profile", Confidence.SURE)] if told else []
    )


def test_a_former_post_is_said_to_be_one() -> None:
    (found,) = _asked(Employment(SOURCE, employer="Surrey Police", end=PartialDate(2015)))
    assert "former post" in found.reason


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("a.reed@kent.police.uk", True),
        ("a.reed@essex.pnn.police.uk", True),
        ("a.reed@hillside.leeds.sch.uk", True),
        ("a.reed@derbyshire.gov.uk", True),
        ("a.reed@wmfs.net", True),
        ("a.reed@example.com", False),
        ("police.fan@example.org", False),
        ("a.reed@notkent.police.uk.example.com", False),
        ("nonsense", False),
    ],
)
def test_addresses_at_work(address: str, told: bool) -> None:
    found = _asked(ProfileField(SOURCE, kind=FieldKind.EMAIL, value=address))
    assert [sighting.theme for sighting in found] == (["work-email"] if told else [])
    for sighting in found:
        ((start, end),) = sighting.evidence[0].spans
        assert address[start:end] == address.rpartition("@")[2]


def test_the_service_that_the_user_told_us_makes_it_sure() -> None:
    known = context(OwnFacts(service="West Mercia Police"))
    assert surest(sightings(CHECK, passage("Ten years with West Mercia Police today"), known)) is Confidence.SURE
    assert surest(sightings(CHECK, passage("Ten years with Gwent Police today"), known)) is Confidence.LIKELY
    (found,) = _asked(Employment(SOURCE, employer="Hillside Logistics"), context(OwnFacts(service="Hillside")))
    assert found.confidence is Confidence.SURE


def test_an_official_account_is_meant_to_be_seen() -> None:
    facts = OwnFacts(official_accounts=("@WMP_Ludlow",))
    known = context(facts, {"made-up": Holder(handles=("wmp_ludlow",))})
    assert not sightings(CHECK, passage("I'm a response officer in Ludlow"), known)
    assert not _asked(Employment(SOURCE, employer="West Mercia Police"), known)
    other = context(facts, {"made-up": Holder(handles=("gaz",))})
    assert sightings(CHECK, passage("I'm a response officer in Ludlow"), other)


def _whole(*passages: Passage) -> tuple[Sighting, ...]:
    assert CHECK.on_whole is not None
    seen_so_far = tuple(sighting for what in passages for sighting in sightings(CHECK, what))
    return tuple(CHECK.on_whole(Gathered((), {CHECK.id: seen_so_far}), Context()))


def test_several_items_are_joined_into_one_answer() -> None:
    (joined,) = _whole(
        passage("PC, Kent Police. Dad of two.", BIO),
        passage("Nine years with Kent Police come Friday"),
        passage("First arrest tonight, still shaking"),
    )
    assert joined.theme == "whole"
    assert joined.confidence is Confidence.LIKELY
    assert joined.reason == "These 3 items together tell that you work in policing: your bio and your own words."
    first, *items = joined.evidence
    assert (first.quote.reveal(), first.place) == ("You work at Kent Police", "Put together")
    assert len(items) == 3


def _picture(day: int, use: MediaUse = MediaUse.PROFILE, importer: str = SOURCE.importer) -> Photo:
    uploaded = Moment(datetime(2024, 5, day, tzinfo=UTC))
    return Photo(Source(importer, "photos.json", f"/{day}"), f"{day}.jpg", use=use, uploaded=uploaded)


def _beside(what: Passage, *photos: Photo) -> list[Sighting]:
    assert CHECK.on_whole is not None
    told = CHECK.on_whole(Gathered(photos, {CHECK.id: tuple(sightings(CHECK, what))}), Context())
    return [sighting for sighting in told if sighting.theme == "with-picture"]


def test_the_newest_profile_picture_beside_the_job_is_worth_a_look() -> None:
    (sighting,) = _beside(passage("PC, Kent Police. Dad of two.", BIO), _picture(1), _picture(9), _picture(4))
    assert sighting.confidence is Confidence.POSSIBLE
    assert sighting.evidence[0].source.pointer == "/9"


@pytest.mark.parametrize(
    ("said", "photo"),
    [
        (passage("PC, Kent Police. Dad of two.", BIO), _picture(1, MediaUse.ALBUM)),
        (passage("PC, Kent Police. Dad of two.", BIO), _picture(1, importer="elsewhere")),
        (passage("Gardener. Dad of two.", BIO), _picture(1)),
        (passage("Nine years with Kent Police come Friday"), _picture(1)),
    ],
)
def test_other_pictures_and_other_profiles_are_left_alone(said: Passage, photo: Photo) -> None:
    assert _beside(said, photo) == []


def test_one_item_is_not_a_picture() -> None:
    assert not _whole(passage("Nine years with Kent Police come Friday"))
    assert not _whole()


def test_turns_of_phrase_tell_together_what_none_tells_alone() -> None:
    turns = ["rest days cancelled again", "blues and twos all night", "scene guard until six, frozen"]
    assert not _whole(passage(turns[0]))
    assert not _whole(*[passage(turns[0])] * 5)
    (joined,) = _whole(*map(passage, turns))
    assert joined.confidence is Confidence.LIKELY
    assert "3 different turns of phrase" in joined.reason


def test_shift_work_alone_is_no_picture() -> None:
    assert not _whole(
        passage("I'm on nights again"), passage("my long shift is done"), passage("I'm on earlies all week")
    )


def test_reasons_and_titles_hold_no_words_of_the_export() -> None:
    (joined,) = _whole(passage("Wholetime firefighter, Quillbrook", BIO), passage("I'm a firefighter in Quillbrook"))
    assert "Quillbrook" not in joined.reason


def test_every_word_of_the_lists_passes_the_gate() -> None:
    own_words, hints = (next(rule for rule in CHECK.rules if rule.id.endswith(name)) for name in ("own-words", "hints"))
    jobs = [word for group in load_jobs() for word in (*group.strict, *group.framed, *group.letters) if group.strict]
    services = [name for service in load_services() if service.kind in NAMED for name in names_of(service)]
    gate = re.compile(own_words.gate, re.IGNORECASE)
    assert [word for word in (*jobs, *services) if not gate.search(f"i'm a {word} here")] == []
    hint = re.compile(hints.gate, re.IGNORECASE)
    assert [word for group in load_slang() for word in group.words if not hint.search(f"my {word}")] == []


NAMED = (ServiceKind.POLICE, ServiceKind.FIRE, ServiceKind.POLICING_BODY, ServiceKind.FIRE_BODY, ServiceKind.AMBULANCE)


def names_of(service: Service) -> list[str]:
    tail = {ServiceKind.POLICE: "Police", ServiceKind.FIRE: "Fire"}.get(service.kind, "")
    return [
        service.name,
        *service.variants,
        *service.abbreviations,
        *(f"{area} {tail}" for area in service.areas if tail),
    ]
