"""Makes the most likely record of a row: by what it stands in, else by what it holds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.importers.generic.rows import Row
from privacy_audit.key_meanings import meaning_of, words_of
from privacy_audit.model import (
    BirthDate,
    Connection,
    ConnectionKind,
    Employment,
    FieldKind,
    Like,
    LinkedApp,
    Login,
    MediaUse,
    Membership,
    MembershipKind,
    Moment,
    Passage,
    PassageKind,
    Photo,
    Place,
    PlaceKind,
    ProfileField,
    Schooling,
    Setting,
    Source,
    Thread,
    Voice,
)
from privacy_audit.text import partial_date_from_text

_FIELDS: Mapping[str, FieldKind] = {
    "name": FieldKind.NAME,
    "former_name": FieldKind.FORMER_NAME,
    "handle": FieldKind.HANDLE,
    "email": FieldKind.EMAIL,
    "phone": FieldKind.PHONE,
    "address": FieldKind.ADDRESS,
    "town": FieldKind.CURRENT_CITY,
    "bio": FieldKind.BIO,
    "gender": FieldKind.GENDER,
    "website": FieldKind.WEBSITE,
    "language": FieldKind.LANGUAGE,
    "religion": FieldKind.RELIGION,
    "politics": FieldKind.POLITICS,
    "relationship": FieldKind.RELATIONSHIP,
    "interest": FieldKind.INTEREST,
}
_HANDLES = frozenset({FieldKind.NAME, FieldKind.FORMER_NAME, FieldKind.HANDLE})
_LONGEST_OTHER = 300
_DIGITS_OF_PHONE = 7
OWN = frozenset({"you", "me", "myself"})
_CONNECTIONS: Mapping[str, ConnectionKind] = {
    "followers": ConnectionKind.FOLLOWER,
    "following": ConnectionKind.FOLLOWING,
    "blocked": ConnectionKind.BLOCKED,
    "blocks": ConnectionKind.BLOCKED,
    "friends": ConnectionKind.FRIEND,
    "matches": ConnectionKind.FRIEND,
    "neighbours": ConnectionKind.FRIEND,
    "neighbors": ConnectionKind.FRIEND,
}


@dataclass(slots=True)
class Talks:
    """The conversations that the messages of a file belong to."""

    found: dict[str, tuple[Source, dict[str, None], list[Moment], list[int]]] = field(default_factory=dict)

    def take(self, key: str, source: Source, people: tuple[str, ...], when: Moment | None) -> None:
        _source, everyone, moments, count = self.found.setdefault(key, (source, {}, [], [0]))
        everyone.update(dict.fromkeys(filter(None, people)))
        moments += [when] if when else []
        count[0] += 1

    def threads(self) -> Iterator[Thread]:
        for key, (source, people, moments, count) in self.found.items():
            first, last = (min(moments), max(moments)) if moments else (None, None)
            yield Thread(source, key, key, tuple(people), count[0], first=first, last=last)


Make = Callable[[Visit, Row, Talks], Iterator[Found]]


def made(visit: Visit, row: Row, talks: Talks) -> Iterator[Found]:
    """What the row most likely is. Nothing when no name in it means anything."""
    kind = row.kind
    if kind == "" or (kind == "profile" and not row.alone):
        kind = _by_content(row)
    items = list(_MAKERS[kind](visit, row, talks)) if kind in _MAKERS else []
    if not items and row.alone and not row.has_more and kind != "profile":
        items = list(_profile(visit, row, talks))
    yield from items


def _by_content(row: Row) -> str:
    said = row.said
    if row.where or "latitude" in said:
        kind = "profile" if row.alone else "places"
    elif "words" in said and ("sender" in said or "recipient" in said):
        kind = "messages"
    elif row.alone:
        kind = "profile"
    elif "words" in said:
        kind = "posts"
    elif "ip" in said:
        kind = "logins"
    elif {"name", "handle", "email", "phone"} & set(said):
        kind = "connections"
    elif "caption" in said and "file" in said:
        kind = "photos"
    else:
        kind = "places" if "place" in said or "address" in said else ""
    return kind


def _profile(_visit: Visit, row: Row, _talks: Talks) -> Iterator[Found]:
    for name, text in row.values:
        yield from _field(row, meaning_of(name), name, text)
    if employer := row.first("employer"):
        yield Employment(row.source, employer, row.first("job"))
    elif job := row.first("job"):
        yield ProfileField(row.source, FieldKind.HEADLINE, job, "job")
    for school in row.said.get("school", ()):
        yield Schooling(row.source, school)
    if where := row.where:
        yield Place(row.source, PlaceKind.PRIMARY, coordinates=where, when=row.when)
    for ip in row.said.get("ip", ()):
        yield Login(row.source, "address of the device", row.when, ip, row.first("device"))


def _field(row: Row, meaning: str, name: str, text: str) -> Iterator[Found]:
    kind = _FIELDS.get(meaning)
    if meaning == "birth":
        if born := partial_date_from_text(text):
            yield BirthDate(row.source, born)
    elif kind is not None and _fits(kind, text):
        yield ProfileField(row.source, kind, text, name)
        if kind in _HANDLES:
            yield Passage(text, PassageKind.HANDLE, Voice.OWNER, row.source)
        elif kind is FieldKind.BIO:
            yield Passage(text, PassageKind.BIO, Voice.OWNER, row.source)
    elif meaning in {"words", "caption", "title"}:
        yield ProfileField(row.source, FieldKind.OTHER, text, name)
        yield Passage(text, PassageKind.BIO, Voice.OWNER, row.source)
    elif meaning in {"", "place", "orientation"} and _tells(text):
        yield ProfileField(row.source, FieldKind.OTHER, text, name)


def _fits(kind: FieldKind, text: str) -> bool:
    """Whether the value has the shape of what its name promises: columns slip."""
    if kind is FieldKind.EMAIL:
        return "@" in text
    if kind is FieldKind.PHONE:
        return sum(map(str.isdigit, text)) >= _DIGITS_OF_PHONE
    return any(map(str.isalpha, text))


def _tells(text: str) -> bool:
    """A word or more that a person could have written; no key, no address of a file."""
    return (
        len(text) <= _LONGEST_OTHER
        and any(map(str.isalpha, text))
        and "://" not in text
        and not (len(text) > 20 and any(map(str.isdigit, text)) and " " not in text)  # noqa: PLR2004 - a key
    )


def _words(row: Row) -> str:
    parts = (*row.said.get("title", ()), *row.said.get("words", ()), *row.said.get("caption", ()))
    return "\n".join(dict.fromkeys(parts))


def _voice(visit: Visit, author: str, otherwise: Voice) -> Voice:
    if not author:
        return otherwise
    return Voice.OWNER if author.casefold() in OWN else visit.voice(author)


def _message(visit: Visit, row: Row, talks: Talks) -> Iterator[Found]:
    words, author, to = _words(row), row.first("sender"), row.first("recipient")
    if not words and not author:
        return
    voice = _voice(visit, author, Voice.UNKNOWN)
    other = to if voice is Voice.OWNER or not to else author
    key = row.first("thread") or other or row.names[-1] or row.source.member
    talks.take(key, row.source, (author, to), row.when)
    yield Passage(words, PassageKind.MESSAGE, voice, row.source, author, key, key, when=row.when)


def _written(kind: PassageKind) -> Make:
    def make(visit: Visit, row: Row, _talks: Talks) -> Iterator[Found]:
        if words := _words(row):
            author = row.first("sender")
            voice = _voice(visit, author, Voice.OWNER)
            place = row.first("group", "place", "thread")
            yield Passage(words, kind, voice, row.source, author, place=place, when=row.when)
        if where := row.where:
            yield Place(row.source, PlaceKind.CHECK_IN, row.first("place"), coordinates=where, when=row.when)

    return make


def _connection(_visit: Visit, row: Row, _talks: Talks) -> Iterator[Found]:
    handle = row.first("handle")
    points = (*row.said.get("email", ()), *row.said.get("phone", ()))
    name = row.person or handle or row.first("sender", "recipient") or next(iter(points), "")
    if name:
        words = (word for part in row.names for word in words_of(part))
        kind = next((_CONNECTIONS[word] for word in words if word in _CONNECTIONS), ConnectionKind.CONTACT)
        note = ", ".join(filter(None, (row.first("employer"), row.first("job"))))
        yield Connection(row.source, kind, name, row.when, handle, points, note)


def _photo(visit: Visit, row: Row, _talks: Talks) -> Iterator[Found]:
    words, file = _words(row), row.first("file")
    member = visit.media(file) if file else None
    if words or file or row.where:
        when, where = row.when, row.where
        yield Photo(row.source, member, use=MediaUse.OTHER, caption=words, taken=when, coordinates=where)
        if words:
            yield Passage(words, PassageKind.CAPTION, Voice.OWNER, row.source, when=when)


def _like(_visit: Visit, row: Row, _talks: Talks) -> Iterator[Found]:
    on = row.first("name", "title", "group", "place", "handle", "words") or next((text for _, text in row.values), "")
    if on:
        yield Like(row.source, on, when=row.when)


def _group(_visit: Visit, row: Row, _talks: Talks) -> Iterator[Found]:
    if name := row.first("group", "name", "title"):
        yield Membership(row.source, MembershipKind.GROUP, name, row.when, row.first("place"))
        yield Passage(name, PassageKind.GROUP_NAME, Voice.UNKNOWN, row.source)


def _place(_visit: Visit, row: Row, _talks: Talks) -> Iterator[Found]:
    name, where = row.first("place", "name", "title", "town"), row.where
    address = ", ".join(row.said.get("address", ()))
    if name or address or where:
        yield Place(row.source, PlaceKind.HISTORY, name, address, where, row.when)


def _login(_visit: Visit, row: Row, _talks: Talks) -> Iterator[Found]:
    ip, device = row.first("ip"), row.first("device")
    if ip or device or row.when:
        yield Login(
            row.source, row.first("title", "words") or "activity", row.when, ip, device, row.first("place", "town")
        )


def _app(_visit: Visit, row: Row, _talks: Talks) -> Iterator[Found]:
    if name := row.first("app", "name", "title"):
        yield LinkedApp(row.source, name, row.when)


def _setting(_visit: Visit, row: Row, _talks: Talks) -> Iterator[Found]:
    for name, text in row.values:
        yield Setting(row.source, name, text)


_MAKERS: Mapping[str, Make] = {
    "profile": _profile,
    "messages": _message,
    "posts": _written(PassageKind.POST),
    "comments": _written(PassageKind.COMMENT),
    "connections": _connection,
    "photos": _photo,
    "likes": _like,
    "groups": _group,
    "places": _place,
    "logins": _login,
    "apps": _app,
    "settings": _setting,
}
