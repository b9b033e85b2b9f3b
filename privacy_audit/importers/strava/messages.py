"""Strava's messages."""

from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import decode_values
from privacy_audit.leaf import Leaf
from privacy_audit.model import (
    Passage,
    PassageKind,
    Thread,
)


def messages(visit: Visit, member: Member) -> Iterator[Found]:
    """A list of conversations with their messages, or one list of messages."""
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    top = Leaf(decoded.value)
    talks = top.leaves() or top.leaves("conversations") or top.leaves("channels")
    for number, talk in enumerate(talks):
        key, title = talk.text("id") or str(number), talk.first("name", "title", "channel_name")
        messages = talk.leaves("messages") or ((talk,) if talk.first("text", "content", "message") else ())
        people = tuple(dict.fromkeys(filter(None, map(_author, messages))))
        for place, message in enumerate(messages):
            author, source = _author(message), visit.source(member, f"/{number}/messages/{place}")
            yield Passage(
                message.first("text", "content", "message"),
                PassageKind.MESSAGE,
                visit.voice(author),
                source,
                author,
                key,
                title or ", ".join(people),
                when=message.moment("created_at") or message.moment("date"),
            )
        if messages:
            yield Thread(visit.source(member, f"/{number}"), key, title or ", ".join(people), people, len(messages))


def _author(message: Leaf) -> str:
    sender = message.at("sender") if message.at("sender").value else message.at("user")
    named = sender.first("name", "full_name") or " ".join(
        filter(None, (sender.first("first_name", "firstname"), sender.first("last_name", "lastname")))
    )
    return named or message.first("sender", "author", "sender_name", "user")
