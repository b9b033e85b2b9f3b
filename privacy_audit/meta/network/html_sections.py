"""Makes the same records from the blocks of Facebook's pages as the readers of JSON make from its files."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from privacy_audit.meta.blocks import Block
from privacy_audit.meta.labels import plain_name
from privacy_audit.meta.network.choices import audience_of
from privacy_audit.meta.network.html_pictures import place_in, shown_pictures
from privacy_audit.meta.network.timeline import Section, writer
from privacy_audit.meta.page import Main, Maker, Page
from privacy_audit.meta.page_words import key_of, known
from privacy_audit.meta.scene import Found
from privacy_audit.model import (
    Connection,
    ConnectionKind,
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
    Place,
    PlaceKind,
    ProfileField,
    Setting,
    Voice,
)

_PAGES = (MembershipKind.PAGE_FOLLOWED, MembershipKind.PAGE_RUN)


def _name(block: Block) -> str:
    """What a record is about: its heading, else the first words in it."""
    values = (pair.value for pair in block.pairs)
    links = (words for words, _address in block.links)
    return next(filter(None, (block.heading, *block.texts, *links, *values)), "")


def people(kind: ConnectionKind) -> Maker:
    def make(page: Page, block: Block) -> Iterator[Found | Main]:
        name = _name(block)
        if not name:
            return
        details = [text for text in block.texts if text != name] + [pair.value for pair in block.pairs]
        yield Connection(
            page.at(block),
            kind=kind,
            name=name,
            since=page.when(block.date),
            contact_points=tuple(dict.fromkeys(details)) if kind is ConnectionKind.CONTACT else (),
            note="" if kind is ConnectionKind.CONTACT else ", ".join(details),
        )
        if kind is ConnectionKind.CONTACT:
            yield Passage(name, PassageKind.CONTACT_NAME, Voice.OWNER, page.at(block), when=page.when(block.date))

    return make


def activities(section: Section) -> Maker:
    """Posts and comments: the first text is what was written, the rest hangs on it."""

    def make(page: Page, block: Block) -> Iterator[Found | Main]:
        source, when = page.at(block), page.when(block.date)
        place = place_in(page, block, source, when)
        texts = [text for text in block.texts if place is None or not place.tells(text)]
        linked = {words for words, _address in block.links if words}
        own = [text for text in texts if text not in linked]
        first = own[0] if own else block.heading
        writer_name = writer(block.heading) if section.voice is Voice.OTHER else ""
        if first or block.shown or place is not None or linked:
            kind = PassageKind.COMMENT if block.group else section.kind
            where = block.group or block.heading
            passage = Passage(first, kind, section.voice, source, author=writer_name, place=where, when=when)
            yield Main(passage, section.counted)
        if place is not None:
            yield place.record
        if own[1:]:
            rest = "\n".join(own[1:])
            yield Passage(rest, section.kind, section.voice, source, place=block.heading, when=when)
        for words, address in block.links:  # the words of the page linked to, not the owner's
            if words:
                yield Passage(words, PassageKind.POST, Voice.OTHER, source, place=address, when=when)
        yield from _labelled(page, block, when, place is not None)
        yield from shown_pictures(page, block, section.use)

    return make


def _labelled(page: Page, block: Block, when: Moment | None, has_place: bool) -> Iterator[Found | Main]:
    """Labelled values on a post: an event, or what nobody has listed."""
    for pair in block.pairs:
        key = key_of("place", pair.path[-1])
        if key == "event":
            yield Membership(page.at(block), kind=MembershipKind.EVENT, name=pair.value, when=when, detail="shared")
        elif not (key and has_place):
            yield Passage(pair.value, PassageKind.POST, Voice.UNKNOWN, page.at(block), place=pair.path[-1], when=when)


def reactions(page: Page, block: Block) -> Iterator[Found | Main]:
    on = _name(block)
    if on or block.reaction:
        rest = [text for text in block.texts if text != on]
        reaction = block.reaction or (rest[0].upper() if len(rest) == 1 else "")
        yield Like(page.at(block), on=on, reaction=reaction, when=page.when(block.date))


def pages_liked(page: Page, block: Block) -> Iterator[Found | Main]:
    name = _name(block)
    if name:
        when = page.when(block.date)
        yield Like(page.at(block), on=name, is_page=True, when=when)
        yield Passage(name, PassageKind.PAGE_NAME, Voice.OWNER, page.at(block), when=when)


def circles(kind: MembershipKind, detail: str = "") -> Maker:
    """Groups and pages: a sentence as heading with the name in the body; who has left has the sentence alone."""
    spoken = PassageKind.PAGE_NAME if kind in _PAGES else PassageKind.GROUP_NAME

    def make(page: Page, block: Block) -> Iterator[Found | Main]:
        named = next((text for text in block.texts), "") or next((pair.value for pair in block.pairs), "")
        name = named or _name(block)
        if name:
            when = page.when(block.date)
            left = kind is MembershipKind.GROUP and not named
            yield Membership(page.at(block), kind=kind, name=name, when=when, detail=detail or ("left" if left else ""))
            yield Passage(name, spoken, Voice.OWNER, page.at(block), when=when)

    return make


def events(detail: str) -> Maker:
    """The date of an event's block is when it starts; a place and a description may follow."""

    def make(page: Page, block: Block) -> Iterator[Found | Main]:
        name = _name(block)
        if not name:
            return
        source, when = page.at(block), page.when(block.date)
        place = place_in(page, block, source, when)
        where = ", ".join(filter(None, (place.record.name, place.record.address))) if place else ""
        yield Membership(source, kind=MembershipKind.EVENT, name=name, when=when, place=where, detail=detail)
        voice = Voice.OWNER if detail == "hosted" else Voice.OTHER
        for text in block.texts:
            if text != name and (place is None or not place.tells(text)):
                yield Passage(text, PassageKind.POST, voice, source, place=name)

    return make


def pictures(use: MediaUse) -> Maker:
    """Albums, loose photos and videos: a heading may be the album's name."""

    def make(page: Page, block: Block) -> Iterator[Found | Main]:
        for text in block.texts:
            yield Passage(text, PassageKind.CAPTION, Voice.OWNER, page.at(block), place=page.album or block.heading)
        yield from shown_pictures(page, block, use)

    return make


def places(kind: PlaceKind) -> Maker:
    def make(page: Page, block: Block) -> Iterator[Found | Main]:
        said = known("place", block.pairs)
        when = page.when(said.get("visit_time", "")) or page.when(block.date)
        place = place_in(page, block, page.at(block), when, kind)
        name = _name(block)
        if place is not None:
            yield replace(place.record, name=place.record.name or block.heading)
        elif name:
            yield Place(page.at(block), kind=kind, name=name, when=when)
        text = said.get("message", "")
        if text:
            yield Passage(
                text, PassageKind.POST, Voice.OWNER, page.at(block), place=place.record.name if place else "", when=when
            )

    return make


_OLD_FACTS = {"old_name": FieldKind.FORMER_NAME, "old_email": FieldKind.EMAIL}


def sign_ins(action: str) -> Maker:
    def make(page: Page, block: Block) -> Iterator[Found | Main]:
        said = known("login", block.pairs)
        when = page.when(block.date) or page.when(said.get("created", ""))
        ip = said.get("ip", "") or next((found for text in block.texts if (found := _address_in(text))), "")
        device = ", ".join(dict.fromkeys(filter(None, (said.get("device"), said.get("browser")))))
        rest = ", ".join(text for text in block.texts if not _address_in(text))
        name = block.heading or said.get("action", "") or action
        if not (block.heading or block.pairs or block.texts):
            return
        yield Login(
            page.at(block), action=name, when=when, ip=ip, device=device or rest, place=said.get("location", "")
        )
        for key, kind in _OLD_FACTS.items():
            if value := said.get(key):
                yield ProfileField(page.at(block), kind=kind, value=value, detail=block.heading, when=when)
                if kind is FieldKind.FORMER_NAME:
                    yield Passage(value, PassageKind.HANDLE, Voice.OWNER, page.at(block), when=when)

    return make


@cache
def _ip() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7})(?![\w.:])", re.IGNORECASE
    )


def _address_in(text: str) -> str:
    found = _ip().search(text)
    return found[0] if found else ""


def apps(state: str = "") -> Maker:
    def make(page: Page, block: Block) -> Iterator[Found | Main]:
        said = known("app", block.pairs)
        name = block.heading or said.get("name", "") or _name(block)
        if name:
            added = page.when(block.date) or page.when(said.get("added", ""))
            yield LinkedApp(page.at(block), name=name, added=added, state=state or said.get("state", ""))

    return make


def settings(prefix: str = "") -> Maker:
    """What the export words as label and value; a block without labels is a setting by its heading."""

    def make(page: Page, block: Block) -> Iterator[Found | Main]:
        for pair in block.pairs:
            path = pair.path[:-1] if len(pair.path) > 1 and plain_name(pair.path[-1]) == "value" else pair.path
            name = ": ".join(dict.fromkeys(filter(None, (prefix, block.heading, *path))))
            yield Setting(page.at(block), name=name, value=pair.value, audience=audience_of(pair.value))
        for text in block.texts:
            name = ": ".join(filter(None, (prefix, block.heading)))
            yield Setting(page.at(block), name=name, value=text, audience=audience_of(text))

    return make


def answers(page: Page, block: Block) -> Iterator[Found | Main]:
    """What the owner told a group's moderators; the questions go with the answers, since only labels part them."""
    for text in (*block.texts, *(pair.value for pair in block.pairs)):
        yield Passage(
            text, PassageKind.COMMENT, Voice.OWNER, page.at(block), place=block.heading, when=page.when(block.date)
        )
    if block.heading:
        yield Passage(block.heading, PassageKind.GROUP_NAME, Voice.OWNER, page.at(block), when=page.when(block.date))


def profile_updates(page: Page, block: Block) -> Iterator[Found | Main]:
    value = "\n".join(filter(None, (block.heading, *block.texts)))
    if value:
        when = page.when(block.date)
        yield ProfileField(page.at(block), kind=FieldKind.OTHER, value=value, detail="profile update", when=when)
    yield from shown_pictures(page, block, MediaUse.PROFILE)
