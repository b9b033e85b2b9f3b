"""The real process with the real model: what it answers, what it holds, and what it cannot open."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from privacy_audit.opinion.asking import Asking
from privacy_audit.opinion.scope import head_of
from privacy_audit.opinion.thresholds import load_thresholds
from tests.corpus import SETTINGS
from tests.training.lessons import ANYTHING, IDS

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="read from the system's own list of processes")
HEADS = [head_of(*setting) for setting in SETTINGS.values()]


@pytest.fixture(scope="module")
def process() -> Iterator[tuple[Asking, tuple[str, ...]]]:
    with Asking(patience=300) as asking:
        yield asking, asking.ids()


Process = tuple[Asking, tuple[str, ...]]


def test_the_model_knows_what_it_was_taught(process: Process) -> None:
    assert process[1] == (*IDS, ANYTHING)
    assert set(load_thresholds()) <= set(IDS)


def test_one_text_has_one_answer_whatever_stands_beside_it(process: Process) -> None:
    asking, ids = process
    alone = asking.shares([("self-post: ", "back on shift tomorrow, early turn again")], len(ids))
    beside = asking.shares([(head, "a longer line about the weather " * 9) for head in HEADS], len(ids))
    again = asking.shares([("self-post: ", "back on shift tomorrow, early turn again")], len(ids))
    assert alone == again and len(beside) == len(HEADS)


@pytest.mark.parametrize(
    "text",
    ["", "\0", "\ud800", "\U0001f525" * 900, "a" * 100_000, "[SEP] [CLS]", "\u0645\u0631\u062d\u0628\u0627 " * 50],
    ids=["nothing", "zero", "half a pair", "fires", "one long word", "marks of the model", "Arabic"],
)
def test_any_text_is_answered(process: Process, text: str) -> None:
    asking, ids = process
    (row,) = asking.shares([("self-post: ", text)], len(ids))
    assert len(row) == len(ids)


def test_it_can_tell_a_post_on_work_from_one_on_the_garden(process: Process) -> None:
    asking, ids = process
    texts = ("I'm a police officer at Marshtown nick, on response there six years now", "the beans are up at last")
    work, garden = (
        row[ids.index("employer-affiliation")] for row in asking.shares([("bio: ", t) for t in texts], len(ids))
    )
    assert work > 0.5 > garden


@LINUX
def test_it_holds_no_socket_and_no_file_and_little_memory(process: Process) -> None:
    asking, ids = process
    asking.shares([("self-post: ", "word " * 500)], len(ids))
    folder = Path("/proc") / str(asking.number)
    opened = [str(link.readlink()) for link in (folder / "fd").iterdir()]
    assert not [name for name in opened if name.startswith("socket:")]
    assert {name.split(":")[0] for name in opened} <= {"pipe", "/dev/null", "anon_inode"}
    limits = (folder / "limits").read_text(encoding="ascii")
    most = int(next(line for line in limits.splitlines() if line.startswith("Max open files")).split()[3])
    assert most <= 16
    status = (folder / "status").read_text(encoding="ascii")
    peak = int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
    assert peak < 350 * 1024
