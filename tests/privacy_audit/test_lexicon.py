"""The word lists load, hold what they should, and refuse damage with a sentence."""

import re
from collections import Counter
from pathlib import Path

import pytest

from privacy_audit import lexicon
from privacy_audit.errors import DataError
from privacy_audit.job_words import job_words
from privacy_audit.lexicon import (
    ServiceKind,
    load_contact_signs,
    load_jobs,
    load_name_words,
    load_only_before,
    load_services,
    load_setting_topics,
    load_slang,
    service_at,
)


def test_services_are_all_there_and_each_once() -> None:
    services = load_services()
    assert not [name for name, count in Counter(service.id for service in services).items() if count > 1]
    kinds = Counter(service.kind for service in services)
    territorial = [service for service in services if service.kind is ServiceKind.POLICE and service.areas]
    assert len(territorial) >= 45
    assert kinds[ServiceKind.FIRE] >= 49
    assert kinds[ServiceKind.AMBULANCE] >= 13
    assert {service.nation for service in services} >= {"England", "Wales", "Scotland", "Northern Ireland", "UK"}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("a@kent.police.uk", "police-kent"),
        ("A@KENT.POLICE.UK", "police-kent"),
        ("a@mail.kent.police.uk", "police-kent"),
        ("a@unheard-of.police.uk", "police-any"),
        ("a@essex.pnn.police.uk", "police-any"),
        ("a@essex-fire.gov.uk", "fire-essex"),
        ("a@leeds.gov.uk", "council-council"),
        ("a@southend.gov.uk", "council-southend"),
        ("a@hill.leeds.sch.uk", "school-any"),
        ("a@example.com", None),
        ("a@police.uk.example.com", None),
        ("a@notkent.example", None),
        ("", None),
        ("@", None),
        ("gareth", None),
    ],
)
def test_the_domain_of_an_address_names_the_service(address: str, expected: str | None) -> None:
    found = service_at(address, load_services())
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Kent Police",
        "Devon & Cornwall Police",
        "West Mids Police",
        "GMP",
        "the Met",
        "Heddlu Gwent",
        "Notts Fire",
        "Tyne and Wear Fire and Rescue Service",
        "LFB",
        "Lancs cops",
        "Police Scotland",
        "PSNI",
        "Dyfed-Powys Police",
    ],
)
def test_people_name_services_in_many_ways(name: str) -> None:
    assert re.fullmatch(job_words()["service"], name, re.IGNORECASE)


@pytest.mark.parametrize(
    "name", ["Kent", "Essex fire alarms", "the met office", "when they met", "police", "fire", "LFBB"]
)
def test_other_words_are_no_services(name: str) -> None:
    found = re.search(job_words()["service"] + r"\b", name, re.IGNORECASE)
    assert found is None


def test_patterns_of_the_lists_compile_and_reasons_differ() -> None:
    signs = load_contact_signs()
    for sign in signs:
        re.compile(sign.pattern, re.IGNORECASE)
    for word, follow in load_only_before().items():
        re.compile(word + follow)
    assert len({sign.reason for sign in signs}) == len(signs)
    assert {topic.theme for topic in load_setting_topics()} >= {"posts", "tags", "found"}
    assert [group.weight for group in load_slang()] == [3, 2, 1]
    assert {jobs.kind for jobs in load_jobs()} >= {ServiceKind.POLICE, ServiceKind.FIRE, ServiceKind.COUNCIL}
    assert load_name_words()["alone"]


@pytest.mark.parametrize(
    ("file", "load"),
    [
        ("services.csv", load_services),
        ("roles.toml", load_jobs),
        ("roles.toml", load_only_before),
        ("slang.toml", load_slang),
        ("settings.toml", load_setting_topics),
        ("work_contact.toml", load_contact_signs),
        ("profile_names.toml", load_name_words),
    ],
)
@pytest.mark.parametrize("damage", ["", "id,name\n1,2\n", "[[", '[[job]]\nkind = "x"\n', "\x00"])
def test_a_damaged_list_is_refused_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str, load: object, damage: str
) -> None:
    (tmp_path / file).write_text(damage, encoding="utf-8")
    monkeypatch.setattr(lexicon, "files", lambda _package: tmp_path)
    assert callable(load)
    with pytest.raises(DataError) as told:
        load()
    assert file in told.value.sentence
    assert "install" in told.value.sentence


def test_a_missing_list_is_refused_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(lexicon, "files", lambda _package: tmp_path)
    with pytest.raises(DataError):
        load_services()
