"""Sign-ins, sessions, remembered devices, addresses, and changes to the account such as a former name."""

from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.meta.labels import labels
from privacy_audit.meta.scene import Found, Reader, Scene, fix, moment
from privacy_audit.meta.shapes import Session
from privacy_audit.meta.tables import each
from privacy_audit.model import FieldKind, Login, Passage, PassageKind, ProfileField, Record, Source, Voice

_OLD_FACTS = {
    "old_name": FieldKind.FORMER_NAME,
    "old_vanity": FieldKind.HANDLE,
    "old_username": FieldKind.HANDLE,
    "old_email": FieldKind.EMAIL,
    "old_phone": FieldKind.PHONE,
    "new_email": FieldKind.EMAIL,
    "new_phone": FieldKind.PHONE,
}


def sign_ins(root: str, action: str) -> Reader:
    """A reader of one of the lists of sessions and devices, which differ only in which fields they fill."""

    def read(scene: Scene, member: Member) -> Iterator[Found]:
        def make(source: Source, row: Session) -> Iterator[Record | Passage]:
            inner = row.session or row
            scene.newest.saw(row.timestamp, inner.created_timestamp, inner.updated_timestamp)
            login = _labelled(source, row, action) if row.label_values else _login(source, row, inner, action)
            if login.when or login.ip or login.device or login.place or row.event or row.action:
                yield login
            yield from _former(source, row)

        return each(scene, member, Session, root, make)

    return read


def _login(source: Source, row: Session, inner: Session, action: str) -> Login:
    named = row.name if action != "used address" else None
    return Login(
        source,
        action=fix(row.action) or fix(row.event) or action,
        when=moment(row.timestamp or inner.updated_timestamp or inner.created_timestamp),
        ip=fix(inner.ip_address) or fix(inner.ip),
        device=_joined((named, row.device, row.type, row.os, inner.user_agent)),
        place=_joined((row.location, row.city, row.region, row.country)),
    )


def _joined(parts: tuple[str | None, ...]) -> str:
    there = [fix(part) for part in parts if part]
    return there[0] if len(there) == 1 else ", ".join(dict.fromkeys(there))


def _labelled(source: Source, row: Session, action: str) -> Login:
    said = labels(row.label_values)
    parts = said.texts("city", "region", "country", "location")
    return Login(
        source,
        action=said.text("action", "event") or action,
        when=moment(row.timestamp or said.any_time()),
        ip=said.text("ipaddress", "ip"),
        device=said.text("useragent", "device", "devicename", "name"),
        place=", ".join(dict.fromkeys(parts)),
    )


def _former(source: Source, row: Session) -> Iterator[Record | Passage]:
    """Names, addresses and numbers that the account had before: the export keeps them for good."""
    when = moment(row.timestamp or (row.session.created_timestamp if row.session else None))
    for key, value in (row.extra_info or {}).items():
        kind = _OLD_FACTS.get(key)
        if kind is not None and isinstance(value, str) and value:
            yield ProfileField(source, kind=kind, value=fix(value), detail=fix(row.event), when=when)
            if kind in (FieldKind.FORMER_NAME, FieldKind.HANDLE):
                yield Passage(fix(value), PassageKind.HANDLE, Voice.OWNER, source, when=when)
