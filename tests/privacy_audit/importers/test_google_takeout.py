"""Google Takeout: everything comes out in any language, whatever happened to it on its way; searches are not read."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers.google_takeout import IMPORTER
from privacy_audit.importing import Holder, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import (
    Audience,
    BirthDate,
    Connection,
    Coordinates,
    Membership,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    Record,
    Voice,
)
from tests.builders import google_takeout as build
from tests.builders import google_timeline as phones
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, as_zip, cut_off

FIXTURES = Path(__file__).parents[4] / "shared/fixtures/google-takeout/purarue__google_takeout_parser/tests/testdata"
NAME = "takeout-20240314T093000Z-001.zip"


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(language: str, variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](build.takeout(language)), tmp_path, NAME)
    assert [(problem.source.member, problem.reason) for problem in problems(items)] == []
    assert counts(items) == build.COUNTS


@pytest.mark.parametrize("kind", phones.PHONE_PLACES)
@pytest.mark.parametrize("variant", WHOLE)
def test_a_timeline_of_a_phone(kind: str, variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](phones.phone(kind)), tmp_path)
    assert problems(items) == []
    assert counts(items) == {"places": phones.PHONE_PLACES[kind]}
    homes = [item for item in records(items) if isinstance(item, Place) and item.kind is PlaceKind.PRIMARY]
    assert (homes[0].name, homes[0].coordinates) == ("Home", Coordinates(52.36, -2.71))


def test_a_timeline_may_be_called_anything(tmp_path: Path) -> None:
    (data,) = phones.phone("android").values()
    items = read_export(IMPORTER, {"Хронология.json": data}, tmp_path)
    assert counts(items)["places"] == phones.PHONE_PLACES["android"]


def test_whose_it_is(tmp_path: Path) -> None:
    holder = next(item for item in read_export(IMPORTER, build.takeout(), tmp_path, NAME) if isinstance(item, Holder))
    assert (holder.names, holder.emails, holder.account_id) == ((build.OWNER,), (build.EMAIL,), build.ACCOUNT)
    assert holder.made is not None
    assert holder.made.iso() == "2024-03-14T09:30:00+00:00"


def test_searches_and_browsing_are_not_read(tmp_path: Path) -> None:
    items = read_export(IMPORTER, build.takeout("de"), tmp_path, NAME)
    private = {name.partition("/")[2] for name, fate in fates(items).items() if fate is MemberFate.PRIVATE}
    assert private == {
        "YouTube und YouTube Music/Verlauf/Suchverlauf.json",
        "Meine Aktivitäten/Google Suche/Meine\u00a0Aktivitäten.json",
        "Meine Aktivitäten/Maps/Meine\u00a0Aktivitäten.html",
        "Chrome/History.json",
    }
    assert not any("Searched" in passage.text for passage in passages(items))


def test_a_file_of_searches_is_known_in_any_language(tmp_path: Path) -> None:
    entry = {
        "header": "หา",
        "title": "x",
        "titleUrl": "https://www.google.com/search?q=a",
        "time": "2024-03-14T09:30:00Z",
    }
    files = {**build.takeout(), "Takeout/กิจกรรม/หา/กิจกรรม.json": json.dumps([entry, entry]).encode()}
    assert fates(read_export(IMPORTER, files, tmp_path))["Takeout/กิจกรรม/หา/กิจกรรม.json"] is MemberFate.PRIVATE


def test_every_other_member_has_its_fate(tmp_path: Path) -> None:
    found = fates(read_export(IMPORTER, build.takeout(), tmp_path, NAME))
    assert found["Takeout/Brand New/Brand New.json"] is MemberFate.UNKNOWN
    assert found["Takeout/Mail/All mail.mbox"] is MemberFate.IGNORED
    assert found["Takeout/Google Photos/Photos from 2024/IMG_1.jpg"] is MemberFate.MEDIA
    assert [name for name, fate in found.items() if fate is MemberFate.UNKNOWN] == ["Takeout/Brand New/Brand New.json"]


def test_words_are_told_in_full_and_by_whom(tmp_path: Path) -> None:
    found = passages(read_export(IMPORTER, build.takeout(), tmp_path, NAME))
    comments = {passage.text: passage.audience for passage in found if passage.kind is PassageKind.COMMENT}
    assert comments["Lovely\nhill"] is Audience.EVERYONE
    assert {"An old one & more", "Hello all", "Good film", "Good bread", "Works for me"} <= set(comments)
    talk = {passage.text: (passage.voice, passage.author) for passage in found if passage.kind is PassageKind.MESSAGE}
    assert talk == {
        "Tea?": (Voice.OWNER, build.OWNER),
        "Yes": (Voice.OTHER, "Sam Tolley"),
        "Morning": (Voice.OWNER, build.OWNER),
        "Hello": (Voice.OTHER, "Sam Tolley"),
    }
    assert all(passage.when is not None for passage in found if passage.kind is PassageKind.MESSAGE)
    channels = [passage for passage in found if passage.kind is PassageKind.PAGE_NAME]
    assert [(passage.text, passage.voice) for passage in channels] == [
        ("Shropshire Walks", Voice.UNKNOWN),
        ("Bread, Slowly", Voice.UNKNOWN),
    ]
    assert [passage.audience for passage in found if passage.text == "Things\nbuy paint"] == [Audience.ONLY_ME]


def test_small_records(tmp_path: Path) -> None:
    found = records(read_export(IMPORTER, build.takeout(), tmp_path, NAME))
    (born,) = [item.value.as_date() for item in found if isinstance(item, BirthDate)]
    assert born is not None
    assert born.isoformat() == "1987-03-14"
    people = {item.name: (item.contact_points, item.note) for item in found if isinstance(item, Connection)}
    assert people["Sam Tolley"] == (("+44 7700 900318", "sam@example.com"), "met at a very long course, in Ludlow")
    assert "Zoë Marsh" in people
    (event,) = [item for item in found if isinstance(item, Membership) and item.detail == "calendar"]
    assert (event.name, event.place) == ("Choir practice", "St Laurence, Ludlow")
    places = [item for item in found if isinstance(item, Place)]
    assert {(item.name, item.address) for item in places if item.kind is PlaceKind.PRIMARY} >= {
        ("Home", "14 Larkfield Close, Ludlow"),
        ("Work", "Castle Square"),
    }
    (ended,) = [item for item in places if item.name == "in vehicle" and item.source.pointer.endswith("/3")][1:]
    assert ended.coordinates is not None
    assert (round(ended.coordinates.latitude, 5), round(ended.coordinates.longitude, 5)) == (52.37, -2.71)


def test_products_that_are_not_read_are_known_by_their_english_name(tmp_path: Path) -> None:
    heading = '<h1 class="data-folder-name" data-english-name="DRIVE" data-folder-name="Δίσκος">Δίσκος</h1>'
    page = f"<html><body>{heading}</body></html>"
    files = {
        "Takeout/archive_browser.html": page.encode(),
        "Takeout/Δίσκος/photos/old.json": b'{"locations": [{"latitudeE7": 1, "longitudeE7": 2}]}',
    }
    items = read_export(IMPORTER, files, tmp_path)
    assert fates(items)["Takeout/Δίσκος/photos/old.json"] is MemberFate.IGNORED
    assert counts(items) == {}


def test_photos_find_their_files(tmp_path: Path) -> None:
    found = [
        item for item in records(read_export(IMPORTER, build.takeout(), tmp_path, NAME)) if isinstance(item, Photo)
    ]
    top = "Takeout/Google Photos/Photos from 2024/"
    assert {photo.member for photo in found} == {f"{top}IMG_1.jpg", f"{top}IMG_1(1).jpg", f"{top}Clip.mp4", None}
    (dog,) = [photo for photo in found if photo.caption == "The dog & I"]
    assert (dog.tags, dog.coordinates) == (("Lily",), Coordinates(52.36, -2.71))


def test_a_file_that_breaks_off_costs_its_end_alone(tmp_path: Path) -> None:
    path = "Takeout/Location History/Semantic Location History/2024/2024_MARCH.json"
    items = read_export(IMPORTER, cut_off(build.takeout(), path), tmp_path, NAME)
    assert ["breaks off" in problem.reason for problem in problems(items)] == [True]
    assert 0 < counts(items)["places"] < build.COUNTS["places"]
    assert counts(items)["messages"] == build.COUNTS["messages"]


def test_others_are_not_taken_for_it(tmp_path: Path) -> None:
    for name, data in (
        ("Google Photos/a.jpg", b"\xff\xd8"),
        ("data.json", b'{"locations": []}'),
        ("Records.json", b'{"records": []}'),
        ("a.csv", b"a,b\n"),
    ):
        assert IMPORTER.recognise(open_archive([as_zip({name: data}, tmp_path / "one.zip")])) is None


@pytest.mark.skipif(not FIXTURES.exists(), reason="the fixtures lie beside a developer's checkout only")
def test_the_published_page_is_all_searches() -> None:
    archive = open_archive([FIXTURES / "HtmlTakeout"])
    assert IMPORTER.recognise(archive) is not None
    (note,) = [item for item in IMPORTER.read(archive, ReadOptions()) if isinstance(item, MemberNote)]
    assert note.fate is MemberFate.PRIVATE


@pytest.mark.skipif(not FIXTURES.exists(), reason="the fixtures lie beside a developer's checkout only")
@pytest.mark.parametrize("tree", ["RecentTakeout", "RecentTakeout_ger"])
def test_published_trees_are_recognised(tree: str, tmp_path: Path) -> None:
    """The trees hold empty files, so that only their names count."""
    names = [str(path.relative_to(FIXTURES / tree)) for path in (FIXTURES / tree).rglob("*") if path.is_file()]
    archive = open_archive([as_zip(dict.fromkeys(names, b" "), tmp_path / "tree.zip")])
    assert IMPORTER.recognise(archive) is not None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=200),
    name=st.sampled_from(sorted({**build.takeout(), **phones.phone("android"), **phones.phone("iphone")})),
    kept=st.integers(0, 400),
)
def test_any_bytes_come_out_as_items(data: bytes, name: str, kept: int, tmp_path: Path) -> None:
    files = {**build.takeout(), **phones.phone("android"), **phones.phone("iphone")}
    archive = open_archive([as_zip({**files, name: files[name][:kept] + data or b" "}, tmp_path / "any.zip")])
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
