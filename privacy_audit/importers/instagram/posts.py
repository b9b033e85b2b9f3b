"""What the owner shows and says: posts, reels, stories, threads, comments, answers, and what the owner likes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from privacy_audit.importers.instagram.account import Account, Maker
from privacy_audit.importers.instagram.entries import Entry, Shot
from privacy_audit.importers.instagram.pictures import Showing, photo
from privacy_audit.meta.scene import Found
from privacy_audit.meta.tables import Repeated
from privacy_audit.model import Audience, Like, MediaUse, Passage, PassageKind, Voice


def posts(audience: Audience | None = None, *, threads: bool = False) -> Maker:
    """Posts, reels, threads. The words of a post stand outside or in its first picture; `audience` when it is fixed."""

    def make(account: Account, entry: Entry) -> Iterator[Found]:
        seen_by = audience or (account.threads if threads else account.audience)
        inner = entry.shots[0].caption if entry.shots else ""
        text = entry.title or entry.text("caption") or inner or "\n".join(entry.texts)
        if not (text or entry.shots):
            return
        first = next((shot.when for shot in entry.shots if shot.when), None)
        when = entry.when or first or entry.moment("time")
        yield Passage(text, PassageKind.POST, Voice.OWNER, entry.source, when=when, audience=seen_by)
        for number, shot in enumerate(_captioned(entry.shots, text)):
            source = replace(entry.source, pointer=f"{entry.source.pointer}/media/{number}")
            if shot.uri:  # a thread of words alone has a picture without a file
                yield from photo(account, source, shot, Showing(MediaUse.POST, seen_by, text))

    return make


def _captioned(shots: Sequence[Shot], text: str) -> Iterator[Shot]:
    """The words over a single picture are its caption, wherever they stand."""
    for shot in shots:
        yield replace(shot, caption=text) if len(shots) == 1 and not shot.caption else shot


def pictures(use: MediaUse, audience: Audience = Audience.UNKNOWN) -> Maker:
    """Stories, profile pictures, and what was deleted: pictures with captions, which are no posts."""

    def make(account: Account, entry: Entry) -> Iterator[Found | Repeated]:
        told = "" if any(shot.caption == entry.title for shot in entry.shots) else entry.title
        for shot in _captioned(entry.shots, told):
            yield from photo(account, entry.source, shot, Showing(use, audience))
            yield Repeated()
        words = "\n".join(filter(None, ("" if len(entry.shots) == 1 else told, *entry.texts)))
        if words:
            yield Passage(words, PassageKind.CAPTION, Voice.OWNER, entry.source, when=entry.when, audience=audience)

    return make


def comment(_account: Account, entry: Entry) -> Iterator[Found]:
    """In 2021 a title and a value; later labels; in a language that we do not know the first value is the comment."""
    owner = entry.text("owner") or entry.owner
    text = entry.text("comment")
    if not text and entry.links:
        text, owner = entry.links[0].value, owner or entry.title
    others = [field.value for field in entry.fields if not field.key and field.value]
    if not text and others:
        text, owner = others[0], owner or (others[1] if len(others) > 1 else "")
    text = text or "\n".join(entry.texts)
    if text or owner:
        yield Passage(
            text,
            PassageKind.COMMENT,
            Voice.OWNER,
            entry.source,
            place=owner,
            addressees=(owner,) if owner else (),
            when=entry.moment("time"),
        )


def like(reaction: str) -> Maker:
    """Something of somebody that the owner liked, answered or passed on."""

    def make(_account: Account, entry: Entry) -> Iterator[Found]:
        words = entry.text("caption", "question")
        href = next((link.href for link in entry.links if link.href), "") or entry.text("url")
        name = entry.text("username", "owner") or entry.owner or entry.title or entry.text("name") or entry.person()
        on = ": ".join(filter(None, (name, words))) or href
        values = (*(link.value for link in entry.links if link.value != name), *entry.texts)
        said = entry.text("emoji", "answer") or next(filter(None, values), "")
        if on or said:
            yield Like(entry.source, on, said or reaction, when=entry.moment("time"))

    return make


def answer(account: Account, entry: Entry) -> Iterator[Found | Repeated]:
    """What the owner wrote into a question under somebody's story."""
    text = entry.text("answer") or next(filter(None, (*(link.value for link in entry.links), *entry.texts)), "")
    if text:
        yield Passage(
            text,
            PassageKind.COMMENT,
            Voice.OWNER,
            entry.source,
            place=": ".join(filter(None, (entry.title or entry.text("username"), entry.text("question")))),
            when=entry.moment("time"),
        )
    else:
        yield from like("question")(account, entry)
