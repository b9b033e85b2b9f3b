"""Whose account it is: from the profile, and where a part has none, from who speaks in all of its conversations."""

import re
from collections.abc import Iterable
from typing import Any

from privacy_audit.archive import Archive, Member
from privacy_audit.decoding import decode_values
from privacy_audit.errors import ExportError
from privacy_audit.importing import Holder
from privacy_audit.meta.made import made_by_name, with_newest
from privacy_audit.meta.network.profile import items, profile_in, said
from privacy_audit.meta.threads import shared_by_all, who_is_always_there
from privacy_audit.model import Source

__all__ = ["holder_of", "made_by_name", "shared_by_all", "with_newest"]


def holder_of(archive: Archive, threads: Iterable[Member]) -> Holder:
    """What is known before anything else is read."""
    fields = _profile_fields(archive)
    names = _names(fields) if fields else ()
    return Holder(
        names=names or who_is_always_there(archive, threads),
        handles=tuple(_texts(fields.get("username"))),
        emails=tuple(_email_addresses(fields.get("emails"))),
        account_id=_account_id(fields),
        made=made_by_name(archive),
    )


def _profile_fields(archive: Archive) -> dict[str, Any]:
    member = archive.find("profile_information/profile_information.json")
    if member is None:
        return {}
    try:
        data = archive.read(member)
    except ExportError:
        return {}  # the reader of the profile says so
    found = profile_in(decode_values(data, Source("", member.path)).value)
    return found[1] if found else {}


def _names(fields: dict[str, Any]) -> tuple[str, ...]:
    keys = ("name", "previous_names", "other_names")
    return tuple(dict.fromkeys(text for key in keys for text in _texts(fields.get(key))))


def _texts(value: object) -> list[str]:
    return [text for _pointer, item in items(value) if (text := said(item))]


def _email_addresses(value: object) -> list[str]:
    groups = value.values() if isinstance(value, dict) else (value,)
    return [text for group in groups for text in _texts(group)]


def _account_id(fields: dict[str, Any]) -> str:
    """A number where the address of the profile holds one."""
    match = re.search(r"profile\.php\?id=(\d+)", said(fields.get("profile_uri")))
    return match[1] if match else ""
