"""Proof: whichever write fails, what was kept before is there, whole, and the sentence is ours."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from privacy_audit.decisions import Change, Decision, DecisionKind
from privacy_audit.vault import Vault, VaultDamagedError, VaultError, VaultFolder, VaultPlaceError, is_there, open_vault
from privacy_audit.vault.folder import copy_whole, write_whole
from privacy_audit.vault.key_store import KeyStore
from privacy_audit.vault.opening import make
from tests.builders import results
from tests.builders.failing_disk import Faults, failing_calls, failing_disk
from tests.builders.vaults import PASSPHRASE, Drawer, fresh, key_store
from tests.privacy_audit.vault.test_kept import NOW, TODAY

pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(os.name != "posix", reason="the failing disk stands on a file system of that kind"),
]
ROOT = Path(__file__).parents[3]
DONE = Decision(DecisionKind.DONE, TODAY)
FINDINGS = tuple(
    replace(finding, id=f"{finding.id}-{number}") for number in range(60) for finding in results.findings()
)


def work(vault: Vault) -> Iterator[int]:
    """Four steps that are each whole or not there; each is told when it is acknowledged."""
    vault.decisions.record(Change("first", None, DONE))
    yield 1
    vault.audits.add(results.result(found=FINDINGS), NOW)
    yield 2
    vault.own.settings = {"theme": "dark"}
    yield 3
    vault.decisions.take_back(Change("first", None, DONE))
    yield 4


def seen(vault: Vault) -> tuple[int, bool]:
    """How many of the steps are there, and whether each is whole."""
    decided, audits, settings = vault.decisions.all(), vault.audits.all(), vault.own.settings
    history = vault.decisions.history()
    whole = all(len(vault.audits.fingerprints(audit.id)) == len(FINDINGS) for audit in audits)
    whole = whole and bool(decided) == bool(history) and vault._pages.is_sound()
    if settings:
        return (3 if decided else 4), whole
    return (2 if audits else 1 if decided else 0), whole


@pytest.mark.parametrize("stays", [False, True], ids=["once", "for good"])
def test_whichever_write_of_the_database_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_full: bool, stays: bool
) -> None:
    step, nth, lost = (1 if in_full else 7), 1, 0
    with failing_disk(monkeypatch) as faults:
        while True:
            vault, store = fresh(tmp_path / f"{stays}-{nth}")
            faults.set(nth, stays=stays)
            acknowledged = [0]
            with suppress(VaultPlaceError):
                acknowledged.extend(work(vault))
                vault.close()
            finished = not faults.met
            faults.set(-1, stays=False)
            _close(vault)
            again = open_vault(vault.folder, store=store)
            there, whole = seen(again)
            again.close()
            lost += there < acknowledged[-1] or not whole
            if finished:
                break
            nth += step
    assert nth > 5 * step, "the loop went through many writes"
    assert lost == 0


def _close(vault: Vault) -> None:
    with suppress(VaultError):
        vault.close(at_once=True)


def test_whichever_call_fails_a_small_file_is_the_old_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = tmp_path / "vault.key", tmp_path / "vault.copy"
    for write in (lambda: write_whole(path, b"new"), lambda: copy_whole(copy, path)):
        faults, nth, failed = Faults(), 1, 0
        while True:
            path.write_bytes(b"old")
            copy.write_bytes(b"new")
            faults.set(nth, stays=False)
            try:
                with failing_calls(monkeypatch, faults):
                    write()
            except VaultPlaceError:
                failed += 1
            assert path.read_bytes() in {b"old", b"new"}
            if not faults.met:
                assert path.read_bytes() == b"new"
                break
            nth += 1
            left = [one.name for one in tmp_path.iterdir() if one.name.endswith(".part")]
            assert left == [], "nothing half-written stays behind"
        assert failed >= 4


def test_whichever_step_of_the_making_fails_there_is_a_vault_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nth = 1
    while True:
        folder, store, faults = VaultFolder(tmp_path / str(nth)), key_store(), Faults()
        folder.make()
        faults.set(nth, stays=False)
        made = _made(folder, store, monkeypatch, faults)
        if is_there(folder):
            open_vault(folder, store=store).close()
        else:
            assert not made
            make(folder, store=store).close()
        if not faults.met:
            assert made
            break
        nth += 1
    assert nth > 5


def _made(folder: VaultFolder, store: KeyStore, monkeypatch: pytest.MonkeyPatch, faults: Faults) -> bool:
    try:
        with failing_calls(monkeypatch, faults):
            vault = make(folder, store=store)
    except VaultError:
        return False
    vault.close()
    return True


def test_a_new_passphrase_that_cannot_be_written_leaves_the_old_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, store = fresh(tmp_path)
    faults = Faults()
    faults.set(1, stays=True)
    with failing_calls(monkeypatch, faults), pytest.raises(VaultPlaceError):
        vault.use_passphrase("four quiet words here")
    vault.close()
    open_vault(vault.folder, store=store).close()


def test_no_room_for_the_copy_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault, store = fresh(tmp_path)
    vault.own.settings = {"theme": "dark"}
    faults = Faults()
    faults.set(1, stays=True)
    with failing_calls(monkeypatch, faults):
        vault.close()
    again = open_vault(vault.folder, store=store)
    assert again.own.settings == {"theme": "dark"}
    again.close()


@pytest.mark.parametrize("place", [0, 17, 4096 + 40, 4096 * 3 + 9])
def test_one_bit_is_never_taken_for_a_wrong_passphrase(tmp_path: Path, place: int) -> None:
    vault, store = fresh(tmp_path)
    assert list(work(vault)) == [1, 2, 3, 4]
    vault.close()
    raw = bytearray(vault.folder.database.read_bytes())
    raw[place] ^= 1
    vault.folder.database.write_bytes(raw)
    with pytest.raises(VaultDamagedError):
        seen(open_vault(vault.folder, store=store))


_READ_ONLY = """
import sys
from pathlib import Path
from privacy_audit.vault import VaultError, VaultFolder, make, open_vault
from tests.builders.vaults import key_store
folder = VaultFolder(Path(sys.argv[1]))
for what in (lambda: open_vault(folder, passphrase="four quiet words here"), lambda: make(folder, store=key_store())):
    try:
        what()
    except VaultError as error:
        print(type(error).__name__)
"""


def test_a_folder_that_may_not_be_written_to_is_said_and_left_alone(tmp_path: Path) -> None:
    """Root could write everywhere, so it gives up that right first."""
    setpriv = shutil.which("setpriv")
    as_root = os.geteuid() == 0
    if as_root and setpriv is None:
        pytest.skip("root has no tool here to give up its rights with")
    without_rights = [str(setpriv), "--bounding-set", "-dac_override,-dac_read_search"] if as_root else []
    folder = VaultFolder(tmp_path / "data")
    make(folder, passphrase=PASSPHRASE).close()
    before = {path.name: path.read_bytes() for path in folder.path.iterdir()}
    for path in folder.path.iterdir():
        path.chmod(0o444)
    folder.path.chmod(0o555)
    told = subprocess.run(
        [*without_rights, sys.executable, "-c", _READ_ONLY, str(folder.path)], cwd=ROOT, capture_output=True,
        text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    folder.path.chmod(0o700)
    assert told.stdout.split() == ["VaultPlaceError"] * 2, told.stderr[-300:]
    assert {path.name: path.read_bytes() for path in folder.path.iterdir()} == before


def test_a_full_key_store_leaves_no_half_vault(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    with pytest.raises(VaultError):
        make(folder, store=key_store(Drawer(refuses=True)))
    assert not is_there(folder)
