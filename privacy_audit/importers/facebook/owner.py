"""Whose account it is: from the profile, and where a part has none, from who speaks in all of its conversations."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import same_letters
from privacy_audit.decoding import decode_values
from privacy_audit.errors import ExportError
from privacy_audit.importers.facebook.contents import thread_of
from privacy_audit.importers.facebook.identity import IMPORTER_ID
from privacy_audit.importers.facebook.profile import items, profile_in, said
from privacy_audit.importing import Holder
from privacy_audit.meta.scene import fix
from privacy_audit.model import Moment, Source

_HEAD = 65_536  # bytes of a thread that hold its participants
_ENOUGH_THREADS = 2
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def holder_of(archive: Archive, threads: Iterable[Member]) -> Holder:
    """What is known before anything else is read."""
    fields = _profile_fields(archive)
    names = _names(fields) if fields else ()
    return Holder(
        names=names or _who_is_always_there(archive, threads),
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
    found = profile_in(decode_values(data, Source(IMPORTER_ID, member.path)).value)
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


def _who_is_always_there(archive: Archive, threads: Iterable[Member]) -> tuple[str, ...]:
    """The one person who takes part in every conversation; with a single conversation nobody can tell."""
    people: dict[str, set[str]] = {}
    for member in threads:
        thread = thread_of(member.path)
        key = thread.key if thread else member.path
        if not people.get(key):
            people[key] = participants_in(archive, member)
    return shared_by_all([names for names in people.values() if names])


def shared_by_all(threads: Sequence[set[str]]) -> tuple[str, ...]:
    """The one name that stands in every conversation."""
    counted = Counter(name for names in threads for name in names)
    always = [name for name, times in counted.items() if times == len(threads)]
    return tuple(always) if len(threads) >= _ENOUGH_THREADS and len(always) == 1 else ()


def participants_in(archive: Archive, member: Member) -> set[str]:
    """The names at the start of a thread's file, without reading the rest of it."""
    try:
        head = archive.head(member, _HEAD).decode("utf-8", "replace")
    except ExportError:
        return set()
    start = re.search(r'"participants"\s*:\s*(?=\[)', head)
    if start is None:
        return set()
    try:
        found, _end = json.JSONDecoder().raw_decode(head, start.end())
    except (ValueError, RecursionError):
        return set()
    names = (one.get("name") if isinstance(one, dict) else one for one in found)
    return {fix(name) for name in names if isinstance(name, str) and name}


def made_by_name(archive: Archive) -> Moment | None:
    """The day that Facebook writes into names: "facebook-someone-2024-03-14-x.zip", "meta-2024-Mar-14-09-30-00"."""
    first = archive.members[0].path if archive.members else ""
    for name in (*archive.parts, *first.split("/")[:-1]):
        plain = same_letters(name)
        if plain.startswith(("facebook-", "meta-")) and (day := _day_in(plain)) is not None:
            return day
    return None


def _day_in(name: str) -> Moment | None:
    worded = re.search(r"(\d{4})-([a-z]{3})-(\d{1,2})", name)
    numbered = re.search(r"(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)", name)
    if worded and worded[2] in _MONTHS:
        parts = int(worded[1]), _MONTHS.index(worded[2]) + 1, int(worded[3])
    elif numbered:
        parts = int(numbered[1]), int(numbered[2]), int(numbered[3])
    else:
        return None
    try:
        return Moment(datetime(*parts, tzinfo=UTC), zone_known=False)
    except ValueError:
        return None


def with_newest(holder: Holder, newest: Moment | None) -> Holder:
    """The day of an export is not before the newest thing in it."""
    made = max((day for day in (holder.made, newest) if day is not None), key=lambda day: day.at, default=None)
    return replace(holder, made=made)
