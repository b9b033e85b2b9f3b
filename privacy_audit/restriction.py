"""Whether a role is politically restricted: as the user says, else as far as the role and the service tell."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from privacy_audit.errors import DataError
from privacy_audit.folding import fold
from privacy_audit.own_facts import OwnFacts


@dataclass(frozen=True, slots=True)
class _Group:
    """Roles or services of which one thing is known; `restricted` is None where it depends on the post."""

    where: str  # role, service or either
    says: re.Pattern[str]
    unless: re.Pattern[str] | None
    restricted: bool | None


def is_restricted(facts: OwnFacts) -> bool:
    """What the checks go by: the user's own answer comes first, and what nobody can tell restricts nobody."""
    if facts.politically_restricted is not None:
        return facts.politically_restricted
    return told_by_role(facts.role, facts.service) is True


def told_by_role(role: str, service: str) -> bool | None:
    """True or False where role and service tell it, None where the user has to be asked."""
    words = {"role": _plain(role), "service": _plain(service)}
    words["either"] = f"{words['role']} | {words['service']}"
    for group in _groups():
        if not group.says.search(words[group.where]):
            continue
        if group.unless is None or not group.unless.search(words["either"]):
            return group.restricted
    return None


def _plain(text: str) -> str:
    return " ".join(fold(text).text.casefold().split())


@lru_cache(maxsize=1)
def _groups() -> tuple[_Group, ...]:
    text = (files("privacy_audit") / "restriction.toml").read_text(encoding="utf-8")
    try:
        return tuple(
            _Group(
                str(group["where"]),
                re.compile(group["says"]),
                re.compile(group["unless"]) if "unless" in group else None,
                group.get("restricted"),
            )
            for group in tomllib.loads(text)["group"]
        )
    except (KeyError, TypeError, re.error) as error:
        raise DataError("A list that belongs to this program is damaged. Please install the program again.") from error
