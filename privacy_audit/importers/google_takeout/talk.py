"""Google Chat and Hangouts: the conversations and who takes part in them."""

from collections.abc import Iterator
from typing import Any

import msgspec

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.decoding import decode, decode_values
from privacy_audit.errors import ExportError
from privacy_audit.leaf import Leaf
from privacy_audit.model import FieldKind, Moment, Passage, PassageKind, ProfileField, Thread, Voice
from privacy_audit.text import moment_from_number, moment_from_text

_TO_SHOW = 60  # names of a group that a thread keeps


class Creator(msgspec.Struct, gc=False):
    name: str | None = None
    email: str | None = None


class ChatMessage(msgspec.Struct, gc=False):
    creator: Creator | None = None
    created_date: str | None = None
    text: str | None = None


class ChatFile(msgspec.Struct, gc=False):
    messages: list[ChatMessage] | None = None


class Event(msgspec.Struct, gc=False):
    sender_id: Any = None
    timestamp: str | int | None = None
    chat_message: Any = None
    event_type: str | None = None


class Conversation(msgspec.Struct, gc=False):
    conversation: Any = None
    events: list[Event] | None = None


class HangoutsFile(msgspec.Struct, gc=False):
    conversations: list[Conversation] | None = None


def chat(visit: Visit, member: Member) -> Iterator[Found]:
    """messages.json of one conversation; group_info.json beside it says what it is called and who is in it."""
    decoded = decode(visit.archive.read(member), ChatFile, visit.source(member))
    yield from decoded.problems
    messages = (decoded.value.messages if decoded.value else None) or []
    folder = member.path.rpartition("/")[0]
    info = _info(visit, folder)
    people = tuple(filter(None, (item.first("name", "email") for item in info.leaves("members"))))
    title = info.text("name") or ", ".join(people[:_TO_SHOW])
    times: list[Moment] = []
    for number, message in enumerate(messages):
        creator = message.creator or Creator()
        when = moment_from_text((message.created_date or "").replace("\u202f", " ").replace(" at ", " "))
        times += [when] if when else []
        author = creator.name or creator.email or ""
        voice = visit.voice(creator.email or "")
        yield Passage(
            message.text or "",
            PassageKind.MESSAGE,
            voice if voice is Voice.OWNER else visit.voice(author),
            visit.source(member, f"/messages/{number}"),
            author,
            folder,
            title,
            when=when,
        )
    if title:
        yield Passage(title, PassageKind.GROUP_NAME, Voice.UNKNOWN, visit.source(member))
    first, last = (min(times), max(times)) if times else (None, None)
    yield Thread(visit.source(member), folder, title, people, len(messages), first=first, last=last)


def _info(visit: Visit, folder: str) -> Leaf:
    member = visit.archive.find(f"{folder}/group_info.json")
    try:
        return Leaf(decode_values(visit.archive.read(member), visit.source(member)).value) if member else Leaf(None)
    except ExportError:
        return Leaf(None)  # told when the file itself is read


def group(visit: Visit, member: Member) -> Iterator[Found]:
    """What a conversation is called is told with its messages; only damage is told here."""
    yield from decode_values(visit.archive.read(member), visit.source(member)).problems


def user(visit: Visit, member: Member) -> Iterator[Found]:
    """The own card in Google Chat."""
    decoded = decode_values(visit.archive.read(member), visit.source(member))
    yield from decoded.problems
    leaf = Leaf(decoded.value).at("user")
    if email := leaf.text("email"):
        yield ProfileField(visit.source(member, "/user"), FieldKind.EMAIL, email, "Google Chat")
    if name := leaf.text("name"):
        yield ProfileField(visit.source(member, "/user"), FieldKind.NAME, name, "Google Chat")


def hangouts(visit: Visit, member: Member) -> Iterator[Found]:
    """All of Hangouts stands in one file."""
    decoded = decode(visit.archive.read(member), HangoutsFile, visit.source(member))
    yield from decoded.problems
    for number, talk in enumerate((decoded.value.conversations if decoded.value else None) or ()):
        yield from _conversation(visit, member, number, talk)


def _conversation(visit: Visit, member: Member, number: int, talk: Conversation) -> Iterator[Found]:
    about = Leaf(talk.conversation)
    about = about.at("conversation") if about.at("conversation").value else about
    people = {
        person.text("id", "gaia_id") or person.text("id", "chat_id"): person.text("fallback_name")
        for person in about.leaves("participant_data")
    }
    own = about.text("self_conversation_state", "self_read_state", "participant_id", "gaia_id")
    key = about.text("id", "id") or str(number)
    named = tuple(filter(None, people.values()))
    title = about.text("name") or ", ".join(named[:_TO_SHOW])
    times: list[Moment] = []
    count = 0
    for place, event in enumerate(talk.events or ()):
        if event.chat_message is None:
            continue  # somebody joined, left or renamed
        sender = Leaf(event.sender_id)
        sent_by = sender.text("gaia_id") or sender.text("chat_id")
        when = moment_from_number(event.timestamp)
        times += [when] if when else []
        count += 1
        author = people.get(sent_by, "")
        voice = (Voice.OWNER if sent_by == own else Voice.OTHER) if own else visit.voice(author)
        source = visit.source(member, f"/conversations/{number}/events/{place}")
        yield Passage(_words(event), PassageKind.MESSAGE, voice, source, author, key, title, when=when)
    first, last = (min(times), max(times)) if times else (None, None)
    source = visit.source(member, f"/conversations/{number}")
    if title:
        yield Passage(title, PassageKind.GROUP_NAME, Voice.UNKNOWN, source)
    yield Thread(source, key, title, named, count, first=first, last=last)


def _words(event: Event) -> str:
    segments = Leaf(event.chat_message).leaves("message_content", "segment")
    return "".join(
        segment.text("text") or ("\n" if segment.text("type") == "LINE_BREAK" else " ") for segment in segments
    )
