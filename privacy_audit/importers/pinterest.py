"""Pinterest: "Request your data", one or more pages of HTML whose sections list records of "Key: value"."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.errors import ExportError
from privacy_audit.importing import ExportItem, Holder, Importer, LayoutEvidence, ReadOptions, Recognition
from privacy_audit.markup import Element, pieces
from privacy_audit.model import (
    Audience,
    BirthDate,
    Connection,
    ConnectionKind,
    FieldKind,
    Login,
    MediaKind,
    MediaUse,
    Membership,
    MembershipKind,
    Passage,
    PassageKind,
    Photo,
    ProfileField,
    Setting,
    Source,
    Voice,
)
from privacy_audit.text import moment_from_text, partial_date_from_text

IMPORTER_ID = "pinterest"
_NOTHING = {"", "no data", "none", "none..."}
_SEARCHES = ("search", "recent quer")
_LAST_KEY = "private"  # ends a pin
_UNREADABLE = "This page is not in a form that we know. Look at it in the download itself."


def recognise(archive: Archive) -> Recognition | None:
    for member in archive.matching("*.html")[:4]:
        head = _head(archive, member)
        if b"pinterest" in head.lower() and (b'id="contents"' in head or b"<h1" in head):
            return Recognition(IMPORTER_ID, "HTML", LayoutEvidence.SOURCE, 0.9)
    return None


def _head(archive: Archive, member: Member) -> bytes:
    try:
        return archive.head(member, 32_768)
    except ExportError:
        return b""


@dataclass(slots=True, repr=False)
class _Record:
    """One entry of a section: what stands before its first key, and its keys in small letters."""

    section: str
    title: str = ""
    values: dict[str, str] = field(default_factory=dict)

    def first(self, *parts: str) -> str:
        """The value of the first key that holds one of these words."""
        return next((value for part in parts for key, value in self.values.items() if part in key and value), "")


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    yield _holder(archive)
    yield from carried_out(Visit(IMPORTER_ID, archive, options), Plan((("*.html", _page),)))


def _holder(archive: Archive) -> Holder:
    names: dict[str, None] = {}
    handles: dict[str, None] = {}
    emails: dict[str, None] = {}
    for member in archive.matching("*.html"):
        try:
            for record in _records(archive, member):
                if record.section.casefold() not in {"profile", "account", "user", "pins"}:
                    continue
                handles[record.first("username")] = None
                emails[record.first("email")] = None
                names[" ".join(filter(None, (record.first("first name"), record.first("last name"))))] = None
        except ExportError:
            continue  # told when the page itself is read
    return Holder(tuple(filter(None, names)), tuple(filter(None, handles)), tuple(filter(None, emails)))


def _page(visit: Visit, member: Member) -> Iterator[Found]:
    known = False
    for number, record in enumerate(_records(visit.archive, member)):
        known = True
        if record.section.casefold().startswith(_SEARCHES):
            continue  # safeguards: whom or what somebody looked for is not read
        yield from _made(visit.source(member, f"record {number}"), record)
    if not known:
        yield visit.problem(member, "", _UNREADABLE)


def _records(archive: Archive, member: Member) -> Iterator[_Record]:
    """Records in the order of the page. Keys and values stand in lines between line breaks, each ended by a comma."""
    record = _Record("")
    with archive.stream(member) as stream:
        for piece in pieces(stream):
            titles = {heading.text() for heading in piece.root.select("h1")}
            for line in _lines(piece.root):
                if line in titles:
                    yield from _whole(record)
                    record = _Record(line)
                    continue
                key, colon, value = line.partition(": ")
                key = key.casefold().strip()
                value = value.strip().removesuffix(",").strip()
                is_key = bool(colon) and not line.startswith(("http://", "https://"))
                if not is_key or key in record.values:
                    yield from _whole(record)
                    record = _Record(record.section, "" if is_key else line)
                if is_key:
                    record.values[key] = "" if value.casefold() in _NOTHING else value
                    if key == _LAST_KEY:
                        yield from _whole(record)
                        record = _Record(record.section)
    yield from _whole(record)


def _whole(record: _Record) -> Iterator[_Record]:
    if any(record.values.values()):
        yield record


def _lines(root: Element) -> Iterator[str]:
    contents = root.first("#contents") or root
    return (line for line in contents.text().split("\n") if line)


def _made(source: Source, record: _Record) -> Iterator[Found]:
    """By what a record says rather than by its section's name, which moves."""
    section = record.section.casefold()
    if "pin" in section and (record.first("board name") or record.first("canonical") or record.first("image")):
        yield from _pin(source, record)
    elif "board" in section and record.first("name", "title"):
        name = record.first("name", "title")
        yield Membership(source, MembershipKind.GROUP_RUN, name, moment_from_text(record.first("created")))
        yield Passage(name, PassageKind.GROUP_NAME, Voice.OWNER, source)
    elif "follow" in section and record.first("username", "name"):
        kind = ConnectionKind.FOLLOWER if "follower" in section else ConnectionKind.FOLLOWING
        yield Connection(source, kind, record.first("name", "username"), moment_from_text(record.first("created")))
    elif "contact" in section and record.first("name", "email"):
        points = tuple(filter(None, (record.first("email"), record.first("phone"))))
        yield Connection(source, ConnectionKind.CONTACT, record.first("name", "email"), contact_points=points)
    elif "message" in section or "comment" in section:
        kind_of = PassageKind.MESSAGE if "message" in section else PassageKind.COMMENT
        when = moment_from_text(record.first("created", "date", "time"))
        yield Passage(record.first("text", "message", "comment", "details"), kind_of, Voice.UNKNOWN, source, when=when)
    else:
        yield from _fields(source, record)


def _pin(source: Source, record: _Record) -> Iterator[Found]:
    caption = "\n".join(filter(None, (record.first("title"), record.first("details"))))
    when = moment_from_text(record.first("created"))
    private = record.first("private").casefold()
    audience = {"true": Audience.ONLY_ME, "false": Audience.EVERYONE}.get(private, Audience.UNKNOWN)
    kind = MediaKind.VIDEO if record.first("is video").casefold() == "true" else MediaKind.PHOTO
    board, ip = record.first("board name"), record.first("ip address")
    yield Photo(source, None, kind, MediaUse.ALBUM, caption, board, uploaded=when, upload_ip=ip, audience=audience)
    if caption:
        repinned = record.first("repin").casefold() == "true"
        voice = Voice.OTHER if repinned else Voice.OWNER  # a pin from elsewhere keeps the words of whoever made it
        yield Passage(caption, PassageKind.CAPTION, voice, source, place=board, when=when, audience=audience)


_FIELDS = (
    (("email",), FieldKind.EMAIL),
    (("username",), FieldKind.HANDLE),
    (("full name", "first name", "last name"), FieldKind.NAME),
    (("phone",), FieldKind.PHONE),
    (("gender",), FieldKind.GENDER),
    (("location", "city", "country"), FieldKind.CURRENT_CITY),
    (("website",), FieldKind.WEBSITE),
    (("about", "bio"), FieldKind.BIO),
)


def _fields(source: Source, record: _Record) -> Iterator[Found]:
    """Whatever else there is: fields of the profile by what their keys mean, and settings."""
    for key, value in record.values.items():
        if not value:
            continue
        kind = next((kind for words, kind in _FIELDS if any(word in key for word in words)), None)
        if "birth" in key and (born := partial_date_from_text(value)):
            yield BirthDate(source, born)
        elif "ip address" in key or key == "ip":
            yield Login(source, record.section or "sign-in", moment_from_text(record.first("created", "date")), value)
        elif kind is None:
            yield Setting(source, f"{record.section}: {key}", value)
        else:
            yield ProfileField(source, kind, value, key)
            if kind is FieldKind.BIO:
                yield Passage(value, PassageKind.BIO, Voice.OWNER, source)
            if kind in {FieldKind.HANDLE, FieldKind.NAME}:
                yield Passage(value, PassageKind.HANDLE, Voice.OWNER, source)


_NOT_TOLD = (
    "Pictures are not in the download, only their marks: photos are known by their words alone.",
    "Which other people saved your pins is not in it.",
    "Searches are in the download; they are not read.",
)
_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Pinterest",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("HTML", LayoutEvidence.SOURCE),),
    category_evidence={
        "profile": _MEMORY,
        "photos": _SOURCE,
        "comments": _MEMORY,
        "messages": _MEMORY,
        "connections": _MEMORY,
        "groups": _MEMORY,
        "logins": _MEMORY,
        "settings": _MEMORY,
    },
)
