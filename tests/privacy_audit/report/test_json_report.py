"""The machine-readable result: its shape by the shipped schema, what is masked, and what a terminal would obey."""

import json
from typing import Any

import jsonschema
import pytest

from privacy_audit.report.json_report import as_json, schema
from privacy_audit.result import AuditResult, Ownership
from tests.builders import results, told_result

RESULTS = {
    "hostile": told_result.result(),
    "confirmed": told_result.result(Ownership.CONFIRMED),
    "the window's": results.result(),
    "nothing found": told_result.result(found=()),
    "nothing read": AuditResult((), ()),
}


def tree(result: AuditResult, *, show_words: bool = False) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(as_json(result, show_words=show_words))
    return told


def checker() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))
    return jsonschema.Draft202012Validator(
        json.loads(schema()), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


@pytest.mark.parametrize("show_words", [True, False])
@pytest.mark.parametrize("name", RESULTS)
def test_it_keeps_to_the_schema(name: str, show_words: bool) -> None:
    checker().validate(tree(RESULTS[name], show_words=show_words))


SPOILED = [
    ("schema", "privacy-audit.findings/2"),
    ("owner", "somebody"),
    ("withheld", {"Home and family": 3}),
    ("withheld", {"home-and-family": 0}),
    ("dossier", {}),
    ("findings", [{"id": "x"}]),
    ("more", 1),
]


@pytest.mark.parametrize(("key", "value"), SPOILED, ids=[key for key, _ in SPOILED])
def test_the_schema_refuses_what_it_should(key: str, value: object) -> None:
    assert not checker().is_valid(tree(told_result.result()) | {key: value})


def test_quotes_are_masked_and_spans_left_out() -> None:
    finding = tree(told_result.result())["findings"][0]
    assert finding["evidence"][0]["quote"] == "•••• ••.••.•••• •• • ••••••• •••••"
    assert "spans" not in finding["evidence"][0]
    assert "quokka" not in as_json(told_result.result())


def test_words_are_shown_on_request() -> None:
    finding = tree(told_result.result(), show_words=True)["findings"][0]
    assert finding == {
        "id": "0f3a9c7e11d2",
        "check": "date-of-birth",
        "title": "Your date of birth is on show",
        "severity": "high",
        "confidence": "sure",
        "platform": "facebook",
        "audience": "unknown",
        "subject": "me",
        "touches": ["staff-safety"],
        "group": "birthday",
        "count": 4,
        "evidence": [
            {
                "export": 0,
                "member": "your_facebook_activity/posts/your_posts_1.json",
                "pointer": "/3/data",
                "date": "2024-03-14T09:30:00",
                "zone_known": False,
                "quote": "Born 14.06.1989 in a Tuesday hurry",
                "boxes": [],
                "spans": [[5, 15]],
            },
            {
                "export": 0,
                "member": "your_facebook_activity/posts/your_posts_1.json",
                "pointer": "/3/data",
                "date": None,
                "zone_known": False,
                "quote": "",
                "boxes": [[0.1, 0.2, 0.5, 0.9]],
                "spans": [],
            },
        ],
        "guidance": ["essex-police-c3011:3.4c"],
        "remedy": "facebook/birthday-audience",
        "reasons": ["It stands in your own words.", "The download does not say who can see it."],
    }


def test_the_joined_picture_is_told() -> None:
    assert tree(told_result.result(Ownership.CONFIRMED))["dossier"] == {
        "facts": [
            {"id": "birthday", "from": ["0f3a9c7e11d2"]},
            {"id": "employer", "from": ["77aa00b1c2d3"]},
        ],
        "paths": [
            {"id": "bank-questions", "open": True, "needs": [["birthday"]]},
            {"id": "wait", "open": True, "needs": [["employer", "birthday"], ["plate"]]},
            {"id": "home", "open": False, "needs": [["home-address"]]},
        ],
        "fixes": ["0f3a9c7e11d2"],
    }
    held = tree(told_result.result())
    assert held["dossier"] == {"facts": [], "paths": [], "fixes": []} and held["withheld"]["attack-paths"] == 2


def test_quotes_come_back_as_they_were() -> None:
    quotes = [item["quote"] for item in tree(told_result.result(), show_words=True)["findings"][1]["evidence"]]
    assert quotes == list(told_result.HOSTILE)


def test_the_export_is_told() -> None:
    export = tree(told_result.result())["exports"][0]
    assert export["path"] == ["facebook-part-1.zip", "facebook-part-2.zip"]
    assert export["records"] == dict.fromkeys(export["records"], 0) | {"posts": 250, "messages": 3000, "profile": 1}
    assert len(export["records"]) == 12
    assert export["account"] == {"names": ["Gareth Pugsley"], "made": "2025-09-06"}


@pytest.mark.parametrize("show_words", [True, False])
def test_nothing_in_it_can_steer_a_terminal_or_break_a_file(show_words: bool) -> None:
    text = as_json(told_result.result(), show_words=show_words)
    assert told_result.steering(text) == []
    text.encode("utf-8")
