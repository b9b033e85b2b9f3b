"""What an invented person's Facebook account holds, as plain data: the content that every layout is rendered from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

Json = Any


class Layout(Enum):
    """The generations of formats/facebook.md."""

    A = "2018-19 flat JSON"
    B = "2020-21 flat JSON"
    C = "2021-23 flat JSON"
    D = "2023 nested JSON"
    E = "2024 nested JSON"
    E_UNDER_PROFILE = "2024 nested JSON under the profile folder"

    @property
    def is_flat(self) -> bool:
        return self in (Layout.A, Layout.B, Layout.C)


@dataclass(frozen=True)
class Picture:
    name: str
    caption: str = ""
    album: str = ""
    taken: int = 0
    uploaded: int = 0
    at: tuple[float, float] | None = None
    camera: tuple[str, str] = ("", "")
    upload_ip: str = ""
    remarks: tuple[tuple[str, str, int], ...] = ()  # author, words, when


@dataclass(frozen=True)
class Spot:
    name: str
    address: str
    at: tuple[float, float]


@dataclass(frozen=True)
class Post:
    when: int
    text: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()
    picture: Picture | None = None
    place: Spot | None = None
    link: tuple[str, str] | None = None  # title, address
    event: tuple[str, int] | None = None
    life_event: str = ""
    poll: tuple[str, tuple[str, ...]] | None = None
    sale: tuple[str, str] | None = None


@dataclass(frozen=True)
class Comment:
    when: int
    text: str
    title: str
    group: str = ""


@dataclass(frozen=True)
class Said:
    by: str
    text: str
    when_ms: int
    pictures: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True)
class Chat:
    slug: str
    title: str
    people: tuple[str, ...]
    said: tuple[Said, ...]  # newest first, as Facebook writes them
    folder: str = "inbox"
    files: int = 1


@dataclass(frozen=True)
class Person:
    """Everything that an export tells; a field left empty writes no file."""

    name: str
    profile: Mapping[str, Json]
    name_changes: tuple[tuple[str, str, int], ...] = ()
    profile_updates: tuple[tuple[str, int], ...] = ()
    friends: tuple[tuple[str, int], ...] = ()
    requests_received: tuple[tuple[str, int], ...] = ()
    requests_sent: tuple[tuple[str, int], ...] = ()
    requests_rejected: tuple[tuple[str, int], ...] = ()
    removed_friends: tuple[tuple[str, int], ...] = ()
    following: tuple[tuple[str, int], ...] = ()
    followers: tuple[tuple[str, int], ...] = ()
    contacts: tuple[tuple[str, tuple[str, ...], int], ...] = ()
    posts: tuple[Post, ...] = ()
    others_posts: tuple[Post, ...] = ()
    albums: tuple[tuple[str, str, tuple[Picture, ...]], ...] = ()
    loose_photos: tuple[Picture, ...] = ()
    videos: tuple[Picture, ...] = ()
    stories: tuple[Picture, ...] = ()
    comments: tuple[Comment, ...] = ()
    reactions: tuple[tuple[str, str, int], ...] = ()
    pages_liked: tuple[tuple[str, int], ...] = ()
    pages_followed: tuple[tuple[str, int], ...] = ()
    pages_run: tuple[tuple[str, int], ...] = ()
    groups_joined: tuple[tuple[str, int], ...] = ()
    groups_left: tuple[tuple[str, int], ...] = ()
    groups_run: tuple[tuple[str, int], ...] = ()
    group_posts: tuple[Post, ...] = ()
    group_comments: tuple[Comment, ...] = ()
    events_hosted: tuple[tuple[str, int, Spot, str], ...] = ()
    events_invited: tuple[tuple[str, int], ...] = ()
    events_joined: tuple[tuple[str, int], ...] = ()
    events_declined: tuple[tuple[str, int], ...] = ()
    history: tuple[tuple[Spot, int], ...] = ()
    logins: tuple[tuple[str, int, str, str, str], ...] = ()  # action, when, address, browser, city
    sessions: tuple[tuple[int, str, str, str, str], ...] = ()  # when, address, browser, device, place
    devices: tuple[tuple[str, int, str, str], ...] = ()
    apps: tuple[tuple[str, int, str], ...] = ()
    off_meta: tuple[tuple[str, int], ...] = ()
    chats: tuple[Chat, ...] = ()
    # from 2024 on
    check_ins: tuple[tuple[str, Spot, int], ...] = ()
    tagged_places: tuple[tuple[str, int], ...] = ()
    edits: tuple[tuple[str, int], ...] = ()
    elsewhere: tuple[tuple[str, int], ...] = ()  # posts on other pages
    settings: tuple[tuple[str, str], ...] = ()
    audiences: tuple[tuple[str, str], ...] = ()
    answers: tuple[tuple[str, str, str], ...] = ()  # group, question, answer
    forms: Mapping[str, tuple[str, ...]] | None = None
    searches: tuple[str, ...] = ()
