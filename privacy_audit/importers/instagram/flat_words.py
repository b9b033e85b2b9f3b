"""Comments, likes, pictures and messages of the exports before 2020."""

from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.importers.instagram.account import Account
from privacy_audit.importers.instagram.entries import Shot
from privacy_audit.importers.instagram.flat_values import Values, rows_in, said_in, values_in
from privacy_audit.importers.instagram.pictures import Showing, photo
from privacy_audit.importing import ReadProblem
from privacy_audit.meta.media import is_video
from privacy_audit.meta.scene import Found
from privacy_audit.meta.tables import NOTHING_IN_IT, untyped
from privacy_audit.model import (
    Audience,
    Like,
    MediaUse,
    Passage,
    PassageKind,
    Place,
    PlaceKind,
    Thread,
    Voice,
)
from privacy_audit.text import moment_from_text

_NOT_KNOWN = "This file is not in a form that we know. Look at it in the export itself."
_USES = {"stories": MediaUse.STORY, "profile": MediaUse.PROFILE, "direct": MediaUse.MESSAGE}


def comments(account: Account, member: Member) -> Iterator[Found]:
    """Triples of time, words and whose picture it was."""
    for lists in values_in(account, member):
        if isinstance(lists, ReadProblem):
            yield lists
            continue
        for key, rows in lists.items():
            for number, row in rows_in(rows):
                source = account.source(member, f"/{key}/{number}")
                texts = [said_in(value) for value in row] if isinstance(row, list) else []
                if len(texts) < 2:  # noqa: PLR2004 - a time and words
                    yield ReadProblem(source, NOTHING_IN_IT)
                    continue
                owner = texts[2] if len(texts) > 2 else ""  # noqa: PLR2004
                yield Passage(
                    texts[1],
                    PassageKind.COMMENT,
                    Voice.OWNER,
                    source,
                    place=owner,
                    addressees=(owner,) if owner else (),
                    when=moment_from_text(texts[0]),
                )


def likes(account: Account, member: Member) -> Iterator[Found]:
    for lists in values_in(account, member):
        if isinstance(lists, ReadProblem):
            yield lists
            continue
        for key, rows in lists.items():
            for number, row in rows_in(rows):
                source = account.source(member, f"/{key}/{number}")
                texts = [said_in(value) for value in row] if isinstance(row, list) else []
                if len(texts) < 2:  # noqa: PLR2004
                    yield ReadProblem(source, NOTHING_IN_IT)
                    continue
                reaction = "like of a comment" if key == "comment_likes" else "like"
                yield Like(source, texts[1], reaction, when=moment_from_text(texts[0]))


def media(account: Account, member: Member) -> Iterator[Found]:
    """Pictures and films by where they stand. What stands among photos and videos are the posts."""
    for lists in values_in(account, member):
        if isinstance(lists, ReadProblem):
            yield lists
            continue
        for key, rows in lists.items():
            for number, row in rows_in(rows):
                source = account.source(member, f"/{key}/{number}")
                if not isinstance(row, dict) or not row.get("path"):
                    yield ReadProblem(source, NOTHING_IN_IT)
                    continue
                use = _USES.get(key, MediaUse.POST)
                uri, caption = said_in(row.get("path")), said_in(row.get("caption"))
                when = moment_from_text(said_in(row.get("taken_at")))
                audience = _audience(account, use)
                if use is MediaUse.POST:
                    yield Passage(caption, PassageKind.POST, Voice.OWNER, source, when=when, audience=audience)
                shot = Shot(uri, is_video(uri), caption, when)
                yield from photo(account, source, shot, Showing(use, audience, caption if use is MediaUse.POST else ""))
                if place := said_in(row.get("location")):
                    yield Place(source, PlaceKind.CHECK_IN, place, when=when)


def _audience(account: Account, use: MediaUse) -> Audience:
    if use is MediaUse.PROFILE:
        return Audience.EVERYONE
    return account.audience if use is MediaUse.POST else Audience.UNKNOWN


def messages(account: Account, member: Member) -> Iterator[Found]:
    """All conversations in one list; who wrote is a user name here."""
    value, problems = untyped(account, member)
    yield from problems
    if not isinstance(value, list):
        if not problems:
            yield account.problem(member, "", _NOT_KNOWN)
        return
    for number, row in rows_in(value):
        if isinstance(row, dict) and isinstance(row.get("conversation"), list):
            yield from _talk(account, member, number, row)
        else:
            yield account.problem(member, f"/{number}", NOTHING_IN_IT)


def _talk(account: Account, member: Member, number: int, row: Values) -> Iterator[Found]:
    people = tuple(said_in(name) for name in row.get("participants") or () if isinstance(name, str))
    key = f"conversation {number}"
    times = []
    for place, one in rows_in(row["conversation"]):
        source = account.source(member, f"/{number}/conversation/{place}")
        if not isinstance(one, dict):
            yield ReadProblem(source, NOTHING_IN_IT)
            continue
        author, when = said_in(one.get("sender")), moment_from_text(said_in(one.get("created_at")))
        times += [when] if when else []
        text = next(filter(None, (said_in(one.get(name)) for name in ("text", "media_share_caption", "link"))), "")
        others = tuple(name for name in people if name != author)
        yield Passage(
            text,
            PassageKind.MESSAGE,
            account.voice(author),
            source,
            author=author,
            thread=key,
            place=", ".join(people),
            addressees=others,
            when=when,
        )
        if path := said_in(one.get("media")):
            shot = Shot(path, is_video(path), when=when)
            yield from photo(account, source, shot, Showing(MediaUse.MESSAGE))
    yield Thread(
        account.source(member, f"/{number}"),
        key,
        ", ".join(people),
        people,
        len(row["conversation"]),
        first=min(times, default=None),
        last=max(times, default=None),
    )
