"""The header of Strava's tables, which is in the account's language, and the platform's own id."""

from privacy_audit.archive import Archive, Member
from privacy_audit.model import (
    Moment,
)

IMPORTER_ID = "strava"


def first_columns(archive: Archive, member: Member) -> tuple[str, ...]:
    """The names in the header, whatever the language: the header is the first line."""
    header = next(iter(archive.head(member, 4096).decode("utf-8-sig", "replace").splitlines()), "")
    return tuple(name.strip(' "') for name in header.split(",") if name.strip(' "'))


def utc(moment: Moment | None) -> Moment | None:
    """The table's dates are in UTC without saying so."""
    return None if moment is None else Moment(moment.at)
