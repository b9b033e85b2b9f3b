"""An old vault is brought up to date step by step; everything that was in it is still there."""

from pathlib import Path

import pytest

from privacy_audit.vault import VaultFolder, VaultPlaceError, open_vault
from privacy_audit.vault.key_file import key_store_slot, new_key_file, write_key_file
from privacy_audit.vault.key_store import KeyStore
from privacy_audit.vault.opening import has_copy
from privacy_audit.vault.pages import Pages
from privacy_audit.vault.schema import NEWEST, STEPS
from tests.builders.vaults import key_store

ROWS = {
    1: (
        "INSERT INTO fact VALUES ('fingerprint key', x'0102'), ('settings', x'7b7d')",
        "INSERT INTO owner VALUES ('Gareth Pugsley', '2026-01-01')",
        "INSERT INTO audit (id, made, about) VALUES (1, '2026-01-01T00:00:00+00:00', x'7b7d')",
        "INSERT INTO finding VALUES (1, 0, 'dob', x'00')",
        "INSERT INTO conduct VALUES (1, 'c', 'grievance', '2026-01-01')",
        "INSERT INTO decision VALUES ('dob', 'done', '2026-01-01', NULL, '')",
        "INSERT INTO change (finding, before, after) VALUES ('dob', x'00', x'00')",
    ),
    2: ("INSERT INTO person VALUES ('f', 'met through work', '2026-01-01', NULL)",),
    3: ("INSERT INTO photo VALUES ('f', 'faces 1', '2026-01-01', x'00')",),
}


def old_vault(path: Path, version: int) -> tuple[VaultFolder, KeyStore]:
    """As the program of that version wrote it."""
    folder, store, key = VaultFolder(path), key_store(), b"k" * 32
    folder.make()
    keys = new_key_file()
    write_key_file(folder.key_file, keys.having(key_store_slot(store.new_key(keys.vault), key)))
    pages = Pages(folder.database, key, new=True)
    for number in range(1, version + 1):
        with pages.change() as writing:
            writing.script(f"{STEPS[number - 1]}; PRAGMA user_version = {number}")
            for row in ROWS[number]:
                writing.run(row)
    pages.close()
    return folder, store


def tables(pages: Pages) -> dict[str, list[object]]:
    names = [str(row[0]) for row in pages.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    ours = [name for name in names if not name.startswith("sqlite_")]
    return {name: list(pages.rows(f'SELECT * FROM "{name}"')) for name in ours}  # noqa: S608 - names of its own


def test_every_version_has_rows_to_try() -> None:
    assert set(ROWS) == set(range(1, NEWEST + 1))


@pytest.mark.parametrize("version", range(1, NEWEST + 1))
def test_an_old_vault_comes_up_to_date_and_loses_nothing(tmp_path: Path, version: int) -> None:
    folder, store = old_vault(tmp_path, version)
    pages = Pages(folder.database, b"k" * 32)
    before = tables(pages)
    pages.close()
    vault = open_vault(folder, store=store)
    after = tables(vault._pages)
    assert vault._pages.version == NEWEST
    assert {name: after[name] for name in before} == before
    assert vault.own.owner == ("Gareth Pugsley",) and set(vault.decisions.all()) == {"dob"}
    assert has_copy(folder) == (version < NEWEST), "a copy is made before the file is changed"
    vault.close()


def test_a_step_that_fails_leaves_the_old_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, store = old_vault(tmp_path, 1)
    broken = (*STEPS[:2], "CREATE TABLE photo (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)")
    monkeypatch.setattr("privacy_audit.vault.pages.STEPS", broken)
    with pytest.raises(Exception, match="nowhere"):
        open_vault(folder, store=store)
    monkeypatch.undo()
    pages = Pages(folder.database, b"k" * 32)
    assert pages.version == 2 and "photo" not in tables(pages)
    pages.close()
    open_vault(folder, store=store).close()


def test_no_room_for_the_copy_leaves_the_old_vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, store = old_vault(tmp_path, 1)

    def full(*_paths: Path) -> None:
        raise VaultPlaceError

    monkeypatch.setattr("privacy_audit.vault.opening.copy_whole", full)
    with pytest.raises(VaultPlaceError):
        open_vault(folder, store=store)
    pages = Pages(folder.database, b"k" * 32)
    assert pages.version == 1
    pages.close()
