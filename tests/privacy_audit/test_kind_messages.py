"""Ready messages to other people are kind and tell nothing: ours, those of packs, and rows by another hand."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from privacy_audit.beyond import load_beyond
from privacy_audit.kind_messages import Flaw, flaws
from privacy_audit.packs.pack_rules import _about_remedies
from privacy_audit.remedies import load_remedies, parse_remedies

_ROWS = Path(__file__).parents[1] / "checks" / "rows" / "kind-message.tsv"
_ENOUGH = 20
_OURS = [
    pytest.param(step.message, id=f"{remedy.id} {number}")
    for remedy in (*load_remedies(), *load_beyond())
    for number, step in enumerate(remedy.steps)
    if step.message
]

DISGUISED = [
    ("They are at r\u200bisk. Thank you!", Flaw.RISK),
    ("Please, the POLICE. Thank you!", Flaw.WORK),
    ("My fire   service would mind. Thank you!", Flaw.WORK),
    ("You shouldn\u2019t have. Thank you!", Flaw.BLAME),
    ("Three threats. Thank you!", Flaw.RISK),
    ("The sergeant's page. Thank you!", Flaw.WORK),
]
INNOCENT = [
    "Could you take down the clip of us watching the match? Thank you!",
    "Please do not feel forced to. Thank you!",
    "Could you crop the stationery shop out? Thank you!",
    "Would you mind the cape and the copperplate writing? Thank you!",
]


def _rows(expect: str) -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in _ROWS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert {row[0] for row in rows} == {"kind", "not-kind"}
    return [(text, why) for told, _to, text, why in rows if told == expect]


@pytest.mark.parametrize("message", _OURS)
def test_every_ready_message_of_ours_is_kind(message: str) -> None:
    assert flaws(message) == ()
    assert message.rstrip("!. ").lower().endswith("thank you")


@pytest.mark.parametrize(("message", "why"), _rows("kind"))
def test_kind_messages_by_another_hand(message: str, why: str) -> None:
    assert why == "-"
    assert flaws(message) == ()


@pytest.mark.parametrize(("message", "why"), _rows("not-kind"))
def test_messages_that_are_not_kind_by_another_hand(message: str, why: str) -> None:
    assert flaws(message) == (Flaw(why),)


@pytest.mark.parametrize(("message", "flaw"), DISGUISED)
def test_no_disguise_helps(message: str, flaw: Flaw) -> None:
    assert flaws(message) == (flaw,)


@pytest.mark.parametrize("message", [*INNOCENT, "", " "])
def test_words_that_only_look_alike_are_let_be(message: str) -> None:
    assert flaws(message) == ()


def test_every_flaw_of_a_message_is_told() -> None:
    assert flaws("You must go, the police say there is a threat") == (*Flaw,)


def test_there_are_enough_rows_of_either_kind() -> None:
    assert len(dict(_rows("kind"))) >= _ENOUGH
    assert len(dict(_rows("not-kind"))) >= _ENOUGH
    assert {why for _text, why in _rows("not-kind")} == {flaw.value for flaw in Flaw}


def test_each_word_of_the_lists_is_found_and_stands_once() -> None:
    lists = tomllib.loads((files("privacy_audit") / "kind_messages.toml").read_text(encoding="utf-8"))
    banned = {"risk": Flaw.RISK, "work": Flaw.WORK, "blame": Flaw.BLAME}
    for name, flaw in banned.items():
        assert [word for word in lists[name] if flaw not in flaws(f"So, {word}.")] == []
    words = [word for one in lists.values() for word in one]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("flaw", [Flaw.RISK, Flaw.WORK, Flaw.BLAME, Flaw.THANKLESS])
def test_a_pack_is_told_what_is_wrong_with_its_message(flaw: Flaw) -> None:
    said = next(text for text, why in _rows("not-kind") if why == flaw.value)
    data = _REMEDY + f'message = "{said}"\n'
    assert list(_about_remedies(parse_remedies("facebook.toml", data))) == [
        f"The pack holds a message to somebody else that {flaw.value}."
    ]


_REMEDY = """
[[remedy]]
id = "tags"
title = "Ask a friend"
mark = "U"
checked_on = 2026-11-21
[[remedy.step]]
kind = "ask-someone"
text = "Ask whoever put it there."
"""
