"""The kinds of Telegram's chats: who can read them, and what they are for an audit."""

from collections.abc import Iterator

from privacy_audit.batching import Found
from privacy_audit.importers.telegram.shapes import Chat
from privacy_audit.model import Audience, Membership, MembershipKind, Passage, PassageKind, Source, Voice

AUDIENCES = {
    "saved_messages": Audience.ONLY_ME,
    "public_supergroup": Audience.EVERYONE,
    "public_channel": Audience.EVERYONE,
}
POSTED = frozenset({"public_channel", "private_channel"})  # what stands there is posted, not sent to somebody
_CHANNELS = POSTED
_GROUPS = frozenset({"private_group", "private_supergroup", "public_supergroup"})


def chat_found(source: Source, chat: Chat, name: str, *, left: bool) -> Iterator[Found]:
    """A group or channel that the owner is in, or the person of a chat of two."""
    kind = chat.type or ""
    if kind in _GROUPS or kind in _CHANNELS:
        audience = AUDIENCES.get(kind, Audience.UNKNOWN)
        member_of = MembershipKind.PAGE_FOLLOWED if kind in _CHANNELS else MembershipKind.GROUP
        yield Membership(source, member_of, name, detail="left" if left else "", audience=audience)
        if name:
            named = PassageKind.PAGE_NAME if kind in _CHANNELS else PassageKind.GROUP_NAME
            yield Passage(name, named, Voice.UNKNOWN, source, audience=audience)
    elif kind == "personal_chat" and name:
        yield Passage(name, PassageKind.CONTACT_NAME, Voice.OTHER, source)
