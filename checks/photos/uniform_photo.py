"""Pictures in uniform or kit, in profiles, albums and captions; those of ceremonies are said to be respectful."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Gathered, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.job_talk import is_official
from privacy_audit.model import Audience, MediaUse, Passage, PassageKind, Photo, Record, Voice
from privacy_audit.phrasing import Phrasebook, compiled
from privacy_audit.words import Words

_CLAUSES = ("essex-police-c3011:3.4a", "ecfrs:7.6", "derbyshire:5a", "derbyshire:A4")
_NAME = "uniform_photo"
_BOOK = Phrasebook(_NAME)
_WHY = "A face and a uniform in one picture tell strangers what you do, and whom to look for."

_THEMES = (
    Theme(
        "profile-picture",
        "Your profile or cover picture shows you in uniform",
        "On most sites everybody can see these pictures, whatever your settings are, and with them what you do.",
        Weight.SERIOUS,
        "uniform-pictures",
    ),
    Theme("album", "An album holds pictures in uniform", _WHY, Weight.MODERATE, "uniform-pictures"),
    Theme("caption", "Words with a picture say that it shows your uniform", _WHY, Weight.MODERATE, "uniform-pictures"),
    Theme(
        "ceremony",
        "A picture from a parade or a ceremony shows you in uniform",
        "Such a picture is respectful, and there is nothing to be sorry for. It still tells strangers what you do, so "
        "choose who can see it.",
        Weight.MODERATE,
        "uniform-pictures",
    ),
    Theme(
        "respect",
        "A picture in uniform can be taken amiss",
        "A joke among friends can read otherwise to somebody who holds it against you or the service.",
        Weight.MODERATE,
        "uniform-pictures",
    ),
    Theme("others", "Other people share pictures of you in uniform", _WHY, Weight.MODERATE, "friends-posts"),
    Theme(
        "beside-job",
        "Your profile shows your picture beside your job",
        "With a picture, people whom you met at work can make sure that the profile is yours.",
        Weight.SLIGHT,
        "uniform-pictures",
        ("derbyshire:5a", "derbyshire:A4"),
    ),
)

_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
_NAMES = frozenset({PassageKind.BIO})
_OTHERS = frozenset({Voice.OTHER})
_SHOWN_TO_ALL = {MediaUse.PROFILE: "profile", MediaUse.COVER: "cover"}
_IN_UNIFORM = r"{sure_kit}|\b(?:uniform|passing[- ]out|attestation|medal day|police (?:pics|photos|days)|work pics)\b"
_NOT_OURS = r"{not_ours}|{kin}"


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    """On an official account the uniform is meant to be seen."""
    if not is_official(passage.source.importer, context):
        yield from _BOOK.judge(passage, context)


def _on_record(record: Record, context: Context) -> Iterator[Sighting]:
    """Profile and cover pictures whose caption tells of a uniform, and albums named after one."""
    if not isinstance(record, Photo) or is_official(record.source.importer, context):
        return
    use = _SHOWN_TO_ALL.get(record.use)
    if use is not None and _in_uniform(record.caption):
        reason = f"The words with your {use} picture speak of the uniform."
        yield _told(record, "profile-picture", record.caption, reason)
    elif record.audience is not Audience.ONLY_ME and record.use is MediaUse.ALBUM and _in_uniform(record.album):
        yield _told(record, "album", record.album, "The album is named after pictures in uniform.", record.album)


def _in_uniform(words: str) -> bool:
    return bool(words and compiled(_NAME, _IN_UNIFORM).search(words)) and not compiled(_NAME, _NOT_OURS).search(words)


def _told(photo: Photo, theme: str, words: str, reason: str, key: str = "") -> Sighting:
    evidence = (
        Evidence(photo.source, Words(words), when=photo.taken or photo.uploaded, place=photo.use.value.capitalize()),
    )
    return Sighting(theme, Confidence.LIKELY, evidence, reason, audience=photo.audience, key=key)


def _on_whole(gathered: Gathered, _context: Context) -> Iterator[Sighting]:
    """A profile picture on an account that also says what its owner does."""
    named = {
        item.source.importer
        for sighting in gathered.sightings.get("employer-affiliation", ())
        if sighting.theme in {"profile", "bio"} and sighting.confidence >= Confidence.LIKELY
        for item in sighting.evidence
    }
    for record in gathered.records:
        if isinstance(record, Photo) and record.use is MediaUse.PROFILE and record.source.importer in named:
            named.discard(record.source.importer)
            reason = "The profile names your job or your employer, and it has a picture."
            yield _told(record, "beside-job", "Profile picture", reason)


CHECK = Check(
    id="uniform-photo",
    title="Pictures in uniform",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY, Concern.REPUTATION),
    themes=_THEMES,
    rules=(
        Rule("uniform-photo.own-words", _BOOK.gate(_WORDS), _judge, _WORDS),
        Rule("uniform-photo.bio", _BOOK.gate(_NAMES), _judge, _NAMES),
        Rule("uniform-photo.others", _BOOK.gate(_WORDS, _OTHERS), _judge, _WORDS, _OTHERS),
    ),
    record_types=(Photo,),
    on_record=_on_record,
    on_whole=_on_whole,
)
