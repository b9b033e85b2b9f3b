"""Strava: the tables of its archive, and where each recorded activity starts and ends."""

from collections.abc import Iterator

from privacy_audit.archive import Archive, Member
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.errors import ExportError
from privacy_audit.importers.strava import athlete, messages, tables
from privacy_audit.importers.strava.activities import Activities
from privacy_audit.importers.strava.header import IMPORTER_ID
from privacy_audit.importing import ExportItem, Importer, LayoutEvidence, ReadOptions, Recognition
from privacy_audit.sheets import sheet


def recognise(archive: Archive) -> Recognition | None:
    """Its two tables, or the columns of one; many programs have an activities.csv or a profile.csv."""
    activities, profile = archive.find("activities.csv"), archive.find("profile.csv")
    known = _head(archive, activities).startswith(b"Activity ID,") or _head(archive, profile).startswith(b"Athlete ID,")
    tracks = bool(archive.matching("activities/*.gpx*") or archive.matching("activities/*.fit*"))
    if not known and not (activities and profile and tracks):
        return None
    score = 0.95 if activities and profile else 0.8
    return Recognition(IMPORTER_ID, "archive with tables and tracks", LayoutEvidence.SOURCE, score)


def _head(archive: Archive, member: Member | None) -> bytes:
    try:
        head = archive.head(member, 256) if member else b""
    except ExportError:
        return b""
    return head.removeprefix(b"\xef\xbb\xbf").replace(b'"', b"")


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    holder = athlete.holder_of(archive)
    yield holder
    names = frozenset(name.casefold() for name in (*holder.names, *options.own_names))
    activities = Activities()
    readers = [(pattern, sheet(columns, make)) for pattern, columns, make in tables.FILES]
    plan = Plan(
        (
            ("profile.csv", athlete.profile),
            ("activities.csv", activities.table),
            *readers,
            ("messaging.json", messages.messages),
            ("activities/*", activities.track),
            ("routes/*.gpx", activities.track),
        ),
        ignored=_IGNORED,
    )
    yield from carried_out(Visit(IMPORTER_ID, archive, options, names), plan)


_IGNORED = (
    "bikes.csv", "shoes.csv", "components.csv", "gear.csv", "email_preferences.csv", "social_settings.csv",
    "challenges.csv", "global_challenges.csv", "group_challenges.csv", "goals.csv", "segments.csv", "starred_*.csv",
    "partner_opt_outs.csv", "orders.csv", "local_legend_segments.csv", "flags.csv", "support_tickets.csv",
    "favorites.csv", "metering.csv", "mobile_device_identifiers.csv", "information_we_disclose_*",
    "activity_reviews.csv",
)  # fmt: skip
_NOT_TOLD = (
    "Who could see a single activity is not in the archive: only the settings at the time of the download are.",
    "Followers are numbers in the archive, without names.",
    "Whether a hidden area covered the start of an activity is not in it: tracks are whole here, others may see less.",
    "What others see on segments, flybys and clubs' lists is not in it.",
)
_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Strava",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("archive with tables and tracks", LayoutEvidence.SOURCE), ),
    category_evidence={
        "profile": _SOURCE, "posts": _SOURCE, "comments": _MEMORY, "messages": _MEMORY, "connections": _MEMORY,
        "photos": _MEMORY, "likes": _MEMORY, "groups": _MEMORY, "places": _SOURCE, "logins": _MEMORY,
        "settings": _MEMORY, "apps": _MEMORY,
    },
)  # fmt: skip
