"""Unknown platforms: what names mean decides; nothing is claimed that looks like somebody's list of people."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.guidance import load_guidance
from privacy_audit.importers import IMPORTERS
from privacy_audit.importers.generic import IMPORTER
from privacy_audit.importing import Holder, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch, Voices
from privacy_audit.intake import gather
from privacy_audit.key_meanings import meaning_of, section_of
from privacy_audit.model import (
    BirthDate,
    Connection,
    Coordinates,
    Employment,
    PassageKind,
    Photo,
    Place,
    Record,
    Thread,
    Voice,
)
from privacy_audit.not_told import not_answerable
from tests.builders import generic, snapchat
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, Files, as_folder, as_zip

ALL = [
    pytest.param(generic.tables, generic.TABLE_COUNTS, id="tables"),
    pytest.param(generic.one_file, generic.FILE_COUNTS, id="one file"),
    pytest.param(generic.pages, generic.PAGE_COUNTS, id="pages"),
]


@pytest.mark.parametrize(("build", "expected"), ALL)
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(
    build: Callable[[], Files], expected: Mapping[str, int], variant: str, tmp_path: Path
) -> None:
    items = read_export(IMPORTER, WHOLE[variant](build()), tmp_path)
    assert counts(items) == expected
    assert problems(items) == []


def test_tables_say(tmp_path: Path) -> None:
    items = read_export(IMPORTER, generic.tables(), tmp_path)
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.names, holder.emails) == (("Morgan Penhallow",), ("morgan.f@example.com",))
    (work,) = [item for item in records(items) if isinstance(item, Employment)]
    assert (work.employer, work.title) == ("Example Bakery", "Baker")
    (born,) = [item.value.as_date() for item in records(items) if isinstance(item, BirthDate)]
    assert born is not None and born.isoformat() == "1987-03-14"
    talk = [(item.text, item.voice, item.thread) for item in passages(items) if item.kind is PassageKind.MESSAGE]
    assert talk == [("Hello", Voice.OWNER, "Sam T"), ("Hi there", Voice.OTHER, "Sam T")]
    posts = [item.text for item in passages(items) if item.kind is PassageKind.POST]
    assert posts == ["Lost cat\nGrey, very\nshy", "Found\nBack"]
    assert fates(items)["export/search_history.csv"] is MemberFate.PRIVATE
    assert fates(items)["export/odd.csv"] is MemberFate.UNKNOWN


def test_one_file_says(tmp_path: Path) -> None:
    items = read_export(IMPORTER, generic.one_file(), tmp_path)
    places = [item.coordinates for item in records(items) if isinstance(item, Place)]
    assert places[0] == Coordinates(52.368, -2.718)
    (thread,) = [item for item in records(items) if isinstance(item, Thread)]
    assert thread.messages == 3 and thread.first is not None and thread.last is not None
    (photo,) = [item for item in records(items) if isinstance(item, Photo)]
    assert photo.member == "photos/one.jpg"


def test_who_writes_is_asked_where_nobody_is_known(tmp_path: Path) -> None:
    text = b"Sent at,From,Message,E-mail\n2023-05-01,Mo,Hello,\n2023-05-02,Sam,Hi,\n2023-05-03,Sam,Bye,\n"
    files = {"messages.csv": text, "profile.csv": b"E-mail,Phone\nmorgan.f@example.com,07700 900318\n"}
    asked = [item for item in read_export(IMPORTER, files, tmp_path) if isinstance(item, Voices)]
    assert [item.names for item in asked] == [("Sam", "Mo")]
    items = read_export(IMPORTER, files, tmp_path, options=ReadOptions(own_names=("Mo",)))
    assert not any(isinstance(item, Voices) for item in items)
    said = {item.text: item.voice for item in passages(items) if item.kind is PassageKind.MESSAGE}
    assert said == {"Hello": Voice.OWNER, "Hi": Voice.OTHER, "Bye": Voice.OTHER}
    told = [item for item in read_export(IMPORTER, generic.tables(), tmp_path) if isinstance(item, Voices)]
    assert told == []


def test_address_books_are_contacts(tmp_path: Path) -> None:
    items = read_export(IMPORTER, generic.address_book(), tmp_path)
    (card,) = [item for item in records(items) if isinstance(item, Connection)]
    assert (card.name, card.contact_points, card.note) == ("Sam T", ("07700 900318",), "Example Bakery")
    assert len(problems(items)) == 1


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"staff.csv": b"Name,E-mail,Phone\nSam,sam@example.com,07700 900318\n"}, id="a list of people"),
        pytest.param({"holiday.jpg": b"\xff\xd8", "notes.txt": b"hello"}, id="pictures"),
        pytest.param({"package.json": b'{"name": "x", "description": "y"}'}, id="a program"),
        pytest.param({"a.json": b'{"email": "a", "name": "b"}', "b.docx": b"x", "c.exe": b"y"}, id="a folder"),
    ],
)
def test_other_things_are_not_claimed(files: Files, tmp_path: Path) -> None:
    folder = tmp_path / "things"
    folder.mkdir()
    assert IMPORTER.recognise(open_archive([as_folder(files, folder)])) is None


def test_it_is_asked_last_and_says_that_it_guesses(tmp_path: Path) -> None:
    known = as_zip(snapchat.newer(), tmp_path / "mydata~1.zip")
    unknown = as_zip(generic.tables(), tmp_path / "neighbours.zip")
    folder = as_folder(generic.one_file(), tmp_path / "dating")
    found = gather([known, unknown, folder], IMPORTERS)
    assert sorted(export.importer.id for export in found.exports) == ["generic", "generic", "snapchat"]
    assert all("guess" in one.recognition.advice for one in found.exports if one.importer.id == "generic")
    assert found.not_exports == ()
    beside = gather([tmp_path], IMPORTERS)
    assert "snapchat" in {export.importer.id for export in beside.exports}


def test_the_result_says_once_that_it_is_a_guess(tmp_path: Path) -> None:
    recognition = IMPORTER.recognise(open_archive([as_zip(generic.tables(), tmp_path / "a.zip")]))
    assert recognition is not None
    told = not_answerable(load_guidance(), [IMPORTER], [(IMPORTER.title, recognition.advice), (IMPORTER.title, "")])
    assert [item.why for item in told].count(recognition.advice) == 1
    assert [item.topic for item in told][:2] == ["Another platform", "Another platform"]


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("E-mail address", "email"),
        ("ipAddress", "ip"),
        ("company_name", "employer"),
        ("Date of birth", "birth"),
        ("message_id", ""),
        ("conversation_id", "thread"),
        ("email_verified", ""),
        ("", ""),
    ],
)
def test_meanings(name: str, meaning: str) -> None:
    assert meaning_of(name) == meaning


def test_sections() -> None:
    assert section_of("direct_messages") == "messages"
    assert section_of("Delivery addresses") == "places"
    assert section_of("x1") == ""


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300),
    head=st.sampled_from([b"", b'{"user": {"email": "', b"name,email\n", b"<table><tr><td>", b"BEGIN:VCARD\nFN:"]),
    ending=st.sampled_from([".json", ".csv", ".html", ".vcf", ".ics"]),
)
def test_any_bytes_come_out_as_items(data: bytes, head: bytes, ending: str, tmp_path: Path) -> None:
    archive = open_archive([as_zip({f"profile{ending}": head + data or b" "}, tmp_path / "any.zip")])
    IMPORTER.recognise(archive)
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder | Voices)


NAMES = st.sampled_from(
    ["name", "email", "user", "messages", "text", "sender", "lat", "lon", "birthday", "photos", "x"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=25,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    value=JSON, stem=st.sampled_from(["profile", "messages", "photos", "contacts", "settings", "likes", "places", "q"])
)
def test_any_shape_comes_out_as_items(value: object, stem: str, tmp_path: Path) -> None:
    archive = open_archive([as_zip({f"{stem}.json": json.dumps(value).encode()}, tmp_path / "any.zip")])
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder | Voices)
