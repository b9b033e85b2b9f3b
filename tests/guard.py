"""A guard as data: where it stands, how it is taken out, and the test that must then fail."""

from dataclasses import dataclass

ARCHIVE = "privacy_audit/archive"


@dataclass(frozen=True)
class Guard:
    """`line` stands once in `folder`/`file`; with `change` in its place `test` must fail."""

    name: str
    file: str
    line: str
    change: str
    test: str
    folder: str = ARCHIVE
