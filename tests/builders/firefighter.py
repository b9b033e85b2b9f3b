"""An invented firefighter with an X archive and a Strava one: what each tells joins with the other."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.builders.facebook import write
from tests.builders.google_takeout import table
from tests.builders.tracks import gpx

NAME, HANDLE, ACCOUNT = "Dilys Marlow", "dilysm_runs", "4004"
HOME = (50.6010, -3.9500)  # open moor, where nobody lives
BIO = "Firefighter at Ludbridge, Red Watch. Mum, runner, maker of bad bread."
POSTS = (
    "First sourdough that did not bounce",
    "My first dog was called Biscuit and I still look for him at the gate",
    "Half an hour of sun and the whole town is in shorts",
    "We cut a drunk driver out of his car again last night, same lad as in March, off his head and crying for his mum",
    "Anyone got a spare ticket for the panto? Two would be better",
)
_RUNS = 12
_FIRST = datetime(2025, 3, 1, 6, 50, tzinfo=UTC)


def write_exports(folder: Path) -> tuple[Path, Path]:
    """The archives of both sites."""
    return write(_x(), folder / "twitter.zip"), write(_strava(), folder / "strava.zip")


def _x() -> dict[str, bytes]:
    files: dict[str, bytes] = {}

    def put(file: str, part: str, records: list[Mapping[str, object]]) -> None:
        files[f"data/{file}.js"] = f"window.YTD.{part} = {json.dumps(records)}".encode()

    account = {
        "email": "dilys.m@example.com",
        "username": HANDLE,
        "accountId": ACCOUNT,
        "accountDisplayName": NAME,
        "createdAt": "2012-11-15T13:18:50.000Z",
    }
    put("account", "account.part0", [{"account": account}])
    put("profile", "profile.part0", [{"profile": {"description": {"bio": BIO, "website": "", "location": ""}}}])
    put("ageinfo", "ageinfo.part0", [{"ageMeta": {"ageInfo": {"age": ["38"], "birthDate": "1987-03-14"}}}])
    tweets = [
        {"tweet": {"id_str": str(n), "full_text": text, "created_at": f"Wed Mar {n + 1:02} 10:00:00 +0000 2023"}}
        for n, text in enumerate(POSTS)
    ]
    put("tweets", "tweets.part0", tweets)
    about = {
        "userInfo": {"accountId": ACCOUNT, "userName": HANDLE, "displayName": NAME},
        "archiveInfo": {"sizeBytes": "1000", "generationDate": "2026-02-01T10:00:00.000Z", "isPartialArchive": False},
    }
    files["data/manifest.js"] = f"window.__THAR_CONFIG = {json.dumps(about)}".encode()
    return files


def _strava() -> dict[str, bytes]:
    """Twelve runs from one door to twelve places."""
    first, _, last = NAME.partition(" ")
    athlete = [["Athlete ID", "Email Address", "First Name", "Last Name"], ["9", "dilys.m@example.com", first, last]]
    rows = [["Activity ID", "Activity Date", "Activity Name", "Activity Type", "Filename"]]
    files: dict[str, bytes] = {}
    for number in range(_RUNS):
        at = _FIRST + timedelta(days=3 * number)
        name = f"activities/{number}.gpx"
        rows.append([str(number), f"{at:%b} {at.day}, {at:%Y}, 6:50:00 AM", "Morning Run", "Run", name])
        begun = int(at.timestamp())
        away = (HOME[0] + 0.01 * (number + 1), HOME[1] - 0.012 * (number + 1))
        files[name] = gpx([(*HOME, begun), (*away, begun + 2400)])
    return {"profile.csv": table(athlete), "activities.csv": table(rows), **files}
