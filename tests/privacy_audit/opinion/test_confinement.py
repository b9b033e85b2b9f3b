"""What the second look's process has given up, tried out in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = str(Path(__file__).parents[3])
HEAD = (
    "import sys, os, socket, subprocess; sys.path.insert(0, sys.argv[1])\n"
    "from privacy_audit.opinion.confinement import ConfinedError, confine\n"
    "confine()\n"
)


def said(script: str) -> str:
    command = [sys.executable, "-c", HEAD + script, ROOT]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60).stdout.strip()


@pytest.mark.parametrize(
    "tried",
    [
        "socket.socket()",
        "socket.getaddrinfo('localhost', 80)",
        "open(os.devnull)",
        "os.listdir('.')",
        "subprocess.Popen(['true'])",
        "os.system('true')",
        "__import__('ctypes')",
        "os.remove('nothing')",
    ],
)
def test_files_sockets_and_programs_are_refused(tried: str) -> None:
    assert said(f"try:\n    {tried}\nexcept ConfinedError:\n    print('refused')") == "refused"


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limit")
def test_the_system_itself_gives_no_new_file_or_socket() -> None:
    assert said("try:\n    os.dup(0)\nexcept OSError:\n    print('refused')") == "refused"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit is enforced on Linux")
def test_memory_has_an_end() -> None:
    assert said("try:\n    x = bytearray(3 << 30)\nexcept MemoryError:\n    print('refused')") == "refused"


def test_work_goes_on() -> None:
    assert said("print(sum(x * x for x in range(10)))") == "285"
