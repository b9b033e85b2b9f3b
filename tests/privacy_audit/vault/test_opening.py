"""Ways in and ways to fail: each failure has its own sentence, and after each the vault opens as before."""

import json
import os
import stat
from pathlib import Path

import pytest

from privacy_audit.vault import (
    KeyLostError,
    KeyStoreError,
    SlotKind,
    VaultDamagedError,
    VaultFolder,
    VaultInUseError,
    VaultPlaceError,
    VaultTooNewError,
    WrongPassphraseError,
    is_there,
    make,
    open_vault,
    use_copy,
    ways_in,
)
from privacy_audit.vault.opening import has_copy, start_afresh
from privacy_audit.vault.pages import Pages
from privacy_audit.vault.schema import NEWEST
from tests.builders.vaults import PASSPHRASE, Drawer, again, fresh, key_store


@pytest.fixture
def folder(tmp_path: Path) -> VaultFolder:
    return VaultFolder(tmp_path / "data")


def test_a_passphrase_opens_it_and_only_that_one(folder: VaultFolder) -> None:
    make(folder, passphrase=PASSPHRASE).close()
    assert is_there(folder) and ways_in(folder) == {SlotKind.PASSPHRASE}
    with pytest.raises(WrongPassphraseError):
        open_vault(folder, passphrase=PASSPHRASE + "!")
    with pytest.raises(KeyStoreError):
        open_vault(folder, store=key_store())
    open_vault(folder, passphrase=PASSPHRASE).close()


def test_accents_may_be_typed_either_way(folder: VaultFolder) -> None:
    typed, typed_elsewhere = "cafe\u0301 at the corner", "caf\u00e9 at the corner"
    make(folder, passphrase=typed).close()
    open_vault(folder, passphrase=typed_elsewhere).close()


def test_the_key_store_opens_it_and_another_computer_does_not(folder: VaultFolder) -> None:
    vault, store = fresh(folder.path)
    vault.close()
    with pytest.raises(KeyLostError):
        open_vault(folder, store=key_store())
    open_vault(folder, store=store).close()


def test_a_key_of_another_vault_does_not_open_it(folder: VaultFolder) -> None:
    drawer = Drawer()
    vault, store = fresh(folder.path, key_store(drawer))
    vault.close()
    (place,) = drawer.held
    drawer.held[place] = "A" * 43 + "="
    with pytest.raises(KeyLostError):
        open_vault(folder, store=store)


def test_two_ways_in_and_one_of_them_given_up(folder: VaultFolder) -> None:
    drawer = Drawer()
    vault, store = fresh(folder.path, key_store(drawer))
    vault.use_passphrase(PASSPHRASE)
    assert vault.ways == set(SlotKind)
    again(vault, store).close()
    vault = open_vault(folder, passphrase=PASSPHRASE)
    vault.give_up(SlotKind.KEY_STORE, store)
    assert drawer.held == {}
    vault.give_up(SlotKind.PASSPHRASE)  # the last one stays
    assert vault.ways == {SlotKind.PASSPHRASE}
    vault.close()
    with pytest.raises(KeyStoreError):
        open_vault(folder, store=store)
    open_vault(folder, passphrase=PASSPHRASE).close()


def test_a_new_passphrase_and_a_new_store_key_end_the_old_ones(folder: VaultFolder) -> None:
    drawer = Drawer()
    vault, store = fresh(folder.path, key_store(drawer))
    vault.use_passphrase(PASSPHRASE)
    old_key, pages = dict(drawer.held), folder.database.read_bytes()
    vault.use_passphrase("another one altogether")
    vault.use_key_store(store)
    assert drawer.held != old_key
    assert folder.database.read_bytes() == pages, "rotating rewraps the key and writes no page"
    vault.close()
    with pytest.raises(WrongPassphraseError):
        open_vault(folder, passphrase=PASSPHRASE)
    drawer.held, new_key = old_key, drawer.held
    with pytest.raises(KeyLostError):
        open_vault(folder, store=store)
    drawer.held = new_key
    open_vault(folder, store=store).close()


def test_only_one_program_has_it_open(folder: VaultFolder) -> None:
    vault, store = fresh(folder.path)
    with pytest.raises(VaultInUseError):
        open_vault(folder, store=store)
    with pytest.raises(VaultInUseError):
        make(folder, store=store)
    vault.own.settings = {"theme": "dark"}
    for meddle in (use_copy, start_afresh):
        with pytest.raises(VaultInUseError):
            meddle(folder)
    vault = again(vault, store)
    assert vault.own.settings == {"theme": "dark"}
    vault.close()


def test_a_vault_is_never_made_over_another(folder: VaultFolder) -> None:
    vault, store = fresh(folder.path)
    vault.close()
    with pytest.raises(VaultInUseError):
        make(folder, store=store)
    open_vault(folder, store=store).close()


@pytest.mark.skipif(os.name != "posix", reason="rights of files are told in another way there")
def test_everything_in_it_is_for_its_owner_alone(folder: VaultFolder) -> None:
    old = os.umask(0)
    try:
        vault, _store = fresh(folder.path)
        vault.own.settings = {"theme": "dark"}
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.path.iterdir()}
        assert {"vault.db", "vault.db-wal", "vault.key", "vault.lock"} <= set(modes)
        vault.close()
        modes |= {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.path.iterdir()}
        assert "vault.copy" in modes and set(modes.values()) == {0o600}
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    finally:
        os.umask(old)


# --- damage ---


def _flip(path: Path, place: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[place] ^= 0x40
    path.write_bytes(raw)


@pytest.mark.parametrize("place", [0, 20, 5000])
def test_a_damaged_file_says_so_and_its_copy_brings_it_back(folder: VaultFolder, place: int) -> None:
    vault, store = fresh(folder.path)
    vault.own.settings = {"theme": "dark"}
    vault.close()
    _flip(folder.database, place)
    damaged = folder.database.read_bytes()
    with pytest.raises(VaultDamagedError):
        open_vault(folder, store=store).own.settings  # noqa: B018 - a page that is read late is found out late
    assert folder.database.read_bytes() == damaged and has_copy(folder)
    use_copy(folder)
    vault = open_vault(folder, store=store)
    assert vault.own.settings == {"theme": "dark"}
    vault.close()
    aside = [path for path in folder.path.iterdir() if ".aside-" in path.name]
    assert [path.read_bytes() for path in aside] == [damaged], "nothing is thrown away"


def test_a_damaged_file_never_becomes_the_copy(folder: VaultFolder) -> None:
    vault, store = fresh(folder.path)
    vault.own.settings = {"theme": "dark"}
    vault.people.put("a" * 32, None)
    vault.close()
    good = folder.copy.read_bytes()
    vault = open_vault(folder, store=store)
    vault.own.settings = {"theme": "light"}
    vault._pages.settle()
    _flip(folder.database, 4096 * 3 + 50)
    vault._pages.is_sound = lambda: False  # type: ignore[method-assign]
    vault.close()
    assert folder.copy.read_bytes() == good


def test_a_missing_database_is_no_empty_vault(folder: VaultFolder) -> None:
    vault, store = fresh(folder.path)
    vault.close()
    folder.database.unlink()
    with pytest.raises(VaultDamagedError):
        open_vault(folder, store=store)
    assert has_copy(folder)
    use_copy(folder)
    open_vault(folder, store=store).close()


@pytest.mark.parametrize(
    "spoil",
    [
        b"",
        b"not json",
        b"{}",
        b"[1, 2]",
        b"\xff" * 40,
        b" " * 100_000,
        json.dumps({"format": 1, "vault": "ab", "slots": []}).encode(),
        json.dumps(
            {"format": 1, "vault": "ab", "slots": [{"kind": "passphrase", "id": "1", "wrapped": "AAAA", "salt": "AAAA",
             "cost": {"memory": 64 * 1024 * 1024, "passes": 3, "lanes": 4}}]}
        ).encode(),
    ],
    ids=["empty", "words", "no slots", "a list", "bytes", "too large", "none", "64 GiB"],
)  # fmt: skip
def test_a_spoilt_file_of_keys_is_damage_and_costs_nothing(folder: VaultFolder, spoil: bytes) -> None:
    make(folder, passphrase=PASSPHRASE).close()
    good = folder.key_file.read_bytes()
    folder.key_file.write_bytes(spoil)
    with pytest.raises(VaultDamagedError):
        open_vault(folder, passphrase=PASSPHRASE)
    folder.key_file.write_bytes(good)
    open_vault(folder, passphrase=PASSPHRASE).close()


@pytest.mark.parametrize("field", ["kind", "id", "salt", "cost"])
def test_a_slot_is_bound_to_what_it_says(folder: VaultFolder, field: str) -> None:
    vault, store = fresh(folder.path)
    vault.use_passphrase(PASSPHRASE)
    vault.close()
    told = json.loads(folder.key_file.read_bytes())
    slot = next(slot for slot in told["slots"] if slot["kind"] == "passphrase")
    other = next(slot for slot in told["slots"] if slot["kind"] != "passphrase")
    if field == "kind":
        slot["wrapped"] = other["wrapped"]
    elif field == "cost":
        slot["cost"]["passes"] = 1
    else:
        slot[field] = "AAAAAAAAAAAAAAAAAAAAAA=="
    folder.key_file.write_bytes(json.dumps(told).encode())
    with pytest.raises(WrongPassphraseError):
        open_vault(folder, passphrase=PASSPHRASE)
    open_vault(folder, store=store).close()


# --- versions ---


def test_a_newer_database_is_left_untouched(folder: VaultFolder) -> None:
    vault, store = fresh(folder.path)
    with vault._pages.change() as writing:
        writing.script(f"PRAGMA user_version = {NEWEST + 1}")
    vault.close()
    before = folder.database.read_bytes()
    with pytest.raises(VaultTooNewError):
        open_vault(folder, store=store)
    assert folder.database.read_bytes() == before


def test_a_newer_file_of_keys_is_left_untouched(folder: VaultFolder) -> None:
    make(folder, passphrase=PASSPHRASE).close()
    newer = folder.key_file.read_bytes().replace(b'"format":1', b'"format":2')
    folder.key_file.write_bytes(newer)
    with pytest.raises(VaultTooNewError):
        open_vault(folder, passphrase=PASSPHRASE)
    assert folder.key_file.read_bytes() == newer


def test_the_sentences_differ_and_have_two_halves() -> None:
    kinds = (
        WrongPassphraseError, VaultDamagedError, VaultTooNewError, VaultInUseError, VaultPlaceError, KeyStoreError,
        KeyLostError,
    )  # fmt: skip
    sentences = [kind().sentence for kind in kinds]
    assert len(set(sentences)) == len(kinds)
    for sentence in sentences:
        assert sentence.endswith(".") and (sentence.count(".") + sentence.count(";")) >= 2
    assert "passphrase does not open" in WrongPassphraseError().sentence
    assert not any("passphrase does not" in sentence for sentence in sentences[1:])


# --- starting afresh ---


def test_starting_afresh_sets_aside_and_deletes_nothing(folder: VaultFolder) -> None:
    vault, _store = fresh(folder.path)
    vault.close()
    before = sorted(path.read_bytes() for path in folder.path.iterdir() if path != folder.lock)
    start_afresh(folder)
    assert not is_there(folder)
    assert sorted(path.read_bytes() for path in folder.path.iterdir() if path != folder.lock) == before
    fresh(folder.path)[0].close()


def test_what_a_broken_making_left_behind_is_set_aside(folder: VaultFolder) -> None:
    folder.make()
    Pages(folder.database, b"k" * 32, new=True).close()
    assert not is_there(folder)
    fresh(folder.path)[0].close()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(VaultPlaceError):
        make(VaultFolder(blocked / "data"), store=key_store())


def test_a_key_store_that_does_not_keep_leaves_no_vault(folder: VaultFolder) -> None:
    with pytest.raises(KeyStoreError):
        make(folder, store=key_store(Drawer(forgetful=True)))
    assert not is_there(folder)
    fresh(folder.path)[0].close()
