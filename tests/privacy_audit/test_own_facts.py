"""The user's own facts: what a file may hold, and that a refusal names the key and never the value."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_audit.errors import DataError
from privacy_audit.own_facts import Answer, OwnFacts
from privacy_audit.own_facts_file import load_own_facts, parse_own_facts

WHOLE = """
[own]
names = ["Gareth Pugsley", "Gaz"]
service = "West Mercia Police"
role = "response officer"
places_of_work = ["Ludlow police station, 52.3671 -2.7182"]
official_accounts = ["@WMP_Ludlow"]
under_investigation = "not sure"
date_of_birth = 1987-03-14
home_town = "Ludlow"
home_postcode = "SY8 1AA"
family_names = ["Lily", "Jack"]
politically_restricted = false
sick_leave = [[2024-01-08, 2024-02-02]]
guidance = ["essex-police-c3011"]
"""


def test_every_key_is_read() -> None:
    assert parse_own_facts(WHOLE) == OwnFacts(
        names=("Gareth Pugsley", "Gaz"),
        service="West Mercia Police",
        role="response officer",
        places_of_work=("Ludlow police station, 52.3671 -2.7182",),
        official_accounts=("@WMP_Ludlow",),
        under_investigation=Answer.NOT_SURE,
        date_of_birth=date(1987, 3, 14),
        home_town="Ludlow",
        home_postcode="SY8 1AA",
        family_names=("Lily", "Jack"),
        politically_restricted=False,
        sick_leave=((date(2024, 1, 8), date(2024, 2, 2)),),
        guidance=("essex-police-c3011",),
    )


@pytest.mark.parametrize("text", ["", "[own]\n", "# nothing yet\n"])
def test_every_key_is_optional(text: str) -> None:
    assert parse_own_facts(text) == OwnFacts()


def test_no_service_is_no_word_to_search_for() -> None:
    assert parse_own_facts('[own]\nservice = "None"').service == ""


REFUSED = [
    ("names", '"Quokka"'),
    ("names", '["Quokka", 7]'),
    ("service", "7711"),
    ("role", '["Quokka"]'),
    ("places_of_work", '"Quokka"'),
    ("official_accounts", "true"),
    ("under_investigation", '"Quokka"'),
    ("under_investigation", "true"),
    ("date_of_birth", '"1977-11-30"'),
    ("date_of_birth", "1977-11-30T10:00:00"),
    ("home_town", "7711"),
    ("home_postcode", "7711"),
    ("family_names", '"Quokka"'),
    ("politically_restricted", '"Quokka"'),
    ("politically_restricted", "1"),
    ("sick_leave", "[1977-11-30]"),
    ("sick_leave", "[[1977-11-30]]"),
    ("sick_leave", "[[1977-11-30, 1977-11-29]]"),
    ("sick_leave", '[["Quokka", "Quokka"]]'),
    ("guidance", "7711"),
]


@pytest.mark.parametrize(("key", "value"), REFUSED, ids=[f"{key} {value}" for key, value in REFUSED])
def test_a_wrong_type_is_refused_by_key(key: str, value: str) -> None:
    with pytest.raises(DataError) as refused:
        parse_own_facts(f"[own]\n{key} = {value}")
    sentence = refused.value.sentence
    assert key in sentence
    assert not [word for word in ("Quokka", "7711", "1977-11") if word in sentence]


@pytest.mark.parametrize(
    "text",
    ['[own]\nnickname = "Quokka"', 'names = ["Quokka"]', '[mine]\nrole = "Quokka"', 'own = "Quokka"'],
)
def test_unknown_keys_are_refused(text: str) -> None:
    with pytest.raises(DataError) as refused:
        parse_own_facts(text)
    assert "[own]" in refused.value.sentence
    assert "Quokka" not in refused.value.sentence


def test_a_value_on_the_wrong_side_is_not_repeated() -> None:
    with pytest.raises(DataError) as refused:
        parse_own_facts('[own]\n"Gareth Quokka" = "names"')
    assert "Quokka" not in refused.value.sentence


def test_a_broken_file_is_refused_without_its_words() -> None:
    with pytest.raises(DataError) as refused:
        parse_own_facts("[own]\nnames = [Quokka")
    assert "Quokka" not in refused.value.sentence
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_facts_or_one_sentence(text: str) -> None:
    answer: object
    try:
        answer = parse_own_facts(text)
    except DataError as refused:
        answer = refused.sentence[-1]
    assert answer == "." or isinstance(answer, OwnFacts)


def test_a_file_that_others_can_read_gets_a_warning(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(WHOLE, encoding="utf-8")
    own.chmod(0o600)
    assert load_own_facts(own).warnings == ()
    if os.name == "posix":
        own.chmod(0o640)
        (warning,) = load_own_facts(own).warnings
        assert "Other people" in warning


def test_a_guidance_document_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(WHOLE, encoding="utf-8")
    assert load_own_facts(own, ("essex-police-c3011", "ecfrs")).facts.guidance == ("essex-police-c3011",)
    with pytest.raises(DataError, match="ecfrs"):
        load_own_facts(own, ("ecfrs",))


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00[own]", b"#" * 70_000])
def test_a_file_that_is_no_such_file_is_refused(tmp_path: Path, content: bytes | None) -> None:
    own = tmp_path / "own.toml"
    if content is not None:
        own.write_bytes(content)
    with pytest.raises(DataError) as refused:
        load_own_facts(own)
    assert str(tmp_path) not in refused.value.sentence
