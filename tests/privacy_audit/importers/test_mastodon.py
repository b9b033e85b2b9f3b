"""Mastodon: every post with its own audience; direct posts are messages."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.importers.mastodon import IMPORTER
from privacy_audit.importing import Holder, MemberNote, ReadOptions, ReadProblem, TextBatch
from privacy_audit.model import Audience, FieldKind, MediaUse, PassageKind, Photo, ProfileField, Record, Thread
from tests.builders import mastodon
from tests.builders.reading import counts, passages, problems, read_export, records
from tests.builders.variants import WHOLE, as_zip, cut_off


@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](mastodon.files()), tmp_path)
    assert counts(items) == mastodon.COUNTS
    assert problems(items) == []


def test_as_a_packed_tar(tmp_path: Path) -> None:
    archive = open_archive([mastodon.as_tar(tmp_path / "archive-20230501-abc.tar.gz")])
    assert IMPORTER.recognise(archive) is not None
    assert counts(list(IMPORTER.read(archive, ReadOptions()))) == mastodon.COUNTS


def test_what_it_says(tmp_path: Path) -> None:
    items = read_export(IMPORTER, mastodon.files(), tmp_path)
    said = {item.text: (item.kind, item.audience) for item in passages(items)}
    assert said["Up the hill\nand\ndown"] == (PassageKind.POST, Audience.EVERYONE)
    assert said["Not listed"] == (PassageKind.POST, Audience.EVERYONE)
    assert said["For you lot"] == (PassageKind.POST, Audience.FRIENDS)
    assert said["I agree"] == (PassageKind.COMMENT, Audience.EVERYONE)
    assert said["just us"] == (PassageKind.MESSAGE, Audience.LISTED)
    assert said["Dog, toast & hills\nOwn views"] == (PassageKind.BIO, Audience.EVERYONE)
    assert said["Work: Example Bakery"] == (PassageKind.BIO, Audience.EVERYONE)
    (thread,) = [item for item in records(items) if isinstance(item, Thread)]
    assert thread.participants == ("@sam@other.example.org",)
    photos = {item.use: item.member for item in records(items) if isinstance(item, Photo)}
    assert photos[MediaUse.POST] == "media_attachments/files/1/one.jpg"
    assert photos[MediaUse.PROFILE] == "avatar.png"
    handles = [
        item.value for item in records(items) if isinstance(item, ProfileField) and item.kind is FieldKind.HANDLE
    ]
    assert handles == ["morganfp@social.example.org"]
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.names, holder.handles) == (("Morgan F",), ("morganfp", "morganfp@social.example.org"))


def test_lists_alone_are_known(tmp_path: Path) -> None:
    files = {"following_accounts.csv": mastodon.files()["following_accounts.csv"]}
    assert counts(read_export(IMPORTER, files, tmp_path)) == {"connections": 2}


def test_a_file_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    items = read_export(IMPORTER, cut_off(mastodon.files(), "outbox.json", 0.7), tmp_path)
    assert problems(items)
    assert counts(items)["posts"] == 3


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300),
    head=st.sampled_from(
        [b"", b'{"orderedItems": [{"type": "Create", "object": {', b"Account address\n", b'{"name": "']
    ),
    name=st.sampled_from(["actor.json", "outbox.json", "likes.json", "followers.csv", "blocked_accounts.csv"]),
)
def test_any_bytes_come_out_as_items(data: bytes, head: bytes, name: str, tmp_path: Path) -> None:
    archive = open_archive([as_zip({name: head + data or b" "}, tmp_path / "any.zip")])
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder)
