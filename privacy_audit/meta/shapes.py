"""The shapes of Facebook's JSON records as msgspec structs: every field may be missing, strings are still mojibake."""

from typing import Any

from msgspec import Struct

Text = str | None
Number = int | float | None
Labels = list[Any] | None


class Coordinate(Struct, gc=False):
    latitude: Number = None
    longitude: Number = None


class Spot(Struct, gc=False):
    """A place, in attachments, events and location files."""

    name: Text = None
    address: Text = None
    url: Text = None
    coordinate: Coordinate | None = None
    creation_timestamp: Number = None
    timestamp: Number = None
    time: Number = None


class Exif(Struct, gc=False):
    upload_ip: Text = None
    upload_timestamp: Number = None
    taken_timestamp: Number = None
    modified_timestamp: Number = None
    camera_make: Text = None
    camera_model: Text = None
    latitude: Number = None
    longitude: Number = None


class Metadata(Exif, gc=False):
    """Newer exports hold a list of Exif; 2018 to 2021 the same fields stand here directly."""

    exif_data: list[Exif] | None = None


class MediaMetadata(Struct, gc=False):
    photo_metadata: Metadata | None = None
    video_metadata: Metadata | None = None


class MediaComment(Struct, gc=False):
    timestamp: Number = None
    comment: Text = None
    author: Text = None
    group: Text = None


class Media(Struct, gc=False):
    uri: Text = None
    creation_timestamp: Number = None
    title: Text = None
    description: Text = None
    comments: list[MediaComment] | None = None
    media_metadata: MediaMetadata | None = None
    tags: list[Any] | None = None


class Link(Struct, gc=False):
    name: Text = None
    source: Text = None
    url: Text = None


class Event(Struct, gc=False):
    name: Text = None
    start_timestamp: Number = None
    end_timestamp: Number = None
    create_timestamp: Number = None
    place: Spot | None = None
    description: Text = None


class LifeEvent(Struct, gc=False):
    title: Text = None
    start_date: dict[str, Any] | None = None
    place: Spot | None = None


class PollOption(Struct, gc=False):
    option: Text = None
    voted: bool | None = None


class Poll(Struct, gc=False):
    question: Text = None
    options: list[PollOption] | None = None


class Sale(Struct, gc=False):
    title: Text = None
    price: Text = None
    description: Text = None
    location: Spot | None = None


class Fundraiser(Struct, gc=False):
    title: Text = None
    name: Text = None
    description: Text = None


class Attached(Struct, gc=False):
    """One thing attached to a post; one of the fields is there."""

    media: Media | None = None
    place: Spot | None = None
    external_context: Link | None = None
    event: Event | None = None
    life_event: LifeEvent | None = None
    poll: Poll | None = None
    for_sale_item: Sale | None = None
    fundraiser: Fundraiser | None = None
    text: Text = None
    name: Text = None


class Attachment(Struct, gc=False):
    data: list[Attached] | None = None


class Comment(Struct, gc=False):
    comment: Text = None
    author: Text = None
    group: Text = None
    timestamp: Number = None


class Reaction(Struct, gc=False):
    reaction: Text = None
    actor: Text = None


class Datum(Struct, gc=False):
    """One entry of a record's `data`; what it holds depends on the file."""

    post: Text = None
    update_timestamp: Number = None
    backdated_timestamp: Number = None
    comment: Comment | None = None
    reaction: Reaction | None = None
    name: Text = None
    text: Text = None


class Activity(Struct, gc=False):
    """A post, comment, reaction or membership: what most files of `your_facebook_activity` are lists of."""

    timestamp: Number = None
    title: Text = None
    data: list[Datum] | None = None
    attachments: list[Attachment] | None = None
    tags: list[Any] | None = None
    name: Text = None
    text: Text = None
    media: list[Media] | None = None
    label_values: Labels = None


class Named(Struct, gc=False):
    """A friend, a request, a page, a group: a name and when."""

    name: Text = None
    timestamp: Number = None
    title: Text = None
    data: list[Datum] | None = None
    attachments: list[Attachment] | None = None
    contact_info: Text = None
    url: Text = None
    label_values: Labels = None


class GroupAnswers(Struct, gc=False):
    group_name: Text = None
    timestamp: Number = None
    answers: Any = None
    question_answers: Any = None
    answer: Text = None
    question: Text = None


class ContactDetail(Struct, gc=False):
    contact_point: Text = None
    phone_number: Text = None
    username: Text = None


class Contact(Struct, gc=False):
    name: Text = None
    created_timestamp: Number = None
    updated_timestamp: Number = None
    details: list[ContactDetail] | None = None


class Session(Struct, gc=False):
    """A sign-in, session, remembered device, address or change to the account: the union of their fields."""

    action: Text = None
    event: Text = None
    name: Text = None
    timestamp: Number = None
    created_timestamp: Number = None
    updated_timestamp: Number = None
    ip_address: Text = None
    ip: Text = None
    user_agent: Text = None
    device: Text = None
    type: Text = None
    os: Text = None
    location: Text = None
    city: Text = None
    region: Text = None
    country: Text = None
    site: Text = None
    site_name: Text = None
    app: Text = None
    session: "Session | None" = None
    extra_info: dict[str, Any] | None = None
    label_values: Labels = None


class App(Struct, gc=False):
    name: Text = None
    added_timestamp: Number = None
    removed_timestamp: Number = None
    category: Text = None
    events: list[Any] | None = None
    label_values: Labels = None


class Album(Struct, gc=False):
    name: Text = None
    description: Text = None
    photos: list[Media] | None = None
    videos: list[Media] | None = None
    cover_photo: Media | None = None
    last_modified_timestamp: Number = None


class Labelled(Struct, gc=False):
    """The generic record of 2024 and later; see labels.py."""

    timestamp: Number = None
    title: Text = None
    ent_name: Text = None
    label_values: Labels = None
    media: list[Media] | None = None


class Stay(Spot, gc=False):
    """An entry of the location history: a place by itself, in 2018 and 2019 attached to a post."""

    attachments: list[Attachment] | None = None
