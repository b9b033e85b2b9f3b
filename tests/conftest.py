"""What holds for every test: no internet, no unexpected log line, no window on the screen, settings of its own."""

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class BlockedConnectionError(AssertionError):
    """A test, or what it tests, tried to reach the internet."""


_connect = socket.socket.connect


def _connect_locally(self: socket.socket, address: object) -> None:
    if self.family in {socket.AF_INET, socket.AF_INET6}:
        raise BlockedConnectionError("A connection was opened. Nothing here may speak to a network.")
    _connect(self, address)  # type: ignore[arg-type] - a local socket: multiprocessing needs those


@pytest.fixture(autouse=True)
def _no_internet(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.get_closest_marker("loopback") is None:
        monkeypatch.setattr(socket.socket, "connect", _connect_locally)


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings, caches and data of a test lie in a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A log line at warning or above fails the test, unless it is marked as expected."""
    yield
    if request.node.get_closest_marker("logs") is not None:
        return
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert [f"{record.name}: {record.levelname}" for record in loud] == []


@pytest.fixture(scope="session")
def in_full(request: pytest.FixtureRequest) -> bool:
    """Whether a proof is to be run at its full length: `pytest -m proof` asks for that, an everyday run does not."""
    return "proof" in str(request.config.getoption("markexpr"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of design notes and corpora beside the checkout; tests that need it are skipped without it."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.exists():
        pytest.skip("the shared folder is not beside the checkout")
    return folder
