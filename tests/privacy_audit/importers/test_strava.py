"""Strava: everything comes out in any language, with where each activity starts and ends."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers.strava import IMPORTER
from privacy_audit.importing import Holder, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import (
    Audience,
    FieldKind,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    ProfileField,
    Record,
    Setting,
    Voice,
)
from tests.builders import strava as build
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, as_zip, cut_off

NAME = "export_31800318.zip"


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(language: str, variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](build.archive(language)), tmp_path, NAME)
    wanted = build.COUNTS if language == "en" else {**build.COUNTS, "posts": 4}
    assert [(problem.source.member, problem.reason) for problem in problems(items)] == []
    assert counts(items) == wanted


@pytest.mark.parametrize("language", ["en", "de"])
def test_whose_it_is(language: str, tmp_path: Path) -> None:
    holder = next(item for item in read_export(IMPORTER, build.archive(language), tmp_path) if isinstance(item, Holder))
    assert (holder.names, holder.emails, holder.account_id) == ((build.OWNER,), (build.EMAIL,), build.ATHLETE)


def test_starts_and_ends(tmp_path: Path) -> None:
    found = records(read_export(IMPORTER, build.archive(), tmp_path))
    ways = [item for item in found if isinstance(item, Place) and item.kind is PlaceKind.ROUTE]
    assert [place.name for place in ways[:4]] == ["start of Run 0", "end of Run 0", "start of Run 1", "end of Run 1"]
    for start, end in ((ways[0], ways[1]), (ways[2], ways[3])):
        assert start.coordinates is not None
        assert end.coordinates is not None
        assert (round(start.coordinates.latitude, 4), round(end.coordinates.latitude, 4)) == (52.36, 52.37)
        assert start.when is not None
        assert start.when.iso() == "2024-03-14T09:00:00+00:00"


def test_words_and_who_reads_them(tmp_path: Path) -> None:
    items = read_export(IMPORTER, build.archive(), tmp_path)
    found = passages(items)
    posts = {item.text: item for item in found if item.kind is PassageKind.POST}
    assert posts["sore knee"].audience is Audience.ONLY_ME
    run = posts["Run 0\nRound 0, slowly"]
    assert run.when is not None
    assert run.when.iso() == "2024-03-14T09:00:00+00:00"
    talk = [(item.text, item.voice) for item in found if item.kind is PassageKind.MESSAGE]
    assert talk == [("Run on Sunday?", Voice.OWNER), ("Yes", Voice.OTHER)]
    # a club's name is nobody's words; checks pass over the words of others
    clubs = [(item.text, item.voice) for item in found if item.kind is PassageKind.GROUP_NAME]
    assert clubs == [("West Mercia Police Runners", Voice.UNKNOWN)]
    settings_found = {item.value: item.audience for item in records(items) if isinstance(item, Setting)}
    assert (settings_found["Everyone"], settings_found["Followers"]) == (Audience.EVERYONE, Audience.FRIENDS)
    assert {photo.member for photo in records(items) if isinstance(photo, Photo)} == {"media/aa-bb.jpg"}
    fields = {item.kind: item.value for item in records(items) if isinstance(item, ProfileField)}
    assert fields[FieldKind.CURRENT_CITY] == "Ludlow, England, UK"


def test_every_other_member_has_its_fate(tmp_path: Path) -> None:
    found = fates(read_export(IMPORTER, build.archive(), tmp_path))
    assert found["brand_new.csv"] is MemberFate.UNKNOWN
    assert found["shoes.csv"] is MemberFate.IGNORED
    assert found["media/aa-bb.jpg"] is MemberFate.MEDIA


def test_a_track_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    files = {**build.archive(), "activities/1.gpx": b"no track"}
    assert [item.source.member for item in problems(read_export(IMPORTER, files, tmp_path))] == ["activities/1.gpx"]


def test_a_file_that_breaks_off_costs_its_end_alone(tmp_path: Path) -> None:
    items = read_export(IMPORTER, cut_off(build.archive(), "messaging.json"), tmp_path)
    assert ["breaks off" in problem.reason for problem in problems(items)] == [True]
    assert counts(items)["posts"] == build.COUNTS["posts"]


def test_others_are_not_taken_for_it(tmp_path: Path) -> None:
    files = {"activities.csv": b"Name,Kind\na,b\n", "profile.csv": b"Name\na\n"}
    assert IMPORTER.recognise(open_archive([as_zip(files, tmp_path / "one.zip")])) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200), name=st.sampled_from(sorted(build.archive())), kept=st.integers(0, 300))
def test_any_bytes_come_out_as_items(data: bytes, name: str, kept: int, tmp_path: Path) -> None:
    files = build.archive()
    archive = open_archive([as_zip({**files, name: files[name][:kept] + data or b" "}, tmp_path / "any.zip")])
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
