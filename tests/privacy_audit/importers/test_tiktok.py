"""TikTok: everything comes out under old keys, new keys and as texts; searches are left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers.tiktok import IMPORTER
from privacy_audit.importing import Holder, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import Audience, BirthDate, PassageKind, Record, Setting, Thread, Voice
from tests.builders import tiktok
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, Files, as_zip, cut_off

JSON = [pytest.param(tiktok.new_keys, id="new keys"), pytest.param(tiktok.old_keys, id="old keys")]


@pytest.mark.parametrize("build", JSON)
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(build: Callable[[], Files], variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](build()), tmp_path)
    found = counts(items)
    assert {key: found[key] for key in tiktok.COUNTS} == tiktok.COUNTS
    assert [problem.reason for problem in problems(items)] == []


@pytest.mark.parametrize("build", JSON)
def test_what_it_says(build: Callable[[], Files], tmp_path: Path) -> None:
    items = read_export(IMPORTER, build(), tmp_path)
    (born,) = [item.value.as_date() for item in records(items) if isinstance(item, BirthDate)]
    assert born is not None
    assert born.isoformat() == "1987-03-14"
    posts = [passage.audience for passage in passages(items) if passage.kind is PassageKind.POST]
    assert posts == [Audience.EVERYONE, Audience.ONLY_ME]
    said = {item.name: item.audience for item in records(items) if isinstance(item, Setting)}
    assert said["Private Account"] is Audience.EVERYONE
    talk = [(passage.text, passage.voice) for passage in passages(items) if passage.kind is PassageKind.MESSAGE]
    assert talk[:2] == [("alright", Voice.OTHER), ("not bad & you", Voice.OWNER)]
    assert [item.title for item in records(items) if isinstance(item, Thread)] == ["samt", "amy"]
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.names, holder.handles, holder.emails) == (("Morgan F",), ("morganfp",), ("morgan.f@example.com",))


def test_sections_that_are_not_read_are_named(tmp_path: Path) -> None:
    found = fates(read_export(IMPORTER, tiktok.new_keys(), tmp_path))
    assert found["user_data_tiktok.json/Your Activity/Searches/SearchList"] is MemberFate.PRIVATE
    assert found["user_data_tiktok.json/Your Activity/Brand New/NewList"] is MemberFate.UNKNOWN


def test_texts_are_read_with_advice(tmp_path: Path) -> None:
    archive = open_archive([as_zip(tiktok.texts(), tmp_path / "t.zip")])
    recognition = IMPORTER.recognise(archive)
    assert recognition is not None
    assert "JSON" in recognition.advice
    items = list(IMPORTER.read(archive, ReadOptions()))
    comments = [passage.text for passage in passages(items) if passage.kind is PassageKind.COMMENT]
    assert comments == ["first", "two\nlines"]
    assert counts(items)["likes"] == 1
    assert fates(items)["TikTok/Activity/Searches.txt"] is MemberFate.PRIVATE


def test_a_file_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    items = read_export(IMPORTER, cut_off(tiktok.old_keys(), "user_data.json", 0.7), tmp_path)
    assert problems(items)
    assert counts(items)["connections"] == 4


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), head=st.sampled_from([b"", b'{"Activity": {"Like List": {"ItemFavoriteList": [']))
def test_any_bytes_come_out_as_items(data: bytes, head: bytes, tmp_path: Path) -> None:
    files = {"user_data.json": head + data or b" ", "TikTok/Comment/Comments.txt": data or b" "}
    archive = open_archive([as_zip(files, tmp_path / "any.zip")])
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
