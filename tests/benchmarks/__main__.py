"""`python3 run.py bench`: measures, prints, and writes the table in docs/performance.md. Figures are of one run."""

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.benchmarks.doors import csv_speed, html_speed
from tests.benchmarks.gate import chatter_cost, lines_cost
from tests.benchmarks.generate import write_export
from tests.benchmarks.giants import in_own_process as read_giant
from tests.benchmarks.recognition import ENTRIES, recognition_seconds
from tests.benchmarks.scan import in_own_process
from tests.benchmarks.second_look import MODEL, second_look_cost
from tests.benchmarks.stages import in_own_process as stages
from tests.benchmarks.window import first_window, lateness
from tests.corpus import DEFAULT_FOLDER, Part, lines

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
STAGED = 100  # megabytes of the exports of which the stages are told
BEGIN, END = "<!-- figures begin -->", "<!-- figures end -->"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside what it should be; `kept` is None where there is no bound."""

    what: str
    figure: str
    bound: str = ""
    kept: bool | None = None


def main() -> None:
    parser = argparse.ArgumentParser(prog="run.py bench", description="Measures speed and memory in one run.")
    parser.add_argument("--size", type=int, action="append", help="megabytes of the generated export; again for more")
    parser.add_argument("--write", action="store_true", help="write the table into docs/performance.md")
    options = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for row in _rows(Path(folder), options.size or [250, 1000]):
            rows.append(row)
            print(_line(row), flush=True)
    if options.write:
        _write(rows, options.size or [250, 1000])
        print(f"written to docs/{PAGE.name}")


def _rows(folder: Path, sizes: list[int]) -> Iterator[Row]:
    for size in sizes:
        path = folder / f"export-{size}.zip"
        manifest = write_export(path, size)
        yield from _scan(path, size, len(manifest.plants))
        if size == max(sizes):
            late = lateness(path)
            yield Row(f"window: timer late while {size} MB are read, 99 of 100", f"{late.p99:.0f} ms")
            yield Row("window: timer late, worst", f"{late.worst:.0f} ms", "≤ 100 ms", late.worst <= 100)
        path.unlink()
    yield from _stages(folder)
    yield Row("first window, from starting the interpreter", f"{first_window():.2f} s", "≤ 0.5 s")
    yield Row("gate, a line of the invented officer's chatter", f"{chatter_cost():.1f} µs")
    if DEFAULT_FOLDER.exists():
        texts = [line.text for line in lines(DEFAULT_FOLDER) if line.part is not Part.UNSEEN]
        yield Row("gate, a line of the labelled corpora, half of them findings", f"{lines_cost(texts):.1f} µs")
    html, csv = html_speed(), csv_speed()
    yield Row("HTML walked to its texts", f"{html:.0f} MB/s", "≥ 20 MB/s", html >= 20)
    yield from _giants()
    if MODEL.exists():
        look = second_look_cost()
        yield Row(
            "second look, a text on one core", f"{look.milliseconds:.1f} CPU ms", "≤ 7 ms", look.milliseconds <= 7
        )
        yield Row("second look, 5,000 posts", f"{look.seconds:.0f} s", "≤ 40 s", look.seconds <= 40)
        yield Row("second look, peak memory of its process", f"{look.peak:.0f} MiB", "≤ 350 MiB", look.peak <= 350)
    known = recognition_seconds()
    yield Row(f"a folder of {ENTRIES:,} files recognised", f"{known:.2f} CPU s", "≤ 0.5 s", known <= 0.5)
    yield Row("CSV read to its cells", f"{csv:.0f} MB/s", "≥ 50 MB/s", csv >= 50)


def _stages(folder: Path) -> Iterator[Row]:
    """What each stage costs, for texts that repeat as the generated ones do and for texts that never do."""
    for varied in (False, True):
        path = folder / "stages.zip"
        write_export(path, STAGED, varied=varied)
        found = stages(path)
        kind = "texts that never repeat" if varied else "the same texts"
        before = 0.0
        for name, seconds in found.seconds.items():
            figure = f"{(seconds - before) / found.texts * 1e6:.2f} µs a text"
            yield Row(f"{STAGED} MB of {kind}: {name}, beyond the stage above", figure)
            before = seconds
        path.unlink()


def _giants() -> Iterator[Row]:
    sizes = {"Records.json": 500, "tweets.js": 1000, "Timeline.json": 100, "watch-history.html": 30}
    for name, size in sizes.items():
        giant = read_giant(size, name)
        bound, kept = ("≤ 150 MiB", giant.peak <= 150)
        figure = f"{giant.peak:.0f} MiB, {giant.megabytes / giant.cpu:.0f} MB/s"
        yield Row(f"importer alone, {name} of {size} MB: peak memory, CPU speed", figure, bound, kept)


def _scan(path: Path, size: int, plants: int) -> Iterator[Row]:
    timed = in_own_process(path, with_floor=True, rounds=3)
    alone = in_own_process(path, with_floor=False, rounds=1)
    ratio = timed.scan / timed.floor
    yield Row(f"{size} MB: inflate and typed decode (the floor)", f"{timed.floor:.2f} CPU s")
    yield Row(f"{size} MB: whole scan", f"{timed.scan:.2f} CPU s")
    yield Row(f"{size} MB: scan ÷ floor", f"{ratio:.2f}", "≤ 2.5, aim 1.5", ratio <= 2.5)
    yield Row(f"{size} MB: records a CPU second", f"{timed.records / timed.scan:,.0f}")
    yield Row(f"{size} MB: peak memory of a scan", f"{alone.peak:.0f} MiB", "≤ 200, aim 150", alone.peak <= 200)
    yield Row(f"{size} MB: planted items, and places that findings name", f"{plants:,} and {timed.findings:,}")


def _line(row: Row) -> str:
    mark = {None: "  ", True: "ok", False: "NO"}[row.kept]
    return f"{mark}  {row.what:58} {row.figure:>18}  {row.bound}"


def _write(rows: list[Row], sizes: list[int]) -> None:
    asked = "".join(f" --size {size}" for size in sizes)
    lines = [
        BEGIN,
        "",
        f"`python3 run.py bench{asked} --write`, {date.today():%d %B %Y}, {os.cpu_count()} cores, "  # noqa: DTZ011 - a day
        f"Python {platform.python_version()} on {platform.system()}. "
        "Floor and scan are the quickest of three rounds each.",
        "",
        "| what | figure | bound |",
        "|---|---|---|",
        *(f"| {row.what} | {row.figure} | {row.bound} |" for row in rows),
        "",
        END,
    ]
    text = PAGE.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    PAGE.write_text(before + "\n".join(lines) + after, encoding="utf-8")


if __name__ == "__main__":
    main()
