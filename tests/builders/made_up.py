"""A made-up platform and made-up checks, small enough to see through, to try the engine and the worker on."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from privacy_audit.archive import Archive, open_archive
from privacy_audit.checking import Check, Context, Gathered, Rule, Sighting, Theme, Weight, seen
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.importing import (
    ExportItem,
    Holder,
    Importer,
    LayoutEvidence,
    MemberFate,
    MemberNote,
    ReadOptions,
    ReadProblem,
    Recognition,
    TextBatch,
)
from privacy_audit.model import (
    Audience,
    BirthDate,
    Category,
    Moment,
    PartialDate,
    Passage,
    PassageKind,
    Record,
    Source,
    Voice,
)
from privacy_audit.words import Words

DATA = "made-up.json"


@dataclass(frozen=True)
class MadeUp:
    """An export as the fake platform writes it."""

    name: str = "Alwen Prosser"
    birthday: tuple[int, int, int] | None = (1991, 6, 14)
    audience: str = "unknown"
    posts: tuple[str, ...] = ()
    messages: tuple[tuple[str, str], ...] = ()  # author, text

    def write(self, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        data = {
            "name": self.name,
            "birthday": self.birthday,
            "audience": self.audience,
            "posts": self.posts,
            "messages": self.messages,
        }
        (folder / DATA).write_text(json.dumps(data), encoding="utf-8")
        return folder


@dataclass(frozen=True)
class Export:
    """What intake would find."""

    archive: Archive
    importer: Importer
    recognition: Recognition


def recognise(archive: Archive) -> Recognition | None:
    return Recognition("made-up", "one file", LayoutEvidence.FIXTURE, 1.0) if archive.find(DATA) else None


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    member = archive.find(DATA)
    assert member is not None
    data = json.loads(archive.read(member))
    options.progress(member.size)
    yield Holder(names=(data["name"],), account_id=data["name"])
    if data["birthday"]:
        source = Source("made-up", member.path, "/birthday")
        yield BirthDate(source, PartialDate(*data["birthday"]), audience=Audience(data["audience"]))
    yield _batch(member.path, Category.POSTS, PassageKind.POST, [(data["name"], post) for post in data["posts"]], data)
    yield _batch(member.path, Category.MESSAGES, PassageKind.MESSAGE, data["messages"], data)
    yield MemberNote("film.mp4", MemberFate.MEDIA)
    yield MemberNote("odd.bin", MemberFate.UNKNOWN)
    yield MemberNote("searches.json", MemberFate.PRIVATE)
    yield ReadProblem(Source("made-up", member.path, "/odd"), "A record had no text; it was left out.")


def _batch(
    member: str, category: Category, kind: PassageKind, pairs: Iterable[tuple[str, str]], data: dict[str, str]
) -> TextBatch:
    pairs = list(pairs)

    def passage(index: int) -> Passage:
        author, text = pairs[index]
        voice = Voice.OWNER if author == data["name"] else Voice.OTHER
        when = Moment(datetime(2024, 3, 1 + index % 28, 12, index % 60, tzinfo=UTC))
        return Passage(text, kind, voice, Source("made-up", member, f"/{kind.value}/{index}"), author, when=when)

    texts = [text for _author, text in pairs]
    return TextBatch(category, kind, member, texts, passage, authors=[author for author, _text in pairs])


IMPORTER = Importer("made-up", "Made-up", recognise, read, not_told=("It does not tell who can see a post.",))


def opened(folder: Path) -> Export:
    """An export as the engine takes it."""
    archive = open_archive([folder])
    recognition = recognise(archive)
    assert recognition is not None
    return Export(archive, IMPORTER, recognition)


def word_rule(  # noqa: PLR0913 - a builder: each has a default
    rule_id: str,
    word: str,
    theme: str,
    confidence: Confidence = Confidence.LIKELY,
    *,
    kinds: frozenset[PassageKind] = frozenset(PassageKind),
    voices: frozenset[Voice] = frozenset({Voice.OWNER, Voice.UNKNOWN}),
    key: Callable[[Passage], str] = lambda _passage: "",
) -> Rule:
    """A rule that raises a theme wherever a word stands."""

    def judge(passage: Passage, _context: Context) -> Iterator[Sighting]:
        start = passage.plain.lower().find(word)
        if start >= 0:
            place = seen(passage, (start, start + len(word)))
            yield Sighting(theme, confidence, (place,), f"The word for {theme} is there.", key=key(passage))

    return Rule(rule_id, rf"\b{word}", judge, kinds, voices)


def theme(theme_id: str, weight: Weight = Weight.MODERATE) -> Theme:
    return Theme(theme_id, f"Something about {theme_id}", "It matters.", weight, "one-post")


def birthday_check(theme_id: str = "birthday") -> Check:
    """A check of records: every birth date is certain."""

    def on_record(record: Record, _context: Context) -> Iterator[Sighting]:
        assert isinstance(record, BirthDate)
        evidence = Evidence(record.source, Words(str(record.value.year)))
        yield Sighting(theme_id, Confidence.SURE, (evidence,), "It stands in your profile.", audience=record.audience)

    return Check(
        "date-of-birth",
        "Dates of birth",
        ("essex-police-c3011:3.4c",),
        (Concern.STAFF_SAFETY,),
        (Theme(theme_id, "Your date of birth", "Banks ask for it.", Weight.MODERATE, "birthday-audience"),),
        record_types=(BirthDate,),
        on_record=on_record,
    )


def word_check(
    *rules: Rule, themes: tuple[Theme, ...], check_id: str = "made-up-words", withheld: bool = False
) -> Check:
    return Check(
        check_id,
        "Words",
        ("essex-police-c3011:3.1", "ecfrs:1.3a"),
        (Concern.REPUTATION,),
        themes,
        rules,
        withheld_unless_owner=withheld,
    )


def whole_check(on_whole: Callable[[Gathered, Context], Iterable[Sighting]]) -> Check:
    return Check(
        "made-up-whole", "Whole", ("derbyshire:A1",), (Concern.REPUTATION,), (theme("joined"),), on_whole=on_whole
    )
