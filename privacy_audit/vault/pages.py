"""The encrypted database: opened with the raw key, written in whole transactions, its errors in our own sentences."""

import contextlib
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import apsw

from privacy_audit.vault.errors import VaultDamagedError, VaultInUseError, VaultPlaceError, VaultTooNewError
from privacy_audit.vault.folder import in_place
from privacy_audit.vault.schema import NEWEST, STEPS

Value = str | int | bytes | None
Row = tuple[Value, ...]

_CIPHER: Final = "chacha20"
# Journal and temporary tables are encrypted or in memory; what is deleted is overwritten; a commit is on the disk when
# it returns. The lock is exclusive, so there is no shared-memory file beside the journal.
_SETTINGS: Final = (
    ("locking_mode", "EXCLUSIVE"),
    ("temp_store", "MEMORY"),
    ("journal_mode", "WAL"),
    ("synchronous", "FULL"),
    ("secure_delete", "ON"),
    ("foreign_keys", "ON"),
    ("trusted_schema", "OFF"),
    ("cell_size_check", "ON"),
    ("mmap_size", "0"),
)
_IN_MEMORY: Final = 2  # what the library answers when temp_store is asked for
_JOURNAL_LEFT: Final = 64 << 20


class Pages:
    """One connection, used by one caller at a time."""

    def __init__(self, path: Path, key: bytes, *, new: bool = False) -> None:
        if new:
            with in_place():
                os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        self._turn = threading.RLock()
        self.changed = False
        with told_plainly():
            self._connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            with told_plainly():
                self._set_up(key)
        except BaseException:
            self._connection.close()
            raise

    @property
    def version(self) -> int:
        return int(str(self.one("PRAGMA user_version")))

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        with self._turn, told_plainly():
            return [tuple(row) for row in self._connection.execute(sql, values)]

    def one(self, sql: str, values: Sequence[Value] = ()) -> Value:
        rows = self.rows(sql, values)
        return rows[0][0] if rows else None

    @contextlib.contextmanager
    def change(self) -> Iterator["Writing"]:
        """All of what is written inside, or nothing of it; when it ends, it is on the disk."""
        with self._turn, told_plainly():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield Writing(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk has rolled back already
                    self._connection.execute("ROLLBACK")
                raise
            self.changed = True

    def bring_up_to_date(self) -> None:
        """Takes the steps that this file lacks, each with its number in one transaction."""
        found = self.version
        if found > NEWEST:
            raise VaultTooNewError
        for number, step in enumerate(STEPS[found:], found + 1):
            with self.change() as writing:
                writing.script(f"{step}; PRAGMA user_version = {number};")

    def is_sound(self) -> bool:
        return self.rows("PRAGMA quick_check(1)") == [("ok",)]

    def settle(self) -> None:
        """Everything from the journal into the file."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        with self._turn, told_plainly():
            self._connection.close()

    def _set_up(self, key: bytes) -> None:
        self._connection.set_busy_timeout(0)
        self._connection.pragma("cipher", _CIPHER)
        self._connection.pragma("key", f"raw:{key.hex()}")
        for name, value in _SETTINGS:
            self._connection.execute(f"PRAGMA {name} = {value}")
        self._connection.execute(f"PRAGMA journal_size_limit = {_JOURNAL_LEFT}")
        self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()  # the first read meets the key
        if self._connection.pragma("temp_store") != _IN_MEMORY:
            raise VaultDamagedError  # a library that spills to a file is none for this


class Writing:
    """What can be done inside a change."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def run(self, sql: str, values: Sequence[Value] = ()) -> None:
        self._connection.execute(sql, values)

    def many(self, sql: str, rows: Iterable[Row]) -> None:
        self._connection.executemany(sql, rows)

    def new_row(self, sql: str, values: Sequence[Value]) -> int:
        self._connection.execute(sql, values)
        return self._connection.last_insert_rowid()

    def script(self, sql: str) -> None:
        self._connection.execute(sql)


@contextlib.contextmanager
def told_plainly() -> Iterator[None]:
    """The library's errors in our words; its own may quote a path."""
    try:
        yield
    except (apsw.NotADBError, apsw.CorruptError, apsw.FormatError, apsw.SchemaChangeError):
        raise VaultDamagedError from None
    except (apsw.BusyError, apsw.LockedError):
        raise VaultInUseError from None
    except (apsw.FullError, apsw.IOError, apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError):
        raise VaultPlaceError from None
