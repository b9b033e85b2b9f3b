"""Which service the owner works for, and as what: told by the profile, by own words, by others, and by all together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from privacy_audit.affiliation_score import Affiliation, AffiliationScore
from privacy_audit.checking import Check, Context, Gathered, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.job_gates import BIO_GATE, HINT_GATE, JOB_GATE, NAMES_GATE
from privacy_audit.job_talk import JobTalk, is_official
from privacy_audit.lexicon import ServiceKind
from privacy_audit.model import Employment, FieldKind, MediaUse, PassageKind, Photo, ProfileField, Record, Voice
from privacy_audit.words import Words

_CLAUSES = (
    "essex-police-c3011:3.4a",
    "ecfrs:6.1",
    "southend:5a",
    "derbyshire:5a",
    "derbyshire:A4",
    "pfcc-053-2020:9a",
)
_WHY = "Who knows where you work can look for you there, put pressure on you or hold your words against the service."

_THEMES = (
    Theme("profile", "Your profile names your employer or your job", _WHY, Weight.MODERATE, "work-details"),
    Theme(
        "work-email",
        "Your profile shows an e-mail address at work",
        "The part after the @ names the employer, and work accounts are no place for a private profile.",
        Weight.MODERATE,
        "contact-info",
    ),
    Theme("bio", "Your bio says what you do", _WHY, Weight.MODERATE, "work-details"),
    Theme("own-words", "Your own words say what you do or whom you work for", _WHY, Weight.MODERATE, "old-posts"),
    Theme("others-words", "Other people say on your page what you do", _WHY, Weight.MODERATE, "tags"),
    Theme(
        "groups",
        "Names of groups or contacts tie you to a service",
        "A group's name and its list of members can tell strangers where all of them work.",
        Weight.MODERATE,
        "groups",
    ),
    Theme(
        "hints",
        "Small hints at the job",
        "One turn of phrase tells little; several of them let a stranger guess the service.",
        Weight.SLIGHT,
        "old-posts",
    ),
    Theme(
        "whole",
        "Several items together tell what you do",
        "Each item may look harmless. Read together they leave little doubt about the service and the job.",
        Weight.MODERATE,
        "work-details",
    ),
    Theme(
        "with-picture",
        "A profile picture stands beside your job",
        "A face with a job and a name is how somebody met at work can tell that an account is yours.",
        Weight.SLIGHT,
        "profile-picture",
        ("derbyshire:5a", "derbyshire:A4"),
    ),
)

_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
_OPEN_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.CAPTION, PassageKind.BIO})
_NAMES = frozenset({PassageKind.GROUP_NAME, PassageKind.CONTACT_NAME})
_PAGES = frozenset({PassageKind.GROUP_NAME, PassageKind.PAGE_NAME})

_TALK = JobTalk("employer_affiliation")
_SCORE = AffiliationScore()


def on_record(record: Record, context: Context) -> Iterator[Sighting]:
    if is_official(record.source.importer, context):
        return
    if isinstance(record, Employment):
        yield from _employment(record, context)
    elif isinstance(record, ProfileField) and record.kind is FieldKind.EMAIL:
        yield from _address(record)


def _employment(record: Employment, context: Context) -> Iterator[Sighting]:
    named = _TALK.employer(record.employer, context) or _TALK.job(record.title)
    if not named:
        return
    shown = ", ".join(part for part in (record.title, record.employer, record.place) if part)
    yield Sighting(
        "profile",
        Confidence.SURE,
        (Evidence(record.source, Words(shown), place="Profile"),),
        _past(record) or "The work entry of the profile says it.",
        audience=record.audience,
    )


def _past(record: Employment) -> str:
    if record.current is False or (record.end is not None and record.current is None):
        return "The work entry names a former post; people who look for you will still draw the line."
    return ""


def _address(record: ProfileField) -> Iterator[Sighting]:
    service = _TALK.service_at(record.value)
    if service is not None and service.kind not in (ServiceKind.HEALTH, ServiceKind.COASTGUARD):
        evidence = Evidence(
            record.source,
            Words(record.value),
            ((record.value.find("@") + 1, len(record.value)),),
            record.when,
            place="Profile",
        )
        reason = "The address ends in the domain of a service, a council or a school."
        yield Sighting("work-email", Confidence.SURE, (evidence,), reason, audience=record.audience)


_PLACES: Mapping[str, str] = {
    "profile": "your profile",
    "work-email": "an e-mail address",
    "bio": "your bio",
    "own-words": "your own words",
    "others-words": "other people's words",
    "groups": "names of groups",
    "hints": "turns of phrase",
}
_BESIDE_THE_FACE = frozenset({"profile", "bio", "work-email"})
_ENOUGH_ITEMS = 3
_SHOWN = 50  # no reader looks at more


@dataclass(frozen=True, slots=True)
class _Picture:
    """All sightings of the account, parted by how sure they are."""

    firm: Sequence[Sighting]
    hints: Sequence[Sighting]

    @property
    def themes(self) -> tuple[str, ...]:
        return tuple(theme for theme in _PLACES if any(sighting.theme == theme for sighting in self.firm))

    def evidence(self, sightings: Sequence[Sighting]) -> tuple[Evidence, ...]:
        """One item of each theme first, then the rest, each only once."""
        first = [
            next(sighting for sighting in sightings if sighting.theme == theme)
            for theme in dict.fromkeys(s.theme for s in sightings)
        ]
        items = chain.from_iterable(sighting.evidence for sighting in chain(first, sightings))
        return tuple({(item.source, item.quote): item for item in items}.values())


def on_whole(gathered: Gathered, _context: Context) -> Iterator[Sighting]:
    """The joined answer: several items, or several hints where nothing says it outright."""
    all_seen = gathered.sightings.get("employer-affiliation", ())
    picture = _Picture(
        [sighting for sighting in all_seen if sighting.confidence >= Confidence.LIKELY],
        [sighting for sighting in all_seen if sighting.confidence is Confidence.POSSIBLE],
    )
    if picture.firm:
        yield from _joined(picture)
        yield from _with_picture(picture, gathered.records)
    else:
        yield from _hinted(picture)


def _joined(picture: _Picture) -> Iterator[Sighting]:
    items = picture.evidence(picture.firm)
    if len(picture.themes) < 2 and len(items) < _ENOUGH_ITEMS:  # noqa: PLR2004 - two kinds of place
        return
    places = _listed([_PLACES[theme] for theme in picture.themes])
    sure = max(sighting.confidence for sighting in picture.firm)
    told = _SCORE.of(item.quote.reveal() for item in items[: 4 * _SHOWN])
    reason = f"These {len(items)} items together tell that you work {told.works}: {places}."
    yield Sighting("whole", sure, (*_put_together(items[0], told), *items[:_SHOWN]), reason)


def _put_together(first: Evidence, told: Affiliation) -> tuple[Evidence, ...]:
    """The service that the items name, in our own words for it; masked as words of the export are."""
    if not told.service:
        return ()
    source = replace(first.source, pointer="put together")
    return (Evidence(source, Words(f"You work at {told.service}"), place="Put together"),)


def _hinted(picture: _Picture) -> Iterator[Sighting]:
    """Three different turns of phrase of the trade among posts that never name it."""
    items = picture.evidence(picture.hints)
    turns = {item.quote.reveal()[start:end].casefold() for item in items for start, end in item.spans}
    told = _TALK.trade_phrases(turns)
    if told >= _ENOUGH_ITEMS:
        reason = f"No item says it outright, but {told} different turns of phrase are those of people in the job."
        yield Sighting("whole", Confidence.LIKELY, items[:_SHOWN], reason)


def _with_picture(picture: _Picture, records: Sequence[Record]) -> Iterator[Sighting]:
    """Where the profile or the bio tells the job: the newest profile picture. What it shows is not known."""
    told = {
        evidence.source.importer
        for sighting in picture.firm
        if sighting.theme in _BESIDE_THE_FACE
        for evidence in sighting.evidence
    }
    newest: dict[str, Photo] = {}
    for record in records:
        if isinstance(record, Photo) and record.use is MediaUse.PROFILE and record.source.importer in told:
            known = newest.get(record.source.importer)
            if known is None or _time_of(record) >= _time_of(known):
                newest[record.source.importer] = record
    for photo in newest.values():
        shown = photo.caption or photo.album or "Profile picture"
        evidence = Evidence(photo.source, Words(shown), when=photo.uploaded or photo.taken, place="Profile picture")
        reason = "Whether it shows you is for you to see: this program did not look at the picture."
        yield Sighting("with-picture", Confidence.POSSIBLE, (evidence,), reason, audience=photo.audience)


def _time_of(photo: Photo) -> float:
    moment = photo.uploaded or photo.taken
    return moment.at.timestamp() if moment else 0.0


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


CHECK = Check(
    id="employer-affiliation",
    title="Your employer, service, rank or role can be seen",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY, Concern.REPUTATION),
    themes=_THEMES,
    rules=(
        Rule("employer-affiliation.own-words", JOB_GATE, _TALK.judge("own-words"), _WORDS),
        Rule("employer-affiliation.bio", BIO_GATE, _TALK.judge("bio", "own-words"), frozenset({PassageKind.BIO})),
        Rule("employer-affiliation.names", NAMES_GATE, _TALK.judge("groups"), _NAMES),
        Rule(
            "employer-affiliation.others-words",
            JOB_GATE,
            _TALK.judge("others-words"),
            _WORDS,
            frozenset({Voice.OTHER}),
        ),
        Rule("employer-affiliation.pages", JOB_GATE, _TALK.judge("hints"), _PAGES),
        Rule("employer-affiliation.hints", HINT_GATE, _TALK.judge("hints"), _OPEN_WORDS),
    ),
    record_types=(Employment, ProfileField),
    on_record=on_record,
    on_whole=on_whole,
)
