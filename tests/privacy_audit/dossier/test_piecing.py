"""The joined picture over small invented findings: what counts, what opens, what closes, what is held back."""

from dataclasses import replace

import pytest

from privacy_audit.dossier import Dossier, held_back, parse_atlas, piece_together
from privacy_audit.dossier.sentences import combinations_known, tally
from privacy_audit.findings import Confidence, Finding
from privacy_audit.model import Audience
from tests.builders import results

ATLAS = parse_atlas(
    """
    fact = [
      {id = "birth", title = "your birthday", gives = ["date-of-birth/profile", "date-of-birth/wishes"]},
      {id = "name", title = "a maiden name", gives = ["security-answers/maiden"]},
      {id = "job", title = "whom you work for", gives = ["service-logo/*"]},
    ]
    """,
    """
    path = [
      {id = "bank", title = "Bank", why = "It asks.", needs = [["birth", "name"], ["birth", "job", "name"]]},
      {id = "wait", title = "Wait", why = "It tells.", needs = [["job"]]},
    ]
    """,
)
MINUTES = {"dob": 2, "wish": 2, "maiden": 3, "logo": 9, "other": 1}


def finding(name: str, check: str, theme: str) -> Finding:
    return replace(results.finding(name, check, theme=theme), confidence=Confidence.LIKELY)


DOB = finding("dob", "date-of-birth", "profile")
WISH = finding("wish", "date-of-birth", "wishes")
MAIDEN = finding("maiden", "security-answers", "maiden")
LOGO = finding("logo", "service-logo", "whatever")
OTHER = finding("other", "audience-settings", "posts")


def picture(*found: Finding, without: tuple[str, ...] = ()) -> Dossier:
    return piece_together(found, lambda one: MINUTES[one.id], without, ATLAS)


def opens(dossier: Dossier) -> list[str]:
    return [path.id for path in dossier.open_paths]


TABLE = [
    ("nothing", (), [], []),
    ("one fact opens nothing", (DOB,), [], []),
    ("two facts open it; the cheaper goes", (DOB, MAIDEN), ["bank"], ["dob"]),
    ("a fact with two sources is dearer", (DOB, WISH, MAIDEN), ["bank"], ["maiden"]),
    ("every theme of a check", (LOGO,), ["wait"], ["logo"]),
    ("the quicker path closes first", (LOGO, MAIDEN, WISH), ["bank", "wait"], ["wish", "logo"]),
    ("what gives no fact away", (OTHER, DOB), [], []),
    ("a hint is no fact", (replace(DOB, confidence=Confidence.POSSIBLE), MAIDEN), [], []),
    ("what only you can see is no fact", (replace(DOB, audience=Audience.ONLY_ME), MAIDEN), [], []),
    ("friends can pass it on", (replace(DOB, audience=Audience.FRIENDS), MAIDEN), ["bank"], ["dob"]),
]


@pytest.mark.parametrize(("_name", "found", "paths", "fixes"), TABLE, ids=[row[0] for row in TABLE])
def test_table(_name: str, found: tuple[Finding, ...], paths: list[str], fixes: list[str]) -> None:
    dossier = picture(*found)
    assert opens(dossier) == paths
    assert list(dossier.fixes) == fixes
    assert [path.id for path in dossier.paths] == ["bank", "wait"]


def test_a_decision_takes_its_finding_out() -> None:
    found = (DOB, WISH, MAIDEN, LOGO)
    assert opens(picture(*found)) == ["bank", "wait"]
    assert opens(picture(*found, without=("dob",))) == ["bank", "wait"], "the wishes still tell it"
    assert picture(*found, without=("dob",)).fixes == ("wish", "logo")
    assert opens(picture(*found, without=("dob", "wish"))) == ["wait"]
    assert opens(picture(*found, without=("maiden", "logo"))) == []


def test_what_opens_and_closes_one_path() -> None:
    bank, wait = picture(DOB, MAIDEN, LOGO).paths
    assert bank.closed_by == ("dob",) and wait.closed_by == ("logo",)
    assert combinations_known(picture(DOB, MAIDEN, LOGO), bank) == (
        "Your birthday and a maiden name",
        "Your birthday, whom you work for and a maiden name",
    )
    assert picture(DOB).paths[0].closed_by == ()


SAID = [
    ((), "None of the 2 ways"),
    ((LOGO,), "1 of the 2 ways looked at here is open with what was found. One thing to sort out would close it."),
    ((LOGO, DOB, MAIDEN), "All 2 ways looked at here are open with what was found. 2 things to sort out would close"),
]


@pytest.mark.parametrize(("found", "expected"), SAID)
def test_the_tally_is_one_calm_sentence(found: tuple[Finding, ...], expected: str) -> None:
    assert tally(picture(*found)).startswith(expected)


def test_while_the_owner_is_unconfirmed_paths_are_only_counted() -> None:
    known = results.finding("plate", "home-and-family", theme="address")
    assert held_back([known], lambda _one: 3) == {"attack-paths": 1}
    assert held_back([], lambda _one: 3) == {}
