"""Sign-ins, devices, settings and linked apps of an Instagram account."""

import re
from collections.abc import Iterator
from dataclasses import replace

from privacy_audit.importers.instagram.account import Account, Maker, audience_of
from privacy_audit.importers.instagram.entries import Entry
from privacy_audit.importers.instagram.profile import told
from privacy_audit.meta.audiences import audience_of as audience_in
from privacy_audit.meta.scene import Found
from privacy_audit.meta.tables import Repeated
from privacy_audit.model import FieldKind, LinkedApp, Login, ProfileField, Setting

_AGENT = re.compile(r"Mozilla/|Instagram |Android|iPhone|Barcelona ")
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){3,7}")


def sign_in(action: str) -> Maker:
    def make(_account: Account, entry: Entry) -> Iterator[Found]:
        values = [field.value for field in entry.fields if field.value]
        ip = entry.text("ip") or next((value for value in values if _ADDRESS.fullmatch(value)), "")
        agent = entry.text("agent") or next((value for value in values if _AGENT.search(value)), "")
        device = ", ".join(dict.fromkeys(filter(None, (entry.text("app"), agent or entry.text("device")))))
        when = entry.moment("time", "last_active")
        if values or when or entry.title:
            yield Login(entry.source, action, when, ip, device or " ".join(entry.texts))

    return make


def signing_up(account: Account, entry: Entry) -> Iterator[Found | Repeated]:
    """How the account began: the address and number of then stay in the export."""
    yield from sign_in("account made")(account, entry)
    when = entry.moment("time")
    kinds = (("username", FieldKind.HANDLE), ("email", FieldKind.EMAIL), ("phone", FieldKind.PHONE))
    for key, kind in kinds:
        for value in entry.all(key):
            yield from told(ProfileField(entry.source, kind, value, "when the account was made", when))


def privacy_change(_account: Account, entry: Entry) -> Iterator[Found]:
    """The day on which the account was made private or public: what was posted while it was public was open to all."""
    when = entry.moment("time")
    said = entry.title or " ".join(field.value for field in entry.fields if field.value) or " ".join(entry.texts)
    if said or when:
        name = f"Account privacy changed{f' on {when.at.date().isoformat()}' if when else ''}"
        yield Setting(entry.source, name, said)  # what was then says nothing about who can see it now


def settings(prefix: str = "") -> Maker:
    """A file of settings: what the export words, as it words it."""

    def make(_account: Account, entry: Entry) -> Iterator[Found]:
        for field in entry.fields:
            value = field.value or field.href
            if value:
                name = ": ".join(filter(None, (prefix, field.label)))
                audience = audience_of(value) if field.key == "private" else audience_in(value)
                yield Setting(entry.source, name, value, audience=audience)
        for value in (*(link.value for link in entry.links), *entry.texts):
            if value:
                yield Setting(entry.source, prefix or entry.title, value, audience=audience_in(value))
        if not entry.fields and not entry.links and not entry.texts and entry.title:
            yield Setting(entry.source, prefix, entry.title)

    return make


def app(state: str) -> Maker:
    def make(_account: Account, entry: Entry) -> Iterator[Found]:
        name = entry.text("name", "app") or entry.title or entry.text("username") or " ".join(entry.texts)
        name = name or next((field.value for field in entry.fields if field.value), "")
        if name:
            added = replace(entry, when=None).moment("added") if entry.fields else None
            yield LinkedApp(entry.source, name, added or entry.moment("added"), state)

    return make
