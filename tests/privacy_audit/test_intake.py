"""What the user drops on us: ZIPs, parts, folders and single files become exports, and the rest gets its sentence."""

import shutil
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from privacy_audit.archive import Archive
from privacy_audit.errors import Cancelled
from privacy_audit.importers import IMPORTERS
from privacy_audit.importing import Importer, LayoutEvidence, Recognition
from privacy_audit.intake import Intake, gather
from tests.builders.facebook import render, write
from tests.builders.facebook_content import Layout
from tests.builders.facebook_person import PERSON
from tests.builders.zips import good, many, put, tar, zip_of


def importer(platform: str, *marks: str) -> Importer:
    """A platform that is known by these files; each found one is a share of the proof."""

    def recognise(archive: Archive) -> Recognition | None:
        found = sum(bool(archive.matching(mark)) for mark in marks)
        return Recognition(platform, "now", LayoutEvidence.FIXTURE, found / len(marks)) if found else None

    return Importer(platform, platform.title(), recognise, lambda _archive, _options: iter(()))


FACEBOOK = importer("facebook", "profile/profile.json", "messages/inbox/*/message_*.json", "posts_*.json")
INSTAGRAM = importer("instagram", "account/account.json", "media/posts_1.json", "inbox/*/message_*.json")
LINKEDIN = importer("linkedin", "Connections.csv", "Profile.csv")
WHATSAPP = importer("whatsapp", "WhatsApp Chat with *.txt")
SKYPE = importer("skype", "endpoints.json")
KNOWN = (FACEBOOK, INSTAGRAM, LINKEDIN, WHATSAPP, SKYPE)

PROFILE = ["profile/profile.json", "posts_1.json", "friends.json"]
CHATS = [f"messages/inbox/jo_{number}/message_1.json" for number in range(6)]
WHOLE = [*PROFILE, *CHATS]
INSTA = ["account/account.json", "media/posts_1.json", "followers.json"]


def told(intake: Intake) -> list[tuple[str, list[str], int]]:
    """Platform, names of what was chosen, and number of members of each export."""
    return [(one.importer.id, [path.name for path in one.paths], len(one.archive.members)) for one in intake.exports]


def aside(intake: Intake) -> dict[str, str]:
    return {one.path.name: one.sentence for one in intake.not_exports}


def laid_out(folder: Path, names: Iterable[str], salt: str = "") -> Path:
    for name in names:
        put(folder, name, f"{name}{salt}".encode())
    return folder


@pytest.mark.parametrize(
    "names",
    [
        ["facebook-jo-2024-03-14-x1y2-1.zip", "facebook-jo-2024-03-14-x1y2-2.zip"],
        ["takeout-20240101T000000Z-001.zip", "takeout-20240101T000000Z-002.zip"],
        ["part-1.zip", "part-2.zip"],
        ["fb-1-of-2.zip", "fb-2-of-2.zip"],
    ],
)
def test_parts_become_one_export(tmp_path: Path, names: list[str]) -> None:
    paths = [zip_of(tmp_path, names[0], PROFILE), zip_of(tmp_path, names[1], CHATS)]
    for given in (paths, paths[::-1]):
        intake = gather(given, KNOWN)
        assert told(intake) == [("facebook", names, len(WHOLE))]
        assert intake.exports[0].recognition.score == 1
        assert intake.exports[0].archive.parts == tuple(names)
        assert intake.not_exports == ()
        archive = intake.exports[0].archive
        assert [archive.read(one).decode() for one in archive.members] == WHOLE


def test_a_part_with_pictures_alone_joins_by_its_name_and_gaps_are_named(tmp_path: Path) -> None:
    paths = [
        zip_of(tmp_path, "facebook-jo-1.zip", WHOLE),
        zip_of(tmp_path, "facebook-jo-2.zip", ["photos/a.jpg"]),
        zip_of(tmp_path, "facebook-jo-4.zip", ["photos/b.jpg"]),
    ]
    intake = gather(paths, KNOWN)
    assert told(intake) == [("facebook", [path.name for path in paths], len(WHOLE) + 2)]
    assert [note.sentence for note in intake.exports[0].archive.notes] == [
        "Part 3 of this export is missing. Download it too, then choose all parts together."
    ]


def test_messages_alone_join_the_rest_of_their_platform(tmp_path: Path) -> None:
    paths = [zip_of(tmp_path, "messages.zip", CHATS), zip_of(tmp_path, "facebook-jo-2024.zip", PROFILE)]
    assert told(gather(paths, KNOWN)) == [("facebook", ["messages.zip", "facebook-jo-2024.zip"], len(WHOLE))]


def test_two_complete_exports_stay_two(tmp_path: Path) -> None:
    paths = [
        zip_of(tmp_path, "facebook-jo-2024-1.zip", WHOLE),
        zip_of(tmp_path, "facebook-jo-2024-2.zip", WHOLE[:-1], salt="older"),
    ]
    assert told(gather(paths, KNOWN)) == [
        ("facebook", ["facebook-jo-2024-1.zip"], len(WHOLE)),
        ("facebook", ["facebook-jo-2024-2.zip"], len(WHOLE) - 1),
    ]


def test_parts_of_two_people_are_not_mixed(tmp_path: Path) -> None:
    paths = [zip_of(tmp_path, "facebook-jo-2024.zip", PROFILE), zip_of(tmp_path, "facebook-sam-2024.zip", CHATS)]
    assert [names for _, names, _ in told(gather(paths, KNOWN))] == [[path.name] for path in paths]


def test_a_copy_is_read_once(tmp_path: Path) -> None:
    first = zip_of(tmp_path, "facebook-jo.zip", WHOLE)
    copy = Path(shutil.copy(first, tmp_path / "facebook-jo (1).zip"))
    unpacked = laid_out(tmp_path / "facebook-jo", WHOLE)
    intake = gather([first, copy, unpacked], KNOWN)
    assert told(intake) == [("facebook", ["facebook-jo.zip"], len(WHOLE))]
    assert set(aside(intake)) == {"facebook-jo (1).zip", "facebook-jo"}
    assert all("read only once" in sentence for sentence in aside(intake).values())
    assert len(gather([first, first], KNOWN).exports) == 1


@pytest.mark.parametrize("packed", [False, True])
def test_a_parent_of_two_platforms_is_two_exports(tmp_path: Path, packed: bool) -> None:
    names = [*(f"facebook-jo/{name}" for name in WHOLE), *(f"instagram-jo/{name}" for name in INSTA)]
    if packed:
        path = zip_of(tmp_path, "meta-2024-Mar-14.zip", names, inside="meta-2024-Mar-14/")
    else:
        path = laid_out(tmp_path / "meta-2024-Mar-14", names)
    intake = gather([path], KNOWN)
    assert [(platform, count) for platform, _, count in told(intake)] == [("facebook", 9), ("instagram", 3)]
    first = intake.exports[0].archive.members[0].path
    assert first == ("meta-2024-Mar-14/facebook-jo/profile/profile.json" if packed else "friends.json")
    assert intake.not_exports == ()


def test_a_downloads_folder(tmp_path: Path) -> None:
    downloads = laid_out(tmp_path / "Downloads", [f"holiday {number}.jpg" for number in range(14)])
    laid_out(downloads, ["letter.docx", "WhatsApp Chat with Jo.txt", "work/plan.xlsx"])
    laid_out(downloads / "instagram-jo", INSTA)
    laid_out(downloads / "old/facebook-jo-2019", WHOLE, salt="older")
    zip_of(downloads, "facebook-jo-1.zip", PROFILE, inside="facebook-jo/")
    zip_of(downloads, "facebook-jo-2.zip", CHATS, inside="facebook-jo/")
    zip_of(downloads, "fonts.zip", ["serif.ttf"])
    put(downloads, "linkedin.zip", good({"Connections.csv": b"x"})[:40])
    intake = gather([downloads], KNOWN)
    assert sorted(told(intake)) == [
        ("facebook", ["facebook-jo-1.zip", "facebook-jo-2.zip"], 9),
        ("facebook", ["facebook-jo-2019"], 9),
        ("instagram", ["instagram-jo"], 3),
        ("whatsapp", ["Downloads"], 1),
    ]
    assert aside(intake) == {
        "linkedin.zip": "The download of this ZIP did not finish: its end is missing. "
        "Download it again from the platform and choose the new file.",
        "Downloads": "14 pictures and films and 3 other files are no export and were left aside. "
        "You need not do anything.",
    }
    packed = next(one.archive for one in intake.exports if "facebook-jo-1.zip" in one.archive.parts)
    assert packed.members[0].path == "facebook-jo/profile/profile.json"


def test_a_folder_that_is_an_export_keeps_all_its_files(tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "my download", [*WHOLE, "logins/logins.json", "photos/a.jpg", "ads/ads.json"])
    assert told(gather([folder], KNOWN)) == [("facebook", ["my download"], len(WHOLE) + 3)]


def test_a_single_nested_folder_is_the_export(tmp_path: Path) -> None:
    folder = laid_out(
        tmp_path / "outer", [f"Linkedin-jo/{name}" for name in ("Connections.csv", "Profile.csv", "a/b.html")]
    )
    assert [(platform, count) for platform, _, count in told(gather([folder], KNOWN))] == [("linkedin", 3)]


def test_loose_files_of_one_export_belong_together(tmp_path: Path) -> None:
    folder = laid_out(tmp_path, ["Connections.csv", "Profile.csv", "a.jpg", "WhatsApp Chat with Jo.txt"])
    files = sorted(folder.iterdir())
    intake = gather(files, (LINKEDIN,))
    assert told(intake) == [("linkedin", ["Connections.csv", "Profile.csv", "WhatsApp Chat with Jo.txt", "a.jpg"], 4)]
    chats = [put(tmp_path, f"WhatsApp Chat with {name}.txt", b"x") for name in ("Jo", "Sam")]
    intake = gather([*chats, tmp_path / "a.jpg", tmp_path / "Connections.csv"], KNOWN)
    assert told(intake) == [("whatsapp", [path.name for path in chats], 2), ("linkedin", ["Connections.csv"], 1)]
    assert list(aside(intake).values()) == [
        "1 picture or film is no export and was left aside. You need not do anything."
    ]


def test_a_tar_is_an_export_too(tmp_path: Path) -> None:
    path = put(tmp_path, "8_live.tar", tar({"endpoints.json": b"{}", "messages.json": b"{}"}))
    assert told(gather([path], KNOWN)) == [("skype", ["8_live.tar"], 2)]


def test_what_is_no_export_has_its_sentence(tmp_path: Path) -> None:
    pictures = [put(tmp_path, f"{number}.jpg", b"x") for number in range(2)]
    other = zip_of(tmp_path, "fonts.zip", ["serif.ttf"])
    folder = laid_out(tmp_path / "work", ["plan.xlsx"])
    empty = put(tmp_path, "empty.zip", b"")
    intake = gather([*pictures, other, folder, empty, tmp_path / "gone.zip"], KNOWN)
    assert intake.exports == ()
    sentences = aside(intake)
    assert sentences.pop(tmp_path.name) == (
        "2 pictures and films are no export and were left aside. Choose the ZIP or folder that the platform gave you."
    )
    assert {name: sentence.partition(". ")[0] for name, sentence in sentences.items()} == {
        "fonts.zip": "No export that this program knows was found in this ZIP",
        "work": "No export that this program knows was found in this folder",
        "empty.zip": "This file is empty",
        "gone.zip": "This file or folder is no longer there",
    }


def test_the_highest_score_wins(tmp_path: Path) -> None:
    eager = importer("eager", "profile/profile.json", "nothing.json")
    path = zip_of(tmp_path, "a.zip", WHOLE)
    for known in ((eager, FACEBOOK), (FACEBOOK, eager)):
        assert [one.importer.id for one in gather([path], known).exports] == ["facebook"]


def test_progress_is_told_and_stopping_works(tmp_path: Path) -> None:
    paths = [zip_of(tmp_path, f"{name}.zip", WHOLE, salt=name) for name in "abc"]
    steps: list[tuple[int, int]] = []
    gather(paths, KNOWN, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]
    with pytest.raises(Cancelled):
        gather(paths, KNOWN, stop=lambda: True)


def test_reprs_hold_no_path(tmp_path: Path) -> None:
    intake = gather([zip_of(tmp_path, "facebook-janedoe.zip", WHOLE), tmp_path / "janedoe.zip"], KNOWN)
    assert "janedoe" not in repr(intake)


def test_fifty_thousand_files_are_recognised_fast(tmp_path: Path) -> None:
    path = put(tmp_path, "facebook-jo.zip", many(50_000))
    started = time.process_time()
    assert told(gather([path], IMPORTERS)) == [("facebook", ["facebook-jo.zip"], 50_000)]
    assert time.process_time() - started < 2  # about 0.6 s on a quiet machine


@pytest.mark.parametrize("layout", list(Layout))
def test_facebook_in_every_layout_is_found_whole(tmp_path: Path, layout: Layout) -> None:
    files = render(PERSON, layout)
    expected = sorted(path.rpartition("/")[2] for path, data in files.items() if data)
    folder = write(files, tmp_path / "unpacked")
    packed = write(files, tmp_path / "some.zip")
    downloads = laid_out(tmp_path / "Downloads", ["a.jpg"])
    write(files, downloads / "facebook-jo-2024-03-14")
    for path in (folder, packed, downloads):
        intake = gather([path], IMPORTERS)
        assert [one.importer.id for one in intake.exports] == ["facebook"]
        names = sorted(one.path.rpartition("/")[2] for one in intake.exports[0].archive.members)
        assert names == expected
