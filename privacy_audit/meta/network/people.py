"""The people of an account: friends, requests, followers, those removed, and the address book of a telephone."""

from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.meta.labels import labels
from privacy_audit.meta.scene import Found, Reader, Scene, fix, moment
from privacy_audit.meta.shapes import Contact, Named
from privacy_audit.meta.tables import each
from privacy_audit.model import Connection, ConnectionKind, Passage, PassageKind, Source, Voice


def people(root: str, kind: ConnectionKind) -> Reader:
    """A reader of one of the many lists that hold names and times. A friend is only a display name there."""

    def read(scene: Scene, member: Member) -> Iterator[Found]:
        return each(scene, member, Named, root, make)

    def make(source: Source, row: Named) -> Iterator[Connection]:
        name, seconds, detail = fix(row.name), row.timestamp, fix(row.contact_info)
        if row.label_values:
            said = labels(row.label_values)
            name = name or said.text("name", "friend", "profile") or said.words().partition("\n")[0]
            seconds = seconds or said.any_time()
        name = name or named_in(row)
        if name:
            yield Connection(
                source,
                kind=kind,
                name=name,
                since=moment(seconds),
                contact_points=(detail,) if detail else (),
            )

    return read


def named_in(row: Named) -> str:
    """The name in `data` or `attachments`, where some years keep it."""
    in_data = (fix(datum.name) for datum in row.data or ())
    attached = (fix(thing.name) for group in row.attachments or () for thing in group.data or ())
    return next(filter(None, (*in_data, *attached)), "")


def address_book(scene: Scene, member: Member) -> Iterator[Found]:
    def make(source: Source, row: Contact) -> Iterator[Connection | Passage]:
        name = fix(row.name)
        points = [fix(detail.contact_point) or fix(detail.phone_number) for detail in row.details or ()]
        if not name and not any(points):
            return
        since = moment(row.created_timestamp) or moment(row.updated_timestamp)
        contact_points = tuple(dict.fromkeys(filter(None, points)))
        yield Connection(source, kind=ConnectionKind.CONTACT, name=name, since=since, contact_points=contact_points)
        if name:
            yield Passage(name, PassageKind.CONTACT_NAME, Voice.OWNER, source, when=since)

    yield from each(scene, member, Contact, "address_book/address_book", make)
