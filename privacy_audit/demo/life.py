"""The invented officer's years: what tells something, mixed into what everybody's profile is full of."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeVar

from privacy_audit.demo.chatter import Chatter, Said, Talk, lines_of
from privacy_audit.demo.officer import Account, Named, Officer, Saying, Snap, Stage, Told, officer

_JOINED: Final = datetime(2008, 10, 1)  # noqa: DTZ001 - all times of the demo are UTC without saying so
_FRIENDS: Final = 231
_STRANGERS: Final = 12
_COMMENTS: Final = 290
_REACTIONS: Final = 860
_SHARE_OF_PHOTOS: Final = 3  # every third ordinary line goes beside a photo
_KINDS_OF_REACTION: Final = ("LIKE", "LIKE", "LIKE", "LIKE", "HAHA", "HAHA", "LOVE", "LOVE", "WOW", "SAD", "CARE")


@dataclass(frozen=True, slots=True)
class Reaction:
    at: datetime
    to: str
    kind: str


@dataclass(frozen=True, slots=True)
class Life:
    """All that one export of the officer holds."""

    officer: Officer
    made: datetime
    friends: tuple[Named, ...]
    posts: tuple[Saying, ...]
    photos: tuple[Snap, ...]
    comments: tuple[Saying, ...]
    reactions: tuple[Reaction, ...]
    talks: tuple[Talk, ...]


def life(stage: Stage) -> Life:
    """The same years at both stages; the later export has a few weeks more and what was fixed is gone."""
    person = officer(stage)
    made = _noon(person.account, stage)
    # The years are composed up to the later export whichever is asked for, so that both tell the same past.
    last = _noon(person.account, Stage.AFTER)
    chatter = Chatter(person.account.name, last)
    names = chatter.names(_FRIENDS + _STRANGERS)
    friends = tuple(Named(name, chatter.moment(_JOINED, last)) for name in names[:_FRIENDS])
    posts, photos = _ordinary(chatter, last)
    comments = _comments(chatter, names[:_FRIENDS], last)
    reactions = _reactions(chatter, names[:_FRIENDS], last)
    talks = (*chatter.talks(names[_FRIENDS:]), *(_told(person.account, told) for told in person.thread))
    return Life(
        person,
        made,
        _until(made, (*person.friend, *friends)),
        _until(made, (*person.post, *posts)),
        _until(made, (*person.photo, *photos)),
        _until(made, (*person.comment, *comments)),
        _until(made, reactions),
        _gathered(talks, made),
    )


def _noon(account: Account, stage: Stage) -> datetime:
    day = account.made if stage is Stage.BEFORE else account.made_after
    return datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 - as above


def _ordinary(chatter: Chatter, last: datetime) -> tuple[tuple[Saying, ...], tuple[Snap, ...]]:
    lines = chatter.shuffled(lines_of("posts.txt"))
    posts = (Saying(chatter.moment(_JOINED, last), line) for number, line in enumerate(lines) if number % 3)
    photos = (Snap(chatter.moment(_JOINED, last), line, "Mobile uploads") for line in lines[::_SHARE_OF_PHOTOS])
    bare = (Snap(chatter.moment(_JOINED, last), "", "Timeline photos") for _ in range(40))
    return tuple(posts), (*photos, *bare)


def _comments(chatter: Chatter, friends: tuple[str, ...], last: datetime) -> tuple[Saying, ...]:
    lines = lines_of("comments.txt")
    return tuple(
        Saying(chatter.moment(_JOINED, last), chatter.pick(lines), on=chatter.pick(friends)) for _ in range(_COMMENTS)
    )


def _reactions(chatter: Chatter, friends: tuple[str, ...], last: datetime) -> tuple[Reaction, ...]:
    return tuple(
        Reaction(chatter.moment(_JOINED, last), chatter.pick(friends), chatter.pick(_KINDS_OF_REACTION))
        for _ in range(_REACTIONS)
    )


def _told(account: Account, told: Told) -> Talk:
    said: list[Said] = []
    at = told.start
    for line in told.lines:
        speaker, _, words = line.partition(": ")
        said.append(Said(account.name if speaker == "me" else speaker, words, at))
        at += timedelta(minutes=1 + len(said) % 3, seconds=len(words) % 60)
    return Talk(told.people, tuple(said), told.title, told.folder)


def _gathered(talks: tuple[Talk, ...], made: datetime) -> tuple[Talk, ...]:
    """One conversation for each set of people, whatever it was composed from."""
    whole: dict[tuple[tuple[str, ...], str], Talk] = {}
    for talk in talks:
        key = (talk.people, talk.title)
        before = whole[key].said if key in whole else ()
        said = sorted((*before, *_until(made, talk.said)), key=lambda message: message.at)
        if said:
            whole[key] = Talk(talk.people, tuple(said), talk.title, talk.folder)
    return tuple(whole.values())


_Dated = TypeVar("_Dated", Named, Saying, Snap, Reaction, Said)


def _until(made: datetime, items: tuple[_Dated, ...]) -> tuple[_Dated, ...]:
    return tuple(sorted((item for item in items if item.at < made), key=lambda item: item.at, reverse=True))
