"""What is made of the entries of a Snapchat download: profile, friends, memories, devices, apps."""

from collections.abc import Iterator, Mapping

from privacy_audit.archive import Archive
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.degrees import degrees_in
from privacy_audit.entry import Entry, bare
from privacy_audit.importers.snapchat.sections import Handler, Make, Section, each, in_utc
from privacy_audit.leaf import Leaf
from privacy_audit.model import (
    BirthDate,
    Connection,
    ConnectionKind,
    FieldKind,
    Like,
    LinkedApp,
    Login,
    MediaKind,
    MediaUse,
    Moment,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    ProfileField,
    Setting,
    Source,
    Voice,
)
from privacy_audit.text import partial_date_from_text

_FIELDS: Mapping[str, FieldKind] = {
    **dict.fromkeys(("name", "displayname", "firstname", "lastname"), FieldKind.NAME),
    "username": FieldKind.HANDLE,
    **dict.fromkeys(("email", "emailaddress"), FieldKind.EMAIL),
    **dict.fromkeys(("phone", "phonenumber", "mobilenumber"), FieldKind.PHONE),
    "gender": FieldKind.GENDER,
    **dict.fromkeys(("bio", "biography"), FieldKind.BIO),
    "country": FieldKind.CURRENT_CITY,
    **dict.fromkeys(("inapplanguage", "language"), FieldKind.LANGUAGE),
}
_CHANGES: Mapping[str, FieldKind] = {
    "displayname": FieldKind.FORMER_NAME,
    "username": FieldKind.FORMER_NAME,
    "emailaddress": FieldKind.EMAIL,
    "email": FieldKind.EMAIL,
    "mobilenumber": FieldKind.PHONE,
    "phonenumber": FieldKind.PHONE,
}
_TIMES = ("date", "time", "datetime", "created", "timestamp", "starttime", "creationtimestamp", "dateandtimehourly")
_FRIENDS: Mapping[str, ConnectionKind] = {
    "": ConnectionKind.FRIEND,
    "friends": ConnectionKind.FRIEND,
    "friend requests sent": ConnectionKind.REQUEST_SENT,
    "pending requests": ConnectionKind.REQUEST_RECEIVED,
    "ignored snapchatters": ConnectionKind.REQUEST_REJECTED,
    "deleted friends": ConnectionKind.REMOVED,
    "blocked users": ConnectionKind.BLOCKED,
}


def _when(entry: Entry) -> Moment | None:
    return in_utc(entry.first(*_TIMES))


def _identity(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
    """Basic Information and its like: each value by what its name means."""
    for name, value in entry.values.items():
        kind = _FIELDS.get(name, FieldKind.OTHER)
        if "birth" in name:
            if born := partial_date_from_text(value):
                yield BirthDate(source, born)
                continue
        elif name == "registrationip":
            yield Login(source, "registration", in_utc(entry.first("creationdate")), value)
            continue
        yield ProfileField(source, kind, value, name)
        if kind in {FieldKind.NAME, FieldKind.HANDLE}:
            yield Passage(value, PassageKind.HANDLE, Voice.OWNER, source)
        elif kind is FieldKind.BIO:
            yield Passage(value, PassageKind.BIO, Voice.OWNER, source)


def _device(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
    names = ("make", "model", "devicename", "devicetype", "device", "osversion", "osversionname")
    device = " ".join(dict.fromkeys(filter(None, (entry.first(name) for name in names))))
    if entry.values:
        yield Login(source, "device", _when(entry), entry.first("ip"), device, entry.first("country", "carrier"))


def _login(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
    if entry.values:
        action = " ".join(filter(None, ("sign-in", entry.first("status"))))
        place = entry.first("country", "city", "location")
        yield Login(source, action, _when(entry), entry.first("ip"), entry.first("device", "useragent"), place)


def _change(title: str) -> Make:
    """Former names, addresses and numbers; any other change by its section's title."""

    def made(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
        at = _when(entry)
        others = {name: value for name, value in entry.values.items() if name not in _TIMES}
        for name, value in others.items():
            kind = _CHANGES.get(name, FieldKind.OTHER)
            yield ProfileField(source, kind, value, title, at)
            if kind is FieldKind.FORMER_NAME:
                yield Passage(value, PassageKind.HANDLE, Voice.OWNER, source, when=at)
        if not others and at:
            yield Setting(source, title, at.iso())

    return made


def history(visit: Visit, section: Section) -> Iterator[Found]:
    yield from each(_change(section.name))(visit, section)


def app_profile(visit: Visit, section: Section) -> Iterator[Found]:
    """What Snapchat knows and infers: values by name, lists of words, or lists of values."""
    if isinstance(section.value.value, dict):
        yield from _identity(visit, section.source(visit), Entry.of(section.value.value))
        return
    interest = "categor" in section.plain or "interest" in section.plain
    kind = FieldKind.INTEREST if interest else FieldKind.OTHER
    for number, word in enumerate(section.value.leaves()):
        text = word.text() or ", ".join(Entry.of(word.value).values.values())
        if text:
            yield ProfileField(section.source(visit, number), kind, text, section.name)


def _friend(kind: ConnectionKind) -> Make:
    def made(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
        handle = entry.first("username", "user")
        if entry.values:
            since, note = in_utc(entry.first("creationtimestamp")), entry.first("source")
            yield Connection(source, kind, entry.first("displayname", "name") or handle, since, handle, note=note)

    return made


def friends(visit: Visit, section: Section) -> Iterator[Found]:
    yield from each(_friend(_FRIENDS[section.plain]))(visit, section)


class Memories:
    """Saved pictures and films. The file is known where the day has one memory and one file."""

    def __init__(self, archive: Archive) -> None:
        self._files: dict[str, list[str]] = {}
        for member in archive.matching("memories/*-main.*"):
            day = member.path.rpartition("/")[2][:10]
            self._files.setdefault(day, []).append(member.path)

    def __call__(self, visit: Visit, section: Section) -> Iterator[Found]:
        days: dict[str, int] = {}
        for leaf in section.value.leaves():
            day = Entry.of(leaf.value).first(*_TIMES)[:10]
            days[day] = days.get(day, 0) + 1

        def made(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
            if not entry.values:
                return
            day = entry.first(*_TIMES)[:10]
            files = self._files.get(day, [])
            file = files[0] if len(files) == days.get(day) == 1 else None
            video = entry.first("mediatype").casefold().startswith("video")
            kind = MediaKind.VIDEO if video else MediaKind.PHOTO
            place = degrees_in(entry.first("location"))
            yield Photo(source, file, kind, MediaUse.ALBUM, album="Memories", taken=_when(entry), coordinates=place)

        yield from each(made)(visit, section)


def _story(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
    """Stories shown to others; the content is a caption, or only what kind of file it was."""
    words, at = entry.first("content", "caption", "title"), _when(entry)
    if not entry.values:
        return
    kind = MediaKind.VIDEO if "video" in words.casefold() else MediaKind.PHOTO
    caption = "" if words.casefold() in {"image", "video", "photo"} or "://" in words else words
    yield Photo(source, None, kind, MediaUse.STORY, caption, taken=at)
    if caption:
        yield Passage(caption, PassageKind.CAPTION, Voice.OWNER, source, when=at)


def _call(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
    """A call tells the town in which it was made."""
    at = in_utc(entry.first("datetime", *_TIMES))
    if city := entry.first("city"):
        yield Place(source, PlaceKind.HISTORY, city, when=at)
    elif entry.values:
        yield Login(source, " ".join(filter(None, ("call", entry.first("type"), entry.first("result")))), at)


def _app(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
    if name := entry.first("app", "name", "application", "appname"):
        yield LinkedApp(source, name, _when(entry), entry.first("type", "status", "permission"))


def interactions(visit: Visit, section: Section) -> Iterator[Found]:
    """Sites and programs that told Snapchat of the user."""
    for kind, names in section.value.items():
        for number, name in enumerate(names.leaves()):
            text = name.text() or Entry.of(name.value).first("name", "app", "domain", "url")
            if text:
                yield LinkedApp(visit.source(section.member, f"{section.at}/{kind}/{number}"), text, state=kind)


def _subscription(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
    if name := entry.first("name", "channel", "displayname", "publicuser", "username"):
        yield Like(source, name, "subscribed", is_page=True, when=_when(entry))
        yield Passage(name, PassageKind.PAGE_NAME, Voice.UNKNOWN, source)


def subscriptions(visit: Visit, section: Section) -> Iterator[Found]:
    """Channels by name, or as entries."""
    for number, leaf in enumerate(section.value.leaves()):
        entry = Entry({"name": leaf.text()}) if leaf.text() else Entry.of(leaf.value)
        yield from _subscription(visit, section.source(visit, number), entry)


def _setting(_visit: Visit, source: Source, entry: Entry) -> Iterator[Found]:
    for name, value in entry.values.items():
        yield Setting(source, name, value)


def holder_texts(value: object) -> Entry:
    """What account.json says of whose account it is."""
    return Entry.of(next((leaf.value for name, leaf in Leaf(value).items() if bare(name) == "basicinformation"), None))


identity = each(_identity)
device = each(_device)
login = each(_login)
story = each(_story)
call = each(_call)
app = each(_app)
settings = each(_setting)
PEOPLE: Mapping[str, Handler] = dict.fromkeys(_FRIENDS, friends)
