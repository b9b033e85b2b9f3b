"""Tinder, Hinge and Bumble: everything comes out, with what others see of each field where the download says so."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers import bumble, hinge, tinder
from privacy_audit.importing import Holder, Importer, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import (
    Audience,
    BirthDate,
    Coordinates,
    Employment,
    PassageKind,
    Photo,
    Place,
    Record,
    Schooling,
    Thread,
    Voice,
)
from tests.builders import dating
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, Files, as_zip, cut_off

ALL = [
    pytest.param(tinder.IMPORTER, dating.tinder, dating.TINDER_COUNTS, id="tinder"),
    pytest.param(tinder.IMPORTER, dating.tinder_of_old, dating.TINDER_COUNTS, id="tinder of old"),
    pytest.param(hinge.IMPORTER, dating.hinge, dating.HINGE_COUNTS, id="hinge"),
    pytest.param(bumble.IMPORTER, dating.bumble, dating.BUMBLE_COUNTS, id="bumble"),
]


@pytest.mark.parametrize(("importer", "build", "expected"), ALL)
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(
    importer: Importer, build: Callable[[], Files], expected: Mapping[str, int], variant: str, tmp_path: Path
) -> None:
    items = read_export(importer, WHOLE[variant](build()), tmp_path)
    assert counts(items) == expected
    assert problems(items) == []


@pytest.mark.parametrize(("importer", "build", "_expected"), ALL)
def test_what_all_say(
    importer: Importer, build: Callable[[], Files], _expected: Mapping[str, int], tmp_path: Path
) -> None:
    items = read_export(importer, build(), tmp_path)
    talk = [item for item in passages(items) if item.kind is PassageKind.MESSAGE]
    assert [item.text for item in talk][:2] == ["Hello", "Bye"]
    assert {item.voice for item in talk} == {Voice.OWNER}
    thread = next(item for item in records(items) if isinstance(item, Thread))
    assert thread.messages == 2 and thread.first is not None and thread.first < (thread.last or thread.first)
    assert talk[0].thread == thread.key
    (work,) = [item for item in records(items) if isinstance(item, Employment)]
    assert (work.employer, work.title) == ("Example Bakery", "Baker")
    (place,) = [item.coordinates for item in records(items) if isinstance(item, Place)]
    assert place == Coordinates(52.368, -2.718)
    holder = next(item for item in items if isinstance(item, Holder))
    assert holder.emails == ("morgan.f@example.com",)
    assert holder.names[-1] == "Morgan"


def test_who_sees_what(tmp_path: Path) -> None:
    items = records(read_export(tinder.IMPORTER, dating.tinder(), tmp_path))
    assert [item.audience for item in items if isinstance(item, Employment)] == [Audience.EVERYONE]
    assert [item.audience for item in items if isinstance(item, Schooling)] == [Audience.ONLY_ME]
    items = records(read_export(hinge.IMPORTER, dating.hinge(), tmp_path))
    assert [item.audience for item in items if isinstance(item, Employment)] == [Audience.ONLY_ME]
    assert [item.audience for item in items if isinstance(item, Schooling)] == [Audience.EVERYONE]


def test_births_pictures_and_what_is_new(tmp_path: Path) -> None:
    items = read_export(tinder.IMPORTER, dating.tinder_of_old(), tmp_path)
    (born,) = [item.value.as_date() for item in records(items) if isinstance(item, BirthDate)]
    assert born is not None and born.isoformat() == "1987-03-14"
    assert [item.member for item in records(items) if isinstance(item, Photo)] == ["photos/one.jpg", None]
    assert "data.json/New" in fates(items)


def test_a_file_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    items = read_export(tinder.IMPORTER, cut_off(dating.tinder(), "data.json", 0.9), tmp_path)
    assert problems(items)
    assert counts(items)["profile"] == dating.TINDER_COUNTS["profile"]


HEADS = (
    b"",
    b'{"User": {"name": "',
    b'[{"chats": [{"body": "',
    b'{"profile": {"first_name": ["',
    b"<table><tr><td>chats",
)


@pytest.mark.parametrize("importer", [tinder.IMPORTER, hinge.IMPORTER, bumble.IMPORTER], ids=lambda one: one.id)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), head=st.sampled_from(HEADS))
def test_any_bytes_come_out_as_items(importer: Importer, data: bytes, head: bytes, tmp_path: Path) -> None:
    content = head + data or b" "
    names = ("data.json", "user.json", "matches.json", "prompts.json", "media.json")
    page = b"bumble occupation chats <table><tr><td>chats</td><td>" + content
    files = {**dict.fromkeys(names, content), "bumble.html": page}
    archive = open_archive([as_zip(files, tmp_path / "any.zip")])
    importer.recognise(archive)
    for item in importer.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
