"""What the second look's process gives up before it sees a text: files, sockets, programs, endless time and memory."""

import os
import sys

_MEMORY = 1 << 31  # of addresses; what is really used stays far below
_SECONDS = 3_600  # of processor time in one life
_FORBIDDEN = ("socket.", "subprocess.", "ctypes.", "shutil.", "os.", "import", "open", "webbrowser.", "urllib.")


class ConfinedError(PermissionError):
    """The second look tried what it has given up."""


def confine() -> None:
    """From here on for good. What the system enforces comes first; Python's own events are stopped everywhere."""
    if sys.platform != "win32":
        _limit()
    sys.addaudithook(_refuse)


def _limit() -> None:
    import resource  # noqa: PLC0415 - not on Windows

    highest = os.dup(0)  # the lowest number that is free: every higher one is ours already, or not to be had
    os.close(highest)
    wanted = (
        (resource.RLIMIT_NOFILE, highest),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_AS, _MEMORY),
    )
    for what, most in wanted:
        _soft, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (least, least))


def _refuse(event: str, _arguments: object) -> None:
    if event.startswith(_FORBIDDEN):
        raise ConfinedError
