"""The second look's process is watched: it may die, hang or talk nonsense, and nothing waits for ever."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from privacy_audit.opinion.asking import Asking, SecondLookLostError

ROOT = str(Path(__file__).parents[3])
HEAD = (
    "import sys; sys.path.insert(0, sys.argv[1]); from privacy_audit import pipe\n"
    "i, o = sys.stdin.buffer, sys.stdout.buffer\n"
)
HELLO = "pipe.send(o, ('grievance', 'group-chat'))\n"


def asking(script: str, patience: float = 20.0) -> Asking:
    def start() -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-c", HEAD + script, ROOT]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    return Asking(start, patience)


def test_texts_are_answered_one_for_one() -> None:
    script = HELLO + "while True:\n    pipe.send(o, [(len(t) / 100, 0.5) for h, t in pipe.receive(i)])"
    with asking(script) as process:
        assert process.ids() == ("grievance", "group-chat")
        assert process.shares([("self-post: ", "abc"), ("bio: ", "abcde")], 2) == [(0.03, 0.5), (0.05, 0.5)]
        assert process.shares([("bio: ", "a")], 2) == [(0.01, 0.5)]


@pytest.mark.parametrize(
    "script",
    [
        "sys.exit(3)",
        "import os; os.abort()",
        "o.write(b'x' * 100); o.flush()",
        "pipe.send(o, {'not': 'a tuple'})",
        "pipe.send(o, (1, 2))",
    ],
    ids=["leaves", "aborts", "noise", "another kind", "no names"],
)
def test_a_process_that_does_not_greet_is_given_up(script: str) -> None:
    with asking(script) as process, pytest.raises(SecondLookLostError):
        process.ids()


@pytest.mark.parametrize(
    "answer",
    ["[]", "[(0.5,)]", "[(0.5, 2.0)]", "[(0.5, float('nan'))]", "[('a', 'b')]", "'text'", "[(0.5, 0.5)] * 2"],
)
def test_an_answer_that_makes_no_sense_is_given_up(answer: str) -> None:
    with asking(HELLO + f"pipe.receive(i); pipe.send(o, {answer}); i.read()") as process:
        process.ids()
        with pytest.raises(SecondLookLostError):
            process.shares([("bio: ", "a")], 2)


def test_a_process_that_dies_at_a_text_is_given_up() -> None:
    with asking(HELLO + "pipe.receive(i); import os; os.abort()") as process:
        process.ids()
        with pytest.raises(SecondLookLostError):
            process.shares([("bio: ", "a")], 2)
        with pytest.raises(SecondLookLostError):
            process.shares([("bio: ", "a")], 2)


def test_a_process_that_hangs_is_ended() -> None:
    began = time.monotonic()
    with asking("import time; time.sleep(600)", patience=0.5) as process, pytest.raises(SecondLookLostError):
        process.ids()
    assert time.monotonic() - began < 10


def test_a_process_that_cannot_be_started_is_given_up() -> None:
    def start() -> "subprocess.Popen[bytes]":
        raise OSError

    with pytest.raises(SecondLookLostError):
        Asking(start)
