"""Small talk for the invented officer: scenes of chatter.txt, spoken by people with habits, spread over the years."""

import random
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import resources
from typing import Final

import msgspec

_SEED: Final = 7
_FIRST_MESSAGE: Final = datetime(2021, 3, 1, 0, 0)  # noqa: DTZ001 - all times of the demo are UTC without saying so
_BY_AGE: Final = "family"
_WAKING_HOURS: Final = range(7, 23)


@dataclass(frozen=True, slots=True)
class Said:
    """One message."""

    by: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation, oldest message first."""

    people: tuple[str, ...]
    said: tuple[Said, ...]
    title: str = ""
    folder: str = "inbox"


@dataclass(frozen=True, slots=True)
class _Plan:
    people: tuple[str, ...]
    topics: tuple[str, ...]
    messages: int
    title: str = ""
    folder: str = "inbox"


@dataclass(frozen=True, slots=True)
class _Names:
    first: tuple[str, ...]
    last: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Slots:
    slots: dict[str, tuple[str, ...]]
    names: _Names
    threads: tuple[_Plan, ...]


Scene = tuple[tuple[str, str], ...]


class Chatter:
    """Composes talks by a seed: the same seed gives the same years of talk."""

    def __init__(self, owner: str, until: datetime) -> None:
        self._random = random.Random(_SEED)  # noqa: S311 - chance for invented chatter, nothing is kept secret by it
        self._owner = owner
        self._days = (until - _FIRST_MESSAGE).days
        self._slots = msgspec.convert(tomllib.loads(_file("slots.toml")), _Slots)
        self._scenes = dict(_scenes(_file("chatter.txt")))

    def names(self, count: int) -> tuple[str, ...]:
        """That many different names of people who do not exist."""
        names: dict[str, None] = {}
        while len(names) < count:
            first = self._random.choice(self._slots.names.first)
            names[f"{first} {self._random.choice(self._slots.names.last)}"] = None
        return tuple(names)

    def talks(self, strangers: tuple[str, ...]) -> tuple[Talk, ...]:
        """The planned conversations, and one short haggle with each stranger."""
        haggles = (_Plan((name,), ("sale",), 3, folder="filtered_threads") for name in strangers)
        return tuple(self._talk(plan) for plan in (*self._slots.threads, *haggles))

    def moment(self, first: datetime, last: datetime) -> datetime:
        """Some waking moment between two days."""
        day = first + timedelta(days=self._random.randrange(max(1, (last - first).days)))
        hour = self._random.choice(_WAKING_HOURS)
        return day.replace(hour=hour, minute=self._random.randrange(60), second=self._random.randrange(60))

    def pick(self, choices: tuple[str, ...]) -> str:
        return self._random.choice(choices)

    def shuffled(self, choices: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._random.sample(choices, len(choices)))

    def _talk(self, plan: _Plan) -> Talk:
        scenes = self._enough_scenes(plan)
        days = sorted(self._random.sample(range(self._days), len(scenes)))
        said: list[Said] = []
        for day, (topic, scene) in zip(days, scenes, strict=True):
            said.extend(self._play(topic, scene, plan, _FIRST_MESSAGE + timedelta(days=day)))
        return Talk(plan.people, tuple(said), plan.title, plan.folder)

    def _enough_scenes(self, plan: _Plan) -> list[tuple[str, Scene]]:
        """Scenes until there are messages enough; none comes again before all others of its topic have been."""
        decks: dict[str, list[Scene]] = {}
        chosen: list[tuple[str, Scene]] = []
        while sum(len(scene) for _, scene in chosen) < plan.messages:
            topic = self._random.choice(plan.topics)
            if not decks.get(topic):
                decks[topic] = self._random.sample(self._scenes[topic], len(self._scenes[topic]))
            chosen.append((topic, decks[topic].pop()))
        return chosen

    def _play(self, topic: str, scene: Scene, plan: _Plan, day: datetime) -> Iterator[Said]:
        cast = self._cast(topic, scene, plan)
        at = day.replace(hour=self._random.choice(_WAKING_HOURS), minute=self._random.randrange(60))
        words = {slot: self._random.choice(choices) for slot, choices in self._slots.slots.items()}
        for letter, line in scene:
            at += timedelta(seconds=self._random.choice((4, 9, 20, 35, 50, 80, 140, 300, 700)))
            yield Said(cast[letter], spoken(cast[letter], line.format_map(words)), at)

    def _cast(self, topic: str, scene: Scene, plan: _Plan) -> Mapping[str, str]:
        everybody = (self._owner, *plan.people)
        company = self._random.sample(everybody, len(everybody))
        letters = tuple(dict.fromkeys(letter for letter, _ in scene))
        if topic == _BY_AGE:  # parents and children speak in their own parts
            return dict(zip("ABC", (plan.people[0], self._owner, plan.people[-1]), strict=True))
        return {letter: company[number % len(company)] for number, letter in enumerate(letters)}


def spoken(by: str, line: str) -> str:
    """The line as this person would type it; the habit follows from the name."""
    habit = sum(map(ord, by)) % 5
    if habit == 0:
        return line.replace("'", "").lower()
    if habit == 1:
        return line[:1].upper() + line[1:]
    if habit == 2:  # noqa: PLR2004 - the number is the habit's name
        return line[:1].upper() + line[1:] + ("" if line[-1:] in "!?…)😂" else ".")
    return line


def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a text file of the demo, without its remarks."""
    return tuple(line for line in _file(name).splitlines() if line and not line.startswith("#"))


def _file(name: str) -> str:
    return (resources.files("privacy_audit.demo") / name).read_text(encoding="utf-8")


def _scenes(text: str) -> Iterator[tuple[str, list[Scene]]]:
    for part in text.split("\n[")[1:]:
        topic, _, body = part.partition("]")
        yield (
            topic,
            [
                tuple((line[0], line[2:]) for line in block.splitlines() if line)
                for block in body.strip().split("\n\n")
                if block.strip()
            ],
        )
