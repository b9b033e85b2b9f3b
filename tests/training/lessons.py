"""What the model is taught with: labelled lines as targets, ordinary lines beside them, and slips of the pen."""

import random
import re
from dataclasses import dataclass, replace
from pathlib import Path

import privacy_audit
from tests.corpus import Line, Part, lines

IDS = (
    "employer-affiliation",
    "service-user-discussion",
    "security-answers",
    "date-of-birth",
    "home-and-family",
    "operational-information",
    "work-location",
    "grievance",
    "offensive-language",
    "political-content",
    "incident-photo",
    "group-chat",
    "colleague-exposed",
    "missing-disclaimer",
    "sick-leave-post",
    "tagged-by-others",
    "uniform-photo",
    "media-response",
    "contact-details",
    "abuse-received",
    "profile-name",
    "endorsed-content",
    "reposted-material",
    "service-logo",
)
ANYTHING = "anything"  # the last answer: whether any id is required at all
_ORDINARY = (Path(privacy_audit.__file__).parent / "ordinary.txt", Path(__file__).parent / "ordinary.txt")
_TALK = ("self-message", "self-post", "self-comment", "other-message", "friend-on-my-wall")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_CUT = 6  # words of a line that a stretch is cut out of
_SHORTEST = 12  # letters of a text that can bear a slip


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text in its place, what it holds, and which ids it teaches nothing about."""

    head: str
    text: str
    required: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()

    def target(self) -> list[float]:
        return [float(name in self.required) for name in IDS] + [float(bool(self.required))]

    def counts(self) -> list[float]:
        return [float(name not in self.neutral or name in self.required) for name in IDS] + [1.0]


def lessons(folder: Path, chance: random.Random, stretches: int) -> tuple[list[Lesson], list[Lesson]]:
    """Those to learn from, and those to watch. The unseen third and the lines for thresholds teach nothing."""
    taught: list[Lesson] = []
    watched: list[Lesson] = []
    for line in lines(folder):
        if line.part is not Part.UNSEEN:
            (watched if line.part is Part.CALIBRATION else taught).append(_lesson(line))
    harmless = [one for one in taught if not one.required and one.head[:-2] in _TALK and len(one.text.split()) >= _CUT]
    ordinary = [text for path in _ORDINARY for text in path.read_text(encoding="utf-8").split("\n")]
    for text in ordinary:
        if text and text[0] != "#":
            taught += [Lesson(f"{head}: ", text) for head in chance.sample(_TALK, 2)]
    taught += [_stretch(one, chance) for one in chance.sample(harmless, min(stretches, len(harmless)))]
    return taught, watched


def _stretch(lesson: Lesson, chance: random.Random) -> Lesson:
    """Some words out of a harmless line: a few words without a setting are to mean nothing."""
    words, long = lesson.text.split(), chance.randint(2, 8)
    begin = chance.randrange(max(1, len(words) - long))
    return replace(lesson, text=" ".join(words[begin : begin + long]))


def _lesson(line: Line) -> Lesson:
    return Lesson(f"{line.context}: ", line.text, line.required, line.neutral)


def with_slips(text: str, chance: random.Random) -> str:
    """As somebody in a hurry would have put it: half of the time unchanged."""
    luck = chance.random()
    if luck < 0.5:
        return text
    if luck < 0.65:
        return re.sub(r"[.,!?;:'\u2019\"]", "", text)
    if luck < 0.75:
        return re.sub(r"[.!?]+\s*$", "", text)
    if luck < 0.8:
        return re.sub(r"['\u2019]", "", text)
    for _slip in range(1 + (chance.random() < 0.3)):
        text = _slipped(text, chance)
    return text


def _slipped(text: str, chance: random.Random) -> str:
    """One letter lost, swapped, doubled or hit beside."""
    if len(text) < _SHORTEST:
        return text
    at, luck = chance.randrange(1, len(text) - 2), chance.random()
    here, following = text[at], text[at + 1]
    if not (here.isalpha() and following.isalpha()):
        return text
    ways = ((0.35, "", 1), (0.6, following + here, 2), (0.8, here * 2, 1), (1.0, _beside(here, chance), 1))
    instead, gone = next((letters, count) for bound, letters, count in ways if luck < bound)
    return text[:at] + instead + text[at + gone :]


def _beside(letter: str, chance: random.Random) -> str:
    for row in _KEYS:
        place = row.find(letter.lower())
        if place >= 0:
            return row[max(0, min(len(row) - 1, place + chance.choice((-1, 1))))]
    return letter
