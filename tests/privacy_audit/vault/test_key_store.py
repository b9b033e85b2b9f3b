"""The key store: a store that refuses, forgets or hangs is no store; only known back ends are ever asked."""

import sys
import time
from pathlib import Path

import pytest

from privacy_audit.vault import KeyLostError, KeyStoreError
from privacy_audit.vault import key_store as module
from privacy_audit.vault.key_store import KeyStore, find_key_store
from tests.builders.vaults import Drawer, key_store


def test_a_key_comes_back_and_can_be_forgotten() -> None:
    drawer = Drawer()
    store = key_store(drawer)
    key = store.new_key("v1")
    assert store.key("v1") == key and len(key) == 32
    assert list(drawer.held) == [("Privacy Audit", "v1")]
    assert store.forget("v1") and not store.forget("v1")
    with pytest.raises(KeyLostError):
        store.key("v1")


def test_a_store_that_takes_and_does_not_keep_is_found_out() -> None:
    with pytest.raises(KeyStoreError):
        key_store(Drawer(forgetful=True)).new_key("v1")


@pytest.mark.parametrize("held", ["", "not base64!", "AAAA"])
def test_something_else_under_our_name_is_no_key(held: str) -> None:
    with pytest.raises(KeyLostError):
        key_store(Drawer({("Privacy Audit", "v1"): held})).key("v1")


def test_a_locked_store_is_a_sentence_and_no_lost_key() -> None:
    store = key_store(Drawer(refuses=True))
    for ask in (store.new_key, store.key, store.forget):
        with pytest.raises(KeyStoreError):
            ask("v1")


def test_a_store_that_hangs_is_left_after_a_while() -> None:
    began = time.perf_counter()
    with pytest.raises(KeyStoreError):
        key_store(Drawer(slow=1.0), patience=0.05).key("v1")
    assert time.perf_counter() - began < 0.8


def test_no_trace_of_a_store_shows_a_key() -> None:
    store = key_store()
    key = store.new_key("v1")
    assert key.hex() not in repr(store)


def test_the_environment_cannot_bring_in_a_back_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The library's own search would obey both; ours asks by name and takes only what works."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")
    config = tmp_path / "python_keyring"
    config.mkdir()
    (config / "keyringrc.cfg").write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    found = find_key_store()
    assert found is None or "null" not in type(found.backend).__module__


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="each system has stores of its own")
def test_only_known_stores_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [name for name, _make in module._known()] == ["Secret Service", "KWallet"]
    drawer = Drawer()

    def broken() -> Drawer:
        raise RuntimeError("no bus")

    monkeypatch.setattr(module, "_known", lambda: iter([("one", broken), ("two", lambda: drawer)]))
    found = find_key_store()
    assert isinstance(found, KeyStore) and found.backend is drawer and found.name == "two"
    monkeypatch.setattr(module, "_known", lambda: iter([("one", broken)]))
    assert find_key_store() is None


def test_on_windows_the_key_stays_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """By default it would roam to the employer with the profile of a domain's user."""

    class Locker(Drawer):
        priority = 5
        persist = "enterprise"

    monkeypatch.setattr("keyring.backends.Windows.WinVaultKeyring", Locker)
    assert getattr(module._windows(), "persist") == "local machine"  # noqa: B009 - no part of the protocol


def test_a_back_end_that_cannot_work_here_is_not_taken() -> None:
    class Absent(Drawer):
        priority = 0

    with pytest.raises(RuntimeError):
        module._working(Absent)
