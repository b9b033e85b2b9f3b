"""TikTok: "Download your data", one JSON file whose sections moved between years, or a tree of texts."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from privacy_audit.archive import Archive, Member
from privacy_audit.batching import Found
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.decoding import decode_values
from privacy_audit.errors import ExportError
from privacy_audit.importing import (
    ExportItem,
    Holder,
    Importer,
    LayoutEvidence,
    MemberFate,
    MemberNote,
    ReadOptions,
    Recognition,
)
from privacy_audit.leaf import Leaf
from privacy_audit.model import (
    Audience,
    BirthDate,
    Connection,
    ConnectionKind,
    FieldKind,
    Like,
    LinkedApp,
    Login,
    MediaKind,
    MediaUse,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    ProfileField,
    Setting,
    Source,
    Thread,
    Voice,
)
from privacy_audit.text import decode_text, partial_date_from_text

IMPORTER_ID = "tiktok"
_FILES = ("user_data_tiktok.json", "user_data.json")
_TOP = (b'"Activity"', b'"Your Activity"', b'"Profile And Settings"', b'"Direct Message', b'"Likes and Favorites"')
_TEXT_ADVICE = (
    "This download is in the format TXT. It can be checked as it is; JSON tells more: ask TikTok for the download "
    "again and choose the format JSON."
)
_NOTHING = {"", "n/a", "none", "null"}
_PUBLIC = {"public": Audience.EVERYONE, "everyone": Audience.EVERYONE, "friends": Audience.FRIENDS}
_AUDIENCES = {**_PUBLIC, "followers": Audience.FRIENDS, "only me": Audience.ONLY_ME, "private": Audience.ONLY_ME}
_ODD = "This entry is empty or in a form that we do not know. Look at it in the download itself."
_HEAD = 65_536


def recognise(archive: Archive) -> Recognition | None:
    for name in _FILES:
        member = archive.find(name)
        if member is not None and any(key in _head(archive, member) for key in _TOP):
            layout = "2024 and later JSON" if name == _FILES[0] else "JSON"
            return Recognition(IMPORTER_ID, layout, LayoutEvidence.SOURCE, 0.95)
    texts = sum(bool(archive.matching(f"TikTok/**/{name}.txt")) for name in ("*History", "*List", "Comments", "Posts"))
    if texts:
        return Recognition(IMPORTER_ID, "TXT", LayoutEvidence.MEMORY, 0.6 + 0.1 * texts, _TEXT_ADVICE)
    return None


def _head(archive: Archive, member: Member) -> bytes:
    try:
        return archive.head(member, _HEAD)
    except ExportError:
        return b""


@dataclass(frozen=True, slots=True, repr=False)
class _Item:
    """One entry of a list; keys change their case and names between years."""

    values: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, value: object) -> "_Item":
        texts = {}
        for name, leaf in Leaf(value).items():
            text = leaf.text() or ("" if leaf.number() is None else str(leaf.value))
            if text.casefold() not in _NOTHING:
                texts[name.casefold().replace(" ", "")] = text
        return cls(texts)

    def first(self, *names: str) -> str:
        return next((self.values[name] for name in names if name in self.values), "")

    @property
    def when(self) -> Leaf:
        return Leaf(self.first("date", "time", "timestamp", "createtime"))


Make = Callable[[Visit, Source, _Item], Iterator[Found]]


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    holder = _holder(archive)
    yield holder
    names = frozenset(name.casefold() for name in (*holder.names, *holder.handles) or options.own_names)
    yield from carried_out(Visit(IMPORTER_ID, archive, options, names), _PLAN)


def _holder(archive: Archive) -> Holder:
    member = next(filter(None, map(archive.find, _FILES)), None)
    if member is None:
        return Holder()
    try:
        value = decode_values(archive.read(member), Source(IMPORTER_ID, member.path)).value
    except ExportError:
        return Holder()  # told when the file itself is read
    found = next((Leaf(part) for name, _at, part in _parts(value) if name == "profilemap"), Leaf(None))
    item = _Item.of(found.value)
    return Holder(
        tuple(filter(None, (item.first("displayname", "nickname"),))),
        tuple(filter(None, (item.first("username"),))),
        tuple(filter(None, (item.first("emailaddress"),))),
    )


def _parts(value: object) -> Iterator[tuple[str, str, object]]:
    """Each list or map of the file by its own name in small letters: wrappers moved between years, names stayed."""
    for wrapper, sections in Leaf(value).items():
        for section, parts in sections.items():
            for name, part in parts.items():
                plain = name.casefold().replace(" ", "")
                if plain == "videolist":  # posts, and films that were watched
                    plain += " watched" if "history" in section.casefold() else ""
                yield plain, f"/{wrapper}/{section}/{name}", part.value


def _json(visit: Visit, member: Member) -> Iterator[Found]:
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    for name, at, part in _parts(decoded.value):
        if name in _PRIVATE:
            yield MemberNote(f"{member.path}{at}", MemberFate.PRIVATE)
        elif name == "profilemap":
            yield from _profile(visit.source(member, at), _Item.of(part))
        elif name == "settingsmap":
            yield from _settings(visit.source(member, at), Leaf(part))
        elif name == "chathistory":
            yield from _chats(visit, member, at, Leaf(part))
        elif name in _LISTS:
            yield from _list(visit, member, at, name, Leaf(part))
        elif part and name not in _IGNORED:
            yield MemberNote(f"{member.path}{at}", MemberFate.UNKNOWN)


def _list(visit: Visit, member: Member, at: str, name: str, part: Leaf) -> Iterator[Found]:
    for number, value in enumerate(part.leaves()):
        source, item = visit.source(member, f"{at}/{number}"), _Item.of(value.value)
        made = list(_LISTS[name](visit, source, item))
        yield from made
        if not made:
            yield visit.problem(member, f"{at}/{number}", _ODD)


def _profile(source: Source, item: _Item) -> Iterator[Found]:
    fields = (
        ("displayname", FieldKind.NAME, Audience.EVERYONE),
        ("username", FieldKind.HANDLE, Audience.EVERYONE),
        ("biodescription", FieldKind.BIO, Audience.EVERYONE),
        ("emailaddress", FieldKind.EMAIL, Audience.UNKNOWN),
        ("telephonenumber", FieldKind.PHONE, Audience.UNKNOWN),
        ("accountregion", FieldKind.CURRENT_CITY, Audience.UNKNOWN),
    )
    for key, kind, audience in fields:
        if value := item.first(key):
            yield ProfileField(source, kind, value, audience=audience)
    for key in ("displayname", "username"):
        if value := item.first(key):
            yield Passage(value, PassageKind.HANDLE, Voice.OWNER, source, audience=Audience.EVERYONE)
    if bio := item.first("biodescription"):
        yield Passage(bio, PassageKind.BIO, Voice.OWNER, source, audience=Audience.EVERYONE)
    if born := partial_date_from_text(item.first("birthdate")):
        yield BirthDate(source, born)
    if item.first("profilephoto"):
        yield Photo(source, None, use=MediaUse.PROFILE, audience=Audience.EVERYONE)


def _settings(source: Source, leaf: Leaf) -> Iterator[Found]:
    for name, value in leaf.items():
        text = value.text()
        if not text:
            continue
        closed = name.casefold() == "private account"
        audience = _AUDIENCES.get(text.casefold(), Audience.UNKNOWN)
        if closed:
            audience = Audience.FRIENDS if text.casefold() == "enabled" else Audience.EVERYONE
        yield Setting(source, name, text, audience=audience)


def _person(kind: ConnectionKind) -> Make:
    def made(_visit: Visit, source: Source, item: _Item) -> Iterator[Found]:
        name = item.first("username", "name")
        if item.values:  # "N/A" for an account that is gone
            yield Connection(source, kind, name, item.when.moment(), handle=name)

    return made


def _post(_visit: Visit, source: Source, item: _Item) -> Iterator[Found]:
    if not item.values:
        return
    audience = _AUDIENCES.get(item.first("whocanview").casefold(), Audience.UNKNOWN)
    when, words = item.when.moment(), item.first("title", "description")
    yield Passage(words, PassageKind.POST, Voice.OWNER, source, when=when, audience=audience)
    yield Photo(source, None, MediaKind.VIDEO, MediaUse.POST, words, uploaded=when, audience=audience)
    if place := item.first("location"):
        yield Place(source, PlaceKind.CHECK_IN, place, when=when, audience=audience)


def _comment(_visit: Visit, source: Source, item: _Item) -> Iterator[Found]:
    if item.values:
        yield Passage(item.first("comment"), PassageKind.COMMENT, Voice.OWNER, source, when=item.when.moment())


def _like(reaction: str) -> Make:
    def made(_visit: Visit, source: Source, item: _Item) -> Iterator[Found]:
        if item.values:
            on = item.first("link", "videolink", "sharedcontent", "effectlink", "soundlink")
            yield Like(source, on, reaction, when=item.when.moment())

    return made


def _login(_visit: Visit, source: Source, item: _Item) -> Iterator[Found]:
    if item.values:
        device = " ".join(filter(None, (item.first("devicemodel"), item.first("devicesystem"))))
        yield Login(source, "sign-in", item.when.moment(), item.first("ip"), device, item.first("carrier"))


def _off_site(_visit: Visit, source: Source, item: _Item) -> Iterator[Found]:
    if name := item.first("source"):
        yield LinkedApp(source, name, item.when.moment(), item.first("event"))


def _address(_visit: Visit, source: Source, item: _Item) -> Iterator[Found]:
    if item.values:
        yield ProfileField(source, FieldKind.ADDRESS, ", ".join(item.values.values()), "delivery address")


def _chats(visit: Visit, member: Member, at: str, part: Leaf) -> Iterator[Found]:
    """Conversations stand under a sentence that ends with the other's name."""
    for title, talk in part.items():
        other = title.removeprefix("Chat History with").strip().rstrip(":").strip()
        times, people, count = [], dict.fromkeys(filter(None, (other,))), 0
        for number, value in enumerate(talk.leaves()):
            item = _Item.of(value.value)
            source, author, when = (
                visit.source(member, f"{at}/{title}/{number}"),
                item.first("from"),
                item.when.moment(),
            )
            words = item.first("content", "comment")
            count += 1
            people.setdefault(author or other)
            if when is not None:
                times.append(when)
            voice = visit.voice(author)
            yield Passage(words, PassageKind.MESSAGE, voice, source, author, title, other, when=when)
        first, last = (min(times), max(times)) if times else (None, None)
        yield Thread(visit.source(member, f"{at}/{title}"), title, other, tuple(people), count, first=first, last=last)


_LISTS: Mapping[str, Make] = {
    "fanslist": _person(ConnectionKind.FOLLOWER),
    "following": _person(ConnectionKind.FOLLOWING),
    "blocklist": _person(ConnectionKind.BLOCKED),
    "videolist": _post,
    "postlist": _post,
    "commentslist": _comment,
    "itemfavoritelist": _like("like"),
    "favoritevideolist": _like("favourite"),
    "sharehistorylist": _like("shared"),
    "loginhistorylist": _login,
    "offtiktokactivitydatalist": _off_site,
    "savedaddress": _address,
}
_PRIVATE = frozenset({"searchlist"})
_IGNORED = frozenset(
    {
        *("videolist watched", "favoriteeffectslist", "favoritehashtaglist", "favoritesoundlist", "hashtaglist"),
        *("statuslist", "purchasehistory", "sendgifts", "buygifts", "giftsentlist", "golivehistory", "golivelist"),
        *("watchlivehistory", "watchlivemap", "livesettings", "settings", "usersettings", "vendorname", "note"),
    }
)
_TEXTS: Mapping[str, str] = {
    "like list": "itemfavoritelist",
    "favorite videos": "favoritevideolist",
    "favourite videos": "favoritevideolist",
    "comments": "commentslist",
    "follower": "fanslist",
    "follower list": "fanslist",
    "following": "following",
    "following list": "following",
    "block list": "blocklist",
    "login history": "loginhistorylist",
    "share history": "sharehistorylist",
    "posts": "videolist",
    "videos": "videolist",
}
_LINE = re.compile(r"^([A-Z][\w ]{0,40}): ?(.*)$")


def _text(visit: Visit, member: Member) -> Iterator[Found]:
    """Blocks of "Key: value" with a blank line between; a text goes on over lines until a new date begins."""
    name = member.path.rpartition("/")[2].removesuffix(".txt").casefold()
    text = decode_text(visit.archive.read(member)).text
    if name in {"profile information", "profile info"}:
        for block in _blocks(text):
            yield from _profile(visit.source(member), _Item.of(block))
    elif name in _TEXTS:
        for number, block in enumerate(_blocks(text)):
            source = visit.source(member, f"record {number}")
            made = list(_LISTS[_TEXTS[name]](visit, source, _Item.of(block)))
            yield from made
            if not made:
                yield visit.problem(member, source.pointer, _ODD)
    else:
        yield MemberNote(member.path, MemberFate.UNKNOWN)


def _blocks(text: str) -> Iterator[dict[str, str]]:
    block: dict[str, str] = {}
    key = ""
    for line in text.splitlines():
        found = _LINE.match(line)
        if found and (found[1] not in block or found[1] == next(iter(block))):
            if found[1] in block:  # its first key again: a new block
                yield block
                block = {}
            key = found[1]
            block[key] = found[2].strip()
        elif key and line.strip():
            block[key] = f"{block[key]}\n{line.strip()}"
    if block:
        yield block


_PLAN = Plan(
    readers=(*((name, _json) for name in _FILES), ("*.txt", _text)),
    private=("Search*.txt",),
    ignored=("Browsing History.txt", "Watch History.txt", "Video Browsing History.txt", "Hashtag*.txt"),
)
_NOT_TOLD = (
    "Your own films are not in the download, only addresses that stop working after some days.",
    "Comments of others under your films are not in it.",
    "Who you follow and who follows you are told by user names as they are today.",
)
_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="TikTok",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(
        ("2024 and later JSON", LayoutEvidence.SOURCE),
        ("JSON", LayoutEvidence.SOURCE),
        ("TXT", LayoutEvidence.MEMORY),
    ),
    category_evidence={
        "profile": _SOURCE,
        "posts": _MEMORY,
        "comments": _SOURCE,
        "messages": _SOURCE,
        "connections": _SOURCE,
        "photos": _MEMORY,
        "likes": _SOURCE,
        "places": _MEMORY,
        "logins": _SOURCE,
        "settings": _SOURCE,
        "apps": _SOURCE,
    },
)
