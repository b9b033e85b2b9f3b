"""The virtual tree over an export's parts: finding members, reading them, and views of it."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from privacy_audit.archive import Archive, open_archive
from privacy_audit.errors import Cancelled, ExportError
from privacy_audit.limits import Limits
from tests.builders.zips import GOOD, good, handmade, many, member, put, zip_of


def opened(folder: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Archive:
    return open_archive([put(folder, "export.zip", good(files, method))])


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("zip64", [False, True])
@pytest.mark.parametrize("one_shot", [1, 1 << 20])
def test_every_way_of_reading_gives_the_member(tmp_path: Path, method: int, zip64: bool, one_shot: int) -> None:
    path = put(tmp_path, "export.zip", good(GOOD, method, zip64=zip64))
    archive = open_archive([path], limits=Limits(one_shot=one_shot))
    assert [(one.path, one.size) for one in archive.members] == [(name, len(data)) for name, data in GOOD.items()]
    for one in archive.members:
        assert archive.read(one) == GOOD[one.path]
        with archive.stream(one) as stream:
            assert stream.read() == GOOD[one.path]
        assert archive.head(one, 7) == GOOD[one.path][:7]
    assert archive.size == sum(map(len, GOOD.values()))
    assert archive.parts == ("export.zip",)
    assert archive.notes == ()


def test_two_streams_may_be_read_in_turn(tmp_path: Path) -> None:
    files = {"a.json": bytes(range(256)) * 4000, "b.json": bytes(range(255, -1, -1)) * 4000}
    archive = opened(tmp_path, files)
    first, second = (archive.stream(one) for one in archive.members)
    got = [b"", b""]
    for _ in range(20):
        got[0] += first.read(60_000)
        got[1] += second.read(60_000)
    assert got == [files["a.json"], files["b.json"]]


def test_a_closed_archive_opens_its_files_again(tmp_path: Path) -> None:
    archive = opened(tmp_path, GOOD)
    with archive:
        pass
    assert archive.read(archive.members[0]) == GOOD["friends/friends.json"]


FINDING = [
    ("profile.json", "a/profile.json"),  # the shallowest
    ("b/profile.json", "x/y/b/profile.json"),
    ("/b/profile.json", "x/y/b/profile.json"),
    ("rofile.json", None),  # on a slash boundary only
    ("A/PROFILE.JSON", "a/profile.json"),
    ("Café/notes.txt", "Cafe\u0301/notes.txt"),
    ("Google Cloud/MyActivity.json", "Google\u00a0Cloud/MyActivity.json"),
    ("your_friends/it's.json", "your_friends/it\u2019s.json"),
    ("your_friends/it_s.json", "your_friends/it\u2019s.json"),
    ("a/b/c/d/e/profile.json", None),
    ("", None),
]


@pytest.mark.parametrize(("suffix", "path"), FINDING)
def test_members_are_found_by_the_end_of_their_path(tmp_path: Path, suffix: str, path: str | None) -> None:
    names = ["x/y/b/profile.json", "a/profile.json", "Cafe\u0301/notes.txt", "Google\u00a0Cloud/MyActivity.json"]
    archive = opened(tmp_path, dict.fromkeys([*names, "your_friends/it\u2019s.json"], b"x"))
    found = archive.find(suffix)
    assert (found.path if found else None) == path


MATCHING = [
    ("inbox/*/message_*.json", ["fb/inbox/jo_1/message_2.json", "fb/inbox/jo_1/message_10.json"]),
    ("message_*.json", ["fb/inbox/jo_1/message_2.json", "fb/inbox/jo_1/message_10.json", "fb/inbox/message_3.json"]),
    ("inbox/**/*.json", ["fb/inbox/jo_1/message_2.json", "fb/inbox/jo_1/message_10.json", "fb/inbox/message_3.json"]),
    ("message_?.json", ["fb/inbox/jo_1/message_2.json", "fb/inbox/message_3.json"]),
    ("INBOX/message_3.json", ["fb/inbox/message_3.json"]),
    ("nbox/*.json", []),
    ("photos/[1].jpg", ["fb/photos/[1].jpg"]),
    ("photos/1.jpg", []),
    ("fb/*", []),
]


@pytest.mark.parametrize(("pattern", "paths"), MATCHING)
def test_globs_match_the_end_of_a_path_in_natural_order(tmp_path: Path, pattern: str, paths: list[str]) -> None:
    names = ["fb/inbox/jo_1/message_10.json", "fb/inbox/jo_1/message_2.json", "fb/inbox/message_3.json"]
    archive = opened(tmp_path, dict.fromkeys([*names, "fb/photos/[1].jpg"], b"x"))
    assert [one.path for one in archive.matching(pattern)] == paths


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("caf\u00e9/profil.json".encode("cp1252"), "caf\u00e9/profil.json"),
        ("caf\u00e9/profil.json".encode("cp850"), "caf\u00e9/profil.json"),
        ("caf\u00e9/profil.json".encode(), "caf\u00e9/profil.json"),
    ],
)
def test_names_in_old_code_pages_are_repaired(tmp_path: Path, raw: bytes, shown: str) -> None:
    damaged = handmade([member("plain.json"), member("x").__class__(raw, b"y", flags=0)])
    archive = open_archive([put(tmp_path, "export.zip", damaged)])
    assert [one.path for one in archive.members] == ["plain.json", shown]


def test_a_name_that_cannot_be_repaired_is_found_by_its_plain_letters(tmp_path: Path) -> None:
    odd = member("x").__class__("\u0142\u00f3d\u017a/profil.json".encode("cp1250"), b"y", flags=0)
    archive = open_archive([put(tmp_path, "export.zip", handmade([odd]))])
    assert archive.members[0].path != "\u0142\u00f3d\u017a/profil.json"
    assert archive.find("\u0142\u00f3d\u017a/profil.json") == archive.members[0]
    assert archive.matching("\u0142\u00f3d\u017a/*.json") == archive.members
    assert archive.find("\u0142ad/profil.json") is None


def test_several_parts_are_one_tree_and_a_read_me_in_each_is_listed_once(tmp_path: Path) -> None:
    first = zip_of(tmp_path, "fb-1.zip", ["readme.txt", "posts.json"])
    second = zip_of(tmp_path, "fb-2.zip", ["readme.txt", "friends.json"])
    third = zip_of(tmp_path, "fb-3.zip", ["posts.json"], salt="other")
    archive = open_archive([first, second, third])
    assert archive.parts == ("fb-1.zip", "fb-2.zip", "fb-3.zip")
    assert [(one.path, one.part) for one in archive.members] == [
        ("readme.txt", 0),
        ("posts.json", 0),
        ("friends.json", 1),
        ("posts.json", 2),
    ]
    assert [archive.read(one) for one in archive.members][2:] == [b"friends.json", b"posts.jsonother"]


def test_a_zip_inside_is_looked_into_one_level_deep(tmp_path: Path) -> None:
    innermost = good({"deep.json": b"deep"})
    inner = good({"inbox/message_1.json": b"hello", "more.zip": innermost})
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        archive = open_archive([put(tmp_path, "fb.zip", good({"messages.zip": inner, "posts.json": b"p"}, method))])
        assert [one.path for one in archive.members] == [
            "messages.zip/inbox/message_1.json",
            "messages.zip/more.zip",
            "posts.json",
        ]
        assert archive.read(archive.members[0]) == b"hello"
        assert archive.read(archive.members[1]) == innermost
        assert archive.parts == ("fb.zip",)


def test_zips_inside_stay_within_the_limits(tmp_path: Path) -> None:
    inner = good({"a.json": b"a"})
    path = put(tmp_path, "fb.zip", good({f"{number}.zip": inner for number in range(4)}))
    archive = open_archive([path], limits=Limits(inner_zips=2))
    assert [one.path for one in archive.members] == ["0.zip/a.json", "1.zip/a.json", "2.zip", "3.zip"]
    assert [note.member for note in archive.notes] == ["2.zip", "3.zip"]
    assert "Unzip this one" in archive.notes[0].sentence
    archive = open_archive([path], limits=Limits(inner_bytes=len(inner)))
    assert [one.path for one in archive.members] == ["0.zip/a.json", "1.zip", "2.zip", "3.zip"]
    assert "too large to look into" in archive.notes[0].sentence


def test_a_damaged_zip_inside_is_noted_and_the_rest_read(tmp_path: Path) -> None:
    archive = opened(tmp_path, {"messages.zip": good()[:60], "posts.json": b"p"})
    assert [one.path for one in archive.members] == ["messages.zip", "posts.json"]
    assert [(note.member, "did not finish" in note.sentence) for note in archive.notes] == [("messages.zip", True)]


def test_views_show_a_folder_with_or_without_its_own_name(tmp_path: Path) -> None:
    names = ["meta/facebook-jo/posts.json", "meta/instagram-jo/media.json"]
    archive = opened(tmp_path, {name: name.encode() for name in names})
    whole = archive.under("meta/instagram-jo")
    assert [one.path for one in whole.members] == ["meta/instagram-jo/media.json"]
    assert whole.parts == ("export.zip",)
    cut = archive.under("meta/instagram-jo", name="instagram-jo")
    assert [one.path for one in cut.members] == ["media.json"]
    assert cut.parts == ("instagram-jo",)
    assert cut.read(cut.members[0]) == b"meta/instagram-jo/media.json"
    joined = cut.joined([whole])
    assert joined.parts == ("instagram-jo", "export.zip")
    assert [joined.read(one) for one in joined.members] == [b"meta/instagram-jo/media.json"] * 2


def test_reprs_hold_no_word_of_the_export(tmp_path: Path) -> None:
    archive = opened(tmp_path, {"inbox/janedoe_1/message_1.json": b"x", "../janedoe.json": b"y"})
    assert "janedoe" not in repr(archive) + repr(archive.members) + repr(archive.notes)
    assert archive.notes[0].member == "../janedoe.json"


def test_nothing_is_written_beside_the_export(tmp_path: Path) -> None:
    archive = opened(tmp_path, GOOD)
    for one in archive.members:
        archive.read(one)
        archive.head(one)
    assert [path.name for path in tmp_path.iterdir()] == ["export.zip"]


def test_the_user_can_stop_the_opening(tmp_path: Path) -> None:
    path = put(tmp_path, "export.zip", good())
    with pytest.raises(Cancelled):
        open_archive([path], stop=lambda: True)


def test_a_hundred_thousand_members_open_fast(tmp_path: Path) -> None:
    path = put(tmp_path, "export.zip", many(100_000))
    started = time.process_time()
    archive = open_archive([path])
    assert len(archive.members) == 100_000
    assert archive.find("thread_7/message_7.json") == archive.members[7]
    assert len(archive.matching("inbox/thread_7/message_*.json")) == 34
    assert time.process_time() - started < 4  # about 0.9 s on a quiet machine
    assert archive.read(archive.members[99_999]) == b"x"


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "export.zip", many(300_000))
    with pytest.raises(ExportError, match="more files than any real export"):
        open_archive([path])


def test_no_paths_and_missing_paths_have_their_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Nothing was chosen"):
        open_archive([])
    with pytest.raises(ExportError, match="no longer there"):
        open_archive([tmp_path / "gone.zip"])


def test_the_standard_library_agrees_on_every_member(tmp_path: Path) -> None:
    data = good({f"folder {number}/caf\u00e9_{number}.json": bytes([number]) * number for number in range(1, 60)})
    archive = open_archive([put(tmp_path, "export.zip", data)])
    with zipfile.ZipFile(io.BytesIO(data)) as other:
        assert {one.path: archive.read(one) for one in archive.members} == {
            name: other.read(name) for name in other.namelist()
        }
