"""A Downloads folder: eight exports and holiday pictures give eight recognised exports and one line on the rest."""

from pathlib import Path

import pytest

from privacy_audit.importers import IMPORTERS
from privacy_audit.intake import Intake, gather
from tests.builders import discord, instagram, linkedin, snapchat, strava, telegram, tiktok, x
from tests.builders.facebook import render
from tests.builders.facebook_content import Layout
from tests.builders.facebook_person import PERSON
from tests.builders.variants import as_folder, as_zip
from tests.builders.zips import put

_JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"
EXPORTS = {
    "facebook": ("facebook-janeexample-2024-05-01-a1b2.zip", lambda: render(PERSON, Layout.E)),
    "instagram": ("instagram-jane.example-2024-05-01-x9.zip", lambda: instagram.archive("2024")),
    "x": ("twitter-2024-05-01-0f0f.zip", x.archive),
    "linkedin": ("Complete_LinkedInDataExport_05-01-2024.zip", linkedin.archive),
    "snapchat": ("mydata~1714550000000.zip", snapchat.newer),
    "tiktok": ("TikTok_Data_1714550000.zip", tiktok.new_keys),
    "discord": ("package.zip", discord.package),
    "strava": ("export_12345678.zip", strava.archive),
}


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """ZIPs as the platforms name them, one export already unpacked, and what else lies about."""
    folder = tmp_path_factory.mktemp("Downloads")
    for platform, (name, made) in EXPORTS.items():
        if platform == "linkedin":
            as_folder(made(), folder / name.removesuffix(".zip"))
        else:
            as_zip(made(), folder / name)
    for number in range(12):
        put(folder, f"IMG_20240{number % 9 + 1}14_1530{number:02}.jpg", _JPEG + bytes(100))
    put(folder, "Holiday/DSC_0001.JPG", _JPEG + bytes(50))
    put(folder, "Holiday/video.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(50))
    put(folder, "boarding-pass.pdf", b"%PDF-1.7 made up")
    return folder


def _platforms(intake: Intake) -> list[str]:
    return sorted(one.importer.id for one in intake.exports)


def test_eight_exports_and_one_line_on_the_rest(downloads: Path) -> None:
    intake = gather([downloads], IMPORTERS)
    assert _platforms(intake) == sorted(EXPORTS)
    (rest,) = intake.not_exports
    assert rest.path == downloads
    assert rest.sentence == (
        "14 pictures and films and 1 other file are no export and were left aside. You need not do anything."
    )


def test_each_export_is_what_its_own_zip_gives(downloads: Path) -> None:
    together = {one.importer.id: len(one.archive.members) for one in gather([downloads], IMPORTERS).exports}
    for platform, (name, _made) in EXPORTS.items():
        path = downloads / (name.removesuffix(".zip") if platform == "linkedin" else name)
        (alone,) = gather([path], IMPORTERS).exports
        assert (alone.importer.id, len(alone.archive.members)) == (platform, together[platform])


def test_the_same_things_dropped_one_by_one(downloads: Path) -> None:
    dropped = [path for path in sorted(downloads.iterdir()) if path.name != "Holiday"]
    intake = gather(dropped, IMPORTERS)
    assert _platforms(intake) == sorted(EXPORTS)
    assert [rest.sentence for rest in intake.not_exports] == [
        "12 pictures and films and 1 other file are no export and were left aside. You need not do anything."
    ]


def test_an_unpacked_telegram_export_beside_them_is_the_ninth(downloads: Path, tmp_path: Path) -> None:
    more = as_folder(telegram.account(), tmp_path / "ChatExport_2024-05-01")
    assert _platforms(gather([downloads, more], IMPORTERS)) == sorted([*EXPORTS, "telegram"])
