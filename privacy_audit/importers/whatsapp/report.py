"""Reads the account report. No layout of it is published, so its fields are known by the words in their names."""

import re
from collections.abc import Iterator
from functools import cache

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import decode_values
from privacy_audit.errors import ExportError
from privacy_audit.importers.whatsapp.recognition import IMPORTER_ID, report
from privacy_audit.importing import Holder
from privacy_audit.markup import Element, small_page
from privacy_audit.model import (
    Audience,
    Connection,
    ConnectionKind,
    FieldKind,
    Login,
    Membership,
    MembershipKind,
    Passage,
    PassageKind,
    ProfileField,
    Setting,
    Source,
    Voice,
)
from privacy_audit.text import tidy

_PAIR = 2
_AUDIENCES = {
    "everyone": Audience.EVERYONE,
    "all": Audience.EVERYONE,
    "my contacts": Audience.FRIENDS,
    "contacts": Audience.FRIENDS,
    "my contacts except": Audience.LISTED,
    "contact_blacklist": Audience.LISTED,
    "nobody": Audience.ONLY_ME,
    "none": Audience.ONLY_ME,
}
_NO_FIELDS = "Nothing was found in this page that has the form of an account report. Look at it in a browser."


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\+?\d[\d ()-]{6,20}\d")


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], FieldKind], ...]:
    """The names of single fields of one's own account."""
    table = (
        (r"phone[ _]?number|^phone$|registered number", FieldKind.PHONE),
        (r"^(?:push|profile|user|display)?[ _]?name$", FieldKind.NAME),
        (r"^about$|about[ _]text|status[ _]text", FieldKind.BIO),
        (r"e-?mail", FieldKind.EMAIL),
        (r"username|handle", FieldKind.HANDLE),
    )
    return tuple((re.compile(pattern), kind) for pattern, kind in table)


def holder_of(archive: Archive) -> Holder:
    """The account's name and number, as far as a report tells them."""
    names: dict[str, None] = {}
    number = ""
    for member in report(archive):
        try:
            for name, value, _pointer in _fields(member.path, archive.read(member)):
                kind = _kind(name)
                if kind is FieldKind.NAME:
                    names[value] = None
                elif kind is FieldKind.PHONE:
                    number = number or "".join(sign for sign in value if sign.isdigit())
        except ExportError:
            continue  # told when the member itself is read
    return Holder(names=tuple(names), account_id=number)


def read(visit: Visit, member: Member) -> Iterator[Found]:
    """Every field of one page; contacts and groups by the heading or key that they stand under."""
    data = visit.archive.read(member)
    nothing = True
    if member.path.casefold().endswith(".json"):
        yield from decode_values(data, visit.source(member)).problems
    for name, value, pointer in _fields(member.path, data):
        nothing = False
        yield from _made(visit.source(member, pointer), name, value)
    if nothing:
        yield visit.problem(member, "", _NO_FIELDS)


def _fields(path: str, data: bytes) -> Iterator[tuple[str, str, str]]:
    """Name (with all that it stands under), value, and place."""
    if path.casefold().endswith(".json"):
        yield from _json_fields(decode_values(data, Source(IMPORTER_ID, path)).value)
    else:
        yield from _page_fields(small_page(data))


def _json_fields(value: object) -> Iterator[tuple[str, str, str]]:
    todo: list[tuple[str, str, object]] = [("", "", value)]
    while todo:
        name, pointer, item = todo.pop()
        if isinstance(item, dict):
            under = [(f"{name}/{key}".strip("/"), f"{pointer}/{key}", inner) for key, inner in item.items()]
            todo += reversed(under)
        elif isinstance(item, list):
            todo += reversed([(name, f"{pointer}/{at}", inner) for at, inner in enumerate(item)])
        elif item is not None and str(item).strip():
            yield name, tidy(str(item)), pointer


def _page_fields(page: Element) -> Iterator[tuple[str, str, str]]:
    """Rows of two cells, and lists, each under the heading before it."""
    section = ""
    label = ""
    for number, element in enumerate(page.select("h1, h2, h3, h4, tr, dt, dd, li")):
        text = tidy(element.text())
        match element.tag:
            case "tr":
                cells = [tidy(cell.text()) for cell in element.children()]
                if len(cells) == _PAIR and cells[1]:
                    yield f"{section}/{cells[0]}", cells[1], f"record {number}"
                elif text:
                    yield section, text, f"record {number}"
            case "dt":
                label = text
            case "dd" | "li":
                if text:
                    yield (f"{section}/{label}" if element.tag == "dd" else section), text, f"record {number}"
            case _:
                section = text


def _kind(name: str) -> FieldKind | None:
    if re.search("contact|block|group|privacy|device|setting", name.casefold()):
        return None
    last = name.rpartition("/")[2].casefold().strip(": ")
    return next((kind for pattern, kind in _kinds() if pattern.search(last)), None)


def _made(source: Source, name: str, value: str) -> Iterator[Found]:
    """What a field is, by the words in its name."""
    low = name.casefold()
    last = low.rpartition("/")[2]
    if ("contact" in low or "block" in low) and _number().fullmatch(value):
        kind = ConnectionKind.BLOCKED if "block" in low else ConnectionKind.CONTACT
        yield Connection(source, kind, value, contact_points=(value,))
    elif "group" in low and not _number().fullmatch(value) and _is_title(last):
        yield Membership(source, MembershipKind.GROUP, value)
        yield Passage(value, PassageKind.GROUP_NAME, Voice.UNKNOWN, source)
    elif (field := _kind(name)) is not None:
        yield from _own(source, field, value)
    elif re.search(r"\bip\b|ip[ _]address|last[ _]ip", last.replace("_", " ")):
        yield Login(source, "last connection", ip=value)
    elif "device" in last or "model" in last:
        yield Login(source, "device", device=value)
    else:
        yield Setting(source, name, value, audience=_AUDIENCES.get(value.casefold(), Audience.UNKNOWN))


def _is_title(last: str) -> bool:
    """Whether the value under such a key is a group's name and not its date or number."""
    return not re.search(r"time|date|created|id$|size|count|creat", last)


def _own(source: Source, kind: FieldKind, value: str) -> Iterator[Found]:
    yield ProfileField(source, kind, value)
    if kind in (FieldKind.NAME, FieldKind.HANDLE):
        yield Passage(value, PassageKind.HANDLE, Voice.OWNER, source)
    elif kind is FieldKind.BIO:
        yield Passage(value, PassageKind.BIO, Voice.OWNER, source)
