"""How the user looks to others: who sees what, by audience, by what the user says, and by where the evidence stands."""

from dataclasses import replace

import pytest

from checks import CHECKS
from privacy_audit.dossier import load_atlas
from privacy_audit.findings import Confidence, Finding
from privacy_audit.model import Audience
from privacy_audit.onlookers import Looks, Onlooker, Reach, Sight, load_hidden, looks
from tests.builders import results

BIRTH, ADDRESS = "Your full date of birth", "Your address"
STRANGER, OTHER, FRIEND = Onlooker
OPEN, NOT_TOLD, PERHAPS = Sight


def finding(
    audience: Audience = Audience.UNKNOWN,
    confidence: Confidence = Confidence.SURE,
    place: str = "Profile",
    check: str = "date-of-birth",
    theme: str = "profile",
) -> Finding:
    items = (results.evidence("14 March 1989", place=place),)
    made = results.finding(f"{check}/{theme}/{place}", check, theme=theme, items=items)
    return replace(made, audience=audience, confidence=confidence)


def seen(told: Looks) -> dict[Onlooker, dict[str, Sight]]:
    return {
        view.onlooker: {glimpse.words: glimpse.sight for site in view.sites for glimpse in site.glimpses}
        for view in told.views
    }


AUDIENCES = [
    (Audience.EVERYONE, Confidence.SURE, (OPEN, OPEN, OPEN)),
    (Audience.UNKNOWN, Confidence.SURE, (NOT_TOLD, NOT_TOLD, NOT_TOLD)),
    (Audience.FRIENDS, Confidence.SURE, (None, None, OPEN)),
    (Audience.LISTED, Confidence.SURE, (None, None, PERHAPS)),
    (Audience.ONLY_ME, Confidence.SURE, (None, None, None)),
    (Audience.EVERYONE, Confidence.POSSIBLE, (PERHAPS, PERHAPS, PERHAPS)),
    (Audience.FRIENDS, Confidence.LIKELY, (None, None, OPEN)),
]


@pytest.mark.parametrize(("audience", "confidence", "expected"), AUDIENCES)
def test_who_sees_it(audience: Audience, confidence: Confidence, expected: tuple[Sight | None, ...]) -> None:
    told = looks([finding(audience, confidence)])
    assert tuple(seen(told)[onlooker].get(BIRTH) for onlooker in Onlooker) == expected
    assert told.only_me == (expected == (None, None, None))


REACHES = [
    (Reach.EVERYONE, (OPEN, OPEN, OPEN)),
    (Reach.FRIENDS_OF_FRIENDS, (None, OPEN, OPEN)),
    (Reach.FRIENDS, (None, None, OPEN)),
    (Reach.ONLY_ME, (None, None, None)),
]


@pytest.mark.parametrize(("reach", "expected"), REACHES)
def test_what_the_user_says_stands_in_for_what_is_not_told(reach: Reach, expected: tuple[Sight | None, ...]) -> None:
    told = looks([finding()], said={"facebook": reach})
    assert tuple(seen(told)[onlooker].get(BIRTH) for onlooker in Onlooker) == expected
    assert told.not_told == ("facebook",), "the question stays, so that the answer can be changed"


def test_what_the_user_says_changes_nothing_that_the_download_tells() -> None:
    told = looks([finding(Audience.EVERYONE)], said={"facebook": Reach.ONLY_ME, "x": Reach.ONLY_ME})
    assert seen(told)[STRANGER] == {BIRTH: OPEN}
    assert told.not_told == ()


PLACES = [
    ("Profile", "date-of-birth", "profile", "seen"),
    ("Post", "date-of-birth", "profile", "seen"),
    ("Message", "date-of-birth", "profile", "in chats"),
    ("Message thread", "service-user-friendship", "met-through-work", "in chats"),
    ("Name of a contact", "service-user-friendship", "met-through-work", "inside"),
    ("Location history", "location-trail", "home", "inside"),
    ("Settings", "audience-settings", "not-hidden", "seen"),
    ("Settings", "audience-settings", "tags", "inside"),
    ("Profile", "linked-apps", "active", "inside"),
    ("Post", "work-device-login", "device", "inside"),
]


@pytest.mark.parametrize(("place", "check", "theme", "expected"), PLACES)
def test_where_nobody_looks_is_counted_apart(place: str, check: str, theme: str, expected: str) -> None:
    told = looks([finding(Audience.EVERYONE, place=place, check=check, theme=theme)])
    assert {"seen": told.views[0].count > 0, "in chats": told.in_chats == 1, "inside": told.inside == 1}[expected]
    assert (told.views[0].count > 0) + told.in_chats + told.inside == 1


def test_one_place_in_sight_is_enough() -> None:
    both = replace(finding(), evidence=(*finding(place="Message").evidence, *finding(place="Comment").evidence))
    assert looks([both]).views[0].count == 1


def test_findings_that_give_one_fact_away_share_a_line_and_the_widest_audience_counts() -> None:
    told = looks([finding(Audience.FRIENDS), replace(finding(Audience.EVERYONE, theme="full-date"), id="second")])
    (glimpse,) = told.views[2].sites[0].glimpses
    assert glimpse.findings == ("date-of-birth/profile/Profile", "second")
    assert glimpse.sight is OPEN
    assert seen(told)[STRANGER] == {BIRTH: OPEN}


def test_sorting_a_finding_takes_it_out() -> None:
    found = [finding(), finding(check="home-and-family", theme="address")]
    assert set(seen(looks(found))[STRANGER]) == {BIRTH, ADDRESS}
    assert set(seen(looks(found, {found[0].id}))[STRANGER]) == {ADDRESS}


def test_each_platform_has_its_own_lines() -> None:
    told = looks([finding(), replace(finding(Audience.FRIENDS), platform="instagram")])
    assert [site.platform for site in told.views[0].sites] == ["facebook"]
    assert [site.platform for site in told.views[2].sites] == ["facebook", "instagram"]


def test_the_words_are_our_own() -> None:
    """Nothing of the export is told: only titles of facts and of themes."""
    titles = {row.title.casefold() for row in load_atlas().facts}
    titles |= {finding.title.casefold() for finding in results.findings()}
    told = looks(results.findings())
    assert {words.casefold() for view in seen(told).values() for words in view} <= titles


def test_no_findings_are_nothing_to_see() -> None:
    assert [view.count for view in looks([]).views] == [0, 0, 0]


def test_the_checks_that_look_inside_the_account_exist_or_are_to_come() -> None:

    themes = {(check.id, theme.id) for check in CHECKS for theme in check.themes}
    assert load_hidden().shown <= themes
