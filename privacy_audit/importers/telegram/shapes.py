"""The shapes of Telegram's JSON, as far as an audit asks about them; every key may be missing."""

import msgspec

Id = int | str | None
Seconds = str | int | float | None
Entity = str | dict[str, object]


class Dated(msgspec.Struct, kw_only=True):
    date: str | None = None
    unix: Seconds = msgspec.field(default=None, name="date_unixtime")


class Spot(msgspec.Struct):
    latitude: float | None = None
    longitude: float | None = None


class Card(Dated):
    """A contact, in the address book or sent in a chat."""

    first_name: str | None = None
    last_name: str | None = None
    phone_number: str | None = None

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.first_name, self.last_name))).strip()


class Answer(msgspec.Struct):
    text: str | list[Entity] | None = None


class Poll(msgspec.Struct):
    question: str | list[Entity] | None = None
    answers: list[Answer] | None = None


class Message(Dated):
    id: Id = None
    type: str | None = None
    sender: str | None = msgspec.field(default=None, name="from")
    sender_id: Id = msgspec.field(default=None, name="from_id")
    actor: str | None = None
    actor_id: Id = None
    action: str | None = None
    title: str | None = None
    text: str | list[Entity] | None = None
    entities: list[Entity] | None = msgspec.field(default=None, name="text_entities")
    photo: str | None = None
    file: str | None = None
    media_type: str | None = None
    mime_type: str | None = None
    spot: Spot | None = msgspec.field(default=None, name="location_information")
    place_name: str | None = None
    address: str | None = None
    card: Card | None = msgspec.field(default=None, name="contact_information")
    poll: Poll | None = None


class Chat(msgspec.Struct):
    """What stands before the messages of a chat."""

    name: str | None = None
    type: str | None = None
    id: Id = None


class Me(msgspec.Struct):
    user_id: Id = None
    first_name: str | None = None
    last_name: str | None = None
    phone_number: str | None = None
    username: str | None = None
    bio: str | None = None


class Picture(Dated):
    """A profile picture or a story."""

    photo: str | None = None
    media: str | None = None
    caption: str | list[Entity] | None = None
    pinned: bool | None = None


class Session(msgspec.Struct):
    last_active: str | None = None
    last_active_unix: Seconds = msgspec.field(default=None, name="last_active_unixtime")
    last_ip: str | None = None
    last_country: str | None = None
    last_region: str | None = None
    application_name: str | None = None
    device_model: str | None = None
    platform: str | None = None


class WebSession(msgspec.Struct):
    bot_username: str | None = None
    domain_name: str | None = None
    browser: str | None = None
    platform: str | None = None
    created: str | None = None
    created_unix: Seconds = msgspec.field(default=None, name="created_unixtime")


def plain(text: str | list[Entity] | None) -> str:
    """A text, or one in pieces with their kinds, as words alone."""
    if isinstance(text, list):
        return "".join(piece if isinstance(piece, str) else str(piece.get("text") or "") for piece in text)
    return text or ""
