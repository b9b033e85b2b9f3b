"""The proofs themselves: every test they name is there, the readers are tried, and the trace sees what it looks for."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.prove.__main__ import main, promises
from tests.prove.fuzzing import NAMES
from tests.prove.readers import READERS, read, seeds
from tests.prove.tracing import _read, can_trace

ROOT = Path(__file__).parents[1]
_KNOCKS = (
    "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect(('127.0.0.1', 9)); s.send(b'x')"
)


def test_every_promise_has_a_proof_that_is_there() -> None:
    for promise in promises():
        assert promise.tests or promise.command or promise.fuzz, promise.says
        assert all((ROOT / name).exists() for name in promise.tests), promise.says
        for module in promise.command[:1]:
            assert (ROOT / module.replace(".", "/")).with_suffix(".py").exists(), promise.says


def test_every_reader_is_fuzzed() -> None:
    assert set(NAMES) == set(READERS)
    assert all(seeds(name) for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_reader_takes_its_seeds_and_what_becomes_of_them(name: str) -> None:
    luck = random.Random(name)  # noqa: S311 - not for secrets
    for seed in seeds(name):
        read(name, seed)
        for _round in range(60):
            data = bytearray(seed)
            for _change in range(luck.randint(1, 6)):
                place = luck.randint(0, len(data))
                data[place : place + luck.randint(0, 3)] = luck.randbytes(luck.randint(0, 4))
            read(name, bytes(data))


def test_the_table_is_printed_with_a_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["an odd word that no promise holds"]) == 0
    assert capsys.readouterr().out.startswith("| promise | held |")


@pytest.mark.parametrize(
    ("line", "reached"),
    [
        ('1 connect(3, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("1.1.1.1")}, 16) = 0', 1),
        ('1 sendto(3, "x", 1, 0, {sa_family=AF_INET6, sin6_port=htons(53)}, 28) = 1', 1),
        ("1 socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = 3", 0),
        ("1 bind(3, {sa_family=AF_INET6, sin6_port=htons(0)}, 28) = 0", 0),
        ('1 connect(3, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT', 0),
    ],
)
def test_what_counts_as_reaching_out(tmp_path: Path, line: str, reached: int) -> None:
    (tmp_path / "trace").write_text(f"{line}\n", encoding="utf-8")
    assert _read(tmp_path / "trace").reached_out == reached


def test_the_trace_would_see_a_connection(tmp_path: Path) -> None:
    why = can_trace()
    if why:
        pytest.skip(why)
    record = tmp_path / "trace"
    command = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(record), sys.executable, "-c", _KNOCKS]
    subprocess.run(command, check=True, env=dict(os.environ))
    assert _read(record).reached_out > 0
