"""Snapchat: everything comes out of JSON of now and of old, and out of pages; searches are left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers.snapchat import IMPORTER
from privacy_audit.importing import Holder, MemberFate, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import (
    BirthDate,
    Connection,
    ConnectionKind,
    Coordinates,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    Record,
    Thread,
    Voice,
)
from tests.builders import snapchat
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, Files, as_zip, cut_off

JSON = [pytest.param(snapchat.newer, id="now"), pytest.param(snapchat.older, id="old")]


def _expected(build: Callable[[], Files]) -> dict[str, int]:
    media = sum(path.startswith("chat_media") for path in build())
    return {**snapchat.COUNTS, "photos": snapchat.COUNTS["photos"] - 1 + media}


@pytest.mark.parametrize("build", JSON)
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(build: Callable[[], Files], variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](build()), tmp_path, "mydata~1.zip")
    assert counts(items) == _expected(build)
    assert problems(items) == []


@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out_of_pages(variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](snapchat.pages()), tmp_path)
    assert counts(items) == snapchat.PAGE_COUNTS
    assert problems(items) == []


@pytest.mark.parametrize("build", [*JSON, pytest.param(snapchat.pages, id="pages")])
def test_who_says_what(build: Callable[[], Files], tmp_path: Path) -> None:
    items = read_export(IMPORTER, build(), tmp_path)
    talk = [(item.text, item.voice, item.thread) for item in passages(items) if item.kind is PassageKind.MESSAGE]
    assert talk[:2] == [("alright", Voice.OTHER, "samt"), ("it's grand", Voice.OWNER, "samt")]
    threads = {item.key: item.messages for item in records(items) if isinstance(item, Thread) and not item.folder}
    assert threads["samt"] == 2
    assert sum(item.folder == "snaps" for item in records(items) if isinstance(item, Thread)) == 1
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.names, holder.handles) == (("Morgan F",), ("morganfp",))
    assert holder.emails == ("morgan.f@example.com",)
    (born,) = [item.value.as_date() for item in records(items) if isinstance(item, BirthDate)]
    assert born is not None and born.isoformat() == "1987-03-14"


def test_places_and_pictures(tmp_path: Path) -> None:
    items = read_export(IMPORTER, snapchat.newer(), tmp_path)
    home = next(item for item in records(items) if isinstance(item, Place) and item.kind is PlaceKind.PRIMARY)
    assert (home.name, home.coordinates) == ("inferredHome", Coordinates(52.368, -2.718))
    pictures = [item for item in records(items) if isinstance(item, Photo)]
    known = {item.member for item in pictures if item.member}
    assert known == {"chat_media/2023-05-01_b~abc123.jpg", "memories/2023-05-01_8E1F-main.jpg"}
    assert [item.coordinates for item in pictures if item.album == "Memories"] == [Coordinates(52.368, -2.718), None]
    kinds = [item.kind for item in records(items) if isinstance(item, Connection)]
    assert kinds.count(ConnectionKind.FRIEND) == 2
    assert {ConnectionKind.REQUEST_SENT, ConnectionKind.BLOCKED, ConnectionKind.REMOVED} <= set(kinds)


def test_what_is_not_read_is_named(tmp_path: Path) -> None:
    found = fates(read_export(IMPORTER, snapchat.newer(), tmp_path))
    assert found["json/search_history.json"] is MemberFate.PRIVATE
    assert found["json/user_profile.json/A New Thing"] is MemberFate.UNKNOWN
    assert found["html/account.html"] is MemberFate.IGNORED
    assert found["memories/2023-05-01_8E1F-main.jpg"] is MemberFate.MEDIA


def test_pages_come_with_advice_and_parts_are_known(tmp_path: Path) -> None:
    recognition = IMPORTER.recognise(open_archive([as_zip(snapchat.pages(), tmp_path / "a.zip")]))
    assert recognition is not None and "JSON" in recognition.advice
    part = as_zip({"memories/2023-05-01_8E1F-main.jpg": b"\xff\xd8"}, tmp_path / "mydata~12345-2.zip")
    assert IMPORTER.recognise(open_archive([part])) is not None


def test_friends_of_others_are_not_claimed(tmp_path: Path) -> None:
    files = {"connections/friends.json": b'{"friends_v2": [{"name": "Sam"}]}', "account.json": b"{}"}
    assert IMPORTER.recognise(open_archive([as_zip(files, tmp_path / "a.zip")])) is None


def test_a_file_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    items = read_export(IMPORTER, cut_off(snapchat.newer(), "json/friends.json", 0.7), tmp_path)
    assert problems(items)
    assert counts(items)["connections"] >= 3


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300),
    head=st.sampled_from(
        [b"", b'{"Friends": [', b'{"": [{"Created": "', b'{"Home": {"a": [', b"<h3>Friends</h3><table>"]
    ),
    name=st.sampled_from(
        ["account", "friends", "chat_history", "location_history", "memories_history", "user_profile"]
    ),
)
def test_any_bytes_come_out_as_items(data: bytes, head: bytes, name: str, tmp_path: Path) -> None:
    files = {f"json/{name}.json": head + data or b" ", "html/chat_history/subpage_x.html": b"<h4>" + data}
    files["html/talk_history.html"] = head + data or b" "
    archive = open_archive([as_zip(files, tmp_path / "any.zip")])
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
