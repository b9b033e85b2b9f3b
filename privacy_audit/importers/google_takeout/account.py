"""Whose Takeout it is, and what it says of the account: profile, sign-ins, devices, apps, notes."""

import re
from collections.abc import Iterator

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import decode_values
from privacy_audit.errors import ExportError
from privacy_audit.importers.google_takeout.kinds import HEAD, Kind, kind_of
from privacy_audit.importing import Holder, ReadProblem
from privacy_audit.leaf import Leaf
from privacy_audit.markup import small_page
from privacy_audit.model import (
    Audience,
    BirthDate,
    FieldKind,
    LinkedApp,
    Login,
    Moment,
    PartialDate,
    Passage,
    PassageKind,
    ProfileField,
    Source,
    Voice,
)
from privacy_audit.sheets import Cells
from privacy_audit.text import (
    moment_from_number,
    moment_from_text,
    partial_date,
    partial_date_from_text,
)

_ODD = "This entry is empty or in a form that we do not know. Look at it in the download itself."
_MADE = re.compile(r"takeout-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){3,7}")
_PHONE = re.compile(r"\+\d[\d ()-]{7,18}\d")
_NUMBER = re.compile(r"(?<![\d+])\d{15,24}(?!\d)")  # Google's account numbers are longer than any phone's
_SMALL = 2_000_000
_ABOUT = ("Prof*/Prof*.json", "Perfil/Perfil.json", "user_info.json")


def holder_of(archive: Archive) -> Holder:
    """From the profile, the account page and the chat's own card; where there is none, Takeout does not say."""
    names, emails, account = dict[str, None](), dict[str, None](), ""
    for member in (found for name in _ABOUT for found in archive.matching(name)):
        leaf = _small_json(archive, member)
        for where in (leaf.text("name", "formattedName"), leaf.text("displayName"), leaf.text("user", "name")):
            names.update(dict.fromkeys(filter(None, (where,))))
        own = (*(item.text("value") for item in leaf.leaves("emails")), leaf.text("user", "email"))
        emails.update(dict.fromkeys(filter(None, own)))
    for member in archive.matching("*.SubscriberInfo*.html"):
        text = _text(archive, member)
        emails.update(dict.fromkeys(_EMAIL.findall(text)[:1]))
        number = _NUMBER.search(text)
        account = account or (number[0] if number else "")
    return Holder(tuple(names), (), tuple(emails), account, _made(archive))


def _made(archive: Archive) -> Moment | None:
    found = next(filter(None, (_MADE.search(name) for name in archive.parts)), None)
    return moment_from_text("{}-{}-{}T{}:{}:{}Z".format(*found.groups())) if found else None


def _small_json(archive: Archive, member: Member) -> Leaf:
    try:
        if member.size > _SMALL or kind_of(archive.head(member, HEAD)) not in {Kind.PROFILE, Kind.CHAT_USER}:
            return Leaf(None)
        return Leaf(decode_values(archive.read(member), Source("", "")).value)
    except ExportError:
        return Leaf(None)  # told when the file itself is read


def _text(archive: Archive, member: Member) -> str:
    try:
        return small_page(archive.read(member)).text() if member.size < _SMALL else ""
    except ExportError:
        return ""


def profile(visit: Visit, member: Member) -> Iterator[Found]:
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    leaf, made = Leaf(decoded.value), 0
    for item in (*_fields(visit.source(member), leaf), *_born(visit.source(member), leaf)):
        made += 1
        yield item
    if not made and not decoded.problems:
        yield visit.problem(member, "", _ODD)


def _fields(source: Source, leaf: Leaf) -> Iterator[Found]:
    """The name stands under everything that is written on YouTube, Maps and the Play Store."""
    public = Audience.EVERYONE
    for name in dict.fromkeys(filter(None, (leaf.text("name", "formattedName"), leaf.text("displayName")))):
        yield ProfileField(source, FieldKind.NAME, name, audience=public)
        yield Passage(name, PassageKind.HANDLE, Voice.OWNER, source, audience=public)
    if nickname := leaf.text("nickname"):
        yield ProfileField(source, FieldKind.OTHER_NAME, nickname)
    for item in leaf.leaves("emails"):
        if value := item.text("value"):
            yield ProfileField(source, FieldKind.EMAIL, value)
    if gender := leaf.text("gender", "type") or leaf.text("gender"):
        yield ProfileField(source, FieldKind.GENDER, gender)
    if bio := leaf.first("aboutMe", "tagline", "introduction"):
        yield ProfileField(source, FieldKind.BIO, bio)
        yield Passage(bio, PassageKind.BIO, Voice.OWNER, source)
    if place := leaf.first("currentLocation", "placesLived"):
        yield ProfileField(source, FieldKind.CURRENT_CITY, place)


def _born(source: Source, leaf: Leaf) -> Iterator[Found]:
    for key, value in leaf.items():
        if "birth" in key.casefold() and (born := _date(value)) is not None:
            yield BirthDate(source, born)


def _date(leaf: Leaf) -> PartialDate | None:
    if isinstance(leaf.value, str):
        return partial_date_from_text(leaf.value)
    parts = leaf.at("date") if leaf.at("date").value else leaf
    return partial_date(parts.at("year").value, parts.at("month").value, parts.at("day").value)


def subscriber(visit: Visit, member: Member) -> Iterator[Found]:
    """The account page, whose labels are in any language: e-mail, phone and network addresses have a form."""
    page, source = small_page(visit.archive.read(member)), visit.source(member)
    made = 0
    for item in page.select("li"):
        for found in _line(source, item.text()):
            made += 1
            yield found
    for number, row in enumerate(page.select("tr")):
        cells = [cell.text() for cell in row.children() if cell.tag == "td"]
        if sign_in := _sign_in(visit.source(member, f"record {number}"), cells):
            made += 1
            yield sign_in
    if not made:
        yield visit.problem(member, "", _ODD)


def _line(source: Source, line: str) -> Iterator[Found]:
    label, _, value = line.partition(":")
    for email in dict.fromkeys(_EMAIL.findall(value)):
        yield ProfileField(source, FieldKind.EMAIL, email, label.strip())
    if number := _PHONE.search(value):
        yield ProfileField(source, FieldKind.PHONE, number[0], label.strip())


def _sign_in(source: Source, cells: list[str]) -> Login | None:
    ip = next((cell for cell in cells if _IP.fullmatch(cell.strip())), "")
    if not ip:
        return None
    when = next(filter(None, (moment_from_text(cell) for cell in cells if cell != ip)), None)
    others = [cell for cell in cells if cell != ip and moment_from_text(cell) is None]
    return Login(source, others[0] if others else "sign-in", when, ip, others[1] if len(others) > 1 else "")


def access(visit: Visit, row: Cells) -> Iterator[Found]:
    """The log of who was in the account."""
    when = row.moment("Activity Timestamp", "Last Activity Timestamp", "Activity Time")
    ip, device = row.text("IP Address"), row.text("Device Model", "User Agent String", "Device Type")
    city = ", ".join(filter(None, (row.text("Activity City"), row.text("Activity Country", "Activity Region"))))
    action = " ".join(filter(None, (row.text("Product Name"), row.text("Activity Type")))) or "device"
    if when or ip or device:
        yield Login(row.source, action, when, ip, device, city)


def note(visit: Visit, member: Member) -> Iterator[Found]:
    """A note of Google Keep: nobody else sees it, unless it is shared."""
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    leaf = Leaf(decoded.value)
    lines = [leaf.text("title"), leaf.text("textContent"), *(item.text("text") for item in leaf.leaves("listContent"))]
    when = moment_from_number(leaf.number("createdTimestampUsec") or leaf.number("userEditedTimestampUsec"))
    audience = Audience.LISTED if leaf.leaves("sharees") else Audience.ONLY_ME
    words = "\n".join(filter(None, lines))
    yield Passage(words, PassageKind.POST, Voice.OWNER, visit.source(member), when=when, audience=audience)


def installs(visit: Visit, member: Member) -> Iterator[Found]:
    for source, leaf in _listed(visit, member, "install"):
        if name := leaf.text("doc", "title"):
            yield LinkedApp(source, name, leaf.moment("firstInstallationTime"), "installed")
        else:
            yield ReadProblem(source, _ODD)


def devices(visit: Visit, member: Member) -> Iterator[Found]:
    for source, leaf in _listed(visit, member, "device"):
        about = leaf.at("mostRecentData")
        name = " ".join(filter(None, (about.text("manufacturer"), about.first("modelName", "deviceName"))))
        yield Login(source, "device", leaf.moment("deviceRegistrationTime"), device=name)


def store_reviews(visit: Visit, member: Member) -> Iterator[Found]:
    """Everybody reads them in the Play Store, under the account's name."""
    for source, leaf in _listed(visit, member, "review"):
        title, words = leaf.text("document", "title"), leaf.text("comment")
        yield Passage(
            words or title,
            PassageKind.COMMENT,
            Voice.OWNER if words else Voice.OTHER,
            source,
            place=title,
            when=leaf.moment("creationTime"),
            audience=Audience.EVERYONE,
        )


def _listed(visit: Visit, member: Member, key: str) -> Iterator[tuple[Source, Leaf]]:
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    for number, item in enumerate(Leaf(decoded.value).leaves()):
        yield visit.source(member, f"/{number}"), item.at(key) if item.at(key).value else item
