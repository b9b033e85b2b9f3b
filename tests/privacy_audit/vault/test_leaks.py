"""Proof: an odd word in every field is nowhere to be read: vault, journal, temporary files, logs."""

import logging
import os
import re
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import apsw
import pytest

from privacy_audit.comparing import remembered
from privacy_audit.decisions import Change, Decision, DecisionKind
from privacy_audit.options import MessageScope
from privacy_audit.own_facts import OwnFacts
from privacy_audit.packs import Publisher
from privacy_audit.result import AuditResult
from privacy_audit.vault import Vault, VaultDamagedError, data_folder, open_vault
from privacy_audit.vault.clearing import clear_everything
from privacy_audit.vault.kept_packs import KeptPacks
from privacy_audit.vault.key_store import KeyStore
from privacy_audit.vault.people import PersonAnswer
from privacy_audit.words import Words
from tests.builders import results
from tests.builders.vaults import bytes_under, fresh, key_store
from tests.privacy_audit.vault.test_kept import NOW, TODAY

pytestmark = pytest.mark.proof
ODD = "Quokkazzle"
FINE = Decision(DecisionKind.NOT_A_PROBLEM, TODAY, date(2027, 1, 1), Words(f"{ODD} is my stage name"))


def odd_result() -> AuditResult:
    findings = tuple(
        replace(
            finding, id=f"{finding.id}{number}", title=f"{ODD} title", why=f"{ODD} why", reasons=(f"{ODD} reason",),
            evidence=(results.evidence(f"I am {ODD} and so on", member=f"posts/{ODD}.json", place=ODD),),
        )
        for number in range(40)
        for finding in results.findings()
    )  # fmt: skip
    result = results.result(found=findings)
    exports = tuple(
        replace(one, path=(f"{ODD}.zip",), account_names=(ODD,), unknown=(f"{ODD}/x",)) for one in result.exports
    )
    return replace(result, exports=exports)


def fill(vault: Vault) -> None:
    result = odd_result()
    memory = remembered(result, b"k" * 32, TODAY, MessageScope.ALL, frozenset())
    audit = vault.audits.add(result, NOW, memory)
    vault.audits.replace(audit, result, NOW, memory)
    vault.decisions.record(Change(f"{ODD} id", None, FINE))
    vault.decisions.record(Change(f"{ODD} id", FINE, replace(FINE, reason=Words(f"{ODD} again"))))
    vault.own.facts = OwnFacts(names=(ODD,), service=ODD, role=ODD, home_town=ODD, home_postcode=ODD,
                               family_names=(ODD,), official_accounts=(ODD,))  # fmt: skip
    vault.own.is_also((ODD,), TODAY)
    vault.own.settings = {"theme": ODD}
    vault.own.packs = KeptPacks((Publisher(ODD, b"k" * 32),), (ODD.encode(),))
    vault.people.put(vault.people.fingerprint("facebook", ODD), PersonAnswer(ODD, TODAY))
    vault.photos.put({vault.photos.fingerprint(b"x"): ODD.encode() * 50}, ODD, TODAY)
    # what would spill to a temporary file, were it not told to stay in memory
    vault._pages.rows(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
        "SELECT max(r) FROM (SELECT row_number() OVER (ORDER BY reason || i) r FROM decision, n)"
    )


def open_files() -> Iterator[bytes]:
    """What this program has open, files that have no name any more included."""
    folder = Path("/proc/self/fd")
    if not folder.exists():
        return
    for link in folder.iterdir():
        try:
            target = str(link.readlink())
            if target.startswith("/") and not target.startswith(("/dev", "/proc", "/sys")):
                yield link.read_bytes()
        except OSError:
            continue


def hits(raw: bytes) -> int:
    """The word in any of the ways that a text may be written."""
    word = ODD.casefold()
    ways = (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word.encode().hex().encode())
    return sum(len(re.findall(re.escape(way), raw.lower())) for way in ways)


def test_the_word_is_nowhere_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    temp = tmp_path / "temp"
    temp.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temp))
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    vault, store = fresh(tmp_path / "data")
    fill(vault)
    while_open = dict(bytes_under(tmp_path))
    assert {"vault.db", "vault.db-wal", "vault.key"} <= set(while_open) and len(while_open["vault.db-wal"]) > 10_000
    assert {name: hits(raw) for name, raw in while_open.items() if hits(raw)} == {}
    assert sum(map(hits, open_files())) == 0
    vault.close()
    assert {name: hits(raw) for name, raw in bytes_under(tmp_path) if hits(raw)} == {}
    assert not while_open["vault.db"].startswith(b"SQLite format")
    assert hits("\n".join(record.getMessage() for record in caplog.records).encode()) == 0
    again = open_vault(vault.folder, store=store)
    assert again.own.owner == (ODD,), "the word is there for whoever has the key"
    assert hits(f"{again!r} {again.own!r} {again.own.facts!r} {again.audits!r} {again.people!r}".encode()) == 0
    again.close()


def test_the_search_would_find_it(tmp_path: Path) -> None:
    """The same rows in a database without encryption: otherwise the test above would prove nothing."""
    vault, _store = fresh(tmp_path / "data")
    fill(vault)
    plain = apsw.Connection(str(tmp_path / "plain.db"))
    for table, columns in (("fact", 2), ("owner", 2), ("decision", 5), ("photo", 4)):
        rows = vault._pages.rows(f"SELECT * FROM {table}")  # noqa: S608 - names of its own
        plain.execute(f"CREATE TABLE {table} ({', '.join(f'c{n}' for n in range(columns))})")
        plain.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", rows)  # noqa: S608
    plain.close()
    vault.close()
    assert hits((tmp_path / "plain.db").read_bytes()) > 5


def _read_everything(vault: Vault, store: KeyStore) -> None:
    again = open_vault(vault.folder, store=store)
    try:
        for table in ("fact", "owner", "decision", "photo", "person", "finding", "change", "audit"):
            again._pages.rows(f"SELECT * FROM {table}")  # noqa: S608 - names of its own
    finally:
        again._lock.free()


def test_no_trace_of_an_error_holds_a_word_or_a_key(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path / "data")
    fill(vault)
    key = vault._key.hex()
    vault.close()
    raw = bytearray(vault.folder.database.read_bytes())
    raw[4096 * 2 + 100] ^= 1
    vault.folder.database.write_bytes(raw)
    with pytest.raises(VaultDamagedError) as caught:
        _read_everything(vault, store)
    told = "".join(traceback.format_exception(caught.value))
    assert hits(told.encode()) == 0 and key not in told and store.key(vault._keys.vault).hex() not in told


def test_after_clearing_the_home_folder_knows_nothing_of_us() -> None:
    home = Path(os.environ["HOME"])
    store = key_store()
    vault, _store = fresh(data_folder(), store)
    fill(vault)
    vault.close()
    for place in ("Documents", ".config/other"):
        (home / place).mkdir(parents=True)
        (home / place / "note.txt").write_text("nothing to do with it")
    assert any("vault" in name for name, _raw in bytes_under(home))
    assert clear_everything(store).clean
    left = list(bytes_under(home))
    assert [name for name, raw in left if hits(raw) or b"privacy" in raw.lower()] == []
    assert sorted(name for name, _raw in left) == ["note.txt", "note.txt"]
    assert [path.name for path in home.rglob("*") if "privacy" in path.name.casefold()] == []
