"""The shapes of Skype's messages.json, as far as an audit asks about them; every key may be missing."""

import msgspec


class Properties(msgspec.Struct):
    topic: str | None = None
    members: str | None = None  # a list, written as text


class Conversation(msgspec.Struct):
    id: str | None = None
    name: str | None = msgspec.field(default=None, name="displayName")
    properties: Properties | None = msgspec.field(default=None, name="threadProperties")


class Message(msgspec.Struct):
    id: str | int | None = None
    sender_name: str | None = msgspec.field(default=None, name="displayName")
    arrived: str | None = msgspec.field(default=None, name="originalarrivaltime")
    type: str | None = msgspec.field(default=None, name="messagetype")
    content: str | None = None
    sender: str | None = msgspec.field(default=None, name="from")
    files: list[str] | None = msgspec.field(default=None, name="amsreferences")
