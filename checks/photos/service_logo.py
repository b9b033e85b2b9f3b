"""The service's crest, badge, logo or letterhead as an own picture, on own things or in posts, told by words."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.job_talk import is_official
from privacy_audit.job_words import job_words
from privacy_audit.model import MediaUse, Passage, PassageKind, Photo, Record, Voice
from privacy_audit.phrasing import Phrasebook
from privacy_audit.words import Words

_CLAUSES = ("ecfrs:1.3b", "essex-police-c3011:3.4a")
_BOOK = Phrasebook("service_logo", job_words)

_THEMES = (
    Theme(
        "own-picture",
        "A badge or logo of the service stands for you",
        "A badge in place of your face links you to the service, and looks as if the service spoke. It belongs to the "
        "service, so its leave is needed.",
        Weight.MODERATE,
        "service-badge",
    ),
    Theme(
        "in-a-picture",
        "A badge or logo of the service can be seen in what you share",
        "A badge says where you work. On things you made it can also look as if the service stood behind them.",
        Weight.MODERATE,
        "service-badge",
    ),
)

_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION, PassageKind.BIO})
_OTHERS_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE})
_OTHERS = frozenset({Voice.OTHER})
_OWN_PICTURE = {MediaUse.PROFILE: "profile", MediaUse.COVER: "cover"}


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    """On an official account the logo is meant to be there."""
    if not is_official(passage.source.importer, context):
        yield from _BOOK.judge(passage, context)


def _on_record(record: Record, context: Context) -> Iterator[Sighting]:
    """A profile or cover picture whose caption speaks of an emblem."""
    if not isinstance(record, Photo) or record.use not in _OWN_PICTURE or not record.caption:
        return
    if is_official(record.source.importer, context):
        return
    said = Passage(record.caption, PassageKind.CAPTION, Voice.OWNER, record.source)
    if next(_BOOK.heard(said), None) is not None:
        evidence = (
            Evidence(record.source, Words(record.caption), when=record.uploaded, place=record.use.value.capitalize()),
        )
        reason = f"The words with your {_OWN_PICTURE[record.use]} picture speak of an emblem of the service."
        yield Sighting("own-picture", Confidence.LIKELY, evidence, reason, audience=record.audience)


CHECK = Check(
    id="service-logo",
    title="Badges and logos of the service",
    clauses=_CLAUSES,
    touches=(Concern.REPUTATION, Concern.STAFF_SAFETY),
    themes=_THEMES,
    rules=(
        Rule("service-logo.own-words", _BOOK.gate(_WORDS), _judge, _WORDS),
        Rule("service-logo.others", _BOOK.gate(_OTHERS_WORDS, _OTHERS), _judge, _OTHERS_WORDS, _OTHERS),
    ),
    record_types=(Photo,),
    on_record=_on_record,
)
