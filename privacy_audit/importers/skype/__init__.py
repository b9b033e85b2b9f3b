"""Skype: messages.json, which people kept when Skype closed, in its TAR or unpacked, and the table of contacts."""

import re
from collections.abc import Iterator

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.errors import ExportError
from privacy_audit.importers.skype.talks import Talks
from privacy_audit.importers.skype.words import plain_name
from privacy_audit.importing import ExportItem, Holder, Importer, LayoutEvidence, ReadOptions, Recognition
from privacy_audit.model import Connection, ConnectionKind, Moment
from privacy_audit.sheets import Cells, sheet
from privacy_audit.text import moment_from_text

IMPORTER_ID = "skype"
_HEAD = 4_096
_NOT_TOLD = (
    "The export does not hold your Skype profile: your name, picture and date of birth there went with the service.",
    "Skype kept old messages for a time only, so early years may be missing.",
    "Contacts came as a separate table; where it is not beside the messages, they were not looked at.",
)


def recognise(archive: Archive) -> Recognition | None:
    """The file of messages with its three keys."""
    member = _file(archive)
    return Recognition(IMPORTER_ID, "messages.json", LayoutEvidence.SOURCE, 0.9) if member is not None else None


def _file(archive: Archive) -> Member | None:
    for member in archive.matching("messages.json"):
        try:
            head = archive.head(member, _HEAD)
        except ExportError:
            continue
        if b'"userId"' in head and b'"conversations"' in head:
            return member
    return None


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    visit = Visit(IMPORTER_ID, archive, options)
    member = _file(archive)
    owner, made = _owner(archive, member) if member is not None else ("", None)
    if owner:
        yield Holder(handles=(plain_name(owner),), account_id=owner, made=made)
    contacts = sheet(("display_name", "displayname", "profile.about"), _contact)
    mine = ((member.path, Talks(owner)),) if member is not None else ()
    yield from carried_out(visit, Plan((*mine, ("contacts.csv", contacts)), ignored=("endpoints.json", "media/*.json")))


def _owner(archive: Archive, member: Member) -> tuple[str, Moment | None]:
    """Both stand before the conversations."""
    head = archive.head(member, _HEAD)
    owner = re.search(rb'"userId"\s*:\s*"([^"\\]{1,200})"', head)
    made = re.search(rb'"exportDate"\s*:\s*"([^"\\]{1,60})"', head)
    when = moment_from_text(made[1].decode("utf-8", "replace")) if made else None
    return (owner[1].decode("utf-8", "replace") if owner else ""), when


def _contact(visit: Visit, cells: Cells) -> Iterator[Found]:
    """A row of the contacts; blocked ones are said to be."""
    name, handle = cells.text("display_name", "displayname"), plain_name(cells.text("id"))
    if not (name or handle):
        return
    blocked = cells.text("blocked").casefold() in ("true", "1", "yes")
    kind = ConnectionKind.BLOCKED if blocked else ConnectionKind.CONTACT
    points = tuple(
        filter(None, (cells.text(key) for key in ("profile.phones[0].number", "profile.phone", "profile.emails[0]")))
    )
    note = cells.text("profile.about", "profile.mood")
    yield Connection(cells.source, kind, name or handle, handle=handle, contact_points=points, note=note)


_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Skype",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("messages.json, loose or in its TAR", LayoutEvidence.SOURCE),),
    category_evidence={"messages": _SOURCE, "connections": _MEMORY, "photos": _SOURCE, "places": _MEMORY},
)
