"""The vault's tables, as steps from one version to the next: a new vault takes them all, an old one those it lacks."""

from typing import Final

# Never edit a step that was released: add one. Each is tested from every version before it.
STEPS: Final = (
    # 1: what an audit found, what was decided, and what the user told
    """
    CREATE TABLE fact (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE owner (name TEXT PRIMARY KEY, added TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY, made TEXT NOT NULL, kept INTEGER NOT NULL DEFAULT 0, due TEXT, about BLOB NOT NULL,
        memory BLOB
    ) STRICT;
    CREATE TABLE finding (
        audit INTEGER NOT NULL REFERENCES audit(id) ON DELETE CASCADE,
        place INTEGER NOT NULL, ids TEXT NOT NULL, body BLOB NOT NULL,
        PRIMARY KEY (audit, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE conduct (
        audit INTEGER NOT NULL REFERENCES audit(id) ON DELETE CASCADE,
        id TEXT NOT NULL, "check" TEXT NOT NULL, seen TEXT NOT NULL,
        PRIMARY KEY (audit, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE decision (
        finding TEXT PRIMARY KEY, kind TEXT NOT NULL, made TEXT NOT NULL, remind TEXT, reason TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE change (
        place INTEGER PRIMARY KEY AUTOINCREMENT, finding TEXT NOT NULL, before BLOB NOT NULL, after BLOB NOT NULL
    ) STRICT;
    """,
    # 2: people who were looked at, by keyed fingerprint and without their names
    """
    CREATE TABLE person (
        fingerprint TEXT PRIMARY KEY, answer TEXT NOT NULL, made TEXT NOT NULL, remind TEXT
    ) STRICT, WITHOUT ROWID;
    """,
    # 3: what the photo stage saw, by the picture's content
    """
    CREATE TABLE photo (
        fingerprint TEXT PRIMARY KEY, maker TEXT NOT NULL, seen TEXT NOT NULL, body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
)
NEWEST: Final = len(STEPS)
