"""Files for the owner alone: their rights, whole or not at all, and a sentence when they cannot be written."""

import os
import stat
from pathlib import Path

import pytest

from privacy_audit import private_files
from privacy_audit.errors import UsageError
from privacy_audit.private_files import write_private


@pytest.mark.parametrize("before", [None, b"an older and much longer result"])
def test_written_for_the_owner_alone(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / "result"
    if before is not None:
        path.write_bytes(before)
        path.chmod(0o666)
    write_private(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"somebody's file")
    link = tmp_path / "result"
    link.symlink_to(other)
    write_private(link, b"new")
    assert other.read_bytes() == b"somebody's file"
    assert not link.is_symlink()


def test_what_was_there_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "result"
    path.write_bytes(b"before")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError) as refused:
        write_private(path, b"new")
    assert refused.value.__context__ is None
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing/result", "folder"])
def test_a_place_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError) as refused:
        write_private(tmp_path / name, b"new")
    assert str(tmp_path) not in refused.value.sentence
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_nobody_else_can_read_it_while_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: seen.append(stat.S_IMODE(os.fstat(handle).st_mode)))
    umask = os.umask(0)
    try:
        private_files.write_private(tmp_path / "result", b"new")
    finally:
        os.umask(umask)
    assert seen == [0o600]
