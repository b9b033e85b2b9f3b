"""Every guard of the door to exports, one by one: what is refused, with which sentence, and that the rest goes on."""

import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from privacy_audit.archive import Archive, open_archive
from privacy_audit.errors import AuditError, ExportError
from privacy_audit.limits import MB, Limits
from tests.builders.zips import GOOD, Packed, bomb, good, handmade, member, overlapping, put, quoted_overlap

FINE = member("friends/friends.json", b"[]" * 99)


def opened(folder: Path, data: bytes, **limits: int) -> Archive:
    return open_archive([put(folder, "export.zip", data)], limits=Limits(**limits))


def refusal(folder: Path, data: bytes, **limits: int) -> str:
    with pytest.raises(ExportError) as error:
        opened(folder, data, **limits)
    return error.value.sentence


def left_out(archive: Archive) -> list[tuple[str, str]]:
    """What the notes say, once it is sure that the rest went on."""
    assert [one.path for one in archive.members] == ["friends/friends.json"]
    assert archive.read(archive.members[0]) == FINE.data
    return [(note.member, note.sentence) for note in archive.notes]


# the whole export


def test_total_size(tmp_path: Path) -> None:
    archive = opened(tmp_path, good({"a.json": b"a" * 600, "b.json": b"b" * 600}), total=1000)
    archive.read(archive.members[0])
    with pytest.raises(ExportError, match="unpacks to more data than any real export"):
        archive.read(archive.members[1])
    archive = opened(tmp_path, good({"a.json": b"a" * 600, "b.json": b"b" * 600}), total=1000)
    archive.stream(archive.members[0]).read()
    with pytest.raises(ExportError, match="unpacks to more data"):
        archive.stream(archive.members[1]).read()


def test_ratio_of_the_whole(tmp_path: Path) -> None:
    files = {f"{number}.json": bytes(9 * MB) for number in range(5)}
    assert "far more than its own size" in refusal(tmp_path, good(files), all_ratio_from=40 * MB)
    assert len(opened(tmp_path, good(files)).members) == 5


def test_entries(tmp_path: Path) -> None:
    data = handmade([member(f"{number}.json") for number in range(11)])
    assert "more files than any real export" in refusal(tmp_path, data, entries=10)
    lying = handmade([member(f"{number}.json") for number in range(11)], stated_entries=3)
    assert "more files than any real export" in refusal(tmp_path, lying, entries=10)
    assert len(opened(tmp_path, data, entries=11).members) == 11


def test_size_of_the_list(tmp_path: Path) -> None:
    assert "more files than any real export" in refusal(tmp_path, good(), directory=50)


@pytest.mark.parametrize("build", [lambda: overlapping(500), lambda: quoted_overlap(60)])
def test_overlap(tmp_path: Path, build: Callable[[], bytes]) -> None:
    assert "laid over one another" in refusal(tmp_path, build())


def test_a_member_that_reaches_into_the_list(tmp_path: Path) -> None:
    data = handmade([member("a.json", b"abc", method=0, stated_packed=400, stated_size=400)])
    assert "damaged" in refusal(tmp_path, data)


def test_data_that_reach_into_the_next_member_by_their_own_header(tmp_path: Path) -> None:
    first = member("a.json", b"abc", method=0)
    data = bytearray(handmade([first, FINE]))
    struct.pack_into("<H", data, 28, 20)  # the length of the extra field in the member's own header
    archive = opened(tmp_path, bytes(data))
    for read in (archive.read, lambda one: archive.stream(one).read()):
        with pytest.raises(ExportError, match="holds more than it says"):
            read(archive.members[0])
    assert archive.read(archive.members[1]) == FINE.data


def test_bombs_are_refused_within_a_second(tmp_path: Path) -> None:
    for data in (bomb(400 * MB), overlapping(5000), quoted_overlap(200)):
        path = put(tmp_path, "export.zip", data)
        started = time.process_time()
        with pytest.raises(ExportError):
            open_archive([path])
        assert time.process_time() - started < 1


def test_password(tmp_path: Path) -> None:
    locked = member("a.json", flags=1)
    assert "has a password" in refusal(tmp_path, handmade([locked, member("b.json", flags=0x41)]))
    notes = left_out(opened(tmp_path, handmade([locked, FINE])))
    assert [(name, "has a password" in sentence) for name, sentence in notes] == [("a.json", True)]


@pytest.mark.parametrize("method", [9, 12, 14, 93, 99])
def test_deflate64_and_other_methods(tmp_path: Path, method: int) -> None:
    odd = member("a.mp4", method=method)
    assert "Unzip it first, then choose the folder" in refusal(tmp_path, handmade([odd]))
    notes = left_out(opened(tmp_path, handmade([odd, FINE])))
    assert [(name, "Unzip the export first" in sentence) for name, sentence in notes] == [("a.mp4", True)]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_truncated(tmp_path: Path, share: float) -> None:
    data = good({f"{number}.json": bytes([number]) * 999 for number in range(50)}, zipfile.ZIP_STORED)
    sentence = refusal(tmp_path, data[: int(len(data) * share)])
    assert "did not finish" in sentence
    assert "Download it again" in sentence


def test_bytes_lost_in_the_middle(tmp_path: Path) -> None:
    data = good({f"{number}.json": bytes([number]) * 999 for number in range(50)}, zipfile.ZIP_STORED)
    assert "damaged" in refusal(tmp_path, data[:1000] + data[3000:])


def test_empty_file_hollow_zip_and_what_is_no_zip(tmp_path: Path) -> None:
    assert "This file is empty" in refusal(tmp_path, b"")
    assert "holds no files" in refusal(tmp_path, good({}))
    assert "holds no files" in refusal(tmp_path, good({"folder/": b"", "empty.json": b"", "__MACOSX/x": b"x"}))
    assert "called a ZIP but is none" in refusal(tmp_path, b"\xff\xd8\xff" + b"picture" * 50)
    assert "called a ZIP but is none" in refusal(tmp_path, b"a")
    assert "called a ZIP but is none" in refusal(tmp_path, b"\x05FPF\x06PK\x05\x06\xff\xff\x00\x08\x00")
    assert "did not finish" in refusal(tmp_path, b"PK\x05\x06" + bytes(12))


def test_one_piece_of_a_split_zip(tmp_path: Path) -> None:
    data = bytearray(good())
    struct.pack_into("<H", data, len(data) - 18, 2)
    assert "cut up" in refusal(tmp_path, bytes(data))


@pytest.mark.parametrize("start", [b"MZ" + b"\0" * 60, b"\x7fELF" + b"\0" * 60])
def test_a_program_with_a_zip_behind_it(tmp_path: Path, start: bytes) -> None:
    assert "is a program" in refusal(tmp_path, handmade([FINE], prefix=start))


def test_junk_in_front_is_noted_and_passed_over(tmp_path: Path) -> None:
    notes = left_out(opened(tmp_path, handmade([FINE], prefix=b"junk" * 100)))
    assert [(name, "in front of" in sentence) for name, sentence in notes] == [("", True)]


def test_missing_parts_are_named(tmp_path: Path) -> None:
    paths = [put(tmp_path, name, good()) for name in ("fb-jo-1.zip", "fb-jo-2.zip", "fb-jo-5.zip")]
    assert [note.sentence.partition(".")[0] for note in open_archive(paths).notes] == [
        "Parts 3 and 4 of this export are missing"
    ]
    assert open_archive(paths[:2]).notes == ()
    one = put(tmp_path, "fb-jo-2-of-3.zip", good())
    assert "Parts 1 and 3 of" in open_archive([one]).notes[0].sentence


# one member


UNSAFE = [
    "../evil.json",
    "a/../../evil.json",
    "",
    "..",
    "a/./b.json",
    "/etc/passwd",
    "//server/share/a.json",
    "C:/evil.json",
    "c:evil.json",
    "C:\\evil.json",
    "..\\evil.json",
    "\\\\server\\share\\a.json",
    "a/con",
    "CON.json",
    "x/nul.txt",
    "com1.json",
    "aux/a.json",
    "posts.json:hidden",
    "a/posts.json.",
    "a /posts.json",
    "posts\n.json",
    "posts\x00.json",
    "posts\x1b[31m.json",
    "posts\u202enosj.json",
    "n" * 1025,
    "deep/" * 41 + "a.json",
]


@pytest.mark.parametrize("name", UNSAFE)
def test_unsafe_names(tmp_path: Path, name: str) -> None:
    notes = left_out(opened(tmp_path, handmade([member(name), FINE])))
    assert [sentence for _, sentence in notes] == [
        "This file's name could lead outside the export or deceive, so it was left out. The rest was read."
    ]


SAFE = [
    "a..b/posts.json",
    "...posts/x.json",
    "console.json",
    "a/connections.csv",
    "a/community.json",
    "my.posts/a b/c.json",
    ".hidden.json",
    "n" * 1024,
    "deep/" * 40 + "a.json",
    "photos/\U0001f600.jpg",
    "./posts.json",
    "a\\b.json",  # some Windows tools write folders like this
]


@pytest.mark.parametrize("name", SAFE)
def test_odd_but_harmless_names(tmp_path: Path, name: str) -> None:
    archive = opened(tmp_path, handmade([member(name)]))
    assert [one.path for one in archive.members] == [name.replace("\\", "/").removeprefix("./")]
    assert archive.notes == ()


def test_links(tmp_path: Path) -> None:
    notes = left_out(opened(tmp_path, handmade([member("link", b"/etc/passwd", mode=0o120777), FINE])))
    assert [(name, "is a link" in sentence) for name, sentence in notes] == [("link", True)]


def test_duplicate_names_use_the_first_and_say_so(tmp_path: Path) -> None:
    notes = left_out(opened(tmp_path, handmade([FINE, member("friends/friends.json", b"other")])))
    assert [(name, "twice" in sentence) for name, sentence in notes] == [("friends/friends.json", True)]


def test_ratio_of_a_member(tmp_path: Path) -> None:
    notes = left_out(opened(tmp_path, handmade([member("a.json", bytes(11 * MB)), FINE])))
    assert [(name, "far more than its packed size" in sentence) for name, sentence in notes] == [("a.json", True)]
    assert "far more than its own size" in refusal(tmp_path, bomb(11 * MB))
    assert len(opened(tmp_path, bomb(9 * MB)).members) == 1


def test_size_of_a_member(tmp_path: Path) -> None:
    archive = opened(tmp_path, good({"a.json": b"a" * 600_000}), member=500_000, streamed=500_000)
    for read in (archive.read, lambda one: archive.stream(one).read()):
        with pytest.raises(ExportError, match="larger than any export's file"):
            read(archive.members[0])
    assert archive.head(archive.members[0], 10) == b"a" * 10


@pytest.mark.parametrize("one_shot", [1, MB])
@pytest.mark.parametrize("stated", [10, 199_999])
def test_a_member_that_holds_more_than_it_says(tmp_path: Path, stated: int, one_shot: int) -> None:
    lying = member("a.json", b"a" * 200_000, stated_size=stated)
    archive = opened(tmp_path, handmade([lying, FINE]), one_shot=one_shot)
    for read in (archive.read, lambda one: archive.stream(one).read()):
        with pytest.raises(ExportError, match="holds more than it says"):
            read(archive.members[0])
    assert archive.read(archive.members[1]) == FINE.data


BROKEN = [
    member("a.json", b"a" * 900, stated_crc=1),
    member("a.json", b"a" * 900, method=0, stated_crc=1),
    member("a.json", b"a" * 900, stated_size=901),
    Packed(b"a.json", b"a" * 900, method=0, stated_size=1000),
]


@pytest.mark.parametrize("one_shot", [1, MB])
@pytest.mark.parametrize("broken", BROKEN)
def test_damage_is_told_and_the_rest_read(tmp_path: Path, broken: Packed, one_shot: int) -> None:
    archive = opened(tmp_path, handmade([broken, FINE]), one_shot=one_shot)
    for read in (archive.read, lambda one: archive.stream(one).read()):
        with pytest.raises(ExportError, match="damaged"):
            read(archive.members[0])
    assert archive.read(archive.members[1]) == FINE.data


def test_a_flipped_bit_is_told(tmp_path: Path) -> None:
    data = bytearray(good({"a.json": bytes(range(256)) * 9}, zipfile.ZIP_DEFLATED))
    data[60] ^= 4
    archive = opened(tmp_path, bytes(data))
    with pytest.raises(ExportError, match="damaged"):
        archive.read(archive.members[0])


def test_a_lost_header_is_told(tmp_path: Path) -> None:
    data = bytearray(handmade([member("a.json"), FINE]))
    data[:4] = b"gone"
    archive = opened(tmp_path, bytes(data))
    with pytest.raises(ExportError, match="damaged"):
        archive.read(archive.members[0])
    assert archive.read(archive.members[1]) == FINE.data


CLUTTER = ["__MACOSX/a.json", "a/__MACOSX/._b", "a/._posts.json", ".DS_Store", "a/Thumbs.db", "desktop.ini"]


@pytest.mark.parametrize("name", CLUTTER)
def test_clutter_is_passed_over(tmp_path: Path, name: str) -> None:
    assert left_out(opened(tmp_path, handmade([member(name), FINE]))) == []


def test_empty_members_and_folders_are_passed_over(tmp_path: Path) -> None:
    assert left_out(opened(tmp_path, handmade([member("a.json", b"", method=0), member("folder/", b""), FINE]))) == []


def test_notes_are_summed_up(tmp_path: Path) -> None:
    data = handmade([*(member(f"../{number}.json") for number in range(9)), FINE])
    notes = left_out(opened(tmp_path, data, notes=4))
    assert [name for name, _ in notes] == ["../0.json", "../1.json", "../2.json", "../3.json", ""]
    assert notes[-1][1].startswith("5 more files were left out")


def test_sentences_hold_nothing_of_the_export(tmp_path: Path) -> None:
    archive = opened(tmp_path, handmade([member("inbox/janedoe.json", b"a" * 50, stated_crc=1)]))
    with pytest.raises(AuditError) as error:
        archive.read(archive.members[0])
    assert "janedoe" not in repr(error.value) + str(error.value)
    assert error.value.__cause__ is None


def test_every_good_file_still_opens(tmp_path: Path) -> None:
    assert {one.path for one in opened(tmp_path, good()).members} == set(GOOD)
