"""The invented officer's own data: what stands in officer.toml, typed, for one of the two stages."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from enum import Enum
from importlib import resources
from typing import Final, TypeVar

import msgspec


class Stage(Enum):
    """The export as it was found, and the one asked for again after the fixes."""

    BEFORE = "before"
    AFTER = "after"


_AT_START: Final = datetime(2010, 1, 1)  # noqa: DTZ001 - all times of the demo are UTC without saying so


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    first: str
    last: str
    username: str
    username_after: str
    birthday: date
    registered: date
    made: date
    made_after: date
    phone: str
    emails: tuple[str, ...]
    work_emails: tuple[str, ...]
    gender: str
    home_town: str
    current_city: str
    partner: str
    anniversary: date
    other_names: tuple[str, ...]
    former_names: tuple[str, ...]
    website: str
    about: str
    about_after: str
    quotes: str


@dataclass(frozen=True, slots=True)
class Kin:
    name: str
    relation: str


@dataclass(frozen=True, slots=True)
class Spell:
    """A time at a school or with an employer."""

    start: date
    name: str = ""
    employer: str = ""
    title: str = ""
    kind: str = ""
    location: str = ""
    description: str = ""
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of the officer or of somebody else: post, comment, wall post, group post."""

    at: datetime
    text: str
    by: str = field(default="")
    on: str = ""
    group: str = ""
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Snap:
    at: datetime
    caption: str
    album: str
    latitude: float | None = None
    longitude: float | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A friend, request, group, page, event, app, contact: a name, when, and what stands beside it."""

    name: str
    at: datetime = _AT_START
    place: str = ""
    state: str = ""
    points: tuple[str, ...] = ()
    stage: Stage | None = None

    @property
    def seconds(self) -> int:
        return seconds(self.at)


@dataclass(frozen=True, slots=True)
class CheckIn:
    name: str
    address: str
    at: datetime
    latitude: float
    longitude: float
    message: str
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting and its value at each stage."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """A conversation that tells something; each line is "speaker: words"."""

    people: tuple[str, ...]
    start: datetime
    lines: tuple[str, ...]
    title: str = ""
    folder: str = "inbox"
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Logins:
    places: tuple[str, ...]
    ips: tuple[str, ...]
    devices: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Officer:
    """Everything of officer.toml; `at_stage` leaves what an export of that stage holds."""

    account: Account
    family: tuple[Kin, ...]
    school: tuple[Spell, ...]
    work: tuple[Spell, ...]
    post: tuple[Saying, ...]
    photo: tuple[Snap, ...]
    wall: tuple[Saying, ...]
    comment: tuple[Saying, ...]
    group_post: tuple[Saying, ...]
    group: tuple[Named, ...]
    page: tuple[Named, ...]
    event: tuple[Named, ...]
    check_in: tuple[CheckIn, ...]
    friend: tuple[Named, ...]
    request: tuple[Named, ...]
    sent_request: tuple[Named, ...]
    removed: tuple[Named, ...]
    contact: tuple[Named, ...]
    app: tuple[Named, ...]
    setting: tuple[Choice, ...]
    thread: tuple[Told, ...]
    logins: Logins


Staged = TypeVar("Staged", Saying, Snap, Named, CheckIn, Told)


def officer(stage: Stage) -> Officer:
    """The invented officer as the export of that stage shows him."""
    text = (resources.files("privacy_audit.demo") / "officer.toml").read_text(encoding="utf-8")
    whole = msgspec.convert(tomllib.loads(text), Officer)
    return _after(_at_stage(whole, stage)) if stage is Stage.AFTER else _at_stage(whole, stage)


def seconds(at: datetime | date) -> int:
    """Unix seconds of a time of the file; all its times are UTC."""
    if not isinstance(at, datetime):
        at = datetime.combine(at, time())
    return int(at.replace(tzinfo=UTC).timestamp())


def _at_stage(whole: Officer, stage: Stage) -> Officer:
    def kept(items: Iterable[Staged]) -> tuple[Staged, ...]:
        return tuple(item for item in items if item.stage in {None, stage})

    return replace(
        whole,
        post=kept(whole.post),
        photo=kept(whole.photo),
        wall=kept(whole.wall),
        comment=kept(whole.comment),
        group_post=kept(whole.group_post),
        group=kept(whole.group),
        page=kept(whole.page),
        event=kept(whole.event),
        check_in=kept(whole.check_in),
        friend=kept(whole.friend),
        request=kept(whole.request),
        removed=kept(whole.removed),
        contact=kept(whole.contact),
        app=kept(whole.app),
        thread=kept(whole.thread),
    )


def _after(found: Officer) -> Officer:
    """The profile once its fields are emptied. A birthday stays in the export whoever may see it."""
    account = replace(
        found.account,
        username=found.account.username_after,
        made=found.account.made_after,
        about=found.account.about_after,
        work_emails=(),
        other_names=(),
        home_town="",
    )
    return replace(found, account=account, family=(), school=(), work=())
