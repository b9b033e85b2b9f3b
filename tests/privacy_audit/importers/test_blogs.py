"""Blogs: everything comes out of each export of WordPress and Blogger, with who could read it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers.blogs import IMPORTER
from privacy_audit.importers.google_takeout import IMPORTER as TAKEOUT
from privacy_audit.importing import Holder, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import Audience, Coordinates, Login, PassageKind, Photo, Place, Record, Voice
from tests.builders import blogs as build
from tests.builders.reading import counts, passages, problems, read_export, records
from tests.builders.variants import WHOLE, as_zip, cut_off


@pytest.mark.parametrize("kind", build.COUNTS)
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(kind: str, variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](build.blog(kind)), tmp_path)
    assert [problem.reason for problem in problems(items)] == []
    assert counts(items) == build.COUNTS[kind]


@pytest.mark.parametrize(
    ("kind", "names", "handles"),
    [
        ("1.2", (build.OWNER,), (build.LOGIN,)),
        ("1.0", (), (build.LOGIN,)),
        ("feed", (build.OWNER,), ()),
        ("backup", (build.OWNER,), ()),
    ],
)
def test_whose_it_is(kind: str, names: tuple[str, ...], handles: tuple[str, ...], tmp_path: Path) -> None:
    holder = next(item for item in read_export(IMPORTER, build.blog(kind), tmp_path) if isinstance(item, Holder))
    assert (holder.names, holder.handles) == (names, handles)


def test_a_blog_of_several_is_whose_the_user_says(tmp_path: Path) -> None:
    more = (
        b"<wp:author><wp:author_login>sam</wp:author_login><wp:author_email>s@example.com</wp:author_email></wp:author>"
    )
    files = {name: data.replace(b"<item>", more + b"<item>", 1) for name, data in build.wordpress().items()}
    holder = next(item for item in read_export(IMPORTER, files, tmp_path) if isinstance(item, Holder))
    assert holder == Holder()
    options = ReadOptions(own_names=("Sam",))
    items = read_export(IMPORTER, files, tmp_path, options=options)
    assert next(item for item in items if isinstance(item, Holder)).handles == ("sam",)
    assert {item.voice for item in passages(items) if item.kind is PassageKind.POST} == {Voice.OTHER}


def test_words_and_who_could_read_them(tmp_path: Path) -> None:
    found = passages(read_export(IMPORTER, build.wordpress(), tmp_path))
    posts = {item.text: item.audience for item in found if item.kind is PassageKind.POST}
    assert posts == {
        "Hello\nFirst & best": Audience.EVERYONE,
        "Closed\nOnly with the word": Audience.LISTED,
        "Draft\nNot yet ]]> done": Audience.ONLY_ME,
        "About me\nI walk.": Audience.EVERYONE,
    }
    talk = [(item.text, item.voice, item.audience) for item in found if item.kind is PassageKind.COMMENT]
    assert talk == [
        ("Thank you", Voice.OWNER, Audience.EVERYONE),
        ("Lovely & true", Voice.OTHER, Audience.EVERYONE),
        ("May I?", Voice.OTHER, Audience.ONLY_ME),
    ]


def test_small_records(tmp_path: Path) -> None:
    found = records(read_export(IMPORTER, build.wordpress(), tmp_path))
    (photo,) = [item for item in found if isinstance(item, Photo)]
    assert (photo.camera, photo.caption) == ("Acme One", "castle\nThe castle\nA ruin")
    assert photo.taken is not None
    assert [item.coordinates for item in found if isinstance(item, Place)] == [Coordinates(52.36, -2.71)]
    assert [item.ip for item in found if isinstance(item, Login)] == ["203.0.113.7"]


@pytest.mark.parametrize(("access", "audience"), [("PUBLIC", Audience.EVERYONE), ("READERS", Audience.LISTED)])
def test_a_closed_blog_is_not_open_to_all(access: str, audience: Audience, tmp_path: Path) -> None:
    found = passages(read_export(IMPORTER, build.blogger_backup(access), tmp_path))
    assert [item.audience for item in found if item.text == "Hello\nFirst"] == [audience]


def test_a_feed_in_a_takeout_belongs_to_it(tmp_path: Path) -> None:
    files = {
        "Takeout/archive_browser.html": b"<html></html>",
        "Takeout/Blogger/Blogs/Walks/feed.atom": build.blogger_feed()["feed.atom"],
    }
    assert IMPORTER.recognise(open_archive([as_zip(files, tmp_path / "one.zip")])) is None
    assert counts(read_export(TAKEOUT, files, tmp_path)) == build.COUNTS["feed"]


def test_a_file_that_breaks_off_costs_its_end_alone(tmp_path: Path) -> None:
    items = read_export(IMPORTER, cut_off(build.wordpress(), "walks.WordPress.2024-03-14.xml"), tmp_path)
    assert ["breaks off" in problem.reason for problem in problems(items)] == [True]
    assert 0 < counts(items)["posts"] < build.COUNTS["1.2"]["posts"]


def test_a_file_without_posts_or_version_is_no_trouble(tmp_path: Path) -> None:
    page = b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Walks</title></channel></rss>'
    items = read_export(IMPORTER, {"walks.xml": page}, tmp_path)
    assert (counts(items), problems(items)) == ({}, [])


def test_others_are_not_taken_for_it(tmp_path: Path) -> None:
    files = {"a.xml": b"<rss><channel><item><title>News</title></item></channel></rss>"}
    assert IMPORTER.recognise(open_archive([as_zip(files, tmp_path / "one.zip")])) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200), kind=st.sampled_from(sorted(build.COUNTS)), kept=st.integers(0, 3000))
def test_any_bytes_come_out_as_items(data: bytes, kind: str, kept: int, tmp_path: Path) -> None:
    ((name, whole),) = build.blog(kind).items()
    for body in (whole[:kept] + data, whole[:kept] + data + whole[kept:]):
        archive = open_archive([as_zip({name: body or b" "}, tmp_path / "any.zip")])
        for item in IMPORTER.read(archive, ReadOptions()):
            assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
