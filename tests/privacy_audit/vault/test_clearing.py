"""Clear everything: nothing of ours is left, nothing else is touched, and the receipt tells the truth."""

import os
import time
from pathlib import Path

import pytest

from privacy_audit.vault import VaultFolder, data_folder, make
from privacy_audit.vault.clearing import Trace, clear_everything, our_folders
from privacy_audit.vault.opening import start_afresh
from tests.builders import results
from tests.builders.vaults import PASSPHRASE, Drawer, bytes_under, fresh, key_store
from tests.privacy_audit.vault.test_kept import NOW


def test_everything_goes_and_nothing_else(tmp_path: Path) -> None:
    home = Path(os.environ["HOME"])
    drawer = Drawer({("Somebody else", "x"): "theirs"})
    store = key_store(drawer)
    folder = VaultFolder(data_folder())
    for _round in range(2):
        vault, _store = fresh(folder.path, store)
        vault.audits.add(results.result(), NOW)
        vault.close()
        start_afresh(folder)
    fresh(folder.path, store)[0].close()
    for place in our_folders()[1:]:
        place.mkdir(parents=True)
        (place / "thumbnail").write_bytes(b"Quokkazzle")
    mine = home / "Documents" / "privacy-audit.txt"
    mine.parent.mkdir()
    mine.write_text("a note of the user's own")
    temp = tmp_path / "temp"
    (temp / "privacy-audit-ab12cd_9").mkdir(parents=True)
    (temp / "privacy-audit-report.html").write_text("saved there by the user")
    assert len(drawer.held) == 4
    began = time.perf_counter()
    receipt = clear_everything(store, temp=temp)
    assert time.perf_counter() - began < 1.0
    assert receipt.clean and set(receipt.gone) == {Trace.STORE_KEY, Trace.KEYS, Trace.VAULT, Trace.REST}
    assert drawer.held == {("Somebody else", "x"): "theirs"}
    assert [path for path in home.rglob("*") if path.is_file()] == [mine]
    assert not any(place.exists() for place in our_folders())
    assert [path.name for path in temp.iterdir()] == ["privacy-audit-report.html"]


def test_with_nothing_there_the_receipt_says_so(tmp_path: Path) -> None:
    receipt = clear_everything(None, temp=tmp_path)
    assert receipt.clean and receipt.gone == ()


def test_what_cannot_be_removed_is_named_and_the_rest_goes() -> None:
    drawer = Drawer()
    folder = VaultFolder(data_folder())
    vault, store = fresh(folder.path, key_store(drawer))
    vault.close()
    drawer.refuses = True
    receipt = clear_everything(store)
    assert receipt.left == (Trace.STORE_KEY,) and not receipt.clean
    assert not folder.path.exists()


def test_a_key_store_that_is_gone_is_said() -> None:
    vault, _store = fresh(data_folder())
    vault.close()
    assert clear_everything(None).left == (Trace.STORE_KEY,)


def test_a_vault_with_a_passphrase_needs_no_key_store() -> None:
    make(VaultFolder(data_folder()), passphrase=PASSPHRASE).close()
    receipt = clear_everything(None)
    assert receipt.clean and Trace.STORE_KEY not in receipt.gone and Trace.KEYS in receipt.gone


def test_a_damaged_file_of_keys_does_not_stop_it() -> None:
    vault, store = fresh(data_folder())
    vault.close()
    vault.folder.key_file.write_bytes(b"")
    receipt = clear_everything(store)
    assert receipt.clean and not vault.folder.path.exists()


@pytest.mark.skipif(os.name != "posix", reason="rights of folders are told in another way there")
def test_a_link_in_the_place_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere"
    real.mkdir()
    (real / "letter.txt").write_text("not ours")
    cache = our_folders()[1]
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.symlink_to(real)
    clear_everything(None)
    assert not cache.is_symlink() and [name for name, _raw in bytes_under(real)] == ["letter.txt"]


def test_the_folders_are_absolute_and_named_after_us() -> None:
    for environment in ({"HOME": "/home/g", "USERPROFILE": "/home/g", "XDG_DATA_HOME": "relative"}, None):
        for folder in our_folders(environment):
            assert folder.is_absolute() and folder.name.casefold().replace(" ", "-") == "privacy-audit"
