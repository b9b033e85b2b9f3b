"""Proof: killed while it saves, over and over: nothing that was acknowledged is lost, and nothing is half there."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from privacy_audit.vault import Vault, VaultFolder, open_vault
from privacy_audit.vault.key_file import read_key_file
from tests.builders.vault_writer import SIZE
from tests.builders.vaults import Drawer, fresh, key_store

pytestmark = pytest.mark.proof
ROOT = Path(__file__).parents[3]
KILLS, BRIEFLY = 200, 5
LONGEST = 0.25  # seconds of writing before the kill


def killed_while_writing(folder: Path, drawer: Drawer, start: int, after: float) -> list[str]:
    """Starts the writer, kills it `after` seconds of writing, and returns what it had acknowledged by then."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.builders.vault_writer", str(folder), str(start)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert writer.stdin is not None and writer.stdout is not None and writer.stderr is not None
    writer.stdin.write(json.dumps([(*place, key) for place, key in drawer.held.items()]) + "\n")
    writer.stdin.flush()
    ready = writer.stdout.readline()
    time.sleep(after)
    writer.kill()
    told, errors = writer.communicate()
    assert ready == "ready\n", errors[-400:]
    return told.splitlines()[: told.count("\n")]


def amiss(vault: Vault, acknowledged: dict[str, set[str]]) -> list[str]:
    """What is lost or half there."""
    decided = vault.decisions.all()
    wrong = [f"decision {number} lost" for number in acknowledged["decision"] if f"f{number}" not in decided]
    audits = {str(audit.id) for audit in vault.audits.all()}
    wrong += [f"audit {audit} lost" for audit in acknowledged["audit"] - audits]
    wrong += [f"audit {audit} half there" for audit in audits if len(vault.audits.fingerprints(int(audit))) != SIZE]
    if len(vault.decisions.history()) != min(len(decided), 500):
        wrong.append("a decision without its way back, or the other way round")
    if vault._pages.rows("PRAGMA integrity_check") != [("ok",)]:
        wrong.append("a page is damaged")
    return wrong


def test_killed_while_saving_nothing_acknowledged_is_lost(tmp_path: Path, in_full: bool) -> None:
    drawer = Drawer()
    vault, store = fresh(tmp_path / "data", key_store(drawer))
    assert vault._pages.one("PRAGMA journal_mode") == "wal", "the one journal that is in use"
    vault.close()
    acknowledged: dict[str, set[str]] = {"decision": set(), "audit": set()}
    chance = random.Random(7)  # noqa: S311 - when to kill, not what to encrypt
    commits = 0
    for kill in range(KILLS if in_full else BRIEFLY):
        told = killed_while_writing(tmp_path / "data", drawer, kill * 100_000, chance.uniform(0.0, LONGEST))
        commits += len(told)
        for what, which in (line.split() for line in told):
            if what in acknowledged:
                acknowledged[what].add(which)
        slots = [which for what, which in (line.split() for line in told) if what == "keys"]
        keys = read_key_file(VaultFolder(tmp_path / "data").key_file)
        assert not slots or len(keys.slots) == 1
        vault = open_vault(VaultFolder(tmp_path / "data"), store=store)
        assert amiss(vault, acknowledged) == []
        for audit in vault.audits.all()[3:]:
            vault.audits.remove(audit.id)
            acknowledged["audit"].discard(str(audit.id))
        vault.close(at_once=bool(kill % 2))
    print(f"{KILLS if in_full else BRIEFLY} kills, {commits} acknowledged commits")
    assert commits > BRIEFLY
