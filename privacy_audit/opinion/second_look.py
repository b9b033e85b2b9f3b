"""Holds texts back while the rules read, lets the model look at them afterwards, and joins what both say."""

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from privacy_audit import speaking_up
from privacy_audit.checking import Check, Context, Sighting, seen
from privacy_audit.findings import Confidence
from privacy_audit.model import Passage
from privacy_audit.opinion.asking import Asking, SecondLookLostError
from privacy_audit.opinion.scope import head_of, may_speak
from privacy_audit.opinion.themes import theme_for
from privacy_audit.opinion.thresholds import Thresholds

MOST = 20_000  # texts looked at in one run; the newest are
_AT_ONCE = 16  # texts in one question
_OFTEN = 50  # places of one and the same text that are kept
_REASON = (
    "No one phrase says it; a second look by a small language model, on this computer, found the text close to others "
    "that do."
)
_CONFIRMED = "A second look by a small language model, on this computer, agrees."


class Seen(NamedTuple):
    """What a rule saw, and whose rule it was."""

    check: Check
    sighting: Sighting


@dataclass(frozen=True, slots=True, repr=False)
class Held:
    """One text in its place, with what the rules say of it, until the model has looked at it."""

    number: int  # of the export
    passage: Passage
    context: Context
    seen: tuple[Seen, ...]


@dataclass(slots=True, repr=False)
class _Text:
    """One text, wherever it stands."""

    head: str
    text: str
    newest: float
    places: list[Held] = field(default_factory=list)


class SecondLookRun:
    """The second look of one audit. `hold` while reading; then `look`, which gives back every text that was held."""

    def __init__(
        self,
        checks: Iterable[Check],
        thresholds: Mapping[str, Thresholds],
        ask: Callable[[], Asking] = Asking,
        most: int = MOST,
    ) -> None:
        self._checks = [check for check in checks if check.rules]
        self._thresholds = thresholds
        self._ask, self._most = ask, most
        self._texts: dict[tuple[str, str], _Text] = {}
        self._oldest: list[tuple[float, int, tuple[str, str]]] = []
        self._count = 0
        self.beyond = 0  # texts that were too many
        self.lost = False  # the process died or hung
        self.left = 0  # texts that had to be left as the rules had them

    @property
    def waiting(self) -> int:
        return len(self._texts)

    def hold(self, held: Held) -> Iterator[Held]:
        """Takes a text in; gives back those that it pushes out, which get no second look."""
        passage = held.passage
        key = (head_of(passage.kind, passage.voice), passage.text)
        moment = passage.when.at.timestamp() if passage.when else 0.0
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = _Text(*key, moment)
            self._count += 1
            heapq.heappush(self._oldest, (moment, self._count, key))
        if len(text.places) >= _OFTEN:
            yield held
            return
        text.places.append(held)
        if len(self._texts) > self._most:
            _moment, _count, oldest = heapq.heappop(self._oldest)
            self.beyond += 1
            yield from self._texts.pop(oldest).places

    def look(self, stop: Callable[[], bool]) -> Iterator[tuple[int, tuple[tuple[Held, tuple[Seen, ...]], ...]]]:
        """How many texts are done, and what is to be said of each place; `left` tells what had to be left as it was."""
        waiting = sorted(self._texts.values(), key=lambda text: text.newest, reverse=True)
        self._texts, self._oldest = {}, []
        done = 0
        try:
            with self._ask() as asking:
                ids = asking.ids()
                while done < len(waiting) and not stop():
                    now = waiting[done : done + _AT_ONCE]
                    rows = asking.shares([(text.head, text.text) for text in now], len(ids))
                    done += len(now)
                    yield done, tuple(self._answers(now, ids, rows))
        except SecondLookLostError:
            self.lost = True
        self.left = len(waiting) - done
        yield done, tuple((held, held.seen) for text in waiting[done:] for held in text.places)

    def _answers(
        self, texts: Sequence[_Text], ids: Sequence[str], rows: Sequence[Sequence[float]]
    ) -> Iterator[tuple[Held, tuple[Seen, ...]]]:
        for text, row in zip(texts, rows, strict=True):
            shares = dict(zip(ids, row, strict=True))
            for held in text.places:
                yield held, tuple(self.joined(held, shares))

    def joined(self, held: Held, shares: Mapping[str, float]) -> Iterator[Seen]:
        """The rules' sightings, each as sure as it is now, and the model's own."""
        strongest: dict[str, Confidence] = {}
        for check, sighting in held.seen:
            strongest[check.id] = max(strongest.get(check.id, Confidence.POSSIBLE), sighting.confidence)
        for check, sighting in held.seen:
            verdict = self._verdict(check.id, shares, strongest[check.id])
            yield Seen(check, _regraded(sighting, strongest[check.id], verdict))
        for check in self._checks:
            alone = None if check.id in strongest else self._verdict(check.id, shares, None)
            if alone is not None and may_speak(check, held.passage, held.context):
                yield from _alone(check, alone, held)

    def _verdict(self, check: str, shares: Mapping[str, float], rule: Confidence | None) -> Confidence | None:
        thresholds = self._thresholds.get(check)
        if thresholds is None or check not in shares:
            return rule
        return thresholds.joined(shares[check], rule)


def _alone(check: Check, confidence: Confidence, held: Held) -> Iterator[Seen]:
    """What the model raises; words that may raise a protected concern go where those go (safeguards §4)."""
    passage = held.passage
    sighting = Sighting(
        theme_for(check, passage.voice), confidence, (seen(passage),), _REASON, audience=passage.audience
    )
    told: Iterable[Sighting] = (sighting,)
    if any(theme.id == speaking_up.THEME for theme in check.themes):
        told = speaking_up.rerouted(lambda _passage, _context: (sighting,))(passage, held.context)
    return (Seen(check, one) for one in told)


def _regraded(sighting: Sighting, before: Confidence, now: Confidence | None) -> Sighting:
    """Lifted with the strongest of its check, or taken down when that was."""
    if now is None or now is before:
        return sighting
    if now > before:
        return replace(sighting, confidence=now, reason=f"{sighting.reason} {_CONFIRMED}".strip())
    return replace(sighting, confidence=min(now, sighting.confidence))
