"""The shapes of Messenger's files: Facebook's own threads and those of the end-to-end encrypted download."""

from typing import Any

from msgspec import Struct, field

from privacy_audit.meta.shapes import Number, Text


class MessageMedia(Struct, gc=False):
    uri: Text = None
    creation_timestamp: Number = None


class Share(Struct, gc=False):
    link: Text = None
    share_text: Text = None


class Message(Struct, gc=False):
    sender_name: str = ""
    timestamp_ms: Number = None
    content: str = ""
    photos: list[MessageMedia] | None = None
    videos: list[MessageMedia] | None = None
    share: Share | None = None


class Participant(Struct, gc=False):
    name: str = ""


class Chat(Struct, gc=False):
    messages: list[Message] = []
    participants: list[Participant] = []
    title: Text = None
    thread_path: Text = None
    is_still_participant: bool | None = None


class SecretMessage(Struct, gc=False):
    """The same under other keys; pictures and films stand in one list."""

    sender_name: str = field(default="", name="senderName")
    timestamp_ms: Number = field(default=None, name="timestamp")
    content: str = field(default="", name="text")
    photos: list[MessageMedia] | None = field(default=None, name="media")
    videos: list[MessageMedia] | None = None
    share: Share | None = None


class SecretChat(Struct, gc=False):
    messages: list[SecretMessage] = []
    participants: list[Any] = []
    title: Text = field(default=None, name="threadName")
