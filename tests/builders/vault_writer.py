"""A program that writes to a vault until it is killed, and says what was acknowledged: `python -m … FOLDER START`."""

import json
import os
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from privacy_audit.decisions import Change, Decision, DecisionKind
from privacy_audit.vault import VaultFolder, open_vault
from privacy_audit.vault.key_file import key_store_slot, read_key_file, write_key_file
from tests.builders import results
from tests.builders.vaults import Drawer, key_store

SIZE = 120  # findings of each audit
NOW = datetime(2026, 11, 21, tzinfo=UTC)


def main(path: Path, start: int) -> None:
    folder = VaultFolder(path)
    store = key_store(Drawer({tuple(place): key for *place, key in json.loads(sys.stdin.readline())}))
    vault = open_vault(folder, store=store)
    found = tuple(replace(one, id=f"{one.id}{n}") for n in range(SIZE // 8) for one in results.findings())
    done = Decision(DecisionKind.DONE, date(2026, 11, 21))
    _say("ready")
    number = start
    while True:
        vault.decisions.record(Change(f"f{number}", None, done))
        _say(f"decision {number}")
        if number % 5 == 0:
            _say(f"audit {vault.audits.add(results.result(found=found), NOW)}")
        if number % 3 == 0:
            keys = read_key_file(folder.key_file)
            slot = key_store_slot(store.key(keys.vault), vault._key)
            write_key_file(folder.key_file, keys.having(slot))
            _say(f"keys {slot.id}")
        number += 1


def _say(what: str) -> None:
    os.write(1, f"{what}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
