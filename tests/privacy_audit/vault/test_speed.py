"""Proof: saving a very large audit, opening and clearing are quick."""

import time
from dataclasses import replace

import pytest

from privacy_audit.vault import VaultFolder, data_folder, make, open_vault
from privacy_audit.vault.clearing import clear_everything
from tests.builders import results
from tests.builders.vaults import PASSPHRASE
from tests.privacy_audit.vault.test_kept import NOW

pytestmark = pytest.mark.proof
SAVED, OPENED, CLEARED = 3.0, 0.5, 1.0  # seconds
_BUSY = 6  # an everyday run shares its cores with others


def test_saving_opening_and_clearing_are_quick(in_full: bool) -> None:
    base, count = results.findings(), 100_000 if in_full else 10_000
    found = tuple(replace(base[number % len(base)], id=f"{number:024x}") for number in range(count))
    result = results.result(found=found)
    folder = VaultFolder(data_folder())
    vault = make(folder, passphrase=PASSPHRASE)
    saved = _timed(lambda: vault.audits.add(result, NOW))
    assert len(vault.audits.fingerprints(1)) == count
    vault.close()
    opened = min(_timed(lambda: open_vault(folder, passphrase=PASSPHRASE).close()) for _round in range(3))
    cleared = _timed(lambda: clear_everything(None))
    print(f"{count} findings saved in {saved:.2f} s; opened in {opened:.2f} s; all cleared in {cleared:.2f} s")
    assert not folder.path.exists()
    slack = 1 if in_full else _BUSY
    assert saved <= SAVED * slack and opened <= OPENED * slack and cleared <= CLEARED * slack


def _timed(work: object) -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began
