"""Whose Strava archive it is, and the athlete's profile."""

from collections.abc import Iterator, Mapping

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.csv_table import Line, read_table
from privacy_audit.errors import ExportError
from privacy_audit.importers.strava.header import IMPORTER_ID, first_columns
from privacy_audit.importing import (
    Holder,
    ReadProblem,
)
from privacy_audit.model import (
    Audience,
    FieldKind,
    Passage,
    PassageKind,
    ProfileField,
    Source,
    Voice,
)

_PROFILE = (
    "Athlete ID", "Email Address", "First Name", "Last Name", "Sex", "Description", "Weight", "City", "State",
    "Country",
)  # fmt: skip
_NO_PROFILE = "The profile in this table is not in a form that we know. Look at your profile on Strava itself."


def holder_of(archive: Archive) -> Holder:
    member = archive.find("profile.csv")
    try:
        cells = _profile_cells(archive, member) if member else {}
    except ExportError:
        cells = {}  # told when the file itself is read
    name = " ".join(filter(None, (cells.get("First Name"), cells.get("Last Name"))))
    return Holder(
        tuple(filter(None, (name,))),
        (),
        tuple(filter(None, (cells.get("Email Address"),))),
        cells.get("Athlete ID", ""),
    )


def _profile_cells(archive: Archive, member: Member) -> Mapping[str, str]:
    """The one row of the profile, by the places of its columns where their names are in another language."""
    with archive.stream(member) as stream:
        table = read_table(stream, first_columns(archive, member), Source(IMPORTER_ID, member.path))
        if isinstance(table, ReadProblem):
            return {}
        row = next((row for row in table.rows if isinstance(row, Line)), None)
        if row is None:
            return {}
        english = table.place("Athlete ID") is not None
        places = {name: table.place(name) if english else place for place, name in enumerate(_PROFILE)}
        return {name: row.cell(place) for name, place in places.items()}


def profile(visit: Visit, member: Member) -> Iterator[Found]:
    cells, source = _profile_cells(visit.archive, member), visit.source(member)
    name = " ".join(filter(None, (cells.get("First Name"), cells.get("Last Name"))))
    if not name and not cells.get("Athlete ID"):
        yield visit.problem(member, "", _NO_PROFILE)
        return
    town = ", ".join(filter(None, (cells.get("City"), cells.get("State"), cells.get("Country"))))
    open_to_all, unknown = Audience.EVERYONE, Audience.UNKNOWN
    for kind, value, audience in (
        (FieldKind.NAME, name, open_to_all),
        (FieldKind.EMAIL, cells.get("Email Address"), unknown),
        (FieldKind.GENDER, cells.get("Sex"), unknown),
        (FieldKind.CURRENT_CITY, town, open_to_all),
        (FieldKind.BIO, cells.get("Description"), open_to_all),
        (FieldKind.HEALTH, cells.get("Weight"), unknown),
    ):
        if value:
            yield ProfileField(source, kind, value, audience=audience)
    if name:
        yield Passage(name, PassageKind.HANDLE, Voice.OWNER, source, audience=open_to_all)
    if words := cells.get("Description"):
        yield Passage(words, PassageKind.BIO, Voice.OWNER, source, audience=open_to_all)
