"""Folders, single files, tars and files that lie only in a cloud, through the same door."""

import os
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest

from privacy_audit import locations
from privacy_audit.archive import folder_part, open_archive, opening
from privacy_audit.errors import ExportError
from privacy_audit.limits import MB, Limits
from tests.builders.zips import GOOD, good, put, tar


def laid_out(folder: Path) -> Path:
    for name, data in GOOD.items():
        put(folder, name, data)
    return folder


def test_a_folder_is_a_tree(tmp_path: Path) -> None:
    archive = open_archive([laid_out(tmp_path / "facebook-jo")])
    assert {one.path: archive.read(one) for one in archive.members} == GOOD
    assert archive.parts == ("facebook-jo",)
    one = archive.members[0]
    assert archive.stream(one).read() == GOOD[one.path]
    assert archive.head(one, 3) == GOOD[one.path][:3]


def test_single_files_are_a_tree(tmp_path: Path) -> None:
    files = [put(tmp_path, name, name.encode()) for name in ("Connections.csv", "WhatsApp Chat with Jo.txt")]
    archive = open_archive(files)
    assert [archive.read(one) for one in archive.members] == [path.name.encode() for path in files]
    assert archive.parts == ("Connections.csv", "WhatsApp Chat with Jo.txt")


def test_a_zip_without_its_ending_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    archive = open_archive([put(tmp_path, "download", good())])
    assert {one.path for one in archive.members} == set(GOOD)


def test_links_in_folders_are_not_followed(tmp_path: Path) -> None:
    outside = put(tmp_path, "outside/secret.txt", b"secret")
    folder = laid_out(tmp_path / "fb")
    (folder / "file-link.json").symlink_to(outside)
    (folder / "folder-link").symlink_to(outside.parent)
    (folder / "circle").symlink_to(folder)
    archive = open_archive([folder])
    assert {one.path for one in archive.members} == set(GOOD)
    assert sorted(note.member for note in archive.notes) == ["circle", "file-link.json", "folder-link"]
    assert all("is a link" in note.sentence for note in archive.notes)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_folder_without_permission_is_noted(tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "fb")
    (folder / "posts").chmod(0)
    archive = open_archive([folder])
    (folder / "posts").chmod(stat.S_IRWXU)
    assert [note.member for note in archive.notes] == ["posts/"]


def test_what_cannot_be_listed_is_noted_and_the_rest_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = laid_out(tmp_path / "fb")
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "posts":
            raise PermissionError
        return scandir(path)

    monkeypatch.setattr(folder_part.os, "scandir", refusing)
    archive = open_archive([folder])
    assert [one.path for one in archive.members] == ["friends/friends.json"]
    assert [(note.member, "could not be opened" in note.sentence) for note in archive.notes] == [("posts/", True)]


def test_a_file_that_goes_away_has_its_sentence(tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "fb")
    archive = open_archive([folder])
    (folder / "posts/your_posts_1.json").unlink()
    for read in (archive.read, archive.stream, archive.head):
        with pytest.raises(ExportError, match="could not be read"):
            read(archive.members[1])


def test_clutter_and_empty_files_are_passed_over(tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "fb")
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "._posts.json", "__MACOSX/posts.json"):
        put(folder, name, b"x")
    put(folder, "empty.json", b"")
    archive = open_archive([folder])
    assert {one.path for one in archive.members} == set(GOOD)
    assert archive.notes == ()


def test_limits_of_folders(tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "fb")
    with pytest.raises(ExportError, match="This folder holds more files"):
        open_archive([folder], limits=Limits(entries=3))
    put(folder, "a/b/c/deep.json", b"x")
    archive = open_archive([folder], limits=Limits(depth=2))
    assert {one.path for one in archive.members} == set(GOOD)
    assert [(note.member, "too deep" in note.sentence) for note in archive.notes] == [("a/b/c/", True)]
    archive = open_archive([folder], limits=Limits(total=500))
    with pytest.raises(ExportError, match="unpacks to more data"):
        [archive.read(one) for one in archive.members]


def test_a_file_that_grows_is_cut_off(tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "fb")
    archive = open_archive([folder], limits=Limits(member=1000, streamed=MB))
    put(folder, "posts/your_posts_1.json", b"x" * 2 * MB)
    with pytest.raises(ExportError, match="larger than any export's file"):
        archive.read(archive.members[1])
    with pytest.raises(ExportError, match="larger than any export's file"):
        archive.stream(archive.members[1]).read()


def test_an_empty_folder_has_its_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no files to read in this folder"):
        open_archive([tmp_path])


def test_zips_and_tars_in_a_folder_are_looked_into(tmp_path: Path) -> None:
    put(tmp_path, "Downloads/fb.zip", good({"messages.zip": good({"a.json": b"a"}), "b.json": b"b"}))
    put(tmp_path, "Downloads/skype.tar", tar({"messages.json": b"c"}))
    put(tmp_path, "Downloads/masto.tar.gz", tar({"outbox.json": b"d"}, gzipped=True))
    archive = open_archive([tmp_path / "Downloads"])
    assert {one.path: archive.read(one) for one in archive.members} == {
        "fb.zip/messages.zip/a.json": b"a",
        "fb.zip/b.json": b"b",
        "skype.tar/messages.json": b"c",
        "masto.tar.gz/outbox.json": b"d",
    }
    archive = open_archive([tmp_path / "Downloads"], limits=Limits(inner_tgz=10))
    assert [(note.member, "by itself" in note.sentence) for note in archive.notes] == [("masto.tar.gz", True)]


# tars


@pytest.mark.parametrize(("name", "gzipped"), [("a.tar", False), ("a.tgz", True), ("a.tar.gz", True)])
def test_tars_are_read_in_place(tmp_path: Path, name: str, gzipped: bool) -> None:
    files = {"./messages.json": b"[]" * 9, "media/a.jpg": bytes(range(256)) * 500, "../evil.json": b"x", "._a": b"x"}
    archive = open_archive([put(tmp_path, name, tar(files, gzipped=gzipped, links={"link": "/etc/passwd"}))])
    assert [one.path for one in archive.members] == ["messages.json", "media/a.jpg"]
    for one, data in zip(reversed(archive.members), reversed(list(files.values())[:2]), strict=True):
        assert archive.read(one) == data
        assert archive.stream(one).read() == data
        assert archive.head(one, 4) == data[:4]
    assert [note.member for note in archive.notes] == ["../evil.json", "link"]
    assert "could lead outside" in archive.notes[0].sentence
    assert "is a link" in archive.notes[1].sentence
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("gzipped", [False, True])
def test_a_truncated_tar_says_so_and_gives_what_is_there(tmp_path: Path, gzipped: bool) -> None:
    data = tar({"a.json": os.urandom(900), "b.json": os.urandom(90_000)}, gzipped=gzipped)
    archive = open_archive([put(tmp_path, "a.tar", data[: len(data) // 2])])
    assert "did not finish" in archive.notes[0].sentence
    assert len(archive.read(archive.members[0])) == 900
    with pytest.raises(ExportError, match="damaged"):
        archive.read(archive.members[1])
    with pytest.raises(ExportError, match="did not finish"):
        open_archive([put(tmp_path, "b.tar", data[:12])])


def test_a_gzip_bomb_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "a.tgz", tar({"a.json": bytes(40 * MB), "b.json": b"x"}, gzipped=True))
    with pytest.raises(ExportError, match="far more than its own size"):
        open_archive([path])


def test_a_tar_whose_sizes_run_backwards_ends(tmp_path: Path) -> None:
    data = bytearray(tar({"a.json": b"x"}))
    data[124:136] = b"\xff" * 10 + b"\xfc\x00"  # base-256, below nothing (CVE-2025-8194)
    checksum = sum(data[:148]) + 8 * 32 + sum(data[156:512])
    data[148:156] = b"%06o\0 " % checksum
    with pytest.raises(ExportError, match="damaged"):
        open_archive([put(tmp_path, "a.tar", bytes(data))])


def test_limits_of_tars(tmp_path: Path) -> None:
    path = put(tmp_path, "a.tar", tar({f"{number}.json": b"x" for number in range(9)}))
    with pytest.raises(ExportError, match="more files than any real export"):
        open_archive([path], limits=Limits(entries=8))


# clouds


def away(status: os.stat_result, **extra: int) -> object:
    fields = {name: getattr(status, name) for name in dir(status) if name.startswith("st_")}
    return SimpleNamespace(**{**fields, **extra})


@pytest.mark.parametrize(
    ("platform", "fields", "expected"),
    [
        ("win32", {"st_file_attributes": 0x400000}, True),
        ("win32", {"st_file_attributes": 0x1000}, True),
        ("win32", {"st_file_attributes": 0x40000}, True),
        ("win32", {"st_file_attributes": 0x20}, False),
        ("darwin", {"st_flags": 0x40000000}, True),
        ("darwin", {"st_flags": 0x20}, False),
        ("linux", {"st_flags": 0x40000000}, False),
        ("linux", {}, False),
    ],
)
def test_files_that_lie_only_in_a_cloud(
    platform: str, fields: dict[str, int], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locations.sys, "platform", platform)
    assert locations.lies_in_cloud(SimpleNamespace(**fields)) is expected


def test_a_zip_in_the_cloud_is_asked_about_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "fb.zip", good())
    monkeypatch.setattr(opening, "lies_in_cloud", lambda _status: True)
    asked = []
    with pytest.raises(ExportError, match="only in the cloud"):
        open_archive([path], may_fetch=lambda one: bool(asked.append(one)))
    assert asked == [path]
    assert len(open_archive([path], may_fetch=lambda _path: True).members) == len(GOOD)


def test_a_folder_in_the_cloud_is_asked_about_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = laid_out(tmp_path / "fb")
    put(folder, "here.json", b"x" * 77)
    monkeypatch.setattr(folder_part, "lies_in_cloud", lambda status: status.st_size != 77)
    asked = []
    archive = open_archive([folder], may_fetch=lambda one: bool(asked.append(one)))
    assert asked == [folder]
    assert [one.path for one in archive.members] == ["here.json"]
    assert ["only in the cloud" in note.sentence for note in archive.notes] == [True, True]
    assert len(open_archive([folder], may_fetch=lambda _path: True).members) == 3


def test_an_icloud_stub_is_noted(tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "fb")
    put(folder, ".photos.zip.icloud", b"bplist00")
    archive = open_archive([folder])
    assert {one.path for one in archive.members} == set(GOOD)
    assert [note.member for note in archive.notes] == [".photos.zip.icloud"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("C/Users/jo/OneDrive/Documents/fb.zip", "OneDrive"),
        ("C/Users/jo/OneDrive - Example Force/fb.zip", "OneDrive - Example Force"),
        ("Users/jo/Library/Mobile Documents/com~apple~CloudDocs/fb.zip", "com~apple~CloudDocs"),
        ("home/jo/Dropbox/fb.zip", "Dropbox"),
        ("home/jo/Dropbox (Personal)/fb.zip", "Dropbox (Personal)"),
        ("Users/jo/Library/CloudStorage/GoogleDrive-jo@example.com/My Drive/fb.zip", "GoogleDrive-jo@example.com"),
        ("home/jo/Downloads/dropbox-export.zip", None),
        ("home/jo/Documents/about onedrive/fb.zip", None),
    ],
)
def test_synced_folders_are_known(path: str, expected: str | None) -> None:
    assert locations.synced_by(Path(path)) == expected
