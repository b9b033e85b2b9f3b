"""Reads giant files in a process of its own each: CPU speed and the peak of memory of their importers.

Google's Records.json, the Timeline of a phone, a page of My Activity, and the posts of an X archive.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from privacy_audit.archive import open_archive
from privacy_audit.importers import google_takeout, x
from privacy_audit.importing import Importer, ReadOptions
from tests.benchmarks.memory import peak_mib

MB = 1 << 20
_DAY = "2024-03-14T09:30:00.000+00:00"


@dataclass(frozen=True, slots=True)
class Giant:
    megabytes: float
    cpu: float  # seconds
    peak: float  # MiB of the whole process
    items: int


def records() -> Iterator[str]:
    """Nights at one place and ways to others, with a point every few minutes."""
    chance = random.Random(9)  # noqa: S311 - places that nobody was at
    north, east, number = 523_600_000, -27_100_000, 0
    yield '{"locations": ['
    while True:
        moves = chance.random() < 1 / 3
        for _ in range(chance.randint(20, 200)):
            if moves:
                north, east = north + chance.randint(-9000, 9000), east + chance.randint(-15000, 15000)
            day, hour, minute = 1 + number // 900 % 28, number // 40 % 24, number % 60
            when = f"{2014 + number // 300_000}-03-{day:02}T{hour:02}:{minute:02}:00.123Z"
            activity = [{"activity": [{"type": "STILL", "confidence": 97}], "timestamp": when}]
            point = {
                "latitudeE7": north + chance.randint(-200, 200),
                "longitudeE7": east + chance.randint(-200, 200),
                "accuracy": 20,
                "activity": activity,
                "source": "WIFI",
                "timestamp": when,
            }
            yield ("," if number else "") + json.dumps(point, indent=2)
            number += 1


def timeline() -> Iterator[str]:
    chance = random.Random(9)  # noqa: S311 - places that nobody was at
    times = {"startTime": _DAY, "endTime": _DAY}
    place = {"semanticType": "INFERRED_HOME", "placeLocation": {"latLng": "52.3600000°, -2.7100000°"}}
    yield '{"semanticSegments": ['
    yield json.dumps({**times, "visit": {"topCandidate": place}})
    while True:
        path = [
            {"point": f"52.{chance.randint(30, 60)}1°, -2.7{chance.randint(0, 99)}°", "time": _DAY} for _ in range(6)
        ]
        yield "," + json.dumps({**times, "timelinePath": path}, ensure_ascii=False, indent=2)


def activity() -> Iterator[str]:
    yield '<html><body><div class="mdl-grid">'
    number = 0
    while True:
        number += 1
        yield (
            '<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid">'
            '<div class="header-cell mdl-cell mdl-cell--12-col"><p class="mdl-typography--title">YouTube<br></p></div>'
            '<div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1">Watched&nbsp;'
            f'<a href="https://www.youtube.com/watch?v={number}">A film about walking {number}</a><br>'
            f"Mar {1 + number % 28}, 2024, 9:30:00 AM GMT</div>"
            '<div class="content-cell mdl-cell mdl-typography--body-1 mdl-typography--text-right"></div>'
            '<div class="content-cell mdl-cell mdl-cell--12-col mdl-typography--caption"><b>Products:</b><br>&emsp;'
            "YouTube<br><b>Why is this here?</b><br>&emsp;This activity was saved to your Google Account because the "
            "following settings were on:&nbsp;YouTube watch history.&nbsp;You can control these settings &nbsp;"
            '<a href="https://myaccount.google.com/activitycontrols">here</a>.</div></div></div>'
        )


def posts() -> Iterator[str]:
    """Posts as an X archive has them, three quarters of it what nobody asks for."""
    lines = (Path(__file__).parent / "chatter.txt").read_text("utf-8").splitlines()
    number = 0
    yield "window.YTD.tweets.part0 = ["
    while True:
        post = {
            "edit_info": {"initial": {"editTweetIds": [str(number)], "editableUntil": _DAY, "editsRemaining": "5"}},
            "retweeted": False,
            "source": '<a href="https://example.com" rel="nofollow">A client</a>',
            "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
            "display_text_range": ["0", "44"],
            "favorite_count": "0",
            "id_str": str(number),
            "full_text": lines[number % len(lines)],
            "created_at": "Wed Mar 01 10:00:00 +0000 2023",
            "lang": "en",
        }
        yield ("," if number else "") + json.dumps({"tweet": post}, indent=2)
        number += 1


@dataclass(frozen=True, slots=True)
class Kind:
    """What is made: where it stands in the export, its pieces, how it ends, and who reads it."""

    path: str
    pieces: Callable[[], Iterator[str]]
    end: str
    importer: Importer


GIANTS = {
    "Records.json": Kind("Takeout/Location History/Records.json", records, "]}", google_takeout.IMPORTER),
    "Timeline.json": Kind("Timeline.json", timeline, "]}", google_takeout.IMPORTER),
    "watch-history.html": Kind(
        "Takeout/YouTube/history/watch-history.html", activity, "</div></body></html>", google_takeout.IMPORTER
    ),
    "tweets.js": Kind("data/tweets.js", posts, "]", x.IMPORTER),
}


def write(path: Path, megabytes: int, kind: Kind) -> None:
    size = 0
    with path.open("w", encoding="utf-8") as file:
        for piece in kind.pieces():
            size += file.write(piece)
            if size >= megabytes * MB:
                break
        file.write(kind.end)


def measure(folder: Path, kind: Kind) -> Giant:
    """In this process, of which it takes the peak."""
    archive = open_archive([folder])
    started = time.process_time()
    items = sum(1 for _item in kind.importer.read(archive, ReadOptions()))
    peak = peak_mib()
    return Giant(archive.size / MB, time.process_time() - started, peak, items)


def in_own_process(megabytes: int, name: str) -> Giant:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / GIANTS[name].path
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, megabytes, GIANTS[name])
        command = [sys.executable, "-m", "tests.benchmarks.giants", folder, name]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Giant(**json.loads(told))


if __name__ == "__main__":
    print(json.dumps(asdict(measure(Path(sys.argv[1]), GIANTS[sys.argv[2]]))))
