"""The private review of people: one card at a time, the likely ones first, each answer handed on as it is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, Protocol

from privacy_audit.people.acquaintance import Acquaintance, Appearance, Band

BATCH: Final = 25
FROM_MEMORY: Final = "The name is like one that you remember from work. We cannot know whether it is the same person."


class Outcome(Enum):
    """What the user said. The values are what a vault keeps."""

    WORK = "met through work"
    NOT_SURE = "not sure"
    SKIPPED = "skipped"
    KNOWN = "know personally"


_WEIGHTIEST: Final = tuple(Outcome)


@dataclass(frozen=True, slots=True, repr=False)
class Mark:
    """What an answer is remembered by. `when` tells two people of one name on one platform apart."""

    platform: str
    name: str
    when: str = ""

    def __repr__(self) -> str:
        return f"<Mark on {self.platform}>"


Told = Mapping[Mark, Outcome | None]  # None takes an answer back


class Journal(Protocol):
    """Who follows along: a vault, where there is one."""

    def keep_people(self, told: Told) -> None: ...
    def person_answer(self, mark: Mark) -> Outcome | None: ...


class Answers:
    """What was said in this sitting, in memory alone; `journal` follows each answer at once."""

    def __init__(self) -> None:
        self.journal: Journal | None = None
        self._told: dict[Mark, Outcome] = {}

    @property
    def all(self) -> Mapping[Mark, Outcome]:
        return dict(self._told)

    def of(self, mark: Mark) -> Outcome | None:
        if mark in self._told:
            return self._told[mark]
        return self.journal.person_answer(mark) if self.journal is not None else None

    def put(self, told: Told) -> None:
        for mark, outcome in told.items():
            if outcome is None:
                self._told.pop(mark, None)
            else:
                self._told[mark] = outcome
        if self.journal is not None:
            self.journal.keep_people(told)

    def forget(self) -> None:
        self._told.clear()


@dataclass(eq=False, slots=True, repr=False)
class Card:
    """One person in the deck."""

    person: Acquaintance
    marks: tuple[Mark, ...]
    outcome: Outcome | None = None

    @property
    def name(self) -> str:
        return self.person.appearances[0].name.reveal()


@dataclass(frozen=True, slots=True)
class Tally:
    answered: int
    skipped: int
    total: int

    @property
    def left(self) -> int:
        return self.total - self.answered - self.skipped


class Deck:
    """Goes through everybody who has a band. Whoever has none is only found by a name from memory or by search."""

    def __init__(self, people: Sequence[Acquaintance], answers: Answers) -> None:
        self._answers = answers
        self._namesakes = Counter((one.platform, one.name.reveal()) for person in people for one in person.appearances)
        cards = [self._card(person) for person in people]
        self._cards = [card for card in cards if card.person.band is not None]
        self._aside = [card for card in cards if card.person.band is None]
        self._undo: list[tuple[tuple[Card, Outcome | None], ...]] = []
        self._in_batch = 0
        self._at = 0
        self._go_to_open(0)

    # --- where we are -------------------------------------------------------------------------------------------------

    @property
    def current(self) -> Card | None:
        return self._cards[self._at] if self._at < len(self._cards) else None

    @property
    def cards(self) -> tuple[Card, ...]:
        """Everybody in the deck, in their order."""
        return tuple(self._cards)

    @property
    def tally(self) -> Tally:
        outcomes = Counter(card.outcome for card in self._cards)
        skipped = outcomes[Outcome.SKIPPED]
        return Tally(len(self._cards) - skipped - outcomes[None], skipped, len(self._cards))

    @property
    def aside(self) -> int:
        """How many are not asked about: family, and people with whom the user talks a lot."""
        return len(self._aside)

    @property
    def batch_over(self) -> bool:
        return self._in_batch >= BATCH and self.current is not None

    @property
    def may_undo(self) -> bool:
        return bool(self._undo)

    def begin_batch(self) -> None:
        self._in_batch = 0

    # --- answers ------------------------------------------------------------------------------------------------------

    def answer(self, outcome: Outcome) -> None:
        """For the card on show; the next open one comes up."""
        card = self.current
        if card is not None:
            self._in_batch += 1
            self._tell([(card, outcome)])
            self._go_to_open(self._at + 1)

    def know_the_rest(self) -> int:
        """Everybody who is still open is known personally. Says how many; one undo takes all of it back."""
        rest = [card for card in self._cards if card.outcome is None]
        if rest:
            self._tell([(card, Outcome.KNOWN) for card in rest])
            self._go_to_open(self._at)
        return len(rest)

    def undo(self) -> Card | None:
        """Takes the last answer back, and brings its card up again."""
        if not self._undo:
            return None
        before = self._undo.pop()
        self._write(before)
        self._in_batch = max(0, self._in_batch - 1)
        self._at = self._cards.index(before[0][0])
        return before[0][0]

    def look_at_skipped(self) -> None:
        """Those who were skipped are open again."""
        skipped = [card for card in self._cards if card.outcome is Outcome.SKIPPED]
        self._write([(card, None) for card in skipped])
        self._undo.clear()
        self._go_to_open(0)

    def _tell(self, told: Sequence[tuple[Card, Outcome]]) -> None:
        self._undo.append(tuple((card, card.outcome) for card, _ in told))
        self._write(told)

    def _write(self, told: Sequence[tuple[Card, Outcome | None]]) -> None:
        for card, outcome in told:
            card.outcome = outcome
        self._answers.put({mark: outcome for card, outcome in told for mark in card.marks})

    # --- moving about -------------------------------------------------------------------------------------------------

    def find(self, words: str) -> int:
        """How many bear these words in a name; the next of them after the card on show comes up."""
        wanted = " ".join(words.casefold().split())
        if not wanted:
            return 0
        places = [place for place, card in enumerate(self._cards) if _bears(card, wanted)]
        aside = [card for card in self._aside if _bears(card, wanted)]
        later = next((place for place in places if place > self._at), None)
        if later is not None:
            self._at = later
        elif aside:  # asked for by name: it joins the deck
            self._aside.remove(aside[0])
            self._cards.append(aside[0])
            self._at = len(self._cards) - 1
        elif places:
            self._at = places[0]
        return len(places) + len(aside)

    def part(self) -> None:
        """The card holds more than one person: each appearance gets its own, and no answer that was given together."""
        card = self.current
        if card is None or len(card.person.appearances) == 1:
            return
        alone = [self._card(replace(card.person, appearances=(one,), by_name=False)) for one in card.person.appearances]
        self._cards[self._at : self._at + 1] = alone
        self._undo = [step for step in self._undo if all(changed is not card for changed, _ in step)]

    def remember(self, names: Sequence[str]) -> int:
        """Brings up those whose names are like these; says how many. The names are looked at and let go."""
        from privacy_audit.people.joining import Identity, remembered  # noqa: PLC0415 - few need it, and it is heavy

        cards = [*self._cards, *self._aside]
        places = [(card, one) for card in cards for one in card.person.appearances]
        found = remembered([Identity(one.platform, one.name.reveal()) for _, one in places], names)
        matched = list(dict.fromkeys(places[place][0] for place in sorted(found)))
        now = self.current
        for card in matched:
            card.person = _from_memory(card.person)
        self._aside = [card for card in self._aside if card not in matched]
        rest = [card for card in self._cards if card not in matched]
        self._at = rest.index(now) if now in rest else min(self._at, len(rest))
        self._cards = [*rest[: self._at], *matched, *rest[self._at :]]
        self._go_to_open(self._at)
        return len(matched)

    def _go_to_open(self, start: int) -> None:
        """The next card without an answer, round the end to the beginning; past the end where there is none."""
        places = (*range(start, len(self._cards)), *range(min(start, len(self._cards))))
        self._at = next((place for place in places if self._cards[place].outcome is None), len(self._cards))

    # --- cards --------------------------------------------------------------------------------------------------------

    def _card(self, person: Acquaintance) -> Card:
        marks = tuple(self._marks(person.appearances))
        told = [self._answers.of(mark) for mark in marks]
        known = [one for one in told if one is not None]
        whole = len(known) == len(told) and known
        return Card(person, marks, min(known, key=_WEIGHTIEST.index) if whole else None)

    def _marks(self, appearances: Sequence[Appearance]) -> Iterator[Mark]:
        for one in appearances:
            name = one.name.reveal()
            alone = self._namesakes[one.platform, name] == 1
            yield Mark(one.platform, name, "" if alone or one.since is None else one.since.iso())


def _bears(card: Card, wanted: str) -> bool:
    return any(wanted in one.name.reveal().casefold() for one in card.person.appearances)


def _from_memory(person: Acquaintance) -> Acquaintance:
    """A name that is like another tells little: the third band at most."""
    if FROM_MEMORY in person.reasons:
        return person
    return replace(person, band=person.band or Band.SILENT, reasons=(*person.reasons, FROM_MEMORY))
