"""Outings, sport or other work in a time off sick: on days that the user gave, or where one text says both."""

from collections.abc import Callable, Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight, seen
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.model import Moment, Passage, Place, PlaceKind, Record, Voice
from privacy_audit.phrasing import OWNERS, Phrasebook
from privacy_audit.talk import OTHERS, TALK, TO_THE_USER
from privacy_audit.words import Words

_CLAUSES = ("ecfrs:10.4",)
_BOOK = Phrasebook("sick_leave_post")
_WHY = (
    "Being off sick is no house arrest, and much of this may have been agreed or good for you. It is shown because "
    "others may read it otherwise; a union or staff association can advise you before any talk with a manager."
)

_THEMES = (
    Theme(
        "in-dates", "You told of outings or work on days of your sick leave", _WHY, Weight.MODERATE, "sick-leave-posts"
    ),
    Theme("moves", "Places or routes are recorded on days of your sick leave", _WHY, Weight.SLIGHT, "sick-leave-posts"),
    Theme(
        "both", "Words that speak of being off sick and of something else", _WHY, Weight.MODERATE, "sick-leave-posts"
    ),
    Theme("others-say", "Others tell what you did while off sick", _WHY, Weight.MODERATE, "sick-leave-posts"),
)
_TOLD = frozenset({"both", "others-say"})
_IN_DATES = frozenset({"in-dates"})
_SHOWN = frozenset({PlaceKind.CHECK_IN, PlaceKind.TAGGED, PlaceKind.ROUTE})


def _gate(themes: frozenset[str], voices: frozenset[Voice] = OWNERS) -> Callable[[], str]:
    """The phrases of these themes alone: those of `in-dates` are common, and stop at nothing without dates."""
    return lambda: "|".join(
        f"(?:{phrase.words})" for phrase in _BOOK.phrases() if phrase.theme in themes and phrase.voices & voices
    )


def _told(passage: Passage, context: Context) -> Iterator[Sighting]:
    if not _on_leave(passage.when, context):
        yield from _first(passage, _TOLD)


def _in_dates(passage: Passage, context: Context) -> Iterator[Sighting]:
    if _on_leave(passage.when, context):
        yield from _first(passage, _IN_DATES)


def _first(passage: Passage, themes: frozenset[str]) -> Iterator[Sighting]:
    for phrase, span in _BOOK.heard(passage, themes):
        evidence = (seen(passage, span),)
        yield Sighting(phrase.theme, phrase.confidence, evidence, phrase.reason, phrase.subject, passage.audience)
        return


def _on_leave(when: Moment | None, context: Context) -> bool:
    """Whether a moment falls on a day that the user gave as sick leave."""
    return when is not None and any(first <= when.at.date() <= last for first, last in context.facts.sick_leave)


def _on_record(record: Record, context: Context) -> Iterator[Sighting]:
    if not isinstance(record, Place) or record.kind not in _SHOWN or not _on_leave(record.when, context):
        return
    shown = record.name or record.address or record.kind.value
    yield Sighting(
        "moves",
        Confidence.POSSIBLE,
        (Evidence(record.source, Words(shown), when=record.when, place="Place"),),
        "It is dated on a day that you gave as sick leave.",
        audience=record.audience,
    )


CHECK = Check(
    id="sick-leave-post",
    title="Posts from a time off sick",
    clauses=_CLAUSES,
    touches=(Concern.REPUTATION,),
    themes=_THEMES,
    rules=(
        Rule("sick-leave-post.own-words", _gate(_TOLD), _told, TALK),
        Rule("sick-leave-post.in-dates", _gate(_IN_DATES), _in_dates, TALK),
        Rule("sick-leave-post.others-words", _gate(_TOLD, OTHERS), _told, TO_THE_USER, OTHERS),
    ),
    record_types=(Place,),
    on_record=_on_record,
    conduct=True,
)
