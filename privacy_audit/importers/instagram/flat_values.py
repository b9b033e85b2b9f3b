"""What the plain files before 2020 have in common: objects of texts and lists."""

from collections.abc import Iterator
from typing import Any

from privacy_audit.archive import Member
from privacy_audit.importers.instagram.account import Account
from privacy_audit.importing import ReadProblem
from privacy_audit.meta.scene import fix
from privacy_audit.meta.tables import untyped

Values = dict[str, Any]

_NOT_KNOWN = "This file is not in a form that we know. Look at it in the export itself."


def values_in(account: Account, member: Member) -> Iterator[Values | ReadProblem]:
    """The object that the file holds, or what is wrong with it."""
    value, problems = untyped(account, member)
    yield from problems
    if isinstance(value, dict):
        yield value
    elif not problems:
        yield account.problem(member, "", _NOT_KNOWN)


def said_in(value: object) -> str:
    return fix(value) if isinstance(value, str) else ""


def rows_in(value: object) -> Iterator[tuple[int, Any]]:
    yield from enumerate(value if isinstance(value, list) else ())
