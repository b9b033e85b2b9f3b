"""The people of an account: followers, followed, requests, blocked, contacts, and the lists that stories go to."""

from collections.abc import Iterator

from privacy_audit.importers.instagram.account import Account, Maker
from privacy_audit.importers.instagram.entries import Entry, Link, handle_in
from privacy_audit.meta.scene import Found
from privacy_audit.model import (
    Audience,
    Connection,
    ConnectionKind,
    Membership,
    MembershipKind,
    Passage,
    PassageKind,
    Setting,
    Voice,
)


def people(kind: ConnectionKind, note: str = "") -> Maker:
    def make(_account: Account, entry: Entry) -> Iterator[Found]:
        told = entry.text("username") or entry.text("name")
        for link in entry.links if entry.links and not told else (Link(""),):
            handle = entry.text("username") or link.value or handle_in(link.href) or entry.person()
            name = entry.text("name") or entry.title or handle
            if handle or name:
                since = link.when or entry.moment("time")
                yield Connection(entry.source, kind, name, since, handle or name, note=note)

    return make


def listed(name: str) -> Maker:
    """A list of people that decides who sees the owner's stories, notes or place."""

    def make(_account: Account, entry: Entry) -> Iterator[Found]:
        found = [link.value or handle_in(link.href) for link in entry.links]
        values = tuple(filter(None, found)) or tuple(filter(None, (entry.person(),)))
        for value in dict.fromkeys(values):
            yield Setting(entry.source, name, value, audience=Audience.LISTED)

    return make


def custom_list(_account: Account, entry: Entry) -> Iterator[Found]:
    """A list of the owner's own making: its name, and who is on it."""
    name = entry.title or entry.text("name")
    members = [link.value or handle_in(link.href) for link in entry.links]
    members += [field.value for field in entry.fields if field.value and field.value != name]
    for value in dict.fromkeys(filter(None, members)):
        yield Setting(entry.source, ": ".join(filter(None, ("Custom list", name))), value, audience=Audience.LISTED)
    if name and not any(members):
        yield Setting(entry.source, "Custom list", name, audience=Audience.LISTED)


def hashtag(_account: Account, entry: Entry) -> Iterator[Found]:
    values = [link.value or link.href.rstrip("/").rpartition("/")[2] for link in entry.links]
    for value in dict.fromkeys(filter(None, values or [entry.text("name") or entry.person()])):
        when = entry.moment("time")
        yield Membership(entry.source, MembershipKind.PAGE_FOLLOWED, f"#{value.lstrip('#')}", when)
        yield Passage(f"#{value.lstrip('#')}", PassageKind.PAGE_NAME, Voice.OWNER, entry.source, when=when)


def contact(_account: Account, entry: Entry) -> Iterator[Found]:
    """The address book of the telephone, which Instagram copied."""
    name = " ".join(filter(None, (entry.text("first_name"), entry.text("last_name")))) or entry.text("name")
    points = [*entry.all("contact"), *entry.all("phone"), *entry.all("email")]
    others = [field.value for field in entry.fields if not field.key and field.value]
    if not points:
        points = [value for value in others if "@" in value or sum(map(str.isdecimal, value)) > 4]  # noqa: PLR2004
    name = name or " ".join(value for value in others if value not in points) or entry.title
    if name or points:
        yield Connection(entry.source, ConnectionKind.CONTACT, name, entry.when, contact_points=tuple(points))
    if name:
        yield Passage(name, PassageKind.CONTACT_NAME, Voice.OWNER, entry.source)
