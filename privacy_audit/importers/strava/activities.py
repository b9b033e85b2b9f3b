"""Strava's activities: what each is called, its pictures, and where it starts and ends."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.csv_table import Line, read_table
from privacy_audit.importers.strava.header import first_columns, utc
from privacy_audit.importing import (
    ReadProblem,
)
from privacy_audit.model import (
    Audience,
    MediaKind,
    MediaUse,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    Source,
    Voice,
)
from privacy_audit.text import moment_from_text
from privacy_audit.tracks import is_track, track_ends

# Headers are in the account's language; the order of the columns is not.
_ACTIVITY = (
    "Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description", "Elapsed Time",
)  # fmt: skip
_FILE = re.compile(r"^activities/\S+\.(?:gpx|tcx|fit)(?:\.gz)?$", re.IGNORECASE)
_MEDIA = re.compile(r"media/[^|]+")
_FILMS = (".mp4", ".mov", ".m4v")
_ODD = "This track could not be read. Look at the activity on Strava itself."
_NO_DATE = "This activity has neither a date nor a name that we know. Look at it on Strava itself."


@dataclass(frozen=True, slots=True, repr=False)
class _Columns:
    """Where the columns stand: by their names in English, otherwise by their order."""

    named: bool
    places: Mapping[str, int | None]

    def cell(self, row: Line, name: str) -> str:
        return row.cell(self.places.get(name))


@dataclass(slots=True)
class Activities:
    """The table tells what each activity is called; its track tells where it was."""

    names: dict[str, str] = field(default_factory=dict)  # file -> name of the activity

    def table(self, visit: Visit, member: Member) -> Iterator[Found]:
        with visit.archive.stream(member) as stream:
            table = read_table(stream, first_columns(visit.archive, member), visit.source(member))
            if isinstance(table, ReadProblem):
                yield table
                return
            named = table.place("Activity ID") is not None
            wanted = (*_ACTIVITY, "Activity Private Note", "Activity Gear", "Filename", "Media")
            columns = _Columns(named, {name: table.place(name) for name in wanted})
            if not named:
                columns = _Columns(named, dict(zip(_ACTIVITY, range(len(_ACTIVITY)), strict=True)))
            for row in table.rows:
                if isinstance(row, Line):
                    yield from self._activity(visit, visit.source(member, f"line {row.number}"), row, columns)
                else:
                    yield row

    def _activity(self, visit: Visit, source: Source, row: Line, columns: _Columns) -> Iterator[Found]:
        """A title and words that followers read, a note for oneself, pictures."""
        name, words = columns.cell(row, "Activity Name"), columns.cell(row, "Activity Description")
        when = utc(moment_from_text(columns.cell(row, "Activity Date"), day_first=not columns.named))
        if when is None and not name:
            if any(cell.strip() for cell in row.cells):
                yield ReadProblem(source, _NO_DATE)
            return
        for cell in row.cells:
            if _FILE.match(cell.strip()):
                self.names[cell.strip().casefold()] = name
        text = "\n".join(filter(None, (name, words)))
        yield Passage(text, PassageKind.POST, Voice.OWNER, source, place=columns.cell(row, "Activity Type"), when=when)
        if note := columns.cell(row, "Activity Private Note"):
            yield Passage(note, PassageKind.POST, Voice.OWNER, source, when=when, audience=Audience.ONLY_ME)
        for file in (found for cell in row.cells if "media/" in cell for found in _MEDIA.findall(cell)):
            kind = MediaKind.VIDEO if file.lower().endswith(_FILMS) else MediaKind.PHOTO
            yield Photo(source, visit.media(file.strip()), kind, MediaUse.POST, text, uploaded=when)

    def track(self, visit: Visit, member: Member) -> Iterator[Found]:
        """Where it starts and where it ends: for most people one of the two is home."""
        data = visit.archive.read(member)
        ends = track_ends(data)
        if ends is None:
            if not is_track(data):
                yield visit.problem(member, "", _ODD)
            return
        folder, _, file = member.path.rpartition("/")
        name = self.names.get(f"{folder.rpartition('/')[2]}/{file}".casefold(), "")
        for point, where in zip(ends, ("start", "end"), strict=True):
            called = f"{where} of {name}" if name else where
            yield Place(
                visit.source(member, where), PlaceKind.ROUTE, called, coordinates=point.coordinates, when=point.when
            )
