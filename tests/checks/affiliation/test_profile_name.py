"""Display names and handles that tell a service or a job, and those that only look like it."""

import re

import pytest

from checks.affiliation.profile_name import CHECK
from privacy_audit.checking import Context
from privacy_audit.findings import Confidence
from privacy_audit.model import FieldKind, PassageKind, ProfileField
from privacy_audit.own_facts import OwnFacts
from tests.builders.talk import SOURCE, context, passage, sightings, surest

CAUGHT = [
    ("PCSmith", "job-in-name"),
    ("PC Dave Marsh", "job-in-name"),
    ("watchmanager_dave", "job-in-name"),
    ("Sgt Jones WMP", "service-in-name"),
    ("kentpolice_lou", "service-in-name"),
    ("SurreyCopper", "job-in-name"),
    ("Anna | Essex Police", "service-in-name"),
    ("Norfolk Fire Nick", "service-in-name"),
    ("firefighter.tom", "job-in-name"),
    ("thatfiremanjoe", "job-in-name"),
    ("PCSO_Nadia", "job-in-name"),
    ("DetectiveSergeantMo", "job-in-name"),
    ("Insp Rhys Cole", "job-in-name"),
    ("uk_policeman_89", "job-in-name"),
    ("custody_karen", "job-in-name"),
    ("RedWatchRoy", "job-in-name"),
    ("the_thin_blue_line_pete", "job-in-name"),
    ("special_constable_sam", "job-in-name"),
    ("HedduluCymru heddlu_huw", "job-in-name"),
    ("LFB_Lisa", "service-in-name"),
    ("fire_control_fay", "job-in-name"),
    ("crewmanagerkim", "job-in-name"),
    ("P\uff23\uff33O Nadia", "job-in-name"),
    ("ludbridgecouncil_jo", "service-in-name"),
    ("Fenwick Borough Council Lee", "service-in-name"),
    ("\u01a4olice\u01a4am Leeds", "job-in-name"),
    ("that.detective.dad", "job-in-name"),
]

LEFT_ALONE = [
    "John Constable",
    "emma.sargent",
    "Kent Marlow",
    "Essex girl Jo",
    "Sam Fireman",
    "Martin Copperfield",
    "coppertop_kate",
    "policy_wonk_pat",
    "DC_Comics_dan",
    "PC Gamer Pete",
    "Sergeant Pepper tribute",
    "Bobby Charlton fan",
    "bobby.dazzler",
    "firesidechats",
    "campfire_kev",
    "nightwatch_reads",
    "watchmaker_will",
    "Major Tim",
    "Officer's Mess Cafe",
    "specialoccasioncakes",
    "detectorist_den",
    "Fireman Sam mum",
    "grammar_police_penny",
    "Wells Fargo Fran",
    "retained_water",
    "Metropolitan Mel",
    "student_council_sam",
    "councilhousekid",
    "jedicouncil_jim",
    "councillor.carol",
    "detective_novel_nan",
    "detectivestoryclub",
]


@pytest.mark.parametrize(("name", "theme"), CAUGHT)
def test_names_that_tell_the_job(name: str, theme: str) -> None:
    found = sightings(CHECK, passage(name, PassageKind.HANDLE))
    assert [sighting.theme for sighting in found] == [theme]
    assert surest(found) is Confidence.LIKELY
    assert re.search(CHECK.rules[0].gate, passage(name).plain, re.IGNORECASE)


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_names_that_only_look_like_it(name: str) -> None:
    assert not sightings(CHECK, passage(name, PassageKind.HANDLE))


@pytest.mark.parametrize("kind", [FieldKind.NAME, FieldKind.HANDLE, FieldKind.OTHER_NAME])
def test_fields_of_the_profile_are_asked_too(kind: FieldKind) -> None:
    assert CHECK.on_record is not None
    (found,) = CHECK.on_record(ProfileField(SOURCE, kind=kind, value="Lou Kent Police"), Context())
    ((start, end),) = found.evidence[0].spans
    assert "Lou Kent Police"[start:end] == "Kent Police"
    assert not tuple(
        CHECK.on_record(ProfileField(SOURCE, kind=FieldKind.EMAIL, value="pcsmith@example.com"), Context())
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("follow me at @pcso_petra for hill walks", True),
        ("Gamertag SgtSlaughterhouseHull, PCSO_Pip on the other one", True),
        ("DC Mara Quill | hills and cake", True),
        ("insta is firefighter_fran, all cats", True),
        ("find me as coppertop_kate, hair and all", False),
        ("All my views. See YouTube and LinkedIn", False),
        ("Email me at pat@example.org", False),
    ],
)
def test_handles_that_a_bio_gives(text: str, told: bool) -> None:
    assert bool(sightings(CHECK, passage(text, PassageKind.BIO))) is told


def test_the_own_service_in_a_name_is_sure() -> None:
    known = context(OwnFacts(service="Kent Police"))
    assert surest(sightings(CHECK, passage("Lou Kent Police", PassageKind.HANDLE), known)) is Confidence.SURE
