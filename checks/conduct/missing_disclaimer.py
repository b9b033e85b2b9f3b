"""Opinions of somebody who does the job, and bios that promise them, without a word that the views are their own."""

from collections.abc import Iterable, Iterator

from privacy_audit.checking import Check, Context, Gathered, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.job_talk import is_official
from privacy_audit.job_words import job_words
from privacy_audit.model import FieldKind, PassageKind, ProfileField, Record, Source
from privacy_audit.phrasing import Phrasebook, compiled
from privacy_audit.words import Words

_CLAUSES = ("ecfrs:7.12", "southend:5b")
_NAME = "missing_disclaimer"
_BOOK = Phrasebook(_NAME, job_words)

_THEMES = (
    Theme(
        "opinion",
        "You give an opinion as somebody who does the job",
        "You may have opinions and say them. Said as somebody who does the job, they can be taken for the service's; "
        "a few words say that they are your own.",
        Weight.MODERATE,
        "own-views",
    ),
    Theme(
        "bio",
        "Your bio promises talk of work and does not say whose views they are",
        "Readers may take what you write for the service's word. One short line in the bio puts that right.",
        Weight.MODERATE,
        "own-views",
    ),
    Theme(
        "account",
        "You write about work, and no profile of this account says that the views are your own",
        "Who discusses work is asked to say on the profile that the views are their own.",
        Weight.MODERATE,
        "own-views",
        ("southend:5b",),
    ),
)

_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.CAPTION, PassageKind.MESSAGE})
_BIOS = frozenset({PassageKind.BIO})
_PROFILE_WORDS = frozenset({FieldKind.BIO, FieldKind.HEADLINE})
# The checks whose firm sightings in the owner's own words show that an account talks of work. Of the last three only
# the number counts: words of conduct are not kept, so no other finding may show them.
_WORK_TALK = {
    "employer-affiliation": frozenset({"own-words"}),
    "missing-disclaimer": frozenset({"opinion"}),
    "service-user-discussion": frozenset({"identifiable", "met-through-work"}),
    "operational-information": frozenset({"live-operation", "cover", "ways-of-working", "inside"}),
    "grievance": frozenset({"managers", "workplace", "colleagues"}),
}
_SHOWN = frozenset({"employer-affiliation", "missing-disclaimer"})
_ENOUGH = 3  # one or two remarks are no discussion of work
_MOST = 10  # no reader looks at more
_OPEN_PLACES = frozenset(kind.value.capitalize() for kind in _WORDS - {PassageKind.MESSAGE})


def on_whole(gathered: Gathered, context: Context) -> Iterator[Sighting]:
    """For each account that talks of work: whether its profile says whose views they are."""
    talk = _work_talk(gathered)
    profiles = _profiles(gathered.records)
    for importer, items in talk.items():
        bios = profiles.get(importer, ())
        shown = [item for item, check in items.values() if check in _SHOWN]
        if len(items) < _ENOUGH or not bios or is_official(importer, context):
            continue
        if any(compiled(_NAME, "{own_views}").search(bio.value) for bio in bios):
            continue
        bio = bios[0]
        evidence = Evidence(bio.source, Words(bio.value), place="Profile")
        reason = "The account speaks of work more than once, and its profile does not say whose views they are."
        yield Sighting(
            "account", Confidence.LIKELY, (evidence, *shown[:_MOST]), reason, audience=bio.audience, key=importer
        )


def _work_talk(gathered: Gathered) -> dict[str, dict[Source, tuple[Evidence, str]]]:
    """What speaks of work in the open, by account: each item once with its check, and private messages not at all."""
    found: dict[str, dict[Source, tuple[Evidence, str]]] = {}
    for check, themes in _WORK_TALK.items():
        for sighting in gathered.sightings.get(check, ()):
            if sighting.theme not in themes or sighting.confidence < Confidence.LIKELY:
                continue
            for item in sighting.evidence:
                if item.place in _OPEN_PLACES:
                    found.setdefault(item.source.importer, {}).setdefault(item.source, (item, check))
    return found


def _profiles(records: Iterable[Record]) -> dict[str, list[ProfileField]]:
    """The bios and headlines of each account that hold words."""
    found: dict[str, list[ProfileField]] = {}
    for record in records:
        if isinstance(record, ProfileField) and record.kind in _PROFILE_WORDS and record.value.strip():
            found.setdefault(record.source.importer, []).append(record)
    return found


CHECK = Check(
    id="missing-disclaimer",
    title="Whose views are these?",
    clauses=_CLAUSES,
    touches=(Concern.REPUTATION,),
    themes=_THEMES,
    rules=(
        Rule("missing-disclaimer.opinions", _BOOK.gate(_WORDS), _BOOK.judge, _WORDS),
        Rule("missing-disclaimer.bios", _BOOK.gate(_BIOS), _BOOK.judge, _BIOS),
    ),
    on_whole=on_whole,
)
