"""Flickr, Pinterest and Reddit: everything comes out, whatever happened to the download on its way."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers import flickr, linkedin, pinterest, reddit
from privacy_audit.importing import Holder, Importer, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import Audience, BirthDate, Coordinates, MediaKind, PassageKind, Photo, Record, Voice
from tests.builders import linkedin as linkedin_files
from tests.builders import picture_sites
from tests.builders import reddit as reddit_files
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, Files, as_zip, cut_off

CASES = [
    pytest.param(flickr.IMPORTER, picture_sites.flickr, picture_sites.FLICKR, id="flickr"),
    pytest.param(pinterest.IMPORTER, picture_sites.pinterest, picture_sites.PINTEREST, id="pinterest"),
    pytest.param(reddit.IMPORTER, reddit_files.archive, reddit_files.COUNTS, id="reddit"),
]


@pytest.mark.parametrize(("importer", "build", "wanted"), CASES)
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(
    importer: Importer, build: Callable[[], Files], wanted: dict[str, int], variant: str, tmp_path: Path
) -> None:
    items = read_export(importer, WHOLE[variant](build()), tmp_path)
    found = counts(items)
    assert {key: found[key] for key in wanted} == wanted
    assert [problem.reason for problem in problems(items)] == []


@pytest.mark.parametrize(("importer", "build", "wanted"), CASES)
def test_whose_it_is(importer: Importer, build: Callable[[], Files], wanted: dict[str, int], tmp_path: Path) -> None:
    holder = next(item for item in read_export(importer, build(), tmp_path) if isinstance(item, Holder))
    assert "morganfp" in holder.handles
    assert wanted


def test_a_flickr_photo_says_where_and_for_whom(tmp_path: Path) -> None:
    items = read_export(flickr.IMPORTER, picture_sites.flickr(), tmp_path)
    photos = {photo.source.member: photo for photo in records(items) if isinstance(photo, Photo)}
    first, second, film = (photos[f"photo_10000000{n}.json"] for n in (1, 2, 3))
    assert first.coordinates == Coordinates(52.36, -2.71)
    assert (first.member, first.album, first.tags) == ("on-the-hill_100000001_o.jpg", "Walks", ("samt",))
    assert second.coordinates == Coordinates(52.1, -2.5)
    assert [photo.audience for photo in (first, second, film)] == [
        Audience.EVERYONE,
        Audience.ONLY_ME,
        Audience.FRIENDS,
    ]
    assert film.kind is MediaKind.VIDEO
    captions = [passage.text for passage in passages(items) if passage.kind is PassageKind.CAPTION]
    assert "On the hill\nwith the dog #hill #dog" in captions
    (comment,) = [passage for passage in passages(items) if passage.text == "lovely"]
    assert comment.voice is Voice.OTHER
    (born,) = [item.value.as_date() for item in records(items) if isinstance(item, BirthDate)]
    assert born is not None


def test_a_pin_says_for_whom_and_searches_are_not_read(tmp_path: Path) -> None:
    items = read_export(pinterest.IMPORTER, picture_sites.pinterest(), tmp_path)
    pins = [photo for photo in records(items) if isinstance(photo, Photo)]
    assert [pin.audience for pin in pins] == [Audience.EVERYONE, Audience.ONLY_ME, Audience.EVERYONE]
    assert pins[0].caption == "Shed 1: the plan\npaint, hinges"
    assert pins[0].album == "Sheds"
    voices = [passage.voice for passage in passages(items) if passage.kind is PassageKind.CAPTION]
    assert voices == [Voice.OWNER, Voice.OWNER, Voice.OTHER]
    assert "a name" not in "".join(repr(getattr(item, "value", "")) for item in records(items))


def test_reddit_texts_are_for_everybody(tmp_path: Path) -> None:
    items = read_export(reddit.IMPORTER, reddit_files.archive(), tmp_path)
    posts = [passage for passage in passages(items) if passage.kind is PassageKind.POST]
    assert posts[0].text == "Best pie?\nI say & mean\npork"
    assert {passage.audience for passage in posts} == {Audience.EVERYONE}
    talk = [passage.voice for passage in passages(items) if passage.kind is PassageKind.MESSAGE]
    assert talk == [Voice.OWNER, Voice.OTHER]
    comments = [passage.text for passage in passages(items) if passage.kind is PassageKind.COMMENT]
    assert comments == ["same here", ""]
    assert fates(items)["checkfile.csv"] is MemberFate.IGNORED


def test_platforms_are_told_apart(tmp_path: Path) -> None:
    builders = {
        "flickr": picture_sites.flickr,
        "pinterest": picture_sites.pinterest,
        "reddit": reddit_files.archive,
        "linkedin": linkedin_files.archive,
    }
    importers = (flickr.IMPORTER, pinterest.IMPORTER, reddit.IMPORTER, linkedin.IMPORTER)
    for name, build in builders.items():
        archive = open_archive([as_zip(build(), tmp_path / f"{name}.zip")])
        claimed = [importer.id for importer in importers if importer.recognise(archive) is not None]
        assert claimed == [name]


def test_a_broken_photo_costs_itself_alone(tmp_path: Path) -> None:
    items = read_export(flickr.IMPORTER, cut_off(picture_sites.flickr(), "photo_100000002.json", 0.1), tmp_path)
    assert counts(items)["photos"] == 2
    assert problems(items)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200), case=st.sampled_from(CASES), place=st.integers(0, 20))
def test_any_bytes_come_out_as_items(data: bytes, case: object, place: int, tmp_path: Path) -> None:
    importer, build, _wanted = case.values  # type: ignore[attr-defined] - a set of test parameters
    files = build()
    name = sorted(files)[place % len(files)]
    archive = open_archive([as_zip({**files, name: data or b" "}, tmp_path / "any.zip")])
    for item in importer.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
