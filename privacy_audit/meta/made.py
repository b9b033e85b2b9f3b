"""The day on which an export was made, from the names that Meta gives to its files."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from privacy_audit.archive import Archive
from privacy_audit.archive.names import same_letters
from privacy_audit.importing import Holder
from privacy_audit.model import Moment

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OWN_NAMES = ("facebook-", "instagram-", "workplace-", "meta-")


def own_names(archive: Archive) -> Iterator[str]:
    """The names that are Meta's, of parts and outer folders: "facebook-someone-2024-03-14-x.zip"."""
    first = archive.members[0].path if archive.members else ""
    for name in (*archive.parts, *first.split("/")[:-1]):
        plain = same_letters(name)
        if plain.startswith(_OWN_NAMES):
            yield plain


def made_by_name(archive: Archive) -> Moment | None:
    """The day that Meta writes into names: "facebook-someone-2024-03-14-x.zip", "meta-2024-Mar-14-09-30-00"."""
    return next((day for name in own_names(archive) if (day := _day_in(name)) is not None), None)


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
