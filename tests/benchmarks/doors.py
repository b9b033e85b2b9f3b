"""Speed of the doors for HTML and CSV, in MB (10^6 bytes) of CPU second, on pages and tables made here."""

import random
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from privacy_audit import markup
from privacy_audit.csv_table import Table, read_table
from privacy_audit.model import Source

_LINES = tuple((Path(__file__).parent / "chatter.txt").read_text("utf-8").splitlines())
_RECORD = "section._a6-g"


def html_speed(megabytes: float = 20) -> float:
    """A page of messages as Facebook's HTML download has them, walked through to its texts."""
    page = _page(megabytes)
    return _speed(len(page), lambda: _walk(page))


def csv_speed(megabytes: float = 20) -> float:
    """A table with quoted fields, read to its cells."""
    table = _table(megabytes)
    return _speed(len(table), lambda: _drain(table))


def _walk(page: bytes) -> None:
    for piece in markup.pieces(page, ("_a6-g",)):
        for record in piece.root.select(_RECORD):
            record.text()


def _drain(raw_table: bytes) -> None:
    table = read_table(BytesIO(raw_table), ("CONTENT",), Source("benchmark", "table.csv"))
    assert isinstance(table, Table)
    for _row in table.rows:
        pass


def _speed(size: int, work: Callable[[], None], rounds: int = 3) -> float:
    times = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return size / 1e6 / min(times)


def _page(megabytes: float) -> bytes:
    chance = random.Random(3)  # noqa: S311 - the same page every time
    parts, size = ["<html><head><title>Amy</title></head><body><main>"], 0
    while size < megabytes * 1e6:
        parts.append(
            f'<section class="_3-95 _a6-g"><h2 class="_2ph_ _a6-h _a6-i">Amy Ashdown</h2><div class="_2ph_ _a6-p"><div>'
            f"<div></div><div>{chance.choice(_LINES)}</div><div></div></div></div>"
            f'<footer class="_3-94 _a6-o"><div class="_a72d">Sep 13, 2020 12:26 pm</div></footer></section>'
        )
        size += len(parts[-1])
    return "".join([*parts, "</main></body></html>"]).encode()


def _table(megabytes: float) -> bytes:
    chance = random.Random(4)  # noqa: S311 - the same table every time
    parts, size = ["FROM,TO,DATE,CONTENT\r\n"], 0
    while size < megabytes * 1e6:
        parts.append(f'Amy Ashdown,Ben Birtles,2024-01-15 14:30:00 UTC,"{chance.choice(_LINES)}"\r\n')
        size += len(parts[-1])
    return "".join(parts).encode()
