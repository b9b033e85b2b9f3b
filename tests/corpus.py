"""The labelled corpora as rows with their parts: what tunes the rules, and the third that nobody reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from privacy_audit.model import Passage, PassageKind, Source, Voice

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "corpus"

# Written before these ids were thought of: elsewhere than in the named files they count neither for nor against.
FURTHER_IDS = {
    "abuse-received": ("further_ids", "others_b"),
    "profile-name": ("further_ids",),
    "endorsed-content": ("further_ids",),
    "reposted-material": ("further_ids",),
    "service-logo": ("further_ids", "captions_b"),
}

SETTINGS = {
    "self-post": (PassageKind.POST, Voice.OWNER),
    "self-comment": (PassageKind.COMMENT, Voice.OWNER),
    "self-message": (PassageKind.MESSAGE, Voice.OWNER),
    "other-message": (PassageKind.MESSAGE, Voice.OTHER),
    "friend-on-my-wall": (PassageKind.POST, Voice.OTHER),
    "bio": (PassageKind.BIO, Voice.OWNER),
    "group-name": (PassageKind.GROUP_NAME, Voice.UNKNOWN),
    "contact-name": (PassageKind.CONTACT_NAME, Voice.OWNER),
    "handle": (PassageKind.HANDLE, Voice.OWNER),
    "liked-page": (PassageKind.PAGE_NAME, Voice.OWNER),
    "caption": (PassageKind.CAPTION, Voice.OWNER),
}


class Part(Enum):
    READ = "tuning, read"
    DEV = "tuning, scored"
    CALIBRATION = "tuning, calibration"  # a tenth of the tuning lines: chooses thresholds, trains nothing
    UNSEEN = "unseen third"


def part_of(text: str) -> Part:
    """The part that a text belongs to, by hash; the unseen third is never read while rules are tuned."""
    above, place = divmod(int(hashlib.sha256(text.encode()).hexdigest(), 16), 3)
    if place and above % 10 == 0:
        return Part.CALIBRATION
    return (Part.UNSEEN, Part.READ, Part.DEV)[place]


@dataclass(frozen=True, slots=True)
class Line:
    file: str  # "posts", or the name of a file in more/
    number: int
    context: str
    text: str
    required: frozenset[str]
    neutral: frozenset[str]
    part: Part

    @property
    def harmless(self) -> bool:
        return not self.required

    def passage(self) -> Passage:
        kind, voice = SETTINGS[self.context]
        return Passage(self.text, kind, voice, Source("corpus", self.file, f"line {self.number}"))


def lines(folder: Path) -> Iterator[Line]:
    """Every line of posts.tsv and more/*.tsv."""
    by_number = {}
    for row in (folder / "posts_neutral.tsv").read_text(encoding="utf-8").split("\n"):
        number, _, ids = row.partition("\t")
        if ids:
            by_number[int(number)] = ids
    yield from _file_lines(folder / "posts.tsv", by_number)
    for path in sorted((folder / "more").glob("*.tsv")):
        yield from _file_lines(path, {})


def _file_lines(path: Path, neutral_by_number: dict[int, str]) -> Iterator[Line]:
    for number, row in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not row:
            continue
        label, context, text, *rest = row.split("\t")
        neutral = neutral_by_number.get(number) or (rest[0].removeprefix("neutral=") if rest else "")
        ids = {name for name, files in FURTHER_IDS.items() if path.stem not in files}
        required = frozenset(label.split(",")) - {"-"}
        yield Line(
            path.stem,
            number,
            context,
            text,
            required,
            frozenset(filter(None, neutral.split(","))) | (ids - required),
            part_of(text),
        )
