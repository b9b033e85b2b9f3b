"""The shapes of Discord's files, as far as an audit asks about them; every key may be missing."""

import msgspec

Id = int | str | None
Text = str | None


class Person(msgspec.Struct):
    id: Id = None
    username: Text = None
    global_name: Text = None
    discriminator: Id = None

    @property
    def name(self) -> str:
        return self.global_name or self.username or ""


class Relationship(msgspec.Struct):
    id: Id = None
    type: int | str | None = None
    nickname: Text = None
    since: Text = None
    user: Person | None = None
    username: Text = None


class Account(msgspec.Struct):
    """A connected account of another platform; `visibility` 1 shows it on the profile."""

    type: Text = None
    name: Text = None
    id: Id = None
    visibility: int | bool | None = None


class Address(msgspec.Struct):
    name: Text = None
    line_1: Text = None
    line_2: Text = None
    city: Text = None
    state: Text = None
    postal_code: Text = None
    country: Text = None


class PaymentSource(msgspec.Struct):
    address: Address | None = msgspec.field(default=None, name="billing_address")


class Profile(msgspec.Struct):
    bio: Text = None
    pronouns: Text = None


class User(msgspec.Struct):
    id: Id = None
    username: Text = None
    global_name: Text = None
    discriminator: Id = None
    email: Text = None
    phone: Text = None
    ip: Text = None
    connections: list[Account] | None = None
    relationships: list[Relationship] | None = None
    notes: dict[str, Text] | None = None
    profile: Profile | None = msgspec.field(default=None, name="user_profile_metadata")
    payment_sources: list[PaymentSource] | None = None
    sessions: object = msgspec.field(default=None, name="user_sessions")
    settings: object = None


class Guild(msgspec.Struct):
    id: Id = None
    name: Text = None


class Channel(msgspec.Struct):
    id: Id = None
    type: int | str | None = None
    name: Text = None
    guild: Guild | None = None
    recipients: list[Id | Person] | None = None


class Message(msgspec.Struct):
    id: Id = msgspec.field(default=None, name="ID")
    timestamp: Text = msgspec.field(default=None, name="Timestamp")
    contents: Text = msgspec.field(default=None, name="Contents")
    attachments: Text = msgspec.field(default=None, name="Attachments")


class Event(msgspec.Struct):
    """A line of the activity; almost all of its keys are left out."""

    event_type: Text = None
    timestamp: Text = None
    ip: Text = None
    city: Text = None
    region_code: Text = None
    country_code: Text = None
    os: Text = None
    device: Text = None
    predicted_age: object = None
    predicted_gender: object = None
